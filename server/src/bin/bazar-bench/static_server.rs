//! What the product page is measured against: the same bytes from the same axum, without a shop behind them.

use std::net::SocketAddr;
use std::path::Path;

use axum::Router;
use axum::http::header;
use axum::routing::get;
use bytes::Bytes;
use tokio::net::TcpListener;

/// Serves `file` as a page under every path.
///
/// # Errors
/// When it cannot be read or the port is taken.
pub fn run(addr: SocketAddr, file: &Path) -> anyhow::Result<()> {
    let page = Bytes::from(std::fs::read(file)?);
    let answer = move || {
        let page = page.clone();
        async move { ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], page) }
    };
    // The same threads as the shop's.
    let threads = std::thread::available_parallelism().map_or(2, usize::from).max(2);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(threads)
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind(addr).await?;
        axum::serve(listener, Router::new().fallback(get(answer))).await?;
        Ok(())
    })
}
