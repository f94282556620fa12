//! What stands round every page: the document's head, header, bottom bar, footer; and the pages that say what went
//! wrong.

use domain::{ErrorCode, Locale};
use islands::{BadgeProps, ToastProps};
use l10n::language::page_data;
use l10n::{Text, t};
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;
use leptos::tachys::html::InertElement;

use crate::area::area_of;
use crate::cx::Cx;
use crate::error::AppError;
use crate::manifest;
use crate::meta::Meta;
use crate::routes::{About, Apply, Cart, Favourites, Home, Orders, Products, Returns, Search, Shops, SignIn, Stations};
use crate::saving_switch::SavingSwitch;
use crate::sent_form::SentForm;
use crate::sharing::SharedHead;
use crate::texts_bar::TextsBar;
use crate::try_again::TryAgain;
use crate::ui::safe::PageTitle;
use crate::ui::{Html, Icon, IconName, IntoHtml, wait_text};

/// The whole document.
#[component]
pub fn Document(
    /// What the head says.
    meta: Meta,
    /// The page itself, inside `<main>`.
    content: Html,
) -> Html {
    let cx = Cx::here();
    let locale = cx.locale();
    // A page that is put into this document brings no element of its own to read it from.
    let language = (!cx.is_navigation()).then(|| page_data(locale, is_work(&cx)));
    let menu = meta.menu;
    view! {
        {InertElement::new("<!doctype html>")}
        <html
            lang=locale.bcp47()
            data-language=language
            data-place=(!cx.is_navigation()).then(|| locale.index().to_string())
            dir=locale.dir().as_str()
            // What messengers read as `itemprop` is the page's own.
            {..custom_attribute("itemscope", "")}
            {..custom_attribute("itemtype", "https://schema.org/WebPage")}
        >
            <Head meta/>
            <body>
                <a class="c-skip" href="#main">{cx.tv(t::NAV_SKIP_CONTENT)}</a>
                <Header menu/>
                <main id="main" class="c-main" tabindex="-1">{content}</main>
                <Footer/>
                {islands::toast_island(ToastProps::new(cx.texts(), cx.locale(), cx.url(&Cart::new())))}
                <TextsBar/>
                <Scripts/>
            </body>
        </html>
    }
    .into_html()
}

/// Whether what work areas show may be shown in this document, by its own scripts or by what comes later.
fn is_work(cx: &Cx) -> bool {
    cx.is_work_area() || cx.marks().is_some() || !cx.assets().has_work_scripts()
}

/// Title, style and what search engines and shared links read.
#[component]
fn Head(
    /// What it says.
    meta: Meta,
) -> Html {
    let cx = Cx::here();
    let title = if meta.title.is_empty() {
        cx.t(t::SITE_NAME)
    } else {
        cx.t(t::site_page_title(meta.title.as_str()))
    };
    // A title is plain text: the isolating characters round its argument would be shown as boxes by some systems.
    let title: String = title
        .chars()
        .filter(|c| !matches!(c, '\u{2066}'..='\u{2069}'))
        .collect();
    let description = if meta.description.is_empty() {
        cx.t(t::SITE_TAGLINE)
    } else {
        meta.description.clone()
    };
    // The macro does not read the keyword `as`.
    let is_early = !cx.saves_data() && !cx.is_navigation();
    let first = meta
        .preload
        .as_ref()
        .filter(|(picture, _)| is_early && !picture.key.is_empty());
    let picture = first.map(|(picture, shape)| {
        let (sizes, width) = components::preload_of(picture, *shape);
        let image = custom_attribute("as", "image");
        view! {
            <link rel="preload" {..image} type="image/webp" imagesrcset=sizes imagesizes=width fetchpriority="high"/>
        }
    });
    let font = (cx.locale() == Locale::Ug)
        .then(|| cx.assets().url("uyghur-400.woff2"))
        .flatten()
        .map(|url| {
            let font = custom_attribute("as", "font");
            view! { <link rel="preload" {..font} type="font/woff2" crossorigin="anonymous" href=url/> }
        });
    let style = (!cx.is_navigation()).then(|| InertElement::new(cx.assets().style.to_string()));
    // Where one comes from the shop into a work area without a new document, it has that style beforehand.
    let work_style =
        (is_work(&cx) && !cx.is_navigation()).then(|| InertElement::new(cx.assets().work_style.to_string()));
    // Who writes texts has the button that saves them above the keyboard, not behind it.
    let viewport = if area_of(cx.path()) == "translate" {
        "width=device-width,initial-scale=1,viewport-fit=cover,interactive-widget=resizes-content"
    } else {
        "width=device-width,initial-scale=1,viewport-fit=cover"
    };
    let favicon = cx
        .assets()
        .url("favicon.svg")
        .map(|url| view! { <link rel="icon" type="image/svg+xml" href=url/> });
    view! {
        <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content=viewport/>
            <PageTitle text=title/>
            {font}
            {picture}
            {style}
            {work_style}
            <meta name="description" content=description/>
            <meta name="color-scheme" content="light dark"/>
            <meta name="theme-color" {..custom_attribute("media", "(prefers-color-scheme:light)")} content=manifest::LIGHT/>
            <meta name="theme-color" {..custom_attribute("media", "(prefers-color-scheme:dark)")} content=manifest::DARK/>
            // Numbers in texts are not all telephone numbers; those that are have links.
            <meta name="format-detection" content="telephone=no"/>
            <SharedHead meta/>
            {favicon}
            <link rel="apple-touch-icon" href=manifest::touch_icon(cx.assets())/>
            <link rel="manifest" href=manifest::url(cx.locale())/>
        </head>
    }
    .into_html()
}

