//! The directory: categories, cooperatives, townships, stations and freight, kept in memory.
//!
//! A few hundred rows that nearly every page needs and that change a few times a day. The copy is replaced whole when
//! their [version](db::PublicVersions) is another one.

use std::collections::{HashMap, HashSet};

use db::Readable;
use db::entities::{
    category, cooperative, cooperative_step, freight_template, media, product, station, station_hours, township,
};
use db::sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};
use domain::{
    CategoryId, CategoryStatus, CooperativeId, CooperativeStatus, CooperativeStep, FreightRegion, FreightTemplate,
    GoodsClass, Locale, MediaId, Money, ProductStatus, StationId, TownshipId, WebLink, Weight,
};
use l10n::search_key;

use crate::operator::Settings;
use crate::synonyms::Synonyms;
use crate::texts::{self, TextSet};
use crate::{Picture, Result, Shown, pictures};

/// Something with a name in several languages.
#[derive(Clone, Debug)]
pub struct DirectoryEntry<Id> {
    /// Its id.
    pub id: Id,
    /// Its name in URLs.
    pub slug: String,
    /// The language its texts were written in first.
    pub source: Locale,
    /// Its texts.
    pub texts: TextSet,
}

impl<Id> DirectoryEntry<Id> {
    /// Its name for a reader of `locale`.
    pub fn name(&self, locale: Locale) -> Shown {
        self.texts.name(locale, self.source, &self.slug)
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Cooperative {
    pub entry: DirectoryEntry<CooperativeId>,
    pub township: TownshipId,
    pub phone: Option<String>,
    pub link: Option<WebLink>,
    pub founded: Option<i64>,
    pub members: Option<i64>,
    pub picture: Picture,
    pub product_count: u64,
    /// Why it sells nothing for now, when that is so.
    pub suspension: Option<Suspension>,
    /// Whether what it does with its goods waits for the Centre.
    pub needs_confirmation: bool,
    /// The townships to whose stations it brings its goods; none is all of them.
    pub collected_in: Vec<TownshipId>,
}

impl Cooperative {
    /// Whether its goods can be collected at the stations of this township.
    pub fn brings_to(&self, township: TownshipId) -> bool {
        self.collected_in.is_empty() || self.collected_in.contains(&township)
    }

    pub const fn sells(&self) -> bool {
        self.suspension.is_none()
    }

    /// Whether `asked`, as somebody typed it, is a part of its name in any language, or of its name in URLs; nothing is.
    pub fn is_called(&self, asked: &str) -> bool {
        let (key, lower) = (search_key(asked), asked.trim().to_lowercase());
        let has_key = |locale| search_key(&self.entry.name(locale).text).contains(&key);
        lower.is_empty()
            || self.entry.slug.contains(&lower)
            || (!key.is_empty() && Locale::BUILT_IN.into_iter().any(has_key))
    }
}

/// That the Centre has suspended a cooperative.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suspension {
    /// Since when, milliseconds since 1970 UTC.
    pub since: i64,
    /// Why, in the Centre's words; for its members, not for buyers.
    pub reason: String,
}

#[derive(Clone, Debug)]
pub(crate) struct Station {
    pub entry: DirectoryEntry<StationId>,
    pub code: String,
    pub township: TownshipId,
    pub phone: Option<String>,
    pub hours: Vec<HoursView>,
    /// Whether new orders can be sent there.
    pub is_open: bool,
}

/// See the [module](self).
#[derive(Clone, Debug, Default)]
pub struct Directory {
    /// Those that are shown.
    pub(crate) categories: Vec<(DirectoryEntry<CategoryId>, Picture)>,
    /// Those that are hidden.
    pub(crate) hidden_categories: Vec<(DirectoryEntry<CategoryId>, Picture)>,
    /// Categories whose goods can be sold again once they were on their way.
    packaged: HashSet<CategoryId>,
    /// Those that sell.
    pub(crate) cooperatives: Vec<Cooperative>,
    /// Those that are suspended.
    pub(crate) suspended: Vec<Cooperative>,
    pub(crate) townships: Vec<DirectoryEntry<TownshipId>>,
    /// Those that are open.
    pub(crate) stations: Vec<Station>,
    /// Those that are closed.
    pub(crate) closed_stations: Vec<Station>,
    pub(crate) freight: HashMap<FreightRegion, FreightTemplate>,
    pub(crate) settings: Settings,
    pub(crate) synonyms: Synonyms,
    pub(crate) hero: Option<Picture>,
}

/// The language in which the Centre names a station first.
pub(crate) const STATION_SOURCE: Locale = Locale::Ug;
/// The language in which it names a category first.
pub(crate) const CATEGORY_SOURCE: Locale = Locale::Zh;

/// The media key under which the home page's picture is filed.
pub(crate) const HERO: &str = "home-hero";

impl Directory {
    pub(crate) async fn read(db: &impl ConnectionTrait) -> Result<Self> {
        let of_categories = category::Entity::find()
            .select_only()
            .column(category::Column::PictureId)
            .filter(category::Column::PictureId.is_not_null())
            .into_query();
        let of_cooperatives = cooperative::Entity::find()
            .select_only()
            .column(cooperative::Column::PictureId)
            .filter(cooperative::Column::PictureId.is_not_null())
            .into_query();
        let pictures: HashMap<MediaId, Picture> = media::Entity::find()
            .filter(
                Condition::any()
                    .add(media::Column::Id.in_subquery(of_categories))
                    .add(media::Column::Id.in_subquery(of_cooperatives)),
            )
            .all(db)
            .await?
            .iter()
            .map(|row| (row.id, pictures::of_row(row)))
            .collect();
        let hero = crate::own_value::read(db, HERO)
            .await?
            .map(|packed| Picture::unpack(&packed));
        // A cooperative that was just admitted, or a new category, has none of its own yet.
        let of_the_district = hero.clone().unwrap_or_else(|| Picture {
            key: String::new(),
            width: 1200,
            height: 675,
        });
        let picture = |id: Option<MediaId>| {
            let own = id.and_then(|id| pictures.get(&id).cloned());
            own.unwrap_or_else(|| of_the_district.clone())
        };

        let mut category_texts = texts::read_all::<CategoryId>(db).await?;
        let (mut categories, mut hidden_categories) = (Vec::new(), Vec::new());
        let mut packaged = HashSet::new();
        for row in category::Entity::find()
            .order_by_asc(category::Column::Position)
            .order_by_asc(category::Column::Id)
            .readable(db)
            .await?
        {
            if row.goods_class == GoodsClass::Packaged {
                packaged.insert(row.id);
            }
            let those = match row.status {
                CategoryStatus::Shown => &mut categories,
                CategoryStatus::Hidden => &mut hidden_categories,
            };
            let entry = DirectoryEntry {
                id: row.id,
                slug: row.slug,
                source: CATEGORY_SOURCE,
                texts: category_texts.remove(&row.id).unwrap_or_default(),
            };
            those.push((entry, picture(row.picture_id)));
        }

        let mut township_texts = texts::read_all::<TownshipId>(db).await?;
        let townships = township::Entity::find()
            .order_by_asc(township::Column::Position)
            .all(db)
            .await?
            .into_iter()
            .map(|row| DirectoryEntry {
                id: row.id,
                slug: row.slug,
                source: Locale::Ug,
                texts: township_texts.remove(&row.id).unwrap_or_default(),
            })
            .collect();

        let mut cooperative_texts = texts::read_all::<CooperativeId>(db).await?;
        let counts: HashMap<CooperativeId, i64> = product::Entity::find()
            .select_only()
            .column(product::Column::CooperativeId)
            .column_as(product::Column::Id.count(), "count")
            .filter(product::Column::Status.eq(ProductStatus::Published))
            .group_by(product::Column::CooperativeId)
            .into_tuple::<(CooperativeId, i64)>()
            .all(db)
            .await?
            .into_iter()
            .collect();
        let mut reasons = read_suspensions(db).await?;
        let (mut cooperatives, mut suspended) = (Vec::new(), Vec::new());
        for row in cooperative::Entity::find()
            .filter(cooperative::Column::Status.ne(CooperativeStatus::Pending))
            .order_by_asc(cooperative::Column::Id)
            .readable(db)
            .await?
        {
            let suspension = (!row.status.sells()).then(|| reasons.remove(&row.id).unwrap_or_default());
            let those = if suspension.is_some() {
                &mut suspended
            } else {
                &mut cooperatives
            };
            those.push(Cooperative {
                suspension,
                needs_confirmation: row.needs_confirmation,
                collected_in: row
                    .collected_in
                    .split(',')
                    .filter_map(|id| id.parse().ok())
                    .map(TownshipId)
                    .collect(),
                township: row.township_id,
                phone: row.phone,
                // Read again as it was typed: what stands in the row becomes a link only if it still is one.
                link: row.link.and_then(|link| WebLink::parse(&link).ok()),
                founded: row.founded,
                members: row.members,
                picture: picture(row.picture_id),
                product_count: counts.get(&row.id).map_or(0, |count| count.unsigned_abs()),
                entry: DirectoryEntry {
                    id: row.id,
                    slug: row.slug,
                    source: row.source_lang,
                    texts: cooperative_texts.remove(&row.id).unwrap_or_default(),
                },
            });
        }

        let mut hours: HashMap<StationId, Vec<HoursView>> = HashMap::new();
        for row in station_hours::Entity::find()
            .order_by_asc(station_hours::Column::StationId)
            .order_by_asc(station_hours::Column::Weekday)
            .order_by_asc(station_hours::Column::OpensMinute)
            .all(db)
            .await?
        {
            add_hours(hours.entry(row.station_id).or_default(), &row);
        }
        let mut station_texts = texts::read_all::<StationId>(db).await?;
        let (stations, closed_stations) = station::Entity::find()
            .order_by_asc(station::Column::Code)
            .readable(db)
            .await?
            .into_iter()
            .map(|row| Station {
                code: row.code,
                township: row.township_id,
                phone: row.phone,
                hours: hours.remove(&row.id).unwrap_or_default(),
                is_open: row.status.takes_orders(),
                entry: DirectoryEntry {
                    id: row.id,
                    slug: row.slug,
                    source: STATION_SOURCE,
                    texts: station_texts.remove(&row.id).unwrap_or_default(),
                },
            })
            .partition(|station| station.is_open);

        let freight = read_freight(db).await?;

        Ok(Self {
            categories,
            hidden_categories,
            packaged,
            cooperatives,
            suspended,
            townships,
            stations,
            closed_stations,
            freight,
            settings: Settings::read(db).await?,
            synonyms: Synonyms::read(db).await?,
            hero,
        })
    }

