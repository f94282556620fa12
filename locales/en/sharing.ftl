### Passing a page on, and being found: the page with a link and a code, what search engines show.

# Link on the page of a product or a cooperative, and title of the page it leads to.
sharing-title = Share
# Under it.
sharing-lead = Send this link, or let somebody scan the code with their phone. Both open the page.
# Button: opens the phone’s own list of ways to send something.
sharing-send = Send…
# Button.
sharing-copy = Copy the link
# After pressing it.
sharing-copied = The link is copied.
# After pressing it, when the phone does not allow it.
sharing-copy-failed = The phone did not copy the link. Press and hold it below, and copy it yourself.
# Field that holds the link.
sharing-link = Link
# The picture, read aloud.
sharing-code = QR code of the page
# Under the code.
sharing-scan = Scan with a camera or WeChat
# Button: back to the product or the cooperative.
sharing-back = Back to the page

## What search engines and messengers show

# Of a product that has no description. $name: the product. $seller: its cooperative.
sharing-product-text = { $name }, straight from { $seller }.
# Of the list of a category. $category: such as Honey.
sharing-category-text = { $category }, straight from the cooperatives: compare sizes and prices, have it sent home or collect it at a station.
# Of the list of a cooperative’s products. $shop: its name.
sharing-goods-text = All that { $shop } sells: sizes, prices, and what is in stock.
# Title of a page further on in a list. $title: of the list. $page: number of the page.
sharing-page-title = { $title } ({ $page })
