### Tables that a cooperative imports and exports.

# Menu and buttons: tables of goods and orders.
tables-nav = Tables
# Title of the page.
tables-title = Import and export tables
# Heading: bringing a table along.
tables-import-title = Import goods
# Under the heading.
tables-import-lead = From Excel, WPS, Shopify or WooCommerce. You see what would change before anything does; new products are drafts.
# Label of the field for the file.
tables-file = Choose a table
# Under the field for the file.
tables-file-hint = A CSV or XLSX file of up to 20 MB, or translated XLIFF. Photos are not fetched: add them afterwards.
# Button: sends the file, changes nothing yet.
tables-send = Look at this table
# Heading: taking tables away.
tables-export-title = Export
# Under the heading.
tables-export-lead = Change prices and stock in the file and import it again. XLSX keeps codes such as 007 as they are.
# What is exported.
tables-export-products = Products with texts
# What is exported.
tables-export-stock = Prices and stock
# What is exported.
tables-export-lots = Lots: harvest and origin
# What is exported.
tables-export-orders = Orders
# Link to a file. $table: what is in it. $format: CSV or XLSX.
tables-export-file = { $table } as { $format }
# Under the files that one takes away: how to bring lots.
tables-export-lots-lead = To enter what came in, take the lots, write in a new row the size number, when it was harvested, where and how much came in, leave the lot number empty, and import the file. It is added to the stock.
# Heading: files for translators.
tables-translations-title = Texts to translate
# Under the heading.
tables-translations-lead = Names, descriptions and texts of the shop page that a language lacks or that are out of date, as XLIFF for translators and their programs. Import the file here once it is translated: you see first what would change. Texts of the shop page go into its draft.
# Link to a file. $language: the language to translate into.
tables-translations-into = Into { $language }
# In place of that link. $language: the language to translate into.
tables-translations-none = { $language }: nothing to translate
# Heading: imports of before.
tables-list = Imports so far
# No import yet.
tables-list-empty = Nothing was imported yet.
# Title of the page of one import. $file: name of the file.
tables-import-of = Table { $file }
# Link back to all tables.
tables-back = All tables
# State of an import.
tables-state-checking = Being read
# State of an import.
tables-state-ready = Waits for your yes
# State of an import.
tables-state-running = Being imported
# State of an import.
tables-state-done = Imported
# State of an import that is over and changed nothing.
tables-state-nothing = Nothing was imported
# Of an outdated translation that a translator sent back as it was, and as done.
tables-text-confirmed = Still right: no longer marked as out of date.
# State of an import.
tables-state-refused = Cannot be read
# State of an import.
tables-state-canceled = Canceled
# State of an import.
tables-state-failed = Stopped by a fault of ours
# How many sizes are new.
tables-count-new = New
# How many sizes change.
tables-count-changed = Changed
# How many sizes stay.
tables-count-same = Unchanged
# How many rows are wrong.
tables-count-wrong = Wrong
# Above the confirmation, when rows are wrong.
tables-wrong-left-out = Rows with mistakes are left out; the others are imported.
# How many pictures the file names. $count: a number in digits.
tables-pictures = { $count } pictures are named in the file. They are not fetched: add photos to the drafts.
# How far an import is. $through and $total: numbers in digits.
tables-progress = { $through } of { $total } rows
# Link: loads the page again.
tables-reload = See how far it is
# While it is read or imported.
tables-leave = You can leave this page; the work goes on.
# After an import.
tables-done-drafts = New products are drafts: look at them, add photos and publish them.
# After an import of lots.
tables-done-lots = What came in is in stock now, each lot with its number. You read the numbers under Prices and stock.
# Heading: how the file is read.
tables-recognised = What was recognised
# Under the heading.
tables-recognised-lead = Mend what is not right, then look again.
# Label: whose table it is.
tables-kind = Kind of table
# Kind of table: ours, or one that somebody typed.
tables-kind-own = Our own, or typed by yourself
# Kind of table.
tables-kind-shopify = Shopify
# Kind of table.
tables-kind-woocommerce = WooCommerce
# Label: how the letters of the file are written.
tables-encoding = Letters
# Encoding.
tables-encoding-utf-8 = UTF-8
# Encoding.
tables-encoding-utf-16le = UTF-16
# Encoding.
tables-encoding-utf-16be = UTF-16 (big endian)
# Encoding.
tables-encoding-gbk = GBK, GB 18030 (Chinese Windows)
# Encoding.
tables-encoding-windows-1252 = Windows-1252 (Spanish Windows)
# Label: what parts the cells.
tables-separator = Separator
# Separator.
tables-separator-comma = Comma
# Separator.
tables-separator-semicolon = Semicolon
# Separator.
tables-separator-tab = Tab
# Separator.
tables-separator-bar = Bar |
# Label: the language of names in the file.
tables-language = Language of names and descriptions
# Label: the category of new products.
tables-category = Category of new products
# At the top, when rows lack a category; the field is below.
tables-category-needed = The table does not say which category new products go into. Choose one below and look again.
# Choice: the file says it.
tables-category-as-file = As the file says
# Label: prices in other money.
tables-rate = 1 in the file is how many yuan?
# Under that label.
tables-rate-hint = Empty when the prices are in yuan already.
# What is wrong with that field.
tables-rate-wrong = Write a number such as 7.2, with four decimals at the most.
# Heading: what the columns stand for.
tables-columns = Columns
# Heading that opens: columns that mean nothing here.
tables-columns-others = Columns that are not used
# Label of a column without a heading. $number: which one.
tables-column-unnamed = Column { $number }
# Under a column: what stands in it. $cells: some cells.
tables-example = Such as: { $cells }
# Button: reads the file once more.
tables-look-again = Look again
# Heading: the first rows as they would become.
tables-preview = The first rows as they would become
# Heading of a column: number of the row.
tables-row = Row
# A row. $row: its number.
tables-row-number = Row { $row }
# Heading of a column: in which column.
tables-column = Column
# Heading of a column: what is wrong.
tables-problem = What is wrong
# Heading of a column: what stands there.
tables-typed = What stands there
# Price that changes. $before: the price now.
tables-price-was = before: { $before }
# What would be there. $amount: how much.
tables-stock-of = Stock: { $amount }
# The same, where it changes. $amount: how much. $before: how much now.
tables-stock-was = Stock: { $amount } (before: { $before })
# Over a text that would change, as it is.
tables-text-now = Now
# In place of that text, when there is none.
tables-text-none = nothing yet
# Over the text as it would become.
tables-text-then = After the import
# Under a text that is written in the letters of another language.
tables-text-foreign = These are mostly letters of another language. Is this the right text?
# Heading: rows that are wrong.
tables-problems = Rows with mistakes
# Link: what is wrong as a file; no more than 1,000 rows.
tables-problems-file = Mistakes as CSV (the first 1,000)
# Heading over notes about rows.
tables-notes = Rows that are taken over differently
# A mistake. $row: number of the row. $column: which column.
tables-problem-at = Row { $row }, { $column }
# Button: imports it. $count: how many sizes are new or change, in digits.
tables-confirm = Import { $count } rows
# When there is nothing to import.
tables-nothing = Nothing in this table is new or different.
# Before a moment: when the numbers of a long table that waits for a yes were counted.
tables-counted = Counted
# Behind it.
tables-counted-text = What was changed elsewhere since then is looked at when the table is taken over, and the numbers afterwards are those of what was done.
# Button: does not import it.
tables-cancel = Do not import
# Button: stops an import in the middle.
tables-stop = Stop here
# Beside that button.
tables-stop-text = What is imported already stays.
# How goods are sold, in a cell.
tables-sold-pack = pack
# How goods are sold, in a cell.
tables-sold-weight = by weight
# A column that means nothing here.
tables-column-ignore = Not used
# A column.
tables-column-product = Product number
# A column.
tables-column-size = Size number
# A column: the cooperative’s own code.
tables-column-sku = Own code (SKU)
# A column: what rows of one product have in common.
tables-column-group = Product group
# A column: what tells sizes apart.
tables-column-variant = Variant
# A column.
tables-column-name = Product name
# A column.
tables-column-name-ug = Name (Uyghur)
# A column.
tables-column-name-zh = Name (Chinese)
# A column.
tables-column-name-es = Name (Spanish)
# A column.
tables-column-description = Product description
# A column.
tables-column-description-ug = Description (Uyghur)
# A column.
tables-column-description-zh = Description (Chinese)
# A column.
tables-column-description-es = Description (Spanish)
# A column.
tables-column-category = Product category
# A column: in packs or by weight.
tables-column-sold = Sold as
# A column.
tables-column-net = Weight of a pack
# A column.
tables-column-grams = Weight in grams
# A column.
tables-column-kilograms = Weight in kilograms
# A column.
tables-column-pounds = Weight in pounds
# A column.
tables-column-ounces = Weight in ounces
# A column.
tables-column-price = Price (yuan)
# A column: prices that fall with the amount.
tables-column-steps = Cheaper for more
# A column: the most that one buyer may have within 30 days.
tables-column-buyer-limit = Limit per buyer
# A column.
tables-column-harvest-year = Harvest year
# A column: a month by its number.
tables-column-season-from = Season from (month)
# A column: a month by its number.
tables-column-season-to = Season to (month)
# A column.
tables-column-stock = In stock
# Column of another shop's table: sold, a draft, or put away.
tables-column-status = State in the other shop
# A column: what was so when it was exported.
tables-column-seen = When exported (do not change)
# A column.
tables-column-picture = Picture
# A column of WooCommerce.
tables-column-type = Type of row
# A column of WooCommerce.
tables-column-parent = Parent product
# A column of WooCommerce.
tables-column-foreign-id = Number in the other shop
# A column: number of a lot; empty for one that comes in.
tables-column-lot = Lot number
# A column: how much of a lot came in.
tables-column-came-in = How much came in
# A column of an export: name and size, not imported.
tables-column-shown = Product and size
# A column of an export: for orders.
tables-column-reserved = Reserved
# A column of an export: whether it is on sale.
tables-column-state = Sale state
# A column of an export: the numbers of the lots of which something is left.
tables-column-lots = Lots
# A column of an export: how much of a lot is left.
tables-column-left = Left of the lot
# A column of an export: the day on which a lot came in.
tables-column-arrived = Day it came in
# A column of an export: when these were harvested.
tables-column-harvested = Harvested
# A column of an export: where these are from.
tables-column-origin = Where from
# What is wrong with a cell.
tables-problem-required = Something has to stand here.
# What is wrong with a cell.
tables-problem-too-long = Too long.
# What is wrong with a cell.
tables-problem-invalid-price = Not a price from 0.01 to 100,000 yuan, such as 12.50.
# What is wrong with a cell.
tables-problem-invalid-quantity = Not an amount or weight, such as 20 or 500 g.
# What is wrong with a cell.
tables-problem-invalid-text = It has characters that cannot be shown.
# What is wrong with a cell.
tables-problem-invalid-choice = Not one of the words used here.
# What is wrong with a cell.
tables-problem-not-found = Your cooperative has nothing with this number.
# What is wrong with a cell.
tables-problem-changed = Somebody changed it since the table was exported. Export again, or change it on its page.
# What is wrong with a cell.
tables-problem-fixed = This cannot be changed by a table. Add a new size instead.
# What is wrong with a cell.
tables-problem-twice = The same size stands in another row.
# What is wrong with a cell.
tables-problem-disagrees = Another row says something else of the same product. Write the same in both.
# The same. $row: number of that row.
tables-problem-disagrees-with = Row { $row } says something else of the same product, and only that one counts. Decide which is right, and write the same in both rows.
# What is wrong with a cell.
tables-problem-no-parent = The product it belongs to does not stand above it.
# What is wrong with a row.
tables-problem-products-full = Your cooperative has as many products as it may.
# What is wrong with a row.
tables-problem-sizes-full = This product has as many sizes as it may.
# What is wrong with a row.
tables-problem-same-size = This product has a size like this one already.
# What is wrong with prices that fall with the amount.
tables-problem-invalid-steps = Write it like 10=24.00; 50=21.50. Amounts have to rise above the smallest one sold and prices to fall below the price; there can be five at the most. A dash takes them away.
# What is wrong with prices that fall with the amount. Before it stands the most that one can buy at once: ≤ 20, ≤ 10 kg.
tables-problem-steps-above = One of these amounts is above the most that one can buy at once; that stands after the sign ≤.
# What is wrong with prices that fall with the amount.
tables-problem-steps-too-cheap = One of these prices is less than half of the price of the size. Is it mistyped?
# What is wrong with a price.
tables-problem-below-steps = This price is not above what larger amounts cost. Change those prices in the same row, too.
tables-problem-invalid-limit = Not an amount in which this size is sold, such as 3 or 2 kg. A dash means no limit.
tables-problem-invalid-month = Write both months as numbers from 1 to 12, or a dash in both for all year.
tables-problem-invalid-year = Not a year that has begun, with four digits, such as 2026. A dash takes it away.
# The row is taken over all the same.
tables-problem-archived = Put away in the other shop. A new product goes into the archive; one that is here already stays as it is.
# The row is taken over all the same.
tables-problem-below-zero = Less than nothing is not in stock here: 0 is taken over.
# What is wrong with a cell of a table of lots.
tables-problem-no-goods = Your cooperative has no goods of this code or name. Write the size number, as it stands in an exported table.
# What is wrong with the number of a lot.
tables-problem-no-lot = This size has no lot with this number. Leave it empty for what comes in now: the lot gets its number here.
# What is wrong with a cell of a lot that is there already.
tables-problem-lot-fixed = This lot is there already, and it stays as it was written down. For what comes in now, leave the lot number empty.
# What is wrong with a row.
tables-problem-lot-twice = The same lot stands in another row. If as much came in twice, write the sum into one row.
# What is wrong with a row.
tables-problem-lot-unnamed = Write when it was harvested or where it is from: by one of them it is a lot.
# Why a file is not taken.
tables-refusal-missing = No file was chosen, or it is empty. Choose a table.
# Why a file is not taken.
tables-refusal-too-many-bytes = The file is too large. Split it, or save it as CSV.
# Why a file is not taken.
tables-refusal-old-excel = This is an old Excel file (.xls). Save it as .xlsx or CSV and choose that.
# Why a file is not taken.
tables-refusal-not-a-table = This is not a table. Choose a CSV or XLSX file.
# Why a file is not taken.
tables-refusal-damaged = The file is damaged or incomplete. Save it once more and choose it again.
# Why a file is not taken.
tables-refusal-too-many-rows = More than 100,000 rows. Split the table.
# Why a file is not taken.
tables-refusal-too-many-columns = More than 256 columns. Is the separator right?
# Why a file is not taken.
tables-refusal-row-too-long = A row does not end: a quotation mark is missing or too many.
# Why a file is not taken.
tables-refusal-no-columns = No column says which goods are meant. Say below what the columns are.
# Why a file is not taken.
tables-refusal-not-xliff = This is no file for translators as we write them (XLIFF 1.2). Export it here, and send it back in the same format.
# Why a file is not taken: XML with abbreviations of its own, which are never read for safety.
tables-refusal-xml-entities = The file has abbreviations of its own (entities, DTD), which we do not read. Have it saved without them.
# Why a file is not taken.
tables-refusal-too-much-text = This file for translators is larger than 20 MB. Split it into files of fewer texts, in the same format (XLIFF 1.2).
# Why a file is not taken.
tables-refusal-other-language = The file translates from or into another language than your texts, or than it was exported for. Export it again for the language you want.
# A column of exported orders.
tables-order-code = Order
# A column of exported orders: day and time in Beijing.
tables-order-placed = Placed
# A column of exported orders.
tables-order-stage = Stage
# A column of exported orders.
tables-order-payment = Payment
# A column of exported orders: only while the order is open.
tables-order-buyer = Buyer (open orders)
# A column of exported orders: only while the order is open.
tables-order-phone = Phone (open orders)
# A column of exported orders: only while the order is open.
tables-order-destination = Goes to (open orders)
# A column of exported orders.
tables-order-product = Product sold
# A column of exported orders.
tables-order-size = Size sold
# A column of exported orders.
tables-order-quantity = Quantity sold
# A column of exported orders.
tables-order-price = Price sold
# A column of exported orders.
tables-order-line = Sum of the line
# A column of exported orders.
tables-order-goods = Goods in the order
