//! Whose word is taken for where a request comes from, who is not limited, and by which names the shop is called.

use std::net::{IpAddr, SocketAddr};

use axum::http::header::FORWARDED;
use axum::http::uri::Authority;
use axum::http::{HeaderMap, Uri, header};
use ipnet::IpNet;

/// Networks with a part of their own.
#[derive(Clone, Debug, Default)]
pub struct Networks {
    trusted: Vec<IpNet>,
    unlimited: Vec<IpNet>,
}

impl Networks {
    /// `trusted` proxies say who their clients are; `unlimited` clients may ask as often as they like.
    pub fn new(trusted: &[IpNet], unlimited: &[IpNet]) -> Self {
        Self {
            trusted: trusted.to_vec(),
            unlimited: unlimited.to_vec(),
        }
    }

    /// Whether `address` is a proxy of the shop's own.
    pub fn is_trusted(&self, address: IpAddr) -> bool {
        contains(&self.trusted, address)
    }

    /// Whether no budget holds for `address`.
    pub fn is_unlimited(&self, address: IpAddr) -> bool {
        contains(&self.unlimited, address)
    }

    /// The client of a request that came from `peer`: the right-most hop that is no trusted proxy. What stands left of it
    /// anybody may have written. `X-Forwarded-For` counts before `Forwarded`: proxies set the first, and pass the second
    /// on as it came.
    pub fn client(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let mut client = peer.to_canonical();
        if !self.is_trusted(client) {
            return client;
        }
        let hops = if headers.contains_key("x-forwarded-for") {
            hops(headers, "x-forwarded-for", Some)
        } else {
            hops(headers, FORWARDED.as_str(), forwarded_for)
        };
        for hop in hops.iter().rev() {
            // A hop nobody can read was written by the trusted proxy right of it, or before it: no better word is there.
            let Some(address) = hop.and_then(parse_hop) else {
                break;
            };
            client = address;
            if !self.is_trusted(client) {
                break;
            }
        }
        client
    }
}

fn contains(networks: &[IpNet], address: IpAddr) -> bool {
    let address = address.to_canonical();
    networks.iter().any(|network| network.contains(&address))
}

fn hops<'h>(headers: &'h HeaderMap, name: &str, read: fn(&'h str) -> Option<&'h str>) -> Vec<Option<&'h str>> {
    headers
        .get_all(name)
        .iter()
        .flat_map(|value| value.to_str().unwrap_or_default().split(','))
        .map(|hop| read(hop.trim()))
        .collect()
}

/// The `for` of one element of a `Forwarded` header (RFC 7239).
fn forwarded_for(element: &str) -> Option<&str> {
    element.split(';').find_map(|pair| {
        let (name, value) = pair.trim().split_once('=')?;
        name.eq_ignore_ascii_case("for").then(|| value.trim_matches('"'))
    })
}

/// An address as a proxy writes it: alone, with a port, an IPv6 one in brackets.
fn parse_hop(hop: &str) -> Option<IpAddr> {
    let bare = hop
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
        .unwrap_or(hop);
    bare.parse::<IpAddr>()
        .or_else(|_| hop.parse::<SocketAddr>().map(|address| address.ip()))
        .ok()
        .map(|address| address.to_canonical())
}

/// The names the shop answers to.
#[derive(Clone, Debug)]
pub struct Hosts(Vec<String>);

impl Hosts {
    /// The host of the public address, the address listened on, this machine's own names, and `more`.
    pub fn new(public_url: &str, addr: SocketAddr, more: &[String]) -> Self {
        let public = public_url.parse::<Uri>().ok();
        let mut names = vec!["localhost".to_owned(), "127.0.0.1".to_owned(), "[::1]".to_owned()];
        names.extend(public.as_ref().and_then(Uri::host).map(plain));
        names.push(match addr.ip() {
            IpAddr::V4(v4) => v4.to_string(),
            IpAddr::V6(v6) => format!("[{v6}]"),
        });
        names.extend(
            more.iter()
                .map(|name| plain(name.trim()))
                .filter(|name| !name.is_empty()),
        );
        Self(names)
    }

