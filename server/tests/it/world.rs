//! The people of the inhabited shop.

use std::collections::BTreeMap;

use crate::buyer;
use crate::client::Client;
use crate::district::{OTHER, THIS};
use crate::tables;
use crate::test_app::TestApp;

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// A browser that was never here.
    Anonymous,
    /// Has a cart, and the one order of the shop; it is of [`THIS`] cooperative alone.
    Shopper,
    /// Owner of the cooperative that owns the order and the product asked for.
    This,
    /// Owner of another cooperative.
    Other,
    /// The Centre's admin.
    Centre,
    /// Members of [`THIS`] cooperative in other roles.
    Editor,
    Packer,
    Finance,
    Host,
    /// Others of the Centre.
    CentreFinance,
    CentreSupport,
    /// The Centre's support, at work in the name of [`THIS`] cooperative.
    Acting,
    /// Of a station.
    Manager,
    Clerk,
    /// Of those who translate.
    Translator,
    Reviewer,
}

impl Who {
    pub const ALL: [Self; 16] = [
        Self::Anonymous,
        Self::Shopper,
        Self::This,
        Self::Other,
        Self::Centre,
        Self::Editor,
        Self::Packer,
        Self::Finance,
        Self::Host,
        Self::CentreFinance,
        Self::CentreSupport,
        Self::Acting,
        Self::Manager,
        Self::Clerk,
        Self::Translator,
        Self::Reviewer,
    ];

    /// The account they sign in with.
    pub fn role(self) -> Option<String> {
        Some(match self {
            Self::Anonymous | Self::Shopper => return None,
            Self::This => THIS.to_owned(),
            Self::Other => OTHER.to_owned(),
            Self::Centre => "centre".to_owned(),
            Self::Editor => format!("{THIS}/editor"),
            Self::Packer => format!("{THIS}/packer"),
            Self::Finance => format!("{THIS}/finance"),
            Self::Host => format!("{THIS}/host"),
            Self::CentreFinance => "centre/finance".to_owned(),
            Self::CentreSupport | Self::Acting => "centre/support".to_owned(),
            Self::Manager => "station.B001/manager".to_owned(),
            Self::Clerk => "station.B001/clerk".to_owned(),
            Self::Translator => "language.zh/translator".to_owned(),
            Self::Reviewer => "language.ug/reviewer".to_owned(),
        })
    }
}

/// Lets everybody do what they did before the test begins; answers their cookies.
pub async fn settle(app: &TestApp) -> BTreeMap<Who, BTreeMap<String, String>> {
    let mut shopper = app.client();
    buyer::buy(&mut shopper, app.offer("BADAM-500").await, "2").await;
    buyer::add(&mut shopper, app.offer("HONEY-JAR").await, "1")
        .await
        .is(303);
    let mut cookies = BTreeMap::from([(Who::Anonymous, BTreeMap::new()), (Who::Shopper, shopper.cookies)]);
    for who in Who::ALL {
        let Some(role) = who.role() else {
            continue;
        };
        let mut client = sign_in(app, &role).await;
        if who == Who::Acting {
            let cooperative = [("cooperative", THIS)];
            client.post("/ug/centre/support", &cooperative).await.is(303);
        }
        cookies.insert(who, client.cookies);
    }
    let owner = cookies.get(&Who::This).unwrap();
    let mut owner = Client::with_cookies(app.addr, owner);
    tables::bring(&mut owner, tables::TABLE).await;
    app.execute(
        "INSERT INTO announcements (zh, created_by, created_at)
         SELECT '周六停电', MIN(user_id), 0 FROM member_roles WHERE role = 'admin'",
    )
    .await;
    app.execute(
        "INSERT INTO applications (state, name, lang, township_id, person, phone, goods, about, created_at, reason)
         SELECT 'waiting', '新合作社', 'zh', MIN(id), '阿依古丽', '+8613700137000', '蜂蜜', '', 0, '' FROM townships",
    )
    .await;
    app.execute(
        "INSERT INTO product_proposals (product_id, state, publishes, change, since, reason)
         SELECT product_id, 'waiting', FALSE, '{\"prices\":[[' || CAST(id AS TEXT) || ',9900]]}', 0, ''
         FROM offers WHERE sku = 'HONEY-JAR'",
    )
    .await;
    app.execute(
        "INSERT INTO lots (offer_id, number, harvested, origin, origin_lang, amount, remaining, at)
         SELECT id, 1, '2026-10', 'بۇلاق', 'ug', 5, 5, 0 FROM offers WHERE sku = 'BADAM-500'",
    )
    .await;
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
