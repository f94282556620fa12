//! What pages show of questions and answers.

use db::entities::product_question;
use domain::{HeldFor, HideReason, ProductQuestionId, QuestionState};

use crate::Shown;
use crate::reviews::Words;

/// What a cooperative answered, or the Centre for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductAnswer {
    /// The text.
    pub words: Words,
    /// When, milliseconds since 1970 UTC.
    pub at: i64,
    /// Whether the Centre wrote it.
    pub by_centre: bool,
}

/// A question, with its answer once there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionView {
    /// Its number.
    pub id: ProductQuestionId,
    /// What was asked.
    pub words: Words,
    /// When, milliseconds since 1970 UTC.
    pub at: i64,
    /// What was answered.
    pub answer: Option<ProductAnswer>,
}

impl QuestionView {
    pub(super) fn of(row: &product_question::Model) -> Self {
        let answer = row.answer.as_ref().zip(row.answer_lang).zip(row.answered_at);
        Self {
            id: row.id,
            words: Words {
                text: row.text.clone(),
                lang: row.lang,
            },
            at: row.asked_at,
            answer: answer.map(|((text, lang), at)| ProductAnswer {
                words: Words {
                    text: text.clone(),
                    lang,
                },
                at,
                by_centre: row.by_centre,
            }),
        }
    }
}

/// What a product's page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OnProduct {
    /// The first of those that are answered: the page's language first, and the newest of each.
    pub first: Vec<QuestionView>,
    /// How many are answered.
    pub total: u64,
}

/// A question as who asked it sees it until it is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnQuestion {
    /// The question.
    pub question: QuestionView,
    /// How it stands.
    pub state: QuestionState,
    /// Why it was declined, and in whose own words; these may be empty.
    pub closed: Option<(HideReason, String)>,
    /// Whether they are told of the answer.
    pub will_tell: bool,
}

/// A product of which questions are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionsAbout {
    /// Its name in the URL.
    pub slug: String,
    /// Its name.
    pub name: Shown,
    /// Who sells it.
    pub cooperative: Shown,
}

/// The page with all questions about a product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionsPage {
    /// The product.
    pub about: QuestionsAbout,
    /// Those that are answered, of this page.
    pub answered: Vec<QuestionView>,
    /// How many are answered.
    pub total: u64,
    /// This page, from 1.
    pub page: u32,
    /// How many pages there are, at least 1.
    pub pages: u32,
    /// What this browser asked and is not answered, the newest first.
    pub own: Vec<OwnQuestion>,
}

/// A question in a work area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionRow {
    /// The question.
    pub question: QuestionView,
    /// How it stands.
    pub state: QuestionState,
    /// What the Centre looks at in it.
    pub held_for: Option<HeldFor>,
    /// Why it is out of sight, and in whose own words; these may be empty.
    pub closed: Option<(HideReason, String)>,
    /// How many said that something is wrong with it.
    pub reports: u32,
    /// Whether who asked is told of the answer.
    pub will_tell: bool,
    /// What it is about.
    pub about: QuestionsAbout,
}

/// Questions in a work area.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuestionList {
    /// Those of this page.
    pub rows: Vec<QuestionRow>,
    /// After which one the next page begins, if there is one.
    pub next: Option<ProductQuestionId>,
}
