### What a cooperative is called, and its telephone, as its owner asks for them.

# Title of the page; link to it.
renaming-title = Name and telephone
# At the top of the form.
renaming-lead = What buyers read of your cooperative everywhere in the shop. The Centre looks at a change first; until then nothing is different.
# Field, with the name of a language after it.
renaming-name = Name
# Field.
renaming-phone = Telephone
# Under the field.
renaming-phone-hint = Buyers read it on your page. Leave it empty to show none.
# Button.
renaming-ask = Ask the Centre
# Notice.
renaming-asked = Sent. The Centre looks at it; until then buyers read what they read before.
# Notice, and link on the first page.
renaming-waits = Your change of name or telephone waits for the Centre.
# Notice, and link on the first page.
renaming-sent-back = The Centre did not confirm your change of name or telephone.
# Button.
renaming-take-back = Take this back
# Notice.
renaming-taken-back = Taken back. Nothing was changed.
# Column: what a name or number is to be.
renaming-after = New
# Mark in the Centre's list.
renaming-badge = Name or telephone
# Heading on the Centre's page of a cooperative.
renaming-waits-here = Wants another name or telephone
# Button.
renaming-confirm = Confirm
# Notice.
renaming-confirmed = Confirmed. Buyers read it now.
# Field.
renaming-reason = Why not
# Button.
renaming-send-back = Send back
# Notice.
renaming-refused = Sent back. The cooperative reads your reason.
