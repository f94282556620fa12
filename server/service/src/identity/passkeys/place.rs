//! Where the shop's passkeys are good.

use std::net::IpAddr;

use http::Uri;

/// Where the shop's passkeys are good: pages of one origin, and the host name under which devices keep them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasskeyPlace {
    /// Where pages that ask for them stand, such as `https://shop.example`.
    pub origin: String,
    /// The host's name; the relying party's id, as the standard has it.
    pub host: String,
}

impl PasskeyPlace {
    /// That of the shop's public address. Nothing where browsers know no passkeys: without TLS, and under an address that is
    /// a number. Somebody's own machine is `localhost` to them.
    pub fn of(public_url: &str) -> Option<Self> {
        let uri: Uri = public_url.parse().ok()?;
        let scheme = uri.scheme_str()?;
        let named = uri.host()?.trim_end_matches('.').to_ascii_lowercase();
        let number: Option<IpAddr> = named.trim_matches(['[', ']']).parse().ok();
        let host = match number {
            Some(number) if scheme == "http" && (number.is_loopback() || number.is_unspecified()) => {
                "localhost".to_owned()
            }
            Some(_) => return None,
            None => named,
        };
        if scheme != "https" && host != "localhost" {
            return None;
        }
        let usual = if scheme == "https" { 443 } else { 80 };
        let port = uri.port_u16().filter(|port| *port != usual);
        let port = port.map(|port| format!(":{port}")).unwrap_or_default();
        Some(Self {
            origin: format!("{scheme}://{host}{port}"),
            host,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::PasskeyPlace;

    #[test]
    fn the_public_address_says_where() {
        for (url, expected) in [
            ("https://Shop.Example", Some(("https://shop.example", "shop.example"))),
            (
                "https://shop.example:443",
                Some(("https://shop.example", "shop.example")),
            ),
            (
                "https://shop.example:8443",
                Some(("https://shop.example:8443", "shop.example")),
            ),
            ("http://localhost:8080", Some(("http://localhost:8080", "localhost"))),
            ("http://127.0.0.1:8080", Some(("http://localhost:8080", "localhost"))),
            ("http://0.0.0.0", Some(("http://localhost", "localhost"))),
            ("http://[::1]:80", Some(("http://localhost", "localhost"))),
            ("http://shop.example", None),
            ("https://192.0.2.1", None),
            ("https://[2001:db8::1]", None),
            ("shop.example", None),
            ("", None),
        ] {
            let place = PasskeyPlace::of(url);
            let told = place.as_ref().map(|place| (place.origin.as_str(), place.host.as_str()));
            assert_eq!(told, expected, "{url}");
        }
    }
}
