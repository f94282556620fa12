//! Messages as the Centre sees them: what waits, what failed for good, what was not sent and why.

use db::Readable;
use db::entities::{member_role, message, user};
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use domain::{Action, Actor, AuditAction, Locale, MessageId, MessageKind, MessageState, Phone, Subject, SubjectKind};

use super::content::{Content, GONE};
use crate::error::{Error, Result};
use crate::{Shop, rights};

/// Messages on one page.
pub const PAGE: u64 = 40;

/// A message as the Centre reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its number.
    pub id: MessageId,
    /// What it is about.
    pub kind: MessageKind,
    /// The number it goes to, as its owner writes it; empty once it is removed.
    pub to: String,
    /// What it says; `None` for a code, and when it was removed.
    pub text: Option<String>,
    /// The language of the text.
    pub lang: Locale,
    /// How far it is.
    pub state: MessageState,
    /// Why it was not sent: a budget's word, or what the channel answered last.
    pub reason: String,
    /// How often it was tried.
    pub attempts: i64,
    /// When it is tried next, milliseconds since 1970 UTC; only while it waits.
    pub next_at: Option<i64>,
    /// When it was posted, milliseconds since 1970 UTC.
    pub at: i64,
    /// It is not sent by a provider: somebody of the Centre passes it on.
    pub by_hand: bool,
    /// A code that the Centre may be shown: no provider is connected, and it is still good.
    pub can_reveal: bool,
    /// Whether it can be tried again.
    pub can_try_again: bool,
    /// Whether it can be given up.
    pub can_give_up: bool,
}

/// A page of messages in one state.
#[derive(Clone, Debug)]
pub struct MessagePage {
    /// Newest first.
    pub messages: Vec<Listed>,
    /// The state shown.
    pub state: MessageState,
    /// How many there are in each state.
    pub counts: Vec<(MessageState, u64)>,
    /// This page, from 1.
    pub page: u32,
    /// How many pages there are.
    pub pages: u32,
}

const CAN_TRY_AGAIN: [MessageState; 3] = [MessageState::Dead, MessageState::Suppressed, MessageState::GivenUp];
const CAN_GIVE_UP: [MessageState; 2] = [MessageState::Waiting, MessageState::Dead];

fn of_centre(actor: Actor) -> Result<String> {
    rights::ask(actor, Action::SeeOutbox, Subject::Centre)?;
    let user = actor.user().ok_or(Error::NotFound)?;
    Ok(format!("user:{user}"))
}

/// Messages in `state`, newest first.
///
/// # Errors
/// [`Error::NotFound`] for anybody but the Centre.
#[crate::boxed]
pub async fn list(shop: &Shop, actor: Actor, state: MessageState, page: u32) -> Result<MessagePage> {
    of_centre(actor)?;
    let db = shop.db().read();
    let mut counts = Vec::new();
    for state in MessageState::ALL {
        let count = message::Entity::find()
            .filter(message::Column::State.eq(state))
            .count(db)
            .await?;
        counts.push((state, count));
    }
    let all = counts.iter().find(|(s, _)| *s == state).map_or(0, |(_, count)| *count);
    let pages = u32::try_from(all.div_ceil(PAGE)).unwrap_or(u32::MAX).max(1);
    let page = page.clamp(1, pages);
    let rows = message::Entity::find()
        .filter(message::Column::State.eq(state))
        .order_by_desc(message::Column::Id)
        .offset(u64::from(page - 1) * PAGE)
        .limit(PAGE)
        .readable(db)
        .await?;
    Ok(MessagePage {
        messages: rows.into_iter().map(|row| listed(shop, row)).collect(),
        state,
        counts,
        page,
        pages,
    })
}

fn listed(shop: &Shop, row: message::Model) -> Listed {
    let (kind, state, lang) = (row.kind, row.state, row.lang);
    let content: Content = serde_json::from_str(&row.content).unwrap_or(Content::Gone);
    let is_code = kind == MessageKind::OneTimeCode;
    let text = if is_code {
        None
    } else {
        content.text(shop.texts(), &shop.directory(), lang)
    };
    Listed {
        id: row.id,
        kind,
        to: row
            .phone
            .and_then(|number| Phone::parse(&number).ok())
            .map(|phone| phone.display())
            .unwrap_or_default(),
        text,
        lang,
        state,
        reason: row.reason,
        attempts: row.attempts,
        next_at: (state == MessageState::Waiting).then_some(row.next_at),
        at: row.created_at,
        by_hand: row.channel.as_deref() == Some(super::channel::PAGE),
        can_try_again: CAN_TRY_AGAIN.contains(&state) && content != Content::Gone,
        can_give_up: CAN_GIVE_UP.contains(&state) && content != Content::Gone,
        can_reveal: is_code
            && content != Content::Gone
            && row.channel.as_deref() == Some(super::channel::PAGE)
            && row.expires_at.is_some_and(|until| until > shop.now()),
    }
}

