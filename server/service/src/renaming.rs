//! What a cooperative is called, in all languages, and its telephone: its owner asks for others, the Centre says yes or no.
//! Until then buyers read what they read before.

use db::entities::{cooperative, cooperative_change, user};
use db::sea_orm::sea_query::{Expr, LockType, OnConflict};
use db::sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use db::{Readable, Tx};
use domain::{
    Action, Actor, AuditAction, CooperativeId, ErrorCode, Locale, MessageText, ProposalState, PublicName, Subject,
    UserId,
};
use serde::{Deserialize, Serialize};

use crate::catalog::rebuild_cards_of;
use crate::error::{Error, FieldErrors, Result, text_code};
use crate::rights::{ask as may, own_cooperative};
use crate::texts::{self, Writing, in_languages};
use crate::{Shop, Shown, audit, shown_phone};

/// Requests on the Centre's page at the most.
const WAITING: u64 = 50;

/// What a cooperative is called, and where it can be called.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Naming {
    /// Its names, in the order of the languages; a language may be missing, but not the one its texts are written in first.
    pub names: Vec<(Locale, String)>,
    /// Its telephone, as it is shown; there may be none.
    pub phone: Option<String>,
}

impl Naming {
    /// The name in exactly this language; empty when there is none.
    pub fn name(&self, lang: Locale) -> &str {
        let mut names = self.names.iter();
        names.find(|(of, _)| *of == lang).map_or("", |(_, name)| name)
    }
}

/// What was asked for.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Whether it waits, or was sent back.
    pub state: ProposalState,
    /// How it is to be.
    pub naming: Naming,
    /// Who asked.
    pub who: String,
    /// Since when it waits, or when it was sent back; milliseconds since 1970 UTC.
    pub since: i64,
    /// Why it was sent back.
    pub reason: String,
    /// What a form about it carries back.
    pub seen: String,
}

/// The page of a cooperative's owner.
#[derive(Clone, Debug)]
pub struct NamingPage {
    /// The language that its texts are written in first.
    pub source: Locale,
    /// What buyers read.
    pub now: Naming,
    /// What was asked for and is not so yet.
    pub asked: Option<Asked>,
}

/// A cooperative whose request waits.
#[derive(Clone, Debug)]
pub struct WaitingNaming {
    /// Its name in the URL.
    pub slug: String,
    /// What it is called.
    pub name: Shown,
    /// Since when, milliseconds since 1970 UTC.
    pub since: i64,
}

/// The form of the owner.
#[derive(Clone, Debug, Default)]
pub struct NamingForm {
    /// `name-<code>`: the names as typed.
    pub names: Vec<(Locale, String)>,
    /// `phone`, as typed.
    pub phone: String,
    /// `seen`: what of an earlier request the form was shown with; empty when there was none.
    pub seen: String,
}

impl NamingForm {
    /// Checks it; fields are named as on the page.
    fn read(&self, source: Locale) -> Result<Naming> {
        let mut errors = FieldErrors::default();
        let mut names = Vec::new();
        for lang in Locale::BUILT_IN {
            let typed = self.names.iter().find(|(of, _)| *of == lang);
            let typed = typed.map_or("", |(_, name)| name.trim());
            if typed.is_empty() && lang != source {
                continue;
            }
            let field = format!("name-{}", lang.code());
            let name = PublicName::parse(typed).map(PublicName::into_string).map_err(text_code);
            if let Some(name) = errors.take(field, name) {
                names.push((lang, name));
            }
        }
        let phone = match self.phone.trim() {
            "" => Ok(None),
            typed => shown_phone::parse(typed).map(Some),
        };
        let phone = errors.take("phone", phone).flatten();
        if errors.is_empty() {
            Ok(Naming { names, phone })
        } else {
            Err(Error::Fields(errors))
        }
    }
}

fn seen_of(row: &cooperative_change::Model) -> String {
    format!("{}-{}", row.since, row.version)
}

