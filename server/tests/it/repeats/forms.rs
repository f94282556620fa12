//! Every form of the shop, with its key or with the reason why it needs none.

use crate::buyer;
use crate::district::{OTHER, THIS};
use crate::world::Who;

/// Addresses whose forms may be sent twice without a key, and why.
pub const BY_NATURE: &[(&str, &str)] = &[
    ("/{lang}/cart", "sets quantities"),
    ("/api/change_cart", "sets a quantity"),
    (
        "/{lang}/cart/lines",
        "a public page is the same for everybody and has no key of a reader's; the script sends one, and what is twice in \
         a cart is seen there before it is bought",
    ),
    (
        "/{lang}/products/{slug}/questions",
        "a public page has no key of a reader's; the same text about a product is asked once, a network reports once, and what is \
         taken back stays so",
    ),
    ("/{lang}/favourites", "puts a product on a list, or takes it off"),
    (
        "/{lang}/products/{slug}/back",
        "a number waits for a size once; `restock` sends it twice",
    ),
    ("/{lang}/orders", "finds an order"),
    ("/{lang}/orders/{code}", "opens an order"),
    ("/{lang}/orders/forget", "what is forgotten stays so"),
    (
        "/{lang}/orders/{code}/again",
        "its key holds for each line by itself; `orders_of_a_phone` sends it twice",
    ),
    ("/{lang}/saving", "sets a cookie"),
    (
        "/{lang}/orders/{code}/proof",
        "what is shown once needs no second proof",
    ),
    (
        "/{lang}/account/sign-in",
        "a session of this browser; the next one takes its place",
    ),
    ("/{lang}/account/passkey", "the same; an answer of a device counts once"),
    (
        "/{lang}/account/passkeys/ask",
        "asks a device; each question is another one",
    ),
    (
        "/{lang}/account/passkeys",
        "sets a name; what is added or taken away is so the second time",
    ),
    (
        "/{lang}/apply",
        "a code is asked for once a form and number, and a number has one application that waits",
    ),
    ("/{lang}/account/sign-out", "a session that is over stays over"),
    ("/{lang}/account/act", "sets what one works for"),
    ("/{lang}/account/sessions", "ends what may have ended"),
    (
        "/{lang}/account/password",
        "sets a value; no key, since nothing that follows from a password is noted",
    ),
    ("/{lang}/account/confirm", "sets when somebody showed who they are"),
    (
        "/{lang}/studio/shop/parts/{id}",
        "sets values where what was seen still stands; what stands already is not saved again",
    ),
    ("/api/save_shop_part", "the same for a script"),
    ("/{lang}/translate/mode", "sets a cookie"),
    ("/api/check_text", "looks at a text and writes nothing"),
    (
        "/api/move_shop_part",
        "moves from the place where the part was seen; below the other one already, it stays",
    ),
    ("/{lang}/studio/shop/pictures", "the same file is the same picture"),
    (
        "/{lang}/studio/shop/uploads",
        "the same file for the same place goes on where it stopped",
    ),
    ("/{lang}/studio/shop/uploads/{id}", "what is out of sight stays so"),
    (
        "/{lang}/studio/shop/parts/{id}/crop",
        "the same part of the same picture is asked for once; `page_pictures` sends it",
    ),
    (
        "/{lang}/studio/shop/history",
        "makes the draft what was published; the same again changes nothing",
    ),
    (
        "/{lang}/studio/shop/suggestions",
        "asks for texts that are missing; what is asked for already is not asked for again",
    ),
    (
        "/{lang}/studio/products/{id}",
        "sets values of the version the editor was shown",
    ),
    (
        "/{lang}/studio/products/{id}/suggestions",
        "asks for texts that are missing; what is asked for already is not asked for again",
    ),
    (
        "/{lang}/studio/tables",
        "the same file, while it waits for a yes, is the same import, and nothing of it is in the shop",
    ),
    (
        "/{lang}/studio/tables/{id}",
        "a yes is to the version that the page showed; what it is done with is done once",
    ),
    (
        "/{lang}/studio/print",
        "the same orders on the same paper are, for ten minutes, the same file",
    ),
    (
        "/{lang}/studio/uploads",
        "the same file of the same product goes on where it stopped",
    ),
    ("/{lang}/studio/uploads/{id}", "what is out of sight stays so"),
    ("/{lang}/studio/announcements", "what is put away stays so"),
    (
        "/{lang}/studio/cooperative",
        "asks for a name and a number; the same again is the same request, and what is taken back stays so",
    ),
    (
        "/{lang}/centre/money/payouts",
        "its key is tried where something can be paid out: `payouts` sends it twice",
    ),
    (
        "/{lang}/centre/money/stations/{id}",
        "a correction is to the count that the page showed, and a shift is closed once; `shifts` sends both twice",
    ),
    (
        "/{lang}/centre/money/statement",
        "a line of a statement is known by its content and booked once",
    ),
];

