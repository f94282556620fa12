//! How the shop asks servers elsewhere: a store of pictures, a provider of text messages, a translator.

use std::sync::Arc;
use std::time::Duration;

use http::Uri;
use hyper::body::Body;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use rustls::crypto::ring;
use rustls::{ClientConfig, RootCertStore};

/// How long connecting takes at the most. Whoever asks bounds the answer.
const CONNECT: Duration = Duration::from_secs(5);

/// Sends requests with such a body.
pub(crate) type Client<B> = legacy::Client<HttpsConnector<HttpConnector>, B>;

/// The authorities that all the world believes.
pub(crate) fn public_authorities() -> RootCertStore {
    RootCertStore::from_iter(webpki_roots::TLS_SERVER_ROOTS.iter().cloned())
}

/// A client that believes the servers that these authorities vouch for. It asks `http://` too: where that must not be, the
/// address [is looked at](is_safe) before.
///
/// # Errors
/// When the library knows no cipher for TLS.
pub(crate) fn client<B>(authorities: RootCertStore) -> Result<Client<B>, rustls::Error>
where
    B: Body + Send,
    B::Data: Send,
{
    let mut tcp = HttpConnector::new();
    tcp.enforce_http(false);
    tcp.set_connect_timeout(Some(CONNECT));
    tcp.set_nodelay(true);
    // Named: with a second provider among the dependencies rustls would choose none, and end the program here.
    let tls = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_root_certificates(authorities)
        .with_no_client_auth();
    let https = HttpsConnectorBuilder::new()
        .with_tls_config(tls)
        .https_or_http()
        .enable_http1()
        .wrap_connector(tcp);
    Ok(legacy::Client::builder(TokioExecutor::new()).build(https))
}

/// Whether nobody on the way can read what goes to an address: `https://`, or the machine itself.
pub(crate) fn is_safe(address: &Uri) -> bool {
    matches!(
        (address.scheme_str(), address.host()),
        (Some("https"), Some(_)) | (Some("http"), Some("localhost" | "127.0.0.1" | "[::1]"))
    )
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn an_address_is_safe_by_https_or_on_the_machine_itself() {
        for (address, expected) in [
            ("https://sms.example/send", true),
            ("http://localhost:8080/", true),
            ("http://[::1]:8080/", true),
            ("http://sms.example/send", false),
            ("http://localhost.example/", false),
            ("ftp://localhost/", false),
            ("/send", false),
        ] {
            assert_eq!(is_safe(&address.parse().unwrap()), expected, "{address}");
        }
    }
}