/// Name, languages, search, and the ways through the shop: on phones a bar under the thumb. A work area has its name in place of
/// the search, in one line, and may have ways of its own under the thumb.
#[component]
fn Header(
    /// The work area's menu.
    menu: Option<fn() -> Html>,
) -> Html {
    let cx = Cx::here();
    let logo = cx
        .assets()
        .url("logo.svg")
        .map(|src| view! { <img src=src width="40" height="40" alt=""/> });
    let work = work_area_name(&cx);
    let class = if work.is_some() {
        "c-header c-header--work"
    } else {
        "c-header"
    };
    let search = (work.is_none() && menu.is_none()).then(|| view! { <ShopSearch/> });
    let area = work.map(|name| view! { <span class="c-header__area">{cx.tv(name)}</span> });
    view! {
        <header class=class>
            <a class="c-header__home" href=cx.url(&Home::new())>{logo}<span>{cx.tv(t::SITE_NAME)}</span></a>
            {area}
            <Languages/>
            {search}
            {menu.map_or_else(|| view! { <MainMenu/> }.into_html(), |menu| menu())}
        </header>
    }
    .into_html()
}

/// What the work area is called that the page belongs to; nothing on the pages of the shop and of one's account.
fn work_area_name(cx: &Cx) -> Option<Text> {
    match area_of(cx.path()) {
        "centre" => Some(t::MEMBERS_CENTRE),
        "desk" => Some(t::DESK_TITLE),
        "studio" => Some(t::STUDIO_TITLE),
        "translate" => Some(t::TRANSLATE_NAV),
        _ => None,
    }
}

/// The search through the shop; a work area has none of its own.
#[component]
fn ShopSearch() -> Html {
    let cx = Cx::here();
    let query = if cx.path() == "/search" {
        query_value(cx.query(), "q")
    } else {
        String::new()
    };
    view! {
        <form class="c-search" role="search" action=cx.url(&Search::new()) data-suggest=cx.assets().url("suggest.js")>
            <input
                type="search"
                name="q"
                // Empty, the field keeps the page's direction: its hint would start at the wrong side.
                dir=(!query.is_empty()).then_some("auto")
                value=query.clone()
                maxlength="200"
                enterkeyhint="search"
                aria-label=cx.t(t::NAV_SEARCH)
                placeholder=cx.t(t::SHELL_SEARCH_HINT)
            />
            <button aria-label=cx.t(t::BUTTON_SEARCH)><Icon name=IconName::Search/></button>
        </form>
    }
    .into_html()
}

/// Links to this page in the other languages, each by its own name.
#[component]
fn Languages() -> Html {
    let cx = Cx::here();
    let links = Locale::all()
        .iter()
        .copied()
        .filter(|other| *other != cx.locale())
        .map(|other| {
            let tag = other.bcp47();
            view! { <a href=cx.here_in(other) hreflang=tag lang=tag dir=other.dir().as_str()>{other.native_name()}</a> }
        })
        .collect_view();
    view! { <nav class="c-languages" aria-label=cx.t(t::NAV_LANGUAGE)>{links}</nav> }.into_html()
}

