//! Asking about a product, taking a question back, and saying that something is wrong with one: what anybody does, without an
//! account.

use db::Tx;
use db::entities::{product_question, product_question_report};
use db::sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use db::sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    Select,
};
use domain::{
    CooperativeId, ErrorCode, FieldCode, HeldFor, Locale, OrderGroupStatus, Phone, ProductId, ProductQuestionId,
    QuestionState, QuestionStep, QuestionText, Token, WrittenIn, held_for,
};

use super::read::published;
use super::{find, next};
use crate::error::{Error, FieldErrors, Result, text_code};
use crate::identity::{Bucket, take_within};
use crate::orders::{self, OrderAccess};
use crate::secret::{keyed, token_hash};
use crate::{Network, Shop, random, restock};

/// Questions about a product that may wait for an answer …
const OPEN: i64 = 20;
/// … so that there is room left for whoever has bought something here.
const OPEN_FOR_BUYERS: i64 = 40;
/// Those of one network to one cooperative …
const OPEN_OF_NETWORK: u64 = 5;
/// … and how many of them fill a product: it takes ten networks to close one to all others.
const COUNTED_OF_NETWORK: i64 = 2;

/// Questions a day: about a product, of a browser, and of a network, which a whole station may share.
const A_DAY_ABOUT: i64 = 60;
const A_DAY_OF_BROWSER: i64 = 8;
const A_DAY_OF_NETWORK: i64 = 15;
/// Those of a network about one product: what is taken back and asked anew uses up no day of others.
const A_DAY_OF_NETWORK_ABOUT: i64 = 8;
/// Questions a day whose answer one number is told.
const A_DAY_OF_NUMBER: i64 = 3;
/// Reports a day from one network.
const REPORTS_A_DAY: i64 = 20;
const DAY: i64 = 86_400_000;

/// A question as its form sends it.
#[derive(Clone, Copy, Debug, Default)]
pub struct NewQuestion<'r> {
    /// The product's name in the URL.
    pub slug: &'r str,
    /// `text`.
    pub text: &'r str,
    /// `answer-phone`: to be told of the answer; may be empty.
    pub phone: &'r str,
}

/// Who asks, as far as a request tells.
#[derive(Clone, Copy, Debug)]
pub struct Browser<'r> {
    /// Its cookie, see [`COOKIE`](super::COOKIE); empty when it has none.
    pub cookie: &'r str,
    /// Where the request comes from.
    pub network: &'r Network,
    /// The orders that it opened.
    pub orders: &'r [OrderAccess],
}

/// What became of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// It waits for the cooperative.
    Waits,
    /// It waits for the Centre's look first.
    Held,
    /// Somebody else asked just that; the answer will be everybody's.
    ByAnother,
    /// It was asked and answered before.
    Answered(ProductQuestionId),
}

/// A question before it has a row.
#[derive(Clone, Debug)]
struct New {
    product: ProductId,
    cooperative: CooperativeId,
    text: String,
    lang: WrittenIn,
    page_lang: Locale,
    held_for: Option<HeldFor>,
    digest: String,
    asker: String,
    network: String,
    phone: Option<String>,
    is_buyer: bool,
    buckets: Vec<Bucket>,
    /// What the number takes from, where one was left.
    of_number: Vec<Bucket>,
    now: i64,
}

