//! Why the system does not read or write a file, as a word of which each language has a sentence.

use std::io::{Error, ErrorKind};

use super::sentences::NUMBERED;

/// The `cause` of a finding: a word for what is known, and of anything else of the system its number. What a program says of itself
/// stays as it is.
pub fn cause_of(error: &Error) -> String {
    let number = error.raw_os_error();
    let word = known(error.kind()).or_else(|| by_number(number?));
    match (word, number) {
        (Some(word), _) => word.to_owned(),
        (None, Some(number)) => format!("{NUMBERED}{number}"),
        (None, None) => error.to_string(),
    }
}

fn known(kind: ErrorKind) -> Option<&'static str> {
    Some(match kind {
        ErrorKind::NotFound => "not-found",
        ErrorKind::PermissionDenied => "not-allowed",
        ErrorKind::IsADirectory => "is-folder",
        ErrorKind::NotADirectory => "no-folder",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "full",
        ErrorKind::ReadOnlyFilesystem => "read-only",
        ErrorKind::TimedOut
        | ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::NetworkDown
        | ErrorKind::StaleNetworkFileHandle => "network",
        ErrorKind::InvalidFilename => "name",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "busy",
        ErrorKind::OutOfMemory => "memory",
        ErrorKind::InvalidData => "letters",
        ErrorKind::AlreadyExists => "there",
        ErrorKind::FileTooLarge => "too-large",
        ErrorKind::Interrupted | ErrorKind::UnexpectedEof | ErrorKind::WriteZero => "interrupted",
        ErrorKind::ConnectionRefused | ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted => "refused",
        ErrorKind::DirectoryNotEmpty => "not-empty",
        ErrorKind::CrossesDevices => "other-disk",
        ErrorKind::TooManyLinks => "links",
        ErrorKind::BrokenPipe => "gone",
        _ => return None,
    })
}

/// Those that have no kind of their own: the first two are the same on all Unix systems, the last one is Linux's.
fn by_number(number: i32) -> Option<&'static str> {
    match number {
        5 | 6 | 19 if cfg!(unix) => Some("damaged"),
        23 | 24 if cfg!(unix) => Some("too-many"),
        40 if cfg!(target_os = "linux") => Some("link-circle"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn what_the_system_says_is_a_word_where_one_is_known() {
        let missing = fs::read("no-such-folder/no-such-file").map_err(|error| cause_of(&error));
        assert_eq!(missing, Err("not-found".to_owned()));
        for (kind, word) in [
            (ErrorKind::PermissionDenied, "not-allowed"),
            (ErrorKind::StorageFull, "full"),
            (ErrorKind::InvalidData, "letters"),
        ] {
            assert_eq!(cause_of(&kind.into()), word);
        }
        let other = Error::other("the tape is torn");
        assert_eq!(cause_of(&other), "the tape is torn");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn numbers_of_the_system_have_their_words() {
        for (number, word) in [
            (1, "not-allowed"),
            (2, "not-found"),
            (5, "damaged"),
            (13, "not-allowed"),
            (20, "no-folder"),
            (21, "is-folder"),
            (23, "too-many"),
            (24, "too-many"),
            (28, "full"),
            (30, "read-only"),
            (36, "name"),
            (40, "link-circle"),
            (116, "network"),
            (122, "full"),
            (4, "interrupted"),
            (6, "damaged"),
            (18, "other-disk"),
            (27, "too-large"),
            (31, "links"),
            (39, "not-empty"),
            (111, "refused"),
            // Nothing is known of it.
            (95, "number-95"),
        ] {
            assert_eq!(cause_of(&Error::from_raw_os_error(number)), word, "{number}");
        }
    }
}
