//! Who may do what: one pure function, asked by every look-up.

use thiserror::Error;

use crate::named::named_enum;
use crate::{Actor, CentreRole, CooperativeRole, StationRole, Subject, TranslatorRole};

named_enum! {
    /// What somebody wants to do with a [`Subject`].
    pub enum Action {
        /// See the first page of its work area.
        OpenWork = "open-work",
        ReadOrders = "read-orders",
        /// Take an order a step further, or cancel it.
        MoveOrder = "move-order",
        EditShop = "edit-shop",
        /// Ask the Centre that the cooperative be called otherwise, or have another telephone.
        EditCooperative = "edit-cooperative",
        /// Texts, prices and stock.
        EditProduct = "edit-product",
        GoLive = "go-live",
        SeeMoney = "see-money",
        /// Mark money as received or given back.
        TakeCash = "take-cash",
        /// Hand a parcel to its buyer.
        HandOver = "hand-over",
        EditSettings = "edit-settings",
        SeeOutbox = "see-outbox",
        EditMembers = "edit-members",
        /// Read who did what.
        SeeAudit = "see-audit",
        /// Suspend cooperatives and let them sell again.
        AdmitCooperatives = "admit-cooperatives",
        /// Tell all cooperatives something, and take it back.
        Announce = "announce",
        /// Answer what buyers say and ask about goods.
        AnswerBuyers = "answer-buyers",
        /// Decide which of it all may read.
        ModerateTexts = "moderate-texts",
        /// Work in a cooperative's studio in its name.
        ActFor = "act-for",
        Translate = "translate",
        /// Say that a translation is right.
        Review = "review",
    }
}

/// Why somebody may not. To the one who asks both look the same: it is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Refused {
    /// They have nothing to do with that subject.
    #[error("not theirs")]
    NotTheirs,
    /// They belong to it, in a role that does not do this.
    #[error("not in this role")]
    Role,
}

/// Whether `actor` may do `action` with `subject`.
///
/// # Errors
/// Why not.
pub fn may(actor: Actor, action: Action, subject: Subject) -> Result<(), Refused> {
    let allowed = match (actor, subject) {
        (Actor::Centre { role, .. }, Subject::Centre) => centre(role, action),
        (Actor::Centre { role, .. }, _) if centre_with(role, action, subject) => true,
        (Actor::Cooperative { cooperative, role, .. }, Subject::Cooperative(of)) if cooperative == of => {
            cooperative_member(role, action)
        }
        (Actor::Support { cooperative, .. }, Subject::Cooperative(of)) if cooperative == of => support(action),
        (Actor::Station { station, role, .. }, Subject::Station(of)) if station == of => station_member(role, action),
        (Actor::Translator { language, role, .. }, Subject::Language(of)) if language == of => translator(role, action),
        _ => return Err(Refused::NotTheirs),
    };
    if allowed { Ok(()) } else { Err(Refused::Role) }
}

const fn centre(role: CentreRole, action: Action) -> bool {
    match role {
        CentreRole::Admin => matches!(
            action,
            Action::OpenWork
                | Action::ReadOrders
                | Action::SeeMoney
                | Action::TakeCash
                | Action::EditSettings
                | Action::SeeOutbox
                | Action::EditMembers
                | Action::SeeAudit
                | Action::AdmitCooperatives
                | Action::Announce
                | Action::ModerateTexts
        ),
        CentreRole::Finance => matches!(
            action,
            Action::OpenWork | Action::ReadOrders | Action::SeeMoney | Action::TakeCash
        ),
        CentreRole::Support => matches!(
            action,
            Action::OpenWork | Action::ReadOrders | Action::SeeOutbox | Action::ModerateTexts
        ),
    }
}

/// What the Centre does with what is not its own.
const fn centre_with(role: CentreRole, action: Action, subject: Subject) -> bool {
    match (action, subject) {
        (Action::EditMembers, _) => matches!(role, CentreRole::Admin),
        (Action::ActFor, Subject::Cooperative(_)) => matches!(role, CentreRole::Admin | CentreRole::Support),
        _ => false,
    }
}

/// Whether a member of a cooperative in this role may do that with what is the cooperative's.
pub const fn cooperative_member(role: CooperativeRole, action: Action) -> bool {
    match role {
        CooperativeRole::Owner => matches!(
            action,
            Action::OpenWork
                | Action::ReadOrders
                | Action::MoveOrder
                | Action::EditShop
                | Action::EditCooperative
                | Action::EditProduct
                | Action::GoLive
                | Action::SeeMoney
                | Action::TakeCash
                | Action::EditMembers
                | Action::AnswerBuyers
        ),
        CooperativeRole::Editor => matches!(
            action,
            Action::OpenWork | Action::EditShop | Action::EditProduct | Action::AnswerBuyers
        ),
        CooperativeRole::Packer => matches!(
            action,
            Action::OpenWork | Action::ReadOrders | Action::MoveOrder | Action::AnswerBuyers
        ),
        CooperativeRole::Finance => matches!(action, Action::OpenWork | Action::ReadOrders | Action::SeeMoney),
        CooperativeRole::Host => matches!(action, Action::OpenWork | Action::GoLive),
    }
}