/// Tries a message again that is given up or was not sent for its budget: at once, from the first attempt.
///
/// # Errors
/// [`Error::NotFound`] for anybody but the Centre, and when it is not one of those or its text is gone.
#[crate::boxed]
pub async fn try_again(shop: &Shop, actor: Actor, id: MessageId) -> Result<()> {
    change(
        shop,
        actor,
        id,
        &CAN_TRY_AGAIN,
        MessageState::Waiting,
        AuditAction::MessageTryAgain,
    )
    .await
}

/// Gives a message up that waits or failed.
///
/// # Errors
/// [`Error::NotFound`] for anybody but the Centre, and when it is neither.
#[crate::boxed]
pub async fn give_up(shop: &Shop, actor: Actor, id: MessageId) -> Result<()> {
    change(
        shop,
        actor,
        id,
        &CAN_GIVE_UP,
        MessageState::GivenUp,
        AuditAction::MessageGiveUp,
    )
    .await
}

async fn change(
    shop: &Shop,
    actor: Actor,
    id: MessageId,
    from: &[MessageState],
    to: MessageState,
    action: AuditAction,
) -> Result<()> {
    let by = of_centre(actor)?;
    let now = shop.now();
    let from = from.to_vec();
    shop.once()
        .write(move |tx| {
            let (by, from) = (by.clone(), from.clone());
            Box::pin(async move {
                let done = (to != MessageState::Waiting).then_some(now);
                // A row that is being sent at this moment keeps its lease: who sends it finds it changed and leaves it.
                let changed = message::Entity::update_many()
                    .col_expr(message::Column::State, Expr::value(to))
                    .col_expr(message::Column::Attempts, Expr::value(0_i64))
                    .col_expr(message::Column::NextAt, Expr::value(now))
                    .col_expr(message::Column::LockedUntil, Expr::value(None::<i64>))
                    .col_expr(message::Column::LockedBy, Expr::value(None::<String>))
                    .col_expr(message::Column::DoneAt, Expr::value(done))
                    .filter(message::Column::Id.eq(id))
                    .filter(message::Column::State.is_in(from))
                    .filter(message::Column::Content.ne(GONE))
                    .exec(tx)
                    .await?;
                if changed.rows_affected != 1 {
                    return Err(Error::NotFound);
                }
                audit(tx, now, &by, action, id).await
            })
        })
        .await
}

/// Shows a code that waits on the page, for whoever has no other way to get it: only while no provider is connected and
/// the code is good, and each time with a line in the audit.
///
/// # Errors
/// [`Error::NotFound`] for anybody but the Centre, and for what is not such a code.
#[crate::boxed]
pub async fn reveal_code(shop: &Shop, actor: Actor, id: MessageId) -> Result<String> {
    let by = of_centre(actor)?;
    let now = shop.now();
    shop.db()
        .write(move |tx| {
            let by = by.clone();
            Box::pin(async move {
                let row = message::Entity::find_by_id(id)
                    .filter(message::Column::Kind.eq(MessageKind::OneTimeCode))
                    .filter(message::Column::Channel.eq(super::channel::PAGE))
                    .filter(message::Column::ExpiresAt.gt(now))
                    .one(tx)
                    .await?
                    .ok_or(Error::NotFound)?;
                // With the code one signs in as its receiver: who may not do what they may does not read it.
                if is_of_centre(tx, row.phone.as_deref()).await? {
                    rights::ask(actor, Action::EditMembers, Subject::Centre)?;
                }
                let Ok(Content::OneTimeCode { code, .. }) = serde_json::from_str(&row.content) else {
                    return Err(Error::NotFound);
                };
                audit(tx, now, &by, AuditAction::CodeShow, id).await?;
                tracing::warn!(message.id = id.get(), "messages.code_shown");
                Ok(code)
            })
        })
        .await
}

/// Whether this is the number of somebody who works at the Centre.
async fn is_of_centre(tx: &db::Tx, phone: Option<&str>) -> Result<bool> {
    let of_centre = member_role::Entity::find()
        .select_only()
        .column(member_role::Column::UserId)
        .filter(member_role::Column::Subject.eq(SubjectKind::Centre))
        .into_query();
    Ok(user::Entity::find()
        .filter(user::Column::Phone.eq(phone.unwrap_or_default()))
        .filter(user::Column::Id.in_subquery(of_centre))
        .has_rows(tx)
        .await?)
}

async fn audit(tx: &db::Tx, at: i64, actor: &str, action: AuditAction, id: MessageId) -> Result<()> {
    crate::audit::note(tx, at, actor, action, &format!("message:{id}"), "").await
}
