//! How the shop sets cookies; reading them is the pages' business.

/// The `Set-Cookie` of a cookie that only this host gets, over a secure channel (browsers count loopback as one), and
/// that is never shown to scripts.
pub fn host_cookie(name: &str, value: &str, max_age_seconds: u64) -> String {
    format!("{name}={value}; Path=/; Max-Age={max_age_seconds}; Secure; HttpOnly; SameSite=Lax")
}