/// The five places one goes to most.
#[component]
fn MainMenu() -> Html {
    let cx = Cx::here();
    let link = |url: String, icon: IconName, text: Text, is_here: bool| {
        view! {
            <a href=url aria-current=is_here.then_some("page")><Icon name=icon/><span>{cx.tv(text)}</span></a>
        }
    };
    let is_below = |place: &str| cx.path().starts_with(place);
    view! {
        <nav class="c-menu" aria-label=cx.t(t::NAV_MAIN)>
            {link(cx.url(&Home::new()), IconName::Home, t::NAV_HOME, cx.path().is_empty())}
            {link(cx.url(&Products::new()), IconName::Menu, t::SHELL_PRODUCTS_SHORT, is_below("/products"))}
            {link(cx.url(&Shops::new()), IconName::Shop, t::SHELL_COOPERATIVES_SHORT, is_below("/shops"))}
            // On a phone it stands in the footer: five places are as many as fit under the thumb.
            <a class="c-menu__wide" href=cx.url(&Stations::new()) aria-current=is_below("/stations").then_some("page")>
                <Icon name=IconName::Station/><span>{cx.tv(t::SHELL_STATIONS_SHORT)}</span>
            </a>
            {link(cx.url(&Orders::new()), IconName::Truck, t::OFFLINE_ORDERS_SHORT, is_below("/orders"))}
            <a class="c-menu__cart" href=cx.url(&Cart::new()) aria-current=is_below("/cart").then_some("page")>
                <Icon name=IconName::Cart/>
                <span>{cx.tv(t::SHELL_CART_SHORT)}</span>
                {islands::badge_island(BadgeProps { count: cx.cart_count() })}
            </a>
        </nav>
    }
    .into_html()
}

/// What one looks for at the end of a page.
#[component]
fn Footer() -> Html {
    let cx = Cx::here();
    let link = |url: String, text: Text| view! { <li><a href=url>{cx.tv(text)}</a></li> };
    view! {
        <footer class="c-footer">
            <div class="c-footer__inside">
                <p class="c-footer__about"><strong>{cx.tv(t::SITE_NAME)}</strong><br/>{cx.tv(t::FOOTER_ABOUT)}</p>
                <ul>
                    {link(cx.url(&Orders::new()), t::SHELL_FOOTER_ORDER)}
                    {link(cx.url(&Favourites::new()), t::FAVOURITES_TITLE)}
                    {link(cx.url(&About::new()), t::FOOTER_HELP)}
                    {link(cx.url(&Returns::new()), t::RETURNS_TITLE)}
                    {link(cx.url(&Stations::new()), t::NAV_STATIONS)}
                </ul>
                <ul>
                    {link(cx.url(&Shops::new()), t::NAV_COOPERATIVES)}
                    {link(cx.url(&Products::new()), t::NAV_PRODUCTS)}
                    {link(cx.url(&SignIn::new()), t::SHELL_FOOTER_SIGN_IN)}
                    {link(cx.url(&Apply::new()), t::APPLICATION_LINK)}
                </ul>
                {(!cx.is_work_area()).then(|| view! { <SavingSwitch/> })}
            </div>
        </footer>
    }
    .into_html()
}

/// The scripts, all after the page: it works without them.
#[component]
fn Scripts() -> Html {
    let cx = Cx::here();
    let assets = cx.assets();
    let reload = cx.is_dev().then(|| {
        // Which texts this page has: later ones are shown in it.
        let src = format!("/dev/reload.js?{}", cx.shop().texts().generation());
        view! { <script async src=src></script> }
    });
    if cx.marks().is_some() {
        let texts = assets
            .url("texts.js")
            .map(|src| view! { <script type="module" async src=src></script> });
        return view! { {texts}{reload} }.into_html();
    }
    // What makes a shop's page more than it is by itself.
    let is_full = cx.is_work_area() || !cx.saves_data();
    let file = |end: &str| {
        if !is_full {
            return None;
        }
        // A developer's build has one bundle.
        let work = cx.is_work_area().then(|| assets.url(&["work", end].concat())).flatten();
        work.or_else(|| assets.url(&["frontend", end].concat()))
    };
    let start = assets.url("start.js").map(|src| {
        view! {
            <script
                type="module"
                async
                src=src
                data-build=assets.build().to_owned()
                data-js=file(".js")
                data-wasm=file(".wasm")
                data-later=assets.url("later.js").filter(|_| is_full)
                data-worker=is_full.then_some(manifest::WORKER)
                data-offline=cx.t(t::ISLAND_OFFLINE)
            ></script>
        }
    });
    view! { {start}{reload} }.into_html()
}

