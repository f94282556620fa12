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
mod audit;
mod balance;
mod cart;
mod codes;
mod crop;
mod day;
mod document;
mod fees;
mod freight;
mod fulfilment;
mod held;
pub mod hold;
mod ids;
mod import;
mod link;
mod link_in;
mod listing;
mod locale;
mod look_alike;
mod lot;
mod membership;
mod message;
mod money;
mod named;
mod offer;
mod order;
mod order_group;
mod order_search;
mod order_stage;
mod order_status;
mod order_step;
mod order_undo;
mod passkey;
mod payment;
mod payout;
mod phone;
mod picture;
mod price;
mod price_steps;
mod printing;
mod promise;
mod proved_by;
mod quantity;
mod question;
mod reduction;
mod refusal;
mod region;
mod replacement;
mod requests;
mod reservation;
mod returns;
mod review;
pub mod rights;
mod secrets;
mod shift;
pub mod shop_page;
mod sign_in_code;
mod slug;
mod stock;
mod suggestion;
mod text;
mod text_form;
mod translation;
mod typed;
pub mod view;
mod viewed;
mod weight;
mod wording;
mod written_in;

pub use actor::Actor;
pub use amount::{AmountError, parse_amount};
pub use audit::{AuditAction, AuditArea};
pub use balance::{Balance, EntryKind, EntryState, PaymentState};
pub use cart::{CartCommand, CartEvent, CartState, CartStatus};
pub use codes::{CodeError, OrderCode, PaymentReference, PhoneTail};
pub use crop::{Crop, CropCorner, CropKeep, CropRefusal, CropShape, MIN_PICTURE_SIDE, WIDEST_PICTURE, kept_size};
pub use day::Day;
pub use day::{SHOP_OFFSET_MS, day_number, day_start, next_midnight};
pub use document::{DocumentKind, DocumentRefusal, MAX_DOCUMENT_BYTES, MAX_DOCUMENTS};
pub use fees::{Charged, Fees};
pub use freight::{FreightTemplate, share_freight};
pub use fulfilment::{DeliveryMethod, FulfilmentStatus};
pub use held::{held_for, names_contact};
pub use ids::{
    AnnouncementId, ApplicationDocumentId, ApplicationId, AuditEventId, CartId, CategoryId, CooperativeId,
    CooperativeStepId, DamageReportId, FreightTemplateId, GlossaryChangeId, ImportId, ImportProblemId, InvitationId,
    LotId, MediaId, MembershipId, MessageId, MoneyEntryId, OfferId, OldMembershipId, OneTimeCodeId, OrderEventId,
    OrderGroupId, OrderId, OrderLineId, OrderMessageId, OrderReductionId, OutboxId, PasskeyId, PaymentId, PayoutId,
    PictureCropId, PrintJobId, ProductId, ProductQuestionId, ReportPhotoId, ReservationId, RestockWishId, ReviewId,
    SearchWordsId, SettingChangeId, ShiftId, ShiftMoveId, ShopEditId, ShopRevisionId, StationHoursId, StationId,
    StockMovementId, TextCommentId, TextVersionId, TownshipId, UploadId, UserId,
};
pub use import::{
    ImportState, MAX_TABLE_BYTES, MAX_TABLE_ROWS, RowProblem, TableColumn, TableEncoding, TableKind, TableRefusal,
    TableSeparator,
};
pub use link::WebLink;
pub use link_in::LinkIn;
pub use listing::{
    ApplicationState, CategoryShift, CategoryStatus, CooperativeStatus, CooperativeStep, Listing, ListingStep,
    OfferStatus, Pause, ProductStatus, ProposalState, StationStatus, StationStep,
};
pub use locale::{AddedLanguage, AlreadyRegistered, Direction, LanguageFacts, Locale, register as register_languages};
pub use look_alike::{bare, without_towers};
pub use lot::{Harvested, HarvestedIn, take_from_lots};
pub use membership::{
    CentreRole, CooperativeRole, Membership, Role, StationRole, Subject, SubjectKind, TranslatorRole,
};
pub use message::{MessageKind, MessageState};
pub use money::{Currency, Money, MoneyError};
pub use named::UnknownWord;
pub use offer::{BUYER_LIMIT_DAYS, MAX_NET_GRAMS, OfferTerms, PricedBy, SoldAs};
pub use order::{OrderPayment, OrderState, UNDO_MS};
pub use order_group::OrderGroupStatus;
pub use order_search::OrderSearch;
pub use order_stage::OrderStage;
pub use order_status::OrderStatus;
pub use order_step::{CancelReason, OrderEvent, OrderNews, OrderNote, OrderParty, OrderStep, StockMove};
pub use passkey::PasskeyPurpose;
pub use payment::{PaymentMethod, PaymentStatus, UNPAID_CASH_LIFETIME_MS, UNPAID_TRANSFER_LIFETIME_MS};
pub use payout::{PayoutMethod, PayoutState, PayoutStep, paid_part};
pub use phone::{Phone, PhoneError};
pub use picture::{MAX_PICTURE_BYTES, MAX_PICTURES, MAX_PIECE, MIN_PIECE, PictureMove, PictureRefusal, UploadState};
pub use price::{MAX_LIMIT, MAX_PRICE, PriceError, parse_offer_price, parse_price, parse_price_limit, typed_price};
pub use price_steps::{MAX_STEPS, MAX_STEPS_TEXT, MOST_TIMES_CHEAPER, PriceStep, PriceSteps, StepsError};
pub use printing::PrintState;
pub use promise::{MOST_CLOSED_DAYS, days_with_closed};
pub use proved_by::ProvedBy;
pub use quantity::{Quantity, QuantityError, SoldBy, Unit};
pub use question::{QuestionState, QuestionStep};
pub use reduction::{ReductionError, ReductionReason, SoldLine, WEIGHING_TOLERANCE, least_weighed, most_weighed};
pub use refusal::Refusal;
pub use region::{FreightRegion, Province};
pub use replacement::Replacement;
pub use requests::{ErrorCode, FieldCode};
pub use reservation::{ReservationCommand, ReservationEvent, ReservationState, ReservationStatus};
pub use returns::{
    GoodsClass, MAX_REPORT_PHOTOS, REPORT_ANSWER_MS, ReportKind, ReportLine, ReportOutcome, ReturnRules, WayBack,
};
pub use review::{HeldFor, HideReason, MAX_REVIEW_PHOTOS, ReviewFilter, ReviewState, Stars};
pub use rights::Action;
pub use secrets::{IdempotencyKey, Token};
pub use shift::{
    CASH_PIECES, CloseError, Closing, CountError, Drawer, MAX_CASH, ShiftFilter, ShiftMoveKind, ShiftState, count_cash,
    float_needs_reason,
};
pub use sign_in_code::SignInCode;
pub use slug::{Slug, SlugError};
pub use stock::{MAX_STOCK, StockError, StockReason, parse_stock, typed_amount, typed_stock};
pub use suggestion::SuggestionProblem;
pub use text::{
    AddressLine, GoodsLine, LongText, MessageText, Note, PersonName, PublicName, QuestionText, ReviewText, ShortText,
    TextError, clean_name,
};
pub use translation::{TextOwner, Translated, TranslationState, pick, source_hash};
pub use typed::{plain_dashes, plain_digits};
pub use viewed::{Viewed, Views};
pub use weight::{Weight, WeightOverflow};
pub use wording::{BOX_MARK, MAX_SOURCE, UnitWork, VersionCommand, VersionParty, VersionState, parse_source};
pub use written_in::WrittenIn;
