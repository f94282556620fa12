//! The table. An address of `app::routes` or a server function without a row here fails
//! [`every_address_has_a_row`](super::people).

use axum::http::Method;
use domain::shop_page::{BlockId, Change, Field, Place, fingerprint};

use crate::buyer::{self, Fields};
use crate::client::{Ask, Client};
use crate::district::{OTHER, THIS};
use crate::pictures;
use crate::tables;
use crate::test_app::TestApp;
use crate::world::Who;

/// What somebody gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gets {
    /// The page; nothing is written.
    Page,
    /// Done: the page of this address comes next.
    Done,
    /// A call of a script is done.
    Called,
    /// Something a script asked for is made.
    Created,
    /// Nothing to do: the page of this address comes next, and nothing is written.
    Elsewhere,
    /// Asked to sign in; nothing is written.
    SignIn,
    /// Refused with this status; nothing is written.
    Refused(u16),
}

use Gets::{Called, Created, Done, Elsewhere, Page, Refused, SignIn};

/// To whoever may not see it, it is not there.
const MISSING: Gets = Refused(404);

/// One address, one method, everybody.
pub struct Row {
    pub method: Method,
    pub pattern: &'static str,
    pub form: Form,
    /// Anonymous, shopper, the owner of this cooperative, of another one, the Centre's admin.
    pub gets: [Gets; 5],
    /// The others, where they get something: see [`Row::gets_of`].
    also: Vec<(Who, Gets)>,
}

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

fn get(pattern: &'static str, gets: [Gets; 5]) -> Row {
    Row {
        method: Method::GET,
        pattern,
        form: Form::Empty,
        gets,
        also: Vec::new(),
    }
}

fn post(pattern: &'static str, form: Form, gets: [Gets; 5]) -> Row {
    Row {
        method: Method::POST,
        pattern,
        form,
        gets,
        also: Vec::new(),
    }
}

const WRONG_DIGITS: Form = Form::Fixed(&[("tail", "9999")]);
const WRONG_CODE: Form = Form::Fixed(&[("code", "000000")]);
const WRONG_PAIR: Form = Form::Fixed(&[("code", "0123-4567-89AB"), ("tail", "9999")]);
const WRONG_PASSWORD: Form = Form::Fixed(&[("phone", "13900139000"), ("password", "wrong")]);
const WRONG_PASSKEY: Form = Form::Fixed(&[("passkey", "{}")]);
const PASSKEY_TO_SIGN_IN: Form = Form::Fixed(&[("purpose", "sign-in")]);
const UNKNOWN_PHONE: Form = Form::Fixed(&[("phone", "13900139000")]);
const NO_MESSAGE: Form = Form::Fixed(&[("command", "again"), ("id", "1")]);
const ACCOUNT: Form = Form::Fixed(&[
    ("section", "bank"),
    ("seen", "0"),
    ("holder", "中心"),
    ("bank", "银行"),
    ("number", "6222 1111"),
]);
const MONEY: Form = Form::Fixed(&[
    ("command", "unknown"),
    ("amount", "12.50"),
    ("reference", "nobody knows"),
    ("key", "00000000000000000000000000000001"),
]);
const STATEMENT: Form = Form::Fixed(&[("statement", "2026-11-23,12.50,nobody knows"), ("confirm", "1")]);
const NO_CODE: Form = Form::Fixed(&[("code", "0123"), ("tail", "9999")]);
const PAINT: Form = Form::Fixed(&[("command", "theme"), ("theme", "leaf")]);
/// Nothing is written there yet, and that was seen.
const UNTOUCHED: Form = Form::Fixed(&[("seen-title-es", "cbf29ce484222325")]);
const FIRST: Form = Form::Fixed(&[("number", "1")]);
const PAUSE: Form = Form::Fixed(&[("command", "pause")]);
const NEW_PRODUCT: Form = Form::Fixed(&[
    ("name", "Badam"),
    ("category", "badam"),
    ("sold", "pack"),
    ("net", "500"),
    ("price", "30"),
    ("stock", "5"),
]);
const NEW_SIZE: Form = Form::Fixed(&[("sold", "weight"), ("net", ""), ("price", "90"), ("stock", "5")]);
const HARVEST: Form = Form::Fixed(&[("reason", "harvest"), ("amount", "20"), ("note", "")]);
const ANSWER: Form = Form::Fixed(&[("command", "write"), ("text", "明天发货")]);
const CONFIRM: Form = Form::Fixed(&[("command", "confirm"), ("version", "2")]);
const ACCEPT: Form = Form::Fixed(&[("command", "accept")]);