/// The cooperative as it is, with the language of its texts.
async fn current(db: &impl ConnectionTrait, id: CooperativeId) -> Result<(Locale, Naming)> {
    let row = cooperative::Entity::find_by_id(id)
        .one(db)
        .await?
        .ok_or(Error::NotFound)?;
    let texts = texts::read(db, &[id]).await?.remove(&id).unwrap_or_default();
    let naming = Naming {
        names: in_languages(&texts, "name"),
        phone: row.phone,
    };
    Ok((row.source_lang, naming))
}

async fn row_of(db: &impl ConnectionTrait, id: CooperativeId) -> Result<Option<cooperative_change::Model>> {
    Ok(cooperative_change::Entity::find_by_id(id).one(db).await?)
}

async fn asked(db: &impl ConnectionTrait, id: CooperativeId) -> Result<Option<Asked>> {
    let Some(row) = row_of(db, id).await? else {
        return Ok(None);
    };
    let who = user::Entity::find_by_id(row.asked_by).one(db).await?;
    Ok(Some(Asked {
        naming: serde_json::from_str(&row.change).map_err(Error::internal)?,
        who: who.map(|who| who.name).unwrap_or_default(),
        seen: seen_of(&row),
        state: row.state,
        since: row.since,
        reason: row.reason,
    }))
}

/// What the cooperative of `actor` is called, and what was asked for.
///
/// # Errors
/// [`Error::NotFound`] for anybody but its owners.
#[crate::boxed]
pub async fn page(shop: &Shop, actor: Actor) -> Result<NamingPage> {
    let own = own_cooperative(actor, Action::EditCooperative)?.id();
    page_of(shop, own).await
}

/// The same of the cooperative of this name in the URL, for the Centre.
///
/// # Errors
/// [`Error::NotFound`] for who may not, and when there is none.
#[crate::boxed]
pub async fn page_for_centre(shop: &Shop, actor: Actor, slug: &str) -> Result<NamingPage> {
    centre(actor)?;
    page_of(shop, id_of(shop, slug)?).await
}

async fn page_of(shop: &Shop, id: CooperativeId) -> Result<NamingPage> {
    let db = shop.db().read();
    let (source, now) = current(db, id).await?;
    Ok(NamingPage {
        source,
        now,
        asked: asked(db, id).await?,
    })
}

/// How far the request of this cooperative is; nothing when there is none.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn state_of(db: &impl ConnectionTrait, own: CooperativeId) -> Result<Option<ProposalState>> {
    Ok(row_of(db, own).await?.map(|row| row.state))
}

fn centre(actor: Actor) -> Result<UserId> {
    may(actor, Action::AdmitCooperatives, Subject::Centre)?;
    actor.user().ok_or(Error::NotFound)
}

fn id_of(shop: &Shop, slug: &str) -> Result<CooperativeId> {
    let directory = shop.directory();
    Ok(directory.cooperative_by_slug(slug).ok_or(Error::NotFound)?.entry.id)
}

/// The cooperative, under its lock.
async fn lock(tx: &Tx, id: CooperativeId) -> Result<()> {
    cooperative::Entity::find_by_id(id)
        .lock(LockType::NoKeyUpdate)
        .one(tx)
        .await?
        .ok_or(Error::NotFound)?;
    Ok(())
}

