//! The log of who did what: newest first, narrowed by who, what, whose and when.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{AuditArea, AuditEventId, Day, FieldCode};
use l10n::{Text, t};
use leptos::prelude::*;
use service::audit::{AuditObject, AuditPage, AuditQuery, AuditView};
use service::settings::Section;

use super::audit_words::{WhoText, action_name, detail_text, thing_text};
use super::frame::CentreFrame;
use super::settings::section_name;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::page::Meta;
use crate::query::{value_of, with_query};
use crate::routes::CentreAudit;
use crate::ui::{Choice, Html, IntoHtml, Moment, SelectField, ShownName, Table, TextField};

/// A page of the log.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let asked = Asked::read(cx.query());
    let page = service::audit::list(cx.shop(), cx.actor(), cx.locale(), &asked.query()).await?;
    let status = if asked.wrong_day().is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Ok(cx.page_with(status, Meta::private(cx.t(t::CENTRE_AUDIT_TITLE)), || {
        view! { <AuditLog page asked/> }
    }))
}

/// What was asked for, as typed.
#[derive(Clone, Debug, Default)]
struct Asked {
    who: String,
    area: String,
    cooperative: String,
    day: String,
    before: Option<AuditEventId>,
}

impl Asked {
    fn read(query: &str) -> Self {
        let short = |name: &str| -> String { value_of(query, name).trim().chars().take(80).collect() };
        Self {
            who: short("who"),
            area: short("area"),
            cooperative: short("cooperative"),
            day: short("day"),
            before: value_of(query, "before").parse().ok().map(AuditEventId),
        }
    }

    fn query(&self) -> AuditQuery {
        AuditQuery {
            who: self.who.clone(),
            area: AuditArea::parse(&self.area),
            cooperative: self.cooperative.clone(),
            day: Day::parse(&self.day),
            before: self.before,
        }
    }

    fn wrong_day(&self) -> Option<FieldCode> {
        (!self.day.is_empty() && Day::parse(&self.day).is_none()).then_some(FieldCode::InvalidChoice)
    }

    fn is_narrowed(&self) -> bool {
        [&self.who, &self.area, &self.cooperative, &self.day]
            .iter()
            .any(|typed| !typed.is_empty())
    }

    /// The address of these events before `before`.
    fn url(&self, cx: &Cx, before: Option<AuditEventId>) -> String {
        let before = before.map(|id| id.to_string()).unwrap_or_default();
        let values = [
            ("who", self.who.as_str()),
            ("area", &self.area),
            ("cooperative", &self.cooperative),
            ("day", &self.day),
            ("before", &before),
        ];
        with_query(cx.url(&CentreAudit::new()), &values)
    }
}

const fn area_name(area: AuditArea) -> Text {
    match area {
        AuditArea::People => t::CENTRE_AUDIT_AREA_PEOPLE,
        AuditArea::Cooperatives => t::CENTRE_AUDIT_AREA_COOPERATIVES,
        AuditArea::Money => t::CENTRE_AUDIT_AREA_MONEY,
        AuditArea::Orders => t::CENTRE_AUDIT_AREA_ORDERS,
        AuditArea::Goods => t::CENTRE_AUDIT_AREA_GOODS,
        AuditArea::Shops => t::CENTRE_AUDIT_AREA_SHOPS,
        AuditArea::Messages => t::CENTRE_AUDIT_AREA_MESSAGES,
        AuditArea::Settings => t::CENTRE_AUDIT_AREA_SETTINGS,
        AuditArea::Texts => t::CENTRE_AUDIT_AREA_TEXTS,
        AuditArea::Log => t::CENTRE_AUDIT_AREA_LOG,
    }
}

/// The events, and the way to older ones.
#[component]
fn AuditLog(
    /// The events.
    page: AuditPage,
    /// What was asked for.
    asked: Asked,
) -> Html {
    let cx = Cx::here();
    let newest = asked.before.is_some().then(|| {
        view! { <a class="c-button" href=asked.url(&cx, None)>{cx.t(t::CENTRE_AUDIT_NEWEST)}</a> }
    });
    let next = page.next.map(|id| {
        view! { <a class="c-button" rel="next" href=asked.url(&cx, Some(id))>{cx.t(t::BUTTON_NEXT_PAGE)}</a> }
    });
    let list = if page.events.is_empty() {
        view! { <p class="c-empty">{cx.t(t::CENTRE_AUDIT_EMPTY)}</p> }.into_html()
    } else {
        let heads = vec![
            t::CENTRE_AUDIT_WHEN,
            t::CENTRE_AUDIT_WHO,
            t::CENTRE_AUDIT_WHAT,
            t::CENTRE_AUDIT_OBJECT,
        ];
        let rows = page
            .events
            .into_iter()
            .map(|event| view! { <AuditRow event/> })
            .collect_view();
        view! { <Table heads>{rows}</Table> }.into_html()
    };
    view! {
        <CentreFrame title=t::CENTRE_AUDIT_TITLE>
            <p class="c-lead">{cx.t(t::CENTRE_AUDIT_LEAD)}</p>
            <Narrow asked/>
            {list}
            <p class="c-actions">{newest}{next}</p>
        </CentreFrame>
    }
    .into_html()
}

