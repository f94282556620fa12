### Questions about products: asked and answered on the product's page; answered in the work area of cooperatives, looked at by the Centre.

## On the product's page, and on a page of its own

# Heading over what was asked about a product.
questions-title = Questions and answers
# Title of the page with all of them. $product: the product's name.
questions-page-title = { $product }: questions and answers
# The same in a sentence, for search engines. $product: the product's name.
questions-page-text = What buyers asked about { $product }, and what the cooperative answered.
# In place of them.
questions-none = Nobody has asked anything yet that is answered.
# Link below the first two on the product's page. $count: how many there are.
questions-all = All questions and answers ({ $count })
# Above the list. $count: how many there are.
questions-count = { $count ->
    [one] { $count } question is answered
   *[other] { $count } questions are answered
}
# Small word above a question.
questions-question = Question
# Small word above an answer; the cooperative's name follows.
questions-answer = Answer

## Asking

# What one opens to ask; heading over the form.
questions-ask = Ask about this product
# Field.
questions-text = Your question
# Under it.
questions-text-hint = In any language. Once the cooperative has answered, everybody can read it: leave out names, phone numbers and links.
# Field.
questions-phone = Phone, to be told of the answer
# Under it.
questions-phone-hint = We write to it once, when there is an answer, and then forget the number. Nobody else sees it.
# Beside that field.
questions-phone-most = This number was left with several questions today. Try again tomorrow, or ask without a number.
# Button.
questions-send = Send question
# After that.
questions-asked = Your question is sent. It waits for the cooperative; until then only you see it, below.
# The same, when a phone number or a link is in it.
questions-asked-held = Your question is sent. There seems to be a phone number or a link in it, so the Centre looks at it first.
# The same, when somebody else has asked just that.
questions-asked-by-another = Somebody has asked just this already. It waits for the cooperative, and the answer will stand here. No message is sent to you.
# The same, when it was answered before; the page shows that place.
questions-asked-before = This was asked before. Here is the answer.

## One's own questions

# Heading over what was asked with this browser.
questions-own = Asked on this phone
# Under it.
questions-own-text = Only this browser shows them until they are answered.
# Small word beside one.
questions-waits = Waiting for the cooperative
# Small word beside one.
questions-waits-for-centre = The Centre looks at it first
# Small word beside one; the reason follows.
questions-declined = Not answered
# Under one.
questions-will-tell = You get one message when there is an answer.
# Button.
questions-take-back = Take back
# After that.
questions-taken-back = Your question is taken back, and its text is deleted.

## Telling the Centre that something is wrong with one

# What one opens to tell it.
questions-wrong = Something is wrong with it
# In it.
questions-report-text = The Centre will read it. Nobody learns who told it.
# Button.
questions-report = Tell the Centre
# After that.
questions-reported = Thank you. The Centre will look at it.

## What cooperatives do with them, and with reviews

# Title of the page, and the way to it.
feedback-title = Questions and reviews
# On the overview, after a number.
feedback-stat-questions = questions about goods to answer
# On the overview, after a number.
feedback-stat-reviews = reviews to answer
# Part of the page.
feedback-tab-questions = Questions to answer
# Part of the page.
feedback-tab-reviews = Reviews to answer
# Part of the page.
feedback-tab-low = Three stars and less
# Part of the page.
feedback-tab-answered = Answered questions
# Part of the page.
feedback-tab-all-reviews = All reviews
# Under the title.
feedback-questions-lead = What you answer stands on the product's page, for everybody. Short and plain is best.
# Under the title.
feedback-reviews-lead = Your answer stands under the review, for everybody. A calm word to a bad review sells more than a hundred good ones.
# In place of them.
feedback-no-questions = No question is here.
# In place of them.
feedback-no-reviews = No review is here.
# Field.
feedback-answer = Your answer
# Under it.
feedback-answer-hint = Everybody reads it.
# Under it, when it was written in another language. $language: which one.
feedback-answer-in = Everybody reads it. Best in the language in which it was written: { $language }.
# Under a question.
feedback-will-tell = Whoever asked gets one message when you answer.
# Button.
feedback-send = Publish answer
# At the top, after it.
feedback-answered = Your answer can be read by everybody now.
# Below that, as a warning.
feedback-way-out = There is something like a web address, a telephone number or an account in it. The shop helps nobody who orders elsewhere. If it need not be there, change your answer.
# The same, when it was emptied, and so taken away.
feedback-taken-away = Your answer is taken away.
# Button below it.
feedback-next = On to the next
# What one opens instead of answering.
feedback-decline = Do not answer
# In it.
feedback-decline-text = Whoever asked reads why, and nobody else sees the question. The reason:
# At the top, after it.
feedback-declined = The question is put away. Whoever asked reads why.

## What the Centre does with them, and with reviews

# Title of the page, and the way to it.
moderation-title = Reports and held texts
# Under it.
moderation-lead = What buyers wrote and nobody else reads yet, and what somebody told you about. Nothing is hidden by itself.
# In place of them.
moderation-none = Nothing is to be looked at.
# Heading.
moderation-held-questions = Questions that wait
# Heading.
moderation-held-reviews = Reviews that wait
# Heading.
moderation-reported-questions = Questions that were reported
# Heading.
moderation-reported-reviews = Reviews that were reported
# Below the first twenty.
moderation-more = More wait. They follow as you decide.
# Small word. $count: how many told it.
moderation-reports = told by { $count }
# Button.
moderation-publish = Let it through
# Button, for what was reported.
moderation-keep = Leave it as it is
# What one opens to hide it.
moderation-hide = Hide it
# Field.
moderation-words = A word to whoever wrote it
# Under it.
moderation-words-hint = They read it beside the reason.
# Above the buttons that hide it.
moderation-reason = Hide it for this reason:
# At the top, after it.
moderation-published = It is let through.
# At the top, after it.
moderation-kept = It stays as it is.
# At the top, after it.
moderation-hidden = It is hidden. Whoever wrote it reads why.
# Above the lists: what waits.
moderation-to-look-at = To look at
# Above the lists: questions out of sight.
moderation-hidden-questions = Hidden questions
# Above the lists: reviews out of sight.
moderation-hidden-reviews = Hidden reviews
# On the lists of what is out of sight.
moderation-hidden-lead = What the Centre hid and what cooperatives declined, the newest first. What was hidden by mistake can be let through again.
# On such a list, when it is empty.
moderation-hidden-none = Nothing is hidden.
