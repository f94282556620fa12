//! How many messages are posted: what is above a budget is kept with the reason, and not sent; a code is not even asked for.
//!
//! Invented numbers and numbers that cost a fortune are the usual ways to turn a shop's messages into somebody's income
//! or a nuisance. An order is never refused for it.

use db::Tx;
use db::entities::message_budget;
use db::sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use db::sea_orm::{ActiveValue::Set, DbErr, EntityTrait};
use domain::{Phone, day_number, day_start};

use super::content::Content;
use super::kind::{Receiver, receiver};
use super::name_of;
use crate::Network;
use crate::error::{Error, Result};
use crate::message_budgets::Budgets;

/// Codes a day to one number, however large its budget is: more that are good at once would be easier to guess.
const MOST_CODES: i64 = 30;

/// Why a message is not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Over {
    Number,
    Receiver,
    Network,
    Country,
    All,
}

impl Over {
    /// The word stored as the reason.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Receiver => "receiver",
            Self::Network => "network",
            Self::Country => "country",
            Self::All => "all",
        }
    }
}

/// What messages are for, as far as their budgets are apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Purse {
    /// What a buyer is told of an order, other than the next two.
    Buyer,
    /// That money of a buyer came in: in as many parts as they like to send.
    Payment,
    /// What changes what a buyer gets, or has to do.
    Change,
    /// What a cooperative is told of its orders: as many as it sells.
    Cooperative,
    /// One-time codes.
    Code,
    /// What else somebody is told of their own account or application.
    Person,
    /// That goods are there again or a question about them is answered, which anybody can have anybody told of; and how what came
    /// was: nobody waits for it.
    Wish,
}

impl Purse {
    fn of(content: &Content) -> Self {
        match content {
            Content::OneTimeCode { .. } => Self::Code,
            Content::BackInStock { .. } | Content::ProductAnswer { .. } | Content::HowWasIt { .. } => Self::Wish,
            Content::Paid { .. } => Self::Payment,
            // Not what anybody brings about by ordering in another one's name: that an order was placed, or ran out.
            Content::Canceled { .. }
            | Content::Reduced { .. }
            | Content::Replaced { .. }
            | Content::ReplaceUndone { .. }
            | Content::Ready { .. }
            | Content::RefundSent { .. }
            | Content::PaidUndone { .. }
            | Content::RefundUndone { .. } => Self::Change,
            other => match other.kind().map(receiver) {
                Some(Receiver::Person) => Self::Person,
                Some(Receiver::Cooperative) => Self::Cooperative,
                Some(Receiver::Buyer) | None => Self::Buyer,
            },
        }
    }

    /// The bucket of what goes to one number, or is caused from one network.
    fn bucket(self, name: String) -> String {
        match self {
            Self::Buyer => name,
            Self::Payment => format!("payment-{name}"),
            Self::Change => format!("change-{name}"),
            Self::Person => format!("person-{name}"),
            Self::Wish => format!("wish-{name}"),
            Self::Cooperative | Self::Code => self.shared_bucket(name),
        }
    }

    /// The bucket of what goes to a country, or to all: these bound what messages cost, so there are as many as before.
    fn shared_bucket(self, name: String) -> String {
        match self {
            Self::Buyer | Self::Payment | Self::Change => name,
            Self::Cooperative => format!("cooperative-{name}"),
            Self::Code | Self::Person => format!("code-{name}"),
            Self::Wish => format!("wish-{name}"),
        }
    }

    /// How many of `size` of a shared bucket it may use up: a quarter is left to what matters most in it.
    const fn share(self, size: i64) -> i64 {
        match self {
            Self::Change | Self::Code | Self::Cooperative => size,
            Self::Buyer | Self::Payment | Self::Person => size - size / 4,
            // Of a bucket of its own: a harvest that many wait for keeps back no order's message.
            Self::Wish => size / 4,
        }
    }

    /// How many times as much one number gets as a buyer's.
    const fn times(self) -> i64 {
        match self {
            Self::Buyer | Self::Payment | Self::Change | Self::Code | Self::Person | Self::Wish => 1,
            Self::Cooperative => 25,
        }
    }
}

impl Budgets {
    /// Takes one message to `phone` from the budgets of the day, or says which one is used up. `who` is what the number is called
    /// where it must not stand ([`name_of_number`](super::name_of_number)). Each [purse](Purse) has its
    /// own for a number: what strangers cause to be written uses up nobody's codes, and many small messages do not keep
    /// back that an order is canceled.
    pub(super) async fn take(
        &self,
        tx: &Tx,
        now: i64,
        content: &Content,
        (phone, who): (&Phone, &str),
        network: Option<&str>,
    ) -> Result<Option<Over>> {
        let purse = Purse::of(content);
        if !self.reach(phone) {
            return Ok(Some(Over::Number));
        }
        let mut buckets = Vec::new();
        // Codes were counted when they were asked for; here only what all of them cost.
        if purse != Purse::Code {
            let size = self.receiver.saturating_mul(purse.times());
            buckets.push((purse.bucket(format!("phone:{who}")), size, Over::Receiver));
            buckets.extend(
                network.map(|network| (purse.bucket(format!("network:{network}")), self.network, Over::Network)),
            );
        }
        buckets.extend(self.shared(purse, phone));
        for (bucket, size, over) in buckets {
            if !take_one(tx, day_number(now), bucket, size).await? {
                return Ok(Some(over));
            }
        }
        Ok(None)
    }

