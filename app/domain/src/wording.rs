//! The shop's own texts as translators change them: versions that are suggested, looked at, and taken into the files.

use crate::named::named_enum;
use crate::{Refusal, TextError};

named_enum! {
    /// How a version of a text stands.
    pub enum VersionState {
        /// Its writer sees it in the shop; it waits for a reviewer.
        Suggested = "suggested",
        /// All read it.
        Approved = "approved",
        /// A reviewer said no.
        Rejected = "rejected",
        /// Its writer took it back, or wrote another one.
        Withdrawn = "withdrawn",
        /// All read it, until another one was approved.
        Replaced = "replaced",
        /// It was approved, and that was taken back.
        Undone = "undone",
    }
}

named_enum! {
    /// What is done with a version.
    pub enum VersionCommand {
        /// A reviewer says that it is right.
        Approve = "approve",
        /// A reviewer says that it is not.
        Reject = "reject",
        /// Its writer takes it back.
        Withdraw = "withdraw",
        /// A reviewer takes back that it is right: what all read before is read again.
        Undo = "undo",
    }
}

named_enum! {
    /// What there is to do about a text in a language. Where several are right, the first of them is told.
    pub enum UnitWork {
        /// The language has none.
        Missing = "missing",
        /// Somebody suggested another one.
        Suggested = "suggested",
        /// The reader suggested another one, and a reviewer said no.
        Rejected = "rejected",
        /// What it was translated from says something else now.
        Outdated = "outdated",
        /// Changed here, and not in the files yet.
        Approved = "approved",
        /// Somebody asked whether it is right.
        Doubtful = "doubtful",
        /// Nothing.
        Translated = "translated",
    }
}

/// Who gives a command, as far as a version asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VersionParty {
    /// They wrote it.
    pub is_writer: bool,
    /// They may say whether texts are right.
    pub may_review: bool,
    /// Somebody else says so of the same language, too.
    pub has_peer: bool,
}

impl VersionState {
    /// The state after a command. What stands in the files is changed by a new version, not by taking the old one back. Nobody
    /// says of their own text that it is right while somebody else could (the four-eyes principle).
    ///
    /// # Errors
    /// Why it stays as it is.
    pub fn after(self, command: VersionCommand, by: VersionParty, is_taken: bool) -> Result<Self, Refusal> {
        let is_theirs = match command {
            VersionCommand::Withdraw => by.is_writer,
            VersionCommand::Approve => by.may_review && !(by.is_writer && by.has_peer),
            VersionCommand::Reject | VersionCommand::Undo => by.may_review,
        };
        if !is_theirs {
            return Err(Refusal::NotYours);
        }
        match (self, command) {
            (Self::Suggested, VersionCommand::Approve) => Ok(Self::Approved),
            (Self::Suggested, VersionCommand::Reject) => Ok(Self::Rejected),
            (Self::Suggested, VersionCommand::Withdraw) => Ok(Self::Withdrawn),
            (Self::Approved, VersionCommand::Undo) if !is_taken => Ok(Self::Undone),
            _ => Err(Refusal::InvalidTransition {
                state: self.as_str(),
                command: command.as_str(),
            }),
        }
    }

    /// The commands that somebody may give.
    pub fn commands(self, by: VersionParty, is_taken: bool) -> Vec<VersionCommand> {
        let may = |command: &VersionCommand| self.after(*command, by, is_taken).is_ok();
        VersionCommand::ALL.into_iter().filter(may).collect()
    }
}

/// Longest source of a version, characters.
pub const MAX_SOURCE: usize = 8_000;

/// Stands on both sides of a variable in a box that runs from right to left, so that `{ $count }` is drawn as it is written: the
/// left-to-right mark of Unicode. It is no part of the text; [`parse_source`] leaves it out.
pub const BOX_MARK: char = '\u{200E}';

