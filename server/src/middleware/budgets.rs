//! How often one network may ask, by kind of request, and how many expensive reads run at a time.
//!
//! Budgets are in memory and each program's own: they keep a flood from everybody else. What must hold over restarts and
//! for all programs, such as guessing a password, is counted in the database by the use cases.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use app::error::AppError;
use app::routes::{
    AccountJoin, Checkout, Order, OrderCancel, Orders, Products, Route, Search, SearchSuggestions, SignIn, SignInCode,
};
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::ErrorCode;
use service::Network;
use tokio::sync::Semaphore;

use crate::metrics::Metrics;

/// Kinds of requests, each with a budget of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// Looking at pages.
    Page,
    /// Searching, and filtering lists: what the database works hardest for.
    Search,
    /// Forms.
    Form,
    /// Placing orders.
    Order,
    /// Signing in, and asking for a code.
    SignIn,
    /// Looking for an order by its code.
    LookUp,
    /// What scripts ask for: server functions, suggestions.
    Function,
    /// Built files and pictures.
    File,
    /// Pictures beside shared links, which may have to be made.
    Preview,
    /// Pages that say that a budget is used up.
    Refusal,
}

const CLASSES: usize = 10;

impl Class {
    /// As metrics name it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Search => "search",
            Self::Form => "form",
            Self::Order => "order",
            Self::SignIn => "sign-in",
            Self::LookUp => "look-up",
            Self::Function => "function",
            Self::File => "file",
            Self::Preview => "preview",
            Self::Refusal => "refusal",
        }
    }

    const fn index(self) -> usize {
        self as usize
    }

    /// What one network may ask. 200 people of a village behind one address, or a mobile carrier's gateway with a few
    /// thousand phones, stay far below; see `docs/operating.md`.
    pub const fn budget(self) -> Budget {
        match self {
            Self::Page => Budget::new(1_500, 100),
            Self::Search => Budget::new(400, 30),
            Self::Form => Budget::new(400, 20),
            Self::Order => Budget::new(60, 2),
            Self::SignIn => Budget::new(60, 1),
            Self::LookUp => Budget::new(60, 1),
            Self::Function => Budget::new(1_000, 60),
            Self::File => Budget::new(10_000, 1_000),
            Self::Preview => Budget::new(200, 5),
            Self::Refusal => Budget::new(30, 3),
        }
    }

    /// What kind of request this is; nothing for what has no budget.
    pub fn of(method: &Method, route: &str, query: Option<&str>) -> Option<Self> {
        let is_form = *method == Method::POST;
        Some(match route {
            "/healthz" | "/readyz" | "/metrics" | "/dev/reload" | crate::l10n::live::STREAM => return None,
            "/assets/{*name}" | "/media/{name}" | "/manifest.webmanifest" | "/robots.txt" => Self::File,
            app::manifest::WORKER | crate::offline::MANIFESTS | crate::offline::ICONS => Self::File,
            crate::previews::PATTERN => Self::Preview,
            "/sitemap.xml" | Search::PATTERN => Self::Search,
            // A script asks a few times for each search, which it must not use up.
            SearchSuggestions::PATTERN => Self::Function,
            // A list as it stands is ready made; a filter is not.
            Products::PATTERN if query.is_some_and(|query| !query.is_empty()) => Self::Search,
            // A link lets in by a code as signing in does.
            SignIn::PATTERN | SignInCode::PATTERN | AccountJoin::PATTERN if is_form => Self::SignIn,
            Orders::PATTERN | Order::PATTERN if is_form => Self::LookUp,
            OrderCancel::PATTERN if is_form => Self::LookUp,
            Checkout::PATTERN if is_form => Self::Order,
            route if route.starts_with("/api/") => Self::Function,
            route if route.starts_with("/sitemap") => Self::Search,
            _ if is_form => Self::Form,
            _ => Self::Page,
        })
    }
}

/// So many at once, and so many a second after that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    burst: u32,
    per_second: u32,
}

impl Budget {
    /// `burst` at once, refilled with `per_second`.
    pub const fn new(burst: u32, per_second: u32) -> Self {
        Self { burst, per_second }
    }

    /// The same budget for a shop that is `factor` hundredths as large.
    const fn scaled(self, percent: u32) -> Self {
        Self {
            burst: scale(self.burst, percent),
            per_second: scale(self.per_second, percent),
        }
    }