const OTHERS: Form = Form::Fixed(&[("end", "others")]);
const WRONG_OLD: Form = Form::Fixed(&[("old", "wrong"), ("new", "correct horse")]);
const WRONG_PROOF: Form = Form::Fixed(&[("confirm-password", "wrong"), ("confirm-code", "")]);
const INVITE_PACKER: Form = Form::Fixed(&[
    ("command", "invite"),
    ("phone", "13900139000"),
    ("name", "Anna"),
    ("role", "packer"),
]);
const INVITE_FINANCE: Form = Form::Fixed(&[
    ("command", "invite"),
    ("phone", "13900139000"),
    ("name", "Anna"),
    ("role", "finance"),
]);
const SUSPEND: Form = Form::Fixed(&[("step", "suspend"), ("reason", "证件已过期")]);
const REFUSE: Form = Form::Fixed(&[("command", "refuse"), ("reason", "证件不全")]);
const ANNOUNCE: Form = Form::Fixed(&[("text-zh", "明天停电")]);
/// The one of the inhabited shop.
const ANNOUNCED: Form = Form::Fixed(&[("id", "1")]);
const CLOSE: Form = Form::Fixed(&[("step", "close")]);
const NEW_STATION: Form = Form::Fixed(&[("code", "B209"), ("name-zh", "新村小卖部"), ("township", "bagh")]);
const DOWN: Form = Form::Fixed(&[("category", "1"), ("way", "down")]);
const CATEGORY_NAME: Form = Form::Fixed(&[("seen", "1"), ("name-zh", "坚果")]);
const NEW_CATEGORY: Form = Form::Fixed(&[("slug", "dried-fruit"), ("name-zh", "果干"), ("picture", "badam")]);
const SEARCH_WORDS: Form = Form::Fixed(&[("words", "badam, almendra")]);
const COOPERATIVE: Form = Form::Fixed(&[("cooperative", THIS)]);

/// Who of a cooperative, or in its name, packs and reads orders, and who writes texts.
const PACK: &[Who] = &[Who::Packer, Who::Acting];
const READ_ORDERS: &[Who] = &[Who::Packer, Who::Finance, Who::Acting];
const WRITE: &[Who] = &[Who::Editor, Who::Acting];
const MEMBERS_OF_THIS: &[Who] = &[Who::Editor, Who::Packer, Who::Finance, Who::Host];
const ALL_OF_THIS: &[Who] = &[Who::Editor, Who::Packer, Who::Finance, Who::Host, Who::Acting];

/// Who books money at the Centre, and who takes cash at a counter.
const MONEY_PEOPLE: &[Who] = &[Who::CentreFinance];
const AT_THE_DESK: &[Who] = &[Who::CentreFinance, Who::Manager, Who::Clerk];

