//! The shop's rules as plain types and pure functions: money, weights, quantities, texts as typed by
//! people, and the state machines of cart, order, payment and reservation.
//!
//! A state machine is a `…State` with `apply`, which answers with the next state and what follows, or a [`Refusal`] and
//! no change: [`CartState`], [`OrderState`] and [`ReservationState`]. An [`OrderGroupStatus`] and a [`PaymentState`] only
//! follow from others.
//!
//! Nothing here reads a clock, a database or randomness, and everything compiles to WASM; times come
//! in as milliseconds since 1970 UTC. Translated texts and formatting live in `l10n`, persistence in
//! `db`.

mod actor;
mod amount;
mod balance;
mod cart;
mod codes;
mod freight;
mod fulfilment;
pub mod hold;
mod ids;
mod link;
mod listing;
mod locale;
mod membership;
mod message;
mod money;
mod named;
mod offer;
mod order;
mod order_group;
mod order_status;
mod order_step;
mod payment;
mod phone;
mod price;
mod proved_by;
mod quantity;
mod refusal;
mod region;
mod requests;
mod reservation;
pub mod rights;
mod secrets;
mod sign_in_code;
mod slug;
mod text;
mod text_form;
mod translation;
mod typed;
pub mod view;
mod weight;

pub use actor::Actor;
pub use amount::{AmountError, parse_amount};
pub use balance::{Balance, EntryKind, EntryState, PaymentState};
pub use cart::{CartCommand, CartEvent, CartState, CartStatus};
pub use codes::{CodeError, OrderCode, PaymentReference, PhoneTail};
pub use freight::{FreightTemplate, share_freight};
pub use fulfilment::{DeliveryMethod, FulfilmentStatus};
pub use ids::{
    AuditEventId, CartId, CategoryId, CooperativeId, FreightTemplateId, MediaId, MembershipId, MessageId, MoneyEntryId,
    OfferId, OldMembershipId, OneTimeCodeId, OrderEventId, OrderGroupId, OrderId, OrderLineId, OutboxId, PaymentId,
    ProductId, ReservationId, SettingChangeId, StationHoursId, StationId, TownshipId, UserId,
};
pub use link::WebLink;
pub use listing::{CooperativeStatus, OfferStatus, ProductStatus, StationStatus};
pub use locale::{Direction, Locale};
pub use membership::{
    CentreRole, CooperativeRole, Membership, Role, StationRole, Subject, SubjectKind, TranslatorRole,
};
pub use message::{MessageKind, MessageState};
pub use money::{Currency, Money, MoneyError};
pub use named::UnknownWord;
pub use offer::{OfferTerms, PricedBy};
pub use order::{OrderPayment, OrderState, UNDO_MS};
pub use order_group::OrderGroupStatus;
pub use order_status::OrderStatus;
pub use order_step::{CancelReason, OrderEvent, OrderNews, OrderNote, OrderParty, OrderStep, StockMove};
pub use payment::{PaymentMethod, PaymentStatus, UNPAID_CASH_LIFETIME_MS, UNPAID_TRANSFER_LIFETIME_MS};
pub use phone::{Phone, PhoneError};
pub use price::{PriceError, parse_price};
pub use proved_by::ProvedBy;
pub use quantity::{Quantity, QuantityError, SoldBy, Unit};
pub use refusal::Refusal;
pub use region::{FreightRegion, Province};
pub use requests::{ErrorCode, FieldCode};
pub use reservation::{ReservationCommand, ReservationEvent, ReservationState, ReservationStatus};
pub use rights::Action;
pub use secrets::{IdempotencyKey, Token};
pub use sign_in_code::SignInCode;
pub use slug::{Slug, SlugError};
pub use text::{AddressLine, LongText, Note, PersonName, ShortText, TextError};
pub use translation::{TextOwner, Translated, TranslationState, pick, source_hash};
pub use typed::plain_digits;
pub use weight::{Weight, WeightOverflow};