/// A form with a key.
pub struct Case {
    pub pattern: &'static str,
    pub who: Who,
    /// The page it stands on.
    pub page: &'static str,
    /// What is done before.
    pub before: Vec<(&'static str, Filled)>,
    /// Its `data-testid`.
    pub form: &'static str,
    pub fields: Filled,
    /// What makes another form of it.
    pub other: (&'static str, &'static str),
}

/// Names and values, with words in braces.
pub type Filled = &'static [(&'static str, &'static str)];

fn case(pattern: &'static str, who: Who, page: &'static str, form: &'static str, fields: Filled) -> Case {
    Case {
        pattern,
        who,
        page,
        before: Vec::new(),
        form,
        fields,
        other: ("other", "1"),
    }
}

impl Case {
    fn after(mut self, form: &'static str, fields: Filled) -> Self {
        self.before.push((form, fields));
        self
    }

    fn unlike(mut self, name: &'static str, value: &'static str) -> Self {
        self.other = (name, value);
        self
    }

    pub fn name(&self) -> String {
        format!("{} {} {:?}", self.pattern, self.form, self.fields)
    }
}

const SETTINGS: &str = "/{lang}/centre/settings";
const MONEY: &str = "/{lang}/centre/money";
const PICTURES: &str = "/ug/studio/products/{product}/pictures";
const FRAME: Filled = &[("x", "0"), ("y", "0"), ("width", "500"), ("height", "500")];
const PICTURE: &str = "/ug/studio/products/{product}/pictures/{picture}";
const MONEY_OF: &str = "/ug/centre/money?q={code}";
const BANK: Filled = &[("holder", "中心"), ("bank", "银行"), ("number", "9999 8888 7777")];
const TOO_MUCH: Filled = &[("command", "receive"), ("amount", "90"), ("reference", "r-1")];
const PART: Filled = &[("command", "receive"), ("amount", "1"), ("reference", "r-1")];
pub const UNKNOWN: Filled = &[("command", "unknown"), ("amount", "12.50"), ("reference", "nobody")];
const PRICE: Filled = &[("price-{offer}", "31.80")];
const HARVEST: Filled = &[("reason", "harvest"), ("amount", "20")];
const NEW_PRODUCT: Filled = &[
    ("name", "Badam"),
    ("category", "badam"),
    ("sold", "pack"),
    ("net", "500"),
    ("price", "30"),
    ("stock", "5"),
];
const NEW_SIZE: Filled = &[("sold", "weight"), ("price", "90"), ("stock", "5")];
const TEXT: &str = "/{lang}/translate/text/{unit}";
const NEW_WORD: Filled = &[("do", "suggest"), ("text", "سېۋەت")];
const NEW_TEXT: Filled = &[("do", "suggest"), ("source", "ھارۋام")];
const STARS: Filled = &[("stars", "5"), ("text", "ياخشى")];
const DAMAGED: Filled = &[("line-{id}", "{line}"), ("kind-{id}", "damaged"), ("text", "?")];
const CASH: Filled = &[("command", "open"), ("sum", "100")];
const STATION: &str = "/ug/centre/stations/{station}";
const APPLICATION: &str = "/ug/centre/applications/{application}";
const WAITING: &str = "/ug/centre/confirmations/{waiting}";
const CATEGORY: &str = "/ug/centre/categories/{category}";
const NEW_STATION: Filled = &[("code", "B209"), ("name-ug", "يېڭى دۇكان"), ("township", "bagh")];
const NEW_CATEGORY: Filled = &[("slug", "dried-fruit"), ("name-ug", "قاق"), ("picture", "badam")];
const INVITATION: Filled = &[("phone", "13900139000"), ("name", "Anna"), ("role", "finance")];

#[rustfmt::skip]
pub fn cases() -> Vec<Case> {
    let money = |form, fields| case(MONEY, Who::Centre, MONEY_OF, form, fields);
    let any_money = |form, fields| case(MONEY, Who::Centre, "/ug/centre/money", form, fields);
    let member = |fields| case("/{lang}/studio/members", Who::This, "/ug/studio/members", "member-form", fields);
    let step = |form, fields| case("/{lang}/studio/orders/{id}", Who::This, "/ug/studio/orders/{id}", form, fields);
    let picture = |page, form, fields| case("/{lang}/studio/products/{id}/pictures/{picture}", Who::This, page, form, fields);
    let message = |form, fields| case("/{lang}/centre/outbox", Who::Centre, "/ug/centre/outbox?state=dead", form, fields);
    let product = |address, page, form, fields| case(address, Who::This, page, form, fields);
    let steps = |form, fields| {
        product("/{lang}/studio/products/{id}/steps", "/ug/studio/products/{product}", form, fields)
    };
    let sizes = |form, fields| {
        product("/{lang}/studio/products/{id}/sizes", "/ug/studio/products/{product}/sizes", form, fields)
    };
    let words = |form, fields| {
        case("/{lang}/centre/search-words", Who::Centre, "/ug/centre/search-words", form, fields)
    };
    let text = |form, fields| case(TEXT, Who::Reviewer, "/ug/translate/text/{unit}", form, fields);
    let desk = |form, fields| case("/{lang}/desk", Who::Centre, "/ug/desk", form, fields);
    vec![
        case("/{lang}/checkout", Who::Shopper, "/ug/checkout", "checkout", &[
            ("name", buyer::NAME), ("phone", buyer::PHONE),
            ("delivery", "station"), ("station", "B001"), ("payment", "cash_at_station"),
        ]).unlike("note", "another"),
        case("/{lang}/orders/{code}/cancel", Who::Shopper, "/ug/orders/{code}", "cancel-form", &[]),
        // Of an order whose goods are held for a short time, see `prepare`.
        case("/{lang}/orders/{code}/proof/code", Who::Anonymous, "/ug/orders/{code}", "prove-send", &[]),
        case("/{lang}/account/code", Who::Anonymous, "/ug/account/sign-in", "sign-in", &[("phone", "{phone}")])
            .unlike("phone", "13900139000"),
        case("/{lang}/account/confirm/code", Who::This, "/ug/account/confirm", "confirm", &[]),
        case("/{lang}/studio/members", Who::This, "/ug/studio/members", "invite", INVITATION).unlike("role", "packer"),
        member(&[("command", "role"), ("member", "{packer}"), ("role", "editor")]).unlike("role", "host"),
        member(&[("command", "remove"), ("member", "{packer}")]),
        case("/{lang}/centre/members", Who::Centre, "/ug/centre/members?of=centre", "invite", INVITATION)
            .unlike("name", "Berta"),
        case("/{lang}/centre/support", Who::Centre, "/ug/centre/support", "support", &[("cooperative", THIS)])
            .unlike("cooperative", OTHER),
        case("/{lang}/orders/{code}/messages", Who::Shopper, "/ug/orders/{code}", "write-message", &[("text", "?")])
            .unlike("text", "!"),
        case("/{lang}/studio/orders/{id}/messages", Who::This, "/ug/studio/orders/{id}", "write-message", &[("text", "!")])
            .unlike("text", "?"),
        case("/{lang}/studio/feedback", Who::This, "/ug/studio/feedback", "answer-question-{question}", &[("text", "!")])
            .unlike("text", "?"),
        case("/{lang}/studio/feedback", Who::This, "/ug/studio/feedback", "decline-question-{question}",
            &[("decline", "personal")]).unlike("decline", "unrelated"),
        case("/{lang}/centre/moderation", Who::Centre, "/ug/centre/moderation", "stays-question-{held}",
            &[("command", "publish")]).unlike("command", "keep"),
        case("/{lang}/centre/moderation", Who::Centre, "/ug/centre/moderation", "hide-question-{held}",
            &[("reason", "advertising")]).unlike("reason", "insult"),
        case("/{lang}/studio/orders/{id}/reduce", Who::This, "/ug/studio/orders/{id}/reduce?sent-{line}=1",
            "reduce-confirm", &[("reason", "damaged")]).unlike("reason", "other"),
        case("/{lang}/studio/orders/{id}/replace", Who::This,
            "/ug/studio/orders/{id}/replace?line={line}&missing=1&offer={other}&amount=1",
            "replace-confirm", &[("reason", "damaged")]).unlike("reason", "other"),
        // Of an order in which something takes another's place, see `replace`.
        case("/{lang}/studio/orders/{id}/replace/undo", Who::This, "/ug/studio/orders/{id}", "undo-replacement", &[]),
        case("/{lang}/orders/{code}/decline", Who::Shopper, "/ug/orders/{code}", "decline", &[]).unlike("line", "1"),
        // Of an order that was handed over, see `returns::hand_over`.
        case("/{lang}/orders/{code}/reports", Who::Shopper, "/ug/orders/{code}", "report-form", DAMAGED)
            .unlike("text", "!"),
        case("/{lang}/studio/orders/{id}/reports", Who::This, "/ug/studio/orders/{id}", "settle-form-refunded",
            &[("command", "refunded"), ("amount-1", "5")]).unlike("amount-1", "6"),
        case("/{lang}/orders/{code}/reviews/{line}", Who::Shopper, "/ug/orders/{code}/reviews/{line}", "review-form",
            STARS).unlike("stars", "4"),
        case("/{lang}/orders/{code}/reviews/{line}", Who::Shopper, "/ug/orders/{code}/reviews/{line}", "remove-form", &[])
            .after("review-form", STARS),
        step("step-accept", &[]),
        step("step-cancel", &[("command", "cancel"), ("reason", "damaged")]).unlike("reason", "out-of-stock"),
        case("/{lang}/studio/stock", Who::This, "/ug/studio/stock", "stock-form", PRICE).unlike("price-{offer}", "32"),
        case("/{lang}/studio/stock/{id}", Who::This, "/ug/studio/stock/{offer}", "stock-move", HARVEST)
            .unlike("amount", "21"),
        case("/{lang}/studio/products/new", Who::This, "/ug/studio/products/new", "new-product", NEW_PRODUCT)
            .unlike("price", "31"),
        steps("step-pause", &[("command", "pause")]).unlike("command", "archive"),
        steps("copy", &[("command", "copy")]).unlike("command", "pause"),
        sizes("size-new", NEW_SIZE).unlike("price", "91"),
        sizes("size-hide-{offer}", &[("command", "hide")]).after("size-new", NEW_SIZE).unlike("command", "show"),
        sizes("size-limit-{offer}", &[("command", "limit"), ("most-{offer}", "20")]).unlike("most-{offer}", "21"),
        picture(PICTURES, "picture-move-{picture}", &[("command", "first")]).unlike("command", "down"),
        picture(PICTURE, "picture-words", &[("alt-ug", "بادام")]).unlike("alt-ug", "ياڭاق"),
        picture(PICTURE, "picture-remove", &[]),
        case("/{lang}/studio/products/{id}/pictures/{picture}/crop", Who::This,
            "/ug/studio/products/{product}/pictures/{picture}/crop", "crop-form", FRAME).unlike("width", "600"),
        case("/{lang}/studio/shop", Who::This, "/ug/studio/shop", "add", &[("kind", "video")]).unlike("kind", "hours"),
        case("/{lang}/studio/packing", Who::This, "/ug/studio/packing", "next-{id}", &[]).unlike("command", "cancel"),
        case("/{lang}/studio/packing", Who::This, "/ug/studio/packing", "next-{id}", &[])
            .after("next-{id}", &[])
            .after("next-{id}", &[])
            .unlike("command", "undo-pack"),
        message("message-again", &[("command", "again")]).unlike("command", "give-up"),
        message("message-give-up", &[("command", "give-up")]).unlike("command", "again"),
        case(SETTINGS, Who::Centre, "/ug/centre/settings", "undo", &[]).after("settings-bank", BANK),
        any_money("unknown", UNKNOWN).unlike("amount", "13"),
        money("receive-{code}", PART).unlike("amount", "2"),
        money("undo", &[("command", "undo")]).after("receive-{code}", PART),
        any_money("assign", &[("command", "assign"), ("order", "{code}")]).after("unknown", UNKNOWN),
        money("give-back-{code}", &[("command", "give-back")]).after("receive-{code}", TOO_MUCH),
        money("refund-{code}", &[("command", "refund"), ("reference", "b-1")])
            .after("receive-{code}", TOO_MUCH)
            .after("give-back-{code}", &[("command", "give-back")])
            .unlike("reference", "b-2"),
        money("write-off-{code}", &[("command", "write-off")]).after("receive-{code}", PART),
        case("/{lang}/centre/cooperatives/{slug}", Who::Centre, "/ug/centre/cooperatives/{slug}", "step", &[("reason", "?")])
            .unlike("reason", "!"),
        case("/{lang}/centre/cooperatives/{slug}", Who::Centre, "/ug/centre/cooperatives/{slug}", "confirmation",
            &[("confirmation", "on")]).unlike("confirmation", "off"),
        case("/{lang}/centre/applications/{id}", Who::Centre, APPLICATION, "admit", &[("command", "admit")])
            .unlike("slug", "another"),
        case("/{lang}/centre/applications/{id}", Who::Centre, APPLICATION, "refuse", &[("command", "refuse"), ("reason", "?")])
            .unlike("reason", "!"),
        case("/{lang}/centre/confirmations/{id}", Who::Centre, WAITING, "confirm", &[("command", "confirm")]).unlike("seen", "?"),
        case("/{lang}/centre/confirmations/{id}", Who::Centre, WAITING, "send-back", &[("command", "send-back"), ("reason", "?")])
            .unlike("reason", "!"),
        case("/{lang}/centre/announcements", Who::Centre, "/ug/centre/announcements", "announce", &[("text-es", "Hola")])
            .unlike("text-es", "Adiós"),
        case("/{lang}/centre/announcements", Who::Centre, "/ug/centre/announcements", "take-back", &[]),
        case("/{lang}/centre/stations/new", Who::Centre, "/ug/centre/stations/new", "new-station", NEW_STATION)
            .unlike("code", "B210"),
        case("/{lang}/centre/stations/{id}", Who::Centre, STATION, "station-form", &[("phone", "0998-1234567")])
            .unlike("phone", "0998-7654321"),
        case("/{lang}/centre/stations/{id}", Who::Centre, STATION, "station-step", &[]).unlike("step", "open"),
        case("/{lang}/centre/categories/new", Who::Centre, "/ug/centre/categories/new", "new-category", NEW_CATEGORY)
            .unlike("slug", "dried-apricots"),
        case("/{lang}/centre/categories", Who::Centre, "/ug/centre/categories", "category-down-{category}", &[])
            .unlike("way", "up"),
        case("/{lang}/centre/categories/{id}", Who::Centre, CATEGORY, "category-form", &[("name-es", "Frutos")])
            .unlike("name-es", "Nueces"),
        case("/{lang}/centre/categories/{id}", Who::Centre, CATEGORY, "category-goods", &[("to", "honey")])
            .unlike("to", "nowhere"),
        text("text-form", NEW_TEXT).unlike("source", "ھارۋا"),
        text("comment-form", &[("do", "comment"), ("comment", "?")]).unlike("comment", "!"),
        text("approve-1", &[("do", "approve")]).after("text-form", NEW_TEXT).unlike("do", "reject"),
        text("withdraw-1", &[("do", "withdraw")]).after("text-form", NEW_TEXT).unlike("do", "approve"),
        case("/{lang}/translate/glossary", Who::Reviewer, "/ug/translate/glossary?word=cart", "word-form", NEW_WORD)
            .unlike("text", "ھارۋا"),
        case("/{lang}/translate/glossary", Who::Reviewer, "/ug/translate/glossary?word=cart", "word-1", &[("do", "approve")])
            .after("word-form", NEW_WORD)
            .unlike("do", "reject"),
        words("new-words", &[("words", "badam, almendra")]).unlike("words", "badam, miel"),
        words("words-1", &[("words-1", "badam, miel")])
            .after("new-words", &[("words", "badam, almendra")])
            .unlike("words-1", "badam, almond"),
        words("words-1", &[("command", "remove")])
            .after("new-words", &[("words", "badam, almendra")])
            .unlike("command", "save"),
        desk("desk-cash", &[("command", "cash"), ("amount", "1")]).unlike("amount", "2"),
        desk("desk-cancel-{id}", &[("command", "cancel")]),
        desk("desk-give-back", &[("command", "give-back")])
            .after("desk-cash", &[("command", "cash"), ("amount", "1")])
            .after("desk-cancel-{id}", &[("command", "cancel")])
            .unlike("back", "0.50"),
        case("/{lang}/desk", Who::Clerk, "/ug/desk", "shift-open", &[("command", "start-shift"), ("sum", "100")])
            .unlike("sum", "200"),
        case("/{lang}/desk/shift", Who::Clerk, "/ug/desk/shift", "shift-open", CASH).unlike("sum", "200"),
        case("/{lang}/desk/shift", Who::Clerk, "/ug/desk/shift", "shift-hand-over",
            &[("command", "hand-over"), ("amount", "1")]).after("shift-open", CASH).unlike("amount", "2"),
        case("/{lang}/desk/shift", Who::Clerk, "/ug/desk/shift", "shift-close",
            &[("command", "close"), ("sum", "100"), ("left", "100")]).after("shift-open", CASH).unlike("left", "99"),
    ]
}

/// Server functions whose calls carry a key; `a_call_sent_twice_adds_once` sends them.
pub const CALLS: &[&str] = &["/api/add_to_cart"];
/// Forms with a key that bring a file; `pictures::a_picture_sent_twice_is_added_once`, `reviews` and `returns` send them.
pub const FILES: &[&str] = &[
    "/{lang}/orders/{code}/photos",
    "/{lang}/orders/{code}/reviews/{line}/photos",
    "/{lang}/studio/products/{id}/pictures",
];
