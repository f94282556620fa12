//! The parts of the shop that people work in, told by the first segment of a path after the language.

/// The first segment of a path without its language: `studio` of `/studio/products`.
pub(crate) fn area_of(path: &str) -> &str {
    path.trim_start_matches('/').split('/').next().unwrap_or_default()
}

/// Whether the addresses below this first segment are those of people at work. Whoever asks to sell here writes as much as they
/// do, and has their scripts: what is sent without a network waits on the page.
pub fn is_work_area(area: &str) -> bool {
    matches!(area, "account" | "apply" | "centre" | "desk" | "studio" | "translate")
}
