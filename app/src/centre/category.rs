//! One category, as the Centre edits it: its name, what is in it, whether buyers see it. And a new one.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{CategoryId, CategoryStatus, FieldCode, GoodsClass};
use l10n::{Text, format, t};
use leptos::prelude::*;
use service::categories::{self, CategoryChoice, CategoryFile, CategoryForm, CategoryRow, NewCategory};

use super::district::{LanguageFields, Outcome, differing_languages, language_label, sent_languages, wrong_fields};
use super::draft::{Draft, DraftEnd};
use super::frame::CentreFrame;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::not_saved::NotSaved;
use crate::page::Meta;
use crate::query::value_of;
use crate::routes::{CentreCategories, CentreCategory, CentreNewCategory, Named};
use crate::ui::{Choice, ErrorSummary, Hidden, Html, IntoHtml, SelectField, ShownName, TextField};

/// What the draft of a new one is kept under.
const NEW: &str = "category-new";

/// The empty form.
pub async fn show_new(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    render_new(&cx, StatusCode::OK, NewCategory::default(), NotSaved::default())
}

/// Makes a category.
pub async fn add(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let new = NewCategory {
        slug: form.get("slug").to_owned(),
        form: sent(&form),
        picture_of: form.get("picture").to_owned(),
    };
    match categories::add(&shop_for(&cx, &form)?, cx.actor(), &new).await {
        Ok(id) => Ok(cx.see(&format!("{}?done=added", cx.url(&CentreCategory::new(&id.to_string()))))),
        Err(error) => {
            let not_saved = NotSaved::of(error)?;
            render_new(&cx, not_saved.status(), new, not_saved)
        }
    }
}

/// The category.
pub async fn show(cx: Cx, Named(id): Named<CategoryId>) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    render(&cx, id, StatusCode::OK, None, NotSaved::default()).await
}

/// Names it, hides or shows it, or moves what is in it.
pub async fn change(cx: Cx, Named(id): Named<CategoryId>, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let shop = shop_for(&cx, &form)?;
    let status = CategoryStatus::parse(form.get("status"));
    let (outcome, done, typed) = if let Some(status) = status {
        let outcome = categories::set_status(&shop, cx.actor(), id, status).await;
        (outcome, status.as_str(), None)
    } else if form.get("command") == "move" {
        let outcome = categories::move_goods(&shop, cx.actor(), id, form.get("to")).await;
        (outcome, "moved", None)
    } else {
        // A form that does not say what it was shown with is older than anything.
        let seen = form.get("seen").parse().unwrap_or(-1);
        let typed = sent(&form);
        let outcome = categories::save(&shop, cx.actor(), id, seen, &typed).await;
        (outcome, "saved", Some(typed))
    };
    match outcome {
        Ok(()) => {
            let place = cx.url(&CentreCategory::new(&id.to_string()));
            Ok(cx.see(&format!("{place}?done={done}")))
        }
        Err(error) => {
            let not_saved = NotSaved::of(error)?;
            render(&cx, id, not_saved.status(), typed, not_saved).await
        }
    }
}

fn sent(form: &Form) -> CategoryForm {
    CategoryForm {
        names: sent_languages(form, "name"),
        class: form.get("class").to_owned(),
    }
}

fn render_new(cx: &Cx, status: StatusCode, typed: NewCategory, not_saved: NotSaved) -> PageResult<Response> {
    let choices = categories::choices(cx.shop(), cx.actor(), cx.locale())?;
    Ok(cx.page_with(status, Meta::private(cx.t(t::DISTRICT_CATEGORY_NEW)), || {
        view! { <NewCategoryPage typed not_saved choices/> }
    }))
}

async fn render(
    cx: &Cx,
    id: CategoryId,
    status: StatusCode,
    typed: Option<CategoryForm>,
    not_saved: NotSaved,
) -> PageResult<Response> {
    let file = categories::file(cx.shop(), cx.actor(), cx.locale(), id).await?;
    Ok(cx.page_with(status, Meta::private(file.row.name.text.clone()), || {
        view! { <CategoryPage file typed not_saved/> }
    }))
}

/// What a field is called, and what is said of it when the general text would not help.
fn words(cx: &Cx, name: &str, code: FieldCode) -> (String, Option<String>) {
    let label = match name {
        "slug" => cx.t(t::DISTRICT_CATEGORY_SLUG),
        "picture" => cx.t(t::DISTRICT_CATEGORY_PICTURE),
        "to" => cx.t(t::DISTRICT_CATEGORY_MOVE_TO),
        "class" => cx.t(t::RETURNS_CLASS),
        _ => language_label(cx, name, "name", t::DISTRICT_CATEGORY_NAME).unwrap_or_default(),
    };
    (label, special(cx, name, code))
}

