//! What people belong to, and as what: one subject and one role each, written out, nothing implied.

use crate::named::named_enum;
use crate::{CooperativeId, Locale, StationId};

named_enum! {
    /// What somebody does at the district Centre.
    pub enum CentreRole {
        /// Runs the shop: people, settings, everything of the Centre.
        Admin = "admin",
        /// Counts the money.
        Finance = "finance",
        /// Helps cooperatives, also by working in their studio in their name.
        Support = "support",
    }
}

named_enum! {
    /// What somebody does in a cooperative.
    pub enum CooperativeRole {
        /// Everything, members too.
        Owner = "owner",
        /// Shop page and products.
        Editor = "editor",
        /// Orders.
        Packer = "packer",
        /// What it is owed.
        Finance = "finance",
        /// Sells live.
        Host = "host",
    }
}

named_enum! {
    /// What somebody does at a station.
    pub enum StationRole {
        /// Runs it.
        Manager = "manager",
        /// Takes cash and hands parcels out.
        Clerk = "clerk",
    }
}

named_enum! {
    /// What somebody does with the shop's texts in one language.
    pub enum TranslatorRole {
        /// Writes them.
        Translator = "translator",
        /// Also says that they are right.
        Reviewer = "reviewer",
    }
}

named_enum! {
    /// The role of any membership; which ones a subject has is in [`Membership::roles`], the one that may do most first.
    pub enum Role {
        Admin = "admin",
        Owner = "owner",
        Editor = "editor",
        Packer = "packer",
        Finance = "finance",
        Support = "support",
        Host = "host",
        Manager = "manager",
        Clerk = "clerk",
        Translator = "translator",
        Reviewer = "reviewer",
    }
}

named_enum! {
    /// Of what kind a [`Subject`] is.
    pub enum SubjectKind {
        Centre = "centre",
        Cooperative = "cooperative",
        Station = "station",
        Language = "language",
    }
}

/// What an action is done to, or belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// The district Centre.
    Centre,
    /// One cooperative.
    Cooperative(CooperativeId),
    /// One station.
    Station(StationId),
    /// The shop's texts in one language.
    Language(Locale),
}

impl Subject {
    /// Its kind.
    pub const fn kind(self) -> SubjectKind {
        match self {
            Self::Centre => SubjectKind::Centre,
            Self::Cooperative(_) => SubjectKind::Cooperative,
            Self::Station(_) => SubjectKind::Station,
            Self::Language(_) => SubjectKind::Language,
        }
    }
}

/// As it stands in the audit log: `cooperative:7`.
impl std::fmt::Display for Subject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let kind = self.kind();
        match self {
            Self::Centre => kind.fmt(f),
            Self::Cooperative(id) => write!(f, "{kind}:{id}"),
            Self::Station(id) => write!(f, "{kind}:{id}"),
            Self::Language(locale) => write!(f, "{kind}:{locale}"),
        }
    }
}

/// One role for one subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Membership {
    /// Of the Centre.
    Centre(CentreRole),
    /// Of a cooperative.
    Cooperative(CooperativeId, CooperativeRole),
    /// Of a station.
    Station(StationId, StationRole),
    /// Of those who translate into a language.
    Translator(Locale, TranslatorRole),
}

impl Membership {
    /// The membership of `subject` with this role; none when that subject knows no such role.
    pub fn new(subject: Subject, role: Role) -> Option<Self> {
        let role = role.as_str();
        Some(match subject {
            Subject::Centre => Self::Centre(CentreRole::parse(role)?),
            Subject::Cooperative(id) => Self::Cooperative(id, CooperativeRole::parse(role)?),
            Subject::Station(id) => Self::Station(id, StationRole::parse(role)?),
            Subject::Language(locale) => Self::Translator(locale, TranslatorRole::parse(role)?),
        })
    }

    /// What it is a membership of.
    pub const fn subject(self) -> Subject {
        match self {
            Self::Centre(_) => Subject::Centre,
            Self::Cooperative(id, _) => Subject::Cooperative(id),
            Self::Station(id, _) => Subject::Station(id),
            Self::Translator(locale, _) => Subject::Language(locale),
        }
    }

    /// Its role.
    pub const fn role(self) -> Role {
        match self {
            Self::Centre(CentreRole::Admin) => Role::Admin,
            Self::Centre(CentreRole::Finance) | Self::Cooperative(_, CooperativeRole::Finance) => Role::Finance,
            Self::Centre(CentreRole::Support) => Role::Support,
            Self::Cooperative(_, CooperativeRole::Owner) => Role::Owner,
            Self::Cooperative(_, CooperativeRole::Editor) => Role::Editor,
            Self::Cooperative(_, CooperativeRole::Packer) => Role::Packer,
            Self::Cooperative(_, CooperativeRole::Host) => Role::Host,
            Self::Station(_, StationRole::Manager) => Role::Manager,
            Self::Station(_, StationRole::Clerk) => Role::Clerk,
            Self::Translator(_, TranslatorRole::Translator) => Role::Translator,
            Self::Translator(_, TranslatorRole::Reviewer) => Role::Reviewer,
        }
    }

    /// The roles a subject of this kind has, the one that may do most first.
    pub fn roles(subject: Subject) -> Vec<Role> {
        let has = |role: &Role| Self::new(subject, *role).is_some();
        Role::ALL.into_iter().filter(has).collect()
    }

    /// Whether the subject would be without anybody to run it if its last such member left.
    pub const fn runs_it(self) -> bool {
        matches!(
            self,
            Self::Centre(CentreRole::Admin) | Self::Cooperative(_, CooperativeRole::Owner)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SUBJECTS: [Subject; 4] = [
        Subject::Centre,
        Subject::Cooperative(CooperativeId(7)),
        Subject::Station(StationId(3)),
        Subject::Language(Locale::Ug),
    ];

    #[test]
    fn every_role_of_a_subject_is_one() {
        let words = |subject| {
            Membership::roles(subject)
                .iter()
                .map(|role| role.as_str())
                .collect::<Vec<_>>()
        };
        assert_eq!(words(SUBJECTS[0]), CentreRole::ALL.map(CentreRole::as_str));
        assert_eq!(words(SUBJECTS[1]), CooperativeRole::ALL.map(CooperativeRole::as_str));
        assert_eq!(words(SUBJECTS[2]), StationRole::ALL.map(StationRole::as_str));
        assert_eq!(words(SUBJECTS[3]), TranslatorRole::ALL.map(TranslatorRole::as_str));
    }

    #[test]
    fn a_membership_is_read_back_from_its_role() {
        for subject in SUBJECTS {
            for role in Membership::roles(subject) {
                let membership = Membership::new(subject, role);
                assert_eq!(membership.map(Membership::subject), Some(subject));
                assert_eq!(membership.map(Membership::role), Some(role));
            }
        }
    }

    #[test]
    fn a_role_of_one_kind_is_none_of_another() {
        assert_eq!(Membership::new(Subject::Centre, Role::Owner), None);
        assert_eq!(
            Membership::new(Subject::Cooperative(CooperativeId(7)), Role::Admin),
            None
        );
        assert_eq!(Membership::new(Subject::Station(StationId(3)), Role::Owner), None);
        assert_eq!(Membership::new(Subject::Language(Locale::Ug), Role::Clerk), None);
    }
}
