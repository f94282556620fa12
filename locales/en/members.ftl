### Members and their roles; the Centre at work for a cooperative.

# Title of the page, and the link to it.
members-title = Members
# Under the title, for a cooperative.
members-text = Owners do everything; editors the shop page and products; packers the orders; finance sees the money; hosts sell live.
# Field: what a person is called.
members-name = Name
# Field.
members-role = Role
# First line of the list.
members-role-choose = Choose a role
# A role at the Centre.
members-role-admin = Admin
# A role: who looks after the money.
members-role-finance = Finance
# A role at the Centre: helps cooperatives.
members-role-support = Support
# A role in a cooperative.
members-role-owner = Owner
# A role in a cooperative.
members-role-editor = Editor
# A role in a cooperative.
members-role-packer = Packer
# A role in a cooperative: sells live.
members-role-host = Host
# A role at a station.
members-role-manager = Manager
# A role at a station.
members-role-clerk = Clerk
# A role with the shop's texts.
members-role-translator = Translator
# A role with the shop's texts: says that they are right.
members-role-reviewer = Reviewer
# Of what one is a member.
members-centre = The Centre
# Of what one is a member. $language: its name.
members-language = Texts: { $language }
# Beside oneself.
members-self = You
# Beside somebody who has not signed in yet.
members-invited = Invited
# Button.
members-change = Change role
# The same, read aloud. $name: the member's.
members-change-named = Change role: { $name }
# Button.
members-remove = Remove
# The same, read aloud. $name: the member's.
members-remove-named = Remove: { $name }
# When there are none.
members-none = Nobody yet.
# Heading.
members-invite-title = Invite somebody
# Under the heading.
members-invite-text = They sign in with this phone number and a one-time code. Tell them yourself: no message is sent.
# Button.
members-invite = Add
# Heading: inviting somebody without typing their number.
members-link-title = Invite by a link
# Under it.
members-link-text = Send the link, or let them scan the code. Whoever opens it gives their name and number, types the code that we send there, and is a member. It is good for one person and three days.
# Button.
members-link-make = Make a link
# The picture, read aloud.
members-link-qr = QR code of the invitation
# A link that is good, closed. $role: as what. $until: day and time.
members-link-good = { $role }, good until { $until }
# Field with the link.
members-link = Link
# Button: the link is not good any more.
members-link-end = Take the link back
# Title of the page a link leads to.
members-join-title = You are invited
# Under it. $cooperative: its name. $role: as what.
members-join-text = { $cooperative } would like you as: { $role }.
# Under the phone number.
members-join-phone = We send a one-time code to this number.
# Button.
members-join = Join
# After a code was sent.
members-join-sent = A code is on its way to you. It is good for five minutes. If the number is not yours, correct it and send a new code.
# Button: sends another code, perhaps to another number.
members-join-again = Send a new code
# Beside the code: it was mistyped, or its five minutes are over.
members-join-code-wrong = This code is not right, or it is older than five minutes. Check it, or send a new one.
# Over the button for somebody who is signed in. $name: theirs. $phone: their number.
members-join-signed-in = You are signed in as { $name }, { $phone }.
# Above the form for somebody who is a member of the cooperative already. $role: what they are.
members-join-already = You belong to this cooperative already, as: { $role }. Nothing changes for you, and the link is still good for somebody else.
# Heading under that button: the form for somebody else.
members-join-other = With another number
# Link to the page for signing in.
members-join-password = I have an account already: sign in
# When a link is used, too old, taken back or mistyped.
members-join-over = This link is not good any more: somebody has used it, it was taken back, or it is too old. Ask for a new one.
# Notice.
members-saved = Saved.
# Field: of what the members are wanted.
members-kind = Members of
# A choice.
members-kind-cooperative = A cooperative
# A choice.
members-kind-station = A station
# Field.
members-which = Which one
# Under the field.
members-which-hint = A cooperative's name as in its address (altun-badam), or a station's code (B001).
# Heading, and a choice.
members-newest = The newest members
# Button.
members-show = Show
# Title of the page, and the link to it.
support-title = Work for a cooperative
# Under the title.
support-text = You open its studio and work in its name. It sees that you were there, and everything you do is on record.
# Field.
support-search = Name of the cooperative
# Button.
support-begin = Open its studio
# The same, read aloud. $name: the cooperative's.
support-begin-named = Open the studio: { $name }
# Field of the page where the Centre finds a cooperative to work for.
support-find = Name of the cooperative, or an order's code
# Button beside an order that was found by its code.
support-open-order = Open the order
# The same for a screen reader. $code: the order. $name: the cooperative.
support-open-order-named = Open the order: { $code }, { $name }
# When the search finds none.
support-none = No cooperative has this in its name.
# On every page of a studio opened in the cooperative's name.
support-banner = You are working in this cooperative's name. It sees that you were here.
# Button.
support-end = End
# Heading, for the cooperative.
support-visits-title = The Centre worked here in your name
