//! The checkout form: who, where, how paid, and what it comes to while one chooses.

use domain::view::{CartLine, CartSeller, CartView, CheckoutForm, FieldErrors, StationChoice, TownshipChoice};
use domain::{
    DeliveryMethod, FieldCode, FreightRegion, Locale, Money, PaymentMethod, PersonName, Phone, Province, Unit,
};
use l10n::{Text, format, t};
use leptos::html::{Input, Select};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::field::{described_by, error_id, field_class, field_error_text, field_id, hint_id};
use crate::inert::{inert, inert_contents};
use crate::live::{effect, live, on};
use crate::picture::{Shape, ShopPicture};
use crate::price::{Amount, QuantityText, size_text};
use crate::safe::TextArea;
use crate::text::ShownName;
use crate::words::{Say, words};

/// The texts these parts may show.
pub const TEXTS: &[Text] = &[
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
    t::FIELD_ERROR_NOT_SERVED,
    t::FIELD_ERROR_REQUIRED,
    t::FIELD_ERROR_TOO_LONG,
    t::FORM_OPTIONAL,
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
    let legend = |title: Text| {
        let words = words.clone();
        inert(move || view! { <legend>{words.get(title)}</legend> })
    };
    let no_transfer = (!view.methods.contains(&PaymentMethod::BankTransfer)).then(|| {
        inert(|| view! { <p class="c-notice" data-testid="no-transfer">{words.get(t::CHECKOUT_NO_TRANSFER)}</p> })
    });
    view! {
        <form class="c-form" method="post" action=view.places.checkout novalidate data-testid="checkout">
            {inert(|| view! { <input type="hidden" name="key" value=key/> })}
            {inert(|| view! { <input type="hidden" name="quote" value=quote/> })}
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
                            <StationFields deciding townships=view.townships stations=view.places.stations/>
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
                                    <button class="c-button" name="refresh" value="freight">{words.get(t::CHECKOUT_REFRESH)}</button>
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
                    cart_place=view.places.cart
                />
            </div>
        </form>
    }
}

/// Label, hint, input and error of one field.
#[component]
fn Frame<Content: IntoView + 'static>(
    /// Name of the field.
    name: &'static str,
    /// What it is called on the page.
    label: Text,
    /// How to fill it.
    hint: Option<Text>,
    /// Whether it may stay empty.
    #[prop(optional)]
    may_be_empty: bool,
    /// What was decided so far.
    deciding: Deciding,
    /// The input.
    children: TypedChildren<Content>,
) -> impl IntoView {
    let words = words();
    let hint = hint.map(|hint| inert(|| view! { <p class="c-field__hint" id=hint_id(name)>{words.get(hint)}</p> }));
    let label = inert(|| {
        let optional = may_be_empty.then(|| view! { " "<small class="c-muted">{words.get(t::FORM_OPTIONAL)}</small> });
        view! { <label class="c-field__label" for=field_id(name)>{words.get(label)}{optional}</label> }
    });
    view! {
        <div class=live(move || field_class(deciding.error(name).is_some(), false))>
            {label}
            {hint}
            {children.into_inner()()}
            <WhatIsWrong name deciding/>
        </div>
    }
}

/// What is wrong with a field, right beside it.
#[component]
fn WhatIsWrong(
    /// Name of the field.
    name: &'static str,
    /// What was decided so far.
    deciding: Deciding,
) -> impl IntoView {
    let words = words();
    move || {
        deciding
            .error(name)
            .map(|code| view! { <p class="c-field__error" id=error_id(name)>{words.get(field_error_text(code))}</p> })
    }
}

/// A text of one line, checked as one leaves it.
#[component]
fn TextLine(
    /// What was decided so far.
    deciding: Deciding,
    /// Name of the field.
    name: &'static str,
    /// What it is called on the page.
    label: Text,
    /// How to fill it.
    #[prop(default = None)]
    hint: Option<Text>,
    /// What was typed.
    value: String,
    /// What the browser may fill in, a token of the HTML standard.
    autocomplete: &'static str,
    /// Longest text in characters.
    #[prop(default = 120)]
    maxlength: u32,
) -> impl IntoView {
    let is_phone = name == "phone";
    let has_hint = hint.is_some();
    view! {
        <Frame name label hint deciding>
            <input
                class="c-field__input"
                id=field_id(name)
                name=name
                type=if is_phone { "tel" } else { "text" }
                inputmode=is_phone.then_some("tel")
                value=value
                dir=if is_phone { "ltr" } else { "auto" }
                autocomplete=autocomplete
                maxlength=maxlength
                required
                aria-invalid=live(move || deciding.error(name).map(|_| "true"))
                aria-describedby=live(move || described_by(name, has_hint, deciding.error(name).is_some()))
                on:change=on(move |event| deciding.check(name, &event_target_value(&event)))
            />
        </Frame>
    }
}

