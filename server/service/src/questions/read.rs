//! What everybody reads: the questions about a product that are answered; and what one's own browser asked.

use std::collections::HashMap;

use db::Readable;
use db::entities::{product, product_question};
use db::sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use domain::{Locale, ProductId, QuestionState, Token, WrittenIn};

use super::PAGE;
use super::view::{OnProduct, OwnQuestion, QuestionView, QuestionsAbout, QuestionsPage};
use crate::error::{Error, Result};
use crate::secret::token_hash;
use crate::texts::{self, TextSet};
use crate::{Directory, Shop, catalog};

/// Questions on a product's own page.
const FIRST: u64 = 2;
/// Shown of what one's own browser asked.
const OWN: u64 = 10;

/// The product with this name in the URL, as buyers see it.
///
/// # Errors
/// [`Error::NotFound`] when it is not in the shop, has no size that is sold, or its cooperative sells nothing for now.
pub(super) async fn published(shop: &Shop, slug: &str) -> Result<product::Model> {
    catalog::sold(shop, slug).await?.ok_or(Error::NotFound)
}

/// The questions about a product that everybody reads.
fn answered(product: ProductId) -> Select<product_question::Entity> {
    product_question::Entity::find()
        .filter(product_question::Column::ProductId.eq(product))
        .filter(product_question::Column::State.eq(QuestionState::Answered))
}

/// The same for a reader of `locale`: what was asked in that language first, and the newest of each.
fn for_reader(product: ProductId, locale: Locale) -> Select<product_question::Entity> {
    answered(product)
        .order_by_desc(product_question::Column::Lang.eq(WrittenIn::from(locale)))
        .order_by_desc(product_question::Column::AnsweredAt)
        .order_by_desc(product_question::Column::Id)
}

/// What a product's page shows of its questions.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn on_product(shop: &Shop, locale: Locale, product: ProductId) -> Result<OnProduct> {
    let db = shop.db().read();
    let first = for_reader(product, locale).limit(FIRST).readable(db).await?;
    let total = if first.is_empty() {
        0
    } else {
        answered(product).count(db).await?
    };
    Ok(OnProduct {
        first: first.iter().map(QuestionView::of).collect(),
        total,
    })
}

/// A page of all questions about a product, and what the browser with this cookie asked.
///
/// # Errors
/// [`Error::NotFound`] when the product is not in the shop.
#[crate::boxed]
pub async fn page(shop: &Shop, locale: Locale, slug: &str, cookie: &str, page: u32) -> Result<QuestionsPage> {
    let product = published(shop, slug).await?;
    let db = shop.db().read();
    let total = answered(product.id).count(db).await?;
    let pages = u32::try_from(total.div_ceil(PAGE)).unwrap_or(u32::MAX).max(1);
    let page = page.clamp(1, pages);
    let rows = for_reader(product.id, locale)
        .offset(u64::from(page - 1) * PAGE)
        .limit(PAGE)
        .readable(db)
        .await?;
    let own = match Token::parse(cookie) {
        Ok(token) => own(db, product.id, &token).await?,
        Err(_) => Vec::new(),
    };
    let about = about(db, &shop.directory(), locale, &[product]).await?;
    Ok(QuestionsPage {
        about: about.into_values().next().ok_or(Error::NotFound)?,
        answered: rows.iter().map(QuestionView::of).collect(),
        total,
        page,
        pages,
        own,
    })
}

async fn own(db: &impl ConnectionTrait, product: ProductId, token: &Token) -> Result<Vec<OwnQuestion>> {
    let rows = product_question::Entity::find()
        .filter(product_question::Column::ProductId.eq(product))
        .filter(product_question::Column::Asker.eq(token_hash(token)))
        .filter(product_question::Column::State.is_in([
            QuestionState::Asked,
            QuestionState::Held,
            QuestionState::Hidden,
        ]))
        .order_by_desc(product_question::Column::Id)
        .limit(OWN)
        .readable(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| OwnQuestion {
            question: QuestionView::of(&row),
            state: row.state,
            will_tell: row.phone.is_some(),
            closed: row.closed_for.map(|reason| (reason, row.closed_words)),
        })
        .collect())
}

/// The names of these products and of who sells them.
pub(super) async fn about(
    db: &impl ConnectionTrait,
    directory: &Directory,
    locale: Locale,
    products: &[product::Model],
) -> Result<HashMap<ProductId, QuestionsAbout>> {
    let ids: Vec<ProductId> = products.iter().map(|row| row.id).collect();
    let names = texts::read(db, &ids).await?;
    let nameless = TextSet::default();
    let about = products.iter().filter_map(|row| {
        let cooperative = directory.cooperative(row.cooperative_id)?;
        let texts = names.get(&row.id).unwrap_or(&nameless);
        let about = QuestionsAbout {
            slug: row.slug.clone(),
            name: texts.name(locale, row.source_lang, &row.slug),
            cooperative: cooperative.entry.name(locale),
        };
        Some((row.id, about))
    });
    Ok(about.collect())
}
