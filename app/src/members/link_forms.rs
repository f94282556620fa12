//! Inviting by a link: the links that are good, and the form for another one.

use domain::CooperativeId;
use l10n::{format, t};
use leptos::prelude::*;
use service::FieldErrors;
use service::members::{InviteLink, link_roles};

use crate::cx::Cx;
use crate::form_key::FormKey;
use crate::membership_words::role_text;
use crate::query::value_of;
use crate::routes::{AccountJoin, StudioMembers};
use crate::sharing::QrCode;
use crate::ui::{Choice, Hidden, Html, IntoHtml, SelectField, TextField};

/// What the address of the page says with "1" when a link was just made.
const MADE: &str = "made";

/// Where the page goes on after `command` was done: to the link that was just made, or to its top.
pub(super) fn place_after(cx: &Cx, command: &str) -> String {
    let page = format!("{}?saved=1", cx.url(&StudioMembers::new()));
    if command == "link" {
        format!("{page}&{MADE}=1#links")
    } else {
        page
    }
}

/// The links, and the form.
#[component]
pub(super) fn InviteLinks(
    /// The cooperative.
    cooperative: CooperativeId,
    /// Its links.
    links: Vec<InviteLink>,
    /// What is wrong with the form for another one.
    errors: FieldErrors,
) -> Html {
    let cx = Cx::here();
    let choices = link_roles(cooperative)
        .into_iter()
        .map(|role| Choice::new(role.as_str(), cx.t(role_text(role))))
        .collect();
    // The one that was just made stands first, and open: to be sent.
    let is_made = value_of(cx.query(), MADE) == "1";
    let open = links
        .into_iter()
        .enumerate()
        .map(|(at, link)| view! { <OpenLink link is_open={is_made && at == 0}/> })
        .collect_view();
    view! {
        <section class="c-card c-stack" id="links" data-testid="links">
            <h2 class="c-card__title">{cx.t(t::MEMBERS_LINK_TITLE)}</h2>
            <p class="c-muted">{cx.t(t::MEMBERS_LINK_TEXT)}</p>
            {open}
            <form class="c-form" method="post" action=cx.url(&StudioMembers::new()) novalidate data-testid="make-link">
                <FormKey/>
                <Hidden name="command" value="link"/>
                <SelectField
                    name="link-role"
                    label=cx.t(t::MEMBERS_ROLE)
                    value=""
                    placeholder=cx.t(t::MEMBERS_ROLE_CHOOSE)
                    groups=vec![(String::new(), choices)]
                    error=errors.of("link-role")
                />
                <p><button class="c-button">{cx.t(t::MEMBERS_LINK_MAKE)}</button></p>
            </form>
        </section>
    }
    .into_html()
}

/// One link: to send, to scan, and to take back.
#[component]
fn OpenLink(
    /// The link.
    link: InviteLink,
    /// Whether it is shown at once.
    is_open: bool,
) -> Html {
    let cx = Cx::here();
    let url = format!("{}{}", cx.public_url(), cx.url(&AccountJoin::new(&link.code)));
    let until = format::date_time(cx.locale(), link.expires_at);
    let summary = cx.tv(t::members_link_good(cx.t(role_text(link.role)), until));
    view! {
        <details class="c-stack" open=is_open data-testid="open-link">
            <summary>{summary}</summary>
            <TextField name=format!("url-{}", link.id) label=cx.t(t::MEMBERS_LINK) value=url.clone() is_ltr=true maxlength=2000/>
            <QrCode link=url label=cx.t(t::MEMBERS_LINK_QR)/>
            <form method="post" action=cx.url(&StudioMembers::new()) data-testid="end-link">
                <FormKey/>
                <Hidden name="link" value=link.id.to_string()/>
                <button class="c-button c-button--quiet" name="command" value="end-link">{cx.t(t::MEMBERS_LINK_END)}</button>
            </form>
        </details>
    }
    .into_html()
}
