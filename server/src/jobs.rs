//! What the program does by itself: expire unpaid orders, make pictures that were sent, take over changed texts and styles, see other nodes' changes.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use app::assets::Assets;
use app::cx::AppState;
use service::Shop;
use service::messages::{self, Office};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::{MissedTickBehavior, interval};

use crate::config::Settings;
use crate::text_files;

const HOUR: Duration = Duration::from_secs(3600);
/// Between two looks at what other programs changed.
const LOOK: Duration = Duration::from_millis(250);

/// Between two looks at what changed for the index of the shop, which is to show it within two seconds.
const FOLLOW: Duration = Duration::from_millis(500);
/// After one of them failed.
const FOLLOW_AGAIN: Duration = Duration::from_secs(5);

/// Between two looks for sizes that are there again, for those who wait for them.
const TELL: Duration = Duration::from_secs(2);
/// So many of them after which is looked though nothing changed.
const TELL_ANYWAY: u32 = 300;

/// Starts all jobs; they end by themselves when `stopping` turns true.
pub fn start(
    state: &AppState,
    settings: &Settings,
    office: Office,
    stopping: watch::Receiver<bool>,
) -> Vec<JoinHandle<()>> {
    let mut jobs = vec![
        every(Duration::from_secs(2), stopping.clone(), state.shop.clone(), probe),
        every(
            Duration::from_secs(20),
            stopping.clone(),
            state.shop.clone(),
            expire_orders,
        ),
        every(
            Duration::from_secs(30),
            stopping.clone(),
            state.shop.clone(),
            resume_products,
        ),
        every(
            Duration::from_secs(30),
            stopping.clone(),
            state.shop.clone(),
            make_search_keys,
        ),
        tokio::spawn(follow_database(state.clone(), stopping.clone())),
        every(
            Duration::from_secs(600),
            stopping.clone(),
            state.shop.clone(),
            remind_buyers,
        ),
        every(
            Duration::from_secs(1),
            stopping.clone(),
            state.shop.clone(),
            move |shop| send_messages(office.clone(), shop),
        ),
        every(
            Duration::from_secs(1),
            stopping.clone(),
            state.shop.clone(),
            make_pictures,
        ),
        every(
            Duration::from_secs(1),
            stopping.clone(),
            state.shop.clone(),
            take_over_tables,
        ),
        every(Duration::from_secs(1), stopping.clone(), state.shop.clone(), {
            let state = state.clone();
            move |_| make_prints(state.clone())
        }),
        every(
            Duration::from_secs(2),
            stopping.clone(),
            state.shop.clone(),
            suggest_texts,
        ),
        every(Duration::from_secs(1), stopping.clone(), state.shop.clone(), ring_bell),
        tokio::spawn(close_bell(state.shop.clone(), stopping.clone())),
        every(FOLLOW, stopping.clone(), state.shop.clone(), follow_for_search),
        tokio::spawn(follow_stock(state.clone(), stopping.clone())),
        every(
            Duration::from_secs(60),
            stopping.clone(),
            state.shop.clone(),
            write_missed_searches,
        ),
        every(
            Duration::from_secs(60),
            stopping.clone(),
            state.shop.clone(),
            write_views,
        ),
        every(HOUR, stopping.clone(), state.shop.clone(), check_at_night),
        every(Duration::from_secs(600), stopping.clone(), state.shop.clone(), sweep),
    ];
    if settings.dev {
        jobs.push(tokio::spawn(reload_assets(
            state.clone(),
            settings.site_dir.clone(),
            stopping,
        )));
    } else {
        // For who works on them they are [followed](crate::l10n::live) closer.
        jobs.push(tokio::spawn(text_files::follow(
            state.shop.clone(),
            settings.data_dir.clone(),
            stopping,
        )));
    }
    jobs
}

