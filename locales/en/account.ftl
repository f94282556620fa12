### Signing in, for members of cooperatives and the Centre.

# Title of the page.
account-sign-in-title = Sign in
# Under the title.
account-sign-in-text = For members of the cooperatives and the Centre. To buy you need no account.
# Field.
account-phone = Phone number
# Field.
account-password = Password
# Button.
account-sign-in = Sign in
# Heading over the second way.
account-code-title = Without a password
# Under the heading.
account-code-text = We send a one-time code to your phone.
# Button.
account-code-send = Send code
# After the button. Never says whether the number is known.
account-code-sent = If this number belongs to a member, a code is on its way. It is valid for five minutes.
# Field.
account-code = One-time code
# Link: back to the start, to send another code.
account-code-again = Use another number, or get a new code
# Button.
account-sign-out = Sign out