    /// The buckets of what goes to a country, and to all.
    fn shared(&self, purse: Purse, phone: &Phone) -> [(String, i64, Over); 2] {
        let home = self
            .home
            .iter()
            .find(|code| digits_of(phone).starts_with(code.as_str()));
        let (country, size) = match home {
            Some(code) => (code.clone(), self.home_country),
            None => (country_of(phone), self.other_country),
        };
        let country = purse.shared_bucket(format!("country:{country}"));
        let all = purse.shared_bucket("all".to_owned());
        [
            (country, purse.share(size), Over::Country),
            (all, purse.share(self.all), Over::All),
        ]
    }

    /// Takes a code from what one number, and one network, gets in a day, when it is asked for: so whoever asks is told, and the
    /// same for a number that nobody has. Browsers in which its owner signed in before have as many for themselves as all others
    /// together: nobody uses up theirs. Where no code would go out any more, none is asked for.
    ///
    /// # Errors
    /// [`Error::TooMany`], until the day is over.
    pub(crate) async fn take_code(
        &self,
        tx: &Tx,
        now: i64,
        (phone, who): (&Phone, &str),
        network: &Network,
        is_known_device: bool,
    ) -> Result<()> {
        let day = day_number(now);
        let size = Ord::min(self.receiver, MOST_CODES);
        let mut buckets = Vec::new();
        if is_known_device {
            buckets.push((format!("own-code-asked:{who}"), size));
        } else {
            buckets.push((format!("code-asked:{who}"), size));
            buckets.extend(name_of(network).map(|name| (format!("code-asked-network:{name}"), self.network)));
        }
        let tomorrow = || Error::TooMany {
            seconds: u32::try_from((day_start(day + 1) - now) / 1000 + 1).unwrap_or(u32::MAX),
        };
        for (bucket, size, _) in self.shared(Purse::Code, phone) {
            if is_used_up(tx, day, bucket, size).await? {
                return Err(tomorrow());
            }
        }
        for (bucket, size) in buckets {
            if !take_one(tx, day, bucket, size).await? {
                return Err(tomorrow());
            }
        }
        Ok(())
    }
}

fn digits_of(phone: &Phone) -> &str {
    phone.as_e164().trim_start_matches('+')
}

/// The country code: what stands before the first space of the number as its owner writes it.
fn country_of(phone: &Phone) -> String {
    let shown = phone.masked();
    match shown.strip_prefix('+').and_then(|rest| rest.split_once(' ')) {
        Some((code, _)) => code.to_owned(),
        None => "86".to_owned(),
    }
}

/// Whether nothing is left of a bucket.
async fn is_used_up(tx: &Tx, day: i64, bucket: String, size: i64) -> Result<bool> {
    let row = message_budget::Entity::find_by_id((day, bucket)).one(tx).await?;
    Ok(row.map_or(0, |row| row.used) >= size)
}

/// One statement that counts only while there is something left: on PostgreSQL two programs cannot both take the last one.
async fn take_one(tx: &Tx, day: i64, bucket: String, size: i64) -> Result<bool> {
    if size < 1 {
        return Ok(false);
    }
    let row = message_budget::ActiveModel {
        day: Set(day),
        bucket: Set(bucket),
        used: Set(1),
    };
    let used = || Expr::col((message_budget::Entity, message_budget::Column::Used));
    let counted = OnConflict::columns([message_budget::Column::Day, message_budget::Column::Bucket])
        .value(message_budget::Column::Used, used().add(1))
        .action_and_where(used().lt(size))
        .to_owned();
    match message_budget::Entity::insert(row)
        .on_conflict(counted)
        .exec_without_returning(tx)
        .await
    {
        Ok(rows) => Ok(rows > 0),
        Err(DbErr::RecordNotInserted) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use domain::MessageKind;

    use super::*;
    use crate::messages::content::samples;

    #[test]
    fn what_matters_most_has_a_share_of_its_own() {
        let purses = |kind| -> Vec<Purse> {
            let of_kind = samples::all()
                .into_iter()
                .filter(|content| content.kind() == Some(kind));
            of_kind.map(|content| Purse::of(&content)).collect()
        };
        for kind in [
            MessageKind::Canceled,
            MessageKind::Reduced,
            MessageKind::Replaced,
            MessageKind::Ready,
            MessageKind::RefundSent,
        ] {
            let purses = purses(kind);
            assert!(!purses.is_empty(), "{kind:?}");
            assert!(
                purses.iter().all(|purse| *purse == Purse::Change),
                "{kind:?}: {purses:?}"
            );
        }
        // That money came in is a small matter; that it did not after all is none.
        let paid = purses(MessageKind::Paid);
        assert!(
            paid.contains(&Purse::Payment) && paid.contains(&Purse::Change),
            "{paid:?}"
        );
        assert!(purses(MessageKind::PasskeyAdded).contains(&Purse::Person));
        // Of what a stranger can have sent nothing is taken from what somebody is told of their own account.
        for kind in [MessageKind::BackInStock, MessageKind::ProductAnswer] {
            assert_eq!(purses(kind), [Purse::Wish], "{kind:?}");
        }
        assert!(
            purses(MessageKind::OneTimeCode)
                .iter()
                .all(|purse| *purse == Purse::Code)
        );
        // Each has a bucket of its own for a number, and the shared ones keep a part for what matters.
        let number = |purse: Purse| purse.bucket("phone:86".to_owned());
        let all = |purse: Purse| purse.shared_bucket("all".to_owned());
        for (small, important) in [
            (Purse::Buyer, Purse::Change),
            (Purse::Payment, Purse::Change),
            (Purse::Person, Purse::Code),
        ] {
            assert_ne!(number(small), number(important));
            assert_eq!(all(small), all(important));
            assert_eq!((small.share(100), important.share(100)), (75, 100));
        }
        assert_ne!(number(Purse::Payment), number(Purse::Buyer));
    }
}
