//! What everybody sees: the shop, orders, applications, and one's own account.

use super::Gets::{Called, Done, Elsewhere, Page, Refused, SignIn};
use super::{MISSING, Row, get, post};
use crate::rights::forms::{
    FAVOURITE, Form, OTHERS, PASSKEY_TO_SIGN_IN, REPORTED, SAVING, STARS, UNKNOWN_PHONE, WRONG_CODE, WRONG_DIGITS,
    WRONG_OLD, WRONG_PAIR, WRONG_PASSKEY, WRONG_PASSWORD, WRONG_PROOF,
};

/// Its rows.         anonymous  shopper    this       other      Centre
#[rustfmt::skip]
pub(super) fn rows() -> Vec<Row> {
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
        get("/{lang}/orders/{code}/photos", above),
        post("/{lang}/orders/{code}/photos", Form::Picture, nobody),
        get("/{lang}/report-photos/{photo}", nobody),
        post("/{lang}/report-photos/{photo}", Form::Empty, nobody),

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
    ]
}
