//! A bank statement: pasted, looked at, booked.

use axum::http::StatusCode;
use axum::response::Response;
use l10n::t;
use leptos::prelude::*;
use service::money::{self, StatementLine, StatementMatch};

use super::frame::CentreFrame;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::page::Meta;
use crate::routes::{CentreMoney, CentreStatement};
use crate::ui::{Amount, Hidden, Html, IntoHtml, LongTextField, Table};

/// Longest statement taken, characters: some hundred lines.
const MAX: u32 = 60_000;

/// The empty form.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    money::preview_statement(cx.shop(), cx.actor(), "").await?;
    Ok(render(&cx, StatusCode::OK, String::new(), None, false))
}

/// Shows what the statement would book; with the button below the preview, books it. Only what was looked at is booked.
pub async fn book(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let text = form.get("statement").to_owned();
    let is_confirmed = form.get("confirm") == "1";
    let is_seen = form.get("seen") == money::statement_fingerprint(&text);
    if is_confirmed && is_seen {
        money::book_statement(cx.shop(), cx.actor(), &text).await?;
        return Ok(cx.see(&format!("{}?done=1", cx.url(&CentreMoney::new()))));
    }
    let lines = money::preview_statement(cx.shop(), cx.actor(), &text).await?;
    let status = if !has_money(&lines) {
        StatusCode::UNPROCESSABLE_ENTITY
    } else if is_confirmed {
        StatusCode::CONFLICT
    } else {
        StatusCode::OK
    };
    Ok(render(&cx, status, text, Some(lines), is_confirmed))
}

/// Whether money came in by any line.
fn has_money(lines: &[StatementLine]) -> bool {
    lines.iter().any(|line| line.amount.is_some())
}

fn render(cx: &Cx, status: StatusCode, text: String, lines: Option<Vec<StatementLine>>, is_other: bool) -> Response {
    cx.page_with(status, Meta::private(cx.t(t::CENTRE_MONEY_STATEMENT)), || {
        view! { <StatementPage text lines is_other/> }
    })
}

/// The form, and the preview once there is one.
#[component]
fn StatementPage(
    /// The statement as it was pasted.
    text: String,
    /// What it would book.
    lines: Option<Vec<StatementLine>>,
    /// Whether another text than the one looked at was confirmed.
    is_other: bool,
) -> Html {
    let cx = Cx::here();
    let preview = lines.map(|lines| {
        let wrong = if !has_money(&lines) {
            Some(t::CENTRE_MONEY_STATEMENT_NONE)
        } else if is_other {
            Some(t::CENTRE_MONEY_STATEMENT_OTHER)
        } else {
            None
        };
        let notice = wrong.map(|wrong| {
            view! {
                <div class="c-notice c-notice--error" id="notice" role="alert" data-testid="statement-wrong">
                    <p>{cx.t(wrong)}</p>
                </div>
            }
        });
        if lines.is_empty() {
            return notice.into_html();
        }
        let has_new = lines.iter().any(|line| line.outcome.is_new());
        let book = has_new.then(|| {
            view! {
                <Hidden name="seen" value=money::statement_fingerprint(&text)/>
                <button class="c-button c-button--primary" name="confirm" value="1">
                    {cx.t(t::CENTRE_MONEY_STATEMENT_BOOK)}
                </button>
            }
        });
        view! { {notice}<Lines lines/><p>{book}</p> }.into_html()
    });
    view! {
        <CentreFrame title=t::CENTRE_MONEY_STATEMENT>
            <p class="c-lead">{cx.t(t::CENTRE_MONEY_STATEMENT_TEXT)}</p>
            <form class="c-form" method="post" action=cx.url(&CentreStatement::new()) data-testid="statement">
                {preview}
                <LongTextField
                    name="statement"
                    label=cx.t(t::CENTRE_MONEY_STATEMENT_FIELD)
                    value=text
                    maxlength=MAX
                    rows=10
                />
                <p><button class="c-button">{cx.t(t::CENTRE_MONEY_STATEMENT_LOOK)}</button></p>
            </form>
        </CentreFrame>
    }
    .into_html()
}

/// A row a line of the statement.
#[component]
fn Lines(
    /// The lines.
    lines: Vec<StatementLine>,
) -> Html {
    let cx = Cx::here();
    let heads = [t::CENTRE_MONEY_LINE, t::STUDIO_ORDER_AMOUNT, t::CENTRE_MONEY_LINE_FOR];
    let [line, amount, target] = heads.map(|head| cx.t(head));
    let rows = lines
        .into_iter()
        .map(|row| {
            let money = row.amount.map(|money| view! { <Amount money/> });
            let received = row.amount.map_or(0, |money| money.minor);
            let outcome = match row.outcome {
                StatementMatch::Order { code, open } => {
                    let fits = match received.cmp(&open.minor) {
                        std::cmp::Ordering::Equal => t::CENTRE_MONEY_LINE_EXACT,
                        std::cmp::Ordering::Less => t::CENTRE_MONEY_LINE_PART,
                        std::cmp::Ordering::Greater => t::CENTRE_MONEY_LINE_EXCESS,
                    };
                    let code = code.to_string();
                    view! { <bdi class="c-num" dir="ltr" translate="no">{code}</bdi>" · "<span>{cx.t(fits)}</span> }
                        .into_html()
                }
                StatementMatch::Unknown => cx.tv(t::CENTRE_MONEY_LINE_UNKNOWN),
                StatementMatch::Booked => cx.tv(t::CENTRE_MONEY_LINE_BOOKED),
                StatementMatch::NotIn => cx.tv(t::CENTRE_MONEY_LINE_NOT_IN),
                StatementMatch::Unread => cx.tv(t::CENTRE_MONEY_LINE_UNREAD),
                StatementMatch::Beyond => cx.tv(t::CENTRE_MONEY_LINE_BEYOND),
            };
            view! {
                <tr data-testid="statement-line">
                    <td data-label=line.clone() dir="auto">{row.text}</td>
                    <td data-label=amount.clone()>{money}</td>
                    <td data-label=target.clone()><span>{outcome}</span></td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <Table heads=heads.to_vec()>{rows}</Table>
    }
    .into_html()
}
