//! Messages to people: who is told what, each once, within budgets, and what becomes of it afterwards.

use std::sync::{Arc, Mutex};

use db::BoxFuture;
use domain::{Actor, CooperativeRole, ErrorCode, Locale, MessageKind, MessageState};
use service::identity::Guesser;
use service::messages::channel::{Channel, Outgoing, SendError};
use service::messages::{self, Budgets, Listed, Office};
use service::{Clock, PictureStore, Shop, ShopOptions, identity, orders, outbox, studio};
use testing::{Database, TestShop, both};

use crate::message_budgets::PHONE;

pub const MINUTE: i64 = 60_000;
pub const DAY: i64 = 86_400_000;

/// What happens to a message that is sent.
#[derive(Clone, Debug)]
pub enum Does {
    Takes,
    Says(SendError),
    /// Takes it, and the program dies before it is noted.
    Dies,
}

/// A provider that writes down what it gets.
#[derive(Clone, Debug)]
pub struct Provider {
    got: Arc<Mutex<Vec<Outgoing>>>,
    does: Does,
}

impl Provider {
    pub fn that(does: Does) -> Self {
        Self {
            got: Arc::default(),
            does,
        }
    }

    pub fn got(&self) -> Vec<Outgoing> {
        self.got.lock().unwrap().clone()
    }

    pub fn office(&self) -> Office {
        Office::new(Arc::new(self.clone()), Budgets::default())
    }
}

impl Channel for Provider {
    fn name(&self) -> &'static str {
        "test"
    }

    fn send<'a>(&'a self, message: &'a Outgoing) -> BoxFuture<'a, Result<(), SendError>> {
        self.got.lock().unwrap().push(message.clone());
        let does = self.does.clone();
        Box::pin(async move {
            match does {
                Does::Takes => Ok(()),
                Does::Says(error) => Err(error),
                Does::Dies => std::future::pending().await,
            }
        })
    }
}

/// Another program on the same database, where the database takes two.
async fn beside(shop: &TestShop) -> Shop {
    if shop.place.database == Database::Sqlite {
        return Shop::clone(shop);
    }
    let options = ShopOptions {
        db: shop.place.open().await,
        texts: l10n::Texts::built_in(),
        clock: Clock::clone(&shop.clock),
        pictures: PictureStore::in_folder(&shop.place.folder().join("media")).unwrap(),
        secret: [7; 32],
    };
    Shop::open(options).await.unwrap()
}

pub async fn listed(shop: &TestShop, state: MessageState) -> Vec<Listed> {
    let centre = shop.of_centre().await;
    messages::list(shop, centre, state, 1).await.unwrap().messages
}

fn to<'m>(got: &'m [Outgoing], phone: &str) -> Vec<&'m Outgoing> {
    got.iter().filter(|m| m.to.as_e164() == phone).collect()
}

both!(
    buyer_and_cooperatives_are_told_of_an_order_in_their_languages,
    async |shop| {
        shop.member_with_password("almonds", "+8613911110001", "x").await;
        shop.member_with_password("bees", "+8613911110002", "x").await;
        let goods = [("badam-500", "2"), ("honey-333", "1")];
        let bought = shop.buy_in(Locale::Es, &goods, shop.to_address("65")).await;
        let provider = Provider::that(Does::Takes);
        let worked = provider.office().work(shop).await.unwrap();
        assert_eq!((worked.events, worked.sent, worked.failed), (1, 3, 0));
        let got = provider.got();
        let code = bought.code.to_string();
        assert!(got.iter().all(|m| m.text.contains(&code)), "{:?}", got[0].text);
        let buyer = to(&got, "+8613800138000");
        assert_eq!(buyer.len(), 1);
        assert_eq!(buyer[0].locale, Locale::Es);
        assert!(buyer[0].text.contains("referencia"), "{}", buyer[0].text);
        for (phone, cooperative) in [("+8613911110001", "almonds"), ("+8613911110002", "bees")] {
            let sql = format!("SELECT id FROM cooperatives WHERE slug = '{cooperative}'");
            let id = shop.number(&sql).await;
            let is_ug = shop
                .number(&format!(
                    "SELECT COUNT(*) FROM cooperatives WHERE id = {id} AND source_lang = 'ug'"
                ))
                .await
                == 1;
            let told = to(&got, phone);
            assert_eq!(told.len(), 1, "{cooperative}");
            assert_eq!(told[0].locale == Locale::Ug, is_ug, "{cooperative}");
        }
        assert_eq!(provider.office().work(shop).await.unwrap(), messages::Worked::default());
        assert_eq!(provider.got().len(), 3, "each once");
    }
);

