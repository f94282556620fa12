//! The page with a product's pictures: the form that adds one, those on their way, and the list with its order.

use domain::{
    FieldCode, MAX_PICTURE_BYTES, MAX_PICTURES, MediaId, PictureMove, PictureRefusal, ProductId, UploadId, UploadState,
};
use l10n::{Text, format, t};
use leptos::prelude::*;
use service::studio::{CropsView, PicturesPage, ProductPicture, UploadView};

use super::frame::{Done, StudioFrame};
use super::pictures::{FILE, NotAdded};
use crate::cx::Cx;
use crate::form_key::FormKey;
use crate::routes::{StudioPicture, StudioPictureCrop, StudioPictures, StudioProduct, StudioUpload, StudioUploads};
use crate::ui::{
    ErrorSummary, FileField, Hidden, Html, IntoHtml, RefusedNotice, Shape, ShopPicture, ShownText, WrongField,
};

/// The pictures of a product.
#[component]
pub(super) fn StudioPicturesPage(
    /// What there is.
    pictures: PicturesPage,
    /// Why a picture was not added.
    why: NotAdded,
) -> Html {
    let cx = Cx::here();
    let product = pictures.product;
    let most = format::number(cx.locale(), i64::try_from(MAX_PICTURES).unwrap_or(i64::MAX));
    let (added, moved, removed, cropped, heading) = match (pictures.is_public, pictures.waits) {
        (true, true) => (
            t::CONFIRMATION_SAVED,
            t::CONFIRMATION_SAVED,
            t::CONFIRMATION_SAVED,
            t::PICTURES_CROP_ASKED_WAITS,
            t::PICTURES_ALL,
        ),
        (true, false) => (
            t::PICTURES_ADDED,
            t::PICTURES_MOVED,
            t::PICTURES_REMOVED,
            t::PICTURES_CROP_ASKED,
            t::PICTURES_LIST,
        ),
        (false, _) => (
            t::PICTURES_ADDED_DRAFT,
            t::PICTURES_MOVED_DRAFT,
            t::PICTURES_REMOVED,
            t::PICTURES_CROP_ASKED,
            t::PICTURES_ALL,
        ),
    };
    // Not any more on the page that is loaded again when it is there.
    let cropped = (pictures.crops.open > 0).then(|| view! { <Done word="cropped=1" text=cropped/> });
    let count = pictures.pictures.len();
    let here = cx.url(&StudioPictures::new(&product.to_string()));
    let wrong: Vec<WrongField> = why
        .refusal
        .map(|refusal| WrongField {
            name: FILE.to_owned(),
            label: cx.t(t::PICTURES_FILE),
            text: cx.t(refusal_text(refusal)),
        })
        .into_iter()
        .collect();
    let rows = pictures
        .pictures
        .into_iter()
        .zip(1..)
        .map(|(picture, place)| view! { <PictureRow product picture place count/> })
        .collect_view();
    let list = if count == 0 {
        view! { <p class="c-muted">{cx.t(t::PICTURES_NONE)}</p> }.into_html()
    } else {
        view! { <ol class="c-list" data-testid="product-pictures">{rows}</ol> }.into_html()
    };
    let replaced = (cx.query() == "replaced=1").then(|| {
        let text = cx.t(t::PICTURES_CROP_REPLACED);
        view! { <div class="c-notice c-notice--warn" id="notice" role="alert" data-testid="crop-replaced"><p>{text}</p></div> }
    });
    let add = if pictures.is_full {
        view! { <p class="c-notice">{cx.t(t::pictures_full(most))}</p> }.into_html()
    } else {
        view! { <AddForm product refusal=why.refusal/> }.into_html()
    };
    view! {
        <StudioFrame>
            <div class="c-bar">
                <h1 class="c-title">{cx.tv(t::pictures_title(pictures.name.text.as_str()))}</h1>
                <a class="c-button" href=cx.url(&StudioProduct::new(&product.to_string()))>{cx.t(t::PICTURES_BACK)}</a>
            </div>
            <Done word="added=1" text=added/>
            <Done word="moved=1" text=moved/>
            <Done word="removed=1" text=removed/>
            {cropped}
            {replaced}
            <RefusedNotice code=why.refused/>
            <ErrorSummary fields=wrong title=Some(t::FORM_FILE_REFUSED)/>
            <section class="c-stack c-card">
                <h2 class="c-card__title">{cx.t(t::PICTURES_ADD)}</h2>
                {add}
            </section>
            <Crops crops=pictures.crops here=here.clone()/>
            <Uploads uploads=pictures.uploads here place=product_upload/>
            <section class="c-stack">
                <h2>{cx.t(heading)}</h2>
                {list}
            </section>
        </StudioFrame>
    }
    .into_html()
}

