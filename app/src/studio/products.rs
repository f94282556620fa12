//! The cooperative's products: all, those running out, or those whose texts need work.

use axum::response::Response;
use domain::{Action, Listing, Locale, OfferTerms, Quantity};
use l10n::{Text, format, search_key, t};
use leptos::prelude::*;
use service::studio::StudioProduct;

use super::confirmation::StandingBadge;
use super::frame::{Done, StudioFrame, may};
use super::goods_words::{ListingBadge, size_name};
use super::listing::QuickStep;
use super::menu::studio_meta;
use super::texts::field_label;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::query::{page_of, value_of, with_query};
use crate::routes::{StudioNewProduct, StudioProduct as StudioProductPage, StudioProducts, StudioStock, StudioTables};
use crate::ui::{Hidden, Html, IntoHtml, Paging, Shape, ShopPicture, ShownName, quantity_text};

/// Which products are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    All,
    RunningOut,
    Texts,
    SentBack,
    Drafts,
    PutAway,
}

impl Which {
    const ALL: [Self; 6] = [
        Self::All,
        Self::RunningOut,
        Self::Texts,
        Self::SentBack,
        Self::Drafts,
        Self::PutAway,
    ];

    /// Whether its tab is there also while it has nothing.
    const fn is_always_there(self) -> bool {
        matches!(self, Self::All | Self::RunningOut | Self::Texts)
    }

    const fn word(self) -> &'static str {
        match self {
            Self::All => "",
            Self::RunningOut => "running-out",
            Self::Texts => "texts",
            Self::SentBack => "sent-back",
            Self::Drafts => "drafts",
            Self::PutAway => "put-away",
        }
    }

    const fn name(self) -> Text {
        match self {
            Self::All => t::STUDIO_STAGE_ALL,
            Self::RunningOut => t::STUDIO_PRODUCTS_RUNNING_OUT,
            Self::Texts => t::STUDIO_PRODUCTS_TEXTS,
            Self::SentBack => t::CONFIRMATION_SENT_BACK,
            Self::Drafts => t::STUDIO_PRODUCTS_DRAFTS,
            Self::PutAway => t::GOODS_LISTING_ARCHIVED,
        }
    }

    fn has(self, product: &StudioProduct) -> bool {
        match self {
            Self::All => true,
            Self::RunningOut => !product.running_out.is_empty(),
            Self::Texts => product.is_to_translate(),
            Self::SentBack => product.is_sent_back(),
            Self::Drafts => product.listing == Listing::Draft,
            Self::PutAway => product.listing == Listing::Archived,
        }
    }

    /// The address of the page that shows these.
    pub fn url(self, cx: &Cx) -> String {
        with_query(cx.url(&StudioProducts::new()), &[("show", self.word())])
    }
}

/// The products.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let word = value_of(cx.query(), "show");
    let which = Which::ALL.into_iter().find(|which| which.word() == word);
    let which = which.unwrap_or(Which::All);
    let asked = Asked {
        which,
        words: value_of(cx.query(), "q").trim().to_owned(),
    };
    let products = service::studio::products(cx.shop(), cx.actor(), cx.locale()).await?;
    let counts = Which::ALL.map(|which| products.iter().filter(|product| which.has(product)).count());
    let mut found: Vec<StudioProduct> = products.into_iter().filter(|product| asked.has(product)).collect();
    if which == Which::Texts {
        found = service::studio::most_read_first(cx.shop(), found).await?;
    }
    let pages = found.len().div_ceil(PAGE).max(1);
    let page = usize::try_from(page_of(cx.query())).unwrap_or(1).min(pages);
    let found = found.drain((page - 1) * PAGE..).take(PAGE).collect();
    let products = service::studio::with_pictures(cx.shop(), found).await?;
    Ok(cx.page(studio_meta(cx.t(t::STUDIO_PRODUCTS_TITLE)), || {
        view! { <StudioProductsPage products asked counts page pages/> }
    }))
}

/// Products on a page.
const PAGE: usize = 50;
/// Longest search for goods, characters.
pub(super) const MAX_WORDS: usize = 60;

/// Which products a page was asked for.
#[derive(Clone, Debug)]
struct Asked {
    which: Which,
    /// What a name or a code of theirs is to have in it; may be empty.
    words: String,
}

