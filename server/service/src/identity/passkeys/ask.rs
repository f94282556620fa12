//! Asking a device: a challenge that is answered once, within five minutes, by the browser that asked for it. It stands in the
//! database, so that another program of the same shop knows it too.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use db::Tx;
use db::entities::{passkey, passkey_challenge, user};
use db::sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use domain::{PasskeyPurpose, Phone, Token, UserId};
use l10n::t;
use serde_json::{Value, json};

use super::answer::ALGORITHMS;
use super::{PasskeyPlace, own};
use crate::error::{Error, Result};
use crate::identity::guesses::{self, Guesser};
use crate::identity::limits::{self, Bucket};
use crate::identity::own::{Fresh, get_user};
use crate::identity::session;
use crate::secret::token_hash;
use crate::{Shop, random};

/// How long a challenge is good.
const LIFE_MS: i64 = 5 * 60_000;

/// A question for a device that nobody is signed in at.
#[derive(Clone, Debug)]
pub struct Asked {
    /// What the page hands to the browser: `PublicKeyCredentialRequestOptionsJSON`.
    pub options: String,
    /// Goes into a cookie: only the browser that has it answers.
    pub ticket: Token,
}

/// Asks for any passkey of this shop, to sign in with. What is asked tells nobody who has one.
///
/// # Errors
/// [`Error::TooMany`].
#[crate::boxed]
pub async fn ask_to_sign_in(shop: &Shop, place: &PasskeyPlace, guesser: &Guesser<'_>) -> Result<Asked> {
    let ticket = Token::from_bytes(random::bytes()?);
    let question = Question {
        purpose: PasskeyPurpose::SignIn,
        asker: token_hash(&ticket),
        user: None,
        handle: String::new(),
    };
    let challenge = put(shop, question, &guesses::of_passkey(guesser)).await?;
    Ok(Asked {
        options: options_to_show(place, &challenge, &[]).to_string(),
        ticket,
    })
}

/// Asks for one of one's own passkeys, to show once more who one is.
///
/// # Errors
/// [`Error::NotFound`] when it is nobody's session, or theirs who has none; [`Error::TooMany`].
#[crate::boxed]
pub async fn ask_to_confirm(shop: &Shop, place: &PasskeyPlace, cookie: &str, guesser: &Guesser<'_>) -> Result<String> {
    let row = session::find(shop, cookie).await?.ok_or(Error::NotFound)?;
    let keys = own::of_user(shop, row.user_id).await?;
    if keys.is_empty() {
        return Err(Error::NotFound);
    }
    let question = Question {
        purpose: PasskeyPurpose::Confirm,
        asker: row.token_hash,
        user: Some(row.user_id),
        handle: String::new(),
    };
    let challenge = put(shop, question, &guesses::of_passkey(guesser)).await?;
    Ok(options_to_show(place, &challenge, &keys).to_string())
}

/// Asks the device to make a passkey.
///
/// # Errors
/// [`Error::NotFound`] when it is nobody's session, or theirs who has [as many](own::MOST) as one may: their device makes none in
/// vain; [`Error::TooMany`].
#[crate::boxed]
pub async fn ask_to_add(
    shop: &Shop,
    place: &PasskeyPlace,
    cookie: &str,
    _: Fresh,
    guesser: &Guesser<'_>,
) -> Result<String> {
    let row = session::find(shop, cookie).await?.ok_or(Error::NotFound)?;
    let user = get_user(shop, row.user_id).await?;
    let keys = own::of_user(shop, user.id).await?;
    if keys.len() >= own::MOST {
        return Err(Error::NotFound);
    }
    // One handle a person: a device puts a second passkey in the place of the first.
    let handle = match keys.first() {
        Some(key) => key.user_handle.clone(),
        None => hex::encode(random::bytes::<32>()?),
    };
    let question = Question {
        purpose: PasskeyPurpose::Add,
        asker: row.token_hash,
        user: Some(user.id),
        handle: handle.clone(),
    };
    let mut buckets = guesses::of_passkey(guesser);
    buckets.push(guesses::of_new_passkeys(user.id));
    let challenge = put(shop, question, &buckets).await?;
    let site = shop.texts().get(guesser.locale, t::SITE_NAME);
    Ok(options_to_make(place, &site, &challenge, &user, &handle, &keys).to_string())
}

