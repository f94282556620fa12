//! Imports as a whole: how many are open, whose they are, and their files; and workbooks on their way out.

use std::sync::Arc;

use db::entities::{cooperative, product};
use db::sea_orm::sea_query::{LockBehavior, LockType};
use db::sea_orm::{EntityTrait, QuerySelect};
use domain::{Actor, CooperativeRole, ErrorCode, ImportState, Locale, ProductId, TableRefusal};
use service::studio::tables::{self as imports, ExportFormat, ExportTable};
use service::{Error, unused_pictures};
use testing::{Database, TestShop, both};
use tokio::sync::Semaphore;
use tokio::task::JoinHandle;

use super::tables::{bring, files, page, take_over, try_to_bring, words, work};

fn table(price: u32) -> Vec<u8> {
    format!("sku,price\nbadam-500,{price}\n").into_bytes()
}

both!(a_table_that_cannot_be_read_takes_no_place, async |shop| {
    let member = shop.member_of("almonds").await;
    let lost = bring(shop, member, b"uno,dos\n1,2\n").await;
    assert_eq!(page(shop, member, lost).await.state, ImportState::Refused);
    assert_ne!(bring(shop, member, b"uno,dos\n1,2\n").await, lost, "it is another try");
    let first = bring(shop, member, &table(30)).await;
    for price in 31..35 {
        bring(shop, member, &table(price)).await;
    }
    assert_eq!(bring(shop, member, &table(30)).await, first, "it waits already");
    let full = try_to_bring(shop, member, Locale::Es, &table(35)).await;
    assert_eq!(full.unwrap_err().code(), ErrorCode::TablesFull);
    imports::cancel_import(shop, member, first).await.unwrap();
    bring(shop, member, &table(35)).await;
    imports::cancel_import(shop, member, lost).await.unwrap();
    let canceled = page(shop, member, lost).await;
    assert_eq!(
        (canceled.state, canceled.reason),
        (ImportState::Canceled, None::<TableRefusal>)
    );
    assert_eq!(files(shop), 5 + 1);
});

both!(
    a_table_of_which_nothing_can_be_taken_over_takes_no_place,
    async |shop| {
        let member = shop.member_of("almonds").await;
        for row in 0..6 {
            let id = bring(shop, member, format!("sku,price\nNOBODY-{row},x\n").as_bytes()).await;
            let shown = page(shop, member, id).await;
            assert_eq!((shown.state, shown.counts.wrong), (ImportState::Ready, 1));
        }
        bring(shop, member, &table(30)).await;
    }
);

both!(stock_is_counted_by_who_said_yes, async |shop| {
    let owner = shop.member_of("almonds").await;
    let editor = shop.cooperative_member("almonds", CooperativeRole::Editor).await;
    let cooperative = shop.cooperative("almonds").await;
    let user = shop.of_centre().await.user().unwrap();
    let table = |stock: u32| format!("sku,stock\nbadam-500,{stock}\n").into_bytes();
    let id = bring(shop, owner, &table(55)).await;
    take_over(shop, editor, id).await;
    let id = bring(shop, owner, &table(54)).await;
    take_over(shop, Actor::Support { user, cooperative }, id).await;
    let booked = "SELECT CAST(user_id AS TEXT) || CASE WHEN by_centre THEN ' centre' ELSE '' END FROM stock_movements \
                  WHERE reason = 'counted' ORDER BY id DESC LIMIT 2";
    let (editor, centre) = (editor.user().unwrap(), format!("{user} centre"));
    assert_eq!(words(shop, booked).await, [centre, editor.to_string()]);
    let done = "SELECT actor FROM audit_events WHERE action = 'import.done' ORDER BY id";
    assert_eq!(
        words(shop, done).await,
        [format!("user:{editor}"), format!("support:{user}")]
    );
});

/// Somebody else's transaction.
struct Other {
    locked: Arc<Semaphore>,
    end: Arc<Semaphore>,
    task: JoinHandle<Result<(), Error>>,
}

/// Locks this cooperative or product until it is told to end.
async fn holding(shop: &TestShop, cooperative: Option<domain::CooperativeId>, product: Option<ProductId>) -> Other {
    let (locked, end) = (Arc::new(Semaphore::new(0)), Arc::new(Semaphore::new(0)));
    let (db, told, ends) = (shop.db().clone(), locked.clone(), end.clone());
    let task = tokio::spawn(async move {
        db.write(move |tx| {
            let (told, ends) = (told.clone(), ends.clone());
            Box::pin(async move {
                if let Some(id) = cooperative {
                    let row = cooperative::Entity::find_by_id(id);
                    row.lock(LockType::NoKeyUpdate).one(tx).await?;
                }
                if let Some(id) = product {
                    let row = product::Entity::find_by_id(id);
                    row.lock(LockType::NoKeyUpdate).one(tx).await?;
                }
                told.add_permits(1);
                ends.acquire().await.unwrap().forget();
                Ok::<_, Error>(())
            })
        })
        .await
    });
    locked.acquire().await.unwrap().forget();
    Other { locked, end, task }
}

