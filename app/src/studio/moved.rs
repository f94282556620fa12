//! The notice after a step with an order: that it is noted, and for five minutes the button that takes it back.

use domain::{OrderId, OrderStep};
use l10n::{format, t};
use leptos::prelude::*;
use service::studio::Moved;

use crate::cx::Cx;
use crate::error::PageResult;
use crate::form_key::FormKey;
use crate::orders::{step_done, step_label};
use crate::query::value_of;
use crate::routes::Segment;
use crate::ui::{Hidden, Html, IntoHtml};

/// The address of a page after a step was taken there.
pub(super) fn after_step(page: &str, id: OrderId, step: &str, place: &str) -> String {
    // Only a word of ours goes into an address.
    let step = OrderStep::parse(step).map_or("", OrderStep::as_str);
    format!("{page}?moved={step}&order={id}{place}")
}

/// What was just done, when the address says so.
pub(super) async fn just_moved(cx: &Cx) -> PageResult<Option<Moved>> {
    let step = OrderStep::parse(&value_of(cx.query(), "moved"));
    let id: Option<OrderId> = Segment::parse(&value_of(cx.query(), "order"));
    let (Some(step), Some(id)) = (step, id) else {
        return Ok(None);
    };
    match service::studio::moved(cx.shop(), cx.actor(), id, step).await {
        Ok(moved) => Ok(moved),
        Err(service::Error::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// The notice.
#[component]
pub(super) fn MovedNotice(
    /// What was just done.
    moved: Option<Moved>,
    /// The page's address, which takes the step back.
    action: String,
) -> Html {
    let cx = Cx::here();
    moved
        .map(|moved| {
            let undo = moved.undo.map(|(step, until)| {
                let until = format::time(cx.locale(), until);
                view! {
                    <form class="c-row" method="post" action=action data-testid="undo">
                        <FormKey/>
                        <Hidden name="order" value=moved.id.to_string()/>
                        <Hidden name="command" value=step.as_str()/>
                        // Where the button was that was just tapped: a second tap of the same thumb is not meant for it.
                        <button class="c-button c-button--settles" aria-label=cx.t(step_label(step))>{cx.t(t::STUDIO_UNDO)}</button>
                        <span class="c-muted">{cx.tv(t::studio_undo_until(until))}</span>
                    </form>
                }
            });
            let code = moved.code.to_string();
            let said = match step_done(moved.step) {
                Some(done) => cx.tv(t::studio_moved(code, cx.t(done))),
                None => cx.tv(t::studio_moved_back(code)),
            };
            view! {
                <div class="c-notice c-notice--good" id="notice" role="status" data-testid="moved">
                    <p>{said}</p>
                    {undo}
                </div>
            }
        })
        .into_html()
}
