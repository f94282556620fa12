//! The checkout form: who, where, how paid, and what it comes to while one chooses.

mod choice;
mod fields;
mod place;
mod summary;

use domain::view::{CartView, CheckoutForm, FieldErrors, TownshipChoice};
use domain::{DeliveryMethod, FieldCode, FreightRegion, Money, PaymentMethod, PersonName, Phone, Province};
use l10n::{Text, t};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use self::choice::{DeliveryChoice, PaymentChoice};
use self::fields::{NoteField, TextLine};
use self::place::{ProvinceField, StationFields};
use self::summary::Summary;
use crate::inert::inert;
use crate::words::{Say, words};

/// The texts these parts may show.
pub const TEXTS: &[Text] = &[
    t::BUTTON_CLOSE,
    t::CART_LINE_GONE,
    t::CART_NOT_ORDERABLE,
    t::CHECKOUT_CITY,
    t::CHECKOUT_DELIVERY,
    t::CHECKOUT_DELIVERY_ADDRESS,
    t::CHECKOUT_DELIVERY_ADDRESS_TEXT,
    t::CHECKOUT_DELIVERY_STATION,
    t::CHECKOUT_DELIVERY_STATION_TEXT,
    t::CHECKOUT_DISTRICT,
    t::CHECKOUT_EDIT_CART,
    t::CHECKOUT_FREIGHT,
    t::CHECKOUT_FREIGHT_OPEN,
    t::CHECKOUT_FREIGHT_TABLE,
    t::CHECKOUT_GOODS,
    t::CHECKOUT_NAME,
    t::CHECKOUT_NOTE,
    t::CHECKOUT_NO_TRANSFER,
    t::CHECKOUT_PAYMENT,
    t::CHECKOUT_PAYMENT_CASH,
    t::CHECKOUT_PAYMENT_CASH_TEXT,
    t::CHECKOUT_PAYMENT_TRANSFER,
    t::CHECKOUT_PAYMENT_TRANSFER_TEXT,
    t::CHECKOUT_PAY_LATER,
    t::CHECKOUT_PHONE,
    t::CHECKOUT_PHONE_HINT,
    t::CHECKOUT_PLACE,
    t::CHECKOUT_PLACE_AGAIN,
    t::CHECKOUT_PROVINCE,
    t::CHECKOUT_PROVINCE_CHOOSE,
    t::CHECKOUT_RECIPIENT,
    t::CHECKOUT_REFRESH,
    t::CHECKOUT_STATION,
    t::CHECKOUT_STATION_CHOOSE,
    t::CHECKOUT_STATION_SEE,
    t::CHECKOUT_STREET,
    t::CHECKOUT_SUMMARY,
    t::CHECKOUT_TOTAL,
    t::CHECKOUT_TOWNSHIP,
    t::CHECKOUT_TOWNSHIP_ALL,
    t::CHECKOUT_TOWNSHIP_SHOW,
    t::FIELD_ERROR_INVALID_CHOICE,
    t::FIELD_ERROR_INVALID_PHONE,
    t::FIELD_ERROR_INVALID_TEXT,
    t::FIELD_ERROR_MARKUP,
    t::FIELD_ERROR_NOT_SERVED,
    t::FIELD_ERROR_REQUIRED,
    t::FIELD_ERROR_TOO_LONG,
    t::FORM_OPTIONAL,
    t::ids::CART_LINE_SHORT,
    t::ids::CART_STEP_NEXT,
    t::ids::CART_STEP_PRICE,
];

/// The names of all provinces, which go along as well.
pub const PROVINCES: [Text; Province::ALL.len()] = {
    let mut names = [t::CHECKOUT_PROVINCE_11; Province::ALL.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = province_name(Province::ALL[at]);
        at += 1;
    }
    names
};

/// What the form shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckoutView {
    /// What is bought.
    pub cart: CartView,
    /// The form as typed, or fresh.
    pub form: CheckoutForm,
    /// Fields that are not right.
    pub errors: FieldErrors,
    /// Something has changed since it was last seen: sending the form agrees to it.
    pub has_changes: bool,
    /// Ways to pay that the shop takes now.
    pub methods: Vec<PaymentMethod>,
    /// Freight to each region.
    pub freight: Vec<(FreightRegion, Money)>,
    /// Stations to collect from, by township.
    pub townships: Vec<TownshipChoice>,
    /// The township whose stations are shown, empty for all.
    pub township: String,
    /// Where forms and links go.
    pub places: CheckoutPlaces,
}

/// Where the form and its links go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckoutPlaces {
    /// The checkout itself.
    pub checkout: String,
    /// The cart.
    pub cart: String,
    /// All stations, with addresses and hours.
    pub stations: String,
    /// The script that shows them over the page.
    #[serde(skip)]
    pub script: Option<String>,
}

