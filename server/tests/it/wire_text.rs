//! HTTP as it is written on the wire, for requests no client library sends.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// How long a connection may stay open without another word.
const QUIET: Duration = Duration::from_secs(2);

/// Sends `bytes`, reads until the server closes or has nothing more to say.
pub async fn raw(addr: SocketAddr, bytes: &[u8]) -> String {
    exchange(addr, bytes).await.0
}

/// As [`raw`]; also whether the server closed the connection.
pub async fn exchange(addr: SocketAddr, bytes: &[u8]) -> (String, bool) {
    let mut stream = TcpStream::connect(addr).await.unwrap();
    // A server that has read enough may close before all is sent.
    drop(stream.write_all(bytes).await);
    let mut answer = Vec::new();
    let mut buffer = [0; 16 * 1024];
    loop {
        match tokio::time::timeout(QUIET, stream.read(&mut buffer)).await {
            Ok(Ok(0) | Err(_)) => return (String::from_utf8_lossy(&answer).into_owned(), true),
            Ok(Ok(read)) => answer.extend_from_slice(&buffer[..read]),
            Err(_) => return (String::from_utf8_lossy(&answer).into_owned(), false),
        }
    }
}
