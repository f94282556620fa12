//! Pictures in a bucket that speaks the protocol of S3. HTTP and hashing are the libraries the shop has anyway: those that
//! `object_store` would bring along are a second HTTP client.

use std::future::Future;
use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use hmac::{Hmac, KeyInit, Mac};
use http_body_util::BodyExt;
use object_store::aws::{AmazonS3Builder, AmazonS3ConfigKey};
use object_store::client::{
    CryptoProvider, DigestAlgorithm, DigestContext, HmacContext, HttpClient, HttpConnector, HttpError, HttpErrorKind,
    HttpRequest, HttpRequestBody, HttpResponse, HttpResponseBody, HttpService, Signer, SigningAlgorithm,
};
use object_store::prefix::PrefixStore;
use object_store::{BackoffConfig, ClientOptions, ObjectStore, RetryConfig};
use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use sha2::{Digest, Sha256};

use super::{PictureStore, PictureStoreError};
use crate::https;

/// A page waits for a picture no longer than for a slow server.
const ANSWER: Duration = Duration::from_secs(10);
/// How long tries follow one another.
const TRIES: Duration = Duration::from_secs(10);

/// The bucket of `s3://bucket/prefix?endpoint=…&region=…`; what the address does not say is in the variables `AWS_*`. A store of
/// one's own may have a certificate that was signed by nobody but those of `authorities`.
pub(super) fn open(url: &str, authorities: Option<&Path>) -> Result<PictureStore, PictureStoreError> {
    build(AmazonS3Builder::from_env(), url, roots(authorities)?)
}

/// The certificates that all the world believes, and those of a PEM file.
pub(super) fn roots(authorities: Option<&Path>) -> Result<RootCertStore, PictureStoreError> {
    let mut roots = https::public_authorities();
    let Some(file) = authorities else {
        return Ok(roots);
    };
    let unusable = |error: Box<dyn std::error::Error + Send + Sync>| PictureStoreError::Authorities {
        file: file.to_owned(),
        source: error,
    };
    let mut is_empty = true;
    for certificate in CertificateDer::pem_file_iter(file).map_err(|error| unusable(error.into()))? {
        let certificate = certificate.map_err(|error| unusable(error.into()))?;
        roots.add(certificate).map_err(|error| unusable(error.into()))?;
        is_empty = false;
    }
    if is_empty {
        return Err(unusable("there is no certificate in it".into()));
    }
    Ok(roots)
}

pub(super) fn build(
    settings: AmazonS3Builder,
    url: &str,
    roots: RootCertStore,
) -> Result<PictureStore, PictureStoreError> {
    let unknown = || PictureStoreError::UnknownUrl(url.to_owned());
    let address = url.strip_prefix("s3://").ok_or_else(unknown)?;
    let (place, query) = address.split_once('?').unwrap_or((address, ""));
    let (bucket, prefix) = place.split_once('/').unwrap_or((place, ""));
    if bucket.is_empty() {
        return Err(unknown());
    }
    let mut settings = settings.with_bucket_name(bucket);
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let key = match pair.split_once('=') {
            Some(("endpoint", value)) => (AmazonS3ConfigKey::Endpoint, value),
            Some(("region", value)) => (AmazonS3ConfigKey::Region, value),
            _ => return Err(unknown()),
        };
        settings = settings.with_config(key.0, key.1);
    }
    let retry = RetryConfig {
        backoff: BackoffConfig {
            init_backoff: Duration::from_millis(50),
            max_backoff: Duration::from_secs(1),
            base: 2.0,
        },
        max_retries: 3,
        retry_timeout: TRIES,
    };
    let store = settings
        .with_retry(retry)
        .with_http_connector(Connector(roots))
        .with_crypto_provider(Arc::new(Crypto))
        .build()
        .map_err(|error| PictureStoreError::Open(Box::new(error)))?;
    let prefix = prefix.trim_matches('/');
    Ok(PictureStore(if prefix.is_empty() {
        Arc::new(store) as Arc<dyn ObjectStore>
    } else {
        Arc::new(PrefixStore::new(store, prefix))
    }))
}

