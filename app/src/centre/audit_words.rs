//! What the log says was done, by whom and with what, in words.

use domain::{
    AuditAction, CategoryShift, Currency, Direction, DocumentKind, HideReason, Money, Role, StockReason, typed_price,
};
use l10n::{Message, Text, format, t};
use leptos::prelude::*;
use service::audit::{AuditThing, Who};

use crate::cx::Cx;
use crate::membership_words::role_text;
use crate::reviews::hide_reason;
use crate::studio::reason_word;
use crate::ui::{Html, IntoHtml};

/// Who did something, or booked it.
#[component]
pub(super) fn WhoText(
    /// Who it was.
    who: Who,
) -> Html {
    let cx = Cx::here();
    match who {
        Who::Member(name) => view! { <bdi>{name}</bdi> }.into_html(),
        Who::Support(name) => {
            view! { <bdi>{name}</bdi>" "<small class="c-muted">{cx.t(t::CENTRE_AUDIT_FOR_COOPERATIVE)}</small> }
                .into_html()
        }
        Who::Operator => cx.t(t::CENTRE_AUDIT_OPERATOR).into_html(),
        Who::Buyer => cx.t(t::CENTRE_AUDIT_BUYER).into_html(),
        Who::Applicant => cx.t(t::CENTRE_AUDIT_APPLICANT).into_html(),
        Who::Gone(id) => cx.tv(t::centre_audit_gone(id.to_string())).into_html(),
        Who::Other(word) => view! { <bdi dir="ltr">{word}</bdi> }.into_html(),
    }
}

/// A thing with its number.
pub(super) fn thing_text(thing: AuditThing, number: i64) -> Message<'static> {
    match thing {
        AuditThing::Announcement => t::log_thing_announcement(number.to_string()),
        AuditThing::Application => t::log_thing_application(number.to_string()),
        AuditThing::Category => t::log_thing_category(number.to_string()),
        AuditThing::Edit => t::log_thing_edit(number.to_string()),
        AuditThing::Import => t::log_thing_import(number.to_string()),
        AuditThing::Message => t::log_thing_message(number.to_string()),
        AuditThing::Part => t::log_thing_part(number.to_string()),
        AuditThing::Payout => t::log_thing_payout(number.to_string()),
        AuditThing::Picture => t::log_thing_picture(number.to_string()),
        AuditThing::Question => t::log_thing_question(number.to_string()),
        AuditThing::Review => t::log_thing_review(number.to_string()),
        AuditThing::SearchWords => t::log_thing_search_words(number.to_string()),
        AuditThing::Shift => t::log_thing_shift(number.to_string()),
        AuditThing::Station => t::log_thing_station(number.to_string()),
    }
}

/// What else the log says of an event: its own words and amounts as the page's, numbers and what is not known as they stand
/// there.
pub(super) fn detail_text(cx: &Cx, detail: &str) -> String {
    let mut words = detail.split(' ').peekable();
    let mut said = Vec::new();
    while let Some(word) = words.next() {
        let next = words.peek().copied().unwrap_or_default();
        // The log counts in fen.
        if let (Ok(minor), Some(currency)) = (word.parse(), Currency::parse(next)) {
            said.push(format::money(cx.locale(), Money::new(minor, currency)));
            words.next();
            continue;
        }
        said.push(detail_word(cx, word));
        if let Some(prices) = prices(next).filter(|_| word == "price") {
            said.push(prices);
            words.next();
        }
    }
    said.join(" ")
}

/// Two prices, `2500>2600`, as they are typed.
fn prices(word: &str) -> Option<String> {
    let (before, after) = word.split_once('>')?;
    let price = |minor: &str| Some(typed_price(Money::new(minor.parse().ok()?, Currency::Cny)));
    Some(format!("{}>{}", price(before)?, price(after)?))
}

