//! The table. An address of `app::routes` or a server function without a row here fails
//! [`every_address_has_a_row`](super::people).

use axum::http::Method;

use super::forms::{
    ACCEPT, ACCOUNT, ANNOUNCE, ANNOUNCED, ANSWER, CATEGORY_NAME, CLOSE, CONFIRM, COOPERATIVE, DOWN, FAVOURITE, FIRST,
    Form, HARVEST, INVITE_FINANCE, INVITE_PACKER, MONEY, NEW_CATEGORY, NEW_PRODUCT, NEW_SIZE, NEW_STATION, NO_CODE,
    NO_MESSAGE, OTHERS, PAINT, PASSKEY_TO_SIGN_IN, PAUSE, REFUSE, REPORTED, SAVING, SEARCH_WORDS, STARS, STATEMENT,
    SUSPEND, UNKNOWN_PHONE, UNTOUCHED, WRONG_CODE, WRONG_DIGITS, WRONG_OLD, WRONG_PAIR, WRONG_PASSKEY, WRONG_PASSWORD,
    WRONG_PROOF,
};
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

const CROP: Form = Form::Fixed(&[("x", "0"), ("y", "0"), ("width", "500"), ("height", "500")]);
const PAGE_UPLOAD: Form = Form::Fixed(&[("size", "1000"), ("file", "a.jpg")]);
/// Who of a cooperative, or in its name, packs and reads orders, and who writes texts.
const PACK: &[Who] = &[Who::Packer, Who::Acting];
const READ_ORDERS: &[Who] = &[Who::Packer, Who::Finance, Who::Acting];
const ANSWER_BUYERS: &[Who] = &[Who::Editor, Who::Packer, Who::Acting];
const WRITE: &[Who] = &[Who::Editor, Who::Acting];
const MEMBERS_OF_THIS: &[Who] = &[Who::Editor, Who::Packer, Who::Finance, Who::Host];
const ALL_OF_THIS: &[Who] = &[Who::Editor, Who::Packer, Who::Finance, Who::Host, Who::Acting];

