//! One cooperative, as the Centre sees it: suspending it and letting it sell again, whether its goods wait for the Centre, where they
//! can be collected, and what its owner wants it to be called.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{CooperativeStep, CooperativeStepId, MessageText, ProposalState, Slug};
use l10n::t;
use leptos::prelude::*;
use service::Error;
use service::admission::{self, CooperativeFile, StepView};
use service::collection::{self, CollectedIn};
use service::renaming::{self, Asked, Naming, NamingPage};

use super::cooperatives::StateBadge;
use super::draft::{Draft, DraftEnd};
use super::frame::CentreFrame;
use super::typed::TypedText;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::not_saved::NotSaved;
use crate::page::Meta;
use crate::query::value_of;
use crate::renaming::NamingDiff;
use crate::routes::{CentreConfirmations, CentreCooperative, CentreCooperatives, Named, ShopPage};
use crate::ui::{Hidden, Html, IntoHtml, LongTextField, Moment, RefusedNotice, ShownName};

/// The word of the form by which its goods wait for the Centre.
const ON: &str = "on";
/// The word of the one by which they do not.
const OFF: &str = "off";
/// The word of the form by which it is called from now on as its owner asks.
const CONFIRM: &str = "confirm";
/// The word of the one by which it is not.
const SEND_BACK: &str = "send-back";

/// Begins the names of the boxes for the townships to which it brings its goods.
const TOWNSHIP: &str = "township-";
/// The form by which it is not called as its owner asks, among the drafts.
const NAMING: &str = "naming";

/// What a reason is kept under while it is typed; each step has its own.
fn draft_of(form: &str, slug: &str) -> String {
    format!("{form}-{slug}")
}

/// What was typed and not done.
#[derive(Clone, Debug, Default)]
struct NotDone {
    reason: String,
    /// Why it is not to be called so.
    refusal: String,
    why: NotSaved,
}

/// The cooperative and its history.
pub async fn show(cx: Cx, Named(slug): Named<Slug>) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    render(&cx, &slug, StatusCode::OK, NotDone::default()).await
}

/// Suspends it, or lets it sell again; sets whether its goods wait for the Centre, or where they can be collected; or decides what it is
/// called.
pub async fn change(cx: Cx, Named(slug): Named<Slug>, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let confirms = match form.get("confirmation") {
        ON => Some(true),
        OFF => Some(false),
        _ => None,
    };
    if let Some(is_needed) = confirms {
        let shop = shop_for(&cx, &form)?;
        admission::set_confirmation(&shop, cx.actor(), slug.as_str(), is_needed).await?;
        let word = if is_needed { ON } else { OFF };
        let url = cx.url(&CentreCooperative::new(slug.as_str()));
        return Ok(cx.see(&format!("{url}?confirmation={word}")));
    }
    if form.get("collection") == ON {
        let townships: Vec<String> = form
            .with_prefix(TOWNSHIP)
            .map(|(township, _)| township.to_owned())
            .collect();
        let shop = shop_for(&cx, &form)?;
        collection::set(&shop, cx.actor(), slug.as_str(), &townships).await?;
        let url = cx.url(&CentreCooperative::new(slug.as_str()));
        return Ok(cx.see(&format!("{url}?collection={ON}")));
    }
    let (naming, seen, refusal) = (form.get("naming"), form.get("seen"), form.get("refusal"));
    if [CONFIRM, SEND_BACK].contains(&naming) {
        let shop = shop_for(&cx, &form)?;
        let done = if naming == CONFIRM {
            renaming::confirm(&shop, cx.actor(), slug.as_str(), seen).await
        } else {
            renaming::send_back(&shop, cx.actor(), slug.as_str(), seen, refusal).await
        };
        return match done {
            Ok(()) => {
                let url = cx.url(&CentreCooperative::new(slug.as_str()));
                Ok(cx.see(&format!("{url}?naming={naming}")))
            }
            Err(error) => {
                let not_done = NotDone {
                    refusal: refusal.to_owned(),
                    why: NotSaved::of(error)?,
                    ..NotDone::default()
                };
                render(&cx, &slug, not_done.why.status(), not_done).await
            }
        };
    }
    let step = CooperativeStep::parse(form.get("step")).ok_or(Error::NotFound)?;
    let shop = shop_for(&cx, &form)?;
    let (reason, seen) = (form.get("reason"), form.get("seen").parse().ok().map(CooperativeStepId));
    match admission::take(&shop, cx.actor(), slug.as_str(), step, reason, seen).await {
        Ok(()) => {
            let url = cx.url(&CentreCooperative::new(slug.as_str()));
            Ok(cx.see(&format!("{url}?done={step}")))
        }
        Err(error) => {
            let not_done = NotDone {
                reason: reason.to_owned(),
                why: NotSaved::of(error)?,
                ..NotDone::default()
            };
            render(&cx, &slug, not_done.why.status(), not_done).await
        }
    }
}