/// A word to the seller.
#[component]
fn NoteField(
    /// What was decided so far.
    deciding: Deciding,
    /// What was typed.
    value: String,
) -> impl IntoView {
    // Too long is the only thing it can be, and the browser does not let one type more.
    let is_wrong = deciding.errors.with_untracked(|errors| errors.of("note").is_some());
    view! {
        <Frame name="note" label=t::CHECKOUT_NOTE hint=None may_be_empty=true deciding>
            <TextArea
                name="note".to_owned()
                id=field_id("note")
                value
                rows=3
                maxlength=300
                invalid=is_wrong
                described_by=described_by("note", false, is_wrong).unwrap_or_default()
            />
        </Frame>
    }
}

/// One of few, as a card to press.
#[component]
fn RadioCard(
    /// Name of the field.
    name: &'static str,
    /// Its `id`.
    id: String,
    /// What is sent.
    value: &'static str,
    /// What is chosen now.
    chosen: RwSignal<String>,
    /// What it is.
    title: Text,
    /// What it means for the buyer.
    text: Text,
    /// Whether it cannot be chosen now.
    #[prop(into)]
    is_closed: Signal<bool>,
    /// What was decided so far.
    deciding: Deciding,
    /// Called when it is chosen.
    choose: Callback<()>,
) -> impl IntoView {
    let words = words();
    let input = NodeRef::<Input>::new();
    // Chosen before the script listened, or put back by the browser: that is taken over first.
    effect(move |is_taken_over| {
        let Some(input) = input.get() else { return false };
        let is_chosen = chosen.with(|chosen| chosen == value);
        if is_taken_over == Some(true) {
            if input.checked() != is_chosen {
                input.set_checked(is_chosen);
            }
        } else if input.checked() && !is_chosen {
            choose.run(());
        }
        true
    });
    let is_first_chosen = chosen.with_untracked(|chosen| chosen == value);
    view! {
        <label class="c-choice" hidden=is_closed>
            <input
                node_ref=input
                type="radio"
                id=id
                name=name
                value=value
                checked=is_first_chosen
                aria-describedby=live(move || deciding.error(name).map(|_| error_id(name)))
                on:change=on(move |_| choose.run(()))
            />
            {inert(|| view! {
                <span class="c-choice__text"><strong>{words.get(title)}</strong><small>{words.get(text)}</small></span>
            })}
        </label>
    }
}

/// A station, or an address.
#[component]
fn DeliveryChoice(
    /// What was decided so far.
    deciding: Deciding,
) -> impl IntoView {
    // Most buyers of the district collect at a station.
    let cards = [DeliveryMethod::Station, DeliveryMethod::Address]
        .into_iter()
        .enumerate()
        .map(|(place, method)| {
            let (title, text) = match method {
                DeliveryMethod::Station => (t::CHECKOUT_DELIVERY_STATION, t::CHECKOUT_DELIVERY_STATION_TEXT),
                DeliveryMethod::Address => (t::CHECKOUT_DELIVERY_ADDRESS, t::CHECKOUT_DELIVERY_ADDRESS_TEXT),
            };
            view! {
                <RadioCard
                    name="delivery"
                    id=card_id("delivery", method.as_str(), place)
                    value=method.as_str()
                    chosen=deciding.delivery
                    title
                    text
                    is_closed=false
                    deciding
                    choose=Callback::new(move |()| deciding.take_delivery(method.as_str().to_owned()))
                />
            }
        })
        .collect_view();
    view! {
        <div class=live(move || field_class(deciding.error("delivery").is_some(), false))>
            <div class="c-choices">{cards}</div>
            <WhatIsWrong name="delivery" deciding/>
        </div>
    }
}

