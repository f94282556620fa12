//! How far an order is.

use components::{OrderProgress, texts};
use domain::view::ProgressView;
use domain::{Locale, OrderNote};
use leptos::prelude::*;

use super::html;

#[test]
fn progress_says_what_happened_and_what_comes() {
    use OrderNote::{Accepted, Dispatched, Lost, PackUndone, Packed, Placed, Restocked};

    for locale in Locale::BUILT_IN {
        let progress = ProgressView::new(
            [
                (Placed, 0),
                (Accepted, 1),
                (Packed, 2),
                (PackUndone, 3),
                (Packed, 4),
                (Dispatched, 5),
            ],
            false,
            true,
        );
        let page = html(locale, texts::PROGRESS, || view! { <OrderProgress progress locale/> });
        assert_eq!(page.matches("is-done").count(), 4, "{page}");
        assert_eq!(page.matches("<li><span>").count(), 2, "ready, handed over: {page}");
        assert_eq!(page.matches("aria-current=\"step\"").count(), 1, "{page}");
        // Every note has its text in what an island would take along.
        let all = ProgressView {
            happened: OrderNote::ALL.map(|note| (note, 0)).to_vec(),
            coming: vec![Lost, Restocked],
        };
        html(
            locale,
            texts::PROGRESS,
            || view! { <OrderProgress progress=all locale/> },
        );
    }
}
