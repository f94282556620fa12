//! Editing the shop page: tagline and story in three languages.

use axum::http::StatusCode;
use axum::response::Response;
use domain::Locale;
use l10n::t;
use leptos::prelude::*;
use service::studio::{ShopEditor, ShopForm};

use super::frame::{Draft, EditorNotice, NotSaved, StudioFrame};
use super::texts::{Edited, LanguageFields, Length, SavedNow, field_label, sent_right, sent_texts};
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::page::Meta;
use crate::routes::{ShopPage, StudioShop};
use crate::ui::{ErrorSummary, Hidden, Html, IntoHtml, TextField, WrongField, error_text, language_name};

/// The editor.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    render(&cx, StatusCode::OK, ShopForm::default(), None).await
}

/// Saves the texts; the shop shows them at once.
pub async fn save(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let sent = ShopForm {
        version: form.get("version").to_owned(),
        taglines: sent_texts(&form, "tagline-"),
        stories: sent_texts(&form, "story-"),
        link: form
            .iter()
            .find(|(name, _)| *name == "link")
            .map(|(_, typed)| typed.to_owned()),
        right: sent_right(&form),
    };
    match service::studio::save_shop(cx.shop(), cx.actor(), &sent).await {
        Ok(()) => Ok(cx.see(&format!("{}?saved=1", cx.url(&StudioShop::new())))),
        Err(error) => {
            let not_saved = NotSaved::of(error)?;
            render(&cx, not_saved.status(), sent, Some(not_saved)).await
        }
    }
}

async fn render(cx: &Cx, status: StatusCode, typed: ShopForm, not_saved: Option<NotSaved>) -> PageResult<Response> {
    let editor = service::studio::shop_editor(cx.shop(), cx.actor(), cx.locale()).await?;
    Ok(cx.page_with(status, Meta::private(cx.t(t::STUDIO_SHOP_TITLE)), || {
        view! { <StudioShopPage editor typed not_saved/> }
    }))
}

/// The shop page's texts.
#[component]
fn StudioShopPage(
    /// What is saved.
    editor: ShopEditor,
    /// What was typed, when it could not be saved.
    typed: ShopForm,
    /// Why it was not saved.
    not_saved: Option<NotSaved>,
) -> Html {
    let cx = Cx::here();
    let errors = not_saved.clone().unwrap_or_default().errors;
    let is_conflict = not_saved.as_ref().is_some_and(NotSaved::is_conflict);
    let wrong = wrong_fields(&cx, not_saved.as_ref());
    let tagline = Edited {
        name: "tagline",
        label: t::STUDIO_TAGLINE,
        hint: None,
        length: Length::Line,
        saved: editor.taglines,
        typed: typed.taglines,
        right: typed.right.clone(),
        required: Some(editor.source),
    };
    let story = Edited {
        name: "story",
        label: t::STUDIO_STORY,
        hint: Some(t::STUDIO_STORY_HINT),
        length: Length::Prose,
        saved: editor.stories,
        typed: typed.stories,
        right: typed.right,
        required: Some(editor.source),
    };
    let link_now = (is_conflict && typed.link.as_ref().is_some_and(|typed| *typed != editor.link))
        .then(|| view! { <SavedNow text=shown(&editor.link) lang=None/> });
    view! {
        <StudioFrame>
            <div class="c-bar">
                <h1 class="c-title">{cx.t(t::STUDIO_SHOP_TITLE)}</h1>
                <a class="c-button" href=cx.url(&ShopPage::new(&editor.slug))>{cx.t(t::STUDIO_SEE_SHOP)}</a>
            </div>
            <EditorNotice not_saved/>
            <ErrorSummary fields=wrong/>
            <p class="c-muted">{cx.tv(t::studio_source_note(language_name(&cx, editor.source)))}</p>
            <form class="c-form" method="post" action=cx.url(&StudioShop::new()) novalidate data-testid="shop-editor">
                // After a conflict the newer version goes along: saving again is then a decision, not an accident.
                <Hidden name="version" value=editor.version.to_string()/>
                <LanguageFields edited=tagline errors=errors.clone() is_conflict/>
                <LanguageFields edited=story errors=errors.clone() is_conflict/>
                <TextField
                    name="link"
                    label=cx.t(t::STUDIO_LINK)
                    hint=cx.t(t::STUDIO_LINK_HINT)
                    value=typed.link.unwrap_or(editor.link)
                    error=errors.of("link")
                    inputmode="url"
                    autocomplete="url"
                    is_ltr=true
                    may_be_empty=true
                    maxlength=300
                />
                {link_now}
                <div class="c-save">
                    <Draft form="shop".to_owned()/>
                    <p class="c-actions"><button class="c-button c-button--primary">{cx.t(t::BUTTON_SAVE)}</button></p>
                </div>
            </form>
        </StudioFrame>
    }
    .into_html()
}

/// What is saved, or a dash where that is nothing.
fn shown(saved: &str) -> String {
    if saved.is_empty() {
        "–".to_owned()
    } else {
        saved.to_owned()
    }
}

/// The wrong fields for the summary at the top.
fn wrong_fields(cx: &Cx, not_saved: Option<&NotSaved>) -> Vec<WrongField> {
    let Some(not_saved) = not_saved else {
        return Vec::new();
    };
    not_saved
        .errors
        .iter()
        .map(|(name, code)| {
            let (field, lang) = name.rsplit_once('-').unwrap_or((name, ""));
            let text = match field {
                "story" => t::STUDIO_STORY,
                "link" => t::STUDIO_LINK,
                _ => t::STUDIO_TAGLINE,
            };
            let label = match Locale::from_code(lang) {
                Some(lang) => field_label(cx, text, lang),
                None => cx.t(text),
            };
            WrongField {
                name: name.to_string(),
                label,
                text: error_text(cx, code),
            }
        })
        .collect()
}
