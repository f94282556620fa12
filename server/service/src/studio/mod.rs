//! A cooperative's work area. Every use case takes the actor and answers [`Error::NotFound`](crate::Error) to anybody
//! who is not of that cooperative; the cooperative comes from the session, never from the request.

mod again;
mod attach;
mod change;
mod change_view;
mod crop;
mod figures;
mod figures_view;
mod find;
mod goods;
mod goods_view;
mod ledger;
mod list;
mod listing;
mod lots;
mod new_product;
mod news;
mod orders;
mod packing;
mod picture_form;
mod pictures;
mod poster;
mod prices;
mod print;
mod print_jobs;
mod product;
mod products;
mod proposal;
mod questions;
mod readership;
mod reduction;
mod replacement;
mod replacement_view;
mod reports;
mod shop_page;
mod sizes;
mod stage;
mod stock;
mod suggestions;
pub mod tables;
mod texts;
mod uploads;
mod view;
mod wishes;

use db::Tx;
use domain::{Action, Actor, AuditAction, CategoryId, Locale, OrderId, OrderStage, Subject, UserId, rights};

use crate::audit::signature;
use crate::error::{Error, Result};
use crate::rights::own_cooperative;
use crate::{Picture, Shop, announcements, members, renaming};
use stage::{Side, Wanted};

pub use ::print::Paper;
pub use again::left_again;
pub use change_view::*;
pub use crop::{
    CropForm, CropSource, CropsView, ShopCrop, crop_picture, crop_shop_picture, original_picture,
    original_shop_picture, part_crops, shop_crop,
};
pub use figures::figures;
pub use figures_view::*;
pub use find::{SEARCHED, make_search_keys};
pub(crate) use goods::Goods;
pub use goods_view::*;
pub use list::{MAX_SEARCH, orders};
pub use listing::{resume_due, set_listing, take_back};
pub use lots::lot;
pub(crate) use new_product::slug_of;
pub use new_product::{copy_product, create_product, may_create};
pub use news::{News, end_news, listen, look_for_news, news};
pub use orders::{move_all, move_on, moved, order};
pub use packing::packing;
pub use picture_form::{add_picture, receive_picture};
pub use pictures::{PictureForm, PicturePage, PicturesPage, ProductPicture, change_picture, picture, pictures};
pub use poster::{Share, ShopLink, poster, share};
pub use print::{OrderLink, PrintQuery, Printed, PrintedFile, PrintedOrders, print_orders};
pub(crate) use print_jobs::expire as expire_prints;
pub use print_jobs::{
    MAX_IN_JOB, PrintJob, PrintedParts, begin_print, count_waiting, find_print_job, print_next, printable,
    printed_parts,
};
pub use product::{product_editor, save_product};
pub use products::{products, with_pictures};
pub use proposal::Standing;
pub(crate) use proposal::{apply, picture_rows_for_maker};
pub use questions::{answer, hide_message, need_no_answer, questions};
pub use readership::most_read_first;
pub use reduction::{reduce, reduce_page};
pub use replacement::{replace, replace_page, undo_replacement};
pub use replacement_view::*;
pub use reports::{ReportedOrder, SettleForm, reports, settle};
pub use shop_page::*;
pub use sizes::{add_size, limit_size, show_size, sizes};
pub use stock::{move_stock, save_stock, stock_offer, stock_page};
pub use suggestions::{ask_suggestions, suggest_next};
pub(crate) use uploads::expire;
pub use uploads::{
    NewPageUpload, NewUpload, PhotoPage, UploadView, append, append_to_page, begin_page_upload, begin_upload,
    dismiss_page_upload, dismiss_upload, find_page_upload, find_upload, make_next, photo_page,
};
pub use view::*;

/// How far what is to be answered is told.
const TO_ANSWER: u64 = 99;
/// Orders on the first page: those that have waited longest.
const NEXT: usize = 5;

/// Notes who did what to a thing.
async fn audit(tx: &Tx, at: i64, actor: &str, action: AuditAction, object: &str) -> Result<()> {
    crate::audit::note(tx, at, actor, action, object, "").await
}

/// The [`signature`] of somebody who did it before.
fn signed(user: UserId, is_support: bool) -> String {
    let who = if is_support { "support" } else { "user" };
    format!("{who}:{user}")
}

/// Whether it is the Centre's people who work for the cooperative.
fn is_support(actor: Actor) -> bool {
    matches!(actor, Actor::Support { .. })
}

/// The first page of the studio.
///
/// # Errors
/// [`Error::NotFound`] for anybody who is not of a cooperative.
#[crate::boxed]
pub async fn home(shop: &Shop, actor: Actor, locale: Locale) -> Result<StudioHome> {
    let id = own_cooperative(actor, Action::OpenWork)?.id();
    let directory = shop.directory();
    let cooperative = directory.cooperative(id).ok_or(Error::NotFound)?;
    let products = products::of_cooperative(shop, id, locale).await?;
    let own = Subject::Cooperative(id);
    let (counts, orders, questions, reports, again) = if rights::may(actor, Action::ReadOrders, own).is_ok() {
        let wanted = Wanted::of(id);
        let mut ids: Vec<OrderId> = Vec::new();
        for stage in [OrderStage::New, OrderStage::ToPack, OrderStage::ToHandOver] {
            let left = NEXT.saturating_sub(ids.len());
            let oldest = wanted.in_stage(stage).ids(shop.db().read(), Side::Oldest, left as u64);
            ids.extend(oldest.await?.into_iter().map(|(id, _)| id));
        }
        (
            list::counts(shop, wanted).await?,
            list::rows(shop, locale, &ids).await?,
            questions::count(shop.db().read(), id).await?,
            reports::count(shop.db().read(), id).await?,
            again::count(shop.db().read(), id).await?,
        )
    } else {
        let none = StageCount::default();
        (Vec::new(), Vec::new(), none, none, none)
    };
    let (product_questions, reviews) = if rights::may(actor, Action::AnswerBuyers, own).is_ok() {
        let db = shop.db().read();
        (
            crate::questions::waiting_of(db, id).await?,
            crate::reviews::unanswered_of(db, id).await?,
        )
    } else {
        (0, 0)
    };
    let naming = match rights::may(actor, Action::EditCooperative, own) {
        Ok(()) => renaming::state_of(shop.db().read(), id).await?,
        Err(_) => None,
    };
    let may_edit = rights::may(actor, Action::EditShop, own).is_ok();
    let page = match may_edit {
        true => shop_page::draft_page(shop.db().read(), id).await?,
        false => None,
    };
    Ok(StudioHome {
        page_to_translate: page.map_or(0, |(page, source)| page.untranslated(source).len()),
        name: cooperative.entry.name(locale),
        slug: cooperative.entry.slug.clone(),
        naming,
        announcements: announcements::unread(shop, actor, locale).await?,
        visits: members::visits(shop, actor).await?,
        counts,
        orders,
        questions,
        reports,
        again,
        product_questions: StageCount::up_to(product_questions, TO_ANSWER),
        reviews: StageCount::up_to(reviews, TO_ANSWER),
        short: ledger::short_sizes(shop.db().read(), id).await?.len(),
        running_out: products.iter().filter(|p| !p.running_out.is_empty()).count(),
        to_translate: products.iter().filter(|p| p.is_to_translate()).count(),
        sent_back: products.iter().filter(|p| p.is_sent_back()).count(),
    })
}

/// The picture of a category, for a product that has none of its own yet.
fn emblem(shop: &Shop, category: CategoryId) -> Picture {
    shop.directory()
        .category(category)
        .map_or_else(|| Picture::unpack(""), |(_, picture)| picture.clone())
}
