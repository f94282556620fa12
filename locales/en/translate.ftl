### The work area of translators: the shop's own texts in one language.

# Name of the area, and title of its list of all texts.
translate-title = Texts of the shop
# Above the list. $language = the language that is translated into.
translate-lead = You translate into: { $language }
# Read aloud before the menu of the area.
translate-nav = Translating
# The menu: all texts.
translate-nav-texts = Texts
# The menu: what is approved and is to go into the files. One short word: it stands under a small picture.
translate-nav-take = Files
# The menu: what is wrong in the files. One short word.
translate-nav-problems = Mistakes
# Field to search for texts.
translate-search = Search in all languages
# Its button.
translate-search-button = Search
# Field to choose a file.
translate-file = Part of the shop
# Nothing chosen in it.
translate-file-all = All parts
# Read aloud before the links that narrow the list by what there is to do.
translate-work = What there is to do
translate-work-all = All
translate-work-missing = Missing
translate-work-suggested = To be reviewed
translate-work-rejected = Yours, not accepted
translate-work-outdated = Outdated
translate-work-approved = Approved here
translate-work-doubtful = Doubtful
translate-work-translated = Done
# Nothing was found.
translate-none = There are no such texts.
# In place of a text that the language lacks.
translate-no-text = Not translated yet
# Links to the texts before and after this one.
translate-before = Text before
translate-after = Next text
# Link to the other texts of the same part of the shop.
translate-of-file = All of this part
# Button to go back to the page of the shop from which one came.
translate-back = Back to the page
# Heading over the English text; also the name of the language.
translate-english = English
# What folds out: the same text in the other languages.
translate-others = In the other languages
# $language = the language that says something else since this was translated.
translate-outdated = Changed since this was translated: { $language }
# Button: the translation stays as it is.
translate-seen = Our text is still right
# Over the text of another translator that stands in the field.
# $name = who suggested it.
translate-standing-by = Suggested by { $name }, and not reviewed yet
# Labels of the fields of a text that depends on a number.
translate-form-zero = For none
translate-form-one = For one
translate-form-two = For two
translate-form-few = For a few
translate-form-many = For many
translate-form-other = For all others
# $word = a value the text depends on.
translate-form-word = When it is: { $word }
# Link that shows one field for all forms.
translate-raw = Write all forms in one field
# Field for what its writer says about a suggestion.
translate-note = Why you changed it
# Box to tick.
translate-small = A small correction: the meaning stays the same
# Button that saves a suggestion. One or two short words: it stands beside another one.
translate-suggest = Suggest
# Link beside it: to the next text that waits. One word.
translate-next = Next
# Over what the check found: the text was not saved.
translate-faulty = The shop cannot show this text. What you wrote is still in the field. Please correct this:
# The text was not saved because somebody else changed it.
translate-changed = Somebody changed this text meanwhile. It now says:
# The text was not saved because the English text is another one since its page was opened.
translate-changed-english = The English text is another one now. It stands above.
translate-changed-next = What you wrote is still in the field. Compare, and send it again if it is right.
# Heading over a question that stands in the file.
translate-question = A question about this text
# The question, when nothing more is asked.
translate-question-bare = Is this text right?
translate-answer = Answer
translate-answer-send = Save the answer
# $name = who answered.
translate-answered-by = Answered by { $name }
# Heading over words that have one translation.
translate-terms = Words of the shop
# Heading over texts with much the same words.
translate-similar = Similar texts
# Heading over what the text was to say.
translate-versions = History
translate-state-suggested = To be reviewed
translate-state-approved = Approved
translate-state-rejected = Not accepted
translate-state-withdrawn = Taken back
translate-state-replaced = Replaced
translate-state-undone = Undone
# It was approved, and stands in the files of the shop.
translate-state-taken = In the files
# $name = who said what became of a suggestion.
translate-decided-by = Decided by { $name }
# In place of who decided: the writer did, as no other reviewer could.
translate-approved-by-writer = Approved by the writer
# $name = who wrote it.
translate-written-by = Written by { $name }
# To a reviewer, at what they wrote themselves and may not approve.
translate-waits-for-peer = Another reviewer approves what you wrote.
# Buttons.
translate-approve = Approve
translate-reject = Do not accept
translate-withdraw = Take back
translate-undo = Undo the approval
# Field: why a suggestion is not accepted.
translate-reason = Why
# In place of a name that is no longer known.
translate-somebody = A translator
# Below the fields for remarks.
translate-remark-hint = All translators of this language read this: no names or phone numbers of people, please.
# Error of such a field.
translate-contact = Nothing was saved: this seems to say how somebody is reached. Take the phone number or address out, then send it again.
# Heading over what translators tell each other.
translate-comments = Comments
translate-comment = Your comment
translate-comment-send = Add the comment
# Said after a form did its work.
translate-done-suggested = Saved. You see your text in the shop now; everybody sees it once it is approved.
translate-done-same = Nothing changed: the text says this already.
translate-done-seen = Noted: the text is still right.
translate-done-answered = The answer is saved.
translate-done-commented = The comment is added.
translate-done-approved = Approved. Everybody sees this text now.
translate-done-rejected = The suggestion was not accepted.
translate-done-withdrawn = The suggestion was taken back.
translate-done-undone = Undone. Everybody sees the text from before.
# Title of the page with what is wrong in the files.
translate-problems-title = Mistakes in the files
translate-problems-lead = The shop cannot use these places in its files of texts. It shows what the texts said before.
translate-problems-none = All files are fine.
# Title of the page with what goes into the files.
translate-take-title = Into the files
translate-take-lead = Approved texts already show in the shop. Whoever runs it puts them into its files from time to time.
translate-take-none = Everything approved is in the files.
# $count = how many texts are approved and not in the files.
translate-take-count = Approved and not in the files yet: { $count }
# Button that saves them as a patch.
translate-take-patch = Save as a patch for Git
# Button that saves all files in one.
translate-take-bundle = Save all files as one (ZIP)
# Before the name of a command.
translate-take-command = Whoever runs the shop can also use the command:
# Before a list of texts.
translate-take-left = These stay in their file as it is: somebody changed them there in the meantime, or there is a mistake at that place:
# The menu: words that have one translation.
translate-nav-glossary = Words
# Title of the list of such words.
translate-glossary-title = Words of the shop
translate-glossary-lead = One word for one thing: these words are said the same way everywhere. The check of the texts looks for them.
translate-glossary-change = Change
translate-glossary-hint = One word per line: the usual one first, then others that are right too
translate-glossary-suggest = Suggest this word
# Said after a form did its work.
translate-glossary-done = Saved.
# In a list of texts and by a text: the language that is read there; pressed, it shows the others. $language = name of a language.
translate-beside = Translate from: { $language }
# Parts of the shop, in a list of which one is chosen. Sending less than was ordered, and messages about an order.
translate-part-changes = Changes to an order
# What the check of texts says.
translate-part-check = Check of texts
# Words that appear on every page.
translate-part-common = Words of all pages
# What the Centre sets for the district.
translate-part-district = Stations, categories and search words
translate-part-form = Fields of forms
# What is said on a page after something was pressed.
translate-part-island = Short notices on pages
translate-part-pictures = Pictures of products
# What stands round every page.
translate-part-shell = Header and footer of pages