async fn render(cx: &Cx, slug: &Slug, status: StatusCode, not_done: NotDone) -> PageResult<Response> {
    let file = admission::file(cx.shop(), cx.actor(), cx.locale(), slug.as_str()).await?;
    let naming = renaming::page_for_centre(cx.shop(), cx.actor(), slug.as_str()).await?;
    let townships = collection::townships(cx.shop(), cx.actor(), cx.locale(), slug.as_str())?;
    Ok(cx.page_with(status, Meta::private(file.row.name.text.clone()), || {
        view! { <CooperativePage file naming townships not_done/> }
    }))
}

/// What it is, what can be done, and what was.
#[component]
fn CooperativePage(
    /// The cooperative.
    file: CooperativeFile,
    /// What it is called, and what its owner asks for.
    naming: NamingPage,
    /// To which townships it brings its goods.
    townships: Vec<CollectedIn>,
    /// What was typed and not done.
    not_done: NotDone,
) -> Html {
    let cx = Cx::here();
    let collected = (value_of(cx.query(), "collection") == ON).then(|| {
        view! {
            <div class="c-notice c-notice--good" id="notice" role="status"><p>{cx.t(t::CENTRE_COLLECTION_DONE)}</p></div>
        }
    });
    let taken = CooperativeStep::parse(&value_of(cx.query(), "done"));
    let is_named = matches!(value_of(cx.query(), "naming").as_str(), CONFIRM | SEND_BACK);
    let asked = naming.asked.filter(|asked| asked.state == ProposalState::Waiting);
    let ended = match taken {
        Some(step) => Some(draft_of(step.as_str(), &file.row.slug)),
        // It was decided about, now or by somebody else: what was typed is not for the next request.
        None => {
            let is_over = is_named || (asked.is_none() && !not_done.refusal.is_empty());
            is_over.then(|| draft_of(NAMING, &file.row.slug))
        }
    };
    let ended = ended.map(|form| view! { <DraftEnd form/> });
    let done = taken.map(|step| {
        let text = match step {
            CooperativeStep::Suspend => t::CENTRE_COOPERATIVE_SUSPEND_DONE,
            CooperativeStep::Admit => t::CENTRE_COOPERATIVE_ADMIT_DONE,
        };
        view! { <div class="c-notice c-notice--good" id="notice" role="status"><p>{cx.t(text)}</p></div> }
    });
    let set = match value_of(cx.query(), "confirmation").as_str() {
        ON => Some(t::CONFIRMATION_TURNED_ON),
        OFF => Some(t::CONFIRMATION_TURNED_OFF),
        _ => None,
    };
    let set = set.map(|text| {
        view! { <div class="c-notice c-notice--good" id="notice" role="status"><p>{cx.t(text)}</p></div> }
    });
    let renamed = match value_of(cx.query(), "naming").as_str() {
        CONFIRM => Some(t::RENAMING_CONFIRMED),
        SEND_BACK => Some(t::RENAMING_REFUSED),
        _ => None,
    };
    let renamed = renamed.map(|text| {
        view! { <div class="c-notice c-notice--good" id="notice" role="status"><p>{cx.t(text)}</p></div> }
    });
    let now = naming.now;
    let asked = match asked {
        Some(asked) => {
            view! { <NamingForms slug=file.row.slug.clone() now asked not_done=not_done.clone()/> }.into_html()
        }
        // Somebody else decided, or its owner took it back.
        None => view! { <TypedText text=not_done.refusal.clone()/> }.into_html(),
    };
    let row = file.row;
    let is_needed = row.needs_confirmation;
    let shop = cx.url(&ShopPage::new(&row.slug));
    let is_suspended = row.suspension.is_some();
    let waits = file.waiting > 0;
    let seen = file.steps.first().map(|step| step.id);
    let history = (!file.steps.is_empty()).then(|| {
        let steps = file
            .steps
            .into_iter()
            .map(|step| view! { <StepLine step/> })
            .collect_view();
        view! {
            <section class="c-stack">
                <h2>{cx.t(t::CENTRE_COOPERATIVE_HISTORY)}</h2>
                <ul class="c-list">{steps}</ul>
            </section>
        }
    });
    let slug = row.slug;
    let notice = if not_done.why.is_conflict() {
        view! {
            <div class="c-notice c-notice--warn" id="notice" role="alert" data-testid="conflict">
                <p>{cx.t(t::CENTRE_COOPERATIVE_OVERTAKEN)}</p>
            </div>
        }
        .into_html()
    } else {
        view! { <RefusedNotice code=not_done.why.refused/> }.into_html()
    };
    view! {
        <CentreFrame title=t::CENTRE_COOPERATIVES_TITLE>
            {done}
            {set}
            {collected}
            {renamed}
            {ended}
            {notice}
            <p><a class="c-link" href=cx.url(&CentreCooperatives::new())>{cx.t(t::CENTRE_COOPERATIVES_BACK)}</a></p>
            <section class="c-card c-stack">
                <div class="c-row"><h2 class="c-card__title"><ShownName shown=row.name/></h2><StateBadge is_suspended/></div>
                <p class="c-muted"><ShownName shown=row.township/></p>
                <p><a class="c-link" href=shop>{cx.t(t::CENTRE_COOPERATIVE_SHOP)}</a></p>
            </section>
            {asked}
            <ConfirmationForm slug=slug.clone() is_needed waits/>
            <CollectionForm slug=slug.clone() townships/>
            <StepForm slug is_suspended seen not_done/>
            {history}
        </CentreFrame>
    }
    .into_html()
}

