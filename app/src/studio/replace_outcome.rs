//! What a replacement comes to, the button that does it, and for five minutes the one that takes it back.

use domain::{OrderId, Quantity, Unit};
use l10n::{format, t};
use leptos::prelude::*;
use service::studio::{ReplaceForm, ReplaceOutcome, ReplacePage};

use super::change::{After, ConfirmForm, Said};
use super::goods_words::size_name;
use super::replace::LineName;
use crate::cx::Cx;
use crate::form_key::FormKey;
use crate::not_saved::NotSaved;
use crate::routes::StudioReplaceUndo;
use crate::ui::{Amount, Html, IntoHtml, ShownName, quantity_text};

/// What changes, why, and the button that does it.
#[component]
pub(super) fn ReplaceOutcomeForm(
    /// Where the form goes.
    action: String,
    /// The order with what was typed.
    page: ReplacePage,
    /// What it comes to.
    outcome: ReplaceOutcome,
    /// What was typed.
    typed: ReplaceForm,
    /// Why it was not done.
    why: NotSaved,
) -> Html {
    let cx = Cx::here();
    let (Some(line), Some(offer)) = (page.line, page.offer) else {
        return Html::new("");
    };
    let text = |amount: Quantity, unit: Unit| quantity_text(&cx, amount, unit);
    let change = cx.tv(t::changes_line(
        text(line.now, line.unit),
        text(outcome.left, line.unit),
    ));
    let size = size_name(&cx, &offer.terms);
    let sent = text(outcome.amount, offer.terms.sold_by.unit);
    let is_dearer = outcome.worth.minor > outcome.agreed.minor;
    let dearer = is_dearer.then(|| view! { <p data-testid="dearer">{cx.t(t::REPLACE_DEARER)}</p> }.into_html());
    let carried = [
        ("pays", outcome.pays.minor.to_string()),
        ("line", line.id.to_string()),
        ("missing", typed.missing),
        ("offer", offer.id.to_string()),
        ("amount", typed.amount),
    ];
    let carried = Vec::from(carried.map(|(name, value)| (name.to_owned(), value)));
    let after = After {
        cheaper: outcome.amount_less,
        refund: outcome.refund,
        freight: outcome.freight,
        total: outcome.total,
    };
    let said = Said {
        reason: typed.reason,
        note: typed.note,
    };
    view! {
        <ConfirmForm
            action
            carried
            seen=page.seen
            after
            remark=dearer
            said
            why
            confirm=t::REPLACE_CONFIRM
            name="replace-confirm"
        >
            <div><dt><LineName line/></dt><dd data-testid="changed-line">{change}</dd></div>
            <div>
                <dt><strong><ShownName shown=offer.name/></strong>" "<bdi>{size}</bdi></dt>
                <dd data-testid="new-line"><bdi>{sent}</bdi></dd>
            </div>
            <div><dt>{cx.t(t::REPLACE_AGREED)}</dt><dd data-testid="agreed"><Amount money=outcome.agreed/></dd></div>
            <div><dt>{cx.t(t::REPLACE_WORTH)}</dt><dd data-testid="worth"><Amount money=outcome.worth/></dd></div>
            <div><dt>{cx.t(t::REPLACE_PAYS)}</dt><dd data-testid="pays"><Amount money=outcome.pays/></dd></div>
        </ConfirmForm>
    }
    .into_html()
}

/// That a replacement is noted, with the button that takes it back while that is possible.
#[component]
pub(super) fn ReplacedNotice(
    /// The order.
    id: OrderId,
    /// Until when, milliseconds since 1970 UTC; nothing when it is too late.
    until: Option<i64>,
) -> Html {
    let cx = Cx::here();
    let undo = until.map(|until| {
        let until = format::time(cx.locale(), until);
        view! {
            <form class="c-row" method="post" action=cx.url(&StudioReplaceUndo::new(&id.to_string())) data-testid="undo-replacement">
                <FormKey/>
                <button class="c-button c-button--settles" aria-label=cx.t(t::REPLACE_UNDO)>{cx.t(t::STUDIO_UNDO)}</button>
                <span class="c-muted">{cx.tv(t::studio_undo_until(until))}</span>
            </form>
        }
    });
    let is_fresh = cx.query() == "replaced=1";
    if undo.is_none() && !is_fresh {
        return Html::new("");
    }
    // Later, another notice may stand above it.
    view! {
        <div class="c-notice c-notice--good" id=is_fresh.then_some("notice") role="status" data-testid="replaced">
            <p>{cx.t(t::REPLACE_DONE)}</p>
            {undo}
        </div>
    }
    .into_html()
}
