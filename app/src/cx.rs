//! What a page knows about its request: language, texts, who asks, and where it stands.

use std::fmt::Debug;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::{FromRef, FromRequestParts, OriginalUri};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri};
use domain::{Actor, IdempotencyKey, Locale, OfferId, ProductId};
use html_escape::encode_text_to_string;
use l10n::{Message, Text, Texts};
use leptos::prelude::*;
use service::cart::CartHandle;
use service::centre::Waits;
use service::{Caller, Network, Shop};

use crate::addresses::language;
use crate::area::{area_of, is_work_area};
use crate::assets::Assets;
use crate::cookies;
use crate::error::AppError;
use crate::html::Html;
use crate::marks::Marks;
use crate::public::PageCache;
use crate::renewed_session::{self, RenewedSession};
use crate::routes::Route;
use crate::saving;
use crate::sent_form::SentForm;

/// What all requests share.
#[derive(Clone, Debug)]
pub struct AppState {
    /// The shop.
    pub shop: Shop,
    /// The built files; replaced when they change (development).
    pub assets: Arc<arc_swap::ArcSwap<Assets>>,
    /// Address of the shop as the world sees it, without a slash at the end.
    pub public_url: Arc<str>,
    /// Development: pages reload themselves.
    pub dev: bool,
    /// Pages that are the same for everybody.
    pub pages: Arc<PageCache>,
}

impl FromRef<AppState> for Shop {
    fn from_ref(state: &AppState) -> Self {
        state.shop.clone()
    }
}

/// The context of one request; cheap to clone.
#[derive(Clone, Debug)]
pub struct Cx(Arc<Inner>);

#[derive(Clone, Debug)]
struct Inner {
    state: AppState,
    assets: Arc<Assets>,
    locale: Locale,
    actor: Actor,
    cart: Option<CartHandle>,
    cart_count: u32,
    /// What is on the reader's list of favourites, in the order of numbers.
    favourites: Vec<ProductId>,
    /// The products whose hearts the page has so far, one as often as it has them.
    hearts: Arc<Mutex<Vec<ProductId>>>,
    path: String,
    query: String,
    headers: HeaderMap,
    network: Network,
    renewed: RenewedSession,
    confirmation: Option<IdempotencyKey>,
    sent: SentForm,
    /// What was just put into the cart, until a page has said so.
    added: Arc<AtomicI64>,
    /// What waits for the Centre, on its own pages.
    waits: Waits,
    /// The texts of the page, in translator mode.
    marks: Option<Marks>,
    /// The texts as a translator reads them who suggested others.
    own_texts: Option<Texts>,
}

impl Cx {
    /// Reads the request: its language from the path, its cart and session from cookies.
    ///
    /// # Errors
    /// When the database does not answer. Then nobody knows who asks: an error is never "nobody".
    pub async fn read(
        state: &AppState,
        uri: &Uri,
        headers: &HeaderMap,
        network: Network,
        (renewed, sent): (RenewedSession, SentForm),
    ) -> Result<Self, AppError> {
        let shop = &state.shop;
        let mut cx = Inner::unknown(state, uri, headers, network);
        cx.sent = sent;
        let session = || cookies::read(headers, cookies::SESSION);
        if let Some(token) = renewed.cookie().or_else(session) {
            cx.actor = service::identity::actor(shop, token).await?;
            if cx.actor == Actor::Anonymous
                && let Some(form) = cx.confirmation
                && let Some(next) = service::identity::renewed_by(shop, token, form).await?
            {
                cx.actor = service::identity::actor(shop, &next.to_hex()).await?;
                renewed.set(&next);
            }
        }
        cx.renewed = renewed;
        cx.own_texts = service::wording::own_texts(shop, cx.actor).await?;
        if let Some(marks) = Marks::wanted(headers, cx.actor, area_of(&cx.path)) {
            cx.marks = Some(marks.with_work(service::wording::waiting(shop, cx.actor).await?));
        }
        if matches!(cx.actor, Actor::Centre { .. }) && matches!(area_of(&cx.path), "centre" | "desk") {
            cx.waits = service::centre::waits(shop, cx.actor).await?;
        }
        // Calls of islands show no hearts.
        if let Some(list) = cookies::read(headers, cookies::FAVOURITES)
            && !is_work_area(area_of(&cx.path))
            && !uri.path().starts_with("/api/")
        {
            cx.favourites = service::favourites::products(shop, list).await?;
        }
        if let Some(token) = cookies::read(headers, cookies::CART)
            && let Some((cart, count)) = service::cart::open(shop, token).await?
        {
            if cx.actor == Actor::Anonymous {
                cx.actor = Actor::Shopper;
            }
            (cx.cart, cx.cart_count) = (Some(cart), count);
        }
        Ok(Self(Arc::new(cx)))
    }

