### What the Centre tells the cooperatives.

## At the Centre

# Title of the page, and the link to it.
announcements-title = Announcements
# Under the title.
announcements-lead = Every cooperative sees an announcement on the first page of its work area, until it has read it.
# Heading over the form.
announcements-new = New announcement
# Under the heading.
announcements-new-text = One language is enough: who reads another one sees the text you wrote, with the name of its language. Buyers see none of it.
# Field. $language: in which language.
announcements-text = Text, { $language }
# Above the form, when there is no text.
announcements-text-missing = Write it in at least one language.
# Field.
announcements-last-day = Last day
# Under the field.
announcements-last-day-hint = It is shown until the end of this day. Without a day it stays until you take it back.
# Beside a wrong field.
announcements-day-wrong = Choose today or a later day, like this: 2026-12-31.
# Button.
announcements-publish = Publish
# At the top, after it.
announcements-published = The cooperatives see it now.
# At the top, after taking one back.
announcements-taken-back-done = The announcement is taken back.
# Heading over a list.
announcements-current = Shown now
# Heading over a list.
announcements-over = Over
# In place of a list.
announcements-none = There are none.
# After a day. $day: the last one on which it is shown.
announcements-until = until { $day }
# Under an announcement. $count: how many cooperatives have put it away.
announcements-read-by = Cooperatives that have read it: { $count }
# Button.
announcements-take-back = Take back
# Beside one that was taken back.
announcements-taken-back = Taken back

## In the work area of a cooperative

# Over an announcement.
announcements-from = From the Centre
# Button: puts an announcement away.
announcements-read = I have read it
# Link below the newest ones.
announcements-more = There are more
# Title of the page with all of them, and the link to it.
announcements-all = Announcements of the Centre
