### Pictures of a product, in a cooperative's work area.

# Title of the page. $product: name of the product.
pictures-title = Pictures of { $product }
# Link on the product's page.
pictures-open = Pictures
# Link to the product's page.
pictures-back = Price, stock and texts
# Heading over the form.
pictures-add = Add a picture
# Label of the file input.
pictures-file = Take a photo or choose one
pictures-file-hint = A JPEG, PNG or WebP file of up to 25 MB. The shop makes it smaller by itself and removes the place where it was taken.
# Button.
pictures-send = Add this picture
# In place of the form.
# $most: how many pictures a product can have.
pictures-full = This product has { $most } pictures; it cannot have more. Take one away to add another.
# Heading over the pictures.
pictures-list = In the shop
pictures-none = There is no picture yet. A product needs one before it is published.
# Beside the first picture.
pictures-first = Shown first
# Beside a picture. $place: its number. $count: how many there are.
pictures-place = Picture { $place } of { $count }
# Badge: no words for it yet.
pictures-undescribed = Not described
# Link to the page of one picture.
pictures-describe = Describe or remove
# The same, read aloud. $place: its number.
pictures-describe-place = Describe or remove picture { $place }
# Button.
pictures-move-first = To the front
# Button.
pictures-move-up = Up
# Button.
pictures-move-down = Down
# A button, read aloud. $command: what the button says. $place: number of the picture.
pictures-move-place = { $command } (picture { $place })
# At the top, after a form was sent.
pictures-added = The picture is there. The shop shows it now.
pictures-moved = The order is changed. The shop shows it now.
pictures-removed = The picture is taken away.

## One picture

# Title of the page. $place: its number. $product: name of the product.
pictures-picture-title = Picture { $place } of { $product }
# Text of a picture.
pictures-alt = What there is to see
pictures-alt-hint = For people who cannot see the picture, for example: a bowl of shelled almonds on a wooden table.
# Opens the question.
pictures-remove = Take the picture away
# The question.
pictures-remove-text = Take this picture away? Buyers do not see it any more.
# The question, at a product that buyers do not see.
pictures-remove-draft = Take this picture away?
# Button.
pictures-remove-confirm = Yes, take it away
# Link.
pictures-all = All pictures

## Pictures on their way

# Heading.
pictures-uploads = On their way
# Link: loads the page again.
pictures-reload = See how it stands now
# $percent: how much of the picture has arrived.
pictures-state-receiving = { $percent } % has arrived. To go on, choose the same picture again.
# The same, where somebody else of the cooperative sends it.
pictures-state-others = Somebody else is sending it. If it stops, they can go on by choosing the same picture again.
pictures-state-waiting = It has arrived and waits its turn.
pictures-state-making = It is being prepared for the shop.
pictures-state-refused = Not taken
# While a picture is sent.
pictures-sending = Sending. The page may be left; choose the same picture again later to go on.
# While there is no network.
pictures-sending-offline = No connection. It goes on by itself as soon as there is one.
pictures-sending-making = It has arrived and is being prepared. This takes a few seconds.
pictures-sending-failed = This did not work. What has arrived is kept for a day. Choose the same picture again.
# When the shop refused it before anything was sent.
pictures-sending-not-taken = The shop did not take this picture, and nothing of it was sent. Load the page again and choose the picture once more; it may ask you to sign in first.

## Why a picture is not taken