/// In a cooperative's name its work can be done, but neither its money nor its people touched.
const fn support(action: Action) -> bool {
    matches!(
        action,
        Action::OpenWork
            | Action::ReadOrders
            | Action::MoveOrder
            | Action::EditShop
            | Action::EditProduct
            | Action::AnswerBuyers
    )
}

const fn station_member(role: StationRole, action: Action) -> bool {
    match role {
        StationRole::Manager => matches!(
            action,
            Action::OpenWork | Action::ReadOrders | Action::TakeCash | Action::HandOver | Action::SeeMoney
        ),
        StationRole::Clerk => matches!(
            action,
            Action::OpenWork | Action::ReadOrders | Action::TakeCash | Action::HandOver
        ),
    }
}

const fn translator(role: TranslatorRole, action: Action) -> bool {
    match role {
        TranslatorRole::Translator => matches!(action, Action::OpenWork | Action::Translate),
        TranslatorRole::Reviewer => matches!(action, Action::OpenWork | Action::Translate | Action::Review),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{CooperativeId, Locale, Membership, StationId, UserId};

    const USER: UserId = UserId(1);
    const OWN: [Subject; 4] = [
        Subject::Centre,
        Subject::Cooperative(CooperativeId(1)),
        Subject::Station(StationId(1)),
        Subject::Language(Locale::Ug),
    ];
    const OTHERS: [Subject; 3] = [
        Subject::Cooperative(CooperativeId(2)),
        Subject::Station(StationId(2)),
        Subject::Language(Locale::Zh),
    ];

    fn everybody() -> Vec<Actor> {
        let members = OWN.into_iter().flat_map(|subject| {
            Membership::roles(subject)
                .into_iter()
                .filter_map(move |role| Membership::new(subject, role))
        });
        let mut all: Vec<Actor> = members.map(|membership| Actor::of(USER, membership)).collect();
        all.push(Actor::Support {
            user: USER,
            cooperative: CooperativeId(1),
        });
        all
    }

    #[test]
    fn who_is_a_member_of_nothing_may_nothing() {
        for actor in [Actor::Anonymous, Actor::Shopper, Actor::Person { user: USER }] {
            for action in Action::ALL {
                for subject in OWN {
                    assert_eq!(
                        may(actor, action, subject),
                        Err(Refused::NotTheirs),
                        "{actor:?} {action}"
                    );
                }
            }
        }
    }

    #[test]
    fn what_is_anothers_is_not_there() {
        for actor in everybody() {
            for action in Action::ALL {
                for subject in OTHERS {
                    let by_centre = matches!(
                        actor,
                        Actor::Centre {
                            role: CentreRole::Admin,
                            ..
                        }
                    ) && (action == Action::EditMembers
                        || (action == Action::ActFor && matches!(subject, Subject::Cooperative(_))))
                        || matches!(
                            actor,
                            Actor::Centre {
                                role: CentreRole::Support,
                                ..
                            }
                        ) && action == Action::ActFor
                            && matches!(subject, Subject::Cooperative(_));
                    assert_eq!(
                        may(actor, action, subject).is_ok(),
                        by_centre,
                        "{actor:?} {action} {subject}"
                    );
                }
            }
        }
    }

    #[test]
    fn every_action_is_somebodys_and_every_role_does_something_of_its_own() {
        for action in Action::ALL {
            let allowed = everybody()
                .into_iter()
                .any(|actor| OWN.iter().any(|subject| may(actor, action, *subject).is_ok()));
            assert!(allowed, "nobody may {action}");
        }
        for actor in everybody() {
            let opens = OWN.iter().any(|subject| may(actor, Action::OpenWork, *subject).is_ok());
            assert!(opens, "{actor:?} has no work area");
        }
    }

    #[test]
    fn roles_differ_where_it_matters() {
        let own = Subject::Cooperative(CooperativeId(1));
        let as_role = |role| Actor::Cooperative {
            user: USER,
            cooperative: CooperativeId(1),
            role,
        };
        for (role, action, allowed) in [
            (CooperativeRole::Packer, Action::MoveOrder, true),
            (CooperativeRole::Packer, Action::EditProduct, false),
            (CooperativeRole::Packer, Action::SeeMoney, false),
            (CooperativeRole::Editor, Action::EditProduct, true),
            (CooperativeRole::Editor, Action::ReadOrders, false),
            (CooperativeRole::Finance, Action::SeeMoney, true),
            (CooperativeRole::Finance, Action::MoveOrder, false),
            (CooperativeRole::Host, Action::GoLive, true),
            (CooperativeRole::Host, Action::EditShop, false),
            (CooperativeRole::Owner, Action::EditMembers, true),
            (CooperativeRole::Owner, Action::EditCooperative, true),
            (CooperativeRole::Editor, Action::EditCooperative, false),
            (CooperativeRole::Packer, Action::AnswerBuyers, true),
            (CooperativeRole::Finance, Action::AnswerBuyers, false),
        ] {
            assert_eq!(may(as_role(role), action, own).is_ok(), allowed, "{role} {action}");
        }
        let support = Actor::Support {
            user: USER,
            cooperative: CooperativeId(1),
        };
        for action in [
            Action::SeeMoney,
            Action::TakeCash,
            Action::EditMembers,
            Action::EditCooperative,
        ] {
            assert_eq!(may(support, action, own), Err(Refused::Role), "{action}");
        }
    }
}