/// What narrows the list.
#[component]
fn Narrow(
    /// What was asked for.
    asked: Asked,
) -> Html {
    let cx = Cx::here();
    let is_narrowed = asked.is_narrowed();
    let error = asked.wrong_day();
    let clear = is_narrowed.then(|| {
        let url = cx.url(&CentreAudit::new());
        view! { <a class="c-button c-button--quiet" href=url>{cx.t(t::CENTRE_AUDIT_ALL)}</a> }
    });
    let areas = AuditArea::ALL
        .into_iter()
        .map(|area| Choice::new(area.as_str(), cx.t(area_name(area))))
        .collect();
    view! {
        <details class="c-filters" open=is_narrowed>
        <summary>{cx.t(t::CENTRE_AUDIT_NARROW)}</summary>
        <form class="c-form" action=cx.url(&CentreAudit::new()) novalidate data-testid="find-events">
            <TextField
                name="who"
                label=cx.t(t::CENTRE_AUDIT_WHO)
                hint=cx.t(t::CENTRE_AUDIT_WHO_HINT)
                value=asked.who
                may_be_empty=true
                maxlength=80
            />
            <SelectField
                name="area"
                label=cx.t(t::CENTRE_AUDIT_WHAT)
                value=asked.area
                placeholder=cx.t(t::CENTRE_AUDIT_ALL)
                groups=vec![(String::new(), areas)]
                may_be_empty=true
            />
            <TextField
                name="cooperative"
                label=cx.t(t::CENTRE_AUDIT_COOPERATIVE)
                value=asked.cooperative
                may_be_empty=true
                maxlength=80
            />
            <TextField
                name="day"
                label=cx.t(t::CENTRE_AUDIT_DAY)
                value=asked.day
                error
                error_text=cx.t(t::STUDIO_ORDERS_DAY_WRONG)
                kind="date"
                is_ltr=true
                is_short=true
                may_be_empty=true
                maxlength=20
            />
            <p class="c-actions">
                <button class="c-button c-button--primary">{cx.t(t::CENTRE_AUDIT_SHOW)}</button>
                {clear}
            </p>
        </form>
        </details>
    }
    .into_html()
}

/// One event.
#[component]
fn AuditRow(
    /// The event.
    event: AuditView,
) -> Html {
    let cx = Cx::here();
    let label = |text: Text| cx.t(text);
    let area = event.area.map(|area| cx.t(area_name(area)));
    // What a later program wrote is called as the log does.
    let action = match event.action {
        Ok(action) => cx.t(action_name(action)).into_html(),
        Err(word) => view! { <bdi dir="ltr">{word}</bdi> }.into_html(),
    };
    let object = match event.object {
        AuditObject::Nothing => ().into_html(),
        AuditObject::Product(name) => view! { <p><ShownName shown=name/></p> }.into_html(),
        AuditObject::Order(code) => view! { <p><bdi dir="ltr">{code}</bdi></p> }.into_html(),
        AuditObject::Person(name) => view! { <p><bdi>{name}</bdi></p> }.into_html(),
        AuditObject::Thing(thing, number, None) => view! { <p>{cx.tv(thing_text(thing, number))}</p> }.into_html(),
        AuditObject::Thing(thing, number, Some(name)) => {
            view! { <p>{cx.tv(thing_text(thing, number))}" · "<ShownName shown=name/></p> }.into_html()
        }
        AuditObject::Setting(word) => match Section::parse(&word) {
            Some(section) => view! { <p>{cx.t(section_name(section))}</p> }.into_html(),
            None => view! { <p class="c-muted"><bdi dir="ltr">{word}</bdi></p> }.into_html(),
        },
        AuditObject::Other(word) => view! { <p class="c-muted"><bdi dir="ltr">{word}</bdi></p> }.into_html(),
    };
    let cooperative = event.cooperative.map(|name| view! { <p><ShownName shown=name/></p> });
    let about = event.about.map(|name| view! { <p><bdi>{name}</bdi></p> });
    let detail = (!event.detail.is_empty())
        .then(|| view! { <p class="c-muted"><bdi>{detail_text(&cx, &event.detail)}</bdi></p> });
    let reason = event
        .reason
        .map(|reason| view! { <p dir="auto" data-testid="audit-reason">{reason}</p> });
    view! {
        <tr data-testid="audit-event" data-event=event.id.to_string()>
            <td data-label=label(t::CENTRE_AUDIT_WHEN)><Moment at=event.at/></td>
            <td data-label=label(t::CENTRE_AUDIT_WHO)><WhoText who=event.who/></td>
            <td data-label=label(t::CENTRE_AUDIT_WHAT)>
                {action}" "<small class="c-muted">{area}</small>
            </td>
            <td class="c-table__text" data-label=label(t::CENTRE_AUDIT_OBJECT)>
                {cooperative}
                {object}
                {about}
                {detail}
                {reason}
            </td>
        </tr>
    }
    .into_html()
}