both!(who_did_not_cancel_is_told_of_it, async |shop| {
    shop.member_with_password("almonds", "+8613911110001", "x").await;
    let bought = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    let provider = Provider::that(Does::Takes);
    provider.office().work(shop).await.unwrap();
    orders::cancel(shop, &shop.access(&bought).await).await.unwrap();
    provider.office().work(shop).await.unwrap();
    let got = provider.got();
    assert_eq!(to(&got, "+8613800138000").len(), 2);
    assert_eq!(to(&got, "+8613911110001").len(), 2);
    let sent = listed(shop, MessageState::Sent).await;
    let kinds: Vec<MessageKind> = sent.iter().map(|m| m.kind).collect();
    for kind in [
        MessageKind::Placed,
        MessageKind::NewOrder,
        MessageKind::Canceled,
        MessageKind::OrderLost,
    ] {
        assert!(kinds.contains(&kind), "{kinds:?}");
    }
    let code = bought.code.to_string();
    assert!(sent.iter().all(|m| {
        m.text
            .as_ref()
            .is_some_and(|text| *text != code && text.contains(&code))
    }));
});

both!(an_order_that_nobody_paid_for_says_so, async |shop| {
    shop.buy(&[("badam-500", "1")], shop.to_address("65")).await;
    shop.clock.advance(DAY);
    orders::expire_due(shop).await.unwrap();
    let provider = Provider::that(Does::Takes);
    provider.office().work(shop).await.unwrap();
    assert_eq!(provider.got().len(), 2);
    assert!(
        listed(shop, MessageState::Sent)
            .await
            .iter()
            .any(|m| m.kind == MessageKind::Expired)
    );
});