    /// Whether a request with this address and these headers is for the shop. A port is not looked at.
    pub fn are_asked(&self, uri: &Uri, headers: &HeaderMap) -> bool {
        let mut hosts = headers.get_all(header::HOST).iter();
        let host = match (hosts.next(), hosts.next()) {
            (None, _) => uri.host().map(plain),
            (Some(_), Some(_)) => None,
            (Some(host), None) => host
                .to_str()
                .ok()
                .and_then(|host| host.parse::<Authority>().ok())
                // An address with a name in it counts for less than the header (RFC 9112, 3.2.2 says more; both must fit).
                .filter(|host| uri.host().is_none_or(|named| plain(named) == plain(host.host())))
                .filter(|host| !host.as_str().contains('@'))
                .map(|host| plain(host.host())),
        };
        host.is_some_and(|host| self.0.contains(&host))
    }
}

fn plain(host: &str) -> String {
    host.trim_end_matches('.').to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use axum::http::{HeaderName, HeaderValue};

    use super::*;

    fn headers(pairs: &[(&str, &str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(
                HeaderName::from_bytes(name.as_bytes()).unwrap(),
                HeaderValue::from_str(value).unwrap(),
            );
        }
        headers
    }

    fn networks() -> Networks {
        Networks::new(&["127.0.0.0/8".parse().unwrap(), "10.0.0.0/8".parse().unwrap()], &[])
    }

    #[test]
    fn the_right_most_hop_that_is_no_proxy_is_the_client() {
        let client =
            |peer: &str, pairs: &[(&str, &str)]| networks().client(peer.parse().unwrap(), &headers(pairs)).to_string();
        let xff = "x-forwarded-for";
        // Nobody's word but a proxy's counts.
        assert_eq!(client("192.0.2.9", &[(xff, "198.51.100.1")]), "192.0.2.9");
        assert_eq!(client("127.0.0.1", &[]), "127.0.0.1");
        assert_eq!(client("127.0.0.1", &[(xff, "198.51.100.1")]), "198.51.100.1");
        // What the client wrote itself stands left of what the proxy saw.
        assert_eq!(
            client("127.0.0.1", &[(xff, "203.0.113.5, 198.51.100.1")]),
            "198.51.100.1"
        );
        assert_eq!(
            client("127.0.0.1", &[(xff, "203.0.113.5"), (xff, "198.51.100.1, 10.0.0.7")]),
            "198.51.100.1"
        );
        assert_eq!(client("127.0.0.1", &[(xff, "198.51.100.1, unknown")]), "127.0.0.1");
        assert_eq!(client("127.0.0.1", &[(xff, "198.51.100.1:5123")]), "198.51.100.1");
        assert_eq!(client("127.0.0.1", &[(xff, "[2001:db8::1]:80")]), "2001:db8::1");
        assert_eq!(client("::ffff:127.0.0.1", &[(xff, "2001:db8::1")]), "2001:db8::1");
        let forwarded = ("forwarded", "for=203.0.113.5, For=\"[2001:db8::2]:4711\";proto=https");
        assert_eq!(client("127.0.0.1", &[forwarded]), "2001:db8::2");
        assert_eq!(client("127.0.0.1", &[forwarded, (xff, "198.51.100.1")]), "198.51.100.1");
    }

    #[test]
    fn the_shop_answers_to_its_own_names_only() {
        let hosts = Hosts::new(
            "https://Shop.example",
            "192.0.2.7:3000".parse().unwrap(),
            &["old.example".to_owned()],
        );
        let asked = |host: &str| hosts.are_asked(&Uri::from_static("/ug"), &headers(&[("host", host)]));
        for own in [
            "shop.example",
            "SHOP.example.",
            "shop.example:8443",
            "old.example",
            "localhost:3000",
            "192.0.2.7",
            "[::1]:3000",
        ] {
            assert!(asked(own), "{own}");
        }
        for foreign in [
            "shop.example.evil",
            "evil",
            "",
            "a@shop.example",
            "shop.example/",
            "192.0.2.8",
        ] {
            assert!(!asked(foreign), "{foreign}");
        }
        let two = headers(&[("host", "shop.example"), ("host", "evil")]);
        assert!(!hosts.are_asked(&Uri::from_static("/ug"), &two));
        assert!(!hosts.are_asked(&Uri::from_static("/ug"), &HeaderMap::new()));
        let absolute = Uri::from_static("http://evil/ug");
        assert!(!hosts.are_asked(&absolute, &headers(&[("host", "shop.example")])));
        assert!(hosts.are_asked(&Uri::from_static("https://shop.example/ug"), &HeaderMap::new()));
    }
}