struct Question {
    purpose: PasskeyPurpose,
    asker: String,
    user: Option<UserId>,
    handle: String,
}

/// Each question costs from the budgets; an answer that is right gives it back.
async fn put(shop: &Shop, question: Question, buckets: &[Bucket]) -> Result<[u8; 32]> {
    limits::take(shop, buckets).await?;
    let challenge = random::bytes::<32>()?;
    let row = passkey_challenge::ActiveModel {
        challenge_hash: Set(token_hash(&Token::from_bytes(challenge))),
        purpose: Set(question.purpose),
        asker: Set(question.asker),
        user_id: Set(question.user),
        user_handle: Set(question.handle),
        expires_at: Set(shop.now() + LIFE_MS),
    };
    shop.db()
        .write(move |tx| {
            let row = row.clone();
            Box::pin(async move {
                passkey_challenge::Entity::insert(row)
                    .exec_without_returning(tx)
                    .await?;
                Ok::<_, Error>(())
            })
        })
        .await?;
    Ok(challenge)
}

/// Takes the question that an answer belongs to, before the answer is looked at: nobody answers twice.
pub(super) async fn take_question(
    shop: &Shop,
    purpose: PasskeyPurpose,
    challenge: [u8; 32],
    asker: String,
) -> Result<Option<passkey_challenge::Model>> {
    let (hash, now) = (token_hash(&Token::from_bytes(challenge)), shop.now());
    shop.db()
        .write(move |tx| {
            let (hash, asker) = (hash.clone(), asker.clone());
            Box::pin(async move { take_question_in(tx, now, purpose, hash, asker).await })
        })
        .await
}

async fn take_question_in(
    tx: &Tx,
    now: i64,
    purpose: PasskeyPurpose,
    hash: String,
    asker: String,
) -> Result<Option<passkey_challenge::Model>> {
    let row = passkey_challenge::Entity::find_by_id(hash.as_str())
        .filter(passkey_challenge::Column::Purpose.eq(purpose))
        .filter(passkey_challenge::Column::Asker.eq(asker))
        .filter(passkey_challenge::Column::ExpiresAt.gt(now))
        .one(tx)
        .await?;
    if row.is_none() {
        return Ok(None);
    }
    let taken = passkey_challenge::Entity::delete_by_id(hash.as_str()).exec(tx).await?;
    Ok(row.filter(|_| taken.rows_affected == 1))
}

/// `PublicKeyCredentialRequestOptionsJSON`.
fn options_to_show(place: &PasskeyPlace, challenge: &[u8], keys: &[passkey::Model]) -> Value {
    json!({
        "challenge": URL_SAFE_NO_PAD.encode(challenge),
        "timeout": LIFE_MS,
        "rpId": place.host,
        "allowCredentials": named(keys),
        "userVerification": "required",
    })
}

/// `PublicKeyCredentialCreationOptionsJSON`. The number is what the device shows to choose by.
fn options_to_make(
    place: &PasskeyPlace,
    site: &str,
    challenge: &[u8],
    user: &user::Model,
    handle: &str,
    keys: &[passkey::Model],
) -> Value {
    let phone = Phone::parse(&user.phone).map_or_else(|_| user.phone.clone(), |phone| phone.display());
    let algorithms: Vec<Value> = ALGORITHMS
        .into_iter()
        .map(|alg| json!({ "type": "public-key", "alg": alg }))
        .collect();
    json!({
        "rp": { "id": place.host, "name": site },
        "user": { "id": encoded(handle), "name": phone, "displayName": user.name },
        "challenge": URL_SAFE_NO_PAD.encode(challenge),
        "pubKeyCredParams": algorithms,
        "timeout": LIFE_MS,
        "excludeCredentials": named(keys),
        "authenticatorSelection": {
            "residentKey": "required",
            "requireResidentKey": true,
            "userVerification": "required",
        },
        "attestation": "none",
    })
}

fn named(keys: &[passkey::Model]) -> Vec<Value> {
    keys.iter()
        .map(|key| json!({ "type": "public-key", "id": encoded(&key.credential) }))
        .collect()
}

/// What is kept in hexadecimal, as browsers write it.
fn encoded(kept: &str) -> String {
    URL_SAFE_NO_PAD.encode(hex::decode(kept).unwrap_or_default())
}
