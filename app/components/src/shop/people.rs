//! People and certificates: cards with a picture.

use domain::shop_page::{Person, ShownCertificate};
use l10n::t;
use leptos::prelude::*;

use crate::picture::{Shape, ShopPicture};
use crate::text::ShownText;
use crate::words::Say;

pub(super) fn people(people: Vec<Person>) -> impl IntoView {
    let cards = people
        .into_iter()
        .map(|person| {
            let picture = person
                .picture
                .map(|picture| view! { <ShopPicture picture shape=Shape::Card/> });
            let role = person
                .role
                .map(|shown| view! { <p class="c-muted"><ShownText shown/></p> });
            view! { <li class="c-person">{picture}<h3><bdi>{person.name}</bdi></h3>{role}</li> }
        })
        .collect_view();
    view! { <ul class="c-grid">{cards}</ul> }
}

pub(super) fn certificates(certificates: Vec<ShownCertificate>) -> impl IntoView {
    let cards = certificates
        .into_iter()
        .map(|certificate| {
            let picture = certificate
                .picture
                .map(|picture| view! { <ShopPicture picture shape=Shape::Card/> });
            let number = (!certificate.number.is_empty()).then(|| {
                view! { <p class="c-muted"><Say text=t::shopfront_certificate_number(certificate.number)/></p> }
            });
            // It is read: nothing of it is cut off.
            view! { <li class="c-figure">{picture}<h3><ShownText shown=certificate.name/></h3>{number}</li> }
        })
        .collect_view();
    view! { <ul class="c-grid">{cards}</ul> }
}
