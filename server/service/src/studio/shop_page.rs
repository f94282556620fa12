//! Editing the shop page: tagline and story in three languages.

use db::Tx;
use db::entities::{audit_event, cooperative, product};
use db::sea_orm::sea_query::{Expr, ExprTrait};
use db::sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{
    Action, Actor, CooperativeId, ErrorCode, FieldCode, Locale, LongText, ProductId, ShortText, TextOwner, WebLink,
};

use super::signature;
use super::texts::{self, Field};
use super::view::{ShopEditor, ShopForm};
use crate::catalog::rebuild_cards;
use crate::error::text_code;
use crate::error::{Error, FieldErrors, Result};
use crate::rights::own_cooperative;
use crate::{Shop, texts::read};

/// The shop page in the editor.
///
/// # Errors
/// [`Error::NotFound`] for anybody who is not of a cooperative.
pub async fn shop_editor(shop: &Shop, actor: Actor, locale: Locale) -> Result<ShopEditor> {
    let id = own_cooperative(actor, Action::EditShop)?;
    let db = shop.db().read();
    let row = cooperative::Entity::find_by_id(id.id())
        .one(db)
        .await?
        .ok_or(Error::NotFound)?;
    let set = read(db, &[row.id]).await?.remove(&row.id).unwrap_or_default();
    let source = row.source_lang;
    Ok(ShopEditor {
        name: set.name(locale, source, &row.slug),
        taglines: texts::edit(&set, "tagline", source),
        stories: texts::edit(&set, "story", source),
        link: row.link.unwrap_or_default(),
        version: row.version,
        slug: row.slug,
        source,
    })
}

/// Saves the shop page; it shows in the shop at once.
///
/// # Errors
/// [`Error::Fields`] named as in the form; [`ErrorCode::InvalidTransition`] when somebody saved in between;
/// [`Error::NotFound`] for anybody who is not of a cooperative.
pub async fn save_shop(shop: &Shop, actor: Actor, form: &ShopForm) -> Result<()> {
    let own = own_cooperative(actor, Action::EditShop)?;
    let id = own.id();
    let source = shop
        .directory()
        .cooperative(own.id())
        .ok_or(Error::NotFound)?
        .entry
        .source;
    let version: i64 = form
        .version
        .parse()
        .map_err(|_| Error::Refused(ErrorCode::InvalidTransition))?;
    let mut errors = FieldErrors::default();
    let taglines = checked(&form.taglines, "tagline", source, &mut errors, |t| {
        ShortText::parse(t).map(ShortText::into_string).map_err(text_code)
    });
    let stories = checked(&form.stories, "story", source, &mut errors, |t| {
        LongText::parse(t).map(LongText::into_string).map_err(text_code)
    });
    let link = form.link.as_deref().and_then(|typed| match typed.trim() {
        "" => Some(None),
        typed => errors.take("link", WebLink::parse(typed).map(|link| Some(link.into_string()))),
    });
    if !errors.is_empty() {
        return Err(Error::Fields(errors));
    }
    let right = form.right.clone();
    let (now, by) = (shop.now(), signature(actor));
    let user = actor.user();
    shop.db()
        .write(move |tx| {
            let (taglines, stories, right) = (taglines.clone(), stories.clone(), right.clone());
            let (link, by) = (link.clone(), by.clone());
            Box::pin(async move {
                claim_version(tx, id, version).await?;
                if let Some(link) = link {
                    set_link(tx, id, link).await?;
                }
                for (name, new) in [("tagline", &taglines), ("story", &stories)] {
                    texts::save(
                        tx,
                        now,
                        user,
                        Field {
                            owner: TextOwner::Cooperative,
                            id: id.get(),
                            name,
                            source,
                        },
                        new,
                        &right,
                    )
                    .await?;
                }
                audit(tx, now, &by, "shop.save", &format!("cooperative:{id}")).await?;
                rebuild_cards_of(tx, id).await
            })
        })
        .await
}

/// Checks the texts of one field, called `<field>-<lang>` in the form. Only the source language must be there; an empty
/// translation means "none".
pub(super) fn checked(
    texts: &[(Locale, String)],
    field: &str,
    source: Locale,
    errors: &mut FieldErrors,
    parse: impl Fn(&str) -> Result<String, FieldCode>,
) -> Vec<(Locale, String)> {
    let mut taken = Vec::new();
    for (lang, text) in texts {
        let empty = text.trim().is_empty();
        let result = match (empty, *lang == source) {
            (true, true) => Err(FieldCode::Required),
            (true, false) => Ok(String::new()),
            (false, _) => parse(text),
        };
        if let Some(text) = errors.take(format!("{field}-{}", lang.code()), result) {
            taken.push((*lang, text));
        }
    }
    taken
}

async fn claim_version(tx: &Tx, id: CooperativeId, version: i64) -> Result<()> {
    let done = cooperative::Entity::update_many()
        .col_expr(
            cooperative::Column::Version,
            Expr::col(cooperative::Column::Version).add(1),
        )
        .filter(cooperative::Column::Id.eq(id))
        .filter(cooperative::Column::Version.eq(version))
        .exec(tx)
        .await?;
    if done.rows_affected == 1 {
        Ok(())
    } else {
        Err(Error::Refused(ErrorCode::InvalidTransition))
    }
}

async fn set_link(tx: &Tx, id: CooperativeId, link: Option<String>) -> Result<()> {
    cooperative::Entity::update_many()
        .col_expr(cooperative::Column::Link, Expr::value(link))
        .filter(cooperative::Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

async fn rebuild_cards_of(tx: &Tx, id: CooperativeId) -> Result<()> {
    let products: Vec<ProductId> = product::Entity::find()
        .select_only()
        .column(product::Column::Id)
        .filter(product::Column::CooperativeId.eq(id))
        .order_by_asc(product::Column::Id)
        .into_tuple()
        .all(tx)
        .await?;
    for product in products {
        rebuild_cards(tx, product).await?;
    }
    Ok(())
}

pub(super) async fn audit(tx: &Tx, at: i64, actor: &str, action: &str, object: &str) -> Result<()> {
    audit_event::Entity::insert(audit_event::ActiveModel {
        at: Set(at),
        actor: Set(actor.to_owned()),
        action: Set(action.to_owned()),
        object: Set(object.to_owned()),
        detail: Set(String::new()),
        ..Default::default()
    })
    .exec_without_returning(tx)
    .await?;
    Ok(())
}
