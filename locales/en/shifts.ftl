### A clerk's shift at a station and its cash, and what the Centre sees of it.

# Title of a clerk's page; link to it; name of this part of the texts.
shift-title = Shift and cash
# Heading, button and link.
shift-start = Start a shift
# Under that heading.
shift-start-text = Count the cash in front of you before you begin.
# Notice at an order, above the form that begins a shift.
shift-needed = To take cash or give it back, start your shift first. You then come back to this order.
# Field.
shift-sum = Cash counted, in yuan
# Under that field.
shift-sum-hint = One sum, like 350.50; or count by notes and coins below.
# What folds out the fields for notes and coins.
shift-by-notes = Count by notes and coins
# Field: how many notes or coins. $value: an amount of money.
shift-piece = { $value } — how many
# Under such a field.
shift-piece-wrong = Enter a whole number, or leave it empty.
# Under the field of the sum.
shift-sum-differs = The notes and coins come to another sum. Correct one of the two.
# Under the field of the sum. $most: an amount.
shift-sum-too-much = A drawer holds no more than { $most }. Check the digits.
# In the form that begins a shift. $amount: money.
shift-left-last = Left in the drawer by you last time: { $amount }. If it is another sum now, write why.
# Field.
shift-reason = Why it is another sum
# Under that field.
shift-reason-needed = The sum is not what it should be. Write why.
# Notice.
shift-opened = Your shift has begun.
# Heading.
shift-running = Your shift
# Instead of the shift that runs.
shift-none = You have no shift now. What is paid can be handed over; cash needs a shift.
# Before a day and time; head of a column: when a shift began.
shift-since = Since
# Before a day and time: when a shift ended.
shift-until = Until
# Beside an amount.
shift-float = Cash at the start
# Beside an amount.
shift-taken = Cash taken
# Beside an amount that is taken off.
shift-given-back = Cash given back
# Beside an amount that is taken off.
shift-handed-over = Handed over to the Centre
# Beside an amount; head of a column.
shift-expected = Cash that should be there
# Beside an amount.
shift-counted = Cash that was there
# Beside an amount; head of a column: less than nothing where something is missing.
shift-difference = Difference
# Beside an amount.
shift-left = Left in the drawer
# Beside an amount: what the same clerk had left.
shift-carried = Left in the drawer before
# Heading and button.
shift-close = Close the shift
# Under that heading.
shift-close-text = Count all cash in the drawer. What is closed cannot be changed any more.
# Field.
shift-stays = How much stays in the drawer, in yuan
# Under that field.
shift-stays-hint = The rest goes to the Centre. Enter 0 if nothing stays.
# Under that field.
shift-stays-too-much = More cannot stay than was counted.
# Notice: nothing was closed.
shift-changed = Cash was taken or given back meanwhile, so the shift is still open. Look at the new sum and count again.
# Notice: nothing was done, because whoever sent the form works at another station, or for the Centre, by now.
shift-elsewhere = You now work somewhere else than when this page was opened, so nothing was done. Switch back in your account, or check everything and send it again.
# Notice.
shift-closed = Your shift is closed.
# Button, and what folds out the form.
shift-hand-over = Hand cash over to the Centre
# Above that form.
shift-hand-over-text = For when somebody of the Centre fetches cash while your shift runs.
# Field.
shift-hand-over-note = Who took it, or the number of the receipt
# Beside the amount.
shift-hand-over-too-much = There should not be that much in the drawer.
# Notice.
shift-handed-over-done = The cash that was handed over is noted.
# Heading.
shift-past = Earlier shifts
# Under that heading.
shift-past-none = No shift was closed yet.
# At a count that was wrong; an amount, a reason, and a day and time follow.
shift-corrected = Corrected by the Centre:
# At a shift; a name follows.
shift-closed-by = Closed by the Centre:
# Title of the Centre's page; link to it.
shift-stations = Cash of the stations
# Under that title.
shift-stations-text = Which stations have an open shift, what should be in their drawers, and where something is missing or waits.
# Field.
shift-query = Number, name or township
# Field.
shift-only = Which stations
# Choice.
shift-only-all = All of them
# Choice.
shift-only-open = With an open shift
# Choice.
shift-only-difference = With differences
# Choice.
shift-only-late = With late parcels
# Field.
shift-days = Parcels are late after so many days
# Beside a number; head of a column; mark at a station.
shift-open-now = Open shifts
# Mark at a station.
shift-not-open = No shift
# Beside an amount; head of a column.
shift-last = Counted last
# Beside a number; head of a column.
shift-differences = Differences in 30 days
# Beside a number; head of a column.
shift-late = Late parcels
# Link: the list as a file for spreadsheets.
shift-table = Save the list as CSV
# Head of a column.
shift-table-code = Number
# Head of a column.
shift-table-station = Station
# Head of a column.
shift-table-counted-at = Counted at
# Button, and what folds out the form.
shift-correct = Correct the count
# Above that form.
shift-correct-text = The count stays as it is; an entry beside it says what was there.
# Field.
shift-correct-counted = What was there, in yuan
# Notice.
shift-correct-changed = Somebody else corrected this count meanwhile. Look at it again.
# Notice.
shift-correct-done = The count is corrected.
# Notice.
shift-closed-for = The shift is closed.
# Above the form with which the Centre closes the shift of a clerk.
shift-close-for-text = For a clerk who cannot do it: they are ill, or work here no more. Count all cash in the drawer.
# Field in that form.
shift-close-for-reason = Why the Centre closes it, and any difference
# Under that field.
shift-close-for-why = Write why the Centre closes this shift.
