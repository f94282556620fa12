//! The work area of a cooperative.

use super::Gets::{Created, Done, Elsewhere, Page, Refused, SignIn};
use super::{MISSING, Row, WRITE, get, post};
use crate::rights::forms::{
    ACCEPT, ANNOUNCED, ANSWER, CONFIRM, FIRST, Form, HARVEST, INVITE_PACKER, NAMING, NEW_PRODUCT, NEW_SIZE, PAINT,
    PAUSE, UNTOUCHED,
};
use crate::world::Who;

const CROP: Form = Form::Fixed(&[("x", "0"), ("y", "0"), ("width", "500"), ("height", "500")]);
const PAGE_UPLOAD: Form = Form::Fixed(&[("size", "1000"), ("file", "a.jpg")]);
/// Who of a cooperative, or in its name, packs and reads orders.
const PACK: &[Who] = &[Who::Packer, Who::Acting];
const READ_ORDERS: &[Who] = &[Who::Packer, Who::Finance, Who::Acting];
const ANSWER_BUYERS: &[Who] = &[Who::Editor, Who::Packer, Who::Acting];
const MEMBERS_OF_THIS: &[Who] = &[Who::Editor, Who::Packer, Who::Finance, Who::Host];
const ALL_OF_THIS: &[Who] = &[Who::Editor, Who::Packer, Who::Finance, Who::Host, Who::Acting];

/// Its rows.         anonymous  shopper    this       other      Centre
#[rustfmt::skip]
pub(super) fn rows() -> Vec<Row> {
    let nobody = [MISSING; 5];
    // It only takes a form, and leads to the page that has it.
    let above = [Elsewhere; 5];
    vec![
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
        get("/{lang}/studio/account",
                    [SignIn,    SignIn,    Page,      Page,      MISSING]).also(&[Who::Finance], Page),
        post("/{lang}/studio/account", Form::Empty, nobody),
        get("/{lang}/studio/cooperative",
                    [SignIn,    SignIn,    Page,      Page,      MISSING]),
        post("/{lang}/studio/cooperative", NAMING,
                    [SignIn,    SignIn,    Done,      Done,      MISSING]),
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
        post("/{lang}/studio/print", Form::Empty,
                    [SignIn,    SignIn,    Refused(422), Refused(422), MISSING]).also(READ_ORDERS, Refused(422)),
        // No file is made in the background; whose one is: `printing`.
        get("/{lang}/studio/print/{id}",
                    [SignIn,    SignIn,    MISSING,   MISSING,   MISSING]),
        post("/{lang}/studio/print/{id}", Form::Empty, nobody),
        get("/{lang}/studio/print/{id}/file",
                    [SignIn,    SignIn,    MISSING,   MISSING,   MISSING]),
        post("/{lang}/studio/print/{id}/file", Form::Empty, nobody),
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
        get("/{lang}/studio/shop/parts/{id}/original",
                    [SignIn,    SignIn,    MISSING,   MISSING,   MISSING]),
        post("/{lang}/studio/shop/parts/{id}/original", Form::Empty, nobody),
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
        // This one was not sent by anybody; who may see one that was is tested in `page_pictures`.
        get("/{lang}/studio/products/{id}/pictures/{picture}/original",
                    [SignIn,    SignIn,    MISSING,   MISSING,   MISSING]),
        post("/{lang}/studio/products/{id}/pictures/{picture}/original", Form::Empty, nobody),
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
    ]
}