    /// The request without its person, for the page that says that the database does not answer.
    pub fn without_person(state: &AppState, uri: &Uri, headers: &HeaderMap) -> Self {
        Self(Arc::new(Inner::unknown(state, uri, headers, Network::unknown())))
    }

    /// The request of somebody of whom nothing is known but the number in the frame, which of the page's products are
    /// favourites, and what is in `headers`: what is rendered with it may be sent to everybody with the same. Nothing when
    /// the address has no language.
    pub(crate) fn of_everybody(
        state: &AppState,
        uri: &Uri,
        (cart_count, favourites): (u32, &[ProductId]),
        headers: &HeaderMap,
    ) -> Option<Self> {
        let language = uri.path().trim_start_matches('/').split('/').next().unwrap_or_default();
        Locale::from_code(language)?;
        Some(Self(Arc::new(Inner {
            cart_count,
            favourites: favourites.to_vec(),
            ..Inner::unknown(state, uri, headers, Network::unknown())
        })))
    }

    /// The request whose page is being rendered. Call it in a component's body.
    ///
    /// # Panics
    /// Outside of [`page_with`](Self::page_with).
    pub fn here() -> Self {
        expect_context()
    }

    /// The page's language.
    pub fn locale(&self) -> Locale {
        self.0.locale
    }

    /// The shop.
    pub fn shop(&self) -> &Shop {
        &self.0.state.shop
    }

    /// Who asks.
    pub fn actor(&self) -> Actor {
        self.0.actor
    }

    /// The cart of this browser.
    pub fn cart(&self) -> Option<CartHandle> {
        self.0.cart
    }

    /// What a server function needs to know.
    pub fn caller(&self) -> Caller {
        Caller {
            shop: self.shop().clone(),
            actor: self.actor(),
            cart: self.cart(),
            network: self.network().clone(),
        }
    }

    /// Where the request comes from.
    pub fn network(&self) -> &Network {
        &self.0.network
    }

    /// The fresh token of the session, where it got one while this request is answered.
    pub fn renewed_session(&self) -> &RenewedSession {
        &self.0.renewed
    }

    /// The form it brought.
    pub(crate) fn sent_form(&self) -> &SentForm {
        &self.0.sent
    }

    /// The form by which somebody shows with this request who they are.
    pub(crate) fn confirmation(&self) -> Option<IdempotencyKey> {
        self.0.confirmation
    }

    /// How many lines the cart has.
    pub fn cart_count(&self) -> u32 {
        self.0.cart_count
    }

    /// What is on the reader's list of favourites, in the order of numbers; empty where no hearts are, as in a work area.
    pub(crate) fn favourites(&self) -> &[ProductId] {
        &self.0.favourites
    }

    /// Notes that the page has a heart of this product, and says how many it has of it now.
    pub(crate) fn add_heart(&self, product: ProductId) -> usize {
        let mut hearts = self.0.hearts.lock().unwrap_or_else(PoisonError::into_inner);
        hearts.push(product);
        hearts.iter().filter(|other| **other == product).count()
    }

