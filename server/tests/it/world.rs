//! The people of the inhabited shop.

use std::collections::BTreeMap;

use crate::buyer;
use crate::client::Client;
use crate::district::{OTHER, THIS};
use crate::test_app::TestApp;

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// A browser that was never here.
    Anonymous,
    /// Has a cart, and the one order of the shop; it is of [`THIS`] cooperative alone.
    Shopper,
    /// Member of the cooperative that owns the order and the product asked for.
    This,
    /// Member of another cooperative.
    Other,
    /// Works at the Centre.
    Centre,
}

impl Who {
    pub const ALL: [Self; 5] = [Self::Anonymous, Self::Shopper, Self::This, Self::Other, Self::Centre];
}

/// Lets everybody do what they did before the test begins; answers their cookies.
pub async fn settle(app: &TestApp) -> BTreeMap<Who, BTreeMap<String, String>> {
    let mut shopper = app.client();
    buyer::buy(&mut shopper, app.offer("BADAM-500").await, "2").await;
    buyer::add(&mut shopper, app.offer("HONEY-JAR").await, "1")
        .await
        .is(303);
    let mut cookies = BTreeMap::from([(Who::Anonymous, BTreeMap::new()), (Who::Shopper, shopper.cookies)]);
    for (who, role) in [(Who::This, THIS), (Who::Other, OTHER), (Who::Centre, "centre")] {
        cookies.insert(who, sign_in(app, role).await.cookies);
    }
    cookies
}

/// A browser in which the member for `role` is signed in.
pub async fn sign_in(app: &TestApp, role: &str) -> Client {
    let account = app.accounts.iter().find(|account| account.role == role).unwrap();
    let mut client = app.client();
    let fields = [("phone", account.phone.as_str()), ("password", &account.password)];
    client.post("/ug/account/sign-in", &fields).await.is(303);
    assert!(client.cookies.contains_key("__Host-sid"));
    client
}