    /// Whether a township has this name in the URL.
    pub fn has_township(&self, slug: &str) -> bool {
        self.townships.iter().any(|township| township.slug == slug)
    }

    /// All of them, also those that are suspended.
    pub(crate) fn all_cooperatives(&self) -> impl Iterator<Item = &Cooperative> {
        self.cooperatives.iter().chain(&self.suspended)
    }

    /// A cooperative, whether it [sells](Cooperative::sells) or not.
    pub(crate) fn cooperative(&self, id: CooperativeId) -> Option<&Cooperative> {
        self.all_cooperatives().find(|c| c.entry.id == id)
    }

    /// A cooperative by its name in the URL, whether it [sells](Cooperative::sells) or not.
    pub(crate) fn cooperative_by_slug(&self, slug: &str) -> Option<&Cooperative> {
        self.all_cooperatives().find(|c| c.entry.slug == slug)
    }

    /// A category that is shown, by its name in the URL.
    pub(crate) fn category_by_slug(&self, slug: &str) -> Option<&(DirectoryEntry<CategoryId>, Picture)> {
        self.categories.iter().find(|(c, _)| c.slug == slug)
    }

    /// All of them, also those that are hidden.
    pub(crate) fn all_categories(&self) -> impl Iterator<Item = &(DirectoryEntry<CategoryId>, Picture)> {
        self.categories.iter().chain(&self.hidden_categories)
    }