/// What the form decides as one fills it in: derived from the choices, kept nowhere.
#[derive(Clone, Copy)]
pub struct Deciding {
    delivery: RwSignal<String>,
    payment: RwSignal<String>,
    province: RwSignal<String>,
    station: RwSignal<String>,
    township: RwSignal<String>,
    errors: RwSignal<FieldErrors>,
    methods: StoredValue<Vec<PaymentMethod>>,
}

impl Deciding {
    fn new(view: &CheckoutView) -> Self {
        let form = &view.form;
        Self {
            delivery: RwSignal::new(form.delivery.clone()),
            payment: RwSignal::new(form.payment.clone()),
            province: RwSignal::new(form.province.clone()),
            station: RwSignal::new(form.station.clone()),
            township: RwSignal::new(view.township.clone()),
            errors: RwSignal::new(view.errors.clone()),
            methods: StoredValue::new(view.methods.clone()),
        }
    }

    /// How the goods travel.
    fn method(self) -> Option<DeliveryMethod> {
        self.delivery.with(|delivery| DeliveryMethod::parse(delivery))
    }

    /// Another delivery may leave one way to pay only; that one is chosen then.
    fn take_delivery(self, delivery: String) {
        let method = DeliveryMethod::parse(&delivery);
        self.delivery.set(delivery);
        self.mend("delivery");
        let Some(method) = method else { return };
        let methods = self.methods.get_value();
        let mut possible = methods.into_iter().filter(|payment| payment.is_offered_for(method));
        let chosen = self.payment.with_untracked(|payment| PaymentMethod::parse(payment));
        let fits = chosen.is_some_and(|payment| payment.is_offered_for(method));
        if !fits && let (Some(only), None) = (possible.next(), possible.next()) {
            self.payment.set(only.as_str().to_owned());
            self.mend("payment");
        }
    }

    /// What is wrong with a field.
    fn error(self, name: &str) -> Option<FieldCode> {
        self.errors.with(|errors| errors.of(name))
    }

    /// A field that was put right loses its mark.
    fn mend(self, name: &'static str) {
        if self.errors.with_untracked(|errors| errors.of(name).is_some()) {
            self.errors.update(|errors| errors.forget(name));
        }
    }

    /// Checks a field again that is wrong, while it is typed: were its error taken away by the tap on what stands below, that
    /// would jump from under the thumb.
    fn recheck(self, name: &'static str, typed: &str) {
        if self.errors.with_untracked(|errors| errors.of(name).is_some()) {
            self.check(name, typed);
        }
    }

    /// Checks a field with the domain's own rules, as the server will.
    fn check(self, name: &'static str, typed: &str) {
        let found = match name {
            "name" => PersonName::parse(typed).err().map(FieldCode::from),
            "phone" if typed.trim().is_empty() => Some(FieldCode::Required),
            "phone" => Phone::parse(typed).err().map(FieldCode::from),
            _ if typed.trim().is_empty() => return,
            _ => None,
        };
        self.mend(name);
        if let Some(code) = found {
            self.errors.update(|errors| errors.push(name, code));
        }
    }
}

