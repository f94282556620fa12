//! How many wrong guesses are borne, and from whom.
//!
//! A browser in which the account's owner signed in before has tries of its own; everybody else is counted by account and
//! network, by account over all networks, and by network over all accounts. So nobody can lock a member out from outside, and
//! nobody can try many passwords, of one account or of many. Of IPv6 a /64 is a network, and its /48, which one customer may
//! have whole, is another one beside it with a few times as many tries.
//!
//! Wrong passwords and wrong codes are counted apart: whoever tries passwords of somebody's account does not keep out who
//! shows by a code that the phone is theirs.

use db::entities::user;
use domain::{ApplicationId, InvitationId, Locale, UserId};

use super::device;
use super::limits::Bucket;
use crate::secret::keyed;
use crate::{Network, Shop};

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// Who guesses, as far as a request tells.
#[derive(Clone, Debug, Default)]
pub struct Guesser<'r> {
    /// Where the request comes from.
    pub network: Network,
    /// The cookie of the browser, see [`DEVICE_COOKIE`](super::DEVICE_COOKIE); empty when it has none.
    pub device: &'r str,
    /// The language of the page, for the code that is sent.
    pub locale: Locale,
}

/// What an account is called where its number must not stand.
pub(super) fn account(shop: &Shop, number: &str) -> String {
    keyed(shop, &["account", number])
}

fn bucket(name: String, size: i64, period_ms: i64) -> Bucket {
    Bucket { name, size, period_ms }
}

/// The buckets of a try to sign in with a password, or to show with it once more who one is.
pub(super) fn of_password(
    shop: &Shop,
    account: &str,
    user: Option<&user::Model>,
    guesser: &Guesser<'_>,
) -> Vec<Bucket> {
    of_tries(
        "sign-in",
        account,
        known_device(shop, user, guesser).as_deref(),
        guesser,
    )
}

/// The same for a one-time code: as many tries, and fewer for one code. None of these is a password's.
pub(super) fn of_code(shop: &Shop, account: &str, user: Option<&user::Model>, guesser: &Guesser<'_>) -> Vec<Bucket> {
    let device = known_device(shop, user, guesser);
    let mut buckets = of_tries("sign-in-code", account, device.as_deref(), guesser);
    let who = device.map_or_else(|| guesser.network.to_string(), |device| format!("device:{device}"));
    buckets.push(bucket(format!("code:{account}:{who}"), 5, 10 * MINUTE));
    buckets
}

fn of_tries(what: &str, account: &str, device: Option<&str>, guesser: &Guesser<'_>) -> Vec<Bucket> {
    if let Some(device) = device {
        return vec![bucket(format!("{what}:{account}:device:{device}"), 20, HOUR)];
    }
    let mut buckets = vec![
        bucket(format!("{what}:{account}:{}", guesser.network), 10, HOUR),
        // Many networks at once: 200 of a million codes, and only browsers that are new here are stopped.
        bucket(format!("{what}:{account}"), 200, HOUR),
    ];
    buckets.extend(of_wider(&guesser.network, &format!("{what}:{account}"), 20, HOUR));
    buckets.extend(of_network(guesser, what, 60, HOUR));
    buckets
}

/// The buckets of a request for a code. Each costs a message, so all of them count. How many codes a number gets in a day,
/// whoever asks, is a budget of messages (`messages::Budgets`).
pub(super) fn of_requests(
    shop: &Shop,
    account: &str,
    user: Option<&user::Model>,
    guesser: &Guesser<'_>,
) -> Vec<Bucket> {
    if let Some(device) = known_device(shop, user, guesser) {
        return vec![bucket(format!("code-sent:{account}:device:{device}"), 10, DAY)];
    }
    let mut buckets = vec![bucket(format!("code-sent:{account}:{}", guesser.network), 5, DAY)];
    buckets.extend(of_wider(&guesser.network, &format!("code-sent:{account}"), 8, DAY));
    buckets.extend(of_network(guesser, "code-sent", 20, HOUR));
    buckets
}

/// The bucket of codes sent for one link, whatever the number: mistyped a few times, it still lets somebody in.
pub(super) fn of_link(link: InvitationId) -> Bucket {
    bucket(format!("code-sent:link:{link}"), 10, DAY)
}

/// The bucket of codes sent for applications, whatever the number: half of the messages that a network's codes get in a day
/// (`messages::Budgets`), since anybody may name any number, and whoever signs in there waits for a code too. For that every
/// message counts, also another one to the same number.
pub(super) fn of_applications(guesser: &Guesser<'_>) -> Vec<Bucket> {
    of_network(guesser, "code-sent:application", 20, DAY)
}

/// The bucket of papers that come to one application: five may stay, and each that came leaves a line in the log.
pub(crate) fn of_documents(application: ApplicationId) -> Bucket {
    bucket(format!("application-document:{application}"), 20, DAY)
}