/// In cash, or by transfer. What the delivery rules out is not shown.
#[component]
fn PaymentChoice(
    /// What was decided so far.
    deciding: Deciding,
) -> impl IntoView {
    let cards = deciding
        .methods
        .get_value()
        .into_iter()
        .enumerate()
        .map(|(place, payment)| {
            let (title, text) = match payment {
                PaymentMethod::CashAtStation => (t::CHECKOUT_PAYMENT_CASH, t::CHECKOUT_PAYMENT_CASH_TEXT),
                PaymentMethod::BankTransfer => (t::CHECKOUT_PAYMENT_TRANSFER, t::CHECKOUT_PAYMENT_TRANSFER_TEXT),
            };
            let is_closed =
                Signal::derive(move || deciding.method().is_some_and(|method| !payment.is_offered_for(method)));
            view! {
                <RadioCard
                    name="payment"
                    id=card_id("payment", payment.as_str(), place)
                    value=payment.as_str()
                    chosen=deciding.payment
                    title
                    text
                    is_closed
                    deciding
                    choose=Callback::new(move |()| {
                        deciding.payment.set(payment.as_str().to_owned());
                        deciding.mend("payment");
                    })
                />
            }
        })
        .collect_view();
    view! {
        <div class=live(move || field_class(deciding.error("payment").is_some(), false))>
            <div class="c-choices">{cards}</div>
            <WhatIsWrong name="payment" deciding/>
        </div>
    }
}

/// The summary of errors leads to the first card.
fn card_id(name: &str, value: &str, place: usize) -> String {
    let id = field_id(name);
    if place == 0 { id } else { [&id, "-", value].concat() }
}

/// The station, out of all or out of one township's.
#[component]
fn StationFields(
    /// What was decided so far.
    deciding: Deciding,
    /// Stations by township.
    townships: Vec<TownshipChoice>,
    /// Address of the page of all stations.
    stations: String,
) -> impl IntoView {
    let words = words();
    let options = inert_contents(|| {
        let options = townships
            .iter()
            .map(|place| {
                let is_chosen = deciding.township.with_untracked(|chosen| *chosen == place.slug);
                view! {
                    <option value=place.slug.clone() selected=is_chosen lang=place.name.lang.bcp47()>{place.name.text.clone()}</option>
                }
            })
            .collect_view();
        view! {
            <option value="">{words.get(t::CHECKOUT_TOWNSHIP_ALL)}</option>
            {options}
        }
    });
    let groups = StoredValue::new(townships);
    // A township narrows the list; a station that was chosen stays in it.
    let shown = move || {
        let (township, station) = (deciding.township.get(), deciding.station.get());
        groups.with_value(|groups| narrowed(groups, &township, &station))
    };
    let group = move |place: usize| {
        let title = groups.with_value(|groups| groups.get(place).map(|group| group.name.text.clone()));
        let stations = move || {
            let (township, station) = (deciding.township.get(), deciding.station.get());
            groups.with_value(|groups| stations_of(groups, place, &township, &station))
        };
        view! {
            <optgroup label=title>
                <For each=stations key=|station| station.code.clone() children=move |station| station_option(deciding, station)/>
            </optgroup>
        }
    };
    view! {
        <div class="c-row">
            <Frame name="township" label=t::CHECKOUT_TOWNSHIP hint=None deciding>
                <ChosenSelect name="township" chosen=deciding.township is_required=false deciding>
                    {options}
                </ChosenSelect>
            </Frame>
            {inert(|| view! {
                <button class="c-button c-without-script" name="refresh" value="stations"><Say text=t::CHECKOUT_TOWNSHIP_SHOW/></button>
            })}
        </div>
        <Frame name="station" label=t::CHECKOUT_STATION hint=None deciding>
            <ChosenSelect name="station" chosen=deciding.station is_required=true deciding>
                {inert(|| view! { <option value=""><Say text=t::CHECKOUT_STATION_CHOOSE/></option> })}
                <For each=shown key=|place| *place children=group/>
            </ChosenSelect>
        </Frame>
        {inert(|| view! { <p><a class="c-link" href=stations><Say text=t::CHECKOUT_STATION_SEE/></a></p> })}
    }
}

/// The places of the townships that have something to show.
fn narrowed(groups: &[TownshipChoice], township: &str, station: &str) -> Vec<usize> {
    (0..groups.len())
        .filter(|place| !stations_of(groups, *place, township, station).is_empty())
        .collect()
}