/// All of it.        anonymous  shopper    this       other      Centre
#[rustfmt::skip]
pub fn table() -> Vec<Row> {
    let nobody = [MISSING; 5];
    // It only takes a form, and leads to the page that has it.
    let above = [Elsewhere; 5];
    let signed_in = |gets| [SignIn, SignIn, gets, gets, gets];
    let anyone = [Page; 5];
    vec![
        get("/{lang}", anyone),
        post("/{lang}", Form::Empty, nobody),
        get("/{lang}/products", anyone),
        post("/{lang}/products", Form::Empty, nobody),
        get("/{lang}/products/{slug}", anyone),
        post("/{lang}/products/{slug}", Form::Empty, nobody),
        get("/{lang}/shops", anyone),
        post("/{lang}/shops", Form::Empty, nobody),
        get("/{lang}/shops/{slug}", anyone),
        post("/{lang}/shops/{slug}", Form::Empty, nobody),
        get("/{lang}/search", anyone),
        post("/{lang}/search", Form::Empty, nobody),
        get("/{lang}/stations", anyone),
        post("/{lang}/stations", Form::Empty, nobody),
        get("/{lang}/about", anyone),
        post("/{lang}/about", Form::Empty, nobody),

        get("/{lang}/cart", anyone),
        post("/{lang}/cart", Form::Change,
                    [Elsewhere, Done,      Elsewhere, Elsewhere, Elsewhere]),
        get("/{lang}/cart/lines", above),
        post("/{lang}/cart/lines", Form::Add,
                    [Done,      Done,      Done,      Done,      Done]),
        get("/{lang}/checkout",
                    [Elsewhere, Page,      Elsewhere, Elsewhere, Elsewhere]),
        post("/{lang}/checkout", Form::Checkout,
                    [Refused(409), Done,   Refused(409), Refused(409), Refused(409)]),

        get("/{lang}/orders", anyone),
        post("/{lang}/orders", WRONG_PAIR, [Refused(422); 5]),
        // Who has not opened it is asked for the digits: see `people::an_order_is_shown_to_its_buyer_only`.
        get("/{lang}/orders/{code}", anyone),
        post("/{lang}/orders/{code}", WRONG_DIGITS, [Refused(422); 5]),
        get("/{lang}/orders/{code}/cancel", above),
        post("/{lang}/orders/{code}/cancel", Form::Empty,
                    [MISSING,   Done,      MISSING,   MISSING,   MISSING]),
        // The order of this shop is held for as long as any: `proof` has those that are not.
        get("/{lang}/orders/{code}/proof", above),
        post("/{lang}/orders/{code}/proof", WRONG_CODE,
                    [MISSING,   Elsewhere, MISSING,   MISSING,   MISSING]),
        get("/{lang}/orders/{code}/proof/code", above),
        post("/{lang}/orders/{code}/proof/code", Form::Empty,
                    [MISSING,   Elsewhere, MISSING,   MISSING,   MISSING]),

        // Nothing takes another's place in the order of this shop: `replacement` says no to what does.
        get("/{lang}/orders/{code}/decline", above),
        post("/{lang}/orders/{code}/decline", Form::Empty, nobody),

        get("/{lang}/orders/{code}/messages", above),
        post("/{lang}/orders/{code}/messages", Form::Question,
                    [MISSING,   Done,      MISSING,   MISSING,   MISSING]),

        // There is no such link: `members` has those that are there.
        get("/{lang}/account/join/{code}", nobody),
        post("/{lang}/account/join/{code}", Form::Empty, nobody),
        get("/{lang}/apply", [Page; 5]),
        post("/{lang}/apply", Form::Empty, [Refused(422); 5]),
        // The code is an order's; whose address it is: `applications::an_application_is_sent_with_a_code_and_decided`.
        get("/{lang}/apply/{code}", nobody),
        post("/{lang}/apply/{code}", Form::Empty, nobody),
        get("/{lang}/account/sign-in",
                    [Page,      Page,      Elsewhere, Elsewhere, Elsewhere]),
        post("/{lang}/account/sign-in", WRONG_PASSWORD, [Refused(422); 5]),
        get("/{lang}/account/code", above),
        post("/{lang}/account/code", UNKNOWN_PHONE, [Done; 5]),
        get("/{lang}/account/sign-out", above),
        post("/{lang}/account/sign-out", Form::Empty,
                    [Elsewhere, Elsewhere, Done,      Done,      Done]),

        get("/{lang}/account/passkey", above),
        post("/{lang}/account/passkey", WRONG_PASSKEY, [Refused(422); 5]),
        get("/{lang}/account/passkeys/ask", above),
        post("/{lang}/account/passkeys/ask", PASSKEY_TO_SIGN_IN, [Called; 5]),
        get("/{lang}/account/passkeys", signed_in(Page)).alike(),
        post("/{lang}/account/passkeys", WRONG_PASSKEY, signed_in(Refused(422))).alike(),

        get("/{lang}/account", signed_in(Page)).alike(),
        post("/{lang}/account", Form::Empty, nobody),
        get("/{lang}/account/act", above),
        post("/{lang}/account/act", Form::Membership, signed_in(Done)).alike(),
        get("/{lang}/account/sessions", above),
        post("/{lang}/account/sessions", OTHERS, signed_in(Done)).alike(),
        get("/{lang}/account/password", above),
        post("/{lang}/account/password", WRONG_OLD, signed_in(Refused(422))).alike(),
        get("/{lang}/account/confirm", signed_in(Page)).alike(),
        post("/{lang}/account/confirm", WRONG_PROOF, signed_in(Refused(422))).alike(),
        get("/{lang}/account/confirm/code", above),
        post("/{lang}/account/confirm/code", Form::Empty, signed_in(Called)).alike(),

        get("/{lang}/studio",
                    [SignIn,    SignIn,    Page,      Page,      MISSING]).also(ALL_OF_THIS, Page),
        post("/{lang}/studio", Form::Empty, nobody),
        get("/{lang}/studio/orders",
                    [SignIn,    SignIn,    Page,      Page,      MISSING]).also(READ_ORDERS, Page),
        post("/{lang}/studio/orders", Form::Empty, nobody),
        get("/{lang}/studio/orders/{id}",
                    [SignIn,    SignIn,    Page,      MISSING,   MISSING]).also(READ_ORDERS, Page),
        post("/{lang}/studio/orders/{id}", ACCEPT,
                    [SignIn,    SignIn,    Done,      MISSING,   MISSING]).also(PACK, Done),
        get("/{lang}/studio/orders/{id}/reduce",
                    [SignIn,    SignIn,    Page,      MISSING,   MISSING]).also(PACK, Page),
        // Without a reason nothing is done: `changes` sends less.
        post("/{lang}/studio/orders/{id}/reduce", Form::Empty,
                    [SignIn,    SignIn,    Refused(422), MISSING, MISSING]).also(PACK, Refused(422)),
        get("/{lang}/studio/orders/{id}/replace",
                    [SignIn,    SignIn,    Page,      MISSING,   MISSING]).also(PACK, Page),
        // Without a reason nothing is done, and there is nothing to take back: `replacement` does both.
        post("/{lang}/studio/orders/{id}/replace", Form::Empty,
                    [SignIn,    SignIn,    Refused(422), MISSING, MISSING]).also(PACK, Refused(422)),
        get("/{lang}/studio/orders/{id}/replace/undo", above),
        post("/{lang}/studio/orders/{id}/replace/undo", Form::Empty,
                    [SignIn,    SignIn,    Refused(409), MISSING, MISSING]).also(PACK, Refused(409)),
        get("/{lang}/studio/orders/{id}/messages", above),
        post("/{lang}/studio/orders/{id}/messages", ANSWER,
                    [SignIn,    SignIn,    Done,      MISSING,   MISSING]).also(PACK, Done),
        get("/{lang}/studio/figures",
                    [SignIn,    SignIn,    Page,      Page,      MISSING]).also(&[Who::Finance], Page),
        post("/{lang}/studio/figures", Form::Empty, nobody),
        get("/{lang}/studio/news",
                    [SignIn,    SignIn,    Page,      Page,      MISSING]).also(READ_ORDERS, Page),
        post("/{lang}/studio/news", Form::Empty, nobody),
        get("/{lang}/studio/questions",
                    [SignIn,    SignIn,    Page,      Page,      MISSING]).also(READ_ORDERS, Page),
        post("/{lang}/studio/questions", Form::Empty, nobody),
        get("/{lang}/studio/packing",
                    [SignIn,    SignIn,    Page,      Page,      MISSING]).also(READ_ORDERS, Page),
        post("/{lang}/studio/packing", Form::Parcel,
                    [SignIn,    SignIn,    Done,      MISSING,   MISSING]).also(PACK, Done),
        // Nothing is ticked; what may be printed: `printing`.
        get("/{lang}/studio/print",
                    [SignIn,    SignIn,    Refused(422), Refused(422), MISSING]).also(READ_ORDERS, Refused(422)),
        post("/{lang}/studio/print", Form::Empty, nobody),
        get("/{lang}/studio/poster",
                    [SignIn,    SignIn,    Page,      Page,      MISSING]).also(ALL_OF_THIS, Page),
        post("/{lang}/studio/poster", Form::Empty, nobody),
        get("/{lang}/studio/products",
                    [SignIn,    SignIn,    Page,      Page,      MISSING]).also(ALL_OF_THIS, Page),
        post("/{lang}/studio/products", Form::Empty, nobody),
        // Both are pages of one's own shop.
        get("/{lang}/studio/shop",
                    [SignIn,    SignIn,    Page,      Page,      MISSING]).also(WRITE, Page),
        post("/{lang}/studio/shop", PAINT,
                    [SignIn,    SignIn,    Done,      Done,      MISSING]).also(WRITE, Done),
        // Each shop has a first part: its cover.
        get("/{lang}/studio/shop/parts/{id}",
                    [SignIn,    SignIn,    Page,      Page,      MISSING]).also(WRITE, Page),
        post("/{lang}/studio/shop/parts/{id}", UNTOUCHED,
                    [SignIn,    SignIn,    Elsewhere, Elsewhere,     MISSING]).also(WRITE, Elsewhere),
        get("/{lang}/studio/shop/pictures",
                    [SignIn,    SignIn,    Page,      Page,      MISSING]).also(WRITE, Page),
        post("/{lang}/studio/shop/pictures", Form::Picture,
                    [SignIn,    SignIn,    Done,      Done,      MISSING]).also(WRITE, Done),
        get("/{lang}/studio/shop/history",
                    [SignIn,    SignIn,    Page,      Page,      MISSING]).also(WRITE, Page),
        // Nothing was published yet.
        post("/{lang}/studio/shop/history", FIRST,
                    [SignIn,    SignIn,    MISSING,   MISSING,   MISSING]),
        get("/{lang}/studio/shop/share",
                    [SignIn,    SignIn,    Page,      Page,      MISSING]).also(WRITE, Page),
        post("/{lang}/studio/shop/share", Form::Empty, nobody),
        get("/{lang}/studio/products/{id}",
                    [SignIn,    SignIn,    Page,      MISSING,   MISSING]).also(WRITE, Page),
        post("/{lang}/studio/products/{id}", Form::Editor("product-editor"),
                    [SignIn,    SignIn,    Done,      MISSING,   MISSING]).also(WRITE, Done),
        get("/{lang}/studio/products/new",
                    [SignIn,    SignIn,    Page,      Page,      MISSING]).also(WRITE, Page),
        post("/{lang}/studio/products/new", NEW_PRODUCT,
                    [SignIn,    SignIn,    Done,      Done,      MISSING]).also(WRITE, Done),
        get("/{lang}/studio/products/{id}/steps", above),
        post("/{lang}/studio/products/{id}/steps", PAUSE,
                    [SignIn,    SignIn,    Done,      MISSING,   MISSING]).also(WRITE, Done),
        get("/{lang}/studio/products/{id}/suggestions", above),
        // No machine is connected; who may ask one is tested in `suggestions`.
        post("/{lang}/studio/products/{id}/suggestions", Form::Empty,
                    [SignIn,    SignIn,    MISSING,   MISSING,   MISSING]),
        get("/{lang}/studio/products/{id}/sizes",
                    [SignIn,    SignIn,    Page,      MISSING,   MISSING]).also(WRITE, Page),
        post("/{lang}/studio/products/{id}/sizes", NEW_SIZE,
                    [SignIn,    SignIn,    Done,      MISSING,   MISSING]).also(WRITE, Done),
        get("/{lang}/studio/stock",
                    [SignIn,    SignIn,    Page,      Page,      MISSING]).also(WRITE, Page),
        // Whose the sizes in it are: `people::another_cooperatives_offer_in_ones_own_form_changes_nothing`.
        post("/{lang}/studio/stock", Form::Stock,
                    [SignIn,    SignIn,    Done,      MISSING,   MISSING]).also(WRITE, Done),
        get("/{lang}/studio/stock/{id}",
                    [SignIn,    SignIn,    Page,      MISSING,   MISSING]).also(WRITE, Page),
        post("/{lang}/studio/stock/{id}", HARVEST,
                    [SignIn,    SignIn,    Done,      MISSING,   MISSING]).also(WRITE, Done),
        get("/{lang}/studio/products/{id}/pictures",
                    [SignIn,    SignIn,    Page,      MISSING,   MISSING]).also(WRITE, Page),
        post("/{lang}/studio/products/{id}/pictures", Form::Picture,
                    [SignIn,    SignIn,    Done,      MISSING,   MISSING]).also(WRITE, Done),
        get("/{lang}/studio/products/{id}/pictures/{picture}",
                    [SignIn,    SignIn,    Page,      MISSING,   MISSING]).also(WRITE, Page),
        post("/{lang}/studio/products/{id}/pictures/{picture}", Form::Move,
                    [SignIn,    SignIn,    Done,      MISSING,   MISSING]).also(WRITE, Done),
        get("/{lang}/studio/uploads", above),
        post("/{lang}/studio/uploads", Form::Upload,
                    [SignIn,    SignIn,    Created,   MISSING,   MISSING]).also(WRITE, Created),
        // Scripts ask with HEAD and append with PATCH: see `pictures`. None was refused, so none can be put out of sight.
        get("/{lang}/studio/uploads/{id}", above),
        post("/{lang}/studio/uploads/{id}", Form::Empty,
                    [SignIn,    SignIn,    MISSING,   MISSING,   MISSING]),
        // Both are pages of one's own goods and orders.
        get("/{lang}/studio/tables",
                    [SignIn,    SignIn,    Page,      Page,      MISSING]).also(READ_ORDERS, Page).also(&[Who::Editor], Page),
        post("/{lang}/studio/tables", Form::Table,
                    [SignIn,    SignIn,    Done,      Done,      MISSING]).also(WRITE, Done),
        get("/{lang}/studio/tables/{id}",
                    [SignIn,    SignIn,    Page,      MISSING,   MISSING]).also(WRITE, Page),
        post("/{lang}/studio/tables/{id}", CONFIRM,
                    [SignIn,    SignIn,    Done,      MISSING,   MISSING]).also(WRITE, Done),
        get("/{lang}/studio/tables/{id}/problems",
                    [SignIn,    SignIn,    Page,      MISSING,   MISSING]).also(WRITE, Page),
        post("/{lang}/studio/tables/{id}/problems", Form::Empty, nobody),
        get("/{lang}/studio/export/{file}",
                    [SignIn,    SignIn,    Page,      Page,      MISSING]).also(WRITE, Page),
        post("/{lang}/studio/export/{file}", Form::Empty, nobody),
        get("/{lang}/studio/announcements",
                    [SignIn,    SignIn,    Page,      Page,      MISSING]).also(ALL_OF_THIS, Page),
        // The Centre's people at work in its name do not put away what it is to read.
        post("/{lang}/studio/announcements", ANNOUNCED,
                    [SignIn,    SignIn,    Done,      Done,      MISSING]).also(MEMBERS_OF_THIS, Done),
        get("/{lang}/studio/members",
                    [SignIn,    SignIn,    Page,      Page,      MISSING]),
        post("/{lang}/studio/members", INVITE_PACKER,
                    [SignIn,    SignIn,    Done,      Done,      MISSING]),

        get("/{lang}/centre/outbox",
                    [SignIn,    SignIn,    MISSING,   MISSING,   Page]).also(&[Who::CentreSupport], Page),
        // There is no such message: `centre` has those that are there.
        post("/{lang}/centre/outbox", NO_MESSAGE,
                    [SignIn,    SignIn,    MISSING,   MISSING,   MISSING]),
        get("/{lang}/centre/members",
                    [SignIn,    SignIn,    MISSING,   MISSING,   Page]),
        post("/{lang}/centre/members", INVITE_FINANCE,
                    [SignIn,    SignIn,    MISSING,   MISSING,   Done]),
        get("/{lang}/centre/support",
                    [SignIn,    SignIn,    MISSING,   MISSING,   Page]).also(&[Who::CentreSupport], Page),
        post("/{lang}/centre/support", COOPERATIVE,
                    [SignIn,    SignIn,    MISSING,   MISSING,   Done]).also(&[Who::CentreSupport], Done),
        get("/{lang}/centre/settings",
                    [SignIn,    SignIn,    MISSING,   MISSING,   Page]),
        post("/{lang}/centre/settings", ACCOUNT,
                    [SignIn,    SignIn,    MISSING,   MISSING,   Done]),
        get("/{lang}/centre/money",
                    [SignIn,    SignIn,    MISSING,   MISSING,   Page]).also(MONEY_PEOPLE, Page),
        post("/{lang}/centre/money", MONEY,
                    [SignIn,    SignIn,    MISSING,   MISSING,   Done]).also(MONEY_PEOPLE, Done),
        get("/{lang}/centre/money/statement",
                    [SignIn,    SignIn,    MISSING,   MISSING,   Page]).also(MONEY_PEOPLE, Page),
        post("/{lang}/centre/money/statement", STATEMENT,
                    [SignIn,    SignIn,    MISSING,   MISSING,   Done]).also(MONEY_PEOPLE, Done),
        get("/{lang}/centre/cooperatives",
                    [SignIn,    SignIn,    MISSING,   MISSING,   Page]),
        post("/{lang}/centre/cooperatives", Form::Empty, nobody),
        get("/{lang}/centre/cooperatives/{slug}",
                    [SignIn,    SignIn,    MISSING,   MISSING,   Page]),
        post("/{lang}/centre/cooperatives/{slug}", SUSPEND,
                    [SignIn,    SignIn,    MISSING,   MISSING,   Done]),
        get("/{lang}/centre/applications",
                    [SignIn,    SignIn,    MISSING,   MISSING,   Page]),
        post("/{lang}/centre/applications", Form::Empty, nobody),
        get("/{lang}/centre/applications/{id}",
                    [SignIn,    SignIn,    MISSING,   MISSING,   Page]),
        post("/{lang}/centre/applications/{id}", REFUSE,
                    [SignIn,    SignIn,    MISSING,   MISSING,   Done]),
        // What is in it: `applications::documents_are_the_centres_alone`.
        get("/{lang}/centre/applications/{id}/documents/{document}",
                    [SignIn,    SignIn,    MISSING,   MISSING,   MISSING]),
        post("/{lang}/centre/applications/{id}/documents/{document}", Form::Empty, nobody),
        get("/{lang}/centre/confirmations",
                    [SignIn,    SignIn,    MISSING,   MISSING,   Page]),
        post("/{lang}/centre/confirmations", Form::Empty, nobody),
        get("/{lang}/centre/confirmations/{id}",
                    [SignIn,    SignIn,    MISSING,   MISSING,   Page]),
        post("/{lang}/centre/confirmations/{id}", Form::SendBack,
                    [SignIn,    SignIn,    MISSING,   MISSING,   Done]),
        get("/{lang}/centre/announcements",
                    [SignIn,    SignIn,    MISSING,   MISSING,   Page]),
        post("/{lang}/centre/announcements", ANNOUNCE,
                    [SignIn,    SignIn,    MISSING,   MISSING,   Done]),
        get("/{lang}/centre/stations",
                    [SignIn,    SignIn,    MISSING,   MISSING,   Page]),
        post("/{lang}/centre/stations", Form::Empty, nobody),
        get("/{lang}/centre/stations/new",
                    [SignIn,    SignIn,    MISSING,   MISSING,   Page]),
        post("/{lang}/centre/stations/new", NEW_STATION,
                    [SignIn,    SignIn,    MISSING,   MISSING,   Done]),
        get("/{lang}/centre/stations/{id}",
                    [SignIn,    SignIn,    MISSING,   MISSING,   Page]),
        post("/{lang}/centre/stations/{id}", CLOSE,
                    [SignIn,    SignIn,    MISSING,   MISSING,   Done]),
        get("/{lang}/centre/categories",
                    [SignIn,    SignIn,    MISSING,   MISSING,   Page]),
        post("/{lang}/centre/categories", DOWN,
                    [SignIn,    SignIn,    MISSING,   MISSING,   Done]),
        get("/{lang}/centre/categories/new",
                    [SignIn,    SignIn,    MISSING,   MISSING,   Page]),
        post("/{lang}/centre/categories/new", NEW_CATEGORY,
                    [SignIn,    SignIn,    MISSING,   MISSING,   Done]),
        get("/{lang}/centre/categories/{id}",
                    [SignIn,    SignIn,    MISSING,   MISSING,   Page]),
        post("/{lang}/centre/categories/{id}", CATEGORY_NAME,
                    [SignIn,    SignIn,    MISSING,   MISSING,   Done]),
        get("/{lang}/centre/search-words",
                    [SignIn,    SignIn,    MISSING,   MISSING,   Page]),
        post("/{lang}/centre/search-words", SEARCH_WORDS,
                    [SignIn,    SignIn,    MISSING,   MISSING,   Done]),
        get("/{lang}/centre/audit",
                    [SignIn,    SignIn,    MISSING,   MISSING,   Page]),
        post("/{lang}/centre/audit", Form::Empty, nobody),
        get("/{lang}/centre/searches",
                    [SignIn,    SignIn,    MISSING,   MISSING,   Page]).also(&[Who::CentreFinance, Who::CentreSupport], Page),
        post("/{lang}/centre/searches", Form::Empty, nobody),
        get("/{lang}/desk",
                    [SignIn,    SignIn,    MISSING,   MISSING,   Page]).also(AT_THE_DESK, Page),
        post("/{lang}/desk", NO_CODE,
                    [SignIn,    SignIn,    MISSING,   MISSING,   Refused(422)]).also(AT_THE_DESK, Refused(422)),

        get("/api/add_to_cart", nobody),
        post("/api/add_to_cart", Form::Add,
                    [Called,    Called,    Called,    Called,    Called]),
        get("/api/save_shop_part", nobody),
        post("/api/save_shop_part", Form::Empty,
                    [MISSING,   MISSING,   Called,    Called,    MISSING]).also(WRITE, Called),
        get("/api/move_shop_part", nobody),
        post("/api/move_shop_part", Form::Empty,
                    [MISSING,   MISSING,   Called,    Called,    MISSING]).also(WRITE, Called),
        get("/api/change_cart", nobody),
        post("/api/change_cart", Form::Change,
                    [MISSING,   Called,    MISSING,   MISSING,   MISSING]),
    ]
}

