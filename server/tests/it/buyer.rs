//! Buying as a person without JavaScript does: forms are read from pages, filled in and sent.

use domain::{IdempotencyKey, Locale, OfferId, OrderCode};

use crate::client::{Answer, Ask, Client};

/// The fields of a form, as they would be sent.
pub type Fields = Vec<(String, String)>;

pub const NAME: &str = "ئايگۈل تۇرسۇن";
pub const PHONE: &str = "13800138000";
pub const TAIL: &str = "8000";

/// Sets the field `name`, whether it is in the form or not.
pub fn set(fields: &mut Fields, name: &str, value: &str) {
    fields.retain(|(n, _)| n != name);
    fields.push((name.to_owned(), value.to_owned()));
}

/// What is in the field `name`.
pub fn value_of<'f>(fields: &'f Fields, name: &str) -> &'f str {
    fields
        .iter()
        .find(|(n, _)| n == name)
        .map_or("", |(_, value)| value.as_str())
}

/// Puts something into the cart.
pub async fn add(client: &mut Client, offer: i64, quantity: &str) -> Answer {
    client
        .post(
            "/ug/cart/lines",
            &[("offer", offer.to_string().as_str()), ("quantity", quantity)],
        )
        .await
}

/// Adds as the browser's script does, with a key of its own.
pub fn calls_add(offer: i64, quantity: &str, key: [u8; 16]) -> Ask {
    let arguments = islands::AddToCart {
        locale: Locale::Ug,
        offer: OfferId(offer),
        quantity: quantity.to_owned(),
        key: IdempotencyKey::from_bytes(key),
    };
    Ask::call("add_to_cart", &arguments)
}

/// Changes a line as the browser's script does.
pub fn calls_change(offer: i64, quantity: &str) -> Ask {
    let arguments = islands::ChangeCart {
        locale: Locale::Ug,
        offer: OfferId(offer),
        quantity: quantity.to_owned(),
    };
    Ask::call("change_cart", &arguments)
}

/// Opens the checkout and fills it in: collected and paid at a station.
pub async fn checkout_form(client: &mut Client, lang: &str) -> Fields {
    let page = client.get(&format!("/{lang}/checkout")).await.is(200).page();
    let mut fields = page.form("checkout");
    for (name, value) in [
        ("name", NAME),
        ("phone", PHONE),
        ("delivery", "station"),
        ("station", "B001"),
        ("payment", "cash_at_station"),
    ] {
        set(&mut fields, name, value);
    }
    fields
}

/// The same, sent to an address and paid by bank transfer.
pub fn to_address(fields: &mut Fields) {
    for (name, value) in [
        ("delivery", "address"),
        ("province", "65"),
        ("city", "喀什"),
        ("district", "莎车"),
        ("street", "杏花路 12"),
        ("payment", "bank_transfer"),
    ] {
        set(fields, name, value);
    }
}

pub async fn place(client: &mut Client, fields: &Fields) -> Answer {
    client.post("/ug/checkout", fields).await
}

/// The code of a placed order.
#[track_caller]
pub fn code_of(answer: &Answer) -> OrderCode {
    let place = answer.location();
    let code = place
        .strip_prefix("/ug/orders/")
        .and_then(|rest| rest.strip_suffix("?placed=1"));
    OrderCode::parse(code.unwrap_or_default()).unwrap_or_else(|_| panic!("no order: {} {place}", answer.status))
}

/// From the shelf to the order.
pub async fn buy(client: &mut Client, offer: i64, quantity: &str) -> OrderCode {
    add(client, offer, quantity).await.is(303);
    let fields = checkout_form(client, "ug").await;
    code_of(&place(client, &fields).await.is(303))
}
