//! The shop's own texts, for those who translate.

use super::Gets::{Done, Elsewhere, Page, SignIn};
use super::{MISSING, Row, TRANSLATORS, get, post};
use crate::rights::forms::{Form, MARKED, REMARK, WORD};

/// Its rows.         anonymous  shopper    this       other      Centre
#[rustfmt::skip]
pub(super) fn rows() -> Vec<Row> {
    let nobody = [MISSING; 5];
    // It only takes a form, and leads to the page that has it.
    let above = [Elsewhere; 5];
    let signed_in = |gets| [SignIn, SignIn, gets, gets, gets];
    vec![
        get("/{lang}/translate",
                    [SignIn,    SignIn,    MISSING,   MISSING,   MISSING]).also(TRANSLATORS, Page),
        post("/{lang}/translate", Form::Empty, nobody),
        get("/{lang}/translate/text/{unit}",
                    [SignIn,    SignIn,    MISSING,   MISSING,   MISSING]).also(TRANSLATORS, Page),
        // Who may say that a text is right: `wording` in the tests of the use cases.
        post("/{lang}/translate/text/{unit}", REMARK,
                    [SignIn,    SignIn,    MISSING,   MISSING,   MISSING]).also(TRANSLATORS, Done),
        get("/{lang}/translate/glossary",
                    [SignIn,    SignIn,    MISSING,   MISSING,   MISSING]).also(TRANSLATORS, Page),
        post("/{lang}/translate/glossary", WORD,
                    [SignIn,    SignIn,    MISSING,   MISSING,   MISSING]).also(TRANSLATORS, Done),
        get("/{lang}/translate/problems",
                    [SignIn,    SignIn,    MISSING,   MISSING,   MISSING]).also(TRANSLATORS, Page),
        post("/{lang}/translate/problems", Form::Empty, nobody),
        get("/{lang}/translate/take",
                    [SignIn,    SignIn,    MISSING,   MISSING,   MISSING]).also(TRANSLATORS, Page),
        post("/{lang}/translate/take", Form::Empty, nobody),
        get("/{lang}/translate/guide",
                    [SignIn,    SignIn,    MISSING,   MISSING,   MISSING]).also(TRANSLATORS, Page),
        post("/{lang}/translate/guide", Form::Empty, nobody),
        get("/{lang}/translate/mode", above),
        // A cookie of this browser; nothing is written.
        post("/{lang}/translate/mode", MARKED, signed_in(Elsewhere)).alike(),
        // There are none on the tests' site.
        get("/{lang}/translate/picture/{unit}",
                    [SignIn,    SignIn,    MISSING,   MISSING,   MISSING]),
        post("/{lang}/translate/picture/{unit}", Form::Empty, nobody),
    ]
}
