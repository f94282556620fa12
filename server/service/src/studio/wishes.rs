//! Texts that somebody asked a machine for, whatever they are missing from: a wish waits in a table until a program of the shop
//! takes it, and some of its texts are asked for at a time.

use std::time::Duration;

use db::Tx;
use db::entities::{shop_translation_wish, translation_wish};
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};
use domain::{Locale, SuggestionProblem};
use l10n::glossary::Glossary;

use super::view::Suggestions;
use crate::Shop;
use crate::error::{Error, Result};
use crate::translator::Translator;

/// A program that began longer ago than this has been ended in the middle.
const TURN: Duration = Duration::from_mins(3);
/// Texts of one question, at the most.
const TEXTS: usize = 20;
/// Characters of one question beside its first text, at the most.
const LETTERS: usize = 6_000;

/// The columns that all tables of wishes have.
pub(super) struct WishColumns<C> {
    /// What lacks texts.
    pub subject: C,
    pub asked_at: C,
    pub taken_at: C,
    pub problem: C,
}

/// A table of wishes, one row for each thing that lacks texts.
pub(super) trait Wishes: EntityTrait {
    const WISHES: WishColumns<Self::Column>;

    /// The number of what lacks texts.
    fn subject(wish: &Self::Model) -> i64;

    /// Why it was given up, until somebody asks again.
    fn problem(wish: &Self::Model) -> Option<SuggestionProblem>;
}

impl Wishes for translation_wish::Entity {
    const WISHES: WishColumns<translation_wish::Column> = WishColumns {
        subject: translation_wish::Column::ProductId,
        asked_at: translation_wish::Column::AskedAt,
        taken_at: translation_wish::Column::TakenAt,
        problem: translation_wish::Column::Problem,
    };

    fn subject(wish: &translation_wish::Model) -> i64 {
        wish.product_id.get()
    }

    fn problem(wish: &translation_wish::Model) -> Option<SuggestionProblem> {
        wish.problem
    }
}

impl Wishes for shop_translation_wish::Entity {
    const WISHES: WishColumns<shop_translation_wish::Column> = WishColumns {
        subject: shop_translation_wish::Column::CooperativeId,
        asked_at: shop_translation_wish::Column::AskedAt,
        taken_at: shop_translation_wish::Column::TakenAt,
        problem: shop_translation_wish::Column::Problem,
    };

    fn subject(wish: &shop_translation_wish::Model) -> i64 {
        wish.cooperative_id.get()
    }

    fn problem(wish: &shop_translation_wish::Model) -> Option<SuggestionProblem> {
        wish.problem
    }
}

/// Lets a wish wait, in place of one that was given up; `false` when one waits already. The subject is locked: of two people who
/// ask, one comes first.
pub(super) async fn ask<E: Wishes>(tx: &Tx, subject: i64, wish: E::ActiveModel) -> Result<bool> {
    let there = E::find().filter(E::WISHES.subject.eq(subject)).one(tx).await?;
    if there.is_some_and(|wish| E::problem(&wish).is_none()) {
        return Ok(false);
    }
    E::delete_many().filter(E::WISHES.subject.eq(subject)).exec(tx).await?;
    E::insert(wish).exec_without_returning(tx).await?;
    Ok(true)
}

/// What a page says of it. `is_whole`: nothing is missing.
pub(super) async fn standing<E: Wishes>(shop: &Shop, subject: i64, is_whole: bool) -> Result<Suggestions> {
    let wish = E::find()
        .filter(E::WISHES.subject.eq(subject))
        .one(shop.db().read())
        .await?;
    Ok(match wish.map(|wish| E::problem(&wish)) {
        Some(None) => Suggestions::Waiting,
        _ if is_whole => Suggestions::Off,
        Some(Some(problem)) => Suggestions::Failed(problem),
        None => Suggestions::Possible,
    })
}

/// The wish that has waited longest, for this program alone.
pub(super) async fn take<E: Wishes>(shop: &Shop) -> Result<Option<E::Model>> {
    let now = shop.now();
    let next = E::find()
        .filter(is_free::<E>(now))
        .order_by_asc(E::WISHES.asked_at)
        .order_by_asc(E::WISHES.subject)
        .one(shop.db().read())
        .await?;
    let Some(wish) = next else { return Ok(None) };
    let subject = E::subject(&wish);
    let taken = shop
        .db()
        .write_as_job(move |tx| {
            Box::pin(async move {
                let done = E::update_many()
                    .col_expr(E::WISHES.taken_at, Expr::value(Some(now)))
                    .filter(E::WISHES.subject.eq(subject))
                    .filter(is_free::<E>(now))
                    .exec(tx)
                    .await?;
                Ok::<_, Error>(done.rows_affected)
            })
        })
        .await?;
    Ok((taken == 1).then_some(wish))
}

