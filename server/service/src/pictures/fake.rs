//! A bucket in the test's own process: it keeps what is put, and believes nobody whose signature is not right.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use hmac::{Hmac, KeyInit, Mac};
use object_store::aws::AmazonS3Builder;
use rcgen::{CertifiedKey, generate_simple_self_signed};
use rustls::ServerConfig;
use rustls::pki_types::PrivateKeyDer;
use sha2::{Digest, Sha256};
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufStream};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

use super::bucket::{build, roots};
use super::tests::{keeps_and_gives_back, picture};
use super::{PictureStore, PictureStoreError};
use crate::Error;

const REGION: &str = "cn-1";
const KEY: &str = "key";
const SECRET: &str = "a secret";
const DATE: &str = "Mon, 23 Nov 2026 04:00:00 GMT";

/// What the bucket holds, and how many of the next requests it is not up to.
#[derive(Default)]
struct Bucket {
    objects: Mutex<HashMap<String, Vec<u8>>>,
    failures: AtomicUsize,
}

struct Asked {
    method: String,
    path: String,
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
}

async fn read(stream: &mut BufStream<impl AsyncRead + AsyncWrite + Unpin>) -> std::io::Result<Asked> {
    let mut first = String::new();
    stream.read_line(&mut first).await?;
    let mut words = first.split_whitespace().map(str::to_owned);
    let (method, path) = (words.next().unwrap(), words.next().unwrap());
    let mut headers = BTreeMap::new();
    loop {
        let mut line = String::new();
        stream.read_line(&mut line).await?;
        let Some((name, value)) = line.split_once(':') else {
            break;
        };
        headers.insert(name.to_ascii_lowercase(), value.trim().to_owned());
    }
    let length = headers.get("content-length").map_or(0, |value| value.parse().unwrap());
    let mut body = vec![0; length];
    stream.read_exact(&mut body).await?;
    Ok(Asked {
        method,
        path,
        headers,
        body,
    })
}

fn mac(key: &[u8], text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

/// AWS Signature Version 4, as the manual of S3 computes it.
fn is_signed(asked: &Asked) -> bool {
    let rule = asked.headers.get("authorization").map_or("", String::as_str);
    let part = |name: &str| {
        let rest = rule.split_once(name).map_or("", |(_, rest)| rest);
        rest.split(',').next().unwrap_or_default().trim().to_owned()
    };
    let (names, credential) = (part("SignedHeaders="), part("Credential="));
    let headers: String = names
        .split(';')
        .map(|name| {
            let value = asked.headers.get(name).map_or("", String::as_str);
            format!("{name}:{value}\n")
        })
        .collect();
    let hash = &asked.headers["x-amz-content-sha256"];
    let (path, query) = asked.path.split_once('?').unwrap_or((&asked.path, ""));
    let canonical = format!("{}\n{path}\n{query}\n{headers}\n{names}\n{hash}", asked.method);
    let time = &asked.headers["x-amz-date"];
    let day = &time[..8];
    let scope = format!("{day}/{REGION}/s3/aws4_request");
    let to_sign = format!(
        "AWS4-HMAC-SHA256\n{time}\n{scope}\n{}",
        hex::encode(Sha256::digest(canonical.as_bytes()))
    );
    let mut key = format!("AWS4{SECRET}").into_bytes();
    for word in [day, REGION, "s3", "aws4_request"] {
        key = mac(&key, word);
    }
    names.split(';').any(|name| name == "host")
        && credential == format!("{KEY}/{scope}")
        && *hash == hex::encode(Sha256::digest(&asked.body))
        && part("Signature=") == hex::encode(mac(&key, &to_sign))
}

async fn answer(stream: impl AsyncRead + AsyncWrite + Unpin, bucket: Arc<Bucket>) -> std::io::Result<()> {
    let mut stream = BufStream::new(stream);
    let asked = read(&mut stream).await?;
    let fails = bucket
        .failures
        .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
    let found = bucket.objects.lock().unwrap().get(&asked.path).cloned();
    let (status, body) = match (asked.method.as_str(), found) {
        _ if fails.is_ok() => ("500 Internal Server Error", Vec::new()),
        _ if !is_signed(&asked) => ("403 Forbidden", Vec::new()),
        ("PUT", _) => {
            bucket.objects.lock().unwrap().insert(asked.path, asked.body);
            ("200 OK", Vec::new())
        }
        ("GET" | "HEAD", Some(body)) => ("200 OK", body),
        _ => ("404 Not Found", Vec::new()),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Length: {}\r\nETag: \"1\"\r\nLast-Modified: {DATE}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).await?;
    if asked.method != "HEAD" {
        stream.write_all(&body).await?;
    }
    stream.flush().await?;
    stream.shutdown().await
}

async fn start() -> (Arc<Bucket>, String) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    let bucket = Arc::new(Bucket::default());
    let kept = bucket.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(answer(stream, kept.clone()));
        }
    });
    (bucket, endpoint)
}