fn detail_word(cx: &Cx, word: &str) -> String {
    if let Some((thing, number)) = AuditThing::read(word) {
        return cx.t(thing_text(thing, number));
    }
    if let Some(role) = Role::parse(word) {
        return cx.t(role_text(role));
    }
    if let Some(reason) = StockReason::parse(word) {
        return cx.t(reason_word(reason));
    }
    if let Some(reason) = HideReason::parse(word) {
        return cx.t(hide_reason(reason));
    }
    if let Some(shift) = CategoryShift::parse(word) {
        return cx.t(match shift {
            CategoryShift::Up => t::LOG_WORD_UP,
            CategoryShift::Down => t::LOG_WORD_DOWN,
        });
    }
    if DocumentKind::parse(word) == Some(DocumentKind::Picture) {
        return cx.t(t::LOG_WORD_PICTURE);
    }
    let [on, back] = arrows(cx);
    match word {
        // What these files are called everywhere.
        "pdf" | "csv" | "xlsx" => word.to_uppercase(),
        "waits" => cx.t(t::CONFIRMATION_WAITS),
        "one" => cx.t(t::LOG_WORD_ONE),
        "others" => cx.t(t::LOG_WORD_OTHERS),
        "price" => cx.t(t::LOG_WORD_PRICE),
        "stock" => cx.t(t::LOG_WORD_STOCK),
        "least" => cx.t(t::LOG_WORD_LEAST),
        "by" => cx.t(t::LOG_WORD_BY),
        "most" => cx.t(t::LOG_WORD_MOST),
        "buyer" => cx.t(t::LOG_WORD_BUYER),
        "entry" => cx.t(t::LOG_WORD_ENTRY),
        "statement:" => format!("{}:", cx.t(t::CENTRE_MONEY_STATEMENT)),
        // What became of something, and of what it was made.
        "to" | "→" => on,
        "of" => back,
        _ => word.to_owned(),
    }
}

/// Arrows the way one reads, and back: no browser turns them round in a text from right to left.
fn arrows(cx: &Cx) -> [String; 2] {
    match cx.locale().dir() {
        Direction::Ltr => ["→", "←"],
        Direction::Rtl => ["←", "→"],
    }
    .map(str::to_owned)
}