    /// Takes one. `full_at` is the time, in microseconds, at which nothing of the budget is used any more (the generic
    /// cell rate algorithm of ITU-T I.371).
    fn take(self, full_at: &mut u64, now: u64) -> Result<(), Duration> {
        let each = 1_000_000 / u64::from(self.per_second);
        let next = (*full_at).max(now) + each;
        let latest = now + each * u64::from(self.burst);
        if next > latest {
            return Err(Duration::from_micros(next - latest));
        }
        *full_at = next;
        Ok(())
    }
}

const fn scale(number: u32, percent: u32) -> u32 {
    let scaled = (number as u64 * percent as u64).div_ceil(100);
    if scaled == 0 {
        1
    } else if scaled > 1_000_000 {
        1_000_000
    } else {
        scaled as u32
    }
}

/// Networks remembered at the most: about 10 MB.
const NETWORKS: usize = 50_000;

/// The budgets of all networks.
#[derive(Debug)]
pub struct Budgets {
    percent: u32,
    start: Instant,
    used: Mutex<HashMap<Network, [u64; CLASSES]>>,
    expensive: Semaphore,
    waiting: Semaphore,
    forms: Semaphore,
    metrics: Metrics,
}

/// Expensive reads that wait for their turn at the most.
const WAITING: usize = 32;
/// How long they wait.
const TURN: Duration = Duration::from_secs(3);
/// Requests with a body that are worked on at a time: what they hold in memory stays bounded.
const FORMS: usize = 1_024;

impl Budgets {
    /// Budgets of `percent` hundredths of their usual size; `expensive` reads run at a time.
    pub fn new(percent: u32, expensive: usize, metrics: Metrics) -> Self {
        Self {
            percent: percent.max(1),
            start: Instant::now(),
            used: Mutex::default(),
            expensive: Semaphore::new(expensive.max(1)),
            waiting: Semaphore::new(WAITING),
            forms: Semaphore::new(FORMS),
            metrics,
        }
    }

    fn now(&self) -> u64 {
        u64::try_from(self.start.elapsed().as_micros()).unwrap_or(u64::MAX)
    }

    /// Takes one request of `class` from the budget of `network`.
    ///
    /// # Errors
    /// How long to wait until the next one is taken.
    pub fn take(&self, network: &Network, class: Class) -> Result<(), Duration> {
        self.take_at(network, class, self.now())
    }

    fn take_at(&self, network: &Network, class: Class, now: u64) -> Result<(), Duration> {
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        if used.len() >= NETWORKS && !used.contains_key(network) {
            used.retain(|_, full_at| full_at.iter().any(|at| *at > now));
            if used.len() >= NETWORKS {
                // So many networks at once are an attack that no budget by network can tell from a crowd.
                tracing::warn!(networks = NETWORKS, "budgets.forgotten");
                used.clear();
            }
        }
        let full_at = used.entry(network.clone()).or_default();
        class
            .budget()
            .scaled(self.percent)
            .take(&mut full_at[class.index()], now)
    }
}

/// Lets a request pass, or refuses it for as long as its budget is used up.
pub async fn hold(State(budgets): State<Arc<Budgets>>, request: Request, next: Next) -> Response {
    let class = request
        .extensions()
        .get::<MatchedPath>()
        .map_or(Some(Class::Page), |path| {
            Class::of(request.method(), path.as_str(), request.uri().query())
        });
    let Some(class) = class else {
        return next.run(request).await;
    };
    if let Some(network) = request.extensions().get::<Network>()
        && !network.is_exempt()
        && let Err(wait) = budgets.take(network, class)
    {
        return refuse(&budgets, network, class, wait);
    }
    if class == Class::Search {
        return in_turn(&budgets, request, next).await;
    }
    if !request.method().is_safe() {
        let Ok(_place) = budgets.forms.try_acquire() else {
            return AppError::from(ErrorCode::Busy).into_response();
        };
        return next.run(request).await;
    }
    next.run(request).await
}

fn refuse(budgets: &Budgets, network: &Network, class: Class, wait: Duration) -> Response {
    budgets.metrics.over_budget(class);
    let seconds = wait.as_secs() + 1;
    if budgets.take(network, Class::Refusal).is_ok() {
        tracing::info!(budget = class.as_str(), wait_s = seconds, "security.over_budget");
        return AppError::from(ErrorCode::TooFast)
            .retry_after(u32::try_from(seconds).unwrap_or(u32::MAX))
            .into_response();
    }
    // A flood is not answered by pages.
    let mut response = StatusCode::TOO_MANY_REQUESTS.into_response();
    response
        .headers_mut()
        .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    response
}

