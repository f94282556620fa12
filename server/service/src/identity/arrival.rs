//! Signing in for the first time, by a link that lets somebody in: the session begins in the transaction in which the code is
//! used up and the membership given, so that there is never one without the other.

use db::Tx;
use domain::{IdempotencyKey, InvitationId, MembershipId, Phone, ProvedBy, SignInCode, Token, UserId};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::codes;
use super::device;
use super::guesses;
use super::limits::{self, Bucket};
use super::session::{self, Begin};
use super::sign_in::{SignIn, SignedIn};
use crate::error::{Error, Result};
use crate::security::{self, Event};
use crate::{Shop, random};

/// Somebody who opened a link and types the code that was sent to their number.
#[derive(Clone)]
pub(crate) struct Arrival {
    link: InvitationId,
    number: String,
    /// What the number is called where it must not stand.
    account: String,
    code: SignInCode,
    token: Token,
    buckets: Vec<Bucket>,
    agent: String,
    old: Option<Token>,
    device: String,
}

impl Arrival {
    /// The code of `ask`, already read, for the number `phone`; `form` is the form it comes with, so that one sent twice
    /// leads to the same session.
    pub(crate) fn new(
        shop: &Shop,
        link: InvitationId,
        phone: &Phone,
        code: SignInCode,
        ask: &SignIn<'_>,
        form: Option<IdempotencyKey>,
    ) -> Result<Self> {
        let number = phone.as_e164().to_owned();
        let account = guesses::account(shop, &number);
        Ok(Self {
            token: match form {
                Some(form) => token_of(shop, link, &number, code, form)?,
                None => Token::from_bytes(random::bytes()?),
            },
            buckets: guesses::of_join(&account, &ask.guesser),
            agent: ask.agent_name(),
            old: Token::parse(ask.old_session).ok(),
            device: ask.guesser.device.to_owned(),
            link,
            number,
            account,
            code,
        })
    }

    /// Counts this try, before the code is looked at.
    ///
    /// # Errors
    /// [`Error::TooMany`].
    pub(crate) async fn count(&self, shop: &Shop) -> Result<()> {
        let counted = limits::take(shop, &self.buckets).await;
        if counted.is_err() {
            security::note(Event::SignInRefused { account: &self.account });
        }
        counted
    }

    /// Counts it no more: the link led nowhere, and nothing was said about the code.
    pub(crate) async fn give_back(&self, shop: &Shop) -> Result<()> {
        limits::give_back(shop, &self.buckets).await
    }

    /// Uses up the code.
    ///
    /// # Errors
    /// [`Error::Fields`] on `code` when it does not fit.
    pub(crate) async fn prove(&self, shop: &Shop, tx: &Tx, now: i64) -> Result<()> {
        if codes::use_up_join_code(shop, tx, self.link, &self.number, self.code, now).await? {
            return Ok(());
        }
        Err(Error::field("code", domain::FieldCode::InvalidCode))
    }

    /// Notes that the code did not fit.
    pub(crate) fn note_wrong(&self) {
        security::note(Event::SignInFailed {
            account: &self.account,
            by: ProvedBy::Code.as_str(),
        });
    }

    /// Notes that the session began.
    pub(crate) fn note_signed_in(&self, user: UserId) {
        let by = ProvedBy::Code.as_str();
        security::note(Event::SignedIn { user, by });
    }

    /// Begins the session of whoever proved the number, acting by the membership they came for. Answers whose the session of
    /// this browser was before.
    pub(crate) async fn begin(&self, tx: &Tx, now: i64, user: UserId, acts_by: MembershipId) -> Result<Option<UserId>> {
        let begin = Begin {
            token: self.token.clone(),
            user,
            proved_by: ProvedBy::Code,
            passkey: None,
            agent: self.agent.clone(),
            old: self.old.clone(),
            acts_by: Some(acts_by),
        };
        let before = session::begin_signed_in(tx, &begin, now).await?;
        limits::give_back_in(tx, now, &self.buckets).await?;
        Ok(before)
    }

    /// The session that [`begin`](Self::begin) made, for the browser.
    pub(crate) async fn signed_in(&self, shop: &Shop, user: UserId, before: Option<UserId>) -> Result<SignedIn> {
        Ok(SignedIn {
            actor: session::actor(shop, &self.token.to_hex()).await?,
            token: self.token.clone(),
            is_another: before.is_some_and(|before| before != user),
            device: device::remember(shop, &self.device, user)?,
        })
    }

    /// The session, when this very form began it a moment ago: a tap too many shows the second answer.
    pub(crate) async fn again(&self, shop: &Shop) -> Result<Option<SignedIn>> {
        let row = session::find(shop, &self.token.to_hex()).await?;
        match row.filter(|row| shop.now() - row.created_at < session::TWICE) {
            Some(row) => self.signed_in(shop, row.user_id, None).await.map(Some),
            None => Ok(None),
        }
    }
}

/// The token of the session that this form begins: nobody can tell it without the shop's secret, and it takes the code.
fn token_of(shop: &Shop, link: InvitationId, number: &str, code: SignInCode, form: IdempotencyKey) -> Result<Token> {
    let mut mac = Hmac::<Sha256>::new_from_slice(shop.secret()).map_err(Error::internal)?;
    for part in [
        "session by link",
        &link.to_string(),
        number,
        &code.to_string(),
        &form.to_string(),
    ] {
        mac.update(part.as_bytes());
        mac.update(&[0]);
    }
    Ok(Token::from_bytes(mac.finalize().into_bytes().into()))
}
