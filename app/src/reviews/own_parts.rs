//! Parts of the page where one says how goods were: the form, and what was written.

use components::error_id;
use domain::{FieldCode, MAX_REVIEW_PHOTOS, MediaId, PersonName, ReviewState, ReviewText, Stars as Given};
use l10n::t;
use leptos::prelude::*;
use service::reviews::{OwnReview, ReviewAuthor, ReviewForm};
use service::{FieldErrors, Picture};

use super::card::Answer;
use super::photos::{FILE, PHOTO};
use super::words::{held_for, hide_reason, meaning};
use crate::cx::Cx;
use crate::form_key::FormKey;
use crate::photo_refused::NotAdded;
use crate::ui::{
    FieldError, FileField, Hidden, Html, IntoHtml, LongTextField, Shape, ShopPicture, Stars, TextField, author_text,
    field_id, star_row,
};

/// Longest text and longest name, characters.
pub(super) const TEXT_MAX: u32 = ReviewText::MAX as u32;
pub(super) const NAME_MAX: u32 = PersonName::MAX as u32;

/// Stars, a text, a name.
#[component]
pub(super) fn WriteForm(
    /// Where it goes.
    action: String,
    /// What was typed.
    form: ReviewForm,
    /// What is wrong with it.
    errors: FieldErrors,
    /// Who is said to have written it, when no name is chosen.
    author: ReviewAuthor,
    /// Whether nothing was written before.
    #[prop(optional)]
    is_new: bool,
) -> Html {
    let cx = Cx::here();
    let choices = Given::ALL
        .into_iter()
        .map(|stars| {
            let is_chosen = form.stars == stars.as_str();
            view! {
                <label class="c-choice">
                    <input type="radio" name="stars" value=stars.as_str() checked=is_chosen/>
                    <span class="c-choice__text">
                        <strong>{cx.t(meaning(stars))}</strong>
                        <small class="c-stars" aria-hidden="true">{star_row(stars.get())}</small>
                    </span>
                </label>
            }
        })
        .collect_view();
    let wrong_stars = errors.of("stars").map(|_| error_id("stars"));
    let hint = cx.t(t::reviews_field_name_hint(author_text(&cx, &author)));
    let button = cx.t(if is_new { t::REVIEWS_SEND } else { t::REVIEWS_SAVE });
    view! {
        <form class="c-card c-form" method="post" action=action novalidate data-testid="review-form">
            <FormKey/>
            <Hidden name="command" value="write"/>
            <fieldset class="c-fieldset" id=field_id("stars") aria-describedby=wrong_stars>
                <legend>{cx.t(t::REVIEWS_FIELD_STARS)}</legend>
                <div class="c-choices">{choices}</div>
                <FieldError name="stars" error=errors.of("stars")/>
            </fieldset>
            <LongTextField
                name="text"
                label=cx.t(t::REVIEWS_FIELD_TEXT)
                hint=cx.t(t::REVIEWS_FIELD_TEXT_HINT)
                value=form.text
                error=errors.of("text")
                may_be_empty=true
                maxlength=TEXT_MAX
                rows=4
            />
            <TextField
                name="name"
                label=cx.t(t::REVIEWS_FIELD_NAME)
                hint=hint
                value=form.name
                error=errors.of("name")
                may_be_empty=true
                maxlength=NAME_MAX
            />
            <p class="c-muted">{cx.t(t::REVIEWS_ALL_READ)}</p>
            <p class="c-actions"><button class="c-button c-button--primary">{button}</button></p>
        </form>
    }
    .into_html()
}

/// Whether a photo can be added to a review.
pub(super) fn takes_photos(own: &OwnReview) -> bool {
    own.may_edit && own.photos.len() < MAX_REVIEW_PHOTOS
}

/// What was written, how it stands, and what can be done with it.
#[component]
pub(super) fn OwnCard(
    /// What was written.
    own: OwnReview,
    /// Where the forms go.
    action: String,
    /// What was typed, and is not taken.
    typed: Option<ReviewForm>,
    /// What is wrong with it.
    errors: FieldErrors,
    /// Why a photo is not there.
    photo: Option<NotAdded>,
    /// Who is said to have written it, when no name is chosen.
    author: ReviewAuthor,
) -> Html {
    let cx = Cx::here();
    let state = view! { <State own=own.clone()/> };
    let words = own
        .text
        .lines()
        .filter(|line| !line.is_empty())
        .map(|line| view! { <p dir="auto">{line.to_owned()}</p> })
        .collect_view();
    let name = (!own.name.is_empty()).then(|| view! { <p class="c-small c-muted"><bdi>{own.name.clone()}</bdi></p> });
    let answer = own.answer.clone().map(|answer| view! { <Answer answer/> });
    let is_wrong = typed.is_some();
    let form = typed.unwrap_or_else(|| ReviewForm {
        stars: own.stars.as_str().to_owned(),
        text: own.text.clone(),
        name: own.name.clone(),
    });
    let edit = if own.may_edit {
        view! {
            <details open=is_wrong data-testid="edit">
                <summary>{cx.t(t::REVIEWS_EDIT)}</summary>
                <WriteForm action=action.clone() form errors author/>
            </details>
        }
        .into_html()
    } else {
        view! { <p class="c-muted">{cx.t(t::REVIEWS_EDIT_OVER)}</p> }.into_html()
    };
    let photos = own.photos.clone();
    let may_edit = own.may_edit;
    view! {
        <section class="c-card c-stack" data-testid="own-review" data-state=own.state.as_str()>
            {state}
            <p><Stars stars=own.stars/></p>
            {words}
            {name}
            {answer}
        </section>
        {edit}
        <OwnPhotos photos may_edit action=format!("{action}/photos") photo/>
        <details data-testid="remove">
            <summary>{cx.t(t::REVIEWS_REMOVE)}</summary>
            <form class="c-form" method="post" action=action data-testid="remove-form">
                <FormKey/>
                <Hidden name="command" value="remove"/>
                <p>{cx.t(t::REVIEWS_REMOVE_TEXT)}</p>
                <p><button class="c-button c-button--danger">{cx.t(t::REVIEWS_REMOVE_CONFIRM)}</button></p>
            </form>
        </details>
    }
    .into_html()
}

