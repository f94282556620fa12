//! A browser without JavaScript. Its cookies lie open, for tests to look at and to forge: an HTTP library's own jar is
//! closed, and would not send what is `Secure` to a plain loopback.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use axum::body::Bytes;
use axum::http::header::{COOKIE, HeaderName, HeaderValue, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, Method, StatusCode};
use cookie::{Cookie, SameSite};
use reqwest::redirect::Policy;

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
    http: reqwest::Client,
    pub cookies: BTreeMap<String, String>,
}

impl Client {
    pub fn new(addr: SocketAddr) -> Self {
        let http = reqwest::Client::builder()
            .no_proxy()
            .redirect(Policy::none())
            .referer(false)
            .retry(reqwest::retry::never())
            // A connection for each request: a server that is killed or full is met where the test expects it.
            .pool_max_idle_per_host(0);
        Self {
            addr,
            http: http.build().unwrap(),
            cookies: BTreeMap::new(),
        }
    }

    /// The same cookies at another server.
    pub fn with_cookies(addr: SocketAddr, cookies: &BTreeMap<String, String>) -> Self {
        Self {
            cookies: cookies.clone(),
            ..Self::new(addr)
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

    /// Sends, and leaves the body to be read as it comes.
    pub async fn open(&self, ask: Ask) -> reqwest::Response {
        self.begin(ask).await.unwrap()
    }

    async fn begin(&self, ask: Ask) -> Result<reqwest::Response, Gone> {
        let url = format!("http://{}{}", self.addr, ask.path);
        let mut request = self.http.request(ask.method, &url).body(ask.body).build()?;
        assert!(
            request.url().as_str() == url,
            "{url} would be sent as {}: use `wire_text`",
            request.url()
        );
        let headers = request.headers_mut();
        if !self.cookies.is_empty() {
            let pairs: Vec<String> = self.cookies.iter().map(|(n, v)| format!("{n}={v}")).collect();
            headers.insert(COOKIE, HeaderValue::from_str(&pairs.join("; "))?);
        }
        for (name, value) in ask.headers {
            headers.insert(
                HeaderName::from_bytes(name.as_bytes())?,
                HeaderValue::from_bytes(value.as_bytes())?,
            );
        }
        Ok(self.http.execute(request).await?)
    }

    /// Sends, and takes over the cookies of the answer.
    pub async fn try_send(&mut self, ask: Ask) -> Result<Answer, Gone> {
        let mut answer = self.begin(ask).await?;
        let answer = Answer {
            status: answer.status(),
            headers: std::mem::take(answer.headers_mut()),
            body: answer.bytes().await?,
        };
        for cookie in answer.cookies() {
            let (name, value) = (cookie.name().to_owned(), cookie.value().to_owned());
            if is_removal(&cookie) {
                self.cookies.remove(&name);
            } else {
                self.cookies.insert(name, value);
            }
        }
        Ok(answer)
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

    /// The cookies it sets.
    pub fn cookies(&self) -> Vec<Cookie<'static>> {
        let lines = self.headers.get_all(SET_COOKIE).iter();
        lines
            .map(|line| Cookie::parse(line.to_str().unwrap().to_owned()).unwrap())
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

/// Only this host gets the cookie, over a secure channel, and no script reads it.
#[track_caller]
pub fn is_private(cookie: &Cookie<'_>) {
    assert!(cookie.name().starts_with("__Host-"), "{cookie}");
    assert_eq!((cookie.path(), cookie.domain()), (Some("/"), None), "{cookie}");
    assert_eq!(
        (cookie.secure(), cookie.http_only()),
        (Some(true), Some(true)),
        "{cookie}"
    );
    assert_eq!(cookie.same_site(), Some(SameSite::Lax), "{cookie}");
}

/// Whether a cookie is taken away.
pub fn is_removal(cookie: &Cookie<'_>) -> bool {
    cookie.max_age().is_some_and(|age| age.is_zero())
}