/// Asks the Centre for another name or telephone. To ask for what is so already takes back what was asked for before.
///
/// # Errors
/// [`Error::Fields`] on `name-<code>` or `phone`; [`ErrorCode::InvalidTransition`] when it was asked for something else, or
/// decided, since the form was opened; [`Error::NotFound`] for anybody but its owners.
#[crate::boxed]
pub async fn ask(shop: &Shop, actor: Actor, form: &NamingForm) -> Result<()> {
    let own = own_cooperative(actor, Action::EditCooperative)?.id();
    let user = actor.user().ok_or(Error::NotFound)?;
    let (source, _) = current(shop.db().read(), own).await?;
    let wanted = form.read(source)?;
    let json = serde_json::to_string(&wanted).map_err(Error::internal)?;
    let (now, seen) = (shop.now(), form.seen.clone());
    shop.db()
        .write(move |tx| {
            let (wanted, json, seen) = (wanted.clone(), json.clone(), seen.clone());
            Box::pin(async move {
                lock(tx, own).await?;
                let before = row_of(tx, own).await?;
                // Sent twice, it is asked for once.
                let is_same = before
                    .as_ref()
                    .is_some_and(|before| before.state == ProposalState::Waiting && before.change == json);
                if is_same {
                    return Ok(());
                }
                if before.as_ref().map(seen_of).unwrap_or_default() != seen {
                    return Err(Error::Refused(ErrorCode::InvalidTransition));
                }
                let (_, is_so) = current(tx, own).await?;
                if is_so == wanted {
                    return forget_request(tx, own, user, now, before.is_some()).await;
                }
                let version = before.map_or(1, |before| before.version + 1);
                write(tx, own, json, user, now, version).await?;
                note(tx, now, user, AuditAction::CooperativeAsk, own).await
            })
        })
        .await
}

