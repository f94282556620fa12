//! What a cooperative's work area shows and takes.

use domain::{
    FulfilmentStatus, Listing, Locale, Money, OfferId, OfferTerms, OrderCode, OrderId, OrderLineId, OrderStage,
    OrderStatus, OrderStep, PaymentMethod, PaymentState, ProductId, ProposalState, Quantity, StationId,
    SuggestionProblem, TranslationState, Unit,
};
use l10n::search_key;

use super::goods_view::LineLots;
use super::proposal::Standing;
use crate::announcements::Announcement;
use crate::catalog::Season;
use crate::members::Visit;
use crate::money::MoneyView;
use crate::orders::{OrderLineView, OrderMessage, OrderView, ReportView};
use crate::{Picture, Shown};

/// The first page of the studio.
#[derive(Clone, Debug)]
pub struct StudioHome {
    /// The cooperative's name.
    pub name: Shown,
    /// Its name in the URL.
    pub slug: String,
    /// How a request for another name or telephone stands; nothing for who cannot ask for one.
    pub naming: Option<ProposalState>,
    /// What the Centre tells the cooperative and it has not put away, the newest first.
    pub announcements: Vec<Announcement>,
    /// When somebody of the Centre worked here in the cooperative's name, the newest first.
    pub visits: Vec<Visit>,
    /// How many orders there are in each stage; none for who has nothing to do with orders.
    pub counts: Vec<(OrderStage, StageCount)>,
    /// The orders to be worked on, those first that have waited longest.
    pub orders: Vec<StudioOrder>,
    /// Orders whose buyers wait for an answer.
    pub questions: StageCount,
    /// Orders of which something is said to be wrong, and nobody has answered.
    pub reports: StageCount,
    /// Orders of which something is to be sent once more.
    pub again: StageCount,
    /// Questions about products to be answered; none for who does not answer them.
    pub product_questions: StageCount,
    /// Reviews to be answered, for the same people.
    pub reviews: StageCount,
    /// Sizes of which orders hold more than there is.
    pub short: usize,
    /// Products of which little is left.
    pub running_out: usize,
    /// Products with a text that is missing or outdated.
    pub to_translate: usize,
    /// Texts of the shop page's draft that are missing or outdated; none for who does not edit it.
    pub page_to_translate: usize,
    /// Products that the Centre sent back, or changes of them.
    pub sent_back: usize,
}

impl StudioHome {
    /// How many orders are in this stage.
    pub fn count(&self, stage: OrderStage) -> StageCount {
        count_of(&self.counts, stage)
    }
}

fn count_of(counts: &[(OrderStage, StageCount)], stage: OrderStage) -> StageCount {
    let found = counts.iter().find(|(of, _)| *of == stage);
    found.map_or(StageCount::default(), |(_, count)| *count)
}

/// How many there are; counting stops at a number beyond which it makes no difference.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StageCount {
    /// How many were counted.
    pub number: u64,
    /// Whether there are more.
    pub has_more: bool,
}

impl StageCount {
    /// A count that is told up to `most`.
    pub(crate) fn up_to(counted: u64, most: u64) -> Self {
        Self {
            number: counted.min(most),
            has_more: counted > most,
        }
    }
}

/// Where orders go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderPlace {
    /// To an address.
    Address,
    /// To this station.
    Station(StationId),
}

/// Which orders a list shows.
#[derive(Clone, Debug, Default)]
pub struct OrderQuery {
    /// Only those in this stage.
    pub stage: Option<OrderStage>,
    /// Only those that go there.
    pub place: Option<OrderPlace>,
    /// Only those placed at this time or later, milliseconds since 1970 UTC.
    pub from: Option<i64>,
    /// Only those placed before, milliseconds since 1970 UTC.
    pub until: Option<i64>,
    /// A code, name or number, as it was typed; in all stages.
    pub search: String,
    /// The list goes on after this order.
    pub after: Option<OrderId>,
}