/// What its owner wants it to be called: yes, or no with a reason.
#[component]
fn NamingForms(
    /// Its name in the URL.
    slug: String,
    /// As buyers read it.
    now: Naming,
    /// What was asked for.
    asked: Asked,
    /// What was typed and not done.
    not_done: NotDone,
) -> Html {
    let cx = Cx::here();
    let action = cx.url(&CentreCooperative::new(&slug));
    let (who, since, seen) = (asked.who, asked.since, asked.seen);
    let is_refused = !not_done.refusal.is_empty() || not_done.why.errors.of("refusal").is_some();
    let draft = draft_of(NAMING, &slug);
    let longest = u32::try_from(MessageText::MAX).unwrap_or(1_000);
    view! {
        <section class="c-card c-stack" data-testid="naming">
            <h2 class="c-card__title">{cx.t(t::RENAMING_WAITS_HERE)}</h2>
            <p class="c-muted"><bdi>{who}</bdi>" · "<Moment at=since/></p>
            <NamingDiff now asked=asked.naming/>
            <form method="post" action=action.clone() data-testid="naming-confirm">
                <FormKey/>
                <Hidden name="seen" value=seen.clone()/>
                <p>
                    <button class="c-button c-button--primary" name="naming" value=CONFIRM>
                        {cx.t(t::RENAMING_CONFIRM)}
                    </button>
                </p>
            </form>
            <form class="c-form" method="post" action=action novalidate data-testid="naming-send-back">
                <FormKey/>
                <Hidden name="seen" value=seen/>
                <LongTextField
                    name="refusal"
                    label=cx.t(t::RENAMING_REASON)
                    value=not_done.refusal
                    error=not_done.why.errors.of("refusal")
                    maxlength=longest
                    rows=2
                />
                <Draft form=draft is_refused/>
                <p><button class="c-button" name="naming" value=SEND_BACK>{cx.t(t::RENAMING_SEND_BACK)}</button></p>
            </form>
        </section>
    }
    .into_html()
}

/// Whether its goods wait for the Centre.
#[component]
fn ConfirmationForm(
    /// Its name in the URL.
    slug: String,
    /// Whether they do.
    is_needed: bool,
    /// Whether something of it waits.
    waits: bool,
) -> Html {
    let cx = Cx::here();
    // What was saved while it was on is not let through by turning it off.
    let still = (waits && !is_needed).then(|| {
        view! {
            <p data-testid="still-waits">
                {cx.t(t::CONFIRMATION_STILL_WAITS)}" "
                <a class="c-link" href=cx.url(&CentreConfirmations::new())>{cx.t(t::CONFIRMATION_TITLE)}</a>
            </p>
        }
    });
    let (text, button, word) = if is_needed {
        (t::CONFIRMATION_IS_ON, t::CONFIRMATION_TURN_OFF, OFF)
    } else {
        (t::CONFIRMATION_IS_OFF, t::CONFIRMATION_TURN_ON, ON)
    };
    view! {
        <form
            class="c-card c-form"
            method="post"
            action=cx.url(&CentreCooperative::new(&slug))
            data-testid="confirmation"
        >
            <h2 class="c-card__title">{cx.t(t::CONFIRMATION_OF_COOPERATIVE)}</h2>
            <p class="c-muted">{cx.t(text)}</p>
            {still}
            <FormKey/>
            <p><button class="c-button" name="confirmation" value=word>{cx.t(button)}</button></p>
        </form>
    }
    .into_html()
}

