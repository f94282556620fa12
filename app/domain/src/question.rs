//! Questions about products: anybody asks, the cooperative answers, and all read it.

use crate::named::named_enum;

named_enum! {
    /// How a question about a product stands.
    pub enum QuestionState {
        /// It waits for the cooperative; only who asked sees it.
        Asked = "asked",
        /// It waits for the Centre's look first; only who asked sees it.
        Held = "held",
        /// Answered: everybody reads it.
        Answered = "answered",
        /// The cooperative or the Centre declined it, with a reason that whoever asked reads.
        Hidden = "hidden",
        /// Whoever asked took it back.
        Removed = "removed",
    }
}

/// What is done with a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionStep {
    /// The cooperative answers, or writes its answer anew.
    Answer,
    /// The Centre lets through what waited for its look, or shows again what was hidden.
    Publish,
    /// It is declined, or taken out of sight.
    Hide,
    /// Whoever asked takes it back.
    TakeBack,
}

impl QuestionState {
    /// The state after a step; nothing when that step is not possible from here.
    #[must_use]
    pub const fn after(self, step: QuestionStep, has_answer: bool) -> Option<Self> {
        match (self, step) {
            (Self::Asked | Self::Answered, QuestionStep::Answer) => Some(Self::Answered),
            (Self::Held | Self::Hidden, QuestionStep::Publish) if has_answer => Some(Self::Answered),
            (Self::Held | Self::Hidden, QuestionStep::Publish) => Some(Self::Asked),
            (Self::Asked | Self::Held | Self::Answered, QuestionStep::Hide) => Some(Self::Hidden),
            // What was answered is others' as well.
            (Self::Asked | Self::Held | Self::Hidden, QuestionStep::TakeBack) => Some(Self::Removed),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEPS: [QuestionStep; 4] = [
        QuestionStep::Answer,
        QuestionStep::Publish,
        QuestionStep::Hide,
        QuestionStep::TakeBack,
    ];

    #[test]
    fn only_an_answer_makes_a_question_everybodys() {
        for state in QuestionState::ALL {
            for step in STEPS {
                let after = state.after(step, false);
                assert!(
                    after != Some(QuestionState::Answered) || step == QuestionStep::Answer,
                    "{state} {step:?}"
                );
            }
        }
        assert_eq!(
            QuestionState::Hidden.after(QuestionStep::Publish, true),
            Some(QuestionState::Answered)
        );
    }

    #[test]
    fn what_waits_for_the_centre_is_not_answered_past_it() {
        assert_eq!(QuestionState::Held.after(QuestionStep::Answer, false), None);
        assert_eq!(
            QuestionState::Held.after(QuestionStep::Publish, false),
            Some(QuestionState::Asked)
        );
    }

    #[test]
    fn what_was_taken_back_stays_so_and_what_was_answered_cannot_be() {
        for step in STEPS {
            assert_eq!(QuestionState::Removed.after(step, true), None, "{step:?}");
        }
        assert_eq!(QuestionState::Answered.after(QuestionStep::TakeBack, true), None);
    }
}
