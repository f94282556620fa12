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
use crate::ui::{Amount, Html, IntoHtml, LongTextField, Table};

/// Longest statement taken, characters: some hundred lines.
const MAX: u32 = 60_000;

/// The empty form.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    money::preview_statement(cx.shop(), cx.actor(), "").await?;
    Ok(render(&cx, StatusCode::OK, String::new(), None))
}

/// Shows what the statement would book; with the button below the preview, books it.
pub async fn book(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let text = form.get("statement").to_owned();
    if form.get("confirm") == "1" {
        money::book_statement(cx.shop(), cx.actor(), &text).await?;
        return Ok(cx.see(&format!("{}?done=1", cx.url(&CentreMoney::new()))));
    }
    let lines = money::preview_statement(cx.shop(), cx.actor(), &text).await?;
    let status = if lines.is_empty() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Ok(render(&cx, status, text, Some(lines)))
}

fn render(cx: &Cx, status: StatusCode, text: String, lines: Option<Vec<StatementLine>>) -> Response {
    cx.page_with(status, Meta::private(cx.t(t::CENTRE_MONEY_STATEMENT)), || {
        view! { <StatementPage text lines/> }
    })
}

/// The form, and the preview once there is one.
#[component]
fn StatementPage(
    /// The statement as it was pasted.
    text: String,
    /// What it would book.
    lines: Option<Vec<StatementLine>>,
) -> Html {
    let cx = Cx::here();
    let preview = lines.map(|lines| {
        if lines.is_empty() {
            return view! {
                <div class="c-notice c-notice--error" id="notice" role="alert">
                    <p>{cx.t(t::CENTRE_MONEY_STATEMENT_NONE)}</p>
                </div>
            }
            .into_html();
        }
        let is_new = |line: &StatementLine| !matches!(line.outcome, StatementMatch::Booked | StatementMatch::Unread);
        let has_new = lines.iter().any(is_new);
        let book = has_new.then(|| {
            view! {
                <button class="c-button c-button--primary" name="confirm" value="1">
                    {cx.t(t::CENTRE_MONEY_STATEMENT_BOOK)}
                </button>
            }
        });
        view! { <Lines lines/><p>{book}</p> }.into_html()
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
            let is_read = row.outcome != StatementMatch::Unread;
            let money = is_read.then(|| view! { <Amount money=row.amount/> });
            let outcome = match row.outcome {
                StatementMatch::Order { code, open } => {
                    let fits = match row.amount.minor.cmp(&open.minor) {
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
                StatementMatch::Unread => cx.tv(t::CENTRE_MONEY_LINE_UNREAD),
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
