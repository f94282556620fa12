//! When one may come, and where else the cooperative is found.

use domain::shop_page::{Closure, OpenDays};
use domain::view::Shown;
use domain::{Day, Locale, WebLink};
use l10n::{Text, format, t};
use leptos::prelude::*;

use super::prose::paragraphs;
use crate::icon::{Icon, IconName};
use crate::text::ShownText;
use crate::words::{Say, words};

pub(super) fn hours(text: Option<Shown>, week: Vec<OpenDays>, closures: Vec<Closure>, locale: Locale) -> impl IntoView {
    let has_hours = !week.is_empty() || !closures.is_empty();
    let text = text.map(|shown| paragraphs(shown, locale));
    let daily = words().get(t::STATIONS_HOURS_DAILY);
    let lines = week
        .into_iter()
        .map(|open| {
            let days = if open.days.len() == 7 {
                daily.clone()
            } else {
                format::weekdays(locale, &open.days)
            };
            let time = format::time_range(locale, open.opens, open.closes);
            view! { <li><bdi>{days}</bdi>" "<bdi dir="ltr" class="c-num">{time}</bdi></li> }
        })
        .collect_view();
    let closed = closures
        .into_iter()
        .map(|closure| {
            let day = |day: &str| {
                Day::parse(day)
                    .map(|day| format::date(locale, day.start_ms()))
                    .unwrap_or_default()
            };
            let says = if closure.from == closure.until {
                t::shopfront_closed_day(day(&closure.from))
            } else {
                t::shopfront_closed(day(&closure.from), day(&closure.until))
            };
            let reason = closure.reason.map(|shown| view! { " · "<ShownText shown/> });
            view! { <li><Say text=says/>{reason}</li> }
        })
        .collect_view();
    let hours =
        has_hours.then(|| view! { <div class="c-hours"><Icon name=IconName::Clock/><ul>{lines}{closed}</ul></div> });
    view! { {text}{hours} }
}

/// A link to a place outside of the shop, which learns nothing of where the reader came from.
fn outside(link: WebLink, text: Text) -> impl IntoView {
    let host = link.host().to_owned();
    view! {
        <a class="c-link" href=link.into_string() rel="external nofollow ugc noreferrer">
            <Say text/>" "<bdi dir="ltr">{host}</bdi>
        </a>
    }
}

pub(super) fn video(link: WebLink, caption: Option<Shown>, locale: Locale) -> impl IntoView {
    let caption = caption.map(|shown| paragraphs(shown, locale));
    view! { {caption}<p>{outside(link, t::SHOPFRONT_VIDEO)}</p> }
}

pub(super) fn contact(
    text: Option<Shown>,
    wechat: String,
    douyin: String,
    link: Option<WebLink>,
    map: Option<WebLink>,
    locale: Locale,
) -> impl IntoView {
    let text = text.map(|shown| paragraphs(shown, locale));
    let handle = |name: Text, handle: String| {
        (!handle.is_empty())
            .then(|| view! { <div><dt><Say text=name/></dt><dd><bdi dir="ltr">{handle}</bdi></dd></div> })
    };
    let link = link.map(|link| view! { <p>{outside(link, t::SHOPFRONT_LINK)}</p> });
    let map = map.map(|map| view! { <p><Icon name=IconName::Pin/>" "{outside(map, t::SHOPFRONT_MAP)}</p> });
    let handles = (!wechat.is_empty() || !douyin.is_empty()).then(|| {
        view! { <dl class="c-facts">{handle(t::SHOPFRONT_WECHAT, wechat)}{handle(t::SHOPFRONT_DOUYIN, douyin)}</dl> }
    });
    view! { {text}{handles}{link}{map} }
}