/// The field that names the product of a picture sent in pieces.
const PRODUCT: &str = "product";

fn product_upload(cx: &Cx, id: &str) -> String {
    cx.url(&StudioUpload::new(id))
}

/// The form that brings a picture, from the camera or from the phone's own ones.
#[component]
fn AddForm(
    /// The product.
    product: ProductId,
    /// Why the last one was not taken.
    refusal: Option<PictureRefusal>,
) -> Html {
    let cx = Cx::here();
    let error = refusal.map(|_| FieldCode::InvalidChoice);
    let text = refusal.map(|refusal| cx.t(refusal_text(refusal))).unwrap_or_default();
    let here = cx.url(&StudioPictures::new(&product.to_string()));
    let ready = format!("{here}?added=1");
    let line = upload_line(&cx, cx.url(&StudioUploads::new()), &[PRODUCT], ready, here.clone());
    view! {
        <form
            class="c-form"
            method="post"
            enctype="multipart/form-data"
            action=here
            novalidate
            data-testid="picture-form"
        >
            <FormKey/>
            <Hidden name=PRODUCT value=product.to_string()/>
            <FileField
                    name=FILE
                    label=cx.t(t::PICTURES_FILE)
                    hint=cx.t(t::PICTURES_FILE_HINT)
                    accept="image/*"
                    error
                    error_text=text
                />
            {islands::upload_island(line)}
            <p class="c-actions"><button class="c-button c-button--primary">{cx.t(t::PICTURES_SEND)}</button></p>
        </form>
    }
    .into_html()
}

/// What the line below a file's field needs: the address that begins an upload, the fields that say what the picture is for, and
/// the pages to go to when it is there and otherwise.
pub(super) fn upload_line(
    cx: &Cx,
    begin: String,
    fields: &[&str],
    ready: String,
    pictures: String,
) -> components::UploadLineView {
    components::UploadLineView {
        begin,
        fields: fields.iter().map(|name| (*name).to_owned()).collect(),
        ready,
        pictures,
        most: u32::try_from(MAX_PICTURE_BYTES).unwrap_or(u32::MAX),
        sending: cx.t(t::PICTURES_SENDING),
        offline: cx.t(t::PICTURES_SENDING_OFFLINE),
        making: cx.t(t::PICTURES_SENDING_MAKING),
        not_taken: cx.t(t::PICTURES_SENDING_NOT_TAKEN),
        failed: cx.t(t::PICTURES_SENDING_FAILED),
        too_large: cx.t(refusal_text(PictureRefusal::TooManyBytes)),
        empty: cx.t(refusal_text(PictureRefusal::Empty)),
    }
}

/// Pictures that are on their way, and those that could not be taken today.
#[component]
pub(super) fn Uploads(
    /// They.
    uploads: Vec<UploadView>,
    /// The page they are shown on.
    here: String,
    /// The address of one, by its number.
    place: fn(&Cx, &str) -> String,
    /// What each is for, where the page does not say so itself.
    #[prop(optional)]
    named: Vec<(UploadId, String)>,
) -> Html {
    let cx = Cx::here();
    if uploads.is_empty() {
        return Html::new("");
    }
    let (open, refused): (Vec<UploadView>, Vec<UploadView>) =
        uploads.into_iter().partition(|upload| upload.state.is_open());
    let rows = |uploads: Vec<UploadView>| {
        uploads
            .into_iter()
            .map(|upload| {
                let goes_to = named
                    .iter()
                    .find(|(id, _)| *id == upload.id)
                    .map(|(_, name)| name.clone());
                view! { <UploadRow upload place goes_to/> }
            })
            .collect_view()
    };
    let refused = (!refused.is_empty()).then(|| {
        view! {
            <section class="c-stack">
                <h2>{cx.t(t::PICTURES_STATE_REFUSED)}</h2>
                <ul class="c-list">{rows(refused)}</ul>
            </section>
        }
    });
    let open = (!open.is_empty()).then(|| {
        view! {
            <section class="c-stack">
                <div class="c-heading">
                    <h2>{cx.t(t::PICTURES_UPLOADS)}</h2>
                    <a class="c-link" href=here>{cx.t(t::PICTURES_RELOAD)}</a>
                </div>
                <ul class="c-list">{rows(open)}</ul>
            </section>
        }
    });
    view! { {refused}{open} }.into_html()
}

