### Pickup stations, by township.

stations-lead = Collect your order and pay in cash. The people there also order for you.
stations-township = Township
# First entry of the list.
stations-township-all = All townships
# Field.
stations-query = Name, village or number
# Button.
stations-find = Find
# Beside a township. $count: its stations.
stations-count = { $count ->
    [one] { $count } station
   *[other] { $count } stations
}
# Read aloud: name of the list of opening hours.
stations-hours = Opening hours
# Before the hours.
stations-hours-daily = Every day
# Link under a station.
stations-goods = What can be collected here
stations-empty-title = No station fits
stations-empty-text = Try another spelling, or choose the township.
# Button.
stations-empty-all = All townships
