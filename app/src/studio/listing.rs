//! Whether a product is sold: one button a step, each a form of its own.

use axum::response::Response;
use domain::{ErrorCode, Listing, ListingStep, ProductId};
use l10n::t;
use leptos::prelude::*;
use service::studio::ProductForm;

use super::goods_words::{ListingBadge, step_word};
use super::product;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::not_saved::NotSaved;
use crate::routes::{Named, StudioProduct, StudioProductSteps, StudioProducts};
use crate::ui::{Hidden, Html, IntoHtml};

/// The word of the form that makes a copy; the others are [`ListingStep`]s.
const COPY: &str = "copy";
/// The word of the form that takes back what waits for the Centre.
pub(super) const TAKE_BACK: &str = "take-back";
/// Where a form leads back to that stands on the first page of the studio.
const OVERVIEW: &str = "products";

/// Takes the step the form's `command` names, or makes a copy.
pub async fn step(cx: Cx, Named(id): Named<ProductId>, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let shop = &shop_for(&cx, &form)?;
    let page_of = |id: ProductId| cx.url(&StudioProduct::new(&id.to_string()));
    if form.get("command") == COPY {
        let copy = service::studio::copy_product(shop, cx.actor(), id).await?;
        return Ok(cx.see(&format!("{}?copied=1", page_of(copy))));
    }
    if form.get("command") == TAKE_BACK {
        return match service::studio::take_back(shop, cx.actor(), id).await {
            Ok(()) => Ok(cx.see(&format!("{}?done=1", page_of(id)))),
            Err(error) => refused(&cx, id, error).await,
        };
    }
    let step = ListingStep::parse(form.get("command")).ok_or(ErrorCode::InvalidTransition)?;
    match service::studio::set_listing(shop, cx.actor(), id, step).await {
        Ok(()) if form.get("back") == OVERVIEW => Ok(cx.see(&format!("{}?done=1", cx.url(&StudioProducts::new())))),
        Ok(()) => Ok(cx.see(&format!("{}?done=1", page_of(id)))),
        Err(error) => refused(&cx, id, error).await,
    }
}

async fn refused(cx: &Cx, id: ProductId, error: service::Error) -> PageResult<Response> {
    let why = NotSaved::of(error)?;
    let status = why.status();
    product::render(cx, status, id, ProductForm::default(), Some(why)).await
}

/// How a product stands, and what can be done about it.
#[component]
pub(super) fn Selling(
    /// The product.
    id: ProductId,
    /// What it is called.
    name: String,
    /// How it stands.
    listing: Listing,
    /// Whether it waits for the Centre to be published.
    waits: bool,
) -> Html {
    let cx = Cx::here();
    let steps = listing
        .steps()
        .into_iter()
        .filter(|step| !(waits && *step == ListingStep::Publish))
        .map(|step| view! { <StepForm id name=name.clone() step is_first=listing.steps().first() == Some(&step)/> })
        .collect_view();
    // Right after it was made the notice at the top says so.
    let is_said = matches!(cx.query(), "created=1" | "copied=1");
    let note = (listing == Listing::Draft && !waits && !is_said).then(|| view! { <p>{cx.t(t::GOODS_DRAFT_NOTE)}</p> });
    let url = cx.url(&StudioProductSteps::new(&id.to_string()));
    view! {
        <section class="c-card c-stack" data-testid="selling">
            <div class="c-row c-row--between">
                <h2 class="c-card__title">{cx.t(t::GOODS_SELLING)}</h2>
                <ListingBadge listing/>
            </div>
            {note}
            <div class="c-row">
                {steps}
                <form method="post" action=url data-testid="copy">
                    <FormKey/>
                    <button class="c-button c-button--quiet" name="command" value=COPY>{cx.t(t::GOODS_COPY)}</button>
                </form>
            </div>
        </section>
    }
    .into_html()
}

/// The commonest step with a product, for its row on the first page; none for what is in the archive.
#[component]
pub(super) fn QuickStep(
    /// The product.
    id: ProductId,
    /// What it is called.
    name: String,
    /// How it stands.
    listing: Listing,
    /// Whether it waits for the Centre to be published.
    waits: bool,
) -> Html {
    let step = listing
        .steps()
        .first()
        .copied()
        .filter(|_| listing != Listing::Archived && !waits);
    step.map(|step| view! { <StepForm id name step is_first=false is_on_overview=true/> })
        .into_html()
}

/// One step as a button.
#[component]
fn StepForm(
    /// The product.
    id: ProductId,
    /// What it is called.
    name: String,
    /// The step.
    step: ListingStep,
    /// Whether it is what one wants most.
    is_first: bool,
    /// Whether it leads back to the first page of the studio.
    #[prop(optional)]
    is_on_overview: bool,
) -> Html {
    let cx = Cx::here();
    let word = cx.t(step_word(step));
    let named = cx.t(t::goods_step_named(word.as_str(), name));
    let class = match (step, is_first) {
        (_, true) => "c-button c-button--primary",
        (ListingStep::Archive, _) => "c-button c-button--quiet",
        _ => "c-button",
    };
    let back = is_on_overview.then(|| view! { <Hidden name="back" value=OVERVIEW/> });
    let url = cx.url(&StudioProductSteps::new(&id.to_string()));
    view! {
        <form method="post" action=url data-testid=format!("step-{step}")>
            <FormKey/>
            {back}
            <button class=class name="command" value=step.as_str() aria-label=named>{word}</button>
        </form>
    }
    .into_html()
}