/// What is being cropped, and what could not be.
#[component]
pub(super) fn Crops(
    /// It.
    crops: CropsView,
    /// The page it is shown on.
    here: String,
) -> Html {
    let cx = Cx::here();
    let open = (crops.open > 0).then(|| {
        let count = format::number(cx.locale(), i64::try_from(crops.open).unwrap_or(i64::MAX));
        view! {
            <div class="c-notice c-heading" role="status" data-testid="crops-open">
                <p>{cx.t(t::pictures_crops_open(count))}</p>
                <a class="c-link" href=here>{cx.t(t::PICTURES_RELOAD)}</a>
            </div>
        }
    });
    let refused = crops.refused.into_iter().map(|refusal| {
        view! {
            <div class="c-notice c-notice--warn" data-testid="crop-refused">
                <p>{cx.t(t::PICTURES_CROPS_REFUSED)}" "{cx.t(refusal_text(refusal))}</p>
            </div>
        }
    });
    view! { {refused.collect_view()}{open} }.into_html()
}

/// One of them, by its file's name; one that was refused can be put out of sight.
#[component]
fn UploadRow(
    /// The upload.
    upload: UploadView,
    /// The address of one, by its number.
    place: fn(&Cx, &str) -> String,
    /// What it is for.
    goes_to: Option<String>,
) -> Html {
    let cx = Cx::here();
    let word = upload.state.as_str();
    let name = upload.file_name.clone();
    let dismiss = (upload.state == UploadState::Refused).then(|| {
        let aloud = cx.t(t::pictures_dismiss_named(name.as_str()));
        let url = place(&cx, &upload.id.to_string());
        view! {
            <form method="post" action=url data-testid=format!("upload-dismiss-{}", upload.id)>
                <button class="c-button" aria-label=aloud>{cx.t(t::PICTURES_DISMISS)}</button>
            </form>
        }
    });
    let remove = upload.may_be_removed_by(cx.actor()).then(|| {
        let aloud = cx.t(t::pictures_upload_remove_named(name.as_str()));
        let url = place(&cx, &upload.id.to_string());
        view! {
            <form method="post" action=url data-testid=format!("upload-remove-{}", upload.id)>
                <button class="c-button" aria-label=aloud>{cx.t(t::PICTURES_UPLOAD_REMOVE)}</button>
            </form>
        }
    });
    let goes_to = goes_to.map(|goes_to| view! { <p class="c-muted" data-testid="upload-goes-to">{goes_to}</p> });
    view! {
        <li class="c-stack" data-testid="upload" data-state=word>
            <strong><bdi translate="no">{name}</bdi></strong>
            {goes_to}
            <p><UploadLine upload/></p>
            {dismiss}
            {remove}
        </li>
    }
    .into_html()
}

/// Where one stands.
#[component]
fn UploadLine(
    /// The upload.
    upload: UploadView,
) -> Html {
    let cx = Cx::here();
    let percent = format::number(cx.locale(), i64::try_from(upload.percent()).unwrap_or_default());
    match upload.state {
        // Nobody but its sender can go on.
        UploadState::Receiving if !upload.may_be_removed_by(cx.actor()) => {
            view! { <span>{cx.t(t::PICTURES_STATE_OTHERS)}</span> }.into_html()
        }
        UploadState::Receiving => view! { <span>{cx.tv(t::pictures_state_receiving(percent))}</span> }.into_html(),
        UploadState::Waiting => view! { <span>{cx.t(t::PICTURES_STATE_WAITING)}</span> }.into_html(),
        UploadState::Making => view! { <span>{cx.t(t::PICTURES_STATE_MAKING)}</span> }.into_html(),
        UploadState::Ready => view! { <span>{cx.t(t::PICTURES_ADDED)}</span> }.into_html(),
        UploadState::Refused => {
            let why = refusal_text(upload.reason.unwrap_or(PictureRefusal::Failed));
            view! { <span>{cx.t(why)}</span> }.into_html()
        }
    }
}