impl Asked {
    fn has(&self, product: &StudioProduct) -> bool {
        let key = search_key(&self.words);
        self.which.has(product) && (key.is_empty() || product.is_called(&key))
    }

    /// The address of a page of them.
    fn url(&self, cx: &Cx, page: usize) -> String {
        let page = page.to_string();
        let page = if page == "1" { "" } else { &page };
        let pairs = [("show", self.which.word()), ("q", self.words.as_str()), ("page", page)];
        with_query(cx.url(&StudioProducts::new()), &pairs)
    }
}

/// The list.
#[component]
fn StudioProductsPage(
    /// Those that are shown.
    products: Vec<StudioProduct>,
    /// What was asked for.
    asked: Asked,
    /// How many there are of each kind.
    counts: [usize; 6],
    /// Which page it is.
    page: usize,
    /// How many there are.
    pages: usize,
) -> Html {
    let cx = Cx::here();
    let tabs = Which::ALL
        .into_iter()
        .zip(counts)
        // Most cooperatives have nothing to do with the Centre's confirmation, and many put nothing away.
        .filter(|(tab, count)| tab.is_always_there() || *tab == asked.which || *count > 0)
        .map(|(tab, count)| {
            let count = format::number(cx.locale(), i64::try_from(count).unwrap_or(i64::MAX));
            view! {
                <a href=tab.url(&cx) aria-current=(tab == asked.which).then_some("page")>
                    {cx.t(tab.name())}" "<bdi class="c-num">{count}</bdi>
                </a>
            }
        })
        .collect_view();
    let is_editable = may(&cx, Action::EditProduct);
    let edit = is_editable.then(|| {
        view! {
            <p class="c-row">
                <a class="c-button" href=cx.url(&StudioTables::new())>{cx.t(t::TABLES_NAV)}</a>
                <a class="c-button" href=cx.url(&StudioStock::new())>{cx.t(t::GOODS_NAV)}</a>
                <a class="c-button c-button--primary" href=cx.url(&StudioNewProduct::new())>{cx.t(t::GOODS_NEW)}</a>
            </p>
        }
    });
    // A handful is seen at once.
    let has_search = counts[0] > PAGE || !asked.words.is_empty();
    let search = has_search.then(|| {
        let url = cx.url(&StudioProducts::new());
        let all = (!asked.words.is_empty()).then(|| asked.which.url(&cx));
        view! { <FindGoods url show=asked.which.word() words=asked.words.clone() all testid="find-product"/> }
    });
    let previous = (page > 1).then(|| asked.url(&cx, page - 1));
    let next = (page < pages).then(|| asked.url(&cx, page + 1));
    let number = |page: usize| u32::try_from(page).unwrap_or(u32::MAX);
    let none = products
        .is_empty()
        .then(|| view! { <p class="c-empty">{cx.t(t::STUDIO_PRODUCTS_NONE)}</p> });
    let order = (asked.which == Which::Texts && !products.is_empty())
        .then(|| view! { <p class="c-muted">{cx.t(t::STUDIO_PRODUCTS_TEXTS_ORDER)}</p> });
    let rows = products
        .into_iter()
        .map(|product| view! { <ProductRow product is_editable/> })
        .collect_view();
    view! {
        <StudioFrame>
            <div class="c-bar">
                <h1 class="c-title">{cx.t(t::STUDIO_PRODUCTS_TITLE)}</h1>
                {edit}
            </div>
            <Done word="done=1" text=t::GOODS_DONE/>
            <nav class="c-tabs" aria-label=cx.t(t::STUDIO_PRODUCTS_TITLE)>{tabs}</nav>
            {search}
            {none}
            {order}
            <ul class="c-list">{rows}</ul>
            <Paging page=number(page) pages=number(pages) previous next/>
        </StudioFrame>
    }
    .into_html()
}