/// The words for an action.
pub(super) const fn action_name(action: AuditAction) -> Text {
    match action {
        AuditAction::MemberAdd => t::LOG_MEMBER_ADD,
        AuditAction::MemberRemove => t::LOG_MEMBER_REMOVE,
        AuditAction::MemberRole => t::LOG_MEMBER_ROLE,
        AuditAction::MemberLink => t::LOG_MEMBER_LINK,
        AuditAction::MemberLinkEnd => t::LOG_MEMBER_LINK_END,
        AuditAction::MemberJoin => t::LOG_MEMBER_JOIN,
        AuditAction::SessionEnd => t::LOG_SESSION_END,
        AuditAction::PasswordChange => t::LOG_PASSWORD_CHANGE,
        AuditAction::PasskeyAdd => t::LOG_PASSKEY_ADD,
        AuditAction::PasskeyName => t::LOG_PASSKEY_NAME,
        AuditAction::PasskeyRemove => t::LOG_PASSKEY_REMOVE,
        AuditAction::SupportBegin => t::LOG_SUPPORT_BEGIN,
        AuditAction::SupportEnd => t::LOG_SUPPORT_END,
        AuditAction::CooperativeSuspend => t::LOG_COOPERATIVE_SUSPEND,
        AuditAction::CooperativeAdmit => t::LOG_COOPERATIVE_ADMIT,
        AuditAction::CooperativeConfirmOn => t::LOG_COOPERATIVE_CONFIRM_ON,
        AuditAction::CooperativeConfirmOff => t::LOG_COOPERATIVE_CONFIRM_OFF,
        AuditAction::CooperativeCollection => t::LOG_COOPERATIVE_COLLECTION,
        AuditAction::CooperativeAsk => t::LOG_COOPERATIVE_ASK,
        AuditAction::CooperativeAskNoMore => t::LOG_COOPERATIVE_ASK_NO_MORE,
        AuditAction::CooperativeRename => t::LOG_COOPERATIVE_RENAME,
        AuditAction::CooperativeRenameRefuse => t::LOG_COOPERATIVE_RENAME_REFUSE,
        AuditAction::ApplicationSend => t::LOG_APPLICATION_SEND,
        AuditAction::ApplicationDocument => t::LOG_APPLICATION_DOCUMENT,
        AuditAction::ApplicationDocumentRemove => t::LOG_APPLICATION_DOCUMENT_REMOVE,
        AuditAction::ApplicationAdmit => t::LOG_APPLICATION_ADMIT,
        AuditAction::ApplicationRefuse => t::LOG_APPLICATION_REFUSE,
        AuditAction::AnnouncementPublish => t::LOG_ANNOUNCEMENT_PUBLISH,
        AuditAction::AnnouncementTakeBack => t::LOG_ANNOUNCEMENT_TAKE_BACK,
        AuditAction::AnnouncementRead => t::LOG_ANNOUNCEMENT_READ,
        AuditAction::MoneyReceived => t::LOG_MONEY_RECEIVED,
        AuditAction::MoneyCash => t::LOG_MONEY_CASH,
        AuditAction::MoneyCashBack => t::LOG_MONEY_CASH_BACK,
        AuditAction::MoneyUnassigned => t::LOG_MONEY_UNASSIGNED,
        AuditAction::MoneyAssigned => t::LOG_MONEY_ASSIGNED,
        AuditAction::MoneyToGiveBack => t::LOG_MONEY_TO_GIVE_BACK,
        AuditAction::MoneyGivenBack => t::LOG_MONEY_GIVEN_BACK,
        AuditAction::MoneyWrittenOff => t::LOG_MONEY_WRITTEN_OFF,
        AuditAction::MoneyUndone => t::LOG_MONEY_UNDONE,
        AuditAction::PayoutDraft => t::LOG_PAYOUT_DRAFT,
        AuditAction::PayoutApprove => t::LOG_PAYOUT_APPROVE,
        AuditAction::PayoutPaid => t::LOG_PAYOUT_PAID,
        AuditAction::PayoutWithdraw => t::LOG_PAYOUT_WITHDRAW,
        AuditAction::PayoutUndone => t::LOG_PAYOUT_UNDONE,
        AuditAction::ShiftOpen => t::LOG_SHIFT_OPEN,
        AuditAction::ShiftHandOver => t::LOG_SHIFT_HAND_OVER,
        AuditAction::ShiftClose => t::LOG_SHIFT_CLOSE,
        AuditAction::ShiftCorrect => t::LOG_SHIFT_CORRECT,
        AuditAction::OrderPhoneProved => t::LOG_ORDER_PHONE_PROVED,
        AuditAction::OrdersExport => t::LOG_ORDERS_EXPORT,
        AuditAction::ProductCreate => t::LOG_PRODUCT_CREATE,
        AuditAction::ProductCopy => t::LOG_PRODUCT_COPY,
        AuditAction::ProductSave => t::LOG_PRODUCT_SAVE,
        AuditAction::ProductSuggest => t::LOG_PRODUCT_SUGGEST,
        AuditAction::ProductAddSize => t::LOG_PRODUCT_ADD_SIZE,
        AuditAction::ProductPublish => t::LOG_PRODUCT_PUBLISH,
        AuditAction::ProductPropose => t::LOG_PRODUCT_PROPOSE,
        AuditAction::ProductTakeBack => t::LOG_PRODUCT_TAKE_BACK,
        AuditAction::ProductConfirm => t::LOG_PRODUCT_CONFIRM,
        AuditAction::ProductSendBack => t::LOG_PRODUCT_SEND_BACK,
        AuditAction::ProductSoldOutToday => t::LOG_PRODUCT_SOLD_OUT_TODAY,
        AuditAction::ProductPause => t::LOG_PRODUCT_PAUSE,
        AuditAction::ProductResume => t::LOG_PRODUCT_RESUME,
        AuditAction::ProductArchive => t::LOG_PRODUCT_ARCHIVE,
        AuditAction::ProductRestore => t::LOG_PRODUCT_RESTORE,
        AuditAction::OfferActive => t::LOG_OFFER_ACTIVE,
        AuditAction::OfferInactive => t::LOG_OFFER_INACTIVE,
        AuditAction::OfferAmounts => t::LOG_OFFER_AMOUNTS,
        AuditAction::PictureAdd => t::LOG_PICTURE_ADD,
        AuditAction::PictureMove => t::LOG_PICTURE_MOVE,
        AuditAction::PictureRemove => t::LOG_PICTURE_REMOVE,
        AuditAction::PictureDescribe => t::LOG_PICTURE_DESCRIBE,
        AuditAction::PictureCrop => t::LOG_PICTURE_CROP,
        AuditAction::StockSave => t::LOG_STOCK_SAVE,
        AuditAction::StockMove => t::LOG_STOCK_MOVE,
        AuditAction::ImportBegin => t::LOG_IMPORT_BEGIN,
        AuditAction::ImportConfirm => t::LOG_IMPORT_CONFIRM,
        AuditAction::ImportCancel => t::LOG_IMPORT_CANCEL,
        AuditAction::ImportDone => t::LOG_IMPORT_DONE,
        AuditAction::ImportFailed => t::LOG_IMPORT_FAILED,
        AuditAction::ShopEdit => t::LOG_SHOP_EDIT,
        AuditAction::ShopUndo => t::LOG_SHOP_UNDO,
        AuditAction::ShopRestore => t::LOG_SHOP_RESTORE,
        AuditAction::ShopPicture => t::LOG_SHOP_PICTURE,
        AuditAction::ShopPublish => t::LOG_SHOP_PUBLISH,
        AuditAction::ShopSuggest => t::LOG_SHOP_SUGGEST,
        AuditAction::QuestionAnswer => t::LOG_QUESTION_ANSWER,
        AuditAction::QuestionPublish => t::LOG_QUESTION_PUBLISH,
        AuditAction::QuestionHide => t::LOG_QUESTION_HIDE,
        AuditAction::QuestionKeep => t::LOG_QUESTION_KEEP,
        AuditAction::ReviewAnswer => t::LOG_REVIEW_ANSWER,
        AuditAction::ReviewPublish => t::LOG_REVIEW_PUBLISH,
        AuditAction::ReviewHide => t::LOG_REVIEW_HIDE,
        AuditAction::ReviewKeep => t::LOG_REVIEW_KEEP,
        AuditAction::MessageHide => t::LOG_MESSAGE_HIDE,
        AuditAction::MessageTryAgain => t::LOG_MESSAGE_TRY_AGAIN,
        AuditAction::MessageGiveUp => t::LOG_MESSAGE_GIVE_UP,
        AuditAction::CodeShow => t::LOG_CODE_SHOW,
        AuditAction::SettingsSave => t::LOG_SETTINGS_SAVE,
        AuditAction::SettingsUndo => t::LOG_SETTINGS_UNDO,
        AuditAction::StationAdd => t::LOG_STATION_ADD,
        AuditAction::StationSave => t::LOG_STATION_SAVE,
        AuditAction::StationClose => t::LOG_STATION_CLOSE,
        AuditAction::StationOpen => t::LOG_STATION_OPEN,
        AuditAction::CategoryAdd => t::LOG_CATEGORY_ADD,
        AuditAction::CategorySave => t::LOG_CATEGORY_SAVE,
        AuditAction::CategoryReorder => t::LOG_CATEGORY_REORDER,
        AuditAction::CategoryHide => t::LOG_CATEGORY_HIDE,
        AuditAction::CategoryShow => t::LOG_CATEGORY_SHOW,
        AuditAction::CategoryMoveGoods => t::LOG_CATEGORY_MOVE_GOODS,
        AuditAction::SearchWordsAdd => t::LOG_SEARCH_WORDS_ADD,
        AuditAction::SearchWordsSave => t::LOG_SEARCH_WORDS_SAVE,
        AuditAction::SearchWordsRemove => t::LOG_SEARCH_WORDS_REMOVE,
        AuditAction::TextSuggest => t::LOG_TEXT_SUGGEST,
        AuditAction::TextApprove => t::LOG_TEXT_APPROVE,
        AuditAction::TextReject => t::LOG_TEXT_REJECT,
        AuditAction::TextWithdraw => t::LOG_TEXT_WITHDRAW,
        AuditAction::TextUndo => t::LOG_TEXT_UNDO,
        AuditAction::TextTake => t::LOG_TEXT_TAKE,
        AuditAction::AuditAdopt => t::LOG_AUDIT_ADOPT,
    }
}