both!(two_programs_send_each_message_once, async |shop| {
    for _ in 0..12 {
        shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    }
    let provider = Provider::that(Does::Takes);
    let budgets = Budgets {
        receiver: 1000,
        ..Budgets::default()
    };
    let other = beside(shop).await;
    let programs = [Shop::clone(shop), other.clone(), Shop::clone(shop), other];
    let rounds: Vec<_> = programs
        .into_iter()
        .map(|shop| {
            let office = Office::new(Arc::new(provider.clone()), budgets.clone());
            tokio::spawn(async move { office.work(&shop).await.unwrap() })
        })
        .collect();
    for round in rounds {
        round.await.unwrap();
    }
    let got = provider.got();
    let mut ids: Vec<_> = got.iter().map(|m| m.id.clone()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!((got.len(), ids.len()), (12, 12));
    assert_eq!(
        shop.number("SELECT COUNT(*) FROM messages WHERE state = 'sent'").await,
        12
    );
});

both!(
    a_program_that_dies_after_sending_sends_once_more_with_the_same_id,
    async |shop| {
        shop.buy(&[("badam-500", "1")], shop.to_station()).await;
        let dying = Provider::that(Does::Dies);
        let (office, running) = (dying.office(), Shop::clone(shop));
        let program = tokio::spawn(async move { office.work(&running).await });
        while dying.got().is_empty() {
            tokio::task::yield_now().await;
        }
        program.abort();
        drop(program.await);

        let next = Provider::that(Does::Takes);
        next.office().work(shop).await.unwrap();
        assert_eq!(next.got().len(), 0, "it is still leased");
        shop.clock.advance(2 * MINUTE);
        next.office().work(shop).await.unwrap();
        next.office().work(shop).await.unwrap();
        shop.clock.advance(DAY);
        next.office().work(shop).await.unwrap();
        assert_eq!((dying.got().len(), next.got().len()), (1, 1));
        assert_eq!(dying.got()[0].id, next.got()[0].id);
    }
);

both!(
    what_cannot_be_sent_is_tried_less_and_less_often_and_then_decided_by_the_centre,
    async |shop| {
        shop.buy(&[("badam-500", "1")], shop.to_station()).await;
        let (centre, member) = (shop.of_centre().await, shop.member_of("bees").await);
        let down = Provider::that(Does::Says(SendError::Later("503: down".to_owned())));
        let office = down.office();
        office.work(shop).await.unwrap();
        office.work(shop).await.unwrap();
        assert_eq!(down.got().len(), 1, "not before its pause");
        let waiting = listed(shop, MessageState::Waiting).await;
        assert_eq!(waiting[0].reason, "503: down");
        for expected in 2..=8 {
            shop.clock.advance(8 * 3_600_000);
            office.work(shop).await.unwrap();
            assert_eq!(down.got().len(), expected);
        }
        shop.clock.advance(DAY);
        office.work(shop).await.unwrap();
        assert_eq!(down.got().len(), 8, "given up");
        let dead = listed(shop, MessageState::Dead).await;
        assert_eq!((dead.len(), dead[0].attempts), (1, 8));
        let id = dead[0].id;

        for nobody in [member, Actor::Anonymous] {
            for refused in [
                messages::try_again(shop, nobody, id).await,
                messages::give_up(shop, nobody, id).await,
                messages::list(shop, nobody, MessageState::Dead, 1).await.map(|_| ()),
            ] {
                assert_eq!(refused.unwrap_err().code(), ErrorCode::NotFound);
            }
        }
        messages::try_again(shop, centre, id).await.unwrap();
        let up = Provider::that(Does::Takes);
        up.office().work(shop).await.unwrap();
        assert_eq!(up.got().len(), 1);
        let refused = messages::try_again(shop, centre, id).await.unwrap_err();
        assert_eq!(refused.code(), ErrorCode::NotFound, "sent is sent");
        let refused = messages::give_up(shop, centre, id).await.unwrap_err();
        assert_eq!(refused.code(), ErrorCode::NotFound);

        shop.buy(&[("badam-500", "1")], shop.to_station()).await;
        let never = Provider::that(Does::Says(SendError::Never("550: unknown".to_owned())));
        never.office().work(shop).await.unwrap();
        let dead = listed(shop, MessageState::Dead).await;
        assert_eq!(dead[0].attempts, 1, "refused for good");
        messages::give_up(shop, centre, dead[0].id).await.unwrap();
        assert!(listed(shop, MessageState::Dead).await.is_empty());
        let audited = "SELECT COUNT(*) FROM audit_events WHERE action LIKE 'message.%'";
        assert_eq!(shop.number(audited).await, 2);
    }
);

both!(who_cannot_open_an_order_is_not_told_of_it, async |shop| {
    shop.cooperative_member("almonds", CooperativeRole::Packer).await;
    for role in [CooperativeRole::Editor, CooperativeRole::Host] {
        shop.cooperative_member("almonds", role).await;
    }
    shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    let provider = Provider::that(Does::Takes);
    provider.office().work(shop).await.unwrap();
    let sent = listed(shop, MessageState::Sent).await;
    let told = sent.iter().filter(|message| message.kind == MessageKind::NewOrder);
    assert_eq!(told.count(), 1);
});

both!(one_unreadable_event_stops_only_itself, async |shop| {
    shop.execute(
        "INSERT INTO outbox (topic, key, payload, attempts, next_at, created_at)
         VALUES ('notice', 'x', 'no json', 0, 0, 0), ('notice', 'y', '{\"what\":\"order-expired\",\"group\":99}', 0, 0, 0),
                ('order-placed', 'z', '{\"to\":\"+8613800138000\",\"text\":\"from before\"}', 0, 0, 0)",
    )
    .await;
    shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    let provider = Provider::that(Does::Takes);
    let worked = provider.office().work(shop).await.unwrap();
    assert_eq!((worked.events, worked.sent), (4, 2));
    assert!(
        provider.got().iter().any(|m| m.text == "from before"),
        "an earlier program on the same database"
    );
    let noted = "SELECT COUNT(*) FROM outbox WHERE last_error IS NOT NULL AND done_at IS NOT NULL";
    assert_eq!(shop.number(noted).await, 2);
});

both!(what_a_later_program_wrote_waits_for_it, async |shop| {
    let later = r#"{"what":"moon-eclipsed"}"#;
    shop.execute(format!(
        "INSERT INTO outbox (topic, key, payload, attempts, next_at, created_at)
         VALUES ('notice', 'x', '{later}', 0, 0, {})",
        shop.now()
    ))
    .await;
    shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    let down = Provider::that(Does::Says(SendError::Later(String::new())));
    down.office().work(shop).await.unwrap();
    shop.execute(r#"UPDATE messages SET content = '{"says":"moon-eclipsed"}'"#)
        .await;
    shop.clock.advance(MINUTE);
    let provider = Provider::that(Does::Takes);
    provider.office().work(shop).await.unwrap();
    assert_eq!(provider.got().len(), 0);
    assert_eq!(listed_count(shop, MessageState::Waiting).await, 1);
    assert_eq!(listed_count(shop, MessageState::Lapsed).await, 0);
    let kept = format!("SELECT COUNT(*) FROM outbox WHERE payload = '{later}' AND done_at IS NULL");
    assert_eq!(shop.number(&kept).await, 1);
    // Nobody came: it is noted like anything else that cannot be read.
    shop.clock.advance(DAY);
    provider.office().work(shop).await.unwrap();
    let noted = "SELECT COUNT(*) FROM outbox WHERE last_error IS NOT NULL AND done_at IS NOT NULL";
    assert_eq!(shop.number(noted).await, 1);
});

pub async fn listed_count(shop: &TestShop, state: MessageState) -> usize {
    listed(shop, state).await.len()
}

both!(a_buyer_is_reminded_once_of_goods_at_a_station, async |shop| {
    let bought = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    let (member, order) = (shop.member_of("almonds").await, shop.orders_of(&bought.code).await[0]);
    for step in ["accept", "pack", "dispatch", "ready"] {
        studio::move_on(shop, member, order, step.into()).await.unwrap();
    }
    assert_eq!(messages::remind(shop).await.unwrap(), 0);
    shop.clock.advance(3 * DAY);
    assert_eq!(messages::remind(shop).await.unwrap(), 1);
    assert_eq!(messages::remind(shop).await.unwrap(), 0);
    let provider = Provider::that(Does::Takes);
    provider.office().work(shop).await.unwrap();
    let reminder = listed(shop, MessageState::Sent).await;
    let reminder = reminder.iter().find(|m| m.kind == MessageKind::Reminder).unwrap();
    assert!(reminder.text.as_ref().unwrap().contains("B001"), "{reminder:?}");
    shop.clock.advance(DAY);
    assert_eq!(messages::remind(shop).await.unwrap(), 0);
});

both!(what_is_done_is_emptied_and_then_deleted, async |shop| {
    shop.member_with_password("bees", PHONE, "unused").await;
    shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    identity::send_code(shop, PHONE, &Guesser::default()).await.unwrap();
    Provider::that(Does::Takes).office().work(shop).await.unwrap();
    shop.execute(
        "INSERT INTO outbox (topic, key, payload, attempts, next_at, created_at)
         VALUES ('refund-due', 'x', '{\"to\":\"\",\"text\":\"x\"}', 0, 0, 0)",
    )
    .await;
    let count = async |table: &str| shop.number(&format!("SELECT COUNT(*) FROM {table}")).await;
    assert_eq!((count("messages").await, count("one_time_codes").await), (2, 1));
    shop.clock.advance(13 * DAY);
    outbox::prune(shop, shop.now()).await.unwrap();
    assert_eq!(count("one_time_codes").await, 0);
    assert_eq!(count("messages WHERE phone IS NOT NULL").await, 2);
    shop.clock.advance(2 * DAY);
    outbox::prune(shop, shop.now()).await.unwrap();
    assert_eq!(count("messages WHERE phone IS NOT NULL").await, 0);
    assert_eq!(count("message_budgets").await, 0);
    let emptied = listed(shop, MessageState::Sent).await;
    assert!(
        emptied
            .iter()
            .all(|m| m.text.is_none() && m.to.is_empty() && !m.can_try_again)
    );
    shop.clock.advance(80 * DAY);
    outbox::prune(shop, shop.now()).await.unwrap();
    assert_eq!(
        (count("messages").await, count("outbox").await),
        (0, 1),
        "a note for the Centre stays"
    );
});
