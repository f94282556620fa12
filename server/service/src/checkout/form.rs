//! The checkout form: from what was typed to what can be trusted.

use domain::{
    AddressLine, CartId, DeliveryMethod, FieldCode, Note, PaymentMethod, PersonName, Phone, Province, StationId,
};
use sha2::{Digest, Sha256};

use super::view::CheckoutForm;
use crate::Shop;
use crate::error::{FieldErrors, Result, text_code};

/// A checked form.
#[derive(Clone, Debug)]
pub(crate) struct Details {
    pub name: PersonName,
    pub phone: Phone,
    pub delivery: Delivery,
    pub payment: PaymentMethod,
    pub note: Note,
}

/// Where the goods go.
#[derive(Clone, Debug)]
pub(crate) enum Delivery {
    Address {
        province: Province,
        city: AddressLine,
        district: AddressLine,
        street: AddressLine,
    },
    Station(StationId),
}

impl Delivery {
    pub fn method(&self) -> DeliveryMethod {
        match self {
            Self::Address { .. } => DeliveryMethod::Address,
            Self::Station(_) => DeliveryMethod::Station,
        }
    }
}

impl Details {
    /// Checks every field, and notes all that are not right.
    pub fn check(shop: &Shop, form: &CheckoutForm) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let name = errors.take("name", PersonName::parse(&form.name).map_err(text_code));
        let phone = errors.take("phone", phone(&form.phone));
        let delivery = check_delivery(shop, form, &mut errors);
        let payment = errors.take("payment", payment(shop, form, delivery.as_ref()));
        let note = errors.take("note", Note::parse(&form.note).map_err(text_code));
        match (name, phone, delivery, payment, note) {
            (Some(name), Some(phone), Some(delivery), Some(payment), Some(note)) => Ok(Self {
                name,
                phone,
                delivery,
                payment,
                note,
            }),
            _ => Err(errors),
        }
    }
}

fn check_delivery(shop: &Shop, form: &CheckoutForm, errors: &mut FieldErrors) -> Option<Delivery> {
    match DeliveryMethod::parse(&form.delivery) {
        Some(DeliveryMethod::Address) => {
            let province = errors.take("province", choice(Province::from_code(&form.province), &form.province));
            let city = errors.take("city", AddressLine::parse(&form.city).map_err(text_code));
            let district = errors.take("district", AddressLine::parse(&form.district).map_err(text_code));
            let street = errors.take("street", AddressLine::parse(&form.street).map_err(text_code));
            Some(Delivery::Address {
                province: province?,
                city: city?,
                district: district?,
                street: street?,
            })
        }
        Some(DeliveryMethod::Station) => {
            let directory = shop.directory();
            let station = directory.station_by_code(&form.station).filter(|s| s.is_open);
            let station = station.map(|s| s.entry.id);
            errors
                .take("station", choice(station, &form.station))
                .map(Delivery::Station)
        }
        None => {
            errors.take::<()>("delivery", Err(missing_or_wrong(&form.delivery)));
            None
        }
    }
}

/// How it is paid. Where the delivery leaves one way only, that is the one: a choice made before the address was must not
/// stand in the way.
fn payment(shop: &Shop, form: &CheckoutForm, delivery: Option<&Delivery>) -> Result<PaymentMethod, FieldCode> {
    let methods = super::methods(shop);
    let offered = PaymentMethod::parse(&form.payment).filter(|method| methods.contains(method));
    let chosen = choice(offered, &form.payment);
    let Some(delivery) = delivery.map(Delivery::method) else {
        return chosen;
    };
    if let Ok(chosen) = chosen
        && chosen.is_offered_for(delivery)
    {
        return Ok(chosen);
    }
    let mut possible = methods.into_iter().filter(|method| method.is_offered_for(delivery));
    match (possible.next(), possible.next()) {
        (Some(only), None) if chosen.is_ok() || form.payment.is_empty() => Ok(only),
        _ => chosen.and(Err(FieldCode::InvalidChoice)),
    }
}

fn choice<T>(found: Option<T>, typed: &str) -> Result<T, FieldCode> {
    found.ok_or_else(|| missing_or_wrong(typed))
}

fn missing_or_wrong(typed: &str) -> FieldCode {
    if typed.is_empty() {
        FieldCode::Required
    } else {
        FieldCode::InvalidChoice
    }
}

fn phone(typed: &str) -> Result<Phone, FieldCode> {
    if typed.trim().is_empty() {
        return Err(FieldCode::Required);
    }
    Phone::parse(typed).map_err(|_| FieldCode::InvalidPhone)
}

/// Fingerprint of what the buyer asked for: the same key with another one is a mistake, not a repetition.
pub(crate) fn fingerprint(form: &CheckoutForm, cart: CartId) -> String {
    // Destructured so that a new field cannot be forgotten. The quote is left out: agreeing to a changed price is the
    // same order sent again.
    let CheckoutForm {
        name,
        phone,
        delivery,
        province,
        city,
        district,
        street,
        station,
        payment,
        note,
        key: _,
        quote: _,
    } = form;
    let mut hash = Sha256::new();
    hash.update(cart.get().to_be_bytes());
    for field in [
        name, phone, delivery, province, city, district, street, station, payment, note,
    ] {
        hash.update(u64::try_from(field.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(field.as_bytes());
    }
    hex::encode(hash.finalize())
}
