//! Showing who one is with a passkey: signing in, and once more before money and roles.

use db::Tx;
use db::entities::{passkey, session as sessions};
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};
use domain::{PasskeyId, PasskeyPurpose, ProvedBy, Token, UserId};

use super::answer::Answer;
use super::ask::take_question;
use super::{PasskeyPlace, wrong};
use crate::error::{Error, Result};
use crate::identity::guesses::{self, Guesser};
use crate::identity::sign_in::SignedIn;
use crate::identity::{device, limits, session};
use crate::secret::{keyed, token_hash};
use crate::security::{self, Event};
use crate::{Shop, random};

/// How the log names this way.
const BY: &str = "passkey";

/// Somebody who wants to sign in with a passkey. Not shown by `Debug`, and so in no log.
#[derive(Clone, Default)]
pub struct PasskeySignIn<'r> {
    /// What the device answered.
    pub answer: &'r str,
    /// The cookie that came with [the question](super::Asked::ticket).
    pub ticket: &'r str,
    /// Who it is, as far as the request tells.
    pub guesser: Guesser<'r>,
    /// The session cookie this browser comes with: that session ends.
    pub old_session: &'r str,
    /// What the browser calls itself.
    pub agent: &'r str,
}

/// Signs in with a passkey. The session is one like after a password.
///
/// # Errors
/// [`SignInFailed`](domain::ErrorCode) for everything that does not fit: an answer that is wrong, late, not the first one or
/// for another browser, and a passkey that is not known.
#[crate::boxed]
pub async fn sign_in(shop: &Shop, place: &PasskeyPlace, ask: &PasskeySignIn<'_>) -> Result<SignedIn> {
    let ticket = Token::parse(ask.ticket).map_err(|_| refused(shop, "", "ticket"))?;
    let shown = show(
        shop,
        place,
        PasskeyPurpose::SignIn,
        ask.answer,
        token_hash(&ticket),
        None,
    )
    .await?;
    let (user, token) = (shown.user, Token::from_bytes(random::bytes()?));
    let begin = session::Begin {
        token: token.clone(),
        user,
        // The program of the release before knows no third word; which passkey it was stands beside it.
        proved_by: ProvedBy::Password,
        passkey: Some(shown.id),
        agent: ask.agent.chars().take(400).collect(),
        old: Token::parse(ask.old_session).ok(),
        acts_by: None,
    };
    let (now, buckets) = (shop.now(), guesses::of_passkey(&ask.guesser));
    let before = shop
        .db()
        .write(move |tx| {
            let (begin, buckets, shown) = (begin.clone(), buckets.clone(), shown.clone());
            Box::pin(async move {
                used(tx, now, &shown).await?;
                let before = session::begin_signed_in(tx, &begin, now).await?;
                limits::give_back_in(tx, now, &buckets).await?;
                Ok::<_, Error>(before)
            })
        })
        .await?;
    security::note(Event::SignedIn { user, by: BY });
    Ok(SignedIn {
        actor: session::actor(shop, &token.to_hex()).await?,
        token,
        is_another: before.is_some_and(|before| before != user),
        device: device::remember(shop, ask.guesser.device, user)?,
    })
}

/// Whether the holder of a session answered with a passkey of theirs.
///
/// # Errors
/// [`SignInFailed`](domain::ErrorCode).
pub(in crate::identity) async fn prove_again(
    shop: &Shop,
    row: &sessions::Model,
    place: &PasskeyPlace,
    answer: &str,
    guesser: &Guesser<'_>,
) -> Result<()> {
    let asker = row.token_hash.clone();
    let shown = show(shop, place, PasskeyPurpose::Confirm, answer, asker, Some(row.user_id)).await?;
    let (now, buckets) = (shop.now(), guesses::of_passkey(guesser));
    shop.db()
        .write(move |tx| {
            let (shown, buckets) = (shown.clone(), buckets.clone());
            Box::pin(async move {
                used(tx, now, &shown).await?;
                limits::give_back_in(tx, now, &buckets).await
            })
        })
        .await
}

/// A passkey that answered rightly.
#[derive(Clone, Debug)]
struct Shown {
    id: PasskeyId,
    user: UserId,
    sign_count: i64,
}

/// Looks at an answer. `user` is whose passkey it must be, where that is known.
async fn show(
    shop: &Shop,
    place: &PasskeyPlace,
    purpose: PasskeyPurpose,
    answer: &str,
    asker: String,
    user: Option<UserId>,
) -> Result<Shown> {
    let answer = Answer::read(answer).map_err(|error| refused(shop, "", &error.to_string()))?;
    let not_right = |why: &str| refused(shop, &answer.credential, why);
    if take_question(shop, purpose, answer.challenge, asker).await?.is_none() {
        return Err(not_right("challenge"));
    }
    let key = passkey::Entity::find()
        .filter(passkey::Column::Credential.eq(answer.credential.as_str()))
        .one(shop.db().read())
        .await?
        .filter(|key| user.is_none_or(|user| user == key.user_id))
        .ok_or_else(|| not_right("unknown"))?;
    // Who is not named beforehand is named by the device.
    let is_theirs = match &answer.user_handle {
        Some(handle) => *handle == key.user_handle,
        None => user.is_some(),
    };
    if !is_theirs {
        return Err(not_right("handle"));
    }
    let count = answer
        .is_signed_by(&key.public_key, place)
        .map_err(|error| not_right(&error.to_string()))?;
    if is_copied(key.sign_count, i64::from(count)) {
        security::note(Event::PasskeyCopied { user: key.user_id });
        return Err(wrong());
    }
    Ok(Shown {
        id: key.id,
        user: key.user_id,
        sign_count: i64::from(count),
    })
}

/// A device that counts has signed before what it counts now: there are two of it. Most count nothing, and say 0.
const fn is_copied(before: i64, now: i64) -> bool {
    (before != 0 || now != 0) && now <= before
}

/// Notes that it was used. Of two answers with one number, or of one that came while its passkey was taken away, none counts.
async fn used(tx: &Tx, now: i64, shown: &Shown) -> Result<()> {
    let mut is_next = Condition::any().add(passkey::Column::SignCount.lt(shown.sign_count));
    if shown.sign_count == 0 {
        is_next = is_next.add(passkey::Column::SignCount.eq(0));
    }
    let done = passkey::Entity::update_many()
        .col_expr(passkey::Column::SignCount, Expr::value(shown.sign_count))
        .col_expr(passkey::Column::UsedAt, Expr::value(now))
        .filter(passkey::Column::Id.eq(shown.id))
        .filter(is_next)
        .exec(tx)
        .await?;
    if done.rows_affected == 1 { Ok(()) } else { Err(wrong()) }
}

/// Notes why, for the log alone; the credential stands there as a keyed hash.
fn refused(shop: &Shop, credential: &str, why: &str) -> Error {
    let account = keyed(shop, &["passkey", credential]);
    security::note(Event::SignInFailed {
        account: &account,
        by: BY,
    });
    security::note(Event::PasskeyRefused { why });
    wrong()
}

#[cfg(test)]
mod tests {
    use super::is_copied;

    #[test]
    fn a_count_goes_up_or_stays_at_nothing() {
        for (before, now, expected) in [
            (0, 0, false),
            (0, 1, false),
            (1, 2, false),
            (4_294_967_294, 4_294_967_295, false),
            (1, 1, true),
            (2, 1, true),
            (1, 0, true),
        ] {
            assert_eq!(is_copied(before, now), expected, "{before} {now}");
        }
    }
}