impl Row {
    /// What these get besides.
    fn also(mut self, who: &[Who], gets: Gets) -> Self {
        self.also.extend(who.iter().map(|who| (*who, gets)));
        self
    }

    /// Everybody who is signed in gets the same.
    fn alike(self) -> Self {
        let gets = self.gets[4];
        self.also(&Who::ALL[5..], gets)
    }

    /// What `who` gets. Of a work area the others get nothing unless the row says so; what is for all is for them too.
    pub fn gets_of(&self, who: Who) -> Gets {
        if let Some(at) = Who::ALL[..5].iter().position(|first| *first == who) {
            return self.gets[at];
        }
        let own = self.also.iter().find(|(of, _)| *of == who).map(|(_, gets)| *gets);
        let is_work = self.gets[0] == SignIn;
        own.unwrap_or(if is_work { MISSING } else { self.gets[4] })
    }

    /// The address, with the order and the product of "this" cooperative in it.
    pub async fn path(&self, app: &TestApp) -> String {
        let slug = if self.pattern.contains("/shops/") || self.pattern.contains("/cooperatives/") {
            "altun-badam"
        } else {
            "badam-500"
        };
        let id = if self.pattern.contains("/parts/") {
            1
        } else if self.pattern.contains("/applications/") {
            app.number("SELECT id FROM applications").await
        } else if self.pattern.contains("/confirmations/") {
            app.number("SELECT product_id FROM product_proposals").await
        } else if self.pattern.contains("/products/") {
            app.product("badam-500").await
        } else if self.pattern.contains("/stock/") {
            app.offer("BADAM-500").await
        } else if self.pattern.contains("/stations/") {
            app.number("SELECT id FROM stations WHERE code = 'B001'").await
        } else if self.pattern.contains("/categories/") {
            app.number("SELECT id FROM categories WHERE slug = 'badam'").await
        } else if self.pattern.contains("/tables/") {
            app.number("SELECT id FROM imports").await
        } else {
            app.number("SELECT id FROM orders").await
        };
        let code = app.text("SELECT code FROM order_groups").await;
        let of = if self.pattern == "/{lang}/centre/members" && self.method == Method::POST {
            "?of=centre"
        } else {
            ""
        };
        let path = self
            .pattern
            .replace("{lang}", "ug")
            .replace("{slug}", slug)
            .replace("{id}", &id.to_string())
            .replace("{picture}", &app.second_picture().await.to_string())
            .replace("{file}", "products.csv")
            .replace("{document}", "1")
            .replace("{code}", &code);
        format!("{path}{of}")
    }

