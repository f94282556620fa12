//! The message that a question is answered: anybody can leave anybody's number, so it says how to end such messages, and is not sent
//! to whoever ended them.

use domain::Locale;
use service::{Error, questions, restock, retention};
use testing::{TestShop, both};

use crate::messages::{DAY, Does, Provider};
use crate::product_questions::{HONEY, Phone, newest};
use crate::restock::{links, there};

const NUMBER: &str = "13800138000";

/// Somebody asks and leaves the number, and the cooperative answers.
async fn answered(shop: &TestShop, network: &str, text: &str) {
    Phone::at(network).ask_with(shop, HONEY, text, NUMBER).await.unwrap();
    let bees = shop.member_of("bees").await;
    questions::answer(shop, bees, newest(shop).await, Locale::Es, "Sí.", None)
        .await
        .unwrap();
}

/// The end of the address in a message.
fn link_in(text: &str) -> String {
    let (_, link) = text.split_once("/ug/back/").unwrap();
    link.chars().take_while(char::is_ascii_hexdigit).collect()
}

both!(the_message_of_an_answer_says_how_to_end_such_messages, async |shop| {
    shop.link_with(links());
    let provider = Provider::that(Does::Takes);
    answered(shop, "192.0.2.1", "first").await;
    provider.office().work(shop).await.unwrap();
    let got = provider.got();
    assert_eq!((got.len(), got[0].to.as_e164()), (1, "+8613800138000"));
    let link = link_in(&got[0].text);
    let told = restock::open(shop, Locale::Ug, &link).await.unwrap();
    assert_eq!((told.answered.as_deref(), told.is_refused), (Some(HONEY), false));

    restock::stop(shop, &link).await.unwrap();
    restock::stop(shop, &link).await.unwrap();
    assert!(restock::open(shop, Locale::Ug, &link).await.unwrap().is_refused);
    // Whoever leaves the number now is not told that, and its owner is told nothing.
    answered(shop, "192.0.2.2", "second").await;
    provider.office().work(shop).await.unwrap();
    assert_eq!(provider.got().len(), 1);
    let kept = "SELECT count(*) FROM product_questions WHERE phone IS NOT NULL";
    assert_eq!(shop.number(kept).await, 0);

    restock::allow(shop, &link).await.unwrap();
    answered(shop, "192.0.2.3", "third").await;
    provider.office().work(shop).await.unwrap();
    assert_eq!(provider.got().len(), 2);
});

both!(one_refusal_ends_both_sorts_of_messages, async |shop| {
    shop.link_with(links());
    let provider = Provider::that(Does::Takes);
    answered(shop, "192.0.2.1", "first").await;
    provider.office().work(shop).await.unwrap();
    // It waits for a size, and ends that by the message about the answer.
    there(shop, shop.member_of("almonds").await, "badam-500", "0").await;
    let form = restock::WishForm {
        offer: shop.offer("badam-500").await.to_string(),
        phone: NUMBER.to_owned(),
    };
    let badam = shop.product("thin-shell-badam").await;
    let network = service::Network::unknown();
    restock::ask(shop, &network, Locale::Ug, badam, &form).await.unwrap();
    let waits = "SELECT count(*) FROM restock_wishes";
    assert_eq!(shop.number(waits).await, 1);
    restock::stop(shop, &link_in(&provider.got()[0].text)).await.unwrap();
    assert_eq!(shop.number(waits).await, 0);
});

both!(its_link_and_its_number_go_after_their_time, async |shop| {
    shop.link_with(links());
    let provider = Provider::that(Does::Takes);
    answered(shop, "192.0.2.1", "first").await;
    provider.office().work(shop).await.unwrap();
    let link = link_in(&provider.got()[0].text);
    shop.clock.advance(DAY + 1);
    service::outbox::prune(shop, shop.now()).await.unwrap();
    let named = "SELECT count(*) FROM messages WHERE phone IS NOT NULL";
    assert_eq!(shop.number(named).await, 0);
    retention::sweep(shop).await.unwrap();
    restock::open(shop, Locale::Ug, &link).await.unwrap();
    let old = shop.now() - 31 * DAY;
    shop.execute(format!("UPDATE answer_links SET told_at = {old}")).await;
    retention::sweep(shop).await.unwrap();
    let gone = restock::open(shop, Locale::Ug, &link).await;
    assert!(matches!(gone, Err(Error::NotFound)), "{gone:?}");
});
