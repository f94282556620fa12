//! What pages are measured against: the same bytes, packed beforehand, from the same axum, without a shop behind them.

use std::net::SocketAddr;

use anyhow::Context;
use axum::Router;
use axum::http::{HeaderValue, header};
use axum::routing::get;
use bytes::Bytes;
use tokio::net::TcpListener;

/// Serves `pages`, each written as `path=file=encoding`.
///
/// # Errors
/// When a file cannot be read or the port is taken.
pub fn run(addr: SocketAddr, pages: &[String]) -> anyhow::Result<()> {
    let mut router = Router::new();
    for page in pages {
        let mut parts = page.splitn(3, '=');
        let (path, file) = (parts.next().context("a path")?, parts.next().context("a file")?);
        let encoding = HeaderValue::from_str(parts.next().context("an encoding")?)?;
        let bytes = Bytes::from(std::fs::read(file)?);
        let answer = move || {
            let (bytes, encoding) = (bytes.clone(), encoding.clone());
            let html = HeaderValue::from_static("text/html; charset=utf-8");
            async move {
                (
                    [(header::CONTENT_TYPE, html), (header::CONTENT_ENCODING, encoding)],
                    bytes,
                )
            }
        };
        router = router.route(path, get(answer));
    }
    // The same threads as the shop's.
    let threads = std::thread::available_parallelism().map_or(2, usize::from).max(2);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(threads)
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind(addr).await?;
        axum::serve(listener, router).await?;
        Ok(())
    })
}