/// The stations of a township that are shown: all, when it or no known one is chosen, else only the chosen station.
fn stations_of(groups: &[TownshipChoice], place: usize, township: &str, station: &str) -> Vec<StationChoice> {
    let is_known = groups.iter().any(|group| group.slug == township);
    let Some(group) = groups.get(place) else {
        return Vec::new();
    };
    let is_open = !is_known || group.slug == township;
    let shown = group.stations.iter().filter(|choice| is_open || choice.code == station);
    shown.cloned().collect()
}

/// A list cannot hold markup: isolating characters keep name and number apart.
fn station_option(deciding: Deciding, station: StationChoice) -> impl IntoView {
    let is_chosen = deciding.station.with_untracked(|chosen| *chosen == station.code);
    let label = [
        "\u{2068}",
        &station.name.text,
        "\u{2069} · \u{2066}",
        &station.code,
        "\u{2069}",
    ]
    .concat();
    view! { <option value=station.code selected=is_chosen lang=station.name.lang.bcp47()>{label}</option> }
}

/// A list whose choice others follow.
#[component]
fn ChosenSelect<Content: IntoView + 'static>(
    /// Name of the field.
    name: &'static str,
    /// What is chosen.
    chosen: RwSignal<String>,
    /// Whether something has to be chosen.
    is_required: bool,
    /// What was decided so far.
    deciding: Deciding,
    /// The options.
    children: TypedChildren<Content>,
) -> impl IntoView {
    let select = NodeRef::<Select>::new();
    effect(move |_| {
        if let Some(select) = select.get() {
            let found = select.value();
            if chosen.with_untracked(|chosen| *chosen != found) {
                chosen.set(found);
            }
        }
        true
    });
    view! {
        <select
            node_ref=select
            class="c-field__input"
            id=field_id(name)
            name=name
            autocomplete=if name == "province" { "address-level1" } else { "off" }
            required=is_required
            aria-invalid=live(move || deciding.error(name).map(|_| "true"))
            aria-describedby=live(move || described_by(name, false, deciding.error(name).is_some()))
            on:change=on(move |event| {
                chosen.set(event_target_value(&event));
                deciding.mend(name);
            })
        >
            {children.into_inner()()}
        </select>
    }
}

/// The province, which the freight follows.
#[component]
fn ProvinceField(
    /// What was decided so far.
    deciding: Deciding,
) -> impl IntoView {
    let options = inert_contents(|| {
        let words = words();
        let options = Province::ALL
            .into_iter()
            .map(|province| {
                let is_chosen = deciding.province.with_untracked(|chosen| chosen == province.code());
                view! { <option value=province.code() selected=is_chosen>{words.get(province_name(province))}</option> }
            })
            .collect_view();
        view! {
            <option value="">{words.get(t::CHECKOUT_PROVINCE_CHOOSE)}</option>
            {options}
        }
    });
    view! {
        <Frame name="province" label=t::CHECKOUT_PROVINCE hint=None deciding>
            <ChosenSelect name="province" chosen=deciding.province is_required=true deciding>
                {options}
            </ChosenSelect>
        </Frame>
    }
}