/// The buckets of a try to write an application with a code.
pub(crate) fn of_application_proof(account: &str, guesser: &Guesser<'_>) -> Vec<Bucket> {
    of_proof("application", account, guesser)
}

/// The buckets of a try to show that an order's phone is one's own: as many as for a code to sign in, and none of those.
pub(crate) fn of_order_proof(shop: &Shop, number: &str, guesser: &Guesser<'_>) -> Vec<Bucket> {
    of_proof("order-proof", &account(shop, number), guesser)
}

/// The same for a code with which one becomes a member.
pub(super) fn of_join(account: &str, guesser: &Guesser<'_>) -> Vec<Bucket> {
    of_proof("join", account, guesser)
}

fn of_proof(what: &str, account: &str, guesser: &Guesser<'_>) -> Vec<Bucket> {
    let network = &guesser.network;
    let mut buckets = vec![
        bucket(format!("{what}:{account}:{network}:code"), 5, 10 * MINUTE),
        bucket(format!("{what}:{account}:{network}"), 10, HOUR),
        bucket(format!("{what}:{account}"), 200, HOUR),
    ];
    buckets.extend(of_wider(network, &format!("{what}:{account}"), 20, HOUR));
    buckets.extend(of_network(guesser, what, 60, HOUR));
    buckets
}

/// The buckets of questions for a device, by network: an answer cannot be guessed, so this only bounds the work.
pub(super) fn of_passkey(guesser: &Guesser<'_>) -> Vec<Bucket> {
    of_network(guesser, "passkey", 120, HOUR)
}

/// The bucket of passkeys that somebody makes: each costs a message.
pub(super) fn of_new_passkeys(user: UserId) -> Bucket {
    bucket(format!("passkey:new:{user}"), 20, DAY)
}

/// The buckets of looking for an order by its code and the phone: what one network may try, of an order and of all.
pub(crate) fn of_order(order: &str, network: &Network) -> Vec<Bucket> {
    let guesser = Guesser {
        network: network.clone(),
        ..Guesser::default()
    };
    // A /48 has no more of one order than a /64: those who look for it are one household.
    let mut buckets = vec![bucket(format!("order:{order}:{}", network.whole()), 6, HOUR)];
    buckets.extend(of_network(&guesser, "order", 30, HOUR));
    buckets
}

/// How the names begin of the buckets of one order over all networks. No network is named in them, so they may stay longer than
/// others, and have to: see [`OVER_ALL_PERIOD`].
pub(crate) const OVER_ALL: &str = "order-over-all:";
/// How long it takes until all guesses at an order's digits are there again, milliseconds. There are ten thousand, and the order
/// knows its buyer for two years: twenty a month leave a patient one with many networks a chance of five in a hundred.
pub(crate) const OVER_ALL_PERIOD: i64 = 30 * DAY;

/// The bucket of wrong last digits of one order, whoever types them. Somebody with many networks can use it up to annoy: then
/// its buyer still has the browser in which it was opened before, and the whole number ([`of_order_number`]).
pub(crate) fn of_order_digits(order: &str) -> Bucket {
    bucket(format!("{OVER_ALL}digits:{order}"), 20, OVER_ALL_PERIOD)
}

/// The bucket of wrong whole numbers for one order, whoever types them: sixty a day of many millions.
pub(crate) fn of_order_number(order: &str) -> Bucket {
    bucket(format!("{OVER_ALL}number:{order}"), 60, DAY)
}

/// The buckets of what one network may begin in a day, whoever in it; none where no budget holds for it.
pub(crate) fn of_network_a_day(network: &Network, what: &str, size: i64) -> Vec<Bucket> {
    if network.is_exempt() {
        return Vec::new();
    }
    let guesser = Guesser {
        network: network.clone(),
        ..Guesser::default()
    };
    of_network(&guesser, what, size, DAY)
}

/// Counted over all accounts; not where nobody knows the network, since that is everybody.
fn of_network(guesser: &Guesser<'_>, what: &str, size: i64, period_ms: i64) -> Vec<Bucket> {
    if guesser.network == Network::unknown() {
        return Vec::new();
    }
    let mut buckets = vec![bucket(format!("{what}:network:{}", guesser.network), size, period_ms)];
    buckets.extend(of_wider(
        &guesser.network,
        &format!("{what}:network"),
        4 * size,
        period_ms,
    ));
    buckets
}

/// The bucket of the wider network around one.
fn of_wider(network: &Network, what: &str, size: i64, period_ms: i64) -> Option<Bucket> {
    let wider = network.wider()?;
    Some(bucket(format!("{what}:{wider}"), size, period_ms))
}

/// Whether the account's owner signed in before in that browser.
pub(super) fn is_known_device(shop: &Shop, user: Option<&user::Model>, guesser: &Guesser<'_>) -> bool {
    known_device(shop, user, guesser).is_some()
}

fn known_device(shop: &Shop, user: Option<&user::Model>, guesser: &Guesser<'_>) -> Option<String> {
    user.and_then(|user| device::known(shop, guesser.device, user.id))
}