/// Who sees it, and why not all.
#[component]
fn State(
    /// What was written.
    own: OwnReview,
) -> Html {
    let cx = Cx::here();
    let is_sent = cx.query() == "sent=1";
    // Where the page is opened after sending.
    let place = is_sent.then_some("notice");
    match own.state {
        ReviewState::Published | ReviewState::Removed => is_sent
            .then(|| {
                view! {
                    <div class="c-notice c-notice--good" id=place role="status" data-testid="review-sent">
                        <p>{cx.t(t::REVIEWS_SENT)}</p>
                    </div>
                }
            })
            .into_html(),
        ReviewState::Held => {
            let why = cx.t(own.held_for.map_or(t::REVIEWS_HELD_AGAIN, held_for));
            view! {
                <div class="c-notice" id=place role="status" data-testid="review-held">
                    <p>{cx.t(t::REVIEWS_HELD)}</p>
                    <p>{why}</p>
                </div>
            }
            .into_html()
        }
        ReviewState::Hidden => {
            let why = own.hidden.map(|(reason, words)| {
                view! {
                    <p>{cx.t(hide_reason(reason))}</p>
                    <p dir="auto">{words}</p>
                }
            });
            let edit = own.may_edit.then(|| view! { <p>{cx.t(t::REVIEWS_HIDDEN_EDIT)}</p> });
            view! {
                <div class="c-notice c-notice--warn" id=place role="status" data-testid="review-hidden">
                    <strong>{cx.t(t::REVIEWS_HIDDEN)}</strong>
                    {why}
                    {edit}
                </div>
            }
            .into_html()
        }
    }
}

/// Its pictures, and the form for another one.
#[component]
fn OwnPhotos(
    /// The pictures.
    photos: Vec<(MediaId, Picture)>,
    /// Whether they can be changed.
    may_edit: bool,
    /// Where the forms go.
    action: String,
    /// Why a photo is not there.
    photo: Option<NotAdded>,
) -> Html {
    let cx = Cx::here();
    if photos.is_empty() && !may_edit {
        return Html::new("");
    }
    let is_full = photos.len() >= MAX_REVIEW_PHOTOS;
    let items = photos
        .into_iter()
        .zip(1_i64..)
        .map(|(photo, number)| {
            let action = may_edit.then(|| action.clone());
            view! { <OwnPhoto photo number action/> }
        })
        .collect_view();
    let text = photo.map(|why| cx.t(why.text())).unwrap_or_default();
    let error = photo.map(|_| FieldCode::InvalidChoice);
    let full = (may_edit && is_full)
        .then(|| view! { <p class="c-muted" data-testid="photos-full">{cx.t(t::REVIEWS_PHOTOS_FULL)}</p> });
    let form = (may_edit && !is_full).then(|| {
        view! {
            <p class="c-muted">{cx.t(t::REVIEWS_PHOTOS_TEXT)}</p>
            <form
                class="c-form"
                method="post"
                enctype="multipart/form-data"
                action=action.clone()
                novalidate
                data-testid="photo-form"
            >
                <FormKey/>
                <FileField
                    name=FILE
                    label=cx.t(t::REVIEWS_PHOTO_FILE)
                    hint=""
                    accept="image/*"
                    error
                    error_text=text
                />
                <p><button class="c-button">{cx.t(t::REVIEWS_PHOTO_ADD)}</button></p>
            </form>
        }
    });
    view! {
        <section class="c-card c-stack" id="photos">
            <h2 class="c-card__title">{cx.t(t::REVIEWS_PHOTOS)}</h2>
            <ul class="c-list">{items}</ul>
            {full}
            {form}
        </section>
    }
    .into_html()
}

/// One of them, and the button that takes it away.
#[component]
fn OwnPhoto(
    /// The picture.
    photo: (MediaId, Picture),
    /// Which one it is, from 1.
    number: i64,
    /// Where the form goes; nothing when it stays.
    action: Option<String>,
) -> Html {
    let cx = Cx::here();
    let (id, picture) = photo;
    let named = cx.t(t::reviews_photo_remove_named(number));
    let form = action.map(|action| {
        view! {
            <form class="c-line__side" method="post" action=action data-testid="remove-photo">
                <FormKey/>
                <Hidden name=PHOTO value=id.to_string()/>
                <button class="c-button c-button--quiet" aria-label=named>{cx.t(t::REVIEWS_PHOTO_REMOVE)}</button>
            </form>
        }
    });
    view! {
        <li class="c-line" data-testid="own-photo">
            <span class="c-line__picture">
                <ShopPicture picture shape=Shape::Thumb alt=cx.t(t::reviews_photo(number))/>
            </span>
            <span class="c-line__body"></span>
            {form}
        </li>
    }
    .into_html()
}