/// What is bought and what it comes to, with the button that places the order.
#[component]
fn Summary(
    /// What was decided so far.
    deciding: Deciding,
    /// What is bought.
    cart: CartView,
    /// Sending the form agrees to a change.
    has_changes: bool,
    /// Freight to each region.
    freight: Vec<(FreightRegion, Money)>,
    /// Address of the cart.
    cart_place: String,
) -> impl IntoView {
    let words = words();
    let locale = words.locale();
    let goods = cart.goods;
    let table = freight.clone();
    let fee = live(move || match deciding.method()? {
        DeliveryMethod::Station => Some(Money::zero(goods.currency)),
        DeliveryMethod::Address => {
            let region = deciding.province.with(|code| Province::from_code(code))?.region();
            freight.iter().find(|(known, _)| *known == region).map(|(_, fee)| *fee)
        }
    });
    let open = words.get(t::CHECKOUT_FREIGHT_OPEN);
    let fee_text = live(move || {
        Some(match fee.get() {
            Some(fee) => format::money(locale, fee),
            None => open.clone(),
        })
    });
    let fee_class = live(move || if fee.get().is_some() { "c-num" } else { "c-muted" });
    let total = live(move || {
        let total = fee.get().and_then(|fee| goods.checked_add(fee).ok()).unwrap_or(goods);
        Some(format::money(locale, total))
    });
    let button = if has_changes {
        t::CHECKOUT_PLACE_AGAIN
    } else {
        t::CHECKOUT_PLACE
    };
    view! {
        <aside class="c-card c-stack" aria-labelledby="checkout-summary">
            {inert(|| view! {
                <div class="c-heading">
                    <h2 class="c-card__title" id="checkout-summary">{words.get(t::CHECKOUT_SUMMARY)}</h2>
                    <a class="c-link" href=cart_place>{words.get(t::CHECKOUT_EDIT_CART)}</a>
                </div>
            })}
            {inert(|| view! { <div class="c-stack">{sellers(cart)}</div> })}
            <dl class="c-summary">
                {inert(|| view! {
                    <div>
                        <dt>{words.get(t::CHECKOUT_GOODS)}</dt>
                        <dd data-testid="checkout-goods"><Amount money=goods locale/></dd>
                    </div>
                })}
                <div>
                    {inert(|| view! { <dt>{words.get(t::CHECKOUT_FREIGHT)}</dt> })}
                    <dd data-testid="checkout-freight"><bdi class=fee_class>{fee_text}</bdi></dd>
                </div>
                <div class="c-summary__total">
                    {inert(|| view! { <dt>{words.get(t::CHECKOUT_TOTAL)}</dt> })}
                    <dd data-testid="checkout-total"><bdi class="c-num">{total}</bdi></dd>
                </div>
            </dl>
            {inert(|| view! { <FreightTable freight=table/> })}
            {inert(|| view! {
                <button class="c-button c-button--primary c-button--block" data-testid="place-order">{words.get(button)}</button>
            })}
            {inert(|| view! { <p class="c-muted c-small">{words.get(t::CHECKOUT_PAY_LATER)}</p> })}
        </aside>
    }
}

/// What each cooperative sends.
fn sellers(cart: CartView) -> impl IntoView {
    cart.sellers
        .into_iter()
        .map(|seller| view! { <SummarySeller seller/> })
        .collect_view()
}

/// What one cooperative sends.
#[component]
fn SummarySeller(
    /// The cooperative and its lines.
    seller: CartSeller,
) -> impl IntoView {
    let lines = seller
        .lines
        .into_iter()
        .map(|line| view! { <SummaryLine line/> })
        .collect_view();
    view! {
        <section>
            <h3 class="c-small c-muted"><ShownName shown=seller.name/></h3>
            <ul class="c-list">{lines}</ul>
        </section>
    }
}

/// A line: picture, name, how much, price.
#[component]
fn SummaryLine(
    /// The line.
    line: CartLine,
) -> impl IntoView {
    let locale = words().locale();
    let unit = line.terms.sold_by.unit;
    let size = (unit == Unit::Piece).then(|| view! { <bdi>{size_text(locale, &line.terms)}</bdi>" × " });
    let picture =
        (!line.picture.key.is_empty()).then(|| view! { <ShopPicture picture=line.picture shape=Shape::Thumb/> });
    view! {
        <li class="c-line" data-testid="checkout-line">
            <span class="c-line__picture">{picture}</span>
            <div class="c-line__body">
                <p><ShownName shown=line.name/></p>
                <p class="c-muted c-small">{size}<QuantityText quantity=line.quantity unit locale/></p>
            </div>
            <span class="c-line__side"><Amount money=line.total locale/></span>
        </li>
    }
}

/// What the parcel costs to every province, for choosing without script.
#[component]
fn FreightTable(
    /// Freight to each region.
    freight: Vec<(FreightRegion, Money)>,
) -> impl IntoView {
    let words = words();
    let locale: Locale = words.locale();
    let rows = Province::ALL
        .into_iter()
        .filter_map(|province| {
            let (_, money) = *freight.iter().find(|(region, _)| *region == province.region())?;
            Some(view! {
                <tr>
                    <th scope="row">{words.get(province_name(province))}</th>
                    <td><Amount money locale/></td>
                </tr>
            })
        })
        .collect_view();
    view! {
        <details>
            <summary>{words.get(t::CHECKOUT_FREIGHT_TABLE)}</summary>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{words.get(t::CHECKOUT_PROVINCE)}</th>
                        <th scope="col">{words.get(t::CHECKOUT_FREIGHT)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
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
