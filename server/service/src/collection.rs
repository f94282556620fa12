//! Where the goods of a cooperative can be collected: at every station, or at those of the townships to which it brings them. The
//! Centre says so of each cooperative; lists are narrowed to one's station by it, and no order goes where its goods do not.

use db::entities::cooperative;
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use domain::{Action, Actor, AuditAction, CooperativeId, Locale, Subject, TownshipId};

use crate::cart::CartView;
use crate::directory::Directory;
use crate::error::{Error, Result};
use crate::stations::{self, StationView, TownshipStations};
use crate::{Shop, Shown, audit, rights};

/// A township, as the Centre chooses among all.
#[derive(Clone, Debug)]
pub struct CollectedIn {
    /// Its name in the URL.
    pub slug: String,
    /// Its name.
    pub name: Shown,
    /// Whether goods are brought to its stations, where the cooperative does not bring them to all.
    pub is_chosen: bool,
}

/// All townships, and to which of them this cooperative brings its goods; when none is chosen, to all.
///
/// # Errors
/// [`Error::NotFound`] for who may not, and when there is no such cooperative.
pub fn townships(shop: &Shop, actor: Actor, locale: Locale, slug: &str) -> Result<Vec<CollectedIn>> {
    rights::ask(actor, Action::AdmitCooperatives, Subject::Centre)?;
    let directory = shop.directory();
    let found = directory.cooperative_by_slug(slug).ok_or(Error::NotFound)?;
    let all = directory.townships.iter().map(|township| CollectedIn {
        slug: township.slug.clone(),
        name: township.name(locale),
        is_chosen: found.collected_in.contains(&township.id),
    });
    Ok(all.collect())
}

/// Sets to which townships, by their names in the URL, this cooperative brings its goods from now on. None, and all of them, are no
/// bound. What was ordered before goes where it was to go.
///
/// # Errors
/// [`Error::NotFound`] for who may not, and when there is no such cooperative.
#[crate::boxed]
pub async fn set(shop: &Shop, actor: Actor, slug: &str, townships: &[String]) -> Result<()> {
    rights::ask(actor, Action::AdmitCooperatives, Subject::Centre)?;
    let user = actor.user().ok_or(Error::NotFound)?;
    let directory = shop.directory();
    let id = directory.cooperative_by_slug(slug).ok_or(Error::NotFound)?.entry.id;
    let all = directory.townships.iter();
    let chosen: Vec<String> = all
        .filter(|township| townships.contains(&township.slug))
        .map(|township| township.id.to_string())
        .collect();
    let listed = if chosen.len() == directory.townships.len() {
        String::new()
    } else {
        chosen.join(",")
    };
    let now = shop.now();
    shop.once()
        .write(move |tx| {
            let listed = listed.clone();
            Box::pin(async move {
                let changed = cooperative::Entity::update_many()
                    .col_expr(cooperative::Column::CollectedIn, Expr::value(listed.clone()))
                    .filter(cooperative::Column::Id.eq(id))
                    .filter(cooperative::Column::CollectedIn.ne(listed))
                    .exec(tx)
                    .await?;
                if changed.rows_affected == 0 {
                    return Ok(());
                }
                let object = format!("cooperative:{id}");
                let action = AuditAction::CooperativeCollection;
                audit::note(tx, now, &format!("user:{user}"), action, &object, "").await
            })
        })
        .await
}

/// The townships at whose stations a cooperative's goods can be collected, where that is not everywhere.
pub fn places(shop: &Shop, locale: Locale, cooperative: CooperativeId) -> Vec<Shown> {
    let directory = shop.directory();
    let Some(found) = directory.cooperative(cooperative) else {
        return Vec::new();
    };
    let townships = directory.townships.iter();
    townships
        .filter(|township| found.collected_in.contains(&township.id))
        .map(|township| township.name(locale))
        .collect()
}

/// Why what was typed is no station.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoStation {
    /// No open one has such a number or name.
    Unknown,
    /// Several have such a name.
    Several,
}

/// The open station that somebody means: by the number on its sign, or by a name that no other one has.
///
/// # Errors
/// When there is none of them, and when there are several.
pub fn station(shop: &Shop, locale: Locale, typed: &str) -> Result<StationView, NoStation> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(NoStation::Unknown);
    }
    let mut found: Vec<StationView> = stations::list(shop, locale, None, typed)
        .into_iter()
        .flat_map(|place| place.stations)
        .collect();
    let numbered = found
        .iter()
        .position(|station| station.code.eq_ignore_ascii_case(typed));
    match numbered {
        Some(at) => Ok(found.swap_remove(at)),
        None if found.len() > 1 => Err(NoStation::Several),
        None => found.pop().ok_or(NoStation::Unknown),
    }
}

/// The cooperatives that sell and bring their goods to this station, each with its name in the URL; nothing when all do, and when
/// there is no such station.
pub fn sellers(shop: &Shop, code: &str) -> Option<Vec<(CooperativeId, String)>> {
    let directory = shop.directory();
    let township = directory.station_by_code(code)?.township;
    let all = directory.cooperatives.iter();
    let found: Vec<(CooperativeId, String)> = all
        .filter(|cooperative| cooperative.brings_to(township))
        .map(|cooperative| (cooperative.entry.id, cooperative.entry.slug.clone()))
        .collect();
    (found.len() < directory.cooperatives.len()).then_some(found)
}

/// Whether all that is in a cart can be collected at the stations of a township.
pub(crate) fn is_brought(directory: &Directory, cart: &CartView, township: TownshipId) -> bool {
    cart.sellers.iter().all(|seller| {
        let cooperative = directory.cooperative_by_slug(&seller.slug);
        cooperative.is_none_or(|cooperative| cooperative.brings_to(township))
    })
}

/// The stations at which all that is in a cart can be collected, and whether there are others.
pub(crate) fn stations_of(shop: &Shop, locale: Locale, cart: &CartView) -> (Vec<TownshipStations>, bool) {
    let directory = shop.directory();
    let mut places = stations::list(shop, locale, None, "");
    let all = places.len();
    places.retain(|place| {
        let township = directory.townships.iter().find(|township| township.slug == place.slug);
        township.is_some_and(|township| is_brought(&directory, cart, township.id))
    });
    let has_others = places.len() < all;
    (places, has_others)
}
