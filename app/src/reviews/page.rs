//! `/products/{slug}/reviews`: all that buyers say about a product.

use axum::response::Response;
use domain::{ErrorCode, ReviewId, Slug, Stars as Given, WrittenIn};
use l10n::{Text, t};
use leptos::prelude::*;
use service::catalog::{self, SoldProduct};
use service::reviews::{self, PublicFilter, ReviewPage};

use super::card::ReviewCard;
use super::section::counted;
use super::words::language;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::page::Meta;
use crate::public::{Shows, shows};
use crate::query::{page_of, value_of, with_query};
use crate::routes::{Named, Product, ProductReviews, Segment};
use crate::ui::{AverageStars, Html, IntoHtml, Paging, ShownName};

/// What the address says after something was reported.
const REPORTED: &str = "reported=1";

/// What the address narrows the list to.
fn filter_of(query: &str) -> PublicFilter {
    PublicFilter {
        stars: Given::parse(&value_of(query, "stars")),
        lang: WrittenIn::parse(&value_of(query, "lang")),
        with_photo: value_of(query, "photo") == "1",
    }
}

/// The address of a page of the list.
fn url_of(cx: &Cx, slug: &str, filter: PublicFilter, page: u32) -> String {
    let page = if page > 1 { page.to_string() } else { String::new() };
    let pairs = [
        ("stars", filter.stars.map_or("", Given::as_str)),
        ("lang", filter.lang.map_or("", WrittenIn::as_str)),
        ("photo", if filter.with_photo { "1" } else { "" }),
        ("page", page.as_str()),
    ];
    with_query(cx.url(&ProductReviews::new(slug)), &pairs)
}

/// The list.
pub async fn show(cx: Cx, Named(slug): Named<Slug>) -> PageResult<Response> {
    let Some(product) = catalog::find_sold(cx.shop(), cx.locale(), slug.as_str()).await? else {
        return Err(ErrorCode::NotFound.into());
    };
    let filter = filter_of(cx.query());
    let page = reviews::page_of_product(cx.shop(), cx.locale(), product.id, filter, page_of(cx.query())).await?;
    let texts = cx.texts();
    let title = texts.plain(cx.locale(), t::reviews_title_of(product.name.text.as_str()));
    let meta = Meta {
        // Search engines know the first page of all, once there is something on it.
        unlisted: page.page > 1 || filter != PublicFilter::default() || page.summary.count() == 0,
        ..Meta::new(title)
            .description(texts.plain(cx.locale(), t::REVIEWS_LEAD))
            .canonical(cx.url(&ProductReviews::new(&product.slug)))
    };
    let shown = Shows::Product(product.id);
    let response = cx.page(meta, || view! { <ReviewsPageView product page filter/> });
    Ok(shows(response, shown))
}

/// Notes that somebody thinks that something is wrong with a review.
pub async fn report(cx: Cx, Named(slug): Named<Slug>, form: Form) -> PageResult<Response> {
    let id: ReviewId = Segment::parse(form.get("review")).ok_or(ErrorCode::NotFound)?;
    reviews::report(cx.shop(), cx.network(), slug.as_str(), id).await?;
    let page = cx.url(&ProductReviews::new(slug.as_str()));
    Ok(cx.see(&format!("{page}?{REPORTED}#notice")))
}

/// The page.
#[component]
fn ReviewsPageView(
    /// The product.
    product: SoldProduct,
    /// Its reviews.
    page: ReviewPage,
    /// What they are narrowed to.
    filter: PublicFilter,
) -> Html {
    let cx = Cx::here();
    let slug = product.slug.clone();
    let reported = (cx.query() == REPORTED).then(|| {
        view! {
            <div class="c-notice c-notice--good" id="notice" role="status" data-testid="reported">
                <p>{cx.t(t::REVIEWS_REPORTED)}</p>
            </div>
        }
    });
    let total = page.summary.count();
    let average = page.summary.average_tenths().map(|tenths| {
        let count = cx.tv(t::reviews_count(counted(total)));
        view! { <p><AverageStars tenths/>" "<span class="c-muted">{count}</span></p> }
    });
    let filters = (total > 0).then(|| view! { <Filters slug=slug.clone() page=page.clone() filter/> });
    let action = cx.url(&ProductReviews::new(&slug));
    let is_empty = page.reviews.is_empty();
    let cards = page
        .reviews
        .into_iter()
        .map(|review| view! { <ReviewCard review report=Some(action.clone())/> })
        .collect_view();
    let none: Text = if total == 0 {
        t::REVIEWS_NONE
    } else {
        t::REVIEWS_NOTHING
    };
    let none = is_empty.then(|| view! { <p class="c-empty" data-testid="no-reviews">{cx.t(none)}</p> });
    let (now, pages) = (page.page, page.pages);
    let previous = (now > 1).then(|| url_of(&cx, &slug, filter, now - 1));
    let next = (now < pages).then(|| url_of(&cx, &slug, filter, now + 1));
    view! {
        <div class="c-page c-stack">
            <h1 class="c-title">{cx.t(t::REVIEWS_TITLE)}</h1>
            <p><a href=cx.url(&Product::new(&slug))><ShownName shown=product.name/></a></p>
            {reported}
            <p class="c-muted">{cx.t(t::REVIEWS_LEAD)}</p>
            {average}
            {filters}
            {cards}
            {none}
            <Paging page=now pages previous next/>
            <p><a class="c-link" href=cx.url(&Product::new(&slug))>{cx.t(t::REVIEWS_PRODUCT)}</a></p>
        </div>
    }
    .into_html()
}

/// Links to the reviews that have something in common.
#[component]
fn Filters(
    /// The product's name in the URL.
    slug: String,
    /// Its reviews.
    page: ReviewPage,
    /// What they are narrowed to.
    filter: PublicFilter,
) -> Html {
    let cx = Cx::here();
    let all = PublicFilter::default();
    let count = |of: PublicFilter| counted(page.summary.count_of(of));
    let mut links: Vec<(PublicFilter, Html)> = vec![(all, cx.tv(t::REVIEWS_FILTER_ALL))];
    let with_photo = PublicFilter {
        with_photo: true,
        ..all
    };
    if count(with_photo) > 0 {
        links.push((with_photo, cx.tv(t::reviews_filter_photo(count(with_photo)))));
    }
    for stars in Given::ALL {
        let of = PublicFilter {
            stars: Some(stars),
            ..all
        };
        if count(of) > 0 {
            links.push((of, cx.tv(t::reviews_filter_stars(stars.as_str(), count(of)))));
        }
    }
    let languages: Vec<(PublicFilter, String)> = WrittenIn::ALL
        .into_iter()
        .filter_map(|lang| {
            Some((
                PublicFilter {
                    lang: Some(lang),
                    ..all
                },
                language(&cx, lang)?,
            ))
        })
        .filter(|(of, _)| count(*of) > 0)
        .collect();
    // One language is no choice.
    if languages.len() > 1 {
        for (of, language) in languages {
            links.push((of, cx.tv(t::reviews_filter_lang(language, count(of)))));
        }
    }
    let links = links
        .into_iter()
        .map(|(of, text)| {
            let current = (of == filter).then_some("true");
            view! { <a href=url_of(&cx, &slug, of, 1) aria-current=current>{text}</a> }
        })
        .collect_view();
    view! { <nav class="c-tabs c-tabs--all" aria-label=cx.t(t::REVIEWS_FILTER)>{links}</nav> }.into_html()
}
