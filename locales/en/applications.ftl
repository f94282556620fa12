### Cooperatives that want to sell here.

## For the cooperative

# Title of the page by which a cooperative asks to sell here.
application-title = Sell your goods here
# The link to it, at the end of every page.
application-link = Sell here as a cooperative
# Under the title.
application-lead = For cooperatives of the district. Tell us who you are and what you sell: the Centre looks at it and answers by message.
# Label.
application-name = Name of the cooperative
# Label.
application-township = Township
# When no township is chosen yet.
application-township-choose = Choose a township
# Label.
application-goods = What you sell
# Hint of the label before.
application-goods-hint = For example: almonds, walnuts, honey
# Label.
application-about = About you
# Hint of the label before.
application-about-hint = A few sentences: how many you are, how much you harvest.
# Label.
application-person = Contact person
# Hint of the label before.
application-person-hint = Runs the shop once it is admitted.
# Hint of the phone's label.
application-phone-hint = We send a code to it, and our answer.
# Above the button that sends a code.
application-code-first = First we send a code to the phone. Nothing is sent to the Centre before you have typed it.
# After a code was sent.
application-code-sent = A code is on its way. Type it at the end of the form; it is good for five minutes.
# At the phone number, when somebody sends another application with it.
application-one-waits = An application with this number is waiting for the Centre already, so this one was not sent. What you wrote is still here.
# When the same form is sent again with something else in it.
application-was-taken = You sent this form before, and what stood in it then is with the Centre. What you typed now was not sent and is still here. To send it as another application, have a new code sent.
# Button.
application-send = Send to the Centre
# Title of the page that says how it stands.
application-yours = Your application
# After it was sent.
application-sent = It is sent. Keep the address of this page: it shows how it stands.
# Before the time at which it was sent.
application-sent-at = Sent
# While nobody has decided.
application-waits = The Centre has it. You get a message when it is decided.
# When it is admitted.
application-admitted = Your cooperative is admitted. Sign in with your phone and fill your shop.
# Link under the sentence before.
application-sign-in = Sign in
# When it is refused, above the reason.
application-refused = The Centre has not admitted your cooperative:
# Link under the reason.
application-again = Apply again

## At the Centre

# Title of the list, and the link to it.
application-list = Applications
# When there are none.
application-none = There are none.
# Which applications are shown; and how one stands.
application-state-waiting = Waiting
# Which applications are shown; and how one stands.
application-state-admitted = Admitted
# Which applications are shown; and how one stands.
application-state-refused = Refused
# The way back to the list.
application-back = All applications
# Link to the cooperative that it became.
application-became = To the cooperative
# Heading and button.
application-admit = Admit
# Under the heading.
application-admit-text = The cooperative is in the shop at once, with the contact person as its owner, who gets a message. What it publishes waits for you until you set that otherwise.
# Label of the cooperative's name in addresses.
application-slug = Name in the address
# Hint of the label before.
application-slug-hint = Small Latin letters, digits and hyphens. It stays as it is.
# When another cooperative has it.
application-slug-taken = Another cooperative has this name. Choose another one.
# When it has other characters.
application-slug-wrong = Use small Latin letters and digits, with hyphens only between them, and no word of the shop’s own addresses such as new, shops or zh.
# Heading and button.
application-refuse = Refuse
# At an application that was decided meanwhile.
application-overtaken = This application is decided already, so nothing was done this time. How it was decided stands below.
# Label.
application-reason = Reason
# Hint of the label before.
application-reason-hint = Whoever applied reads it, and gets it as a message.
# After it was admitted.
application-done-admit = Admitted. The owner gets a message.
# After it was refused.
application-done-refuse = Refused. Whoever applied gets a message.

## Documents

# Heading over papers that came with an application.
application-documents = Documents
# Under the heading, where papers can be added.
application-documents-text = If you have them, add papers such as your registration: up to five photos or PDFs of 10 MB each. Only the Centre opens them.
# Label of the file.
application-document-file = Choose a photo or PDF
# Button.
application-document-add = Add the document
# Button beside a document.
application-document-remove = Take away
# The same, read aloud. $name: what the file is called.
application-document-remove-named = Take away { $name }
# After one was added.
application-document-added = The document is there.
# When the same form brings another file.
application-document-other = This form brought another file before, and that one was taken. The file you chose now was not: choose it once more.
# When many files are being received at the moment.
application-document-busy = Many files are being sent just now, so this one was not taken. Your application is there. Wait a minute and send the file again.
# When a document was sent and there are five.
application-document-not-added = The document was not added: there were five already.
# When a document was sent, or taken away, after the decision.
application-document-decided = Your application is decided, so nothing was added or taken away.
# In place of the form.
application-documents-full = There are five documents, and there can be no more. Take one away to add another.
# After one was taken away.
application-document-removed = The document is taken away.
# When somebody takes away a document that is not among theirs, or no more.
application-document-not-there = That document was not there any more; nothing was taken away.
# How long a file is, in thousands of bytes.
application-document-size = { $size } kB
# When no file was chosen, or an empty one.
application-document-missing = Choose a file with something in it.
# When a file is too long.
application-document-too-large = The file is larger than 10 MB. Take a smaller photo, or split the PDF.
# When a file is no picture and no PDF.
application-document-other-kind = This is neither a photo (JPEG, PNG, WebP) nor a PDF.
# When a file cannot be read.
application-document-broken = This file cannot be read. Take the photo again, or save the PDF anew.
