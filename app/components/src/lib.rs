//! What server and browser both render: written once, rendered to a string on the server, hydrated in the browser with the
//! same data.
//!
//! A component takes plain view data (`domain::view`), a language and callbacks. It knows no request, no database and no
//! network: where words are needed they come by [context](words), so that the same function serves a page on the server and an
//! island in the browser. Different shapes are `Either`, never boxes: type erasure would cost the browser a third more
//! (leptos#4438: look again on 0.9).

// Views are deeply nested types.
#![recursion_limit = "256"]

mod amount_field;
mod cart;
mod checkout;
mod crop;
mod draft;
mod field;
mod hydrated;
mod icon;
mod inert;
mod live;
mod news;
mod notice;
mod offline;
mod passkey;
mod picture;
mod price;
mod product_card;
mod progress;
mod purchase;
mod safe;
mod saving;
mod scan;
mod shop;
mod text;
mod text_editor;
mod upload;
mod words;

pub use amount_field::{AmountField, Steps};
pub use cart::{CartActions, CartPanel, CartPlaces, Trouble, TroubleKind, unit_word};
pub use checkout::{CheckoutFields, CheckoutPlaces, CheckoutView, Deciding, province_name};
pub use crop::{CropActions, CropField, CropView, corner_at};
pub use draft::{DraftLine, DraftState, DraftView};
pub use field::{FieldError, described_by, error_id, field_class, field_error_text, field_id, hint_id};
pub use hydrated::{hydrated, provide_hydrated};
pub use icon::{Icon, IconName};
pub use inert::{inert, inert_contents};
pub use live::{effect, live, on};
pub use news::{NewsCount, NewsCountView, NewsLine, NewsNotice, NewsOf, NewsTile, NewsTileView, NewsView};
pub use notice::{Notice, Tone};
pub use offline::{OfflineNotice, OfflineView, Waiting};
pub use passkey::{PasskeyButton, PasskeyButtonView, PasskeyState};
pub use picture::{SavesData, Shape, ShopPicture, preload_of};
pub use price::{
    Amount, PerKilogram, Price, QuantityText, StepPrices, price_text, quantity_text, quantity_with_cart, size_text,
    step_text, wrong_quantity_text,
};
pub use product_card::AddButton;
pub use progress::{Moment, OrderProgress};
pub use purchase::{PurchaseActions, PurchaseForm, PurchaseView, SHOWN, SizeView, amount_field_name, least_field_name};
pub use safe::TextArea;
pub use saving::{
    SavingActions, SavingLine, SavingState, SavingView, Trouble as SavingTrouble, UnsentLine, UnsentPart, UnsentView,
};
pub use scan::{ScanLine, ScanState, ScanView};
pub use shop::{
    Glimpse, GoodsGlimpses, MissingLine, MissingLines, OrderActions, OrderList, OrderPart, OrderState, OrderView,
    ReadableValue, ShopBlock, ShopHead, ShopPlace, ValueShown, block_anchor, field_name, hint_text, kind_hint,
    kind_name, place_name, theme_class, wrong_text,
};
pub use text::{ShownName, ShownText, language_name};
pub use text_editor::{FoundLevel, FoundLine, TextArg, TextEditor, TextEditorActions, TextEditorView, TextPattern};
pub use upload::{UploadLine, UploadLineView, UploadProgress};
#[cfg(feature = "ssr")]
pub use words::MarkTexts;
pub use words::{Say, provide_words, words};

/// The texts each part may show: what an island takes along.
pub mod texts {
    pub use crate::cart::TEXTS as CART;
    pub use crate::checkout::{PROVINCES, TEXTS as CHECKOUT};
    pub use crate::progress::TEXTS as PROGRESS;
    pub use crate::purchase::TEXTS as PURCHASE;
    pub use crate::shop::{PLACES, TEXTS as SHOP, TROUBLES};
}
