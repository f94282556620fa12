//! What scripts call.

use super::Gets::{Called, Page};
use super::{MISSING, Row, TRANSLATORS, WRITE, get, post};
use crate::rights::forms::Form;

/// Its rows.         anonymous  shopper    this       other      Centre
#[rustfmt::skip]
pub(super) fn rows() -> Vec<Row> {
    let nobody = [MISSING; 5];
    vec![
        get("/api/check_text", nobody),
        // Looks, and writes nothing.
        post("/api/check_text", Form::Empty,
                    [MISSING,   MISSING,   MISSING,   MISSING,   MISSING]).also(TRANSLATORS, Page),
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
