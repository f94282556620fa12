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
    /// Its kind, as it is stored and as it begins the name of a text.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Centre => "centre",
            Self::Cooperative(_) => "cooperative",
            Self::Station(_) => "station",
            Self::Language(_) => "language",
        }
    }
}

/// As it stands in the audit log: `cooperative:7`.
impl std::fmt::Display for Subject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Centre => f.write_str("centre"),
            Self::Cooperative(id) => write!(f, "cooperative:{id}"),
            Self::Station(id) => write!(f, "station:{id}"),
            Self::Language(locale) => write!(f, "language:{}", locale.code()),
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
    /// The membership of `subject` with the role stored as this word; none when that subject knows no such role.
    pub fn new(subject: Subject, role: &str) -> Option<Self> {
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

    /// The word of its role.
    pub const fn role(self) -> &'static str {
        match self {
            Self::Centre(role) => role.as_str(),
            Self::Cooperative(_, role) => role.as_str(),
            Self::Station(_, role) => role.as_str(),
            Self::Translator(_, role) => role.as_str(),
        }
    }

    /// The roles a subject of this kind has, the one that may do most first.
    pub fn roles(subject: Subject) -> Vec<&'static str> {
        match subject {
            Subject::Centre => CentreRole::ALL.map(CentreRole::as_str).to_vec(),
            Subject::Cooperative(_) => CooperativeRole::ALL.map(CooperativeRole::as_str).to_vec(),
            Subject::Station(_) => StationRole::ALL.map(StationRole::as_str).to_vec(),
            Subject::Language(_) => TranslatorRole::ALL.map(TranslatorRole::as_str).to_vec(),
        }
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
    fn a_membership_is_read_back_from_its_words() {
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
        assert_eq!(Membership::new(Subject::Centre, "owner"), None);
        assert_eq!(Membership::new(Subject::Cooperative(CooperativeId(7)), "admin"), None);
        assert_eq!(Membership::new(Subject::Station(StationId(3)), "manager "), None);
        assert_eq!(Membership::new(Subject::Language(Locale::Ug), ""), None);
    }
}
