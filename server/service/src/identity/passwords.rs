//! Passwords: argon2id with the crate's parameters, which are OWASP's minimum (19 MiB, 2 passes).

use std::sync::LazyLock;

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use tokio::sync::Semaphore;

use crate::error::{Error, Result};

/// Hashes computed at one time: each takes 19 MiB, and this is the only bound on it.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// Hash of no password at all: verified when the user is unknown, so that both cases cost the same.
static NOBODY: LazyLock<String> = LazyLock::new(|| hash("nobody has this password").unwrap_or_default());

/// Hashes a password for keeping.
///
/// # Errors
/// When the operating system gives no random salt.
pub fn hash(password: &str) -> Result<String> {
    let salt = crate::random::bytes::<16>()?;
    let hash = Argon2::default()
        .hash_password_with_salt(password.as_bytes(), &salt)
        .map_err(|e| Error::internal(std::io::Error::other(e.to_string())))?;
    Ok(hash.to_string())
}

/// Whether `password` fits the kept hash; takes as long when there is none.
pub(crate) async fn verify(password: &str, kept: Option<String>) -> Result<bool> {
    let _turn = AT_ONCE.acquire().await.map_err(|_| Error::Busy)?;
    let password = password.to_owned();
    let work = tokio::task::spawn_blocking(move || {
        let known = kept.is_some();
        let text = kept.unwrap_or_else(|| NOBODY.clone());
        let fits = PasswordHash::new(&text)
            .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok());
        known && fits
    });
    work.await.map_err(Error::internal)
}