/// A bucket whose certificate only the PEM that is given back with it vouches for.
async fn start_with_tls() -> (Arc<Bucket>, String, String) {
    let CertifiedKey { cert, signing_key } = generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let key = PrivateKeyDer::Pkcs8(signing_key.serialize_der().into());
    let tls = ServerConfig::builder()
        .with_no_client_auth()
        .with_single_cert(vec![cert.der().clone()], key)
        .unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(tls));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let endpoint = format!("https://localhost:{}", listener.local_addr().unwrap().port());
    let bucket = Arc::new(Bucket::default());
    let kept = bucket.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let (acceptor, kept) = (acceptor.clone(), kept.clone());
            tokio::spawn(async move { answer(acceptor.accept(stream).await?, kept).await });
        }
    });
    (bucket, endpoint, cert.pem())
}

/// The store at this endpoint, opened with this secret.
fn open(endpoint: &str, secret: &str) -> PictureStore {
    open_with(endpoint, secret, None).unwrap()
}

fn open_with(endpoint: &str, secret: &str, authorities: Option<&Path>) -> Result<PictureStore, PictureStoreError> {
    let keys = AmazonS3Builder::new()
        .with_access_key_id(KEY)
        .with_secret_access_key(secret);
    let url = format!("s3://pictures/of/the-shop?endpoint={endpoint}&region={REGION}");
    build(keys, &url, roots(authorities)?)
}

#[tokio::test]
async fn a_bucket_is_like_a_folder() {
    let (bucket, endpoint) = start().await;
    keeps_and_gives_back(open(&endpoint, SECRET)).await;
    let kept = bucket.objects.lock().unwrap();
    assert!(
        kept.len() >= 2 && kept.keys().all(|name| name.starts_with("/pictures/of/the-shop/")),
        "{:?}",
        kept.keys()
    );
}

#[tokio::test]
async fn a_bucket_that_stumbles_is_asked_again() {
    let (bucket, endpoint) = start().await;
    let (store, picture) = (open(&endpoint, SECRET), picture());
    bucket.failures.store(2, Ordering::SeqCst);
    store.keep(&picture).await.unwrap();
    bucket.failures.store(2, Ordering::SeqCst);
    assert!(store.has(&picture.sha).await.unwrap());
}

#[tokio::test]
async fn a_bucket_is_asked_over_https_when_its_certificate_is_believed() {
    let (bucket, endpoint, certificate) = start_with_tls().await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("authority.pem");
    std::fs::write(&file, certificate).unwrap();
    keeps_and_gives_back(open_with(&endpoint, SECRET, Some(&file)).unwrap()).await;
    assert!(bucket.objects.lock().unwrap().len() >= 2);

    // Nobody that all the world believes vouches for it, nor does another of its own kind.
    let (_, _, another) = start_with_tls().await;
    std::fs::write(&file, another).unwrap();
    let another = open_with(&endpoint, SECRET, Some(&file)).unwrap();
    for store in [open(&endpoint, SECRET), another] {
        assert!(matches!(store.has(&picture().sha).await, Err(Error::Unavailable(_))));
    }
    for unusable in ["", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"] {
        std::fs::write(&file, unusable).unwrap();
        let refused = open_with(&endpoint, SECRET, Some(&file)).unwrap_err();
        assert!(refused.to_string().contains("authority.pem"), "{refused}");
    }
    let refused = open_with(&endpoint, SECRET, Some(&folder.path().join("none.pem"))).unwrap_err();
    assert!(matches!(refused, PictureStoreError::Authorities { .. }));
}

/// Nothing that goes wrong there is the reader's, or a fault of the program: another try may do.
#[tokio::test]
async fn a_bucket_that_does_not_serve_is_unavailable() {
    let (bucket, endpoint) = start().await;
    let picture = picture();
    let name = format!("{}-{}.webp", picture.sha, picture.files[0].width);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let nobody = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    for (store, failures) in [
        (open(&endpoint, "another"), 0),
        (open(&nobody, SECRET), 0),
        (open(&endpoint, SECRET), usize::MAX),
    ] {
        bucket.failures.store(failures, Ordering::SeqCst);
        assert!(
            matches!(store.read(&name).await, Err(Error::Unavailable(_))),
            "{store:?}"
        );
        assert!(matches!(store.has(&picture.sha).await, Err(Error::Unavailable(_))));
        assert!(matches!(store.keep(&picture).await, Err(Error::Unavailable(_))));
    }
    assert!(bucket.objects.lock().unwrap().is_empty());
}