    /// A category, whether it is shown or not.
    pub(crate) fn category(&self, id: CategoryId) -> Option<&(DirectoryEntry<CategoryId>, Picture)> {
        self.all_categories().find(|(c, _)| c.id == id)
    }

    /// What the goods of a category are.
    pub(crate) fn goods_class(&self, id: CategoryId) -> GoodsClass {
        if self.packaged.contains(&id) {
            GoodsClass::Packaged
        } else {
            GoodsClass::Fresh
        }
    }

    pub(crate) fn township(&self, id: TownshipId) -> Option<&DirectoryEntry<TownshipId>> {
        self.townships.iter().find(|t| t.id == id)
    }

    pub(crate) fn township_name(&self, id: TownshipId, locale: Locale) -> Shown {
        self.township(id).map(|t| t.name(locale)).unwrap_or_default()
    }

    /// All of them, also those that are closed.
    pub(crate) fn all_stations(&self) -> impl Iterator<Item = &Station> {
        self.stations.iter().chain(&self.closed_stations)
    }

    /// A station by the number on its sign, whether it is [open](Station::is_open) or not.
    pub(crate) fn station_by_code(&self, code: &str) -> Option<&Station> {
        self.all_stations().find(|s| s.code == code)
    }

    /// A station, whether it is [open](Station::is_open) or not.
    pub(crate) fn station(&self, id: StationId) -> Option<&Station> {
        self.all_stations().find(|s| s.entry.id == id)
    }
}

/// Why and since when those that are suspended are.
async fn read_suspensions(db: &impl ConnectionTrait) -> Result<HashMap<CooperativeId, Suspension>> {
    let suspended = cooperative::Entity::find()
        .select_only()
        .column(cooperative::Column::Id)
        .filter(cooperative::Column::Status.eq(CooperativeStatus::Suspended))
        .into_query();
    // The newest of each is the last that is put in.
    Ok(cooperative_step::Entity::find()
        .filter(cooperative_step::Column::CooperativeId.in_subquery(suspended))
        .filter(cooperative_step::Column::Step.eq(CooperativeStep::Suspend))
        .order_by_asc(cooperative_step::Column::Id)
        .readable(db)
        .await?
        .into_iter()
        .map(|row| {
            let suspension = Suspension {
                since: row.at,
                reason: row.reason,
            };
            (row.cooperative_id, suspension)
        })
        .collect())
}

/// The freight to each region that is served.
async fn read_freight(db: &impl ConnectionTrait) -> Result<HashMap<FreightRegion, FreightTemplate>> {
    Ok(freight_template::Entity::find()
        .readable(db)
        .await?
        .into_iter()
        .map(|row| {
            let template = FreightTemplate {
                first_weight: Weight(row.first_grams),
                first_price: Money::new(row.first_minor, row.currency),
                step_weight: Weight(row.step_grams),
                step_price: Money::new(row.step_minor, row.currency),
            };
            (row.region, template)
        })
        .collect())
}

/// Adds a day to the group with the same hours, or begins a group. Days come in order.
fn add_hours(groups: &mut Vec<HoursView>, row: &station_hours::Model) {
    let (Ok(day), Ok(opens), Ok(closes)) = (
        u8::try_from(row.weekday),
        u16::try_from(row.opens_minute),
        u16::try_from(row.closes_minute),
    ) else {
        return;
    };
    match groups
        .iter_mut()
        .find(|g| g.opens_minute == opens && g.closes_minute == closes)
    {
        Some(group) => group.days.push(day),
        None => groups.push(HoursView {
            days: vec![day],
            opens_minute: opens,
            closes_minute: closes,
        }),
    }
}

/// Opening hours shared by some days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoursView {
    /// ISO weekdays, Monday = 1.
    pub days: Vec<u8>,
    /// Minutes after midnight, Beijing time.
    pub opens_minute: u16,
    /// Minutes after midnight, Beijing time.
    pub closes_minute: u16,
}