fn is_free<E: Wishes>(now: i64) -> Condition {
    let turn = i64::try_from(TURN.as_millis()).unwrap_or(i64::MAX);
    let is_nobodys = Condition::any()
        .add(E::WISHES.taken_at.is_null())
        .add(E::WISHES.taken_at.lt(now - turn));
    Condition::all().add(E::WISHES.problem.is_null()).add(is_nobodys)
}

/// The wish is over, was in vain, or goes on with the texts that are left.
pub(super) async fn end<E: Wishes>(
    tx: &Tx,
    subject: i64,
    problem: Option<SuggestionProblem>,
    goes_on: bool,
) -> Result<()> {
    if problem.is_none() && !goes_on {
        E::delete_many().filter(E::WISHES.subject.eq(subject)).exec(tx).await?;
        return Ok(());
    }
    E::update_many()
        .col_expr(E::WISHES.taken_at, Expr::value(None::<i64>))
        .col_expr(E::WISHES.problem, Expr::value(problem))
        .filter(E::WISHES.subject.eq(subject))
        .exec(tx)
        .await?;
    Ok(())
}

/// A text that is to be written, or is.
#[derive(Clone, Debug)]
pub(super) struct Line<P> {
    /// Where it is to stand.
    pub place: P,
    pub lang: Locale,
    /// What it is made from.
    pub from: String,
    pub text: String,
}

/// What a machine wrote.
#[derive(Clone, Debug)]
pub(super) struct Written<P> {
    pub lines: Vec<Line<P>>,
    /// Why there are not more.
    pub problem: Option<SuggestionProblem>,
    /// Others were not asked for yet.
    pub is_more: bool,
}

/// Asks once for each language. `fitting`: a text as its place takes it; nothing when it does not.
pub(super) async fn write<P: Clone>(
    translator: &Translator,
    glossary: &Glossary,
    source: Locale,
    lines: &[Line<P>],
    fitting: impl Fn(&Line<P>, &str) -> Option<String>,
) -> Written<P> {
    let mut written = Written {
        lines: Vec::new(),
        problem: None,
        is_more: false,
    };
    let mut asked = 0;
    for target in Locale::BUILT_IN {
        let some = first_of(lines.iter().filter(|line| line.lang == target));
        if some.is_empty() {
            continue;
        }
        asked += some.len();
        let texts: Vec<String> = some.iter().map(|line| line.from.clone()).collect();
        match translator.translate(source, target, &texts, glossary).await {
            Ok(answers) => {
                for (line, answer) in some.into_iter().zip(answers) {
                    match fitting(line, &answer) {
                        Some(text) => written.lines.push(Line { text, ..line.clone() }),
                        None => written.problem = Some(SuggestionProblem::Unusable),
                    }
                }
            }
            Err(why) => {
                written.problem = Some(why);
                // It would be asked in vain for each language.
                if why == SuggestionProblem::Unreachable {
                    break;
                }
            }
        }
    }
    written.is_more = asked < lines.len();
    written
}

/// As many as one question takes, at least one.
fn first_of<'l, P: 'l>(lines: impl Iterator<Item = &'l Line<P>>) -> Vec<&'l Line<P>> {
    let (mut some, mut letters) = (Vec::new(), 0);
    for line in lines.take(TEXTS) {
        letters += line.from.chars().count();
        if !some.is_empty() && letters > LETTERS {
            break;
        }
        some.push(line);
    }
    some
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_has_so_many_texts_and_letters_and_at_least_one_text() {
        let first = |lengths: &[usize]| {
            let lines: Vec<Line<usize>> = (0..)
                .zip(lengths)
                .map(|(place, letters)| Line {
                    place,
                    lang: Locale::Es,
                    from: "ھ".repeat(*letters),
                    text: String::new(),
                })
                .collect();
            first_of(lines.iter()).len()
        };
        assert_eq!(first(&[]), 0);
        assert_eq!(first(&[1; 30]), TEXTS);
        assert_eq!(first(&[LETTERS + 1, 1]), 1, "a long one goes alone");
        assert_eq!(first(&[LETTERS - 1, 1, 1]), 2);
    }
}
