//! Which lot spoiled, or was sold elsewhere.

use domain::{FieldCode, Locale, StockReason};
use service::studio::{self, MoveForm};
use testing::{Snapshot, both};

use super::goods::{fields_of, moved};
use super::lots::{came_in, harvest, left, lots};

both!(what_spoiled_is_taken_from_the_lot_it_was_of, async |shop| {
    let member = shop.member_of("bees").await;
    let (jar, badam) = (shop.offer("honey-333").await, shop.offer("badam-500").await);
    harvest(shop, member, jar, came_in("5", "2026-08", "")).await;
    harvest(shop, member, jar, came_in("4", "2026-09", "")).await;
    let almonds = shop.member_of("almonds").await;
    harvest(shop, almonds, badam, came_in("3", "2026-09", "")).await;
    let there = lots(shop, member, jar).await;
    let others = lots(shop, almonds, badam).await[0].id;
    let spoiled = |amount: &str, lot: String| MoveForm {
        from_lot: lot,
        ..moved(StockReason::Spoiled, amount)
    };
    let before = Snapshot::of(shop).await;
    for (form, code) in [
        (spoiled("1", "first".to_owned()), FieldCode::InvalidChoice),
        (spoiled("1", others.to_string()), FieldCode::InvalidChoice),
        (spoiled("5", there[1].id.to_string()), FieldCode::TooMuch),
        (
            MoveForm {
                from_lot: there[1].id.to_string(),
                ..moved(StockReason::Counted, "1")
            },
            FieldCode::InvalidChoice,
        ),
    ] {
        let wrong = fields_of(studio::move_stock(shop, member, jar, &form).await);
        assert_eq!(wrong, [("from-lot".to_owned(), code)], "{form:?}");
    }
    before.assert_unchanged(shop).await;

    // The newer one, though the older one would go first, and though there is some without a lot.
    harvest(shop, member, jar, spoiled("3", there[1].id.to_string())).await;
    assert_eq!(left(shop, member, jar).await, [5, 1]);
    let page = studio::stock_offer(shop, member, Locale::Zh, jar).await.unwrap();
    assert_eq!(page.history[0].lot, Some(there[1].number));
    harvest(shop, member, jar, spoiled("1", there[1].id.to_string())).await;
    assert_eq!(left(shop, member, jar).await, [5, 0]);
});