/// The first value of `name` in a query string.
fn query_value(query: &str, name: &str) -> String {
    serde_urlencoded::from_str::<Vec<(String, String)>>(query)
        .unwrap_or_default()
        .into_iter()
        .find_map(|(key, value)| (key == name).then_some(value))
        .unwrap_or_default()
}

/// A page that says what went wrong, what was kept, and where to go from here.
#[component]
pub fn ErrorPage(
    /// What went wrong.
    error: AppError,
    /// The form that was sent, if one was.
    sent: SentForm,
) -> Html {
    let cx = Cx::here();
    let heading = match error.code {
        ErrorCode::NotFound | ErrorCode::NotAllowed => t::SHELL_ERROR_MISSING_TITLE,
        ErrorCode::Busy | ErrorCode::Unavailable | ErrorCode::TooManyAttempts | ErrorCode::TooFast => {
            t::SHELL_ERROR_BUSY_TITLE
        }
        ErrorCode::Internal => t::SHELL_ERROR_INTERNAL_TITLE,
        ErrorCode::SoldOut | ErrorCode::PriceChanged | ErrorCode::FreightChanged | ErrorCode::InvalidTransition => {
            t::SHELL_ERROR_CHANGED_TITLE
        }
        _ => t::ERROR_TITLE,
    };
    let reference = error
        .reference
        .map(|reference| view! { <p class="c-muted">{cx.tv(t::error_reference(reference))}</p> });
    let wait = error
        .retry_after
        .filter(|_| matches!(error.code, ErrorCode::TooFast | ErrorCode::TooManyAttempts))
        .map(|seconds| view! { <p>{wait_text(&cx, seconds)}</p> });
    let cart = matches!(
        error.code,
        ErrorCode::SoldOut
            | ErrorCode::PriceChanged
            | ErrorCode::FreightChanged
            | ErrorCode::IdempotencyMismatch
            | ErrorCode::AmountTooLarge
    )
    .then(|| view! { <a class="c-button c-button--primary" href=cx.url(&Cart::new())>{cx.tv(t::SHELL_CART_SEE)}</a> });
    // A work area's form for something that somebody else took away meanwhile: brought back, it takes what was typed.
    let is_gone_from_work = error.code == ErrorCode::NotFound && cx.actor().user().is_some() && sent.fields().is_some();
    let kept = is_gone_from_work.then(|| view! { <p>{cx.t(t::SHELL_ERROR_KEPT)}</p> });
    // It was not read to its end, so what was written is nowhere but in the browser.
    let back = sent
        .is_too_large()
        .then(|| view! { <p data-testid="back">{cx.t(t::SHELL_ERROR_BACK)}</p> });
    let is_passing = matches!(
        error.code,
        ErrorCode::Busy | ErrorCode::Unavailable | ErrorCode::TooFast | ErrorCode::Internal
    );
    let again = (is_passing || is_gone_from_work).then(|| view! { <TryAgain sent place=place_to_try_again(&cx)/> });
    let products = (cart.is_none() && again.is_none()).then(|| {
        view! { <a class="c-button c-button--primary" href=cx.url(&Products::new())>{cx.tv(t::SHELL_ERROR_PRODUCTS)}</a> }
    });
    view! {
        <section class="c-empty">
            <div class="c-empty__bowl" aria-hidden="true"></div>
            <h1 class="c-title">{cx.tv(heading)}</h1>
            <p>{cx.t_id(&format!("error-{}", error.code.as_str()))}</p>
            {kept}
            {back}
            {wait}
            {reference}
            <div class="c-actions">
                {cart}
                {again}
                {products}
                <a class="c-button" href=cx.url(&Home::new())>{cx.tv(t::NAV_HOME)}</a>
            </div>
        </section>
    }
    .into_html()
}

/// The page to open again; an address that only takes forms has none, so there it is the page the form stood on.
fn place_to_try_again(cx: &Cx) -> String {
    let path = cx.path();
    if path.starts_with("/cart/") {
        cx.url(&Cart::new())
    } else if path.ends_with("/cancel") || path.starts_with("/account/") {
        cx.url(&Home::new())
    } else {
        cx.here_in(cx.locale())
    }
}