    /// The request, as `client` would send it from the page the form stands on.
    pub async fn ask(&self, app: &TestApp, who: Who, client: &mut Client) -> Ask {
        let path = self.path(app).await;
        if self.method == Method::GET {
            return Ask::get(&path);
        }
        let honey = app.offer("HONEY-JAR").await;
        match path.as_str() {
            _ if matches!(self.form, Form::Picture) => pictures::form(&path, &[], &pictures::file("red")),
            _ if matches!(self.form, Form::Table) => tables::form(&path, b"sku,price\nBADAM-500,27\n"),
            "/api/add_to_cart" => buyer::calls_add(honey, "1", [3; 16]),
            "/api/change_cart" => buyer::calls_change(honey, "3"),
            "/api/move_shop_part" => Ask::call(
                "move_shop_part",
                &islands::MoveShopPart {
                    locale: domain::Locale::Ug,
                    // The story, to below the goods.
                    part: BlockId(3),
                    from: 1,
                    above: BlockId(2),
                },
            ),
            "/api/save_shop_part" => Ask::call(
                "save_shop_part",
                &islands::SaveShopPart {
                    locale: domain::Locale::Ug,
                    // The story, which has no heading of its own yet.
                    part: BlockId(3),
                    changes: vec![Change {
                        place: Place::of(Field::Title).lang(domain::Locale::Es),
                        seen: fingerprint(""),
                        new: "Historia".to_owned(),
                        confirms: false,
                        source: None,
                    }],
                },
            ),
            _ => Ask::post(&path, &self.fields(app, who, client).await),
        }
    }

