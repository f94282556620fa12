//! Random bytes from the operating system.

/// The operating system gives none: the request fails rather than go on with something guessable.
#[derive(Debug, thiserror::Error)]
#[error("the operating system gives no random bytes: {0}")]
pub(crate) struct NoRandomness(String);

/// `N` random bytes.
///
/// # Errors
/// [`NoRandomness`].
pub(crate) fn bytes<const N: usize>() -> Result<[u8; N], NoRandomness> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| NoRandomness(error.to_string()))?;
    Ok(bytes)
}