fn every<F, Fut>(period: Duration, mut stopping: watch::Receiver<bool>, shop: Shop, job: F) -> JoinHandle<()>
where
    F: Fn(Shop) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = ()> + Send,
{
    tokio::spawn(async move {
        let mut ticks = interval(period);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            let is_over = tokio::select! {
                _ = ticks.tick() => false,
                _ = stopping.wait_for(|stop| *stop) => true,
            };
            if is_over {
                return;
            }
            job(shop.clone()).await;
        }
    })
}

async fn expire_orders(shop: Shop) {
    match service::orders::expire_due(&shop).await {
        Ok(0) => {}
        Ok(groups) => tracing::info!(orders.expired = groups, "job.expire"),
        Err(error) => tracing::error!(error = &error as &dyn std::error::Error, "job.expire"),
    }
}

/// Wakes open pages that wait for something new.
async fn ring_bell(shop: Shop) {
    if let Err(error) = service::studio::look_for_news(&shop).await {
        tracing::warn!(error = &error as &dyn std::error::Error, "job.bell");
    }
}

/// Streams end by themselves only when they are told: the shop does not wait for them to close.
async fn close_bell(shop: Shop, mut stopping: watch::Receiver<bool>) {
    // The one that stops is dropped only when all ends.
    drop(stopping.wait_for(|stop| *stop).await);
    service::studio::end_news(&shop);
}

/// Offers again what was sold out for a day.
async fn resume_products(shop: Shop) {
    match service::studio::resume_due(&shop).await {
        Ok(0) => {}
        Ok(products) => tracing::info!(products.resumed = products, "job.resume"),
        Err(error) => tracing::error!(error = &error as &dyn std::error::Error, "job.resume"),
    }
}

/// Makes orders of a release before keys quick to search.
async fn make_search_keys(shop: Shop) {
    match service::studio::make_search_keys(&shop).await {
        Ok(0) => {}
        Ok(orders) => tracing::info!(orders.keyed = orders, "job.search_keys"),
        Err(error) => tracing::error!(error = &error as &dyn std::error::Error, "job.search_keys"),
    }
}

/// Finds out whether the database takes writes, for `/readyz`; the change from one to the other is logged.
async fn probe(shop: Shop) {
    let was_ready = shop.is_ready();
    match tokio::time::timeout(Duration::from_secs(10), shop.probe()).await {
        Ok(Ok(())) if was_ready => {}
        Ok(Ok(())) => tracing::info!("database.ready"),
        Ok(Err(error)) => tracing::error!(error = &error as &dyn std::error::Error, "database.unavailable"),
        Err(_) => tracing::error!("database.does_not_answer"),
    }
}

/// Makes messages of what happened, and sends what is due.
async fn send_messages(office: Office, shop: Shop) {
    match office.work(&shop).await {
        Ok(worked) if worked == messages::Worked::default() => {}
        Ok(worked) => tracing::info!(
            messages.events = worked.events,
            messages.sent = worked.sent,
            messages.failed = worked.failed,
            "job.messages"
        ),
        Err(error) => tracing::error!(error = &error as &dyn std::error::Error, "job.messages"),
    }
}

async fn remind_buyers(shop: Shop) {
    if let Err(error) = messages::remind(&shop).await {
        tracing::error!(error = &error as &dyn std::error::Error, "job.reminders");
    }
    if let Err(error) = messages::ask_how(&shop).await {
        tracing::error!(error = &error as &dyn std::error::Error, "job.ask_how");
    }
}

/// In the hour after three in the morning, Beijing time, when nobody buys.
async fn check_at_night(shop: Shop) {
    let hour = shop.now() / 3_600_000 + 8;
    if hour.rem_euclid(24) != 3 {
        return;
    }
    // What nobody has read for long may be damaged as well.
    shop.look_for_damage().await;
    check_money(shop.clone()).await;
    check_audit(shop.clone()).await;
    clear_pictures(shop).await;
}

/// Makes the sizes of pictures that cooperatives sent, one after the other.
async fn make_pictures(shop: Shop) {
    loop {
        match service::studio::make_next(&shop).await {
            Ok(true) => tracing::info!("job.pictures.made"),
            Ok(false) => return,
            Err(error) => {
                tracing::error!(error = &error as &dyn std::error::Error, "job.pictures");
                return;
            }
        }
    }
}