    /// The products whose hearts the page has, in the order of numbers, each once.
    pub(crate) fn hearts(&self) -> Vec<ProductId> {
        let mut hearts = self.0.hearts.lock().unwrap_or_else(PoisonError::into_inner).clone();
        hearts.sort_unstable();
        hearts.dedup();
        hearts
    }

    /// The path after the language, such as `/products/badam`; empty on the home page.
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// The query without its question mark.
    pub fn query(&self) -> &str {
        &self.0.query
    }

    /// The request's headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }

    /// Names of built files.
    pub fn assets(&self) -> &Arc<Assets> {
        &self.0.assets
    }

    /// Address of the shop as the world sees it.
    pub fn public_url(&self) -> &str {
        &self.0.state.public_url
    }

    /// Whether the page is one where people work (cooperatives, stations, the Centre) and not the shop's.
    pub fn is_work_area(&self) -> bool {
        is_work_area(area_of(self.path()))
    }

    /// What waits for whoever of the Centre asks; nothing on other pages than the Centre's.
    pub(crate) fn waits(&self) -> Waits {
        self.0.waits
    }

    /// The texts of the page, in translator mode.
    pub(crate) fn marks(&self) -> Option<&Marks> {
        self.0.marks.as_ref()
    }

    /// Whether the document stays and only the page changes: the browser navigates inside the shop (`start.js`).
    pub fn is_navigation(&self) -> bool {
        self.0.headers.contains_key("x-navigation")
    }

    /// Whether the reader saves data: the page comes without WASM and with the smallest pictures then.
    pub fn saves_data(&self) -> bool {
        saving::saves_data(&self.0.headers)
    }

    /// Whether this is a development server.
    pub fn is_dev(&self) -> bool {
        self.0.state.dev
    }

    /// The shop's texts, as whoever asks reads them.
    pub fn texts(&self) -> &Texts {
        self.0.own_texts.as_ref().unwrap_or_else(|| self.shop().texts())
    }

    /// A text of the shop, for attributes and titles: arguments stand between isolating characters.
    pub fn t<'a>(&self, message: impl Into<Message<'a>>) -> String {
        let message = message.into();
        let id = message.id();
        let text = self.texts().get(self.locale(), message);
        self.mark(id, &text);
        text
    }

    /// A text of the shop, for views: arguments stand in `<bdi>`.
    pub fn tv<'a>(&self, message: impl Into<Message<'a>>) -> Html {
        let message = message.into();
        let id = message.id();
        let parts = self.texts().parts(self.locale(), message);
        let mut html = String::new();
        if self.marks().is_some() {
            let said = parts.iter().map(|part| match part {
                l10n::Part::Text(text) | l10n::Part::Isolated(text) => text.as_str(),
            });
            self.mark(id, &said.collect::<String>());
            html.push_str("<span data-l10n=\"");
            html.push_str(id);
            html.push_str("\">");
        }
        for part in parts {
            match part {
                l10n::Part::Text(text) => _ = encode_text_to_string(text, &mut html),
                l10n::Part::Isolated(text) => {
                    html.push_str("<bdi>");
                    encode_text_to_string(text, &mut html);
                    html.push_str("</bdi>");
                }
            }
        }
        if self.marks().is_some() {
            html.push_str("</span>");
        }
        Html::new(html)
    }

    /// Notes the texts that a part of the page may show, in translator mode: most of them are seen by whoever has scripts, or at
    /// another time.
    pub(crate) fn mark_texts(&self, texts: &[Text]) {
        for text in texts.iter().filter(|_| self.marks().is_some()) {
            self.mark(text.id(), &self.texts().unfilled(self.locale(), *text));
        }
    }

    fn mark(&self, id: &str, text: &str) {
        if let Some(marks) = self.marks() {
            marks.note(id, text);
        }
    }

    /// The text of an error or field error by its code.
    pub fn t_id(&self, id: &str) -> String {
        let text = self.texts().by_id(self.locale(), id).unwrap_or_default();
        self.mark(id, &text);
        text
    }

    /// The URL of a page in this language.
    pub fn url(&self, route: &impl Route) -> String {
        route.url(self.locale())
    }

    /// This same page, query and all, in another language.
    pub fn here_in(&self, locale: Locale) -> String {
        let query = self.query();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("/{}{}{mark}{query}", locale.code(), self.path())
    }

    /// The same request as if it stood at `place`: for the answer to a form that shows the page it came from. Links to
    /// other languages and forms that lead back name that page then.
    #[must_use]
    pub fn standing_at(&self, place: &impl Route) -> Self {
        let url = place.url(self.locale());
        let path = url.strip_prefix(&format!("/{}", self.locale().code()));
        Self(Arc::new(Inner {
            path: path.unwrap_or_default().to_owned(),
            query: String::new(),
            ..Inner::clone(&self.0)
        }))
    }

    /// Whether this page has to say, here, that `offer` was just put into the cart: once, though it may show it twice.
    pub fn take_added(&self, offer: OfferId) -> bool {
        let added = &self.0.added;
        offer.get() != 0
            && added
                .compare_exchange(offer.get(), 0, Ordering::Relaxed, Ordering::Relaxed)
                .is_ok()
    }

    /// The present time, milliseconds since 1970 UTC.
    pub fn now(&self) -> i64 {
        self.shop().now()
    }
}

