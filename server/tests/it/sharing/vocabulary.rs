//! What of schema.org's vocabulary the shop's pages use: classes with the class above them, and their properties with what may
//! stand there. Taken from the vocabulary's release as `schema-dts` 2.1.0 carries it (npm); what is missing here is looked up at
//! <https://schema.org/docs/full.html> before a page uses it.

/// Class, the one above it, its own properties and the classes or types of their values.
type Class = (
    &'static str,
    &'static str,
    &'static [(&'static str, &'static [&'static str])],
);

const TEXT: &[&str] = &["Text"];
/// A number, or one written as a text.
const PRICE: &[&str] = &["Number", "Text"];

const CLASSES: &[Class] = &[
    (
        "Thing",
        "",
        &[
            ("name", TEXT),
            ("description", TEXT),
            ("url", &["URL"]),
            ("image", &["ImageObject", "URL"]),
            ("potentialAction", &["Action"]),
        ],
    ),
    (
        "Organization",
        "Thing",
        &[
            ("logo", &["ImageObject", "URL"]),
            ("telephone", TEXT),
            ("foundingDate", &["Date"]),
            ("address", &["PostalAddress", "Text"]),
        ],
    ),
    ("ContactPoint", "Thing", &[("telephone", TEXT)]),
    (
        "PostalAddress",
        "ContactPoint",
        &[("addressLocality", TEXT), ("addressCountry", &["Country", "Text"])],
    ),
    (
        "CreativeWork",
        "Thing",
        &[
            ("inLanguage", &["Language", "Text"]),
            ("publisher", &["Organization", "Person"]),
            ("author", &["Organization", "Person"]),
            ("datePublished", &["Date", "DateTime"]),
        ],
    ),
    ("WebSite", "CreativeWork", &[]),
    ("Action", "Thing", &[("target", &["EntryPoint", "URL"])]),
    ("SearchAction", "Action", &[("query", TEXT)]),
    ("EntryPoint", "Thing", &[("urlTemplate", TEXT)]),
    (
        "ItemList",
        "Thing",
        &[("itemListElement", &["ListItem", "Text", "Thing"])],
    ),
    ("BreadcrumbList", "ItemList", &[]),
    (
        "ListItem",
        "Thing",
        &[("position", &["Integer", "Text"]), ("item", &["Thing", "URL"])],
    ),
    (
        "Product",
        "Thing",
        &[
            ("brand", &["Brand", "Organization"]),
            ("category", &["CategoryCode", "Text", "Thing", "URL"]),
            ("offers", &["Demand", "Offer"]),
            ("aggregateRating", &["AggregateRating"]),
            ("review", &["Review"]),
        ],
    ),
    (
        "Review",
        "CreativeWork",
        &[("reviewBody", TEXT), ("reviewRating", &["Rating"])],
    ),
    (
        "Rating",
        "Thing",
        &[("ratingValue", PRICE), ("bestRating", PRICE), ("worstRating", PRICE)],
    ),
    ("AggregateRating", "Rating", &[("reviewCount", &["Integer"])]),
    ("Person", "Thing", &[]),
    (
        "Offer",
        "Thing",
        &[
            ("price", PRICE),
            ("priceCurrency", TEXT),
            ("availability", &["ItemAvailability"]),
            ("priceSpecification", &["PriceSpecification"]),
            ("seller", &["Organization", "Person"]),
            ("hasMerchantReturnPolicy", &["MerchantReturnPolicy"]),
        ],
    ),
    (
        "MerchantReturnPolicy",
        "Thing",
        &[
            ("applicableCountry", &["Country", "Text"]),
            ("returnPolicyCategory", &["MerchantReturnEnumeration"]),
            ("merchantReturnDays", &["Date", "DateTime", "Integer"]),
            ("returnMethod", &["ReturnMethodEnumeration"]),
            ("returnFees", &["ReturnFeesEnumeration"]),
            ("itemDefectReturnFees", &["ReturnFeesEnumeration"]),
            ("merchantReturnLink", &["URL"]),
        ],
    ),
    (
        "AggregateOffer",
        "Offer",
        &[
            ("lowPrice", PRICE),
            ("highPrice", PRICE),
            ("offerCount", &["Integer"]),
            ("offers", &["Demand", "Offer"]),
        ],
    ),
    (
        "PriceSpecification",
        "Thing",
        &[("price", PRICE), ("priceCurrency", TEXT)],
    ),
    (
        "UnitPriceSpecification",
        "PriceSpecification",
        &[("referenceQuantity", &["QuantitativeValue"])],
    ),
    (
        "QuantitativeValue",
        "Thing",
        &[("value", &["Number", "Text"]), ("unitCode", &["Text", "URL"])],
    ),
];

/// Values of `ItemAvailability`.
pub const AVAILABILITY: [&str; 2] = ["https://schema.org/InStock", "https://schema.org/OutOfStock"];

/// Values of the enumerations that a policy of returns is made of.
pub const RETURNS: [(&str, &str); 5] = [
    (
        "MerchantReturnEnumeration",
        "https://schema.org/MerchantReturnFiniteReturnWindow",
    ),
    (
        "MerchantReturnEnumeration",
        "https://schema.org/MerchantReturnNotPermitted",
    ),
    ("ReturnMethodEnumeration", "https://schema.org/ReturnByMail"),
    (
        "ReturnFeesEnumeration",
        "https://schema.org/ReturnFeesCustomerResponsibility",
    ),
    ("ReturnFeesEnumeration", "https://schema.org/FreeReturn"),
];

fn class(name: &str) -> Option<&'static Class> {
    CLASSES.iter().find(|(known, ..)| *known == name)
}

/// Whether one class is another, or below it.
pub fn is_a(name: &str, above: &str) -> bool {
    name == above || class(name).is_some_and(|(_, parent, _)| !parent.is_empty() && is_a(parent, above))
}

/// Whether there is a class of this name.
pub fn is_class(name: &str) -> bool {
    class(name).is_some()
}

/// What may stand in a property of this class; nothing when it has no such property.
pub fn range(name: &str, property: &str) -> Option<&'static [&'static str]> {
    let (_, parent, own) = class(name)?;
    let found = own.iter().find(|(known, _)| *known == property);
    found.map(|(_, range)| *range).or_else(|| range(parent, property))
}
