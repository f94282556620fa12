//! The way into the shop: cached pages are answered here, all else goes on to the [router](crate::router).
//!
//! Nothing is asked for as often as a page that is the same for everybody, and sending one takes a few microseconds. The
//! router's layers take several times that, since each of them clones all that lies below it and boxes its answer. So
//! whatever of them has a say in a cached page is asked here, as plain functions: where a request comes from, whether it is for
//! this shop, its network's budget, the headers of a page, the log. A request about which one of them has doubts goes the
//! long way, on which the same functions refuse it in words.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use app::cx::AppState;
use axum::Router;
use axum::extract::Request;
use axum::response::Response;
use service::Network;
use tower::{Service, ServiceExt};

use crate::metrics::Metrics;
use crate::middleware::budgets::{Budgets, Class};
use crate::middleware::{headers, log, origin};
use crate::networks::{Hosts, Networks};
use crate::views::Look;

/// The whole shop as one service; cheap to clone.
#[derive(Clone, Debug)]
pub struct Front(Arc<Parts>);

/// What a front is made of.
#[derive(Debug)]
pub(crate) struct Parts {
    pub router: Router,
    pub state: AppState,
    pub hosts: Arc<Hosts>,
    pub networks: Networks,
    pub budgets: Arc<Budgets>,
    pub metrics: Metrics,
}

impl Front {
    pub(crate) fn new(parts: Parts) -> Self {
        Self(Arc::new(parts))
    }

    async fn answer(self, mut request: Request) -> Response {
        let parts = &*self.0;
        let entry = log::Entry::begin(&parts.metrics, request.method());
        origin::note(&parts.networks, &mut request);
        let look = Look::at(&request);
        let response = match parts.cached(&request) {
            Some(page) => page,
            None => match parts.router.clone().oneshot(request).await {
                Ok(response) => response,
                Err(never) => match never {},
            },
        };
        if let Some(look) = look {
            look.count(&parts.state.shop, response.status());
        }
        entry.end(&response);
        response
    }
}

impl Parts {
    /// The cached page for this request, if nobody has anything against sending it.
    fn cached(&self, request: &Request) -> Option<Response> {
        if !self.hosts.are_asked(request.uri(), request.headers()) {
            return None;
        }
        let mut page = app::public::cached(&self.state, request)?;
        let network = request.extensions().get::<Network>();
        if let Some(network) = network
            && !network.is_exempt()
            && self.budgets.take(network, Class::Page).is_err()
        {
            return None;
        }
        headers::of_page(page.headers_mut());
        Some(page)
    }
}

impl Service<Request> for Front {
    type Response = Response;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let front = self.clone();
        Box::pin(async move { Ok(front.answer(request).await) })
    }
}
