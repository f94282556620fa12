//! What there is to do about a text of the shop, on the translators' pages and in translator mode.

use domain::UnitWork;
use l10n::{Text, t};

/// What there is to do about a text.
pub(crate) const fn work_name(work: UnitWork) -> Text {
    match work {
        UnitWork::Missing => t::TRANSLATE_WORK_MISSING,
        UnitWork::Suggested => t::TRANSLATE_WORK_SUGGESTED,
        UnitWork::Rejected => t::TRANSLATE_WORK_REJECTED,
        UnitWork::Outdated => t::TRANSLATE_WORK_OUTDATED,
        UnitWork::Approved => t::TRANSLATE_WORK_APPROVED,
        UnitWork::Doubtful => t::TRANSLATE_WORK_DOUBTFUL,
        UnitWork::Translated => t::TRANSLATE_WORK_TRANSLATED,
    }
}

/// How that is set off.
pub(crate) const fn work_badge(work: UnitWork) -> &'static str {
    match work {
        UnitWork::Translated => "c-badge c-badge--quiet",
        UnitWork::Approved => "c-badge c-badge--good",
        UnitWork::Missing | UnitWork::Suggested | UnitWork::Rejected | UnitWork::Outdated | UnitWork::Doubtful => {
            "c-badge c-badge--warn"
        }
    }
}
