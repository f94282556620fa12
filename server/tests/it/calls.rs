//! Calls of the browser's script that are not carried out: it can tell why, and say so.

use domain::{ErrorCode, Locale};
use islands::Problem;

use crate::both::both;
use crate::buyer;
use crate::test_app::TestApp;
use crate::world::Who;

both!(what_a_rule_forbids_is_said_in_the_readers_language);
async fn what_a_rule_forbids_is_said_in_the_readers_language() {
    let app = TestApp::start().await;
    let texts = app.shop.texts();
    let honey = app.offer("HONEY-JAR").await;
    let refused = app.client().send(buyer::calls_add(honey, "1.5", [4; 16])).await.is(422);
    assert!(matches!(refused.problem(), Problem::Refused(_)));
    let gone = app.client().send(buyer::calls_change(honey, "2")).await.is(404);
    assert_eq!(
        gone.problem(),
        Problem::Over(texts.error(Locale::Ug, ErrorCode::NotFound))
    );
}

both!(a_database_that_is_away_is_not_called_busy);
async fn a_database_that_is_away_is_not_called_busy() {
    let app = TestApp::inhabited().await;
    let honey = app.offer("HONEY-JAR").await;
    let mut client = app.client_of(Who::Shopper);
    app.shop.db().clone().close().await;
    // Nobody knows whose cart it is: it is refused before it reaches its function.
    let away = client.send(buyer::calls_add(honey, "1", [5; 16])).await.is(503);
    let texts = app.shop.texts();
    let says = Locale::BUILT_IN.map(|locale| Problem::Later(texts.error(locale, ErrorCode::Unavailable)));
    assert!(says.contains(&away.problem()), "{:?}", away.problem());
    assert_eq!(away.header("content-type"), "application/x-postcard");
    assert!(!away.header("retry-after").is_empty());
}
