//! A shop started for measuring, and a browser's side of HTTP: cookies, compression, redirects.

use std::collections::BTreeMap;
use std::net::{SocketAddr, TcpListener};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use tempfile::TempDir;
use ureq::Agent;
use ureq::http::Response;

use crate::process::{self, Running};
use crate::workspace::{Profile, Workspace};

/// A running server with the demo district on data of its own.
pub struct Shop {
    address: SocketAddr,
    // Fields drop in order: first the server, then its data.
    _server: Running,
    _data: TempDir,
}

impl Shop {
    /// Seeds and starts the release server and waits until it is ready.
    ///
    /// # Errors
    /// It does not start.
    pub fn start(workspace: &Workspace) -> Result<Self> {
        let data = tempfile::Builder::new().prefix("bazar-size-").tempdir()?;
        let address = TcpListener::bind("127.0.0.1:0").context("no free port")?.local_addr()?;
        let bazar = || {
            let mut bazar = Command::new(workspace.bazar(Profile::Release));
            bazar
                .current_dir(&workspace.root)
                .env("BAZAR_ADDR", address.to_string())
                .env("BAZAR_PUBLIC_URL", format!("http://{address}"))
                .env("BAZAR_DATA_DIR", data.path())
                .env("BAZAR_SITE_DIR", workspace.site(Profile::Release))
                .env_remove("BAZAR_DATABASE_URL")
                .env_remove("BAZAR_DEV");
            bazar
        };
        process::output(bazar().args(["seed", "--demo"]))?;
        let mut server = bazar()
            .arg("serve")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map(Running)?;
        let ready = Browser::new(address);
        let until = Instant::now() + Duration::from_secs(60);
        while !ready.get("/readyz").is_ok_and(|page| page.status == 200) {
            if let Some(status) = server.0.try_wait()? {
                bail!("the server ended at once ({status}); `cargo xtask serve` shows why");
            }
            if Instant::now() > until {
                bail!("the server is not ready after 60 s");
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(Self {
            address,
            _server: server,
            _data: data,
        })
    }

    /// A browser that has not been here before.
    pub fn browser(&self) -> Browser {
        Browser::new(self.address)
    }
}

/// An answer.
pub struct Page {
    pub status: u16,
    /// As it came over the wire.
    pub body: Vec<u8>,
    /// Brotli, when the server had it.
    pub is_compressed: bool,
}

impl Page {
    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// Keeps cookies, follows redirects.
pub struct Browser {
    agent: Agent,
    origin: String,
    cookies: BTreeMap<String, String>,
}

impl Browser {
    fn new(address: SocketAddr) -> Self {
        let settings = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(Duration::from_secs(30)));
        Self {
            agent: settings.build().into(),
            origin: format!("http://{address}"),
            cookies: BTreeMap::new(),
        }
    }

    /// Fetches without compression, for reading.
    ///
    /// # Errors
    /// No answer within 30 s.
    pub fn get(&self, path: &str) -> Result<Page> {
        self.fetch(path, "identity")
    }

    /// Fetches as a browser does.
    ///
    /// # Errors
    /// As [`Browser::get`].
    pub fn get_compressed(&self, path: &str) -> Result<Page> {
        self.fetch(path, "br")
    }

    fn fetch(&self, path: &str, encoding: &str) -> Result<Page> {
        let request = self
            .agent
            .get(format!("{}{path}", self.origin))
            .header("Accept", "text/html,*/*");
        let request = request
            .header("Accept-Encoding", encoding)
            .header("Cookie", self.cookie());
        let mut answer = request.call().with_context(|| format!("GET {path}"))?;
        let is_compressed = answer
            .headers()
            .get("content-encoding")
            .is_some_and(|value| value == "br");
        let body = answer.body_mut().read_to_vec().with_context(|| format!("GET {path}"))?;
        Ok(Page {
            status: answer.status().as_u16(),
            body,
            is_compressed,
        })
    }

    /// Posts a form from a page of this shop and keeps the cookies it sets.
    ///
    /// # Errors
    /// No answer, or a refusal.
    pub fn post(&mut self, path: &str, fields: &[(String, String)]) -> Result<()> {
        let request = self
            .agent
            .post(format!("{}{path}", self.origin))
            .header("Accept", "text/html");
        let request = request
            .header("Origin", &self.origin)
            .header("Sec-Fetch-Site", "same-origin");
        let request = request.header("Cookie", self.cookie());
        let fields = fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let answer = request.send_form(fields).with_context(|| format!("POST {path}"))?;
        self.keep_cookies(&answer);
        match answer.status().as_u16() {
            200..400 => Ok(()),
            status => bail!("POST {path} was answered with {status}"),
        }
    }

    fn keep_cookies<T>(&mut self, answer: &Response<T>) {
        for cookie in answer.headers().get_all("set-cookie") {
            let pair = cookie
                .to_str()
                .unwrap_or_default()
                .split(';')
                .next()
                .unwrap_or_default();
            if let Some((name, value)) = pair.split_once('=') {
                self.cookies.insert(name.trim().to_owned(), value.trim().to_owned());
            }
        }
    }

    fn cookie(&self) -> String {
        let pairs: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        pairs.join("; ")
    }
}
