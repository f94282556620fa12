//! Where somebody's work is.

use domain::{Action, Actor, Subject, rights};
use l10n::{Text, t};

use crate::cx::Cx;
use crate::routes::{Account, CentreMembers, CentreMoney, CentreOutbox, CentreSupport, Desk, Home, Studio, Translate};

/// The page somebody comes to when they sign in or choose what they work for.
pub(crate) fn work_of(cx: &Cx, actor: Actor) -> String {
    match actor {
        Actor::Anonymous | Actor::Shopper => cx.url(&Home::new()),
        actor => areas_of(cx, actor)
            .into_iter()
            .next()
            .map_or_else(|| cx.url(&Account::new()), |(url, _)| url),
    }
}

/// The work areas of somebody, the one they come to first in front.
pub(crate) fn areas_of(cx: &Cx, actor: Actor) -> Vec<(String, Text)> {
    if actor.cooperative().is_some() {
        return vec![(cx.url(&Studio::new()), t::STUDIO_TITLE)];
    }
    if matches!(actor, Actor::Station { .. }) {
        return vec![(cx.url(&Desk::new()), t::DESK_TITLE)];
    }
    if matches!(actor, Actor::Translator { .. }) {
        return vec![(cx.url(&Translate::new()), t::TRANSLATE_TITLE)];
    }
    let may = |action| rights::may(actor, action, Subject::Centre).is_ok();
    let is_support = matches!(actor, Actor::Centre { role, .. } if role != domain::CentreRole::Finance);
    // What the Centre's menu has besides is one tap further.
    [
        (
            may(Action::SeeOutbox),
            cx.url(&CentreOutbox::new()),
            t::CENTRE_OUTBOX_TITLE,
        ),
        (may(Action::SeeMoney), cx.url(&CentreMoney::new()), t::CENTRE_NAV_MONEY),
        (may(Action::TakeCash), cx.url(&Desk::new()), t::CENTRE_NAV_DESK),
        (
            may(Action::EditMembers),
            cx.url(&CentreMembers::new()),
            t::MEMBERS_TITLE,
        ),
        (is_support, cx.url(&CentreSupport::new()), t::SUPPORT_TITLE),
    ]
    .into_iter()
    .filter_map(|(is_theirs, url, text)| is_theirs.then_some((url, text)))
    .collect()
}
