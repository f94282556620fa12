//! Every URL of the shop, written once. A struct per page prints its URL and holds the pattern the router matches.

mod segments;

use std::fmt::Write as _;

use domain::Locale;

pub use segments::{Named, Segment};

/// A segment as it stands in an address: everything but letters, digits and `-._~` is percent-encoded.
fn encoded(segment: &str) -> String {
    let mut text = String::with_capacity(segment.len());
    for byte in segment.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            text.push(char::from(byte));
        } else {
            // Writing to a text cannot fail.
            let _ = write!(text, "%{byte:02X}");
        }
    }
    text
}

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
                $($(#[doc = "A segment of the path, as text."] pub $field: &'a str,)+)?
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
                    $($(let path = path.replace(concat!("{", stringify!($field), "}"), &encoded(self.$field));)+)?
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
    /// Its address, as a link to send and as a code.
    ProductShare { slug } => "/products/{slug}/share";
    /// What buyers say about it; posting tells the Centre that something is wrong with a review.
    ProductReviews { slug } => "/products/{slug}/reviews";
    /// All questions about it; posting asks one, takes one back or reports one.
    ProductQuestions { slug } => "/products/{slug}/questions";
    /// Being told when a size of it is there again; posting asks for it.
    ProductBack { slug } => "/products/{slug}/back";
    /// What a message that goods are there again leads to; posting ends such messages, or takes that back.
    BackInStock { link } => "/back/{link}";
    /// Products one keeps in mind; posting puts one there or takes it off.
    Favourites => "/favourites";
    /// Cooperatives.
    Shops => "/shops";
    /// One cooperative's shop page.
    ShopPage { slug } => "/shops/{slug}";
    /// Its address, as a link to send and as a code.
    ShopShare { slug } => "/shops/{slug}/share";
    /// Search results.
    Search => "/search";
    /// What is suggested while somebody types.
    SearchSuggestions => "/search/suggestions";
    /// Stations by township.
    Stations => "/stations";
    /// About the shop, and help.
    About => "/about";
    /// What is taken back and made good.
    Returns => "/returns";
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
    /// Posting forgets the orders of this phone and what was typed on it.
    OrdersForget => "/orders/forget";
    /// Posting puts what was ordered into the cart once more.
    OrderAgain { code } => "/orders/{code}/again";
    /// Posting cancels the order.
    OrderCancel { code } => "/orders/{code}/cancel";
    /// Posting says no to what would be sent in place of something else.
    OrderDecline { code } => "/orders/{code}/decline";
    /// Posting writes to the cooperative of one of the orders.
    OrderMessages { code } => "/orders/{code}/messages";
    /// Posting says that something is wrong with the goods of one of the orders.
    OrderReports { code } => "/orders/{code}/reports";
    /// Posting adds a photo to such a report (`?report=`), or takes one away.
    OrderReportPhotos { code } => "/orders/{code}/photos";
    /// Such a photo, for whose report it is, the cooperative and the Centre.
    ReportPhoto { photo } => "/report-photos/{photo}";
    /// Saying how the goods of one of its lines were; posting writes it or takes it back.
    OrderReview { code, line } => "/orders/{code}/reviews/{line}";
    /// Posting adds a photo to that or takes one away.
    OrderReviewPhotos { code, line } => "/orders/{code}/reviews/{line}/photos";
    /// Posting a one-time code shows that the order's phone is one's own.
    OrderProof { code } => "/orders/{code}/proof";
    /// Posting sends that code.
    OrderProofCode { code } => "/orders/{code}/proof/code";
    /// In place of a page that cannot be opened without a network.
    Offline => "/offline";
    /// What waits on the phone to be sent; posting is answered there.
    OfflineWaiting => "/offline/waiting";
    /// Posting chooses whether data is saved.
    Saving => "/saving";
    /// Signing in by phone.
    SignIn => "/account/sign-in";
    /// Posting sends a one-time code.
    SignInCode => "/account/code";
    /// Posting signs out.
    SignOut => "/account/sign-out";
    /// One's own account: memberships, sessions, password.
    Account => "/account";
    /// Posting chooses what one works for.
    AccountAct => "/account/act";
    /// Posting ends sessions.
    AccountSessions => "/account/sessions";
    /// Posting changes the password.
    AccountPassword => "/account/password";
    /// Posting signs in by what one's device answered.
    SignInPasskey => "/account/passkey";
    /// Devices that one signs in with; posting adds, names or removes one.
    AccountPasskeys => "/account/passkeys";
    /// Posting answers what a device is to be asked.
    AccountPasskeyAsk => "/account/passkeys/ask";
    /// Showing once more who one is.
    AccountConfirm => "/account/confirm";
    /// Posting sends a code for that.
    AccountConfirmCode => "/account/confirm/code";
    /// Writing that a cooperative wants to sell here; posting sends a code, or takes it with the code.
    Apply => "/apply";
    /// How that stands; posting adds a document or takes one away.
    Application { code } => "/apply/{code}";
    /// A cooperative's work area.
    Studio => "/studio";
    /// Its orders.
    StudioOrders => "/studio/orders";
    /// One of its orders; posting moves it on.
    StudioOrder { id } => "/studio/orders/{id}";
    /// Sending less of one of its orders; posting does it.
    StudioReduce { id } => "/studio/orders/{id}/reduce";
    /// Sending something else in place of what is missing in one of its orders; posting does it.
    StudioReplace { id } => "/studio/orders/{id}/replace";
    /// Posting takes that back.
    StudioReplaceUndo { id } => "/studio/orders/{id}/replace/undo";
    /// Posting writes to the buyer of one of its orders.
    StudioMessages { id } => "/studio/orders/{id}/messages";
    /// Posting answers that something is wrong with the goods of one of its orders.
    StudioSettle { id } => "/studio/orders/{id}/reports";
    /// Orders of which something is said to be wrong.
    StudioReports => "/studio/reports";
    /// What waits, for a page that listens.
    StudioNews => "/studio/news";
    /// Orders whose buyers wait for an answer.
    StudioQuestions => "/studio/questions";
    /// What the cooperative sold.
    StudioFigures => "/studio/figures";
    /// What the cooperative is owed and was paid.
    StudioAccount => "/studio/account";
    /// The cooperative's name and telephone; posting asks the Centre for others, or takes that back.
    StudioCooperative => "/studio/cooperative";
    /// The day's packing list; posting takes the next step with a parcel.
    StudioPacking => "/studio/packing";
    /// Labels or slips of its orders, as a file to print.
    StudioPrint => "/studio/print";
    /// A file to print of many orders, and how far it is.
    StudioPrintJob { id } => "/studio/print/{id}";
    /// The file itself.
    StudioPrintedFile { id } => "/studio/print/{id}/file";
    /// A poster of its shop, as a file to print.
    StudioPoster => "/studio/poster";
    /// Its products.
    StudioProducts => "/studio/products";
    /// Editing the shop page; posting adds, moves, hides, colours or removes a part, publishes, or takes something back.
    StudioShop => "/studio/shop";
    /// One part of it; posting saves its fields.
    StudioShopPart { id } => "/studio/shop/parts/{id}";
    /// Posting adds a picture that parts can show.
    StudioShopPictures => "/studio/shop/pictures";
    /// Posting begins a picture for the page that is sent in pieces.
    StudioShopUploads => "/studio/shop/uploads";
    /// Such a picture; its pieces are appended here.
    StudioShopUpload { id } => "/studio/shop/uploads/{id}";
    /// A picture of a part, to be cropped.
    StudioShopCrop { id } => "/studio/shop/parts/{id}/crop";
    /// The same as it was sent, for whoever crops it again.
    StudioShopOriginal { id } => "/studio/shop/parts/{id}/original";
    /// What was published and what was done; posting brings an older state back.
    StudioShopHistory => "/studio/shop/history";
    /// Its address, as a link and as a code.
    StudioShopShare => "/studio/shop/share";
    /// Posting has a machine write the texts that the draft lacks.
    StudioShopSuggestions => "/studio/shop/suggestions";
    /// A new product; posting saves it as a draft.
    StudioNewProduct => "/studio/products/new";
    /// Editing a product.
    StudioProduct { id } => "/studio/products/{id}";
    /// Posting publishes, pauses, puts away or copies a product, or takes back what of it waits for the Centre.
    StudioProductSteps { id } => "/studio/products/{id}/steps";
    /// Posting has a machine write the texts that are missing.
    StudioSuggestions { id } => "/studio/products/{id}/suggestions";
    /// The sizes of a product; posting adds, shows or hides one.
    StudioSizes { id } => "/studio/products/{id}/sizes";
    /// All prices and stock; posting saves what was changed.
    StudioStock => "/studio/stock";
    /// One size and its history; posting notes what came in or went.
    StudioStockOffer { id } => "/studio/stock/{id}";
    /// One lot, and the orders it was packed into.
    StudioLot { id } => "/studio/lots/{id}";
    /// A product's pictures; posting adds one.
    StudioPictures { id } => "/studio/products/{id}/pictures";
    /// One of them; posting moves it, describes it or takes it away.
    StudioPicture { id, picture } => "/studio/products/{id}/pictures/{picture}";
    /// The same picture, to be cropped.
    StudioPictureCrop { id, picture } => "/studio/products/{id}/pictures/{picture}/crop";
    /// The same as it was sent, for whoever crops it again.
    StudioPictureOriginal { id, picture } => "/studio/products/{id}/pictures/{picture}/original";
    /// Tables that come and go; posting brings one.
    StudioTables => "/studio/tables";
    /// One that came; posting matches its columns, says yes or no.
    StudioTable { id } => "/studio/tables/{id}";
    /// What is wrong with it, as a file.
    StudioTableProblems { id } => "/studio/tables/{id}/problems";
    /// A file that one takes away.
    StudioExport { file } => "/studio/export/{file}";
    /// Posting begins a picture that is sent in pieces.
    StudioUploads => "/studio/uploads";
    /// Such a picture; its pieces are appended here.
    StudioUpload { id } => "/studio/uploads/{id}";
    /// Where a link for a new member leads; posting sends a code, or makes one of whoever has it.
    AccountJoin { code } => "/account/join/{code}";
    /// What buyers ask and say in public; posting answers.
    StudioFeedback => "/studio/feedback";
    /// What the Centre told the cooperatives; posting puts one away.
    StudioAnnouncements => "/studio/announcements";
    /// The members of one's cooperative; posting changes them.
    StudioMembers => "/studio/members";
    /// All members; posting changes them.
    CentreMembers => "/centre/members";
    /// Working for a cooperative; posting begins it.
    CentreSupport => "/centre/support";
    /// Messages to people; posting shows a code, tries one again or gives it up.
    CentreOutbox => "/centre/outbox";
    /// What the operator sets; posting saves a part of it or takes a change back.
    CentreSettings => "/centre/settings";
    /// Texts of buyers that are held or were reported; posting decides about one.
    CentreModeration => "/centre/moderation";
    /// Money at the Centre; posting books an entry.
    CentreMoney => "/centre/money";
    /// A bank statement pasted; posting shows what it would book, and books it.
    CentreStatement => "/centre/money/statement";
    /// What cooperatives are owed and paid; posting writes a payout down, or takes a step with one.
    CentrePayouts => "/centre/money/payouts";
    /// The cash of all stations.
    CentreStationCash => "/centre/money/stations";
    /// The same as a table, to save.
    CentreStationTable => "/centre/money/stations.csv";
    /// The shifts of one station; posting corrects a count.
    CentreStationShifts { id } => "/centre/money/stations/{id}";
    /// The cooperatives, as the Centre sees them.
    CentreCooperatives => "/centre/cooperatives";
    /// One of them; posting suspends it or lets it sell again.
    CentreCooperative { slug } => "/centre/cooperatives/{slug}";
    /// Cooperatives that want to sell here.
    CentreApplications => "/centre/applications";
    /// One of them; posting admits or refuses it.
    CentreApplication { id } => "/centre/applications/{id}";
    /// A document that came with it, as a file.
    CentreDocument { id, document } => "/centre/applications/{id}/documents/{document}";
    /// What waits for the Centre before buyers see it.
    CentreConfirmations => "/centre/confirmations";
    /// What of one product waits; posting confirms it or sends it back.
    CentreConfirmation { id } => "/centre/confirmations/{id}";
    /// What the cooperatives are told; posting writes an announcement or takes one back.
    CentreAnnouncements => "/centre/announcements";
    /// The stations, as the Centre sees them.
    CentreStations => "/centre/stations";
    /// A new station; posting makes it.
    CentreNewStation => "/centre/stations/new";
    /// One of them; posting saves it, closes it or opens it again.
    CentreStation { id } => "/centre/stations/{id}";
    /// The categories in their order; posting moves one.
    CentreCategories => "/centre/categories";
    /// A new category; posting makes it.
    CentreNewCategory => "/centre/categories/new";
    /// One of them; posting names it, hides or shows it, or moves what is in it.
    CentreCategory { id } => "/centre/categories/{id}";
    /// Words that mean the same to whoever searches; posting adds, saves or removes a line.
    CentreSearchWords => "/centre/search-words";
    /// What buyers report and no cooperative has answered in time.
    CentreDamage => "/centre/damage";
    /// The log of who did what.
    CentreAudit => "/centre/audit";
    /// What people searched for and did not find.
    CentreSearches => "/centre/searches";
    /// The counter of a station; posting finds an order and does something with it.
    Desk => "/desk";
    /// A clerk's shift at a station; posting begins it, hands cash over, or ends it.
    DeskShift => "/desk/shift";
    /// The shop's own texts in a language, for those who translate.
    Translate => "/translate";
    /// One of them; posting suggests what it is to say, decides on it, or says something about it.
    TranslateText { unit } => "/translate/text/{unit}";
    /// Words that have one translation; posting suggests another one, or decides on it.
    TranslateGlossary => "/translate/glossary";
    /// What the programs of the shop cannot use in their files of texts.
    TranslateProblems => "/translate/problems";
    /// What is approved on its way into the files, to save.
    TranslateTake => "/translate/take";
    /// How translators work, for whoever never did.
    TranslateGuide => "/translate/guide";
    /// Posting has pages say which texts they are made of, or no longer.
    TranslateMode => "/translate/mode";
    /// Where a text stands on a page, as a picture.
    TranslatePicture { unit } => "/translate/picture/{unit}";
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use axum::Router;
    use axum::body::Body;
    use axum::extract::Path;
    use axum::http::Request;
    use axum::routing::get;
    use domain::Slug;
    use proptest::prelude::*;
    use tower::ServiceExt as _;

    use super::*;

    /// The segment that the router hands to a page at this address; nothing when it is no page's.
    fn matched(pattern: &str, url: &str) -> Option<String> {
        let page = async |Path(segments): Path<Vec<(String, String)>>| segments[1].1.clone();
        let router = Router::new().route(pattern, get(page));
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let answer = router
                .oneshot(Request::get(url).body(Body::empty()).unwrap())
                .await
                .unwrap();
            let body = axum::body::to_bytes(answer.into_body(), usize::MAX).await.unwrap();
            (!body.is_empty()).then(|| String::from_utf8(body.to_vec()).unwrap())
        })
    }

    proptest! {
        #[test]
        fn whatever_is_printed_is_matched(segment in "\\PC{1,40}|[a-z0-9/?#%&+ .\\\\{}\u{0}-\u{1f}]{1,40}") {
            for (pattern, url) in [
                (Product::PATTERN, Product::new(&segment).url(Locale::Ug)),
                (Order::PATTERN, Order::new(&segment).url(Locale::Zh)),
                (OrderCancel::PATTERN, OrderCancel::new(&segment).url(Locale::Es)),
            ] {
                prop_assert!(url.bytes().all(|byte| byte.is_ascii_graphic()), "{url}");
                let found = matched(pattern, &url);
                prop_assert_eq!(found.as_ref(), Some(&segment), "{}", url);
            }
        }
    }

    #[test]
    fn nothing_new_is_named_like_a_page() {
        for pattern in PATTERNS {
            let first = pattern.trim_start_matches("/{lang}").split('/').nth(1).unwrap_or("new");
            assert!(Slug::parse_new(first).is_err(), "{first}: not in the list of `Slug`");
        }
    }
}
