//! The browser somebody signs in with: whether its owner did so before, and what it is called in the list of sessions.

use domain::UserId;
use subtle::ConstantTimeEq;

use crate::secret::keyed;
use crate::{Result, Shop, random};

/// People one browser is known for, as at a station; the oldest is forgotten first.
const REMEMBERED: usize = 8;

/// Whether this browser's cookie says that `user` signed in with it before. Answers the browser's own name, by which its
/// tries are counted: a stranger's do not touch them.
pub(super) fn known(shop: &Shop, cookie: &str, user: UserId) -> Option<String> {
    let (id, proofs) = read(cookie)?;
    let expected = proof(shop, id, user);
    proofs
        .into_iter()
        .any(|proof| bool::from(proof.as_bytes().ct_eq(expected.as_bytes())))
        .then(|| id.to_owned())
}

/// The cookie after `user` signed in.
pub(super) fn remember(shop: &Shop, cookie: &str, user: UserId) -> Result<String> {
    let fresh = hex::encode(random::bytes::<16>()?);
    let (id, proofs) = read(cookie).unwrap_or((&fresh, Vec::new()));
    let own = proof(shop, id, user);
    let mut kept = vec![id, own.as_str()];
    kept.extend(proofs.into_iter().filter(|old| *old != own).take(REMEMBERED - 1));
    Ok(kept.join("~"))
}

/// The browser's name and the proofs of who signed in there.
fn read(cookie: &str) -> Option<(&str, Vec<&str>)> {
    let mut parts = cookie.split('~');
    let is_hex = |part: &&str| part.len() == 32 && part.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    let id = parts.next().filter(is_hex)?;
    Some((id, parts.filter(is_hex).take(REMEMBERED).collect()))
}

fn proof(shop: &Shop, id: &str, user: UserId) -> String {
    keyed(shop, &["device", id, &user.to_string()])
}

/// A coarse name for a browser, such as `Chrome · Android`: enough to tell one's own apart, too little to follow anybody.
pub(super) fn name(agent: &str) -> String {
    const BROWSERS: [(&str, &str); 9] = [
        ("MicroMessenger", "WeChat"),
        ("HuaweiBrowser", "Huawei"),
        ("SamsungBrowser", "Samsung"),
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("FxiOS", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];
    const SYSTEMS: [(&str, &str); 7] = [
        ("HarmonyOS", "HarmonyOS"),
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS X", "Mac"),
        ("Linux", "Linux"),
    ];
    let first = |names: &[(&str, &'static str)]| {
        names
            .iter()
            .find(|(word, _)| agent.contains(word))
            .map(|(_, name)| *name)
    };
    [first(&BROWSERS), first(&SYSTEMS)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn a_browser_is_named_coarsely() {
        for (agent, expected) in [
            (
                "Mozilla/5.0 (Linux; Android 13; V2203A) AppleWebKit/537.36 Version/4.0 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.47",
                "WeChat · Android",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1",
                "Safari · iPhone",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0",
                "Edge · Windows",
            ),
            ("curl/8.0", ""),
            ("", ""),
        ] {
            assert_eq!(name(agent), expected, "{agent}");
        }
    }
}