impl Other {
    async fn end(self) {
        assert_eq!(self.locked.available_permits(), 0, "it ran once");
        self.end.add_permits(1);
        self.task.await.unwrap().unwrap();
    }
}

both!(
    a_phone_that_hangs_up_while_its_table_is_noted_leaves_a_whole_one,
    async |shop| {
        let member = shop.member_of("almonds").await;
        let other = holding(shop, Some(shop.cooperative("almonds").await), None).await;
        let asked = || {
            let counts = shop.db().stats();
            counts.waiting + counts.started
        };
        let before = asked();
        let file = table(30);
        let mut begun = Box::pin(try_to_bring(shop, member, Locale::Es, &file));
        while asked() == before {
            tokio::select! {
                _ = &mut begun => unreachable!("somebody else holds the cooperative"),
                () = tokio::task::yield_now() => {}
            }
        }
        drop(begun);
        other.end().await;
        while shop.number("SELECT COUNT(*) FROM imports").await == 0 {
            tokio::task::yield_now().await;
        }
        work(shop).await;
        let id = imports::imports(shop, member).await.unwrap()[0].id;
        let whole = page(shop, member, id).await;
        assert_eq!((whole.state, files(shop)), (ImportState::Ready, 1));
    }
);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn products_are_locked_in_the_order_in_which_everybody_locks_them() {
    // Elsewhere one writes after the other.
    let Some(shop) = TestShop::open(Database::Postgres).await else {
        return;
    };
    let shop = &shop;
    let member = shop.member_of("almonds").await;
    let (low, high) = (
        shop.product("thin-shell-badam").await,
        shop.product("badam-kernel").await,
    );
    assert!(low < high);
    let table = format!("product,sku,net,price\n,kernel-loose,,40\n{low},NEW,2 kg,70\n");
    let id = bring(shop, member, table.as_bytes()).await;
    let version = page(shop, member, id).await.version.to_string();
    imports::confirm_import(shop, member, id, &version).await.unwrap();
    let other = holding(shop, None, Some(low)).await;
    let job = {
        let shop = (**shop).clone();
        tokio::spawn(async move { imports::take_over_next(&shop).await })
    };
    let waits = "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    while shop.number(waits).await == 0 {
        tokio::task::yield_now().await;
    }
    let is_free: Result<bool, Error> = shop
        .db()
        .write(move |tx| {
            Box::pin(async move {
                let row = product::Entity::find_by_id(high)
                    .lock_with_behavior(LockType::NoKeyUpdate, LockBehavior::SkipLocked)
                    .one(tx)
                    .await?;
                Ok(row.is_some())
            })
        })
        .await;
    assert!(is_free.unwrap(), "who waits for a product holds none behind it");
    other.end().await;
    assert!(job.await.unwrap().unwrap());
    assert_eq!(page(shop, member, id).await.state, ImportState::Done);
}

both!(a_workbook_that_is_packed_leaves_its_place_to_the_next, async |shop| {
    let member = shop.member_of("almonds").await;
    let mut on_their_way = Vec::new();
    for _ in 0..4 {
        let export = imports::export(shop, member, Locale::Ug, ExportTable::Stock, ExportFormat::Xlsx).await;
        let mut export = export.unwrap();
        assert!(export.chunk().await.unwrap().is_some());
        on_their_way.push(export);
    }
    for mut export in on_their_way {
        assert!(export.chunk().await.unwrap().is_none());
    }
});

both!(the_nightly_round_leaves_a_table_that_is_not_through, async |shop| {
    let member = shop.member_of("almonds").await;
    let id = bring(shop, member, &table(30)).await;
    let version = page(shop, member, id).await.version.to_string();
    imports::confirm_import(shop, member, id, &version).await.unwrap();
    std::fs::write(shop.place.folder().join("media/upload-00-0.piece"), "x").unwrap();
    assert_eq!(files(shop), 2);
    shop.clock.advance(400 * 86_400_000);
    unused_pictures::clear_unused(shop).await.unwrap();
    assert_eq!(files(shop), 1, "what nobody goes on with is gone");
    work(shop).await;
    assert_eq!(page(shop, member, id).await.state, ImportState::Done);
});