/// A page of orders.
#[derive(Clone, Debug)]
pub struct OrderList {
    /// The orders, the newest first.
    pub orders: Vec<StudioOrder>,
    /// How many there are in each stage, with the same day and place.
    pub counts: Vec<(OrderStage, StageCount)>,
    /// The order after which the next page begins; none on the last page.
    pub next: Option<OrderId>,
    /// Whether a search may have more than it shows.
    pub is_cut: bool,
}

impl OrderList {
    /// How many orders are in this stage.
    pub fn count(&self, stage: OrderStage) -> StageCount {
        count_of(&self.counts, stage)
    }
}

/// An order in a list. No buyer data beyond what the seller needs to pack.
#[derive(Clone, Debug)]
pub struct StudioOrder {
    /// The order.
    pub id: OrderId,
    /// The buyer's code.
    pub code: OrderCode,
    /// When it was placed, milliseconds since 1970 UTC.
    pub placed_at: i64,
    /// What is to be done with it.
    pub stage: OrderStage,
    /// Where it stands.
    pub status: OrderStatus,
    /// How far the goods are.
    pub fulfilment: FulfilmentStatus,
    /// Its lines, named for the reader.
    pub lines: Vec<OrderLineView>,
    /// Goods of this cooperative.
    pub goods: Money,
    /// How far the buyer has paid.
    pub payment: PaymentState,
    /// How it is paid.
    pub payment_method: PaymentMethod,
    /// Who receives it.
    pub buyer_name: String,
    /// Where it goes, one line.
    pub destination: String,
    /// Whether something of it is said to be wrong, and nobody has answered.
    pub is_reported: bool,
    /// Whether something of it is to be sent once more.
    pub is_sent_again: bool,
}

/// The day's packing list.
#[derive(Clone, Debug)]
pub struct Packing {
    /// What is to be fetched for all that is accepted and not packed.
    pub needs: Vec<Need>,
    /// Whether there are so many orders that only the oldest are summed.
    pub is_cut: bool,
    /// What is to be sent once more, the longest waiting first.
    pub again: Vec<AgainParcel>,
    /// The parcels: to be packed, to be accepted, to be handed over.
    pub sections: Vec<PackingSection>,
}

/// What of an order is to be packed once more.
#[derive(Clone, Debug)]
pub struct AgainParcel {
    /// The order, with its lines and where it goes.
    pub order: StudioOrder,
    /// The reports because of which.
    pub reports: Vec<ReportView>,
}

/// How much of one size of a product is to be packed.
#[derive(Clone, Debug)]
pub struct Need {
    /// The product's name for the reader.
    pub name: Shown,
    /// Unit of the quantity.
    pub unit: Unit,
    /// Net weight of one piece, grams (for goods sold by piece).
    pub net_grams: i64,
    /// How much in all.
    pub quantity: Quantity,
    /// For how many parcels.
    pub parcels: usize,
}

/// Parcels that wait for the same step, the oldest first.
#[derive(Clone, Debug)]
pub struct PackingSection {
    /// The stage they are in.
    pub stage: OrderStage,
    /// The parcels.
    pub parcels: Vec<Parcel>,
    /// Whether there are more.
    pub has_more: bool,
}

/// A parcel as who packs it needs it.
#[derive(Clone, Debug)]
pub struct Parcel {
    /// The order, with its lines and where it goes.
    pub order: StudioOrder,
    /// The buyer's note.
    pub note: String,
    /// The step that comes next, if this member can take it now.
    pub next: Option<OrderStep>,
    /// From which lots it is packed, where there are any.
    pub lots: Vec<LineLots>,
}

/// An order with which a step was just taken.
#[derive(Clone, Debug)]
pub struct Moved {
    /// The order.
    pub id: OrderId,
    /// The buyer's code.
    pub code: OrderCode,
    /// The step.
    pub step: OrderStep,
    /// What takes the step back, and until when, milliseconds since 1970 UTC.
    pub undo: Option<(OrderStep, i64)>,
}