pictures-refused-missing = No picture was chosen. Choose one, then send again.
pictures-refused-too-many-bytes = This file is larger than 25 MB. Nothing was added. Choose a smaller one, or set your camera to a smaller size.
pictures-refused-heic = This is a HEIC file, as iPhones make them, and the shop cannot read it. Nothing was added. On the iPhone open Settings, Camera, Formats and choose “Most Compatible”, then take the photo again; or send a screenshot of it.
pictures-refused-not-a-picture = This is not a JPEG, PNG or WebP picture, whatever its name says. Nothing was added. Choose a photo.
pictures-refused-moving = This picture moves. Nothing was added. Choose one that stands still.
pictures-refused-too-large = This picture has more points than the shop can read: 50 megapixels and 12000 points along one side at the most, and less if it was saved in an unusual way. Nothing was added. Set your camera to a smaller size, or send a screenshot of it.
pictures-refused-too-small = This picture is so small that it would look blurred: each side needs at least 200 points. Nothing was added. Take the photo again, or choose the original.
pictures-refused-damaged = This file is damaged or did not arrive whole. Nothing was added. Choose it once more; if it fails again, take another photo.
pictures-refused-full = The product had 12 pictures when this one arrived, and cannot have more. Take one away, then send it again.
pictures-refused-failed = This is our fault, not the picture’s. Nothing was added. Send it again; if that fails, tell the Centre.

error-last-picture = A product on sale needs a picture. Nothing was changed. Add another one first, then take this one away.
error-pictures-full = This product has 12 pictures; it cannot have more. Nothing was added. Take one away first.
error-uploads-full = Your cooperative has sent very many pictures today, or many are still on their way. Nothing was added. Wait until those are through, or go on tomorrow.
# At the top, after a picture of what buyers do not see was added.
pictures-added-draft = The picture is there. Buyers see it once the product is published.
# The same, after one was moved.
pictures-moved-draft = The order is changed. Buyers see it once the product is published.
# Button beside a picture that was not taken: the notice goes away.
pictures-dismiss = Understood
# The same, read aloud. $file: name of the file.
pictures-dismiss-named = Understood: { $file }
# Button: takes away a picture that is not sent to its end.
pictures-upload-remove = Remove
# The same, read aloud. $file: name of the file.
pictures-upload-remove-named = Remove: { $file }
# Why a picture is not taken.
pictures-refused-empty = This file is empty: it holds nothing at all. Nothing was added. Choose another one, or take the photo again.
# Why a picture is not taken.
pictures-refused-known = This picture is among those of the product already. Nothing was added. Choose another one.

## Cropping

pictures-crop = Crop
# $place: which picture.
pictures-crop-place = Crop picture { $place }
pictures-crop-shape = Shape
pictures-crop-free = As you draw it
pictures-crop-square = Square
pictures-crop-landscape = Wide, 4:3
pictures-crop-portrait = Upright, 3:4
pictures-crop-wide = Very wide, 16:9
pictures-crop-keep = Which part is kept
pictures-crop-first = Top or left
pictures-crop-middle = Middle
pictures-crop-last = Bottom or right
pictures-crop-frame = Frame round what is kept
pictures-crop-hint = Drag the frame or its corners with a finger. On a keyboard, the arrow keys move the frame; with Shift they change its size.
pictures-crop-kept = Kept, in points:
pictures-crop-note = A new picture is made, and takes the place of this one. Its words stay.
pictures-crop-send = Crop this picture
pictures-crop-asked = The picture is being cropped. It takes the place of the old one in a few seconds.
# The same, where changes wait for the Centre.
pictures-crop-asked-waits = The picture is being cropped. It takes the place of the old one here in a few seconds; buyers see it once the Centre has confirmed it.
# $count: how many.
pictures-crops-open = Pictures being cropped: { $count }
pictures-crops-refused = A picture could not be cropped.
pictures-crop-already = This picture is being cropped already. Wait a few seconds, load the page again and crop what has become of it.
pictures-crop-replaced = This picture was cropped or exchanged meanwhile. Nothing was changed: look at the new one and crop that, if it still needs it.
pictures-crop-nothing = Nothing would be cut off. Draw a smaller frame or choose another shape.
pictures-crop-too-small = Too little would be left: each side needs at least 200 points. Draw a larger frame.
pictures-crop-outside = The frame is not inside the picture. Draw it again.
# Over a picture that was cropped before.
pictures-crop-as-sent = This is the whole picture, as it was before it was cropped. Buyers see only what lies inside the frame.
# Button: nothing is cut off any more.
pictures-crop-whole = Keep the whole picture again
# The frame is as it was.
pictures-crop-same = This part is the one that is kept already. Nothing was changed: move the frame, or choose another shape.
