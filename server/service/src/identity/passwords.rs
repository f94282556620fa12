//! Passwords: argon2id with the crate's parameters, which are OWASP's minimum (19 MiB, 2 passes).

use std::sync::LazyLock;

use argon2::password_hash::{PasswordHasher, phc::PasswordHash};
use argon2::{Argon2, Block, Params};
use domain::{FieldCode, Phone};
use subtle::ConstantTimeEq;
use unicode_normalization::UnicodeNormalization;

use super::hashing;
use crate::error::{Error, Result};

/// Fewest characters of a new password.
const SHORTEST: usize = 8;
/// Most characters of a password.
pub const LONGEST: usize = 128;
/// What is guessed first everywhere, in its normal form; anything with fewer than four different characters too.
const GUESSED_FIRST: [&str; 8] = [
    "12345678",
    "123456789",
    "1234567890",
    "password",
    "qwertyui",
    "qwerty123",
    "password1",
    "11223344",
];

/// Hash of no password at all: verified when the user is unknown, so that both cases cost the same.
static NOBODY: LazyLock<String> = LazyLock::new(|| hash("nobody has this password").unwrap_or_default());

/// What is hashed of a password as typed: composed, full-width and other digits as plain ones (Unicode NFKC), without spaces
/// at the ends, which phones add.
fn normal(typed: &str) -> String {
    let composed: String = typed.nfkc().collect();
    domain::plain_digits(composed.trim())
}

/// A new password, if it is good enough for `phone`'s owner.
///
/// # Errors
/// What is wrong with it.
pub(super) fn check_new(typed: &str, phone: &Phone) -> Result<(), FieldCode> {
    let password = normal(typed);
    let length = password.chars().count();
    if length == 0 {
        return Err(FieldCode::Required);
    }
    if length < SHORTEST {
        return Err(FieldCode::TooShort);
    }
    if length > LONGEST {
        return Err(FieldCode::TooLong);
    }
    let mut letters: Vec<char> = password.chars().collect();
    letters.sort_unstable();
    letters.dedup();
    let lower = password.to_lowercase();
    let digits: String = password.chars().filter(char::is_ascii_digit).collect();
    let is_phone = !password.contains(char::is_alphabetic) && phone.as_e164().contains(&digits);
    if letters.len() < 4 || is_phone || GUESSED_FIRST.contains(&lower.as_str()) {
        return Err(FieldCode::TooEasy);
    }
    Ok(())
}

/// Hashes a password for keeping; where one waits for it, [`hash_new`] is the way.
///
/// # Errors
/// When the operating system gives no random salt.
pub fn hash(password: &str) -> Result<String> {
    let salt = crate::random::bytes::<16>()?;
    let hash = Argon2::default()
        .hash_password_with_salt(normal(password).as_bytes(), &salt)
        .map_err(|e| Error::internal(std::io::Error::other(e.to_string())))?;
    Ok(hash.to_string())
}

/// [`hash`] on the threads for it.
pub(super) async fn hash_new(password: &str) -> Result<String> {
    let password = password.to_owned();
    hashing::run(move |_| hash(&password)).await?
}

/// How a password fits the kept hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fits {
    Yes,
    /// As it was typed, byte for byte: the hash was made before passwords had a normal form.
    AsTyped,
    No,
}

/// Whether `password` fits the kept hash; takes as long when there is none.
///
/// # Errors
/// [`Error::Busy`] when too many wait.
pub(super) async fn verify(password: &str, kept: Option<String>) -> Result<Fits> {
    // Nobody's password is longer: hashing it would only cost.
    if password.len() > 8 * LONGEST {
        return Ok(Fits::No);
    }
    let typed = password.to_owned();
    hashing::run(move |memory| {
        let is_known = kept.is_some();
        let kept = kept.unwrap_or_else(|| NOBODY.clone());
        let normal = normal(&typed);
        let fits = if is_right(&normal, &kept, memory) {
            Fits::Yes
        } else if normal != typed && is_right(&typed, &kept, memory) {
            Fits::AsTyped
        } else {
            Fits::No
        };
        if is_known { fits } else { Fits::No }
    })
    .await
}

fn is_right(password: &str, kept: &str, memory: &mut Vec<Block>) -> bool {
    let Ok(kept) = PasswordHash::new(kept) else {
        return false;
    };
    let (Some(salt), Some(expected)) = (&kept.salt, &kept.hash) else {
        return false;
    };
    let Ok(params) = Params::try_from(&kept) else {
        return false;
    };
    if memory.len() < params.block_count() {
        memory.resize(params.block_count(), Block::new());
    }
    let mut found = vec![0; expected.len()];
    let hashed = Argon2::from(&params).hash_password_into_with_memory(
        password.as_bytes(),
        salt,
        &mut found,
        memory.as_mut_slice(),
    );
    hashed.is_ok() && bool::from(found.ct_eq(expected.as_bytes()))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn a_password_is_the_same_however_the_keyboard_writes_it() {
        let kept = hash("Ñandú 2026 ھەسەل").unwrap();
        let mut memory = Vec::new();
        for typed in [
            "Ñandú 2026 ھەسەل",
            "N\u{303}andu\u{301} 2026 ھەسەل",
            "Ñandú\u{a0}2026\u{3000}ھەسەل ",
            "Ｎ\u{303}andú ٢٠٢٦ ھەسەل",
            " Ñandú ۲۰۲۶ ھەسەل",
        ] {
            assert!(is_right(&normal(typed), &kept, &mut memory), "{typed:?}");
        }
        for wrong in ["ñandú 2026 ھەسەل", "Nandu 2026 ھەسەل", "Ñandú2026ھەسەل", ""] {
            assert!(!is_right(&normal(wrong), &kept, &mut memory), "{wrong:?}");
        }
    }

    #[test]
    fn a_new_password_is_not_what_is_guessed_first() {
        let phone = Phone::parse("13911112222").unwrap();
        for (typed, wrong) in [
            ("", FieldCode::Required),
            ("   ", FieldCode::Required),
            ("بادام12", FieldCode::TooShort),
            ("13911112222", FieldCode::TooEasy),
            ("+86 13911112222", FieldCode::TooEasy),
            ("١٢٣٤٥٦٧٨", FieldCode::TooEasy),
            ("aaaaaaaaaa", FieldCode::TooEasy),
            ("Password", FieldCode::TooEasy),
            (&"长".repeat(129), FieldCode::TooLong),
        ] {
            assert_eq!(check_new(typed, &phone), Err(wrong), "{typed:?}");
        }
        assert_eq!(check_new("ئالتۇن بادام", &phone), Ok(()));
    }
}
