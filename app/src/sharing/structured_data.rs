//! What a page says to machines, in the words of schema.org: types that can say nothing the vocabulary does not have.
//!
//! It stands in the page as a block of data, which no browser runs. So no text in it may end the block: see [`json`].

use domain::{GoodsClass, Money, OfferTerms, Unit, WayBack};
use l10n::t;
use serde::Serialize;
use service::Picture;
use service::catalog::{OfferView, ProductPage};
use service::reviews::ProductReviews;
use service::shops::{CooperativeCard, CooperativePage};

use super::review_data::{AggregateRating, Review, rating_of, review_of};
use super::summary::summary;
use crate::cx::Cx;
use crate::routes::{Home, Returns, Route as _, Search, ShopPage};

/// The parts of a page's data.
#[derive(Debug, Serialize)]
struct Graph {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Node>,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Node {
    Organization(Organization),
    WebSite(WebSite),
    Breadcrumbs(BreadcrumbList),
    Product(Box<Product>),
}

#[derive(Debug, Default, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct Organization {
    #[serde(rename = "@id")]
    id: String,
    name: String,
    url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    logo: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    telephone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    founding_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<PostalAddress>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct PostalAddress {
    address_locality: String,
    address_country: &'static str,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct WebSite {
    #[serde(rename = "@id")]
    id: String,
    name: String,
    url: String,
    in_language: &'static str,
    publisher: Reference,
    potential_action: SearchAction,
}

/// Something that stands elsewhere.
#[derive(Debug, Serialize)]
struct Reference {
    #[serde(rename = "@id")]
    id: String,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct SearchAction {
    target: EntryPoint,
    #[serde(rename = "query-input")]
    query_input: &'static str,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct EntryPoint {
    url_template: String,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct BreadcrumbList {
    item_list_element: Vec<ListItem>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct ListItem {
    position: usize,
    name: String,
    item: String,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct Product {
    #[serde(rename = "@id")]
    id: String,
    name: String,
    description: String,
    url: String,
    image: Vec<String>,
    category: String,
    brand: Organization,
    offers: Offers,
    #[serde(skip_serializing_if = "Option::is_none")]
    aggregate_rating: Option<AggregateRating>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    review: Vec<Review>,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Offers {
    One(Box<Offer>),
    Many(AggregateOffer),
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct AggregateOffer {
    price_currency: &'static str,
    low_price: String,
    high_price: String,
    offer_count: usize,
    offers: Vec<Offer>,
    has_merchant_return_policy: MerchantReturnPolicy,
}

/// What is taken back and made good.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct MerchantReturnPolicy {
    applicable_country: &'static str,
    return_policy_category: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    merchant_return_days: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    return_method: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    return_fees: Option<&'static str>,
    item_defect_return_fees: &'static str,
    merchant_return_link: String,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct Offer {
    url: String,
    price: String,
    price_currency: &'static str,
    availability: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    price_specification: Option<UnitPriceSpecification>,
    seller: Reference,
    #[serde(skip_serializing_if = "Option::is_none")]
    has_merchant_return_policy: Option<MerchantReturnPolicy>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct UnitPriceSpecification {
    price: String,
    price_currency: &'static str,
    reference_quantity: QuantitativeValue,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct QuantitativeValue {
    value: i64,
    unit_code: &'static str,
}

/// A step of the way from the first page to this one.
#[derive(Clone, Debug)]
pub(crate) struct Crumb {
    /// What it is called.
    pub name: String,
    /// Its address, without the shop's own.
    pub url: String,
}

/// The data of the first page: the shop, and how one searches it.
pub(crate) fn data_of_home(cx: &Cx) -> Option<String> {
    let public = cx.public_url();
    let name = cx.shop().texts().plain(cx.locale(), t::SITE_NAME);
    let shop = format!("{public}/#shop");
    let logo = cx.assets().url("logo.svg");
    json(vec![
        Node::Organization(Organization {
            id: shop.clone(),
            name: name.clone(),
            url: format!("{public}/"),
            description: Some(cx.shop().texts().plain(cx.locale(), t::FOOTER_ABOUT)),
            logo: logo.map(|path| format!("{public}{path}")),
            ..Organization::default()
        }),
        Node::WebSite(WebSite {
            id: format!("{public}{}#site", cx.url(&Home::new())),
            name,
            url: format!("{public}{}", cx.url(&Home::new())),
            in_language: cx.locale().bcp47(),
            publisher: Reference { id: shop },
            potential_action: SearchAction {
                target: EntryPoint {
                    url_template: format!("{public}{}?q={{search_term_string}}", cx.url(&Search::new())),
                },
                query_input: "required name=search_term_string",
            },
        }),
    ])
}

/// The data of a product's page at `url`: what it is, what its sizes cost, who sells it, what buyers say, and the way to it.
pub(crate) fn data_of_product(
    cx: &Cx,
    (product, reviews): (&ProductPage, &ProductReviews),
    url: &str,
    way: Vec<Crumb>,
) -> Option<String> {
    let public = cx.public_url();
    let url = format!("{public}{url}");
    let seller = seller_of(cx, &product.cooperative);
    let offer = |offer: &OfferView| Offer {
        url: url.clone(),
        price: decimal(offer.terms.price),
        price_currency: offer.terms.price.currency.code(),
        availability: availability(offer),
        name: size_of(cx, &offer.terms),
        price_specification: per_amount(&offer.terms),
        seller: Reference { id: seller.id.clone() },
        has_merchant_return_policy: None,
    };
    let returns = return_policy(cx, product.goods_class);
    let sizes: Vec<Offer> = product.offers.iter().map(offer).collect();
    let prices = || product.offers.iter().map(|offer| offer.terms.price);
    let (low, high) = (
        prices().min_by_key(|price| price.minor)?,
        prices().max_by_key(|price| price.minor)?,
    );
    let offers = match <[Offer; 1]>::try_from(sizes) {
        Ok([only]) => Offers::One(Box::new(Offer {
            has_merchant_return_policy: Some(returns),
            ..only
        })),
        Err(sizes) => Offers::Many(AggregateOffer {
            price_currency: low.currency.code(),
            low_price: decimal(low),
            high_price: decimal(high),
            offer_count: sizes.len(),
            offers: sizes,
            has_merchant_return_policy: returns,
        }),
    };
    let description = product.description.as_ref();
    json(vec![
        Node::Product(Box::new(Product {
            id: format!("{url}#product"),
            name: product.name.text.clone(),
            description: summary(description.map_or(&product.name.text, |shown| &shown.text)),
            url,
            image: product.pictures.iter().filter_map(|one| picture(public, one)).collect(),
            category: product.category.name.text.clone(),
            brand: seller,
            offers,
            aggregate_rating: rating_of(reviews),
            review: reviews.newest.iter().map(|review| review_of(cx, review)).collect(),
        })),
        breadcrumbs(cx, way),
    ])
}

/// What is promised today for goods of this class.
fn return_policy(cx: &Cx, class: GoodsClass) -> MerchantReturnPolicy {
    let rules = service::settings::returns(cx.shop());
    let days = (class == GoodsClass::Packaged && rules.return_days > 0).then_some(rules.return_days);
    MerchantReturnPolicy {
        applicable_country: "CN",
        return_policy_category: if days.is_some() {
            "https://schema.org/MerchantReturnFiniteReturnWindow"
        } else {
            "https://schema.org/MerchantReturnNotPermitted"
        },
        merchant_return_days: days,
        return_method: days.map(|_| "https://schema.org/ReturnByMail"),
        return_fees: days.map(|_| match rules.way_back {
            WayBack::Buyer => "https://schema.org/ReturnFeesCustomerResponsibility",
            WayBack::Cooperative => "https://schema.org/FreeReturn",
        }),
        // What arrives damaged is always made good.
        item_defect_return_fees: "https://schema.org/FreeReturn",
        merchant_return_link: format!("{}{}", cx.public_url(), cx.url(&Returns::new())),
    }
}

/// The data of a cooperative's page: who it is, and the way to it.
pub(crate) fn data_of_shop(cx: &Cx, cooperative: &CooperativePage, way: Vec<Crumb>) -> Option<String> {
    let card = &cooperative.card;
    json(vec![
        Node::Organization(Organization {
            description: card.tagline.as_ref().map(|shown| summary(&shown.text)),
            image: picture(cx.public_url(), &card.picture),
            telephone: cooperative.phone.clone(),
            founding_date: cooperative.founded.map(|year| year.to_string()),
            address: Some(PostalAddress {
                address_locality: card.township.text.clone(),
                address_country: "CN",
            }),
            ..seller_of(cx, card)
        }),
        breadcrumbs(cx, way),
    ])
}

fn seller_of(cx: &Cx, card: &CooperativeCard) -> Organization {
    let url = format!("{}{}", cx.public_url(), cx.url(&ShopPage::new(&card.slug)));
    Organization {
        // The same in each language.
        id: format!(
            "{}{}#shop",
            cx.public_url(),
            ShopPage::new(&card.slug).url(domain::Locale::default())
        ),
        name: card.name.text.clone(),
        url,
        ..Organization::default()
    }
}

/// The way from the first page.
fn breadcrumbs(cx: &Cx, way: Vec<Crumb>) -> Node {
    let home = Crumb {
        name: cx.shop().texts().plain(cx.locale(), t::SITE_NAME),
        url: cx.url(&Home::new()),
    };
    let steps = [home].into_iter().chain(way).zip(1..);
    Node::Breadcrumbs(BreadcrumbList {
        item_list_element: steps
            .map(|(step, position)| ListItem {
                position,
                name: step.name,
                item: format!("{}{}", cx.public_url(), step.url),
            })
            .collect(),
    })
}

/// A picture's address; none where there is no picture yet.
fn picture(public: &str, picture: &Picture) -> Option<String> {
    (!picture.key.is_empty()).then(|| format!("{public}{}", picture.url(1200, "jpg")))
}

fn availability(offer: &OfferView) -> &'static str {
    if offer.is_there() {
        "https://schema.org/InStock"
    } else {
        "https://schema.org/OutOfStock"
    }
}

/// A size in words, where there is one.
fn size_of(cx: &Cx, terms: &OfferTerms) -> Option<String> {
    let size = match terms.sold_by.unit {
        Unit::Piece => crate::ui::size_text(cx, terms),
        Unit::Gram | Unit::Millilitre => String::new(),
    };
    (!size.is_empty()).then_some(size)
}

/// For how much of it the price is, where goods are weighed or measured out.
fn per_amount(terms: &OfferTerms) -> Option<UnitPriceSpecification> {
    // UN/CEFACT's codes.
    let unit_code = match terms.priced_by.unit {
        Unit::Piece => return None,
        Unit::Gram => "GRM",
        Unit::Millilitre => "MLT",
    };
    Some(UnitPriceSpecification {
        price: decimal(terms.price),
        price_currency: terms.price.currency.code(),
        reference_quantity: QuantitativeValue {
            value: terms.priced_by.reference_amount,
            unit_code,
        },
    })
}

/// An amount of money with a point and no symbol: `12.50`.
pub(super) fn decimal(money: Money) -> String {
    let digits = money.currency.minor_digits();
    let base = 10_i64.pow(digits);
    let (whole, rest) = (money.minor / base, (money.minor % base).abs());
    if digits == 0 {
        return whole.to_string();
    }
    format!("{whole}.{rest:0width$}", width = digits as usize)
}

fn json(graph: Vec<Node>) -> Option<String> {
    let graph = Graph {
        context: "https://schema.org",
        graph,
    };
    serde_json::to_string(&graph).ok().map(|json| inert(&json))
}

/// JSON without a character that means something to a reader of HTML: `</script>` or `<!--` in a text would end the block, or
/// hide what follows it. Such characters stand in texts alone, where JSON can write them as numbers.
fn inert(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' => safe.push_str("\\u003c"),
            '>' => safe.push_str("\\u003e"),
            '&' => safe.push_str("\\u0026"),
            '\u{2028}' => safe.push_str("\\u2028"),
            '\u{2029}' => safe.push_str("\\u2029"),
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use domain::Currency;

    use super::*;

    #[test]
    fn no_text_ends_the_block() {
        let evil = "</script><script>alert(1)</script><!-- & \u{2028}";
        let step = ListItem {
            position: 1,
            name: evil.into(),
            item: String::new(),
        };
        let list = BreadcrumbList {
            item_list_element: vec![step],
        };
        let text = json(vec![Node::Breadcrumbs(list)]).unwrap();
        assert!(!text.contains(['<', '>', '&', '\u{2028}']), "{text}");
        let read: serde_json::Value = serde_json::from_str(&text).unwrap();
        let name = &read["@graph"][0]["itemListElement"][0]["name"];
        assert_eq!(name.as_str().unwrap(), evil);
        assert_eq!(read["@graph"][0]["@type"], "BreadcrumbList");
    }

    #[test]
    fn money_has_a_point() {
        for (minor, text) in [(0, "0.00"), (5, "0.05"), (1_250, "12.50"), (123_400, "1234.00")] {
            assert_eq!(decimal(Money::new(minor, Currency::Cny)), text);
        }
    }
}
