### Signing in, for members of cooperatives, the Centre and the stations, and for translators.

# Title of the page.
account-sign-in-title = Sign in
# On the sign-in page, when somebody pressed something after being signed out.
account-signed-out = You were signed out, so what you pressed was not done. Sign in and press it again.
# The same, when a form with texts was sent: they go along through signing in.
account-signed-out-kept = You were signed out before this was sent. Sign in: it is kept, and you can send it then.
# Title of the page after that.
account-sent-title = You are signed in
# Under the title.
account-sent-text = What you wrote is still here. It is not sent yet.
# Button: sends it.
account-sent-send = Send it now
# Link below it: goes on without sending it.
account-sent-not = Do not send it
# Under the title.
account-sign-in-text = For members of the cooperatives, the Centre and the stations, and for translators. To buy you need no account.
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

## One's own account

# Title of the page, and the link to it.
account-title = Your account
# Under a refusal for too many tries.
account-wait-instead = If you asked for a code, you can sign in with your password instead.
# Under a refusal for too many wrong passwords.
account-wait-code = You can have a code sent to your phone instead.
# Heading.
account-works-title = What you work for
# When there is nothing.
account-works-none = You are not a member of anything at the moment. Ask whoever invited you.
# Beside what one works for at present.
account-works-now = Now
# Button.
account-works-switch = Work for this
# Heading.
account-sessions-title = Where you are signed in
# Under the heading.
account-sessions-text = End what you do not know, then change your password.
# Beside the session that asks.
account-session-this = This device
# When the device has no name.
account-session-unknown = Unknown device
# Before a date.
account-session-since = Signed in
# Before a date.
account-session-seen = Last used
# Button.
account-session-end = End
# Button.
account-sessions-end-others = End all others
# Notice.
account-session-ended = Ended.
# When there is no password yet.
account-password-first = You have no password yet and sign in with codes. Set one if you like.
# Above the form.
account-password-others = After the change you stay signed in here only.
# Field.
account-password-old = Present password
# Field.
account-password-new = New password
# Under the field.
account-password-hint = At least 8 characters, in any script; spaces inside count.
# Button.
account-password-change = Change password
# Notice.
account-password-changed = The password is changed. Everywhere else you are signed out.
# Beside the old password.
account-password-wrong = This is not your present password.
# Title of the page.
account-confirm-title = Confirm who you are before you go on
# Title of the page, before a payout.
account-confirm-title-money = Confirm who you are before money is paid out
# Title of the page, before it is changed who works here and as what.
account-confirm-title-people = Confirm who you are before members are changed
# Title of the page, before it is changed with which devices one signs in.
account-confirm-title-devices = Confirm who you are before your devices are changed
# Under the title.
account-confirm-text = Enter your password, or a one-time code that we send to your phone. We ask again so that nobody else can do this on a device that you left open. What you filled in is kept.
# Field.
account-confirm-code = or one-time code
# At the password: it is another one. Who reads it is signed in.
account-confirm-password-wrong = This is not your password. Check it, or have a code sent to you.
# At the code: it was mistyped, or its five minutes are over.
account-confirm-code-wrong = This code is not right, or it is older than five minutes. Check it, or have a new one sent.
# Notice.
account-confirm-sent = A code is on its way to your phone. It is valid for five minutes.
# Button.
account-confirm = Continue