/// Checks a source as it came from a form: its length, and signs that no keyboard types.
///
/// # Errors
/// What is wrong with it.
pub fn parse_source(typed: &str) -> Result<String, TextError> {
    let text = typed.replace(BOX_MARK, "").replace("\r\n", "\n").replace('\r', "\n");
    let text = text.trim_matches([' ', '\n', '\t']);
    if text.is_empty() {
        return Err(TextError::Required);
    }
    if text.chars().count() > MAX_SOURCE {
        return Err(TextError::TooLong { max: MAX_SOURCE });
    }
    if text.contains(|c: char| c.is_control() && c != '\n') {
        return Err(TextError::Forbidden);
    }
    // A line of Fluent belongs to the text above it when it begins with a space, or ends what it opened.
    let mut source = String::with_capacity(text.len());
    for (number, line) in text.split('\n').enumerate() {
        let line = line.trim_end();
        if number > 0 {
            source.push('\n');
            if !line.is_empty() && !line.starts_with([' ', '}']) {
                source.push_str("    ");
            }
        }
        source.push_str(line);
    }
    Ok(source)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WRITER: VersionParty = VersionParty {
        is_writer: true,
        may_review: false,
        has_peer: true,
    };
    const REVIEWER: VersionParty = VersionParty {
        is_writer: false,
        may_review: true,
        has_peer: true,
    };
    const OTHER: VersionParty = VersionParty {
        is_writer: false,
        may_review: false,
        has_peer: true,
    };

    #[test]
    fn a_writer_takes_back_and_a_reviewer_decides() {
        use VersionCommand::{Approve, Reject, Undo, Withdraw};
        let open = VersionState::Suggested;
        assert_eq!(open.commands(WRITER, false), [Withdraw]);
        assert_eq!(open.commands(REVIEWER, false), [Approve, Reject]);
        assert!(open.commands(OTHER, false).is_empty());
        assert_eq!(open.after(Approve, WRITER, false), Err(Refusal::NotYours));
        assert_eq!(VersionState::Approved.commands(REVIEWER, false), [Undo]);
        assert!(VersionState::Approved.commands(WRITER, false).is_empty());
    }

    #[test]
    fn a_reviewer_approves_their_own_text_only_where_nobody_else_can() {
        use VersionCommand::{Approve, Reject, Undo, Withdraw};
        let own = |has_peer| VersionParty {
            is_writer: true,
            may_review: true,
            has_peer,
        };
        let open = VersionState::Suggested;
        assert_eq!(open.commands(own(false), false), [Approve, Reject, Withdraw]);
        assert_eq!(open.commands(own(true), false), [Reject, Withdraw]);
        assert_eq!(open.after(Approve, own(true), false), Err(Refusal::NotYours));
        assert_eq!(VersionState::Approved.commands(own(true), false), [Undo]);
    }

    #[test]
    fn what_is_over_stays_as_it_is() {
        let both = VersionParty {
            is_writer: true,
            may_review: true,
            has_peer: false,
        };
        for state in VersionState::ALL {
            let is_open = matches!(state, VersionState::Suggested | VersionState::Approved);
            assert_eq!(!state.commands(both, false).is_empty(), is_open, "{state}");
        }
        assert!(
            VersionState::Approved.commands(both, true).is_empty(),
            "it is in the files"
        );
    }

    #[test]
    fn a_source_is_one_text_however_it_was_typed() {
        assert_eq!(
            parse_source("  One \r\n two\r\n\r\nthree \n").as_deref(),
            Ok("One\n two\n\n    three")
        );
        assert_eq!(
            parse_source("{ $n ->\n [one] a\n*[other] b\n}").as_deref(),
            Ok("{ $n ->\n [one] a\n    *[other] b\n}")
        );
        let boxed = format!("{BOX_MARK}{{ $page }}{BOX_MARK} بەت");
        assert_eq!(parse_source(&boxed).as_deref(), Ok("{ $page } بەت"));
        assert_eq!(parse_source(" \n "), Err(TextError::Required));
        assert_eq!(parse_source(&BOX_MARK.to_string()), Err(TextError::Required));
        assert_eq!(parse_source("a\tb"), Err(TextError::Forbidden));
        assert_eq!(parse_source("a\u{0}b"), Err(TextError::Forbidden));
        assert_eq!(
            parse_source(&"a".repeat(MAX_SOURCE)).map(|text| text.len()),
            Ok(MAX_SOURCE)
        );
        assert_eq!(
            parse_source(&"a".repeat(MAX_SOURCE + 1)),
            Err(TextError::TooLong { max: MAX_SOURCE })
        );
    }
}
