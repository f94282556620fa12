//! Writing an application: first the code to the phone, then, with it, the application.

use db::Tx;
use db::entities::application;
use db::sea_orm::sea_query::OnConflict;
use db::sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter};
use domain::{
    Actor, ApplicationId, ApplicationState, AuditAction, FieldCode, GoodsLine, IdempotencyKey, Locale, MessageText,
    PersonName, Phone, PublicName, SignInCode, TownshipId,
};

use super::standing::address_of;
use crate::attempt::Attempt;
use crate::error::{Error, FieldErrors, Result, none, text_code};
use crate::identity::{self, Guesser};
use crate::security::{self, Event};
use crate::{Shop, audit};

/// An application as its form sends it.
#[derive(Clone, Debug, Default)]
pub struct ApplicationForm {
    /// `name`: of the cooperative, in the language of the page.
    pub name: String,
    /// `township`: its name in the URL.
    pub township: String,
    /// `person`: whom to talk to; the owner, once it is admitted.
    pub person: String,
    /// `phone`.
    pub phone: String,
    /// `goods`: what they sell.
    pub goods: String,
    /// `about`: a few sentences; may be empty.
    pub about: String,
}

/// What of it is right.
#[derive(Clone)]
struct New {
    name: String,
    lang: Locale,
    township: TownshipId,
    person: String,
    phone: Phone,
    goods: String,
    about: String,
}

impl New {
    fn read(shop: &Shop, lang: Locale, form: &ApplicationForm, errors: &mut FieldErrors) -> Option<Self> {
        let name = errors.take("name", PublicName::parse(&form.name).map_err(text_code));
        let directory = shop.directory();
        let township = match form.township.trim() {
            "" => Err(FieldCode::Required),
            slug => {
                let found = directory.townships.iter().find(|township| township.slug == slug);
                found.map(|township| township.id).ok_or(FieldCode::InvalidChoice)
            }
        };
        let township = errors.take("township", township);
        let person = errors.take("person", PersonName::parse(&form.person).map_err(FieldCode::from));
        let phone = errors.take("phone", shop.budgets().reached(&form.phone));
        let goods = errors.take("goods", GoodsLine::parse(&form.goods).map_err(text_code));
        let about = MessageText::parse(&form.about).map(MessageText::into_string);
        let about = errors.take("about", about.or_else(none));
        Some(Self {
            name: name?.into_string(),
            lang,
            township: township?,
            person: person?.into_string(),
            phone: phone?,
            goods: goods?.into_string(),
            about: about?,
        })
    }
}

/// Sends a code to the phone of an application that is right but for that; `key` is its form's, so that a tap too many sends
/// no other one.
///
/// # Errors
/// [`Error::Fields`] named as in the form; [`Error::TooMany`].
#[crate::boxed]
pub async fn send_code(
    shop: &Shop,
    locale: Locale,
    form: &ApplicationForm,
    key: Option<IdempotencyKey>,
    guesser: &Guesser<'_>,
) -> Result<()> {
    let mut errors = FieldErrors::default();
    let Some(new) = New::read(shop, locale, form, &mut errors) else {
        return Err(Error::Fields(errors));
    };
    // One request a form and number: whoever goes back and corrects the number sends the same form.
    let once = key.and_then(|key| {
        let parts = ["application code", new.phone.as_e164(), &key.to_string()];
        let key = IdempotencyKey::parse(&identity::keyed(shop, &parts)).ok()?;
        let fields = [("phone", new.phone.as_e164())];
        Some(Attempt::new(shop, key, Actor::Anonymous, "application", fields))
    });
    let sending = once.map(|attempt| shop.attempting(attempt));
    identity::send_application_code(sending.as_ref().unwrap_or(shop), &new.phone, guesser).await
}

/// Takes the application with the code that was sent; answers the last part of its address. Whoever sends the same once more
/// gets the one that waits, and no second.
///
/// # Errors
/// [`Error::Fields`] named as in the form, and on `code`; on `phone` [`FieldCode::TooMuch`] when another one of this number
/// waits; [`Error::TooMany`] after as many wrong codes as when signing in.
#[crate::boxed]
pub async fn send(
    shop: &Shop,
    locale: Locale,
    form: &ApplicationForm,
    code: &str,
    guesser: &Guesser<'_>,
) -> Result<String> {
    let mut errors = FieldErrors::default();
    let code = errors.take("code", SignInCode::parse(code).map_err(FieldCode::from));
    let new = New::read(shop, locale, form, &mut errors);
    let (Some(code), Some(new)) = (code, new) else {
        return Err(Error::Fields(errors));
    };
    if let Some(before) = shop.once().answered::<ApplicationId>().await? {
        return address_of(shop, before).await;
    }
    let number = new.phone.as_e164();
    let account = identity::keyed(shop, &["account", number]);
    let buckets = identity::of_application_proof(&account, guesser);
    if let Err(error) = identity::take(shop, &buckets).await {
        security::note(Event::PhoneNotProved { account: &account });
        return Err(error);
    }
    let (now, handle) = (shop.now(), shop.clone());
    let written = shop
        .once()
        .write(move |tx| {
            let (shop, buckets, new) = (handle.clone(), buckets.clone(), new.clone());
            Box::pin(async move {
                if !identity::use_up_application_code(&shop, tx, new.phone.as_e164(), code, now).await? {
                    return Err(Error::field("code", FieldCode::InvalidCode));
                }
                let id = write(tx, &new, now).await?;
                identity::give_back_in(tx, now, &buckets).await?;
                Ok::<_, Error>(id)
            })
        })
        .await;
    match written {
        Ok(id) => {
            security::note(Event::PhoneProved { account: &account });
            address_of(shop, id).await
        }
        Err(error) => {
            if matches!(error, Error::Fields(_)) {
                security::note(Event::PhoneNotProved { account: &account });
            }
            Err(error)
        }
    }
}

async fn write(tx: &Tx, new: &New, now: i64) -> Result<ApplicationId> {
    let row = application::ActiveModel {
        state: Set(ApplicationState::Waiting),
        name: Set(new.name.clone()),
        lang: Set(new.lang),
        township_id: Set(new.township),
        person: Set(new.person.clone()),
        phone: Set(new.phone.as_e164().to_owned()),
        goods: Set(new.goods.clone()),
        about: Set(new.about.clone()),
        created_at: Set(now),
        reason: Set(String::new()),
        ..Default::default()
    };
    let unless_there = OnConflict::new().do_nothing().to_owned();
    let is_new = match application::Entity::insert(row)
        .on_conflict(unless_there)
        .exec_without_returning(tx)
        .await
    {
        Ok(written) => written > 0,
        Err(DbErr::RecordNotInserted) => false,
        Err(error) => return Err(error.into()),
    };
    let there = application::Entity::find()
        .filter(application::Column::Phone.eq(new.phone.as_e164()))
        .filter(application::Column::State.eq(ApplicationState::Waiting))
        .one(tx)
        .await?;
    let there = there.ok_or(Error::Busy)?;
    let id = there.id;
    let is_same = there.name == new.name
        && there.township_id == new.township
        && there.person == new.person
        && there.goods == new.goods
        && there.about == new.about;
    if !is_same {
        return Err(Error::field("phone", FieldCode::TooMuch));
    }
    if is_new {
        audit::note(
            tx,
            now,
            "applicant",
            AuditAction::ApplicationSend,
            &format!("application:{id}"),
            "",
        )
        .await?;
    }
    Ok(id)
}
