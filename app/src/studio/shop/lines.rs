//! Sentences about what was done with the page.

use components::kind_name;
use domain::Locale;
use domain::shop_page::{Block, BlockId, BlockKind, Field, ShopDocument, StepSummary};
use l10n::{format, t};
use service::studio::Edit;

use crate::cx::Cx;

/// What a part is called beside the others of its page: its kind, and where there are several of it, its heading or number.
pub(super) fn part_name(cx: &Cx, page: &ShopDocument, source: Locale, block: &Block) -> String {
    let kind = cx.t(kind_name(block.kind));
    let same: Vec<&Block> = page.blocks().iter().filter(|other| other.kind == block.kind).collect();
    if same.len() < 2 {
        return kind;
    }
    let title = block.shown(Field::Title, 0, cx.locale(), source);
    let number = same.iter().zip(1..).find(|(other, _)| other.id == block.id);
    let own = match (title, number) {
        (Some(title), _) => title.text,
        (None, Some((_, number))) => cx.t(t::shopfront_item(format::number(cx.locale(), number))),
        // One that is gone.
        (None, None) => return kind,
    };
    [&kind, " · ", &own].concat()
}

/// What was done with the draft, in a sentence.
pub(super) fn step(cx: &Cx, draft: &ShopDocument, source: Locale, edit: &Edit) -> String {
    let name = |kind: BlockKind| cx.t(kind_name(kind));
    let part = |id: BlockId| match draft.block(id) {
        Some(block) => part_name(cx, draft, source, block),
        None => cx.t(t::SHOPFRONT_PART_GONE),
    };
    let says = match edit.step {
        StepSummary::Set(block) => cx.t(t::shopfront_step_write(part(block))),
        StepSummary::Add(kind) => cx.t(t::shopfront_step_add(name(kind))),
        StepSummary::Remove(kind) => cx.t(t::shopfront_step_remove(name(kind))),
        StepSummary::Move(_) => cx.t(t::SHOPFRONT_STEP_MOVE),
        StepSummary::Hide(block, true) => cx.t(t::shopfront_step_hide(part(block))),
        StepSummary::Hide(block, false) => cx.t(t::shopfront_step_show(part(block))),
        StepSummary::Theme => cx.t(t::SHOPFRONT_STEP_THEME),
        StepSummary::Replace => cx.t(t::SHOPFRONT_STEP_REPLACE),
    };
    if edit.is_undo {
        cx.t(t::shopfront_step_undo(says))
    } else {
        says
    }
}
