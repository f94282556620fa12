//! What pages about stations show.

use domain::StationId;

use crate::Shown;
use crate::directory::HoursView;

/// The stations of a township.
#[derive(Clone, Debug)]
pub struct TownshipStations {
    /// The township's name in the URL.
    pub slug: String,
    /// Its name.
    pub name: Shown,
    /// Its stations, by code.
    pub stations: Vec<StationView>,
}

/// A village station.
#[derive(Clone, Debug)]
pub struct StationView {
    /// The station.
    pub id: StationId,
    /// Its number on the sign, such as `B017`.
    pub code: String,
    /// Its name.
    pub name: Shown,
    /// The township it is in.
    pub township: Shown,
    /// How to find it.
    pub address: Option<Shown>,
    /// Its phone number, as shown.
    pub phone: Option<String>,
    /// When it is open, days with the same hours together.
    pub hours: Vec<HoursView>,
    /// Whether new orders can be sent there; one that is closed hands out what is on its way.
    pub is_open: bool,
}