fn special(cx: &Cx, name: &str, code: FieldCode) -> Option<String> {
    let text = match (name, code) {
        ("slug", FieldCode::InvalidChoice) => t::DISTRICT_CATEGORY_SLUG_TAKEN,
        ("slug", FieldCode::InvalidCode) => t::DISTRICT_CATEGORY_SLUG_WRONG,
        _ => return None,
    };
    Some(cx.t(text))
}

fn choices_of(categories: Vec<CategoryChoice>) -> Vec<(String, Vec<Choice>)> {
    let choices = categories
        .into_iter()
        .map(|category| Choice::new(category.slug, category.name.text).lang(category.name.lang));
    vec![(String::new(), choices.collect())]
}

/// Whether its goods can be sent back.
#[component]
fn ClassField(
    /// What was typed or is saved; empty where nobody said yet.
    value: String,
    /// What is wrong with it.
    error: Option<FieldCode>,
) -> Html {
    let cx = Cx::here();
    let choices = GoodsClass::ALL.map(|class| {
        let text = match class {
            GoodsClass::Fresh => t::RETURNS_CLASS_FRESH,
            GoodsClass::Packaged => t::RETURNS_CLASS_PACKAGED,
        };
        Choice::new(class.as_str(), cx.t(text))
    });
    view! {
        <SelectField
            name="class"
            label=cx.t(t::RETURNS_CLASS)
            value
            placeholder=cx.t(t::RETURNS_FORM_CHOOSE)
            groups=vec![(String::new(), choices.to_vec())]
            error
        />
    }
    .into_html()
}

/// The form of a new category.
#[component]
fn NewCategoryPage(
    /// What was typed.
    typed: NewCategory,
    /// Why it was not saved.
    not_saved: NotSaved,
    /// The categories whose picture it can take.
    choices: Vec<CategoryChoice>,
) -> Html {
    let cx = Cx::here();
    let wrong = wrong_fields(&cx, &not_saved.errors, |name, code| words(&cx, name, code));
    let is_refused = not_saved.is_any();
    let errors = not_saved.errors;
    let slug_error = errors.of("slug");
    view! {
        <CentreFrame title=t::DISTRICT_CATEGORY_NEW>
            <p><a class="c-link" href=cx.url(&CentreCategories::new())>{cx.t(t::DISTRICT_CATEGORIES_BACK)}</a></p>
            <Outcome done=None refused=not_saved.refused/>
            <ErrorSummary fields=wrong/>
            <form
                class="c-card c-form"
                method="post"
                action=cx.url(&CentreNewCategory::new())
                novalidate
                data-testid="new-category"
            >
                <FormKey/>
                <p class="c-muted">{cx.t(t::DISTRICT_LANGUAGES_HINT)}</p>
                <LanguageFields
                    field="name"
                    label=t::DISTRICT_CATEGORY_NAME
                    values=typed.form.names
                    errors=errors.clone()
                    needs_one=true
                />
                <TextField
                    name="slug"
                    label=cx.t(t::DISTRICT_CATEGORY_SLUG)
                    hint=cx.t(t::DISTRICT_CATEGORY_SLUG_HINT)
                    value=typed.slug
                    error=slug_error
                    error_text=slug_error.and_then(|code| special(&cx, "slug", code)).unwrap_or_default()
                    is_ltr=true
                    maxlength=0
                />
                <SelectField
                    name="picture"
                    label=cx.t(t::DISTRICT_CATEGORY_PICTURE)
                    hint=cx.t(t::DISTRICT_CATEGORY_PICTURE_HINT)
                    value=typed.picture_of
                    placeholder=cx.t(t::DISTRICT_CHOOSE)
                    groups=choices_of(choices)
                    error=errors.of("picture")
                />
                <ClassField value=typed.form.class error=errors.of("class")/>
                <Draft form=NEW is_refused/>
                <p><button class="c-button c-button--primary">{cx.t(t::DISTRICT_CATEGORY_ADD)}</button></p>
            </form>
        </CentreFrame>
    }
    .into_html()
}

