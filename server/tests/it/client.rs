//! A browser without JavaScript: keeps cookies by hand (they are `Secure` and `__Host-`, which HTTP libraries do not
//! send over plain loopback), says where a form comes from, and sends any address as it is written.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use axum::body::Bytes;
use axum::http::header::{HeaderName, HeaderValue, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use http_body_util::{BodyExt, Full};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

use crate::html::Page;

/// The public address every test shop is given. It is never the address it listens on, so what a page prints comes
/// from the settings.
pub const PUBLIC: &str = "https://shop.bazar.test";

/// What goes wrong when the server is gone.
pub type Gone = Box<dyn std::error::Error + Send + Sync>;

/// One browser.
#[derive(Clone, Debug)]
pub struct Client {
    addr: SocketAddr,
    pub cookies: BTreeMap<String, String>,
}

impl Client {
    pub fn new(addr: SocketAddr) -> Self {
        Self {
            addr,
            cookies: BTreeMap::new(),
        }
    }

    /// The same cookies at another server.
    pub fn with_cookies(addr: SocketAddr, cookies: &BTreeMap<String, String>) -> Self {
        Self {
            addr,
            cookies: cookies.clone(),
        }
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Ask::get(path)).await
    }

    pub async fn post<N: AsRef<str>, V: AsRef<str>>(&mut self, path: &str, fields: &[(N, V)]) -> Answer {
        self.send(Ask::post(path, fields)).await
    }

    pub async fn send(&mut self, ask: Ask) -> Answer {
        let what = format!("{} {}", ask.method, ask.path);
        self.try_send(ask)
            .await
            .unwrap_or_else(|error| panic!("{what}: {error}"))
    }

    /// Sends, and takes over the cookies of the answer.
    pub async fn try_send(&mut self, ask: Ask) -> Result<Answer, Gone> {
        let stream = TcpStream::connect(self.addr).await?;
        let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
        let connection = tokio::spawn(connection);
        let answer = sender.send_request(self.request(ask)?).await?;
        let (parts, body) = answer.into_parts();
        let body = body.collect().await?.to_bytes();
        connection.abort();
        let answer = Answer {
            status: parts.status,
            headers: parts.headers,
            body,
        };
        self.keep_cookies(&answer);
        Ok(answer)
    }

    fn request(&self, ask: Ask) -> Result<Request<Full<Bytes>>, Gone> {
        let mut request = Request::builder().method(ask.method).uri(ask.path);
        let mut headers = ask.headers;
        headers
            .entry("host".to_owned())
            .or_insert_with(|| self.addr.to_string());
        if !self.cookies.is_empty() {
            let pairs: Vec<String> = self.cookies.iter().map(|(n, v)| format!("{n}={v}")).collect();
            headers.entry("cookie".to_owned()).or_insert_with(|| pairs.join("; "));
        }
        for (name, value) in headers {
            request = request.header(
                HeaderName::from_bytes(name.as_bytes())?,
                HeaderValue::from_bytes(value.as_bytes())?,
            );
        }
        Ok(request.body(Full::new(Bytes::from(ask.body)))?)
    }

    fn keep_cookies(&mut self, answer: &Answer) {
        for cookie in answer.cookies() {
            let (pair, rules) = cookie.split_once(';').unwrap_or((&cookie, ""));
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            if rules.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

/// A request as a browser would send it from a page of the shop, until a test changes it.
#[derive(Clone, Debug)]
pub struct Ask {
    method: Method,
    path: String,
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
}

impl Ask {
    pub fn new(method: Method, path: &str) -> Self {
        let mut headers = BTreeMap::new();
        headers.insert(
            "accept".to_owned(),
            "text/html,application/xhtml+xml,*/*;q=0.8".to_owned(),
        );
        headers.insert("sec-fetch-site".to_owned(), "same-origin".to_owned());
        Self {
            method,
            path: path.to_owned(),
            headers,
            body: Vec::new(),
        }
    }

    pub fn get(path: &str) -> Self {
        Self::new(Method::GET, path)
    }

    /// A form sent from a page of the shop.
    pub fn post<N: AsRef<str>, V: AsRef<str>>(path: &str, fields: &[(N, V)]) -> Self {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_ref(), v.as_ref())).collect();
        Self {
            body: serde_urlencoded::to_string(fields).unwrap().into_bytes(),
            ..Self::new(Method::POST, path)
        }
        .header("origin", PUBLIC)
        .header("content-type", "application/x-www-form-urlencoded")
    }

    /// A call of a server function, as an island sends it.
    pub fn call<Arguments: serde::Serialize>(name: &str, arguments: &Arguments) -> Self {
        Self::new(Method::POST, &format!("/api/{name}"))
            .header("origin", PUBLIC)
            .header("content-type", "application/x-postcard")
            .header("accept", "application/x-postcard")
            .body(postcard::to_allocvec(arguments).unwrap())
    }

    pub fn body(mut self, body: Vec<u8>) -> Self {
        self.body = body;
        self
    }

    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.insert(name.to_owned(), value.to_owned());
        self
    }

    pub fn without(mut self, name: &str) -> Self {
        self.headers.remove(name);
        self
    }
}

/// What the server answered.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// What a call says that was not carried out.
    pub fn problem(&self) -> islands::Problem {
        postcard::from_bytes(&self.body).unwrap()
    }

    pub fn page(&self) -> Page {
        Page::parse(&self.text())
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }

    pub fn location(&self) -> &str {
        self.header(LOCATION.as_str())
    }

    pub fn cookies(&self) -> Vec<String> {
        self.headers
            .get_all(SET_COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .map(str::to_owned)
            .collect()
    }

    /// Checks the status, with what the page says when it is another.
    #[track_caller]
    pub fn is(self, status: u16) -> Self {
        let text = self.text();
        let said: String = text
            .find("<main")
            .map_or(text.as_str(), |at| &text[at..])
            .chars()
            .take(1500)
            .collect();
        assert_eq!(self.status.as_u16(), status, "{:?}\n{said}", self.headers);
        self
    }
}
