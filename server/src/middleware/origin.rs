//! Where a request comes from, and whether it is for this shop at all.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use app::error::AppError;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::ErrorCode;
use service::Network;

use crate::listen::Peer;
use crate::networks::{Hosts, Networks};

/// The client's address, which a trusted proxy may have named; in the extensions of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Client(pub IpAddr);

/// Notes who asks; the limits and the pages read it.
pub fn note(networks: &Networks, request: &mut Request) {
    let peer = request.extensions().get::<Peer>().map(|peer| peer.0.ip());
    if let Some(peer) = peer {
        let address = networks.client(peer, request.headers());
        let network = Network::of(address);
        request.extensions_mut().insert(Client(address));
        request.extensions_mut().insert(if networks.is_unlimited(address) {
            network.exempt()
        } else {
            network
        });
    }
}

/// Refuses requests for other hosts: a page that was fetched under another name would be that name's.
pub async fn own_hosts(State(hosts): State<Arc<Hosts>>, request: Request, next: Next) -> Response {
    if hosts.are_asked(request.uri(), request.headers()) {
        return next.run(request).await;
    }
    tracing::info!("security.unknown_host");
    AppError::from(ErrorCode::Misdirected).into_response()
}

/// Only this machine; others find nothing here.
pub async fn this_machine(request: Request, next: Next) -> Response {
    let address = request
        .extensions()
        .get::<Client>()
        .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |client| client.0);
    if address.is_loopback() {
        next.run(request).await
    } else {
        axum::http::StatusCode::NOT_FOUND.into_response()
    }
}