/// The search for goods by a name or a code, and the way back from it.
#[component]
pub(super) fn FindGoods(
    /// The page.
    url: String,
    /// Which of them the page shows, the value of `show`; may be empty.
    show: &'static str,
    /// What was searched for.
    words: String,
    /// The page without the search, where something was searched for.
    all: Option<String>,
    /// What tests call it.
    testid: &'static str,
) -> Html {
    let cx = Cx::here();
    let show = (!show.is_empty()).then(|| view! { <Hidden name="show" value=show/> });
    let clear = all.map(|all| {
        view! { <a class="c-button c-button--quiet" href=all>{cx.t(t::STUDIO_ORDERS_CLEAR)}</a> }
    });
    view! {
        <form class="c-row" method="get" action=url role="search" data-testid=testid>
            {show}
            <input
                class="c-field__input"
                type="search"
                name="q"
                value=words
                maxlength=MAX_WORDS.to_string()
                aria-label=cx.t(t::STUDIO_PRODUCTS_FIND)
                placeholder=cx.t(t::STUDIO_PRODUCTS_FIND)
            />
            <button class="c-button">{cx.t(t::STUDIO_PRODUCTS_FIND_BUTTON)}</button>
            {clear}
        </form>
    }
    .into_html()
}

/// A product: what it costs, whether it can be bought, which texts need work.
#[component]
fn ProductRow(
    /// The product.
    product: StudioProduct,
    /// Whether this member may edit it.
    is_editable: bool,
) -> Html {
    let cx = Cx::here();
    let url = cx.url(&StudioProductPage::new(&product.id.to_string()));
    let edit = cx.t(t::studio_product_edit(product.name.text.as_str()));
    let name_text = product.name.text.clone();
    let name = if is_editable {
        view! { <a href=url aria-label=edit><ShownName shown=product.name/></a> }.into_html()
    } else {
        view! { <ShownName shown=product.name/> }.into_html()
    };
    let price = product
        .price
        .map(|price| view! { <span>{cx.tv(t::studio_product_from(format::money(cx.locale(), price)))}</span> });
    let stock = if product.listing != Listing::OnSale {
        view! { <ListingBadge listing=product.listing/> }.into_html()
    } else if product.available {
        view! { <span class="c-badge c-badge--good">{cx.t(t::STUDIO_PRODUCT_AVAILABLE)}</span> }.into_html()
    } else {
        view! { <span class="c-badge c-badge--error">{cx.t(t::STUDIO_PRODUCT_SOLD_OUT)}</span> }.into_html()
    };
    let waits = product
        .standing
        .as_ref()
        .is_some_and(|standing| standing.publishes && standing.is_waiting());
    let step = is_editable.then(|| view! { <QuickStep id=product.id name=name_text listing=product.listing waits/> });
    let standing = product
        .standing
        .map(|standing| view! { <StandingBadge state=standing.state/> });
    let missing = (!product.missing.is_empty()).then(|| {
        let text = cx.tv(t::studio_product_missing(texts(&cx, &product.missing)));
        view! { <span class="c-badge c-badge--error">{text}</span> }
    });
    let outdated = (!product.outdated.is_empty()).then(|| {
        let text = cx.tv(t::studio_product_outdated(texts(&cx, &product.outdated)));
        view! { <span class="c-badge c-badge--warn">{text}</span> }
    });
    let left = product
        .running_out
        .iter()
        .map(|(terms, free)| view! { <span class="c-badge c-badge--warn">{left_text(&cx, terms, *free)}</span> })
        .collect_view();
    view! {
        <li class="c-line" data-testid="studio-product" data-slug=product.slug>
            <span class="c-line__picture"><ShopPicture picture=product.picture shape=Shape::Thumb/></span>
            <span class="c-line__body">
                {name}
                <span class="c-row">
                    {stock}
                    {standing}
                    {left}
                    {missing}
                    {outdated}
                </span>
            </span>
            <span class="c-line__side">{price}{step}</span>
        </li>
    }
    .into_html()
}

/// Which texts, in which languages, as a list.
fn texts(cx: &Cx, texts: &[(&'static str, Locale)]) -> String {
    let label = |(field, locale): &(&'static str, Locale)| {
        let text = if *field == "name" {
            t::STUDIO_NAME
        } else {
            t::STUDIO_DESCRIPTION
        };
        field_label(cx, text, *locale)
    };
    let names: Vec<String> = texts.iter().map(label).collect();
    format::list_and(cx.locale(), &names)
}

/// How little is left of a size.
fn left_text(cx: &Cx, terms: &OfferTerms, free: Quantity) -> Html {
    let amount = quantity_text(cx, free, terms.sold_by.unit);
    let size = size_name(cx, terms);
    if size.is_empty() {
        cx.tv(t::studio_product_left(amount))
    } else {
        cx.tv(t::studio_product_left_of(size, amount))
    }
}