/// Asks about a product. The token is for the browser's cookie, where it has none that is right.
///
/// # Errors
/// [`Error::Fields`] on `text` and `answer-phone`, there [`FieldCode::InvalidChoice`] for a number to which no messages go, and
/// [`FieldCode::TooMuch`] for one that was left with many; [`ErrorCode::QuestionsFull`] and [`ErrorCode::QuestionsNearby`]
/// while too many wait; [`Error::TooMany`] after many a day; [`Error::NotFound`] when the product is not sold.
#[crate::boxed]
pub async fn ask(
    shop: &Shop,
    locale: Locale,
    asked: &NewQuestion<'_>,
    browser: &Browser<'_>,
) -> Result<(Asked, Option<Token>)> {
    let product = published(shop, asked.slug).await?;
    let mut errors = FieldErrors::default();
    let text = errors.take("text", QuestionText::parse(asked.text).map_err(text_code));
    let phone = if asked.phone.trim().is_empty() {
        Some(None)
    } else {
        errors.take("answer-phone", shop.budgets().reached(asked.phone).map(Some))
    };
    let (Some(text), Some(phone)) = (text, phone) else {
        return Err(Error::Fields(errors));
    };
    let known = Token::parse(browser.cookie).ok();
    let fresh = match known {
        Some(_) => None,
        None => Some(Token::from_bytes(random::bytes()?)),
    };
    let asker = known.as_ref().or(fresh.as_ref()).map(token_hash).unwrap_or_default();
    let network = network_of(shop, browser.network);
    let new = New {
        product: product.id,
        cooperative: product.cooperative_id,
        lang: WrittenIn::guess(text.as_str(), locale),
        page_lang: locale,
        held_for: held_for(text.as_str()),
        digest: keyed(shop, &["question", &folded(text.as_str())]),
        text: text.into_string(),
        of_number: phone.iter().map(|phone| answers_to(shop, phone)).collect(),
        phone: phone.map(|phone| phone.as_e164().to_owned()),
        is_buyer: is_buyer(shop, browser).await?,
        buckets: buckets_of(product.id, &asker, &network),
        asker,
        network,
        now: shop.now(),
    };
    let asked = shop
        .db()
        .write(move |tx| {
            let new = new.clone();
            Box::pin(async move { new.write(tx).await })
        })
        .await?;
    Ok((asked, fresh))
}

/// The bucket of questions with which this number was left. Whether its owner wants no such messages is looked at when there is
/// one: nobody who types it learns that.
fn answers_to(shop: &Shop, phone: &Phone) -> Bucket {
    Bucket {
        name: format!("question:number:{}", restock::key_of(shop, phone)),
        size: A_DAY_OF_NUMBER,
        period_ms: DAY,
    }
}

/// What a network is called in a question; empty where it is not known, or limits do not count it.
fn network_of(shop: &Shop, network: &Network) -> String {
    if network.is_exempt() || *network == Network::unknown() {
        return String::new();
    }
    keyed(shop, &["question network", &network.whole().to_string()])
}

fn buckets_of(product: ProductId, asker: &str, network: &str) -> Vec<Bucket> {
    let bucket = |name: String, size| Bucket {
        name,
        size,
        period_ms: DAY,
    };
    let mut buckets = vec![
        bucket(format!("question:product:{product}"), A_DAY_ABOUT),
        bucket(format!("question:browser:{asker}"), A_DAY_OF_BROWSER),
    ];
    if !network.is_empty() {
        buckets.push(bucket(format!("question:network:{network}"), A_DAY_OF_NETWORK));
        let about = format!("question:network:{network}:product:{product}");
        buckets.push(bucket(about, A_DAY_OF_NETWORK_ABOUT));
    }
    buckets
}

/// Whether the browser has opened an order that was paid or delivered.
async fn is_buyer(shop: &Shop, browser: &Browser<'_>) -> Result<bool> {
    let own = orders::list_own(shop, browser.orders).await?;
    Ok(own
        .iter()
        .any(|order| matches!(order.status, OrderGroupStatus::Paid | OrderGroupStatus::Completed)))
}

/// A text without what makes no difference to what it asks; as it is where nothing else is in it.
fn folded(text: &str) -> String {
    let letters: String = text
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    if letters.is_empty() { text.to_owned() } else { letters }
}

