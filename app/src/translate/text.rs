//! `/translate/text/{unit}`: one text, suggesting what it is to say, deciding on it, and saying something about it.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{ErrorCode, TextVersionId, VersionCommand};
use l10n::unit::{SourceHash, UnitId};
use leptos::prelude::*;
use service::Shop;
use service::wording::{self, NewAnswer, NewVersion, Suggested};

use super::among::Among;
use super::beside;
use super::frame::translate_meta;
use super::text_page::{REJECTED, TextPage};
use super::typed::{Typed, source_of};
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::shop_for;
use crate::not_saved::NotSaved;
use crate::own_path::OwnPath;
use crate::query::{value_of, with_query};
use crate::routes::{Named, Segment, TranslateText};

/// The text.
pub(super) async fn show(cx: Cx, Named(unit): Named<UnitId>) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let typed = Typed {
        back: back_of(&cx),
        among: Among::of(cx.query()),
        ..Typed::default()
    };
    let response = render(&cx, StatusCode::OK, &unit, typed).await?;
    Ok(beside::remember(&cx, response))
}

/// The page of the shop from which somebody came to this text, as the address says; every form of the page goes to such an address.
fn back_of(cx: &Cx) -> String {
    let back = OwnPath::parse(&value_of(cx.query(), "back"));
    back.map(|back| back.as_str().to_owned()).unwrap_or_default()
}

/// Does what the pressed button says.
pub(super) async fn send(cx: Cx, Named(unit): Named<UnitId>, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let shop = shop_for(&cx, &form)?;
    let place = TranslateText::new(unit.as_str());
    let (back, among) = (back_of(&cx), Among::of(cx.query()));
    match carry_out(&cx, &shop, &unit, &form).await {
        Ok(Done::Yes(word)) => {
            let rejected = if word == VersionCommand::Reject.as_str() {
                form.get("version")
            } else {
                ""
            };
            let values = [("done", word), ("back", back.as_str()), (REJECTED, rejected)];
            let url = with_query(cx.url(&place), &among.values());
            Ok(cx.see(&with_query(url, &values)))
        }
        Ok(Done::No(status, typed)) => {
            let cx = cx.standing_at(&place);
            let typed = *typed;
            render(&cx, status, &unit, Typed { back, among, ..typed }).await
        }
        Err(error) => {
            let why = NotSaved::of(error)?;
            let status = why.status();
            let cx = cx.standing_at(&place);
            let typed = Typed::of(&form, why);
            render(&cx, status, &unit, Typed { back, among, ..typed }).await
        }
    }
}

/// What became of a form.
enum Done {
    /// The page says so by this word.
    Yes(&'static str),
    /// The page is shown once more, with what was typed.
    No(StatusCode, Box<Typed>),
}

async fn carry_out(cx: &Cx, shop: &Shop, unit: &UnitId, form: &Form) -> Result<Done, service::Error> {
    let actor = cx.actor();
    match form.get("do") {
        "suggest" => suggest(cx, shop, unit, form).await,
        "seen" => {
            wording::seen(shop, actor, unit, form.get("other"), hash(form, "hash")?).await?;
            Ok(Done::Yes("seen"))
        }
        "answer" => {
            let new = NewAnswer {
                question: hash(form, "question")?,
                before: hash(form, "before")?,
                text: form.get("answer"),
            };
            wording::answer(shop, actor, unit, new).await?;
            Ok(Done::Yes("answered"))
        }
        "comment" => {
            wording::comment(shop, actor, unit, form.get("comment")).await?;
            Ok(Done::Yes("commented"))
        }
        word => {
            let command = VersionCommand::parse(word).ok_or(service::Error::Refused(ErrorCode::Invalid))?;
            let version: TextVersionId = Segment::parse(form.get("version")).ok_or(service::Error::NotFound)?;
            wording::decide(shop, actor, unit, version, command, form.get("reason")).await?;
            Ok(Done::Yes(command.as_str()))
        }
    }
}

async fn suggest(cx: &Cx, shop: &Shop, unit: &UnitId, form: &Form) -> Result<Done, service::Error> {
    let source = source_of(form);
    let new = NewVersion {
        unit,
        source: &source,
        base: hash(form, "base")?,
        english: hash(form, "english")?,
        is_small: !form.get("small").is_empty(),
        note: form.get("note"),
    };
    let typed = || Typed::of(form, NotSaved::default());
    Ok(match wording::suggest(shop, cx.actor(), new).await? {
        Suggested::Written(_) => Done::Yes("suggested"),
        Suggested::Same => Done::Yes("same"),
        Suggested::Faulty(findings) => {
            let typed = Typed { findings, ..typed() };
            Done::No(StatusCode::UNPROCESSABLE_ENTITY, Box::new(typed))
        }
        Suggested::Changed => {
            let typed = Typed {
                is_changed: true,
                ..typed()
            };
            Done::No(StatusCode::CONFLICT, Box::new(typed))
        }
    })
}

/// A number that the page wrote into the form.
fn hash(form: &Form, name: &str) -> Result<SourceHash, service::Error> {
    let number = form.get(name).parse().map(SourceHash);
    number.map_err(|_| service::Error::Refused(ErrorCode::Invalid))
}

async fn render(cx: &Cx, status: StatusCode, unit: &UnitId, typed: Typed) -> PageResult<Response> {
    let view = wording::get(cx.shop(), cx.actor(), unit).await?;
    let next = wording::next(cx.shop(), cx.actor(), unit, &typed.among.filter()).await?;
    Ok(cx.page_with(status, translate_meta(unit.as_str()), || {
        view! { <TextPage view next typed/> }
    }))
}
