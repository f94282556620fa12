//! What pages about shifts show and take.

use domain::{Drawer, Money, ShiftFilter, ShiftId};

use crate::stations::StationView;

/// A shift that runs.
#[derive(Clone, Debug)]
pub struct OpenShift {
    /// Its number.
    pub id: ShiftId,
    /// Whose it is.
    pub clerk: String,
    /// Since when, milliseconds since 1970 UTC.
    pub since: i64,
    /// What happened to its cash, fen.
    pub drawer: Drawer,
    /// What should be there now.
    pub expected: Money,
    /// The shift and that sum, for the form that closes it.
    pub seen: String,
}

/// A shift that is over.
#[derive(Clone, Debug)]
pub struct ClosedShift {
    /// Its number.
    pub id: ShiftId,
    /// Whose it was.
    pub clerk: String,
    /// Who of the Centre closed it, where its clerk did not.
    pub closed_by: Option<String>,
    /// From when, milliseconds since 1970 UTC.
    pub opened_at: i64,
    /// Until when.
    pub closed_at: i64,
    /// What happened to its cash, fen; what was handed over at its end is in it.
    pub drawer: Drawer,
    /// What the clerk had left in the drawer before, where they began with another sum, and why they did.
    pub carried: Option<(Money, String)>,
    /// What should have been there.
    pub expected: Money,
    /// What was there, as it is known by now.
    pub counted: Money,
    /// By how much that is more.
    pub difference: Money,
    /// Why, in the words of whoever closed it.
    pub reason: String,
    /// What stayed in the drawer, as it is known by now.
    pub left: Money,
    /// How the count was corrected, the oldest first.
    pub corrections: Vec<Correction>,
}

/// That a count was wrong.
#[derive(Clone, Debug)]
pub struct Correction {
    /// By how much more was there in truth.
    pub amount: Money,
    /// Why it was wrong.
    pub reason: String,
    /// When, milliseconds since 1970 UTC.
    pub at: i64,
}

/// A clerk's own shifts at their station.
#[derive(Clone, Debug)]
pub struct OwnShifts {
    /// The one that runs.
    pub open: Option<OpenShift>,
    /// What they left in the drawer the last time.
    pub left: Option<Money>,
    /// The last of those that are over, the newest first.
    pub past: Vec<ClosedShift>,
}

/// Which stations the Centre looks at; nothing is all of them.
#[derive(Clone, Debug, Default)]
pub struct StationCashQuery {
    /// A part of a code, a name, an address or a township's name.
    pub text: String,
    /// Only those.
    pub only: Option<ShiftFilter>,
    /// After so many days on the shelf a parcel is late.
    pub days: i64,
    /// Only those after this code: the way to the next page.
    pub after: String,
}

/// A station's cash, in the Centre's list.
#[derive(Clone, Debug)]
pub struct StationCash {
    /// The station.
    pub station: StationView,
    /// The shifts that run there.
    pub open: Vec<OpenShift>,
    /// What was counted last, and when; milliseconds since 1970 UTC.
    pub last: Option<(Money, i64)>,
    /// How many counts of the last thirty days were another sum than they should have been.
    pub differences: i64,
    /// And by how much in all.
    pub difference: Money,
    /// Parcels that lie there too long.
    pub late: i64,
}

/// A page of that list.
#[derive(Clone, Debug)]
pub struct StationCashList {
    /// By code.
    pub rows: Vec<StationCash>,
    /// How many fit on all pages.
    pub total: usize,
    /// Shifts that run at these, on all pages.
    pub open: usize,
    /// What should be in their drawers.
    pub expected: Money,
    /// The code after which the next page comes, if there is one.
    pub next: Option<String>,
}

/// The shifts of one station, for the Centre.
#[derive(Clone, Debug)]
pub struct StationShifts {
    /// The station.
    pub station: StationView,
    /// Those that run.
    pub open: Vec<OpenShift>,
    /// A page of those that are over, the newest first.
    pub past: Vec<ClosedShift>,
    /// The one after which the next page comes, if there is one.
    pub next: Option<ShiftId>,
}