/// Where a picture stands on the page.
pub(super) fn anchor(picture: MediaId) -> String {
    format!("picture-{picture}")
}

/// One picture in the list.
#[component]
fn PictureRow(
    /// The product.
    product: ProductId,
    /// The picture.
    picture: ProductPicture,
    /// Its place, from 1.
    place: usize,
    /// How many there are.
    count: usize,
) -> Html {
    let cx = Cx::here();
    let action = cx.url(&StudioPicture::new(&product.to_string(), &picture.id.to_string()));
    let number = |value: usize| format::number(cx.locale(), i64::try_from(value).unwrap_or(i64::MAX));
    let words = match picture.description {
        Some(shown) => view! { <ShownText shown/> }.into_html(),
        None => view! { <span class="c-badge c-badge--warn">{cx.t(t::PICTURES_UNDESCRIBED)}</span> }.into_html(),
    };
    let at = if place == 1 {
        cx.tv(t::PICTURES_FIRST)
    } else {
        cx.tv(t::pictures_place(number(place), number(count)))
    };
    let buttons = [
        (PictureMove::First, t::PICTURES_MOVE_FIRST, place > 2),
        (PictureMove::Up, t::PICTURES_MOVE_UP, place > 1),
        (PictureMove::Down, t::PICTURES_MOVE_DOWN, place < count),
    ]
    .into_iter()
    .filter(|(.., moves)| *moves)
    .map(|(step, text, _)| {
        let text = cx.t(text);
        let aloud = cx.t(t::pictures_move_place(text.as_str(), number(place)));
        view! { <button class="c-button" name="command" value=step.as_str() aria-label=aloud>{text}</button> }
    })
    .collect_view();
    let describe = cx.t(t::pictures_describe_place(number(place)));
    let crop = cx.url(&StudioPictureCrop::new(&product.to_string(), &picture.id.to_string()));
    let crop_aloud = cx.t(t::pictures_crop_place(number(place)));
    view! {
        <li class="c-line" id=anchor(picture.id) data-testid="product-picture" data-picture=picture.id.to_string()>
            <span class="c-line__picture"><ShopPicture picture=picture.picture shape=Shape::Thumb/></span>
            <div class="c-line__body">
                <p>{words}</p>
                <p class="c-muted">{at}</p>
                <form class="c-row" method="post" action=action.clone() data-testid=format!("picture-move-{}", picture.id)>
                    <FormKey/>
                    {buttons}
                </form>
                <a class="c-button c-button--quiet" href=action aria-label=describe>{cx.t(t::PICTURES_DESCRIBE)}</a>
                <a class="c-button c-button--quiet" href=crop aria-label=crop_aloud>{cx.t(t::PICTURES_CROP)}</a>
            </div>
        </li>
    }
    .into_html()
}

/// Why a picture is not taken, and what to do.
pub(super) const fn refusal_text(refusal: PictureRefusal) -> Text {
    match refusal {
        PictureRefusal::Missing => t::PICTURES_REFUSED_MISSING,
        PictureRefusal::Empty => t::PICTURES_REFUSED_EMPTY,
        PictureRefusal::Known => t::PICTURES_REFUSED_KNOWN,
        PictureRefusal::TooManyBytes => t::PICTURES_REFUSED_TOO_MANY_BYTES,
        PictureRefusal::Heic => t::PICTURES_REFUSED_HEIC,
        PictureRefusal::NotAPicture => t::PICTURES_REFUSED_NOT_A_PICTURE,
        PictureRefusal::Moving => t::PICTURES_REFUSED_MOVING,
        PictureRefusal::TooLarge => t::PICTURES_REFUSED_TOO_LARGE,
        PictureRefusal::TooSmall => t::PICTURES_REFUSED_TOO_SMALL,
        PictureRefusal::Damaged => t::PICTURES_REFUSED_DAMAGED,
        PictureRefusal::Full => t::PICTURES_REFUSED_FULL,
        PictureRefusal::Failed => t::PICTURES_REFUSED_FAILED,
    }
}
