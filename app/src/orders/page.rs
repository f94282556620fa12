//! The page of an order: what to do now, where the goods are, what was bought.

use std::collections::HashMap;

use axum::http::StatusCode;
use axum::response::Response;
use domain::{
    DamageReportId, Direction, ErrorCode, FieldCode, OrderGroupStatus, OrderLineId, OrderParty, PaymentState,
    ReviewState, Unit, Weight,
};
use l10n::{Text, format, t};
use leptos::prelude::*;
use service::orders::{DeliveryView, OrderAccess, OrderGroupView, OrderLineView, OrderView};
use service::reviews::LineReview;

use super::again::AgainButton;
use super::cancel::CancelOrder;
use super::conversation::{Conversation, Unsent};
use super::decline::Decline;
use super::details::OrderDetails;
use super::money::MoneyCard;
use super::next::WhatNext;
use super::own::ForgetOnSharedPhone;
use super::progress::Progress;
use super::prove::{ProvePhone, ProvedNotice, WrongCode};
use super::report::{Reports, Unreported};
use super::steps::reason_text;
use crate::account::{WaitNotice, waiting};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::page::Meta;
use crate::photo_refused::NotAdded;
use crate::routes::{OrderMessages, OrderReview, Product, ShopPage};
use crate::ui::{
    Amount, Html, IntoHtml, Moment, QuantityText, RefusedNotice, Shape, ShopPicture, ShownName, Stars, quantity_text,
};

/// Why something was not done to an order.
#[derive(Clone, Debug, Default)]
pub(super) struct NotDone {
    /// A rule of the shop.
    pub refused: Option<ErrorCode>,
    /// What is wrong with the code that was typed.
    pub code: Option<FieldCode>,
    /// After how many seconds it may be tried again, when there were too many tries.
    pub wait: Option<u32>,
    /// A message that was not sent.
    pub unsent: Unsent,
    /// A report that was not taken.
    pub unreported: Unreported,
    /// A photo of a report that is not there, and why.
    pub photo: Option<(DamageReportId, NotAdded)>,
}

impl NotDone {
    pub fn refused(code: ErrorCode) -> Self {
        Self {
            refused: Some(code),
            ..Self::default()
        }
    }
}

/// Renders the order, and why something was not done to it.
pub(super) async fn render(
    cx: &Cx,
    status: StatusCode,
    access: &OrderAccess,
    not_done: NotDone,
) -> PageResult<Response> {
    let group = service::orders::view(cx.shop(), cx.locale(), access).await?;
    let reviews = service::reviews::of_order(cx.shop(), access).await?;
    let title = cx.t(t::orders_title(group.code.to_string()));
    let wait = not_done.wait;
    let page = cx.page_with(status, Meta::private(title), || {
        view! { <OrderPage group reviews not_done/> }
    });
    Ok(waiting(page, wait))
}

/// An order group.
#[component]
fn OrderPage(
    /// The order group.
    group: OrderGroupView,
    /// What can be said, or was, about its lines.
    reviews: HashMap<OrderLineId, LineReview>,
    /// Why something was not done to it.
    not_done: NotDone,
) -> Html {
    let cx = Cx::here();
    let is_station = matches!(group.delivery, DeliveryView::Station(_));
    let parts = group
        .orders
        .iter()
        .map(|order| {
            let messages = group.messages.get(&order.id).cloned().unwrap_or_default();
            let action = cx.url(&OrderMessages::new(&group.code.to_string()));
            let unsent = not_done.unsent.clone();
            let (may_write, unreported) = (!group.buyer_name.is_empty(), not_done.unreported.clone());
            view! {
                <OrderPart order=order.clone() is_station reviews=reviews_of(&cx, &group, order, &reviews)/>
                <Decline code=group.code order=order.clone()/>
                <Reports code=group.code order=order.clone() may_report=may_write unreported photo=not_done.photo/>
                <Conversation messages reader=OrderParty::Buyer order=order.id action may_write unsent/>
            }
        })
        .collect_view();
    let placed_at = format::date_time(cx.locale(), group.placed_at);
    let (status, status_class) = match (group.status, group.money.state) {
        // Beside "paid" it would not be understood that money comes back.
        (OrderGroupStatus::Paid, PaymentState::ToRefund) => (t::ORDERS_PAYMENT_TO_REFUND, "c-badge c-badge--warn"),
        _ => group_status(group.status),
    };
    let forgotten = cx.assets().url("forgotten.js");
    view! {
        <div class="c-stack c-stack--wide" data-seen=forgotten>
            <OrderNotice group=group.clone()/>
            <ForgetOnSharedPhone/>
            <WrongCode error=not_done.code/>
            <WaitNotice wait=not_done.wait/>
            <RefusedNotice code=not_done.refused/>
            <header>
                <h1 class="c-title">
                    <span class="c-small c-muted">{cx.t(t::ORDERS_CODE)}</span>" "
                    <bdi class="c-code" dir="ltr" translate="no" data-testid="order-code">{group.code.to_string()}</bdi>
                </h1>
                <p class="c-row">
                    <span class=status_class data-testid="order-status" data-status=group.status.as_str()>{cx.t(status)}</span>
                    <span class="c-muted">{cx.tv(t::orders_placed_at(placed_at))}</span>
                </p>
            </header>
            <div class="c-split">
                <div class="c-stack c-stack--wide">
                    <WhatNext group=group.clone()/>
                    <ProvePhone group=group.clone() error=not_done.code/>
                    <section class="c-stack">
                        <h2>{cx.t(t::ORDERS_TRACKING)}</h2>
                        {parts}
                    </section>
                </div>
                <aside class="c-stack">
                    <MoneyCard group=group.clone()/>
                    <OrderDetails group=group.clone()/>
                    <AgainButton code=group.code/>
                    <CancelOrder group/>
                </aside>
            </div>
        </div>
    }
    .into_html()
}

