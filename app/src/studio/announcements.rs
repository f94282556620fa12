//! What the Centre tells the cooperatives: new ones on the first page, all of them on a page of their own.

use axum::response::Response;
use domain::{Actor, AnnouncementId};
use l10n::{format, t};
use leptos::prelude::*;
use service::announcements::{self, Announcement, Listed};

use super::frame::StudioFrame;
use super::menu::studio_meta;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::routes::{Studio, StudioAnnouncements};
use crate::ui::{Hidden, Html, IntoHtml, ShownProse};

/// On the first page at the most: the day's work stands below.
const SHOWN: usize = 3;

/// All of them.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let all = announcements::all(cx.shop(), cx.actor(), cx.locale()).await?;
    Ok(cx.page(studio_meta(cx.t(t::ANNOUNCEMENTS_ALL)), || {
        view! { <AnnouncementsPage all/> }
    }))
}

/// Puts one away; then to the page it stood on.
pub async fn put_away(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    // No number is no announcement.
    let id = AnnouncementId(form.get("id").parse().unwrap_or(0));
    announcements::put_away(cx.shop(), cx.actor(), id).await?;
    let page = if form.get("from") == "list" {
        cx.url(&StudioAnnouncements::new())
    } else {
        cx.url(&Studio::new())
    };
    Ok(cx.see(&page))
}

/// Those that were not put away, the newest; nothing when there are none.
#[component]
pub(super) fn NewAnnouncements(
    /// All of them.
    all: Vec<Announcement>,
) -> Html {
    let cx = Cx::here();
    if all.is_empty() {
        return Html::new("");
    }
    let more = (all.len() > SHOWN).then(|| {
        let url = cx.url(&StudioAnnouncements::new());
        view! { <p><a class="c-link" href=url>{cx.t(t::ANNOUNCEMENTS_MORE)}</a></p> }
    });
    let shown = all
        .into_iter()
        .take(SHOWN)
        .map(|announcement| view! { <Told announcement is_new=true from="home"/> })
        .collect_view();
    view! {
        <section class="c-stack" aria-label=cx.t(t::ANNOUNCEMENTS_ALL) data-testid="new-announcements">
            {shown}
            {more}
        </section>
    }
    .into_html()
}

/// The list.
#[component]
fn AnnouncementsPage(
    /// What is over comes last.
    all: Vec<Listed>,
) -> Html {
    let cx = Cx::here();
    let list = if all.is_empty() {
        view! { <p class="c-empty">{cx.t(t::ANNOUNCEMENTS_NONE)}</p> }.into_html()
    } else {
        all.into_iter()
            .map(|row| view! { <Told announcement=row.announcement is_new=row.is_new from="list"/> })
            .collect_view()
            .into_html()
    };
    view! {
        <StudioFrame>
            <h1 class="c-title">{cx.t(t::ANNOUNCEMENTS_ALL)}</h1>
            <div class="c-stack" data-testid="announcements">{list}</div>
        </StudioFrame>
    }
    .into_html()
}

/// One of them.
#[component]
fn Told(
    /// The announcement.
    announcement: Announcement,
    /// Whether it was not put away.
    is_new: bool,
    /// The page it stands on.
    from: &'static str,
) -> Html {
    let cx = Cx::here();
    let day = |at: i64| format::date(cx.locale(), at);
    let until = announcement
        .until
        .map(|until| view! { " · "{cx.tv(t::announcements_until(day(until)))} });
    // The Centre's people at work in the cooperative's name do not put away what is meant for it.
    let may_put_away = is_new && matches!(cx.actor(), Actor::Cooperative { .. });
    let form = may_put_away.then(|| {
        view! {
            <form method="post" action=cx.url(&StudioAnnouncements::new()) data-testid="put-away">
                <Hidden name="id" value=announcement.id.to_string()/>
                <Hidden name="from" value=from/>
                <button class="c-button">{cx.t(t::ANNOUNCEMENTS_READ)}</button>
            </form>
        }
    });
    let class = if is_new { "c-notice c-stack" } else { "c-card c-stack" };
    view! {
        <article class=class data-testid="announcement">
            <p>
                <strong>{cx.t(t::ANNOUNCEMENTS_FROM)}</strong>" · "<bdi>{day(announcement.at)}</bdi>{until}
            </p>
            <ShownProse shown=announcement.text/>
            {form}
        </article>
    }
    .into_html()
}