/// Makes the one HTTP client of a bucket: it believes servers that these vouch for.
#[derive(Debug)]
struct Connector(RootCertStore);

impl HttpConnector for Connector {
    fn connect(&self, _: &ClientOptions) -> object_store::Result<HttpClient> {
        // Without TLS too: a store on the machine itself or in its own network, and the address that gives a machine its keys.
        let client = https::client(self.0.clone()).map_err(|error| object_store::Error::Generic {
            store: "S3",
            source: Box::new(error),
        })?;
        Ok(HttpClient::new(Http(client)))
    }
}

/// Sends what `object_store` asks for.
#[derive(Debug)]
struct Http(https::Client<HttpRequestBody>);

type Answer<'a> = Pin<Box<dyn Future<Output = Result<HttpResponse, HttpError>> + Send + 'a>>;

impl HttpService for Http {
    fn call<'s, 'a>(&'s self, request: HttpRequest) -> Answer<'a>
    where
        's: 'a,
        Self: 'a,
    {
        Box::pin(async move {
            let late = |error| HttpError::new(HttpErrorKind::Timeout, error);
            let answer = tokio::time::timeout(ANSWER, self.0.request(request))
                .await
                .map_err(late)?
                .map_err(|error| {
                    let kind = if error.is_connect() {
                        HttpErrorKind::Connect
                    } else {
                        HttpErrorKind::Request
                    };
                    HttpError::new(kind, error)
                })?;
            let (parts, body) = answer.into_parts();
            // A picture is a few hundred kilobytes: read whole, so that a server that stops half-way is not waited for.
            let whole = tokio::time::timeout(ANSWER, body.collect())
                .await
                .map_err(late)?
                .map_err(|error| HttpError::new(HttpErrorKind::Interrupted, error))?;
            Ok(HttpResponse::from_parts(
                parts,
                HttpResponseBody::from(whole.to_bytes()),
            ))
        })
    }
}

/// SHA-256 and HMAC for signing requests.
#[derive(Debug)]
struct Crypto;

impl CryptoProvider for Crypto {
    fn digest(&self, algorithm: DigestAlgorithm) -> object_store::Result<Box<dyn DigestContext>> {
        match algorithm {
            DigestAlgorithm::Sha256 => Ok(Box::new(Hashing(Sha256::new(), [0; 32]))),
            _ => Err(unsupported()),
        }
    }

    fn hmac(&self, algorithm: DigestAlgorithm, secret: &[u8]) -> object_store::Result<Box<dyn HmacContext>> {
        match algorithm {
            DigestAlgorithm::Sha256 => {
                let mac = Hmac::<Sha256>::new_from_slice(secret).map_err(|_| unsupported())?;
                Ok(Box::new(Hashing(mac, [0; 32])))
            }
            _ => Err(unsupported()),
        }
    }

    fn sign(&self, _: SigningAlgorithm, _: &[u8]) -> object_store::Result<Box<dyn Signer>> {
        Err(unsupported())
    }
}

/// A hash that is being made, and then what came of it.
struct Hashing<H>(H, [u8; 32]);

impl DigestContext for Hashing<Sha256> {
    fn update(&mut self, data: &[u8]) {
        Digest::update(&mut self.0, data);
    }

    fn finish(&mut self) -> object_store::Result<&[u8]> {
        self.1 = self.0.finalize_reset().into();
        Ok(&self.1)
    }
}

impl HmacContext for Hashing<Hmac<Sha256>> {
    fn update(&mut self, data: &[u8]) {
        Mac::update(&mut self.0, data);
    }

    fn finish(&mut self) -> object_store::Result<&[u8]> {
        self.1 = self.0.clone().finalize().into_bytes().into();
        Ok(&self.1)
    }
}

fn unsupported() -> object_store::Error {
    object_store::Error::NotSupported {
        source: "S3 asks for SHA-256 only".into(),
    }
}