/// The links by which one says how the goods of each line were.
fn reviews_of(
    cx: &Cx,
    group: &OrderGroupView,
    order: &OrderView,
    reviews: &HashMap<OrderLineId, LineReview>,
) -> HashMap<OrderLineId, Html> {
    let code = group.code.to_string();
    let links = order.lines.iter().filter_map(|line| {
        let said = *reviews.get(&line.id)?;
        let url = cx.url(&OrderReview::new(&code, &line.id.to_string()));
        Some((line.id, review_link(cx, url, said)))
    });
    links.collect()
}

/// The link by which one says how the goods were, or what was said.
fn review_link(cx: &Cx, url: String, said: LineReview) -> Html {
    let (text, stars, word) = match said {
        LineReview::Ask => (t::REVIEWS_HOW, None, None),
        LineReview::Written(stars, state) => {
            let word = match state {
                ReviewState::Held => Some(t::REVIEWS_YOURS_HELD),
                ReviewState::Hidden => Some(t::REVIEWS_YOURS_HIDDEN),
                ReviewState::Published | ReviewState::Removed => None,
            };
            (t::REVIEWS_YOURS, Some(stars), word)
        }
    };
    let stars = stars.map(|stars| view! { <Stars stars/> });
    let word = word.map(|word| view! { " "<span class="c-small c-muted">{cx.t(word)}</span> });
    view! {
        <p data-testid="line-review">
            <a class="c-link" href=url>{cx.t(text)}</a>" "{stars}{word}
        </p>
    }
    .into_html()
}

/// The word and the badge for where an order group stands.
pub(super) const fn group_status(status: OrderGroupStatus) -> (Text, &'static str) {
    match status {
        OrderGroupStatus::Placed => (t::ORDERS_GROUP_PLACED, "c-badge c-badge--warn"),
        OrderGroupStatus::Paid => (t::ORDERS_GROUP_PAID, "c-badge c-badge--good"),
        OrderGroupStatus::Canceled => (t::ORDERS_GROUP_CANCELED, "c-badge c-badge--quiet"),
        OrderGroupStatus::Expired => (t::ORDERS_GROUP_EXPIRED, "c-badge c-badge--error"),
        OrderGroupStatus::Completed => (t::ORDERS_GROUP_COMPLETED, "c-badge c-badge--good"),
    }
}

/// What just happened.
#[component]
fn OrderNotice(
    /// The order group.
    group: OrderGroupView,
) -> Html {
    let cx = Cx::here();
    match cx.query() {
        // A page gone back to may say of an order that was called off since that it was placed.
        "placed=1" if !matches!(group.status, OrderGroupStatus::Canceled | OrderGroupStatus::Expired) => view! {
            <div
                class="c-notice c-notice--good"
                id="notice"
                role="status"
                data-testid="thanks"
                data-draft-end="checkout"
            >
                <strong>{cx.t(t::ORDERS_THANKS)}</strong>
                <p>{cx.t(t::ORDERS_THANKS_TEXT)}</p>
            </div>
        }
        .into_html(),
        "canceled=1" => {
            let is_all = matches!(group.status, OrderGroupStatus::Canceled | OrderGroupStatus::Expired);
            let said = if is_all { t::ORDERS_CANCELED } else { t::ORDERS_CANCELED_REST };
            view! { <div class="c-notice" id="notice" role="status"><p>{cx.t(said)}</p></div> }.into_html()
        }
        "declined=1" => view! {
            <div class="c-notice" id="notice" role="status" data-testid="declined"><p>{cx.t(t::REPLACE_DECLINED)}</p></div>
        }
        .into_html(),
        "proved=1" => view! { <ProvedNotice group/> }.into_html(),
        _ => Html::new(""),
    }
}