impl New {
    async fn write(self, tx: &Tx) -> Result<Asked> {
        // Sent twice, it costs no second try.
        if let Some(known) = self.find_same(tx).await? {
            return Ok(known);
        }
        take_within(tx, self.now, &self.buckets).await?;
        // From here on one question at a time is asked about the product.
        if let Some(known) = self.find_same(tx).await? {
            return Ok(known);
        }
        self.require_room(tx).await?;
        self.take_number(tx).await?;
        let (state, asked) = match self.held_for {
            Some(_) => (QuestionState::Held, Asked::Held),
            None => (QuestionState::Asked, Asked::Waits),
        };
        product_question::Entity::insert(product_question::ActiveModel {
            product_id: Set(self.product),
            cooperative_id: Set(self.cooperative),
            state: Set(state),
            held_for: Set(self.held_for),
            text: Set(self.text),
            lang: Set(self.lang),
            page_lang: Set(self.page_lang),
            digest: Set(self.digest),
            asker: Set(self.asker),
            network: Set(self.network),
            phone: Set(self.phone),
            asked_at: Set(self.now),
            by_centre: Set(false),
            closed_words: Set(String::new()),
            reports: Set(0),
            ..Default::default()
        })
        .exec_without_returning(tx)
        .await?;
        Ok(asked)
    }

    /// The same question about the same product, where it was asked and is not closed. Who asks again from the same browser
    /// and leaves a number is told there.
    async fn find_same(&self, tx: &Tx) -> Result<Option<Asked>> {
        let same = product_question::Entity::find()
            .filter(product_question::Column::ProductId.eq(self.product))
            .filter(product_question::Column::Digest.eq(self.digest.as_str()))
            .filter(product_question::Column::State.is_in([
                QuestionState::Asked,
                QuestionState::Held,
                QuestionState::Answered,
            ]))
            .order_by_asc(product_question::Column::Id)
            .one(tx)
            .await?;
        let Some(row) = same else {
            return Ok(None);
        };
        let asked = match row.state {
            QuestionState::Answered => return Ok(Some(Asked::Answered(row.id))),
            _ if row.asker != self.asker => return Ok(Some(Asked::ByAnother)),
            QuestionState::Held => Asked::Held,
            _ => Asked::Waits,
        };
        if self.phone.is_some() && self.phone != row.phone {
            self.take_number(tx).await?;
            product_question::Entity::update_many()
                .col_expr(product_question::Column::Phone, Expr::value(self.phone.clone()))
                .filter(product_question::Column::Id.eq(row.id))
                .filter(product_question::Column::State.is_in([QuestionState::Asked, QuestionState::Held]))
                .exec(tx)
                .await?;
        }
        Ok(Some(asked))
    }

    /// Counts a question with which the number was left.
    async fn take_number(&self, tx: &Tx) -> Result<()> {
        match take_within(tx, self.now, &self.of_number).await {
            Err(Error::TooMany { .. }) => Err(Error::field("answer-phone", FieldCode::TooMuch)),
            taken => taken,
        }
    }

    async fn require_room(&self, tx: &Tx) -> Result<()> {
        let most = if self.is_buyer { OPEN_FOR_BUYERS } else { OPEN };
        if waiting_about(tx, self.product).await? >= most {
            return Err(Error::Refused(ErrorCode::QuestionsFull));
        }
        if self.network.is_empty() || self.is_buyer {
            return Ok(());
        }
        let nearby = open()
            .filter(product_question::Column::CooperativeId.eq(self.cooperative))
            .filter(product_question::Column::Network.eq(self.network.as_str()));
        if nearby.count(tx).await? >= OPEN_OF_NETWORK {
            return Err(Error::Refused(ErrorCode::QuestionsNearby));
        }
        Ok(())
    }
}

/// How many questions about a product wait, as far as they count: of a network that is known only the first ones.
async fn waiting_about(tx: &Tx, product: ProductId) -> Result<i64> {
    let by_network: Vec<(String, i64)> = open()
        .select_only()
        .column(product_question::Column::Network)
        .column_as(product_question::Column::Id.count(), "questions")
        .filter(product_question::Column::ProductId.eq(product))
        .group_by(product_question::Column::Network)
        .into_tuple()
        .all(tx)
        .await?;
    let counted = by_network.iter().map(|(network, questions)| match network.as_str() {
        "" => *questions,
        _ => Ord::min(*questions, COUNTED_OF_NETWORK),
    });
    Ok(counted.sum())
}

/// Questions that wait for an answer.
fn open() -> Select<product_question::Entity> {
    product_question::Entity::find()
        .filter(product_question::Column::State.is_in([QuestionState::Asked, QuestionState::Held]))
}

