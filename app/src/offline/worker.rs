//! The service worker as it is sent: the script of `frontend/service-worker`, and before it the words it puts into pages.

use domain::Locale;
use html_escape::encode_text;
use l10n::{Message, Text, t};
use serde_json::{Value, json};

use crate::cx::AppState;

/// A worker that ends the one before and all its copies. What waits to be sent stays, for a worker that comes later.
pub const ENDS: &str = "addEventListener('install',()=>self.skipWaiting());\
    addEventListener('activate',(event)=>event.waitUntil((async()=>{\
    for(const name of await caches.keys())if(name.startsWith('bazar-'))await caches.delete(name);\
    await registration.unregister()})()));\n";

/// Ages of a copy that have words, each from then on: minutes, hours, days.
const MINUTES: [i64; 8] = [1, 2, 5, 10, 15, 20, 30, 45];
const HOURS: [i64; 6] = [1, 2, 3, 6, 12, 18];
const DAYS: [i64; 7] = [1, 2, 3, 5, 7, 14, 30];

/// The script; nothing when the site was built without.
///
/// # Errors
/// When its file cannot be read.
pub fn script(state: &AppState) -> std::io::Result<Option<String>> {
    let assets = state.assets.load();
    let Some(file) = assets.file("service-worker.js") else {
        return Ok(None);
    };
    let script = std::fs::read_to_string(file)?;
    let words: serde_json::Map<String, Value> = Locale::all()
        .iter()
        .map(|locale| (locale.code().to_owned(), words(state, *locale)))
        .collect();
    // Another build is another script: the browser notices, and the new worker fetches the pages that stand in for others.
    let parts = ["start.js", "style.css", "work.css"].map(|name| assets.url(name).unwrap_or_default());
    let build = [assets.build(), &parts.concat()].concat();
    let shop = json!({
        "build": build,
        "languages": Locale::all().iter().map(|locale| locale.code()).collect::<Vec<_>>(),
        "words": words,
    });
    Ok(Some(format!("self.SHOP={shop};\n{script}")))
}

/// What it says in one language, as HTML but for what islands show.
fn words(state: &AppState, locale: Locale) -> Value {
    let texts = state.shop.texts();
    let plain = |text: Text| texts.get(locale, text);
    let html = |text: Text| encode_text(&texts.get(locale, text)).into_owned();
    let aged = |seconds: i64, text: Message<'_>| json!([seconds, encode_text(&texts.get(locale, text))]);
    let ages: Vec<Value> = std::iter::once(aged(0, t::OFFLINE_SAVED_NOW.into()))
        .chain(MINUTES.map(|n| aged(n * 60, t::offline_saved_minutes(n))))
        .chain(HOURS.map(|n| aged(n * 3_600, t::offline_saved_hours(n))))
        .chain(DAYS.map(|n| aged(n * 86_400, t::offline_saved_days(n))))
        .collect();
    json!({
        "tag": locale.bcp47(),
        "dir": locale.dir().as_str(),
        "ages": ages,
        "away": html(t::OFFLINE_AWAY),
        "slow": html(t::OFFLINE_SLOW),
        "title": html(t::OFFLINE_TITLE),
        "text": html(t::OFFLINE_TEXT),
        "seen": html(t::OFFLINE_SEEN),
        "unsent": html(t::OFFLINE_UNSENT),
        "unforgotten": html(t::OFFLINE_UNFORGOTTEN),
        "again": html(t::BUTTON_TRY_AGAIN),
        "home": html(t::NAV_HOME),
        "waits": html(t::OFFLINE_WAITS),
        "see": html(t::OFFLINE_SEE),
        "cartWaits": plain(t::OFFLINE_CART_WAITS),
        "cartKept": html(t::OFFLINE_CART_KEPT),
        "cartRefused": html(t::OFFLINE_CART_REFUSED),
        "orderWaits": html(t::OFFLINE_ORDER_WAITS),
        "orderAsks": html(t::OFFLINE_ORDER_ASKS),
        "orderLook": html(t::OFFLINE_ORDER_LOOK),
        "orderSent": html(t::OFFLINE_ORDER_SENT),
        "orderLate": html(t::OFFLINE_ORDER_LATE),
        "orderSee": html(t::OFFLINE_ORDER_SEE),
        "send": html(t::OFFLINE_SEND),
        "drop": html(t::OFFLINE_DROP),
        "dropAsk": html(t::OFFLINE_DROP_ASK),
        "dropSure": html(t::OFFLINE_DROP_SURE),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_grow() {
        let steps: Vec<i64> = (MINUTES.map(|n| n * 60).into_iter())
            .chain(HOURS.map(|n| n * 3_600))
            .chain(DAYS.map(|n| n * 86_400))
            .collect();
        assert!(steps.is_sorted());
    }
}
