//! Moving a part.

use domain::Locale;
use domain::shop_page::BlockId;
use leptos::prelude::*;

use crate::call::{Postcard, Problem};

/// Moves a part of the shop page's draft from the place where it was seen to right below another one. The same again changes
/// nothing.
///
/// # Errors
/// A [`Problem`], when somebody else has moved it or taken one of both away, or whoever asks does not edit the page.
#[server(prefix = "/api", endpoint = "move_shop_part", protocol = Postcard)]
pub async fn move_shop_part(
    /// Language of the answer.
    locale: Locale,
    /// The part.
    part: BlockId,
    /// Its place among the others, the first one's is 0.
    from: usize,
    /// The part above its new place.
    above: BlockId,
) -> Result<(), Problem> {
    let Some(service::Caller { shop, actor, .. }) = use_context() else {
        return Err(Problem::Broken);
    };
    service::studio::take_step(&shop, actor, service::studio::ShopStep::Below(part, from, above))
        .await
        .map(drop)
        .map_err(|error| Problem::of(&shop, locale, &error))
}
