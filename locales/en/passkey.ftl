### Signing in with the fingerprint, face or lock of one's own device.

# Title of the page and of the card on one's account.
passkey-title = Sign in with fingerprint or face
# Under the title.
passkey-text = Your phone or computer checks that it is you, so you type no password. Fingerprint and face stay on the device; we never get them.
# Link from the account to the page.
passkey-manage = Your devices
# When none is set up.
passkey-none = No device is set up yet.
# Before a date.
passkey-added = Set up
# Before a date.
passkey-used = Last used
# Instead of that date.
passkey-unused = Not used yet
# Opens what can be done with a device.
passkey-change = Change
# Field: what one calls the device.
passkey-name = Name of the device
# Under that field when a device is set up.
passkey-name-hint = For your list, for instance “my phone”. It may stay empty.
# Button.
passkey-rename = Save name
# Above the button that removes a device.
passkey-remove-text = Removed, it no longer signs anybody in, and where it signed in you are signed out.
# Button.
passkey-remove = Remove
# Heading.
passkey-add-title = Set up this device
# Under the heading.
passkey-add-text = The device asks for your fingerprint, your face or its screen lock. Do this only on a device that nobody else unlocks.
# Button.
passkey-add = Set up this device
# When there are as many as one may have. $most: how many.
passkey-most = You have set up { $most } devices; there cannot be more. Remove one that you no longer use.
# Where scripts or the browser cannot do it.
passkey-not-here = This browser cannot do it here. Open the shop in the phone's own browser, such as Chrome or Safari.
# After adding, when it did not fit.
passkey-add-failed = The device is not set up: it took too long, or its answer does not belong to this page. Please try again.
# Notice.
passkey-is-added = The device is set up. From now on you can sign in with it.
# Notice.
passkey-is-renamed = The name is saved.
# Notice.
passkey-is-removed = Removed. Delete the key in the settings of the device too: it no longer signs anybody in here.
# Button on the sign-in page.
passkey-sign-in = Use fingerprint or face
# On the sign-in page, after an answer that does not fit. Never says whether the device is known.
passkey-sign-in-failed = You are not signed in: this did not fit, or took too long. Try again, or sign in with your phone number.
# Button on the page that asks once more who one is.
passkey-confirm = Use fingerprint or face
# On that page, after an answer that does not fit.
passkey-confirm-failed = This did not fit, or took too long. Try again, or use the password or a code.

## What the page says meanwhile

# While the device asks.
passkey-asking = Follow what your device says.
# Canceled, or the time is over: browsers do not tell which.
passkey-stopped = Nothing was done: it was canceled or took too long. Press the button to try again.
# The device has been set up before.
passkey-known = This device is set up already.
# The device has no lock, or cannot keep such a key.
passkey-impossible = This device cannot do it. It needs a screen lock, a fingerprint or a face that is set up in its settings.
# No network.
passkey-offline = There is no network. Press the button again when it is back.
# Too many tries.
passkey-later = That was too often. Wait a while, then try again.
# The shop has too much to do, or cannot write.
passkey-busy = The shop cannot answer right now. Press the button again in a moment.
# Anything else.
passkey-broken = That did not work. Load the page anew and try again.