/// Takes over the tables that cooperatives said yes to, a turn of one of them; and reads through, as a whole, those they
/// brought along. A program that is told to stop in the middle of one reads it anew when it starts.
async fn take_over_tables(shop: Shop) {
    match service::studio::tables::take_over_next(&shop).await {
        Ok(true) => tracing::debug!("job.tables.turn"),
        Ok(false) => {}
        Err(error) => tracing::error!(error = &error as &dyn std::error::Error, "job.tables"),
    }
}

/// Makes files to print of many orders, one after the other.
async fn make_prints(state: AppState) {
    let links = app::studio::order_links(&state.public_url);
    loop {
        let fonts = state.assets.load().file(app::studio::FONTS);
        match service::studio::print_next(&state.shop, fonts, &links).await {
            Ok(true) => tracing::debug!("job.prints.turn"),
            Ok(false) => return,
            Err(error) => {
                tracing::error!(error = &error as &dyn std::error::Error, "job.prints");
                return;
            }
        }
    }
}

/// Has the texts written that cooperatives asked a machine for, one product after the other.
async fn suggest_texts(shop: Shop) {
    loop {
        match service::studio::suggest_next(&shop).await {
            Ok(true) => tracing::info!("job.suggestions.product"),
            Ok(false) => return,
            Err(error) => {
                tracing::error!(error = &error as &dyn std::error::Error, "job.suggestions");
                return;
            }
        }
    }
}

async fn clear_pictures(shop: Shop) {
    match service::unused_pictures::clear_unused(&shop).await {
        Ok(cleared) if cleared == service::unused_pictures::Cleared::default() => {}
        Ok(cleared) => tracing::info!(
            pictures.rows = cleared.rows,
            pictures.files = cleared.files,
            "job.pictures.cleared"
        ),
        Err(error) => tracing::error!(error = &error as &dyn std::error::Error, "job.pictures.cleared"),
    }
}

async fn check_money(shop: Shop) {
    match service::money::check(&shop).await {
        Ok(mistakes) => {
            for mistake in &mistakes {
                tracing::error!(group = mistake.group.get(), what = mistake.what, "job.money.mistake");
            }
            tracing::info!(mistakes = mistakes.len(), "job.money");
        }
        Err(error) => tracing::error!(error = &error as &dyn std::error::Error, "job.money"),
    }
}

/// Whether the log of who did what is as it was written; its end stands in this log too, which may be kept elsewhere.
async fn check_audit(shop: Shop) {
    match service::audit::verify(&shop, None).await {
        Ok(checked) => {
            if let Some(broken) = &checked.broken {
                return tracing::error!(%broken, "job.audit.broken");
            }
            let (seq, hash) = (checked.last.seq, checked.last.hash.as_str());
            tracing::info!(audit.events = checked.events, audit.end = %format_args!("{seq}:{hash}"), "job.audit");
        }
        Err(error) => tracing::error!(error = &error as &dyn std::error::Error, "job.audit"),
    }
}

/// Brings the index of the shop up to date, or builds it.
async fn follow_for_search(shop: Shop) {
    let error = match service::search::follow(&shop).await {
        Ok(followed) if followed == service::search::Followed::default() => return,
        Ok(followed) => return tracing::debug!(search.changed = followed.changed, "job.search"),
        Err(error) => error,
    };
    match error {
        // A database that is gone is reported by those who need it.
        service::Error::Unavailable(_) | service::Error::Busy => {
            tracing::debug!(error = &error as &dyn std::error::Error, "job.search");
        }
        error => tracing::error!(error = &error as &dyn std::error::Error, "job.search"),
    }
    tokio::time::sleep(FOLLOW_AGAIN).await;
}