/// Who of the Centre reads orders.
const OF_THE_CENTRE: &[Who] = &[Who::CentreFinance, Who::CentreSupport];
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
        get("/{lang}/products/{slug}/share", anyone),
        post("/{lang}/products/{slug}/share", Form::Empty, nobody),
        get("/{lang}/products/{slug}/questions", anyone),
        // Nothing is typed; who may take one back and report one is tested in `product_questions`.
        post("/{lang}/products/{slug}/questions", Form::Empty, [Refused(422); 5]),
        get("/{lang}/products/{slug}/reviews", anyone),
        // There is no such review: `reviews` reports one that is there.
        post("/{lang}/products/{slug}/reviews", REPORTED, nobody),
        get("/{lang}/products/{slug}/back", anyone),
        post("/{lang}/products/{slug}/back", Form::Empty, [Refused(422); 5]),
        // There is no such link: `restock` has those that are there.
        get("/{lang}/back/{link}", nobody),
        post("/{lang}/back/{link}", Form::Empty, nobody),
        get("/{lang}/favourites", anyone),
        post("/{lang}/favourites", FAVOURITE, [Done; 5]),
        get("/{lang}/shops", anyone),
        post("/{lang}/shops", Form::Empty, nobody),
        get("/{lang}/shops/{slug}", anyone),
        post("/{lang}/shops/{slug}", Form::Empty, nobody),
        get("/{lang}/shops/{slug}/share", anyone),
        post("/{lang}/shops/{slug}/share", Form::Empty, nobody),
        get("/{lang}/search", anyone),
        post("/{lang}/search", Form::Empty, nobody),
        get("/{lang}/search/suggestions", anyone),
        post("/{lang}/search/suggestions", Form::Empty, nobody),
        get("/{lang}/stations", anyone),
        post("/{lang}/stations", Form::Empty, nobody),
        get("/{lang}/about", anyone),
        post("/{lang}/about", Form::Empty, nobody),
        get("/{lang}/returns", anyone),
        post("/{lang}/returns", Form::Empty, nobody),

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
        get("/{lang}/orders/forget", above),
        post("/{lang}/orders/forget", Form::Empty, above),
        get("/{lang}/orders/{code}/again", above),
        post("/{lang}/orders/{code}/again", Form::Empty,
                    [MISSING,   Done,      MISSING,   MISSING,   MISSING]),
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

        // The order of this shop has not come: `returns` reports of one that has.
        get("/{lang}/orders/{code}/reports", above),
        post("/{lang}/orders/{code}/reports", Form::Empty, nobody),

        // Who has not opened the order is led to it. It has not come: `reviews` judges one that has.
        get("/{lang}/orders/{code}/reviews/{line}",
                    [Elsewhere, Page,      Elsewhere, Elsewhere, Elsewhere]),
        post("/{lang}/orders/{code}/reviews/{line}", STARS,
                    [MISSING,   Refused(409), MISSING, MISSING, MISSING]),
        get("/{lang}/orders/{code}/reviews/{line}/photos", above),
        post("/{lang}/orders/{code}/reviews/{line}/photos", Form::Picture, nobody),

        get("/{lang}/offline", anyone),
        post("/{lang}/offline", Form::Empty, nobody),
        // The service worker takes its forms.
        get("/{lang}/offline/waiting", anyone),
        post("/{lang}/offline/waiting", Form::Empty, nobody),
        get("/{lang}/saving", above),
        post("/{lang}/saving", SAVING, above),

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
        get("/{lang}/studio/orders/{id}/reports", above),
        // Nothing is reported of it.
        post("/{lang}/studio/orders/{id}/reports", Form::Empty,
                    [SignIn,    SignIn,    MISSING,   MISSING,   MISSING]),
        get("/{lang}/studio/reports",
                    [SignIn,    SignIn,    Page,      Page,      MISSING]).also(READ_ORDERS, Page),
        post("/{lang}/studio/reports", Form::Empty, nobody),
        get("/{lang}/studio/figures",
                    [SignIn,    SignIn,    Page,      Page,      MISSING]).also(&[Who::Finance], Page),
        post("/{lang}/studio/figures", Form::Empty, nobody),
        get("/{lang}/studio/news",
                    [SignIn,    SignIn,    Page,      Page,      MISSING]).also(READ_ORDERS, Page),
        post("/{lang}/studio/news", Form::Empty, nobody),
        get("/{lang}/studio/questions",
                    [SignIn,    SignIn,    Page,      Page,      MISSING]).also(READ_ORDERS, Page),
        post("/{lang}/studio/questions", Form::Empty, nobody),
        get("/{lang}/studio/feedback",
                    [SignIn,    SignIn,    Page,      Page,      MISSING]).also(ANSWER_BUYERS, Page),
        // No question is named; who may answer one is tested in `product_questions`.
        post("/{lang}/studio/feedback", Form::Empty,
                    [SignIn,    SignIn,    MISSING,   MISSING,   MISSING]),
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
        get("/{lang}/studio/shop/uploads", above),
        post("/{lang}/studio/shop/uploads", PAGE_UPLOAD,
                    [SignIn,    SignIn,    Created,   Created,   MISSING]).also(WRITE, Created),
        // As for those of a product, see `page_pictures`.
        get("/{lang}/studio/shop/uploads/{id}", above),
        post("/{lang}/studio/shop/uploads/{id}", Form::Empty,
                    [SignIn,    SignIn,    MISSING,   MISSING,   MISSING]),
        // The cover shows no picture yet; who may crop one is tested in `page_pictures`.
        get("/{lang}/studio/shop/parts/{id}/crop",
                    [SignIn,    SignIn,    MISSING,   MISSING,   MISSING]),
        post("/{lang}/studio/shop/parts/{id}/crop", CROP,
                    [SignIn,    SignIn,    MISSING,   MISSING,   MISSING]),
        get("/{lang}/studio/shop/history",
                    [SignIn,    SignIn,    Page,      Page,      MISSING]).also(WRITE, Page),
        // Nothing was published yet.
        post("/{lang}/studio/shop/history", FIRST,
                    [SignIn,    SignIn,    MISSING,   MISSING,   MISSING]),
        get("/{lang}/studio/shop/share",
                    [SignIn,    SignIn,    Page,      Page,      MISSING]).also(WRITE, Page),
        post("/{lang}/studio/shop/share", Form::Empty, nobody),
        get("/{lang}/studio/shop/suggestions", above),
        // No machine is connected; who may ask one is tested in `suggestions`.
        post("/{lang}/studio/shop/suggestions", Form::Empty,
                    [SignIn,    SignIn,    MISSING,   MISSING,   MISSING]),
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
        get("/{lang}/studio/lots/{id}",
                    [SignIn,    SignIn,    Page,      MISSING,   MISSING]).also(READ_ORDERS, Page),
        post("/{lang}/studio/lots/{id}", Form::Empty, nobody),
        get("/{lang}/studio/products/{id}/pictures",
                    [SignIn,    SignIn,    Page,      MISSING,   MISSING]).also(WRITE, Page),
        post("/{lang}/studio/products/{id}/pictures", Form::Picture,
                    [SignIn,    SignIn,    Done,      MISSING,   MISSING]).also(WRITE, Done),
        get("/{lang}/studio/products/{id}/pictures/{picture}",
                    [SignIn,    SignIn,    Page,      MISSING,   MISSING]).also(WRITE, Page),
        post("/{lang}/studio/products/{id}/pictures/{picture}", Form::Move,
                    [SignIn,    SignIn,    Done,      MISSING,   MISSING]).also(WRITE, Done),
        get("/{lang}/studio/products/{id}/pictures/{picture}/crop",
                    [SignIn,    SignIn,    Page,      MISSING,   MISSING]).also(WRITE, Page),
        post("/{lang}/studio/products/{id}/pictures/{picture}/crop", CROP,
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
        get("/{lang}/centre/moderation",
                    [SignIn,    SignIn,    MISSING,   MISSING,   Page]).also(&[Who::CentreSupport], Page),
        // No text is named: `product_questions` decides about one.
        post("/{lang}/centre/moderation", Form::Empty,
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
        get("/{lang}/centre/damage",
                    [SignIn,    SignIn,    MISSING,   MISSING,   Page]).also(OF_THE_CENTRE, Page),
        post("/{lang}/centre/damage", Form::Empty, nobody),
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
}
