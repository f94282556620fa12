//! What the rows of the [table](super::table) send.

use crate::district::THIS;

/// What is sent.
#[derive(Clone, Copy)]
pub enum Form {
    Empty,
    Fixed(&'static [(&'static str, &'static str)]),
    /// Adds an offer to the cart.
    Add,
    /// Changes the quantity in the cart.
    Change,
    /// The checkout, as this person sees it.
    Checkout,
    /// The editor with this `data-testid`, as its owner sees it.
    Editor(&'static str),
    /// One's own first membership.
    Membership,
    /// Another price of an offer of "this" cooperative.
    Stock,
    /// A picture, as a form brings it.
    Picture,
    /// A table, as a form brings it.
    Table,
    /// The beginning of a picture that comes in pieces.
    Upload,
    /// Takes the picture to the front.
    Move,
    /// Accepts the order of "this" cooperative from its packing list.
    Parcel,
    /// What the buyer of the order of "this" cooperative writes.
    Question,
    /// Sends back what waits of the other cooperative.
    SendBack,
}

pub const SAVING: Form = Form::Fixed(&[("saving", "1"), ("back", "/ug/about")]);
pub const MARKED: Form = Form::Fixed(&[("mode", "on"), ("back", "/ug/about")]);
pub const REMARK: Form = Form::Fixed(&[("do", "comment"), ("comment", "?")]);
pub const WORD: Form = Form::Fixed(&[("do", "suggest"), ("word", "cart"), ("text", "badam")]);
pub const FAVOURITE: Form = Form::Fixed(&[("product", "1"), ("keep", "1")]);
pub const REPORTED: Form = Form::Fixed(&[("review", "1")]);
pub const STARS: Form = Form::Fixed(&[("command", "write"), ("stars", "5")]);
pub const WRONG_DIGITS: Form = Form::Fixed(&[("tail", "9999")]);
pub const WRONG_CODE: Form = Form::Fixed(&[("code", "000000")]);
pub const WRONG_PAIR: Form = Form::Fixed(&[("code", "0123-4567-89AB"), ("tail", "9999")]);
pub const WRONG_PASSWORD: Form = Form::Fixed(&[("phone", "13900139000"), ("password", "wrong")]);
pub const WRONG_PASSKEY: Form = Form::Fixed(&[("passkey", "{}")]);
pub const PASSKEY_TO_SIGN_IN: Form = Form::Fixed(&[("purpose", "sign-in")]);
pub const UNKNOWN_PHONE: Form = Form::Fixed(&[("phone", "13900139000")]);
pub const NO_MESSAGE: Form = Form::Fixed(&[("command", "again"), ("id", "1")]);
pub const ACCOUNT: Form = Form::Fixed(&[
    ("section", "bank"),
    ("seen", "0"),
    ("holder", "中心"),
    ("bank", "银行"),
    ("number", "6222 1111"),
]);
pub const MONEY: Form = Form::Fixed(&[
    ("command", "unknown"),
    ("amount", "12.50"),
    ("reference", "nobody knows"),
    ("key", "00000000000000000000000000000001"),
]);
/// With the fingerprint that the page before shows for this text.
pub const STATEMENT: Form = Form::Fixed(&[
    ("statement", "2026-11-23,12.50,nobody knows"),
    (
        "seen",
        "9462e3dccec17ecd54dbb61e3661dbfd264b6a7b9f27e94f9132bb82f652f164",
    ),
    ("confirm", "1"),
]);
/// Begins a shift with 100 yuan.
pub const SHIFT: Form = Form::Fixed(&[("command", "open"), ("sum", "100")]);
pub const NO_SHIFT: Form = Form::Fixed(&[("shift", "1"), ("counted", "1"), ("reason", "?"), ("seen", "0")]);
pub const NO_CODE: Form = Form::Fixed(&[("code", "0123"), ("tail", "9999")]);
pub const PAINT: Form = Form::Fixed(&[("command", "theme"), ("theme", "leaf")]);
/// Nothing is written there yet, and that was seen.
pub const UNTOUCHED: Form = Form::Fixed(&[("seen-title-es", "cbf29ce484222325")]);
pub const FIRST: Form = Form::Fixed(&[("number", "1")]);
pub const PAUSE: Form = Form::Fixed(&[("command", "pause")]);
pub const NEW_PRODUCT: Form = Form::Fixed(&[
    ("name", "Badam"),
    ("category", "badam"),
    ("sold", "pack"),
    ("net", "500"),
    ("price", "30"),
    ("stock", "5"),
]);
pub const NEW_SIZE: Form = Form::Fixed(&[("sold", "weight"), ("net", ""), ("price", "90"), ("stock", "5")]);
pub const HARVEST: Form = Form::Fixed(&[("reason", "harvest"), ("amount", "20"), ("note", "")]);
pub const ANSWER: Form = Form::Fixed(&[("command", "write"), ("text", "明天发货")]);
pub const CONFIRM: Form = Form::Fixed(&[("command", "confirm"), ("version", "2")]);
pub const ACCEPT: Form = Form::Fixed(&[("command", "accept")]);

pub const OTHERS: Form = Form::Fixed(&[("end", "others")]);
pub const WRONG_OLD: Form = Form::Fixed(&[("old", "wrong"), ("new", "correct horse")]);
pub const WRONG_PROOF: Form = Form::Fixed(&[("confirm-password", "wrong"), ("confirm-code", "")]);
pub const INVITE_PACKER: Form = Form::Fixed(&[
    ("command", "invite"),
    ("phone", "13900139000"),
    ("name", "Anna"),
    ("role", "packer"),
]);
pub const INVITE_FINANCE: Form = Form::Fixed(&[
    ("command", "invite"),
    ("phone", "13900139000"),
    ("name", "Anna"),
    ("role", "finance"),
]);
/// In all languages: which of them the cooperative writes in first is not asked.
pub const NAMING: Form = Form::Fixed(&[
    ("name-ug", "يېڭى ئىسىم"),
    ("name-zh", "新名称"),
    ("name-es", "Nombre nuevo"),
    ("phone", "0998-5550199"),
    ("seen", ""),
]);
pub const SUSPEND: Form = Form::Fixed(&[("step", "suspend"), ("reason", "证件已过期")]);
pub const REFUSE: Form = Form::Fixed(&[("command", "refuse"), ("reason", "证件不全")]);
pub const ANNOUNCE: Form = Form::Fixed(&[("text-zh", "明天停电")]);
/// The one of the inhabited shop.
pub const ANNOUNCED: Form = Form::Fixed(&[("id", "1")]);
pub const CLOSE: Form = Form::Fixed(&[("step", "close")]);
pub const NEW_STATION: Form = Form::Fixed(&[("code", "B209"), ("name-zh", "新村小卖部"), ("township", "bagh")]);
pub const DOWN: Form = Form::Fixed(&[("category", "1"), ("way", "down")]);
pub const CATEGORY_NAME: Form = Form::Fixed(&[("seen", "1"), ("name-zh", "坚果")]);
pub const NEW_CATEGORY: Form = Form::Fixed(&[("slug", "dried-fruit"), ("name-zh", "果干"), ("picture", "badam")]);
pub const SEARCH_WORDS: Form = Form::Fixed(&[("words", "badam, almendra")]);
pub const COOPERATIVE: Form = Form::Fixed(&[("cooperative", THIS)]);
