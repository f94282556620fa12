//! Publishing: the draft becomes what buyers see, and the texts that other pages show come from it.

use db::Tx;
use db::entities::{cooperative, media, shop_revision, translation};
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::shop_page::{Block, BlockKind, Field, Place, ShopDocument};
use domain::{
    Action, Actor, AuditAction, CooperativeId, ErrorCode, Locale, MediaId, TextOwner, TranslationState, UserId,
};

use super::super::{signature, texts};
use super::storage::{self, By, Draft};
use crate::cooperatives::require_selling;
use crate::error::{Error, Result};
use crate::rights::own_cooperative;
use crate::{Picture, Shop, shop_documents};

/// Published pages that can be brought back one by one; of those before, one a month.
const REVISIONS: usize = 100;

/// Shows the draft to buyers. `seen` is the version that was looked at before; what is shown already is not published again.
///
/// # Errors
/// [`ErrorCode::InvalidTransition`] when somebody has changed the draft since; [`ErrorCode::Suspended`]; [`Error::NotFound`] for anybody who does not
/// edit a shop page.
#[crate::boxed]
pub async fn publish(shop: &Shop, actor: Actor, seen: i64) -> Result<()> {
    let own = own_cooperative(actor, Action::EditShop)?.id();
    let (by, signed) = (By::new(shop, actor), signature(actor));
    shop.db()
        .write(move |tx| {
            let signed = signed.clone();
            Box::pin(async move {
                let draft = storage::lock(tx, own).await?;
                require_selling(tx, own).await?;
                let newest = shop_documents::newest(tx, own).await?;
                let is_shown = match &newest {
                    Some(row) => shop_documents::read(&row.document).is_ok_and(|shown| shown.is_same(&draft.document)),
                    None => draft.version == 0,
                };
                if is_shown {
                    return Ok(());
                }
                if draft.version != seen {
                    return Err(Error::Refused(ErrorCode::InvalidTransition));
                }
                let had_picture = newest
                    .as_ref()
                    .and_then(|row| shop_documents::read(&row.document).ok())
                    .is_some_and(|shown| cover_picture(&shown).is_some());
                let number = newest.map_or(0, |row| row.number) + 1;
                let row = shop_revision::ActiveModel {
                    cooperative_id: Set(own),
                    number: Set(number),
                    document: Set(shop_documents::write(&draft.document)?),
                    user_id: Set(by.user),
                    by_centre: Set(by.by_centre),
                    at: Set(by.at),
                    ..Default::default()
                };
                shop_revision::Entity::insert(row).exec_without_returning(tx).await?;
                thin_out(tx, own).await?;
                show_elsewhere(tx, own, &draft, had_picture, by).await?;
                crate::audit::note(
                    tx,
                    by.at,
                    &signed,
                    AuditAction::ShopPublish,
                    &format!("cooperative:{own}"),
                    &number.to_string(),
                )
                .await
            })
        })
        .await
}

/// Removes published pages of long ago, but for the last of each month: the newest ones can be brought back one by one.
async fn thin_out(tx: &Tx, own: CooperativeId) -> Result<()> {
    let pages: Vec<(i64, i64)> = shop_revision::Entity::find()
        .select_only()
        .column(shop_revision::Column::Number)
        .column(shop_revision::Column::At)
        .filter(shop_revision::Column::CooperativeId.eq(own))
        .order_by_desc(shop_revision::Column::Number)
        .into_tuple()
        .all(tx)
        .await?;
    let month = |at: i64| l10n::format::machine_date(at).get(..7).map(str::to_owned);
    // Each with the one after it.
    let old: Vec<i64> = pages
        .iter()
        .zip(pages.iter().skip(1))
        .skip(REVISIONS - 1)
        .filter(|((_, next), (_, at))| month(*next) == month(*at))
        .map(|(_, (number, _))| *number)
        .collect();
    for numbers in old.chunks(500) {
        shop_revision::Entity::delete_many()
            .filter(shop_revision::Column::CooperativeId.eq(own))
            .filter(shop_revision::Column::Number.is_in(numbers.iter().copied()))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// Cards, lists, search and shared links show a cooperative's line, story, picture and link: they follow the page. A page begins
/// with what they are, so what is not on it was taken away; but for the picture, which a page shows without having it.
async fn show_elsewhere(tx: &Tx, own: CooperativeId, draft: &Draft, had_picture: bool, by: By) -> Result<()> {
    let page = &draft.document;
    for (block, field, name) in [
        (page.blocks().first(), Field::Tagline, "tagline"),
        (first_shown(page, BlockKind::Story, Field::Text), Field::Text, "story"),
    ] {
        save_texts(tx, own, draft.source, block, field, name, by).await?;
    }
    match cover_picture(page) {
        Some(picture) => {
            let row = media::Entity::find()
                .filter(media::Column::Sha.eq(picture.key))
                .one(tx)
                .await?;
            if let Some(row) = row {
                set(tx, own, cooperative::Column::PictureId, Some(row.id)).await?;
            }
        }
        None if had_picture => set(tx, own, cooperative::Column::PictureId, None::<MediaId>).await?,
        None => {}
    }
    let link = first_shown(page, BlockKind::Contact, Field::Link)
        .map(|contact| contact.get(Place::of(Field::Link)).to_owned());
    set(tx, own, cooperative::Column::Link, link).await
}

fn cover_picture(page: &ShopDocument) -> Option<Picture> {
    page.blocks().first().and_then(|cover| cover.picture(0))
}

/// The first part of this kind that buyers see and that has something in this field.
fn first_shown(page: &ShopDocument, kind: BlockKind, field: Field) -> Option<&Block> {
    let has_it = |block: &Block| block.values().any(|(place, _)| place.field == field);
    page.blocks()
        .iter()
        .find(|block| block.kind == kind && !block.hidden && has_it(block))
}

async fn set<T: Into<db::sea_orm::Value>>(
    tx: &Tx,
    own: CooperativeId,
    column: cooperative::Column,
    value: Option<T>,
) -> Result<()>
where
    Option<T>: Into<db::sea_orm::Value>,
{
    cooperative::Entity::update_many()
        .col_expr(column, Expr::value(value))
        .filter(cooperative::Column::Id.eq(own))
        .exec(tx)
        .await?;
    Ok(())
}

async fn save_texts(
    tx: &Tx,
    own: CooperativeId,
    source: Locale,
    block: Option<&Block>,
    field: Field,
    name: &str,
    by: By,
) -> Result<()> {
    let place = |lang: Locale| Place::of(field).lang(lang);
    let text = |lang: Locale| block.map_or("", |block| block.get(place(lang))).to_owned();
    let new: Vec<(Locale, String)> = Locale::BUILT_IN.map(|lang| (lang, text(lang))).to_vec();
    let user: Option<UserId> = by.user;
    let of = texts::Field {
        owner: TextOwner::Cooperative,
        id: own.get(),
        name,
        source,
    };
    texts::save(tx, by.at, user, of, &new, &[]).await?;
    for lang in Locale::BUILT_IN.into_iter().filter(|lang| *lang != source) {
        let state = block.and_then(|block| block.state(place(lang), source));
        let state = state.unwrap_or(TranslationState::Human);
        translation::Entity::update_many()
            .col_expr(translation::Column::State, Expr::value(state))
            .filter(translation::Column::Entity.eq(TextOwner::Cooperative))
            .filter(translation::Column::EntityId.eq(own.get()))
            .filter(translation::Column::Field.eq(name))
            .filter(translation::Column::Lang.eq(lang))
            .filter(translation::Column::State.ne(state))
            .exec(tx)
            .await?;
    }
    Ok(())
}