/// To the stations of which townships it brings its goods.
#[component]
fn CollectionForm(
    /// Its name in the URL.
    slug: String,
    /// All townships.
    townships: Vec<CollectedIn>,
) -> Html {
    let cx = Cx::here();
    let boxes = townships
        .into_iter()
        .map(|township| {
            view! {
                <label class="c-check">
                    <input
                        type="checkbox"
                        name=format!("{TOWNSHIP}{}", township.slug)
                        value="1"
                        checked=township.is_chosen
                    />
                    <span><ShownName shown=township.name/></span>
                </label>
            }
        })
        .collect_view();
    view! {
        <form
            class="c-card c-form"
            method="post"
            action=cx.url(&CentreCooperative::new(&slug))
            data-testid="collection"
        >
            <h2 class="c-card__title">{cx.t(t::CENTRE_COLLECTION)}</h2>
            <p class="c-muted">{cx.t(t::CENTRE_COLLECTION_TEXT)}</p>
            <FormKey/>
            <Hidden name="collection" value=ON/>
            <fieldset class="c-fieldset">
                <legend>{cx.t(t::CENTRE_COLLECTION_TOWNSHIPS)}</legend>
                <div class="c-filters__boxes">{boxes}</div>
            </fieldset>
            <p><button class="c-button">{cx.t(t::BUTTON_SAVE)}</button></p>
        </form>
    }
    .into_html()
}

/// The one step that can be taken.
#[component]
fn StepForm(
    /// Its name in the URL.
    slug: String,
    /// Whether it is suspended.
    is_suspended: bool,
    /// The step that was taken last.
    seen: Option<CooperativeStepId>,
    /// What was typed and not done.
    not_done: NotDone,
) -> Html {
    let cx = Cx::here();
    let (step, title, text, hint) = if is_suspended {
        (
            CooperativeStep::Admit,
            t::CENTRE_COOPERATIVE_ADMIT,
            t::CENTRE_COOPERATIVE_ADMIT_TEXT,
            t::CENTRE_COOPERATIVE_ADMIT_HINT,
        )
    } else {
        (
            CooperativeStep::Suspend,
            t::CENTRE_COOPERATIVE_SUSPEND,
            t::CENTRE_COOPERATIVE_SUSPEND_TEXT,
            t::CENTRE_COOPERATIVE_REASON_HINT,
        )
    };
    let longest = u32::try_from(MessageText::MAX).unwrap_or(1_000);
    let is_refused = !not_done.reason.is_empty() || not_done.why.errors.of("reason").is_some();
    let draft = draft_of(step.as_str(), &slug);
    view! {
        <form
            class="c-card c-form"
            method="post"
            action=cx.url(&CentreCooperative::new(&slug))
            novalidate
            data-testid="step"
        >
            <h2 class="c-card__title">{cx.t(title)}</h2>
            <p class="c-muted">{cx.t(text)}</p>
            <FormKey/>
            <Hidden name="step" value=step.as_str()/>
            {seen.map(|seen| view! { <Hidden name="seen" value=seen.to_string()/> })}
            <LongTextField
                name="reason"
                label=cx.t(t::CENTRE_COOPERATIVE_REASON)
                hint=cx.t(hint)
                value=not_done.reason
                error=not_done.why.errors.of("reason")
                maxlength=longest
                rows=3
            />
            <Draft form=draft is_refused/>
            <p><button class="c-button c-button--primary">{cx.t(title)}</button></p>
        </form>
    }
    .into_html()
}

/// A step that was taken.
#[component]
fn StepLine(
    /// The step.
    step: StepView,
) -> Html {
    let cx = Cx::here();
    let what = match step.step {
        CooperativeStep::Suspend => t::CENTRE_COOPERATIVE_WAS_SUSPENDED,
        CooperativeStep::Admit => t::CENTRE_COOPERATIVE_WAS_ADMITTED,
    };
    view! {
        <li class="c-line" data-testid="cooperative-step">
            <span class="c-line__body">
                <span>{cx.t(what)}" · "<Moment at=step.at/>" · "<bdi>{step.who}</bdi></span>
                <p dir="auto">{step.reason}</p>
            </span>
        </li>
    }
    .into_html()
}
