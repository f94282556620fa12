//! Random bytes from the operating system.

use crate::error::{Error, Result};

/// `N` random bytes.
///
/// # Errors
/// When the operating system gives none: the request fails rather than go on with something guessable.
pub(crate) fn bytes<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|e| Error::internal(std::io::Error::other(e.to_string())))?;
    Ok(bytes)
}
