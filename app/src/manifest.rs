//! What a phone needs to put the shop on its home screen, in each language, and the icons it puts there.

use domain::Locale;
use l10n::t;
use serde_json::{Value, json};

use crate::assets::Assets;
use crate::cx::AppState;
use crate::routes::{Cart, Orders, Route, Search};

/// The ground of a page by day, as `style/tokens.css` has it.
pub const LIGHT: &str = "#faf5ea";
/// The same by night.
pub const DARK: &str = "#1c1510";

/// The address of the service worker: it watches over what lies beside and below it.
pub const WORKER: &str = "/service-worker.js";

/// The sides an icon is made in, pixels.
pub const SIDES: [u32; 3] = [180, 192, 512];
/// The side that iPhones ask for.
const TOUCH: u32 = 180;
/// The drawing they are made from. It fills its square, and what is drawn keeps away from the edge, so that a phone may cut
/// it to any shape.
pub const DRAWING: &str = "icon.svg";

/// The address of a language's manifest.
pub fn url(locale: Locale) -> String {
    format!("/manifest/{}", locale.code())
}

/// The address of an icon; another drawing has others.
fn icon(assets: &Assets, side: u32) -> String {
    let name = assets.url(DRAWING).unwrap_or_default();
    let version = name.rsplit('.').nth(1).unwrap_or_default();
    format!("/icons/{side}.png?v={version}")
}

/// The icon for iPhones.
pub(crate) fn touch_icon(assets: &Assets) -> String {
    icon(assets, TOUCH)
}

/// The manifest. Whatever the language, it is one and the same app on a phone.
pub fn of(state: &AppState, locale: Locale) -> Value {
    let texts = state.shop.texts();
    let text = |text: l10n::Text| texts.get(locale, text);
    let assets = state.assets.load();
    let icons: Vec<Value> = SIDES
        .into_iter()
        .filter(|side| *side != TOUCH)
        .flat_map(|side| {
            ["any", "maskable"].map(|purpose| {
                json!({
                    "src": icon(&assets, side),
                    "sizes": format!("{side}x{side}"),
                    "type": "image/png",
                    "purpose": purpose,
                })
            })
        })
        .collect();
    let shortcut = |name: l10n::Text, url: String| json!({ "name": text(name), "url": url });
    json!({
        "id": "/",
        "name": text(t::SITE_NAME),
        "short_name": text(t::SITE_NAME),
        "description": text(t::SITE_TAGLINE),
        "lang": locale.bcp47(),
        "dir": locale.dir().as_str(),
        "start_url": format!("/{}", locale.code()),
        "scope": "/",
        "display": "standalone",
        "background_color": LIGHT,
        "theme_color": LIGHT,
        "categories": ["shopping", "food"],
        "icons": icons,
        "shortcuts": [
            shortcut(t::OFFLINE_ORDERS_TITLE, Orders::new().url(locale)),
            shortcut(t::CART_TITLE, Cart::new().url(locale)),
            shortcut(t::NAV_SEARCH, Search::new().url(locale)),
        ],
    })
}