/// The category, and what can be done with it.
#[component]
fn CategoryPage(
    /// The category.
    file: CategoryFile,
    /// What was typed, when it could not be saved.
    typed: Option<CategoryForm>,
    /// Why it was not saved.
    not_saved: NotSaved,
) -> Html {
    let cx = Cx::here();
    let done = match value_of(cx.query(), "done").as_str() {
        "saved" => Some(t::DISTRICT_SAVED),
        "added" => Some(t::DISTRICT_CATEGORY_ADDED),
        "moved" => Some(t::DISTRICT_CATEGORY_MOVE_DONE),
        "hidden" => Some(t::DISTRICT_CATEGORY_HIDE_DONE),
        "shown" => Some(t::DISTRICT_CATEGORY_SHOW_DONE),
        _ => None,
    };
    let done = done.filter(|_| not_saved.errors.is_empty());
    let is_saved = value_of(cx.query(), "done") == "saved";
    let is_refused = typed.is_some();
    let ended = (value_of(cx.query(), "done") == "added").then(|| view! { <DraftEnd form=NEW/> });
    let row = file.row;
    let place = cx.url(&CentreCategory::new(&row.id.to_string()));
    let wrong = wrong_fields(&cx, &not_saved.errors, |name, code| words(&cx, name, code));
    let saved_at = typed.is_some().then(|| place.clone());
    let name = ("name", t::DISTRICT_CATEGORY_NAME);
    let differing = typed
        .as_ref()
        .map(|typed| differing_languages(&cx, name, &typed.names, &file.form.names))
        .unwrap_or_default();
    let count = i64::try_from(row.goods).unwrap_or(i64::MAX);
    let goods = cx.t(t::district_category_goods(format::number(cx.locale(), count)));
    let (move_error, class_error) = (not_saved.errors.of("to"), not_saved.errors.of("class"));
    let form = typed.unwrap_or(file.form);
    let move_form = (row.goods > 0).then(|| {
        view! {
            <form class="c-card c-form" method="post" action=place.clone() novalidate data-testid="category-goods">
                <h2 class="c-card__title">{cx.t(t::DISTRICT_CATEGORY_MOVE)}</h2>
                <p class="c-muted">{cx.t(t::DISTRICT_CATEGORY_MOVE_TEXT)}</p>
                <FormKey/>
                <Hidden name="command" value="move"/>
                <SelectField
                    name="to"
                    label=cx.t(t::DISTRICT_CATEGORY_MOVE_TO)
                    value=""
                    placeholder=cx.t(t::DISTRICT_CHOOSE)
                    groups=choices_of(file.others)
                    error=move_error
                />
                <p><button class="c-button">{cx.t(t::DISTRICT_CATEGORY_MOVE)}</button></p>
            </form>
        }
    });
    view! {
        <CentreFrame title=t::DISTRICT_CATEGORIES_TITLE>
            <Outcome done refused=not_saved.refused saved_at differing/>
            {ended}
            <ErrorSummary fields=wrong/>
            <p><a class="c-link" href=cx.url(&CentreCategories::new())>{cx.t(t::DISTRICT_CATEGORIES_BACK)}</a></p>
            <h2 class="c-card__title"><ShownName shown=row.name.clone()/></h2>
            <p class="c-muted">{goods}" · "<bdi dir="ltr">{row.slug.clone()}</bdi></p>
            <form class="c-card c-form" method="post" action=place.clone() novalidate data-testid="category-form">
                <FormKey/>
                // After a conflict the newer version goes along: saving again is then a decision, not an accident.
                <Hidden name="seen" value=file.version.to_string()/>
                <p class="c-muted">{cx.t(t::DISTRICT_LANGUAGES_HINT)}</p>
                <LanguageFields
                    field="name"
                    label=t::DISTRICT_CATEGORY_NAME
                    values=form.names
                    errors=not_saved.errors
                    needs_one=true
                />
                <ClassField value=form.class error=class_error/>
                <Draft form=format!("category-{}", row.id) is_saved is_refused/>
                <p><button class="c-button c-button--primary">{cx.t(t::BUTTON_SAVE)}</button></p>
            </form>
            {move_form}
            <StatusForm row place/>
        </CentreFrame>
    }
    .into_html()
}

/// Hiding, or showing again.
#[component]
fn StatusForm(
    /// The category.
    row: CategoryRow,
    /// Where it is sent.
    place: String,
) -> Html {
    let cx = Cx::here();
    let (status, title, text): (CategoryStatus, Text, Text) = if !row.is_shown {
        (
            CategoryStatus::Shown,
            t::DISTRICT_CATEGORY_SHOW,
            t::DISTRICT_CATEGORY_SHOW_TEXT,
        )
    } else if row.goods > 0 {
        (
            CategoryStatus::Hidden,
            t::DISTRICT_CATEGORY_HIDE,
            t::DISTRICT_CATEGORY_HIDE_FULL,
        )
    } else {
        (
            CategoryStatus::Hidden,
            t::DISTRICT_CATEGORY_HIDE,
            t::DISTRICT_CATEGORY_HIDE_TEXT,
        )
    };
    let can_be = !row.is_shown || row.goods == 0;
    let form = can_be.then(|| {
        view! {
            <form class="c-form" method="post" action=place novalidate data-testid="category-status">
                <FormKey/>
                <Hidden name="status" value=status.as_str()/>
                <p><button class="c-button">{cx.t(title)}</button></p>
            </form>
        }
    });
    view! {
        <section class="c-card c-stack">
            <h2 class="c-card__title">{cx.t(title)}</h2>
            <p class="c-muted">{cx.t(text)}</p>
            {form}
        </section>
    }
    .into_html()
}