/// One order, whole, as its cooperative sees it.
#[derive(Clone, Debug)]
pub struct StudioOrderPage {
    /// The buyer's code.
    pub code: OrderCode,
    /// This cooperative's part, its goods named for the reader.
    pub order: OrderView,
    /// What is to be done with it.
    pub stage: OrderStage,
    /// Until when the last step can be taken back, milliseconds since 1970 UTC.
    pub undo_until: Option<i64>,
    /// Who receives it.
    pub buyer_name: String,
    /// Where it goes, one line; a station's name when it is collected.
    pub destination: String,
    /// When it was placed, milliseconds since 1970 UTC.
    pub placed_at: i64,
    /// The steps the cooperative can take now.
    pub steps: Vec<OrderStep>,
    /// What the buyer and the cooperative wrote, the oldest first.
    pub messages: Vec<OrderMessage>,
    /// Whether the reader may write to the buyer.
    pub may_write: bool,
    /// Whether the reader may take a message out of sight.
    pub may_hide: bool,
    /// Whether less can be sent than was ordered, or something else in its place.
    pub may_reduce: bool,
    /// Until when the replacement that was just noted can be taken back, milliseconds since 1970 UTC.
    pub undo_replacement: Option<i64>,
    /// Whether there is not enough of something for it.
    pub is_short: bool,
    /// From which lots it is packed, where there are any.
    pub lots: Vec<LineLots>,
    /// How it is paid.
    pub payment_method: PaymentMethod,
    /// How far it is paid, with all that the buyer ordered at once.
    pub money: MoneyView,
    /// The buyer's phone number, until the goods are handed over, and what is sent once more has left.
    pub phone: Option<String>,
    /// The buyer's note, as long as that.
    pub note: String,
    /// Whether it is collected at a station.
    pub is_to_station: bool,
}

/// A step with an order as its form sends it.
#[derive(Clone, Debug, Default)]
pub struct StepForm {
    /// `command`: a word of [`OrderStep`].
    pub command: String,
    /// `reason`: why it is called off, a word of [`domain::CancelReason`].
    pub reason: String,
    /// `note`: the same in one's own words; may be empty.
    pub note: String,
    /// `carrier`: who takes the parcel; may be empty.
    pub carrier: String,
    /// `tracking`: the carrier's number; may be empty.
    pub tracking: String,
    /// `lot-<offer>`: the number in the database of the lot it is packed from; empty for the oldest.
    pub lots: Vec<(OfferId, String)>,
    /// `weight-<line>`: what the scales say of what is sold by weight, when it is packed; empty for what is to be sent.
    pub weights: Vec<(OrderLineId, String)>,
}

impl From<&str> for StepForm {
    /// A step with which nothing more is said.
    fn from(command: &str) -> Self {
        Self {
            command: command.to_owned(),
            reason: domain::CancelReason::Other.to_string(),
            ..Self::default()
        }
    }
}

impl From<OrderStep> for StepForm {
    fn from(step: OrderStep) -> Self {
        step.as_str().into()
    }
}

