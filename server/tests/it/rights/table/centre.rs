//! The Centre, and the counter of a station.

use super::Gets::{Done, Page, Refused, SignIn};
use super::{MISSING, Row, get, post};
use crate::rights::forms::{
    ACCOUNT, ANNOUNCE, CATEGORY_NAME, CLOSE, COOPERATIVE, DOWN, Form, INVITE_FINANCE, MONEY, NEW_CATEGORY, NEW_STATION,
    NO_CODE, NO_MESSAGE, NO_SHIFT, REFUSE, SEARCH_WORDS, SHIFT, STATEMENT, SUSPEND,
};
use crate::world::Who;

/// Who of the Centre reads orders.
const OF_THE_CENTRE: &[Who] = &[Who::CentreFinance, Who::CentreSupport];
/// Who books money at the Centre, and who takes cash at a counter.
const MONEY_PEOPLE: &[Who] = &[Who::CentreFinance];
const AT_THE_DESK: &[Who] = &[Who::CentreFinance, Who::Manager, Who::Clerk];
/// Who has shifts, with a drawer of their own.
const AT_A_STATION: &[Who] = &[Who::Manager, Who::Clerk];

/// Its rows.         anonymous  shopper    this       other      Centre
#[rustfmt::skip]
pub(super) fn rows() -> Vec<Row> {
    let nobody = [MISSING; 5];
    vec![
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
        get("/{lang}/centre/money/payouts",
                    [SignIn,    SignIn,    MISSING,   MISSING,   Page]).also(MONEY_PEOPLE, Page),
        // There is no such payout: `payouts` takes steps with those that are there.
        post("/{lang}/centre/money/payouts", Form::Empty,
                    [SignIn,    SignIn,    MISSING,   MISSING,   MISSING]),
        get("/{lang}/centre/money/stations",
                    [SignIn,    SignIn,    MISSING,   MISSING,   Page]).also(MONEY_PEOPLE, Page),
        post("/{lang}/centre/money/stations", Form::Empty, nobody),
        get("/{lang}/centre/money/stations.csv",
                    [SignIn,    SignIn,    MISSING,   MISSING,   Page]).also(MONEY_PEOPLE, Page),
        post("/{lang}/centre/money/stations.csv", Form::Empty, nobody),
        get("/{lang}/centre/money/stations/{id}",
                    [SignIn,    SignIn,    MISSING,   MISSING,   Page]).also(MONEY_PEOPLE, Page),
        // There is no such shift: `shifts` corrects and closes those that are there.
        post("/{lang}/centre/money/stations/{id}", NO_SHIFT,
                    [SignIn,    SignIn,    MISSING,   MISSING,   MISSING]),
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
        get("/{lang}/desk/shift",
                    [SignIn,    SignIn,    MISSING,   MISSING,   MISSING]).also(AT_A_STATION, Page),
        post("/{lang}/desk/shift", SHIFT,
                    [SignIn,    SignIn,    MISSING,   MISSING,   MISSING]).also(AT_A_STATION, Done),
    ]
}