impl Inner {
    /// What the request says by itself.
    fn unknown(state: &AppState, uri: &Uri, headers: &HeaderMap, network: Network) -> Self {
        let path = uri.path();
        let mut segments = path.trim_start_matches('/').splitn(2, '/');
        let first = segments.next().unwrap_or_default();
        let (locale, path) = match Locale::from_code(first).or_else(|| language(first, || negotiate(headers))) {
            Some(locale) => (
                locale,
                segments.next().map_or_else(String::new, |rest| format!("/{rest}")),
            ),
            None => (negotiate(headers), String::new()),
        };
        let (query, confirmation) = renewed_session::take_form(uri.query().unwrap_or_default());
        Self {
            assets: state.assets.load_full(),
            state: state.clone(),
            locale,
            actor: Actor::Anonymous,
            cart: None,
            cart_count: 0,
            favourites: Vec::new(),
            hearts: Arc::default(),
            path,
            query,
            headers: headers.clone(),
            network,
            renewed: RenewedSession::default(),
            confirmation,
            sent: SentForm::default(),
            added: Arc::new(AtomicI64::new(added(uri.query().unwrap_or_default()))),
            waits: Waits::default(),
            marks: None,
            own_texts: None,
        }
    }
}

/// The offer a query names as just added, else 0.
fn added(query: &str) -> i64 {
    let value = query.split('&').find_map(|pair| pair.strip_prefix("added="));
    value.and_then(|offer| offer.parse().ok()).unwrap_or_default()
}

/// The language a first visit gets: the one chosen before, else what the browser asks for.
pub fn negotiate(headers: &HeaderMap) -> Locale {
    let accept = headers
        .get(axum::http::header::ACCEPT_LANGUAGE)
        .and_then(|v| v.to_str().ok())
        .unwrap_or_default();
    l10n::negotiate(accept, cookies::read(headers, cookies::LANGUAGE))
}

impl FromRequestParts<AppState> for Cx {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, AppError> {
        if let Some(cx) = parts.extensions.get::<Self>() {
            return Ok(cx.clone());
        }
        let uri = parts
            .extensions
            .get::<OriginalUri>()
            .map_or_else(|| parts.uri.clone(), |o| o.0.clone());
        let network = parts.extensions.get::<Network>().cloned().unwrap_or_default();
        let renewed = parts.extensions.get::<RenewedSession>().cloned().unwrap_or_default();
        let sent = parts.extensions.get::<SentForm>().cloned().unwrap_or_default();
        let cx = Self::read(state, &uri, &parts.headers, network, (renewed, sent)).await?;
        parts.extensions.insert(cx.clone());
        Ok(cx)
    }
}