/// Tells those who wait for a size that it is there again: when something that pages show has changed, and now and then, since
/// the next ones may be told a day after the first.
async fn follow_stock(state: AppState, mut stopping: watch::Receiver<bool>) {
    let links = app::restock::links(&state.public_url);
    let mut ticks = interval(TELL);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut seen = None;
    let mut rounds = 0_u32;
    loop {
        tokio::select! {
            _ = ticks.tick() => {}
            _ = stopping.wait_for(|stop| *stop) => return,
        }
        let versions = state.shop.versions();
        rounds += 1;
        if seen.as_ref().is_some_and(|seen| Arc::ptr_eq(seen, &versions)) && rounds < TELL_ANYWAY {
            continue;
        }
        match service::restock::tell_due(&state.shop, &links).await {
            Ok(told) => {
                // Looked at again after a failure.
                (seen, rounds) = (Some(versions), 0);
                if told > 0 {
                    tracing::info!(restock.told = told, "job.restock");
                }
            }
            Err(error) => tracing::error!(error = &error as &dyn std::error::Error, "job.restock"),
        }
    }
}

/// Writes down what many looked for and did not find, and makes the list that pages show of it.
async fn write_missed_searches(shop: Shop) {
    match service::missed_searches::write(&shop).await {
        Ok(0) => {}
        Ok(terms) => tracing::debug!(searches.missed = terms, "job.searches"),
        Err(error) => tracing::error!(error = &error as &dyn std::error::Error, "job.searches"),
    }
    // Also when nothing is new: some of it is found by now, and some was looked for too long ago.
    if let Err(error) = service::missed_searches::renew_list(&shop).await {
        tracing::error!(error = &error as &dyn std::error::Error, "job.searches.list");
    }
}

/// Writes down how often pages and pictures were looked at since the last time.
async fn write_views(shop: Shop) {
    match service::views::write(&shop).await {
        Ok(0) => {}
        Ok(things) => tracing::debug!(views.things = things, "job.views"),
        Err(error) => tracing::error!(error = &error as &dyn std::error::Error, "job.views"),
    }
}

async fn sweep(shop: Shop) {
    match service::outbox::prune(&shop, shop.settled_now()).await {
        Ok(0) => {}
        Ok(rows) => tracing::info!(retention.messages = rows, "job.retention"),
        Err(error) => tracing::error!(error = &error as &dyn std::error::Error, "job.retention"),
    }
    match service::retention::sweep(&shop).await {
        Ok(swept) if swept.total() == 0 => {}
        Ok(swept) => tracing::info!(
            retention.carts = swept.carts,
            retention.ordered = swept.ordered,
            retention.people = swept.people,
            retention.others = swept.others,
            "job.retention"
        ),
        Err(error) => tracing::error!(error = &error as &dyn std::error::Error, "job.retention"),
    }
}

/// Sees what other programs changed, and drops the pages that show it.
async fn follow_database(state: AppState, mut stopping: watch::Receiver<bool>) {
    let mut ticks = interval(LOOK);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut seen = state.shop.versions();
    loop {
        tokio::select! {
            _ = ticks.tick() => {}
            _ = stopping.wait_for(|stop| *stop) => return,
        }
        // A database that is gone is reported by those who need it.
        if let Err(error) = state.shop.look().await {
            tracing::debug!(error = &error as &dyn std::error::Error, "job.follow");
            continue;
        }
        let versions = state.shop.versions();
        if !Arc::ptr_eq(&versions, &seen) {
            seen = versions;
            state.pages.drop_stale(&state);
        }
    }
}

async fn reload_assets(state: AppState, folder: PathBuf, mut stopping: watch::Receiver<bool>) {
    let mut seen: Option<SystemTime> = None;
    let mut ticks = interval(Duration::from_millis(300));
    loop {
        tokio::select! {
            _ = ticks.tick() => {}
            _ = stopping.wait_for(|stop| *stop) => return,
        }
        let changed = std::fs::metadata(folder.join("manifest.json"))
            .and_then(|m| m.modified())
            .ok();
        if changed != seen {
            seen = changed;
            if let Ok(assets) = Assets::load(&folder) {
                state.assets.store(Arc::new(assets));
            }
        }
    }
}