/// Who asked takes a question back: its text goes at once. One that was taken back stays so.
///
/// # Errors
/// [`Error::NotFound`] when this browser asked no such question; [`ErrorCode::InvalidTransition`] once it is answered.
#[crate::boxed]
pub async fn take_back(shop: &Shop, slug: &str, id: ProductQuestionId, browser: &Browser<'_>) -> Result<()> {
    let product = published(shop, slug).await?.id;
    let asker = Token::parse(browser.cookie).map_err(|_| Error::NotFound)?;
    let (asker, now) = (token_hash(&asker), shop.now());
    shop.db()
        .write(move |tx| {
            let of_asker = Condition::all()
                .add(product_question::Column::ProductId.eq(product))
                .add(product_question::Column::Asker.eq(asker.as_str()));
            Box::pin(async move {
                let row = find(tx, id, of_asker).await?;
                if row.state == QuestionState::Removed {
                    return Ok(());
                }
                let next = next(&row, QuestionStep::TakeBack)?;
                product_question::Entity::update_many()
                    .col_expr(product_question::Column::State, Expr::value(next))
                    .col_expr(product_question::Column::Text, Expr::value(""))
                    .col_expr(product_question::Column::Digest, Expr::value(""))
                    .col_expr(product_question::Column::Phone, Expr::value(None::<String>))
                    .col_expr(product_question::Column::ClosedAt, Expr::value(now))
                    .filter(product_question::Column::Id.eq(row.id))
                    .exec(tx)
                    .await?;
                Ok::<_, Error>(())
            })
        })
        .await
}

/// Somebody says that something is wrong with a question or its answer: the Centre looks at it. Each network counts once, and a
/// browser where the network is not known.
///
/// # Errors
/// [`Error::NotFound`] when all cannot read it; [`Error::TooMany`] after many a day.
#[crate::boxed]
pub async fn report(shop: &Shop, slug: &str, id: ProductQuestionId, browser: &Browser<'_>) -> Result<()> {
    let product = published(shop, slug).await?.id;
    let reporter = match network_of(shop, browser.network) {
        network if network.is_empty() => {
            Token::parse(browser.cookie).map_or_else(|_| "unknown".to_owned(), |token| token_hash(&token))
        }
        network => network,
    };
    let bucket = Bucket {
        name: format!("question:report:{reporter}"),
        size: REPORTS_A_DAY,
        period_ms: DAY,
    };
    let now = shop.now();
    shop.db()
        .write(move |tx| {
            let (reporter, bucket) = (reporter.clone(), bucket.clone());
            let of_product = Condition::all()
                .add(product_question::Column::ProductId.eq(product))
                .add(product_question::Column::State.eq(QuestionState::Answered));
            Box::pin(async move {
                let row = find(tx, id, of_product).await?;
                let report = product_question_report::ActiveModel {
                    question_id: Set(row.id),
                    reporter: Set(reporter),
                    at: Set(now),
                };
                let unless_there = OnConflict::columns([
                    product_question_report::Column::QuestionId,
                    product_question_report::Column::Reporter,
                ])
                .do_nothing()
                .to_owned();
                match product_question_report::Entity::insert(report)
                    .on_conflict(unless_there)
                    .exec_without_returning(tx)
                    .await
                {
                    Ok(1..) => {}
                    Ok(0) | Err(DbErr::RecordNotInserted) => return Ok(()),
                    Err(error) => return Err(error.into()),
                }
                take_within(tx, now, &[bucket]).await?;
                let reports = Expr::col(product_question::Column::Reports);
                product_question::Entity::update_many()
                    .col_expr(product_question::Column::Reports, reports.add(1))
                    .filter(product_question::Column::Id.eq(row.id))
                    .exec(tx)
                    .await?;
                Ok::<_, Error>(())
            })
        })
        .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_question_is_known_however_it_is_typed() {
        assert_eq!(folded("Is it  raw?"), folded("is it raw ??"));
        assert_eq!(folded("生的吗？"), folded("生的吗"));
        assert_ne!(folded("Is it raw?"), folded("Is it raw or roasted?"));
        assert_eq!(folded("???"), "???");
    }
}