/// The whole form, with what it comes to.
#[component]
pub fn CheckoutFields(
    /// What it shows.
    view: CheckoutView,
) -> impl IntoView {
    let deciding = Deciding::new(&view);
    let CheckoutForm {
        name,
        phone,
        city,
        district,
        street,
        note,
        key,
        quote,
        ..
    } = view.form;
    let words = words();
    let places = view.places;
    let (action, cart_place) = (places.checkout.clone(), places.cart.clone());
    // The answer shows the place again that one was at.
    let freight = [&action, "#field-province"].concat();
    let legend = |title: Text| {
        let words = words.clone();
        inert(move || view! { <legend>{words.get(title)}</legend> })
    };
    let no_transfer = (!view.methods.contains(&PaymentMethod::BankTransfer)).then(|| {
        inert(|| view! { <p class="c-notice" data-testid="no-transfer">{words.get(t::CHECKOUT_NO_TRANSFER)}</p> })
    });
    view! {
        <form class="c-form" method="post" action=action novalidate data-testid="checkout">
            {inert(|| view! {
                <div class="c-hidden">
                    <input type="hidden" name="key" value=key/>
                    <input type="hidden" name="quote" value=quote/>
                    // The return key sends a form by its first button: that must not be one that only shows stations.
                    <button tabindex="-1" aria-hidden="true"><Say text=t::CHECKOUT_PLACE/></button>
                </div>
            })}
            <div class="c-split">
                <div class="c-stack c-stack--wide">
                    <fieldset class="c-fieldset">
                        {legend(t::CHECKOUT_RECIPIENT)}
                        <TextLine deciding name="name" label=t::CHECKOUT_NAME value=name autocomplete="name" maxlength=60/>
                        <TextLine
                            deciding
                            name="phone"
                            label=t::CHECKOUT_PHONE
                            hint=Some(t::CHECKOUT_PHONE_HINT)
                            value=phone
                            autocomplete="tel"
                            maxlength=30
                        />
                    </fieldset>
                    <fieldset class="c-fieldset">
                        {legend(t::CHECKOUT_DELIVERY)}
                        <DeliveryChoice deciding/>
                        <div class="c-when-station c-stack">
                            <StationFields deciding townships=view.townships places/>
                        </div>
                        <div class="c-when-address c-stack">
                            <ProvinceField deciding/>
                            <div class="c-fields">
                                <TextLine deciding name="city" label=t::CHECKOUT_CITY value=city autocomplete="address-level2"/>
                                <TextLine deciding name="district" label=t::CHECKOUT_DISTRICT value=district autocomplete="address-level3"/>
                            </div>
                            // `street-address` is for fields of several lines.
                            <TextLine deciding name="street" label=t::CHECKOUT_STREET value=street autocomplete="address-line1"/>
                            {inert(|| view! {
                                <p class="c-without-script">
                                    <button class="c-button" name="refresh" value="freight" formaction=freight>
                                        {words.get(t::CHECKOUT_REFRESH)}
                                    </button>
                                </p>
                            })}
                        </div>
                    </fieldset>
                    <fieldset class="c-fieldset">
                        {legend(t::CHECKOUT_PAYMENT)}
                        {no_transfer}
                        <PaymentChoice deciding/>
                    </fieldset>
                    {inert(|| view! { <NoteField deciding value=note/> })}
                </div>
                <Summary
                    deciding
                    cart=view.cart
                    has_changes=view.has_changes
                    freight=view.freight
                    cart_place
                />
            </div>
        </form>
    }
}

/// The name of a province, as it stands in an address.
pub const fn province_name(province: Province) -> Text {
    match province {
        Province::Beijing => t::CHECKOUT_PROVINCE_11,
        Province::Tianjin => t::CHECKOUT_PROVINCE_12,
        Province::Hebei => t::CHECKOUT_PROVINCE_13,
        Province::Shanxi => t::CHECKOUT_PROVINCE_14,
        Province::InnerMongolia => t::CHECKOUT_PROVINCE_15,
        Province::Liaoning => t::CHECKOUT_PROVINCE_21,
        Province::Jilin => t::CHECKOUT_PROVINCE_22,
        Province::Heilongjiang => t::CHECKOUT_PROVINCE_23,
        Province::Shanghai => t::CHECKOUT_PROVINCE_31,
        Province::Jiangsu => t::CHECKOUT_PROVINCE_32,
        Province::Zhejiang => t::CHECKOUT_PROVINCE_33,
        Province::Anhui => t::CHECKOUT_PROVINCE_34,
        Province::Fujian => t::CHECKOUT_PROVINCE_35,
        Province::Jiangxi => t::CHECKOUT_PROVINCE_36,
        Province::Shandong => t::CHECKOUT_PROVINCE_37,
        Province::Henan => t::CHECKOUT_PROVINCE_41,
        Province::Hubei => t::CHECKOUT_PROVINCE_42,
        Province::Hunan => t::CHECKOUT_PROVINCE_43,
        Province::Guangdong => t::CHECKOUT_PROVINCE_44,
        Province::Guangxi => t::CHECKOUT_PROVINCE_45,
        Province::Hainan => t::CHECKOUT_PROVINCE_46,
        Province::Chongqing => t::CHECKOUT_PROVINCE_50,
        Province::Sichuan => t::CHECKOUT_PROVINCE_51,
        Province::Guizhou => t::CHECKOUT_PROVINCE_52,
        Province::Yunnan => t::CHECKOUT_PROVINCE_53,
        Province::Tibet => t::CHECKOUT_PROVINCE_54,
        Province::Shaanxi => t::CHECKOUT_PROVINCE_61,
        Province::Gansu => t::CHECKOUT_PROVINCE_62,
        Province::Qinghai => t::CHECKOUT_PROVINCE_63,
        Province::Ningxia => t::CHECKOUT_PROVINCE_64,
        Province::Xinjiang => t::CHECKOUT_PROVINCE_65,
        Province::Taiwan => t::CHECKOUT_PROVINCE_71,
        Province::HongKong => t::CHECKOUT_PROVINCE_81,
        Province::Macau => t::CHECKOUT_PROVINCE_82,
    }
}