/// A product in a list.
#[derive(Clone, Debug)]
pub struct StudioProduct {
    /// The product.
    pub id: ProductId,
    /// Its name in the URL.
    pub slug: String,
    /// Its name.
    pub name: Shown,
    /// What it is looked for by: its names in all languages, the cooperative's own codes of its sizes, and its name in the URL.
    pub found_by: Vec<String>,
    /// Picture.
    pub picture: Picture,
    /// Lowest price; none when every size is hidden.
    pub price: Option<Money>,
    /// Whether buyers see it.
    pub listing: Listing,
    /// What of it waits for the Centre, or was sent back.
    pub standing: Option<Standing>,
    /// Whether any size can be bought.
    pub available: bool,
    /// Sizes of which little is left: their terms, and how much is free to be sold.
    pub running_out: Vec<(OfferTerms, Quantity)>,
    /// Texts that are missing: `name` or `description`, and the language.
    pub missing: Vec<(&'static str, Locale)>,
    /// The same of texts that are outdated.
    pub outdated: Vec<(&'static str, Locale)>,
}

impl StudioProduct {
    /// Whether a text is missing or outdated in some language. Of what is put away nobody reads any.
    pub fn is_to_translate(&self) -> bool {
        self.listing != Listing::Archived && !(self.missing.is_empty() && self.outdated.is_empty())
    }

    /// Whether a name or a code of it has this in it, a [`search_key`].
    pub fn is_called(&self, key: &str) -> bool {
        self.found_by.iter().any(|word| search_key(word).contains(key))
    }

    /// Whether the Centre sent it, or changes of it, back.
    pub fn is_sent_back(&self) -> bool {
        self.standing.as_ref().is_some_and(|standing| !standing.is_waiting())
    }
}

/// A text in the editor, in one language.
#[derive(Clone, Debug)]
pub struct EditText {
    /// Language.
    pub lang: Locale,
    /// The text, empty when missing.
    pub text: String,
    /// State; `None` when missing.
    pub state: Option<TranslationState>,
}

/// Whether a machine can write what a product, or the draft of the shop page, lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suggestions {
    /// None is connected, or nothing is missing.
    Off,
    /// Nobody asked for it yet.
    Possible,
    /// It was asked for.
    Waiting,
    /// It was asked for in vain; one may ask again.
    Failed(SuggestionProblem),
}

/// The product editor.
#[derive(Clone, Debug)]
pub struct ProductEditor {
    /// The product.
    pub id: ProductId,
    /// Its name in the URL.
    pub slug: String,
    /// Name as shown.
    pub name: Shown,
    /// Picture.
    pub picture: Picture,
    /// The language its texts are written in first.
    pub source: Locale,
    /// Names, one a language.
    pub names: Vec<EditText>,
    /// Descriptions, one a language.
    pub descriptions: Vec<EditText>,
    /// Whether a machine can write those that are missing.
    pub suggestions: Suggestions,
    /// Sizes.
    pub offers: Vec<EditOffer>,
    /// When it is in season.
    pub season: Option<Season>,
    /// Of which year's harvest it is, where somebody said so.
    pub harvest_year: Option<i64>,
    /// The category in which it is, or will be once the Centre has confirmed it: its name in the URL.
    pub category: String,
    /// The name of that.
    pub category_name: Shown,
    /// Whether buyers see it.
    pub listing: Listing,
    /// Row version.
    pub version: i64,
    /// Whether what the cooperative does with its goods waits for the Centre.
    pub is_confirmed: bool,
    /// What of it waits, or was sent back; the rest of this is as it was saved.
    pub standing: Option<Standing>,
}

/// A size in the editor: fields `price-<id>` (yuan, as typed) and `stock-<id>` (on hand).
#[derive(Clone, Debug)]
pub struct EditOffer {
    /// The offer.
    pub id: OfferId,
    /// Its stock keeping unit.
    pub sku: String,
    /// Terms.
    pub terms: OfferTerms,
    /// On hand.
    pub on_hand: i64,
    /// Of these reserved for orders.
    pub reserved: i64,
    /// Whether buyers do not see this size.
    pub is_hidden: bool,
}

/// The product editor as it was sent.
#[derive(Clone, Debug, Default)]
pub struct ProductForm {
    /// `version`.
    pub version: String,
    /// `name-<lang>`.
    pub names: Vec<(Locale, String)>,
    /// `description-<lang>`.
    pub descriptions: Vec<(Locale, String)>,
    /// `price-<offer>`, as typed.
    pub prices: Vec<(OfferId, String)>,
    /// `steps-<offer>`: prices that fall with the amount, as typed. A size that is not named keeps its own.
    pub steps: Vec<(OfferId, String)>,
    /// `stock-<offer>`, as typed.
    pub stocks: Vec<(OfferId, String)>,
    /// `right-<field>-<lang>`: outdated translations that are right all the same, by their fields.
    pub right: Vec<String>,
    /// `season-from` and `season-to`: months by number, both empty for goods that have none. A form without them keeps what is
    /// saved.
    pub season: Option<(String, String)>,
    /// `harvest-year`: empty where nobody says. A form without it keeps what is saved.
    pub harvest_year: Option<String>,
    /// `category`: its name in the URL. A form without it keeps what is saved.
    pub category: Option<String>,
}