    pub async fn fields(&self, app: &TestApp, who: Who, client: &mut Client) -> Fields {
        let own = |fields: &[(&str, &str)]| -> Fields {
            fields.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect()
        };
        let honey = app.offer("HONEY-JAR").await.to_string();
        match self.form {
            Form::Empty | Form::Picture | Form::Table => Vec::new(),
            Form::Move => own(&[("command", "first")]),
            Form::Upload => own(&[
                ("product", &app.product("badam-500").await.to_string()),
                ("size", "1000"),
                ("file", "a.jpg"),
            ]),
            Form::Fixed(fields) => own(fields),
            Form::Add => own(&[("locale", "ug"), ("offer", &honey), ("quantity", "1")]),
            Form::Change => own(&[
                ("locale", "ug"),
                ("offer", &honey),
                ("quantity", "3"),
                (&format!("quantity-{honey}"), "3"),
            ]),
            Form::Checkout if client.get("/ug/checkout").await.status == 200 => {
                buyer::checkout_form(client, "ug").await
            }
            Form::Checkout => own(&[("key", &"0".repeat(32)), ("name", "x")]),
            Form::Stock => {
                let badam = app.offer("BADAM-500").await;
                own(&[
                    ("seen", &format!("{badam}:2500:0")),
                    (&format!("price-{badam}"), "31.80"),
                ])
            }
            Form::Membership => own(&[("membership", &membership_of(app, who).await)]),
            Form::Parcel => {
                let order = app.number("SELECT id FROM orders").await.to_string();
                own(&[("command", "accept"), ("order", &order)])
            }
            Form::Question => {
                let order = app.number("SELECT id FROM orders").await.to_string();
                own(&[("order", &order), ("text", "قاچان كېلىدۇ؟")])
            }
            Form::SendBack => {
                let page = app
                    .client_of(Who::Centre)
                    .get(&self.path(app).await)
                    .await
                    .is(200)
                    .page();
                let mut fields = page.form("send-back");
                buyer::set(&mut fields, "reason", "?");
                buyer::set(&mut fields, "command", "send-back");
                fields
            }
            Form::Editor(form) => self.editor(app, client, form).await,
        }
    }

    /// The editor as it is filled in: by oneself where one sees it, else as its owner would.
    async fn editor(&self, app: &TestApp, client: &mut Client, form: &str) -> Fields {
        let path = self.path(app).await;
        let own = client.get(&path).await;
        let page = if own.status == 200 {
            own.page()
        } else {
            app.client_of(Who::This).get(&path).await.is(200).page()
        };
        let mut fields = page.form(form);
        assert!(!fields.is_empty());
        for (name, value) in &mut fields {
            if name.starts_with("tagline-") || name.starts_with("name-") {
                *value = format!("{value} {OTHER}");
            }
        }
        fields
    }
}

/// The number of a person's own membership.
async fn membership_of(app: &TestApp, who: Who) -> String {
    let role = who.role().unwrap_or_else(|| THIS.to_owned());
    let account = app.accounts.iter().find(|account| account.role == role).unwrap();
    let sql = format!(
        "SELECT m.id FROM member_roles m JOIN users u ON u.id = m.user_id WHERE u.phone = '{}'",
        account.phone
    );
    app.number(&sql).await.to_string()
}