/// One cooperative's part: how far it is, and what is in it.
#[component]
fn OrderPart(
    /// The part.
    order: OrderView,
    /// Whether it is collected at a station.
    is_station: bool,
    /// What stands below each line.
    reviews: HashMap<OrderLineId, Html>,
) -> Html {
    let cx = Cx::here();
    let name = view! { <ShownName shown=order.cooperative.clone()/> };
    let name = if order.cooperative_slug.is_empty() {
        name.into_html()
    } else {
        view! { <a href=cx.url(&ShopPage::new(&order.cooperative_slug))>{name}</a> }.into_html()
    };
    view! {
        <article class="c-card c-stack" data-testid="order-part">
            <h3 class="c-card__title">{name}</h3>
            <Told order=order.clone()/>
            <Progress order=order.clone() is_station/>
            <OrderLines order=order.clone() below=reviews/>
            <dl class="c-summary">
                <div><dt>{cx.t(t::CHECKOUT_GOODS)}</dt><dd><Amount money=order.goods/></dd></div>
                <div><dt>{cx.t(t::CHECKOUT_FREIGHT)}</dt><dd><Amount money=order.freight/></dd></div>
                <div class="c-summary__total">
                    <dt>{cx.t(t::CHECKOUT_TOTAL)}</dt><dd><Amount money=order.total/></dd>
                </div>
            </dl>
        </article>
    }
    .into_html()
}

/// Why it was called off, and how the parcel can be followed.
#[component]
pub(crate) fn Told(
    /// The part.
    order: OrderView,
) -> Html {
    let cx = Cx::here();
    let line = |name: Text, text: String, id: &'static str| {
        (!text.is_empty()).then(|| {
            view! { <div><dt>{cx.t(name)}</dt><dd dir="auto" data-testid=id>{text}</dd></div> }
        })
    };
    let why = order.canceled.map(|canceled| {
        let reason = cx.t(reason_text(canceled.reason));
        view! {
            <div>
                <dt>{cx.t(t::ORDERS_CANCELED_WHY)}</dt>
                <dd data-testid="cancel-reason">{reason}" "<span dir="auto">{canceled.note}</span></dd>
            </div>
        }
    });
    let less = order
        .reductions
        .into_iter()
        .map(|less| {
            let reason = cx.t(super::reduction_text(less.reason));
            let why = if less.is_replaced { t::REPLACE_WHY } else { t::CHANGES_WHY };
            view! {
                <div>
                    <dt>{cx.t(why)}</dt>
                    <dd data-testid="reduce-reason">
                        <span class="c-small c-muted"><Moment at=less.at/></span>" "{reason}" "<span dir="auto">{less.note}</span>
                    </dd>
                </div>
            }
        })
        .collect_view();
    let carrier = line(t::ORDERS_CARRIER, order.carrier, "carrier");
    let tracking = line(t::ORDERS_TRACKING_NUMBER, order.tracking, "tracking");
    if why.is_none() && less.is_empty() && carrier.is_none() && tracking.is_none() {
        return Html::new("");
    }
    view! { <dl class="c-facts">{why}{less}{carrier}{tracking}</dl> }.into_html()
}

/// What was bought, as it was sold.
#[component]
pub(crate) fn OrderLines(
    /// The order.
    order: OrderView,
    /// What stands below each line.
    #[prop(optional)]
    below: HashMap<OrderLineId, Html>,
) -> Html {
    let cx = Cx::here();
    let mut below = below;
    let replaced = order.lines.clone();
    let lines = order
        .lines
        .into_iter()
        .map(|line| {
            let instead = replaced.iter().find(|old| Some(old.id) == line.replaces).map(|old| {
                view! { <p class="c-small" data-testid="instead">{cx.tv(t::replace_instead(goods_name(&cx, old)))}</p> }
            });
            let url = cx.url(&Product::new(&line.product_slug));
            let picture = (!line.picture.key.is_empty())
                .then(|| view! { <ShopPicture picture=line.picture shape=Shape::Thumb/> });
            let size = (line.unit == Unit::Piece && line.net_grams > 0)
                .then(|| view! { <bdi>{format::weight(cx.locale(), Weight(line.net_grams))}</bdi>" × " });
            let missing = (line.missing.amount() > 0).then(|| {
                let missing = cx.tv(t::changes_short(quantity_text(&cx, line.missing, line.unit)));
                view! { <p class="c-badge c-badge--warn" data-testid="missing">{missing}</p> }
            });
            let below = below.remove(&line.id);
            view! {
                <li class="c-line" data-testid="order-line">
                    <span class="c-line__picture">{picture}</span>
                    <div class="c-line__body">
                        <p><a href=url><ShownName shown=line.name/></a></p>
                        <p class="c-muted c-small">{size}<QuantityText quantity=line.quantity unit=line.unit/></p>
                        {instead}
                        {missing}
                        {below}
                    </div>
                    <span class="c-line__side"><Amount money=line.total/></span>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="c-list">{lines}</ul> }.into_html()
}

/// What is in a line, with the size where that tells two apart. The name is the one it was sold under, whose letters may run
/// against the page's: both stand apart then, in the page's order.
pub(crate) fn goods_name(cx: &Cx, line: &OrderLineView) -> String {
    let name = line.name.text.as_str();
    if line.unit != Unit::Piece || line.net_grams <= 0 {
        return name.to_owned();
    }
    let weight = format::weight(cx.locale(), Weight(line.net_grams));
    let here = cx.locale().dir();
    if line.name.lang.dir() == here {
        return [name, &weight].join(" ");
    }
    let begins = match here {
        Direction::Ltr => '\u{2066}',
        Direction::Rtl => '\u{2067}',
    };
    format!("{begins}\u{2068}{name}\u{2069} \u{2068}{weight}\u{2069}\u{2069}")
}
