//! From which network a request comes, for limits: one household, one village station or one server farm.

use std::fmt;
use std::net::IpAddr;

/// A network as limits count it: an IPv4 address, or the /64 of an IPv6 address (one customer has a whole one).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Network {
    address: Option<IpAddr>,
    is_exempt: bool,
}

impl Network {
    /// The network of a client's address, which a trusted proxy may have named.
    pub fn of(address: IpAddr) -> Self {
        let network = match address.to_canonical() {
            IpAddr::V6(v6) => {
                let mut octets = v6.octets();
                octets[8..].fill(0);
                IpAddr::V6(octets.into())
            }
            v4 => v4,
        };
        Self {
            address: Some(network),
            is_exempt: false,
        }
    }

    /// The same network, which the operator's settings exempt from budgets: a bench, a test.
    #[must_use]
    pub const fn exempt(self) -> Self {
        Self {
            is_exempt: true,
            ..self
        }
    }

    /// Whether no budget holds for it.
    pub const fn is_exempt(&self) -> bool {
        self.is_exempt
    }

    /// The network as wide as one customer may have it: of IPv6 the first 48 bits, which many providers give away whole.
    #[must_use]
    pub fn whole(&self) -> Self {
        let address = self.address.map(|address| match address {
            IpAddr::V6(v6) => {
                let mut octets = v6.octets();
                octets[6..].fill(0);
                IpAddr::V6(octets.into())
            }
            v4 @ IpAddr::V4(_) => v4,
        });
        Self { address, ..*self }
    }

    /// The wider network that is counted as one beside it, as it stands in the names of limits: of IPv6 the first 48 bits.
    #[must_use]
    pub(crate) fn wider(&self) -> Option<String> {
        matches!(self.address, Some(IpAddr::V6(_))).then(|| format!("{}/48", self.whole()))
    }

    /// A request of which the address is not known, as in tests without a socket.
    pub const fn unknown() -> Self {
        Self {
            address: None,
            is_exempt: false,
        }
    }
}

/// As it stands in the names of limits; not for the log, where it would be personal data.
impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.address {
            Some(address) => write!(f, "{address}"),
            None => f.write_str("unknown"),
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn one_customer_is_one_network() {
        let network = |text: &str| Network::of(text.parse().unwrap());
        assert_eq!(network("2001:db8:1:2:3::4"), network("2001:db8:1:2:ffff::1"));
        assert_ne!(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
        assert_eq!(network("::ffff:192.0.2.1"), network("192.0.2.1"));
        assert_ne!(network("192.0.2.1"), network("192.0.2.2"));
        assert_eq!(network("2001:db8:1:2::1").whole(), network("2001:db8:1:3::1").whole());
        assert_ne!(network("2001:db8:1::1").whole(), network("2001:db8:2::1").whole());
        assert_ne!(network("192.0.2.1").whole(), network("192.0.2.2").whole());
        assert_eq!(network("2001:db8:1:2::1").wider(), Some("2001:db8:1::/48".to_owned()));
        assert_eq!(network("192.0.2.1").wider(), None);
    }
}
