//! The accept loop: who may connect, how long a connection may be silent, and how it ends.
//!
//! Every connection has a [`Line`], on which the socket and the requests note what happens; one task looks at all lines
//! twice a second and closes those that are overdue. What a request may do is in [`crate::middleware`].

mod line;
mod lines;
mod stream;

use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, Response};
use axum::middleware::Next;
use http_body_util::BodyExt;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, watch};
use tokio::time::MissedTickBehavior;
use tower::{Service, ServiceExt};

pub use line::{Closed, Patience};
pub use lines::{Counts, Lines};

use crate::metrics::Metrics;
use crate::networks::Networks;
use line::Line;
use stream::{Answering, Watched};

/// How often the lines are looked at.
const LOOK: Duration = Duration::from_millis(500);
/// How long accepting waits when the system has nothing left to give.
const BACK_OFF: Duration = Duration::from_millis(100);
/// Files the program needs besides its connections: database, log, pictures being read.
const OTHER_FILES: u64 = 512;
/// Streams one HTTP/2 connection may have open.
const STREAMS: u32 = 64;
/// Largest head of a request, bytes. Too long an address is told so by a page of the shop, below this.
const MAX_HEAD: usize = 128 * 1024;

/// How many connections there may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caps {
    /// Of everybody.
    pub total: usize,
    /// Of one network that is no trusted proxy.
    pub per_network: usize,
}

/// Where the peer of a connection is; in the extensions of its requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer(pub SocketAddr);

/// The connection a request came by; in the extensions of those that bring something.
#[derive(Clone, Debug)]
struct Receiving(Arc<Line>);

/// Middleware for a route whose bodies may take longer to come than a connection may be quiet: each part of one that comes
/// is a sign of life. Elsewhere only what is sent is, so that nobody holds a connection by a trickle.
pub async fn keep_while_receiving(request: Request<Body>, next: Next) -> axum::response::Response {
    let Some(Receiving(line)) = request.extensions().get::<Receiving>().cloned() else {
        return next.run(request).await;
    };
    let request = request.map(|body| {
        Body::new(body.map_frame(move |frame| {
            line.receives();
            frame
        }))
    });
    next.run(request).await
}

/// Raises the limit on open files as far as the system lets this program, and answers it.
pub fn raise_file_limit() -> u64 {
    const WANTED: u64 = 65_536;
    rlimit::increase_nofile_limit(WANTED).unwrap_or(1_024)
}

/// How many connections fit below `file_limit`.
pub fn most_connections(file_limit: u64) -> usize {
    const ENOUGH: u64 = 8_192;
    usize::try_from(file_limit.saturating_sub(OTHER_FILES).clamp(64, ENOUGH)).unwrap_or(64)
}

/// What the accept loop is given.
#[derive(Clone, Debug)]
pub struct Options {
    /// How many connections.
    pub caps: Caps,
    /// How long each may be silent.
    pub patience: Patience,
    /// Whose connections carry many people's requests.
    pub networks: Arc<Networks>,
    /// Where connections are counted.
    pub metrics: Metrics,
}

/// What answers requests: the [front](crate::front) of the shop, or a router.
pub trait Answers:
    Service<Request<Body>, Response = Response<Body>, Error = Infallible, Future: Send> + Clone + Send + Sync + 'static
{
}

impl<S> Answers for S where
    S: Service<Request<Body>, Response = Response<Body>, Error = Infallible, Future: Send>
        + Clone
        + Send
        + Sync
        + 'static
{
}

/// Serves `shop` until `stopping` turns true and every running request is answered.
pub async fn serve<S>(listener: TcpListener, shop: S, options: Options, mut stopping: watch::Receiver<bool>)
where
    S: Answers,
{
    let lines = Lines::new(options.caps, options.metrics.clone());
    let watching = tokio::spawn(watch_lines(lines.clone(), options.patience));
    // Each connection holds a sender: when all are gone, nobody is served any more.
    let (held, mut all_gone) = mpsc::channel::<Infallible>(1);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = stopping.wait_for(|stop| *stop) => break,
        };
        match accepted {
            Ok((stream, peer)) => {
                let network = (!options.networks.is_trusted(peer.ip())).then(|| service::Network::of(peer.ip()));
                // Refused by closing: who is over the cap reads no page, and writing one would need a task of its own.
                if let Some(line) = lines.open(network) {
                    let held = held.clone();
                    let (shop, stopping) = (shop.clone(), stopping.clone());
                    tokio::spawn(async move {
                        serve_one(stream, peer, shop, line, stopping).await;
                        drop(held);
                    });
                }
            }
            Err(error) if is_of_one_connection(&error) => {}
            Err(error) => {
                tracing::error!(%error, "listen.accept");
                lines.make_room();
                tokio::time::sleep(BACK_OFF).await;
            }
        }
    }
    drop(listener);
    drop(held);
    lines.close_silent();
    // Nothing is ever sent: this ends when the last connection has.
    all_gone.recv().await;
    watching.abort();
}

/// The peer was gone before it was served; nothing is wrong with the listener.
fn is_of_one_connection(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ConnectionRefused
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::ConnectionReset
            | io::ErrorKind::Interrupted
    )
}

async fn watch_lines(lines: Lines, patience: Patience) {
    let mut ticks = tokio::time::interval(LOOK);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        lines.close_overdue(&patience);
    }
}

async fn serve_one(
    stream: TcpStream,
    peer: SocketAddr,
    shop: impl Answers,
    line: lines::Open,
    mut stopping: watch::Receiver<bool>,
) {
    // An answer is written whole: nothing is gained by waiting for more of it.
    drop(stream.set_nodelay(true));
    let io = TokioIo::new(Watched::new(stream, line.line().clone()));
    let service = service_fn(|request: Request<Incoming>| answer(request, peer, shop.clone(), line.line().clone()));
    let mut builder = Builder::new(TokioExecutor::new());
    builder.http1().timer(TokioTimer::new()).max_buf_size(MAX_HEAD);
    builder
        .http2()
        .timer(TokioTimer::new())
        .max_concurrent_streams(STREAMS)
        .max_header_list_size(32 * 1024);
    let connection = builder.serve_connection(io, service);
    let mut connection = std::pin::pin!(connection);
    let mut is_told = false;
    loop {
        tokio::select! {
            // What went wrong on the wire is between the two ends of it.
            _ = connection.as_mut() => return,
            () = line.line().closing() => return,
            _ = stopping.wait_for(|stop| *stop), if !is_told => {
                is_told = true;
                connection.as_mut().graceful_shutdown();
            }
        }
    }
}

fn answer(
    request: Request<Incoming>,
    peer: SocketAddr,
    shop: impl Answers,
    line: Arc<Line>,
) -> impl Future<Output = Result<Response<Answering>, Infallible>> {
    let running = line.begin();
    let mut request = request.map(Body::new);
    request.extensions_mut().insert(Peer(peer));
    if !request.method().is_safe() {
        request.extensions_mut().insert(Receiving(line.clone()));
    }
    async move {
        let response = shop.oneshot(request).await?;
        Ok(response.map(|body| Answering::new(body, running)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn connections_leave_files_for_the_database() {
        assert_eq!(most_connections(1_024), 512);
        assert_eq!(most_connections(20_000), 8_192);
        assert_eq!(most_connections(100), 64);
    }
}
