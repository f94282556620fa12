# For translators, in the shop itself: pages that show which texts they are made of, and what stands by a text that is being written.

# Name of the bar at the end of such a page; pressed, it shows all texts of the page.
texts-mode = Texts of this page
# In the bar.
texts-mode-how = Keep your finger on a text for a moment, or click it with Alt held down, to change it. The list has all texts of the page, also those that are only read aloud.
# Button in the bar.
texts-mode-leave = Stop marking texts
# Button in the list of all texts.
texts-mode-enter = Show the shop with its texts marked
# Link to the guide for translators.
texts-guide = How to translate
# Said in place of the picture of a page on which a text is outlined.
texts-picture = Where the text stands on the page, outlined
# Under that picture, when the page on it is in another language than this one. $language = name of a language.
texts-picture-language = The page in this picture is in: { $language }
# Before buttons that put a name the shop fills in where the cursor is.
texts-insert = Press to put in what the shop fills in:
# Above short fields, one for each such name.
texts-samples = Examples for the preview:
# Above the text as buyers will see it.
texts-preview = How it will look:
# In place of it.
texts-preview-none = Nothing to show yet: the text is empty or has a mistake.
# Before the number of letters a text has, and how many there is room for: «12 / 40».
texts-letters = Letters:
# While there is no network.
texts-unchecked = This was not checked just now. It is checked when you save it.
