//! What a cooperative's work area shows and takes.

use domain::{
    Locale, Money, OfferId, OfferTerms, OrderCode, OrderId, OrderStatus, OrderStep, PaymentMethod, PaymentState,
    ProductId, TranslationState,
};

use crate::members::Visit;
use crate::money::MoneyView;
use crate::orders::{OrderLineView, OrderView};
use crate::{Picture, Shown};

/// The first page of the studio.
#[derive(Clone, Debug)]
pub struct StudioHome {
    /// The cooperative's name.
    pub name: Shown,
    /// Its name in the URL.
    pub slug: String,
    /// When somebody of the Centre worked here in the cooperative's name, the newest first.
    pub visits: Vec<Visit>,
    /// Orders waiting to be accepted.
    pub waiting: u64,
    /// The newest orders.
    pub orders: Vec<StudioOrder>,
    /// Its products.
    pub products: Vec<StudioProduct>,
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
    /// Where it stands.
    pub status: OrderStatus,
    /// Its lines.
    pub lines: Vec<OrderLineView>,
    /// Goods of this cooperative.
    pub goods: Money,
    /// How far the buyer has paid.
    pub payment: PaymentState,
}

/// One order, whole, as its cooperative sees it.
#[derive(Clone, Debug)]
pub struct StudioOrderPage {
    /// The buyer's code.
    pub code: OrderCode,
    /// This cooperative's part.
    pub order: OrderView,
    /// Who receives it.
    pub buyer_name: String,
    /// Where it goes, one line; a station's name when it is collected.
    pub destination: String,
    /// When it was placed, milliseconds since 1970 UTC.
    pub placed_at: i64,
    /// The steps the cooperative can take now.
    pub steps: Vec<OrderStep>,
    /// How it is paid.
    pub payment_method: PaymentMethod,
    /// How far it is paid, with all that the buyer ordered at once.
    pub money: MoneyView,
    /// The buyer's phone number, until the goods are handed over.
    pub phone: Option<String>,
    /// The buyer's note, until the goods are handed over.
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
}

impl From<&str> for StepForm {
    /// A step with which nothing is said.
    fn from(command: &str) -> Self {
        Self {
            command: command.to_owned(),
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
    /// Picture.
    pub picture: Picture,
    /// Lowest price.
    pub price: Money,
    /// Whether any size can be bought.
    pub available: bool,
    /// Languages whose name or description is missing.
    pub missing: Vec<Locale>,
    /// Languages whose name or description is outdated.
    pub outdated: Vec<Locale>,
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

/// The shop page editor: names of the form's fields are `tagline-ug`, `story-zh` …
#[derive(Clone, Debug)]
pub struct ShopEditor {
    /// The cooperative's name.
    pub name: Shown,
    /// Its name in the URL.
    pub slug: String,
    /// The language its texts are written in first.
    pub source: Locale,
    /// Taglines, one a language.
    pub taglines: Vec<EditText>,
    /// Stories, one a language.
    pub stories: Vec<EditText>,
    /// `link`: an address on the web, may be empty.
    pub link: String,
    /// Row version: a save with an older one is refused, so that two editors cannot overwrite each other unseen.
    pub version: i64,
}

/// The shop page editor as it was sent.
#[derive(Clone, Debug, Default)]
pub struct ShopForm {
    /// `version`.
    pub version: String,
    /// `tagline-<lang>`.
    pub taglines: Vec<(Locale, String)>,
    /// `story-<lang>`.
    pub stories: Vec<(Locale, String)>,
    /// `link`; one that was not sent is left as it is.
    pub link: Option<String>,
    /// `right-<field>-<lang>`: outdated translations that are right all the same, by their fields.
    pub right: Vec<String>,
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
    /// Sizes.
    pub offers: Vec<EditOffer>,
    /// Row version.
    pub version: i64,
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
    /// `stock-<offer>`, as typed.
    pub stocks: Vec<(OfferId, String)>,
    /// `right-<field>-<lang>`: outdated translations that are right all the same, by their fields.
    pub right: Vec<String>,
}