async fn write(tx: &Tx, own: CooperativeId, change: String, user: UserId, now: i64, version: i64) -> Result<()> {
    use cooperative_change::Column;
    let row = cooperative_change::ActiveModel {
        cooperative_id: Set(own),
        state: Set(ProposalState::Waiting),
        change: Set(change),
        asked_by: Set(user),
        since: Set(now),
        reason: Set(String::new()),
        version: Set(version),
    };
    let same = OnConflict::column(Column::CooperativeId)
        .update_columns([
            Column::State,
            Column::Change,
            Column::AskedBy,
            Column::Since,
            Column::Reason,
            Column::Version,
        ])
        .to_owned();
    cooperative_change::Entity::insert(row)
        .on_conflict(same)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// Takes back what was asked for, whatever the Centre said.
///
/// # Errors
/// [`Error::NotFound`] for anybody but its owners.
#[crate::boxed]
pub async fn take_back(shop: &Shop, actor: Actor) -> Result<()> {
    let own = own_cooperative(actor, Action::EditCooperative)?.id();
    let user = actor.user().ok_or(Error::NotFound)?;
    let now = shop.now();
    shop.db()
        .write(move |tx| {
            Box::pin(async move {
                lock(tx, own).await?;
                let is_there = row_of(tx, own).await?.is_some();
                forget_request(tx, own, user, now, is_there).await
            })
        })
        .await
}

async fn forget_request(tx: &Tx, own: CooperativeId, user: UserId, now: i64, is_there: bool) -> Result<()> {
    if !is_there {
        return Ok(());
    }
    cooperative_change::Entity::delete_by_id(own).exec(tx).await?;
    note(tx, now, user, AuditAction::CooperativeAskNoMore, own).await
}

/// Those whose requests wait for the Centre, that first which has waited longest.
///
/// # Errors
/// [`Error::NotFound`] for who may not.
#[crate::boxed]
pub async fn waiting(shop: &Shop, actor: Actor, locale: Locale) -> Result<Vec<WaitingNaming>> {
    use cooperative_change::Column;
    centre(actor)?;
    let rows = cooperative_change::Entity::find()
        .filter(Column::State.eq(ProposalState::Waiting))
        .order_by_asc(Column::Since)
        .order_by_asc(Column::CooperativeId)
        .limit(WAITING)
        .readable(shop.db().read())
        .await?;
    let directory = shop.directory();
    let waiting = rows.into_iter().filter_map(|row| {
        let entry = &directory.cooperative(row.cooperative_id)?.entry;
        Some(WaitingNaming {
            slug: entry.slug.clone(),
            name: entry.name(locale),
            since: row.since,
        })
    });
    Ok(waiting.collect())
}

/// The request that waits, which is what was seen.
async fn seen_request(tx: &Tx, id: CooperativeId, seen: &str) -> Result<cooperative_change::Model> {
    let row = row_of(tx, id).await?;
    row.filter(|row| row.state == ProposalState::Waiting && seen_of(row) == seen)
        .ok_or(Error::Refused(ErrorCode::InvalidTransition))
}

/// From now on the cooperative is called as its owner asked, with the telephone they gave.
///
/// # Errors
/// [`ErrorCode::InvalidTransition`] when something else waits by now, or nothing; [`Error::NotFound`] for who may not.
#[crate::boxed]
pub async fn confirm(shop: &Shop, actor: Actor, slug: &str, seen: &str) -> Result<()> {
    let user = centre(actor)?;
    let id = id_of(shop, slug)?;
    let (now, seen) = (shop.now(), seen.to_owned());
    shop.once()
        .write(move |tx| {
            let seen = seen.clone();
            Box::pin(async move {
                lock(tx, id).await?;
                let row = seen_request(tx, id, &seen).await?;
                let wanted: Naming = serde_json::from_str(&row.change).map_err(Error::internal)?;
                let (source, before) = current(tx, id).await?;
                // It is written in another language first since then: its owner is to ask anew.
                if wanted.name(source).is_empty() {
                    return Err(Error::Refused(ErrorCode::InvalidTransition));
                }
                let by = Writing {
                    user: row.asked_by,
                    now,
                };
                if wanted.names != before.names {
                    texts::replace(tx, by, id, source, "name", &wanted.names).await?;
                    // The lists of the shop say whose goods are.
                    rebuild_cards_of(tx, id).await?;
                }
                cooperative::Entity::update_many()
                    .col_expr(cooperative::Column::Phone, Expr::value(wanted.phone))
                    .filter(cooperative::Column::Id.eq(id))
                    .exec(tx)
                    .await?;
                cooperative_change::Entity::delete_by_id(id).exec(tx).await?;
                note(tx, now, user, AuditAction::CooperativeRename, id).await
            })
        })
        .await?;
    shop.catch_up().await
}

/// Sends the request back; `reason` is what the owner reads.
///
/// # Errors
/// [`Error::Fields`] on `refusal`; [`ErrorCode::InvalidTransition`] when something else waits by now, or nothing;
/// [`Error::NotFound`] for who may not.
#[crate::boxed]
pub async fn send_back(shop: &Shop, actor: Actor, slug: &str, seen: &str, reason: &str) -> Result<()> {
    let user = centre(actor)?;
    let id = id_of(shop, slug)?;
    let reason = MessageText::parse(reason).map_err(|error| Error::field("refusal", text_code(error)))?;
    let (now, seen) = (shop.now(), seen.to_owned());
    shop.once()
        .write(move |tx| {
            use cooperative_change::Column;
            let (seen, reason) = (seen.clone(), reason.as_str().to_owned());
            Box::pin(async move {
                lock(tx, id).await?;
                let row = seen_request(tx, id, &seen).await?;
                cooperative_change::Entity::update_many()
                    .col_expr(Column::State, Expr::value(ProposalState::SentBack))
                    .col_expr(Column::Reason, Expr::value(reason))
                    .col_expr(Column::Since, Expr::value(now))
                    .col_expr(Column::Version, Expr::value(row.version + 1))
                    .filter(Column::CooperativeId.eq(id))
                    .exec(tx)
                    .await?;
                note(tx, now, user, AuditAction::CooperativeRenameRefuse, id).await
            })
        })
        .await
}

async fn note(tx: &Tx, now: i64, user: UserId, action: AuditAction, id: CooperativeId) -> Result<()> {
    audit::note(
        tx,
        now,
        &format!("user:{user}"),
        action,
        &format!("cooperative:{id}"),
        "",
    )
    .await
}
