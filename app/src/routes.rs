//! Every URL of the shop, written once. A struct per page prints its URL and holds the pattern the router matches.

use domain::Locale;

/// A page or form address below `/{lang}`.
pub trait Route {
    /// The pattern as axum's router matches it, with the language.
    const PATTERN: &'static str;

    /// The URL in `locale`.
    fn url(&self, locale: Locale) -> String;
}

macro_rules! routes {
    ($($(#[$doc:meta])* $name:ident $({ $($field:ident),+ })? => $pattern:literal;)+) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, Default, PartialEq, Eq)]
            pub struct $name<'a> {
                $($(#[doc = "A segment of the path, ASCII."] pub $field: &'a str,)+)?
                #[doc(hidden)]
                pub _borrow: std::marker::PhantomData<&'a ()>,
            }

            impl<'a> $name<'a> {
                /// The address with these segments.
                pub fn new($($($field: &'a str),+)?) -> Self {
                    Self { $($($field,)+)? _borrow: std::marker::PhantomData }
                }
            }

            impl Route for $name<'_> {
                const PATTERN: &'static str = concat!("/{lang}", $pattern);

                fn url(&self, locale: Locale) -> String {
                    let path = $pattern;
                    $($(let path = path.replace(concat!("{", stringify!($field), "}"), self.$field);)+)?
                    format!("/{}{}", locale.code(), path)
                }
            }
        )+

        /// All patterns, for tests that walk every page.
        pub const PATTERNS: &[&str] = &[$(concat!("/{lang}", $pattern)),+];
    };
}

routes! {
    /// The first page.
    Home => "";
    /// Products, filtered and sorted by query.
    Products => "/products";
    /// One product.
    Product { slug } => "/products/{slug}";
    /// Cooperatives.
    Shops => "/shops";
    /// One cooperative's shop page.
    ShopPage { slug } => "/shops/{slug}";
    /// Search results.
    Search => "/search";
    /// Stations by township.
    Stations => "/stations";
    /// About the shop, and help.
    About => "/about";
    /// The cart; posting changes quantities.
    Cart => "/cart";
    /// Posting adds an offer.
    CartLines => "/cart/lines";
    /// The checkout; posting places the order.
    Checkout => "/checkout";
    /// Finding an order by code.
    Orders => "/orders";
    /// One order group; posting the phone's last four digits opens it.
    Order { code } => "/orders/{code}";
    /// Posting cancels the order.
    OrderCancel { code } => "/orders/{code}/cancel";
    /// Signing in by phone.
    SignIn => "/account/sign-in";
    /// Posting sends a one-time code.
    SignInCode => "/account/code";
    /// Posting signs out.
    SignOut => "/account/sign-out";
    /// A cooperative's work area.
    Studio => "/studio";
    /// Its orders.
    StudioOrders => "/studio/orders";
    /// One of its orders; posting moves it on.
    StudioOrder { id } => "/studio/orders/{id}";
    /// Editing the shop page.
    StudioShop => "/studio/shop";
    /// Editing a product.
    StudioProduct { id } => "/studio/products/{id}";
    /// Messages the operator sees while no provider is connected.
    CentreOutbox => "/centre/outbox";
}