/// Expensive reads take turns: a crowd of them keeps no connection to the database from anybody else.
async fn in_turn(budgets: &Budgets, request: Request, next: Next) -> Response {
    let Ok(waiting) = budgets.waiting.try_acquire() else {
        return AppError::from(ErrorCode::Busy).into_response();
    };
    let Ok(Ok(_turn)) = tokio::time::timeout(TURN, budgets.expensive.acquire()).await else {
        return AppError::from(ErrorCode::Busy).into_response();
    };
    drop(waiting);
    next.run(request).await
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    fn network(last: u8) -> Network {
        Network::of(std::net::IpAddr::from([192, 0, 2, last]))
    }

    fn budgets() -> Budgets {
        Budgets::new(100, 2, Metrics::default())
    }

    #[test]
    fn what_is_told_to_wait_is_taken_after_that_time_and_not_before() {
        let budgets = budgets();
        let burst = Class::SignIn.budget().burst;
        for _ in 0..burst {
            budgets.take_at(&network(1), Class::SignIn, 5).unwrap();
        }
        let wait = budgets.take_at(&network(1), Class::SignIn, 5).unwrap_err();
        assert_eq!(wait, Duration::from_secs(1));
        let later = 5 + u64::try_from(wait.as_micros()).unwrap();
        assert!(budgets.take_at(&network(1), Class::SignIn, later - 1).is_err());
        assert!(budgets.take_at(&network(1), Class::SignIn, later).is_ok());
        // Others, and other things, have budgets of their own.
        assert!(budgets.take_at(&network(2), Class::SignIn, 5).is_ok());
        assert!(budgets.take_at(&network(1), Class::Page, 5).is_ok());
    }

    #[test]
    fn a_village_behind_one_address_is_never_refused() {
        // 200 people, each a page every five seconds with 25 files, a search every 30, something into the cart every 20.
        let budgets = budgets();
        for second in 0..600_u64 {
            let now = second * 1_000_000;
            for (class, count) in [
                (Class::Page, 40),
                (Class::File, 1_000),
                (Class::Search, 7),
                // What is suggested while they type, and the cart.
                (Class::Function, 40),
                (Class::Form, 10),
            ] {
                for _ in 0..count {
                    budgets.take_at(&network(1), class, now).unwrap();
                }
            }
            // And an order every ten seconds, somebody signing in every five.
            if second % 5 == 0 {
                budgets.take_at(&network(1), Class::SignIn, now).unwrap();
                budgets.take_at(&network(1), Class::Order, now).unwrap();
            }
        }
    }

    #[test]
    fn memory_is_bounded() {
        let budgets = budgets();
        for high in 0..=255_u8 {
            for low in 0..=255_u8 {
                let network = Network::of(std::net::IpAddr::from([10, 0, high, low]));
                budgets.take_at(&network, Class::Page, 1).unwrap();
            }
        }
        assert!(budgets.used.lock().unwrap().len() <= NETWORKS);
    }

    #[test]
    fn every_class_has_a_place() {
        // The last one of the list has the last place.
        assert_eq!(Class::Refusal.index() + 1, CLASSES);
    }

    #[test]
    fn requests_are_told_apart_by_what_they_cost() {
        let class = |method, route, query| Class::of(&method, route, query);
        assert_eq!(class(Method::GET, Products::PATTERN, None), Some(Class::Page));
        assert_eq!(
            class(Method::GET, Products::PATTERN, Some("q=badam")),
            Some(Class::Search)
        );
        let typed = Some("q=ba");
        assert_eq!(
            class(Method::GET, SearchSuggestions::PATTERN, typed),
            Some(Class::Function)
        );
        assert_eq!(class(Method::GET, SignIn::PATTERN, None), Some(Class::Page));
        assert_eq!(class(Method::POST, SignIn::PATTERN, None), Some(Class::SignIn));
        assert_eq!(class(Method::POST, AccountJoin::PATTERN, None), Some(Class::SignIn));
        assert_eq!(class(Method::POST, Order::PATTERN, None), Some(Class::LookUp));
        assert_eq!(class(Method::POST, "/api/{name}", None), Some(Class::Function));
        assert_eq!(class(Method::GET, crate::previews::PATTERN, None), Some(Class::Preview));
        assert_eq!(class(Method::GET, "/healthz", None), None);
    }
}
