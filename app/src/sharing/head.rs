//! What a page's head says to search engines and to messengers.

use domain::Locale;
use l10n::t;
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;
use leptos::tachys::html::InertElement;

use super::card::shop_preview;
use crate::cx::Cx;
use crate::meta::{Meta, SharedPicture, SharedPrice};
use crate::ui::{Html, IntoHtml};

/// Robots, the one address, the other languages, the picture, and what the page is about.
#[component]
pub(crate) fn SharedHead(
    /// What the page says about itself.
    meta: Meta,
) -> Html {
    let cx = Cx::here();
    let is_found = !meta.private && !meta.unlisted;
    let robots = (!is_found).then(|| view! { <meta name="robots" content="noindex"/> });
    let places = Places::of(&cx, meta.canonical.as_deref());
    let known = is_found.then(|| {
        let alternates = Locale::all()
            .iter()
            .map(|other| view! { <link rel="alternate" hreflang=other.bcp47() href=places.in_language(*other)/> })
            .collect_view();
        view! {
            <link rel="canonical" href=places.in_language(cx.locale())/>
            {alternates}
            <link rel="alternate" hreflang="x-default" href=places.in_any_language()/>
        }
    });
    // Who sends on a page of their own sends no picture of it.
    let shared = (!meta.private).then(|| shared_of(&cx, &meta, places.in_language(cx.locale())));
    let data = meta
        .data
        .map(|json| InertElement::new(format!("<script type=\"application/ld+json\">{json}</script>")));
    view! { {robots}{known}{shared}{data} }.into_html()
}

/// The addresses of a page.
struct Places {
    public: String,
    /// What follows the language.
    rest: String,
}

impl Places {
    fn of(cx: &Cx, canonical: Option<&str>) -> Self {
        let beginning = format!("/{}", cx.locale().code());
        let rest = canonical.and_then(|url| url.strip_prefix(&beginning));
        Self {
            public: cx.public_url().to_owned(),
            // What somebody adds to an address makes no other page of it.
            rest: rest.unwrap_or_else(|| cx.path()).to_owned(),
        }
    }

    fn in_language(&self, locale: Locale) -> String {
        format!("{}/{}{}", self.public, locale.code(), self.rest)
    }

    /// For whoever reads none of the shop's languages: its front door, which looks at what the browser asks for; of other pages
    /// the language of most.
    fn in_any_language(&self) -> String {
        if self.rest.is_empty() {
            format!("{}/", self.public)
        } else {
            self.in_language(Locale::default())
        }
    }
}

/// Open Graph, and what of it Twitter, WeChat and QQ call otherwise.
fn shared_of(cx: &Cx, meta: &Meta, url: String) -> Html {
    let site = cx.shop().texts().plain(cx.locale(), t::SITE_NAME);
    let title = meta.shared_title.as_ref().unwrap_or(&meta.title);
    let title = if title.is_empty() {
        site.clone()
    } else {
        without_direction(title)
    };
    let description = if meta.description.is_empty() {
        cx.shop().texts().plain(cx.locale(), t::SITE_TAGLINE)
    } else {
        without_direction(&meta.description)
    };
    let kind = if meta.price.is_some() { "product" } else { "website" };
    let others = Locale::all()
        .iter()
        .filter(|other| **other != cx.locale())
        .map(|other| property("og:locale:alternate", territory(*other)))
        .collect_view();
    let picture = meta.picture.clone().unwrap_or_else(|| shop_preview(cx));
    let price = meta.price.as_ref().map(price_of);
    let square = picture.square.clone().unwrap_or_else(|| picture.path.clone());
    let square = format!("{}{square}", cx.public_url());
    view! {
        {property("og:type", kind)}
        {property("og:site_name", site)}
        {property("og:locale", territory(cx.locale()))}
        {others}
        {property("og:url", url)}
        {property("og:title", title.clone())}
        {property("og:description", description)}
        {picture_of(cx, picture)}
        {price}
        <meta name="twitter:card" content="summary_large_image"/>
        <meta {..custom_attribute("itemprop", "name")} content=title/>
        <meta {..custom_attribute("itemprop", "image")} content=square/>
    }
    .into_html()
}

fn picture_of(cx: &Cx, picture: SharedPicture) -> Html {
    let (width, height) = picture.sides;
    view! {
        {property("og:image", format!("{}{}", cx.public_url(), picture.path))}
        {property("og:image:type", "image/jpeg")}
        {property("og:image:width", width.to_string())}
        {property("og:image:height", height.to_string())}
        {property("og:image:alt", without_direction(&picture.alt))}
    }
    .into_html()
}

fn price_of(price: &SharedPrice) -> Html {
    let availability = if price.is_there { "in stock" } else { "out of stock" };
    view! {
        {property("product:price:amount", price.amount.clone())}
        {property("product:price:currency", price.currency)}
        {property("product:availability", availability)}
    }
    .into_html()
}

fn property(name: &'static str, content: impl Into<String>) -> Html {
    let content: String = content.into();
    view! { <meta {..custom_attribute("property", name)} content=content/> }.into_html()
}

/// A language with the country it is read in, as Open Graph names it; an added one by its code alone.
fn territory(locale: Locale) -> &'static str {
    match locale {
        Locale::Ug => "ug_CN",
        Locale::Zh => "zh_CN",
        Locale::Es => "es_ES",
        Locale::Added(_) => locale.code(),
    }
}

/// Outside of a page nothing reads the characters that isolate an argument; some show them as boxes.
fn without_direction(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\u{2066}'..='\u{2069}')).collect()
}
