//! A small HTTP/1.1 client: one connection kept open, requests made beforehand, so that it costs next to nothing beside
//! the server it measures. It understands what our own server answers, no more.

use std::io::ErrorKind;
use std::net::SocketAddr;

use anyhow::{Context, bail};
use tokio::net::TcpStream;

/// A connection.
#[derive(Debug)]
pub struct Client {
    stream: TcpStream,
    buffer: Vec<u8>,
    filled: usize,
    unchunked: Vec<u8>,
}

/// What the server answered.
#[derive(Clone, Copy, Debug)]
pub struct Answer<'a> {
    /// Status code.
    pub status: u16,
    /// Status line and headers.
    pub head: &'a [u8],
    /// The body.
    pub body: &'a [u8],
}

impl Answer<'_> {
    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(self.body).into_owned()
    }

    /// The first header of this name.
    pub fn header(&self, name: &str) -> Option<&str> {
        header(self.head, name)
    }
}

enum Body {
    Length(usize),
    Chunked,
}

impl Client {
    /// Connects.
    pub async fn connect(addr: SocketAddr) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(addr)
            .await
            .with_context(|| format!("no server on {addr}"))?;
        stream.set_nodelay(true)?;
        Ok(Self {
            stream,
            buffer: vec![0; 128 * 1024],
            filled: 0,
            unchunked: Vec::new(),
        })
    }

    /// Sends a request and reads the whole answer.
    pub async fn send(&mut self, request: &[u8]) -> anyhow::Result<Answer<'_>> {
        self.write(request).await?;
        self.filled = 0;
        let body_at = loop {
            self.read().await?;
            if let Some(at) = self.buffer[..self.filled]
                .windows(4)
                .position(|bytes| bytes == b"\r\n\r\n")
            {
                break at + 4;
            }
        };
        let head = &self.buffer[..body_at];
        let status = std::str::from_utf8(&head[9..12])?.parse().context("that is no HTTP")?;
        let body = match header(head, "content-length") {
            Some(length) => Body::Length(length.parse()?),
            None if header(head, "transfer-encoding") == Some("chunked") => Body::Chunked,
            None => Body::Length(0),
        };
        match body {
            Body::Length(length) => {
                while self.filled < body_at + length {
                    self.read().await?;
                }
                let head = &self.buffer[..body_at];
                Ok(Answer {
                    status,
                    head,
                    body: &self.buffer[body_at..body_at + length],
                })
            }
            Body::Chunked => {
                while !unchunk(&self.buffer[body_at..self.filled], &mut self.unchunked)? {
                    self.read().await?;
                }
                Ok(Answer {
                    status,
                    head: &self.buffer[..body_at],
                    body: &self.unchunked,
                })
            }
        }
    }

    async fn write(&mut self, mut bytes: &[u8]) -> anyhow::Result<()> {
        while !bytes.is_empty() {
            match self.stream.try_write(bytes) {
                Ok(written) => bytes = &bytes[written..],
                Err(error) if error.kind() == ErrorKind::WouldBlock => self.stream.writable().await?,
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    async fn read(&mut self) -> anyhow::Result<()> {
        if self.filled == self.buffer.len() {
            self.buffer.resize(self.filled * 2, 0);
        }
        loop {
            match self.stream.try_read(&mut self.buffer[self.filled..]) {
                Ok(0) => bail!("the server closed the connection in the middle of an answer"),
                Ok(count) => {
                    self.filled += count;
                    return Ok(());
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock => self.stream.readable().await?,
                Err(error) => return Err(error.into()),
            }
        }
    }
}

/// A GET without cookies and without asking for compression.
pub fn get(addr: SocketAddr, path: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nhost: {addr}\r\naccept: text/html\r\n\r\n").into_bytes()
}

/// A GET that asks for compression as a browser does.
pub fn get_packed(addr: SocketAddr, path: &str) -> Vec<u8> {
    format!(
        "GET {path} HTTP/1.1\r\nhost: {addr}\r\naccept: text/html\r\naccept-encoding: gzip, deflate, br, zstd\r\n\r\n"
    )
    .into_bytes()
}

/// The same from a browser that holds `cookie`.
pub fn get_with(addr: SocketAddr, path: &str, cookie: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nhost: {addr}\r\naccept: text/html\r\ncookie: {cookie}\r\n\r\n").into_bytes()
}

/// A form sent by a page of the same origin.
pub fn post(addr: SocketAddr, path: &str, cookie: Option<&str>, fields: &[(&str, &str)]) -> Vec<u8> {
    let body = fields
        .iter()
        .map(|(name, value)| format!("{name}={}", escaped(value)))
        .collect::<Vec<_>>()
        .join("&");
    let cookie = cookie.map(|cookie| format!("cookie: {cookie}\r\n")).unwrap_or_default();
    format!(
        "POST {path} HTTP/1.1\r\nhost: {addr}\r\norigin: http://{addr}\r\naccept: text/html\r\n{cookie}\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

/// Asks for what stands at `path`, without it.
pub fn head(addr: SocketAddr, path: &str, cookie: &str) -> Vec<u8> {
    format!("HEAD {path} HTTP/1.1\r\nhost: {addr}\r\naccept: application/json\r\ncookie: {cookie}\r\n\r\n").into_bytes()
}

/// A piece of a file that is sent in pieces, from the byte `offset` on.
pub fn piece(addr: SocketAddr, path: &str, cookie: &str, offset: usize, piece: &[u8]) -> Vec<u8> {
    let head = format!(
        "PATCH {path} HTTP/1.1\r\nhost: {addr}\r\norigin: http://{addr}\r\naccept: application/json\r\n\
         cookie: {cookie}\r\ncontent-type: application/offset+octet-stream\r\nupload-offset: {offset}\r\n\
         content-length: {}\r\n\r\n",
        piece.len()
    );
    [head.as_bytes(), piece].concat()
}

fn escaped(value: &str) -> String {
    value
        .bytes()
        .map(|byte| {
            if byte.is_ascii_alphanumeric() {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}

fn header<'a>(head: &'a [u8], name: &str) -> Option<&'a str> {
    head.split(|byte| *byte == b'\n').find_map(|line| {
        let (start, rest) = line.split_at_checked(name.len())?;
        let value = rest
            .strip_prefix(b":")
            .filter(|_| start.eq_ignore_ascii_case(name.as_bytes()))?;
        std::str::from_utf8(value).ok().map(str::trim)
    })
}

/// Puts the chunks together; `false` while the last one is missing.
fn unchunk(mut bytes: &[u8], whole: &mut Vec<u8>) -> anyhow::Result<bool> {
    whole.clear();
    loop {
        let Some(end) = bytes.windows(2).position(|two| two == b"\r\n") else {
            return Ok(false);
        };
        let length =
            usize::from_str_radix(std::str::from_utf8(&bytes[..end])?, 16).context("a chunk without length")?;
        let Some(chunk) = bytes.get(end + 2..end + 2 + length + 2) else {
            return Ok(false);
        };
        if length == 0 {
            return Ok(true);
        }
        whole.extend_from_slice(&chunk[..length]);
        bytes = &bytes[end + 2 + length + 2..];
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn headers_are_found_whatever_their_case() {
        let head = b"HTTP/1.1 200 OK\r\nContent-Length: 12\r\nset-cookie: a=b; Path=/\r\n\r\n";
        assert_eq!(header(head, "content-length"), Some("12"));
        assert_eq!(header(head, "Set-Cookie"), Some("a=b; Path=/"));
        assert_eq!(header(head, "content"), None);
    }

    #[test]
    fn chunks_are_put_together_once_all_are_there() {
        let all = b"3\r\nbad\r\n2\r\nam\r\n0\r\n\r\n";
        let mut whole = Vec::new();
        for cut in 0..all.len() {
            assert!(!unchunk(&all[..cut], &mut whole).unwrap(), "complete after {cut} bytes");
        }
        assert!(unchunk(all, &mut whole).unwrap());
        assert_eq!(whole, b"badam");
    }

    #[test]
    fn form_values_survive_the_way() {
        let addr = SocketAddr::from(([127, 0, 0, 1], 3000));
        let request = String::from_utf8(post(addr, "/zh/checkout", None, &[("name", "a b&ü")])).unwrap();
        assert!(
            request.ends_with("content-length: 19\r\n\r\nname=a%20b%26%C3%BC"),
            "{request}"
        );
    }
}
