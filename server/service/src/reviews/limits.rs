//! How much of it is borne from one phone and one network in a day.

use domain::ReviewId;

use crate::identity::{Bucket, keyed};
use crate::{Network, Shop};

const DAY: i64 = 86_400_000;

fn bucket(name: String, size: i64) -> Bucket {
    Bucket {
        name,
        size,
        period_ms: DAY,
    }
}

/// Counted by network; not where nobody knows it, since that is everybody.
fn of_network(network: &Network, what: &str, size: i64) -> Option<Bucket> {
    let is_counted = *network != Network::unknown() && !network.is_exempt();
    is_counted.then(|| bucket(format!("{what}:network:{network}"), size))
}

/// Writing, or changing what was written: by the phone of the order, and by network; a station's is that of a whole village.
pub(super) fn of_writing(shop: &Shop, phone: &str, network: &Network) -> Vec<Bucket> {
    let who = keyed(shop, &["review", phone]);
    let mut buckets = vec![bucket(format!("review:{who}"), 30)];
    buckets.extend(of_network(network, "review", 100));
    buckets
}

/// Pictures sent with one review, taken away again or not.
pub(super) fn of_photos(review: ReviewId) -> Bucket {
    bucket(format!("review-photo:{review}"), 10)
}

/// Saying that something is wrong with a review.
pub(super) fn of_reports(network: &Network) -> Vec<Bucket> {
    of_network(network, "review-report", 30).into_iter().collect()
}
