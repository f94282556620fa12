//! A machine fills what is missing, says that it was the machine, and takes nobody's words away.

use domain::{Actor, CooperativeRole, Locale, ProductId, SuggestionProblem, TranslationState};
use l10n::glossary::Glossary;
use service::studio::{self, EditText, ProductForm, Suggestions};
use service::translator::{Translator, TranslatorOptions};
use service::{Error, admission, catalog, confirmation};
use testing::{TestShop, both};

use super::channels::{Got, web_server};
use super::tables::words;

const SLUG: &str = "thin-shell-badam";

/// A translator that answers everything with this.
pub(crate) async fn connect(shop: &TestShop, status: &str, body: &str) -> Got {
    let answer = format!(
        "HTTP/1.1 {status}\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    let (port, got) = web_server(answer.leak()).await;
    let options = TranslatorOptions {
        url: format!("http://127.0.0.1:{port}/translate"),
        key: "secret".to_owned(),
    };
    shop.translate_with(Translator::new(&options).unwrap());
    got
}

/// The product of these tests lacks both texts in Spanish.
async fn without_spanish(shop: &TestShop) -> (Actor, ProductId) {
    shop.execute(
        "DELETE FROM translations WHERE entity = 'product' AND lang = 'es' AND field IN ('name', 'description')",
    )
    .await;
    (shop.member_of("almonds").await, shop.product(SLUG).await)
}

async fn editor(shop: &TestShop, owner: Actor, id: ProductId) -> studio::ProductEditor {
    studio::product_editor(shop, owner, Locale::Zh, id).await.unwrap()
}

fn text_in(texts: &[EditText], lang: Locale) -> (String, Option<TranslationState>) {
    let text = texts.iter().find(|text| text.lang == lang).unwrap();
    (text.text.clone(), text.state)
}

async fn save(shop: &TestShop, owner: Actor, id: ProductId, names: &[(Locale, &str)], right: &[&str]) {
    let form = ProductForm {
        version: editor(shop, owner, id).await.version.to_string(),
        names: names.iter().map(|(lang, text)| (*lang, (*text).to_owned())).collect(),
        right: right.iter().map(|field| (*field).to_owned()).collect(),
        ..ProductForm::default()
    };
    studio::save_product(shop, owner, id, &form).await.unwrap();
}

both!(only_what_is_missing_is_written_and_it_says_by_whom, async |shop| {
    let (owner, id) = without_spanish(shop).await;
    let before = editor(shop, owner, id).await;
    assert_eq!(before.suggestions, Suggestions::Off, "nothing is connected");
    assert!(matches!(
        studio::ask_suggestions(shop, owner, id).await,
        Err(Error::NotFound)
    ));
    let got = connect(
        shop,
        "200 OK",
        r#"{"texts":["Almendra pelada","Muy rica.\nY fresca."]}"#,
    )
    .await;
    for role in [CooperativeRole::Packer, CooperativeRole::Finance] {
        let other = shop.cooperative_member("almonds", role).await;
        let asked = studio::ask_suggestions(shop, other, id).await;
        assert!(matches!(asked, Err(Error::NotFound)), "{role}");
    }
    let bees = shop.member_of("bees").await;
    assert!(matches!(
        studio::ask_suggestions(shop, bees, id).await,
        Err(Error::NotFound)
    ));

    assert_eq!(editor(shop, owner, id).await.suggestions, Suggestions::Possible);
    studio::ask_suggestions(shop, owner, id).await.unwrap();
    studio::ask_suggestions(shop, owner, id).await.unwrap();
    assert_eq!(editor(shop, owner, id).await.suggestions, Suggestions::Waiting);
    let noted = "SELECT COUNT(*) FROM audit_events WHERE action = 'product.suggest'";
    assert_eq!(shop.number(noted).await, 1, "twice is once");
    assert!(studio::suggest_next(shop).await.unwrap());
    assert!(!studio::suggest_next(shop).await.unwrap());

    let got = got.lock().await;
    assert_eq!(got.len(), 1, "other languages are there");
    let (head, body) = got[0].split_once("\r\n\r\n").unwrap();
    assert!(
        head.starts_with("POST /translate ") && head.contains("authorization: Bearer secret"),
        "{head}"
    );
    let body: serde_json::Value = serde_json::from_str(body).unwrap();
    assert_eq!(
        (&body["source"], &body["target"]),
        (&before.source.bcp47().into(), &"es".into())
    );
    assert_eq!(body["texts"][0], text_in(&before.names, before.source).0);

    let after = editor(shop, owner, id).await;
    assert_eq!(after.suggestions, Suggestions::Off, "nothing is missing any more");
    let machine = Some(TranslationState::Machine);
    assert_eq!(
        text_in(&after.names, Locale::Es),
        ("Almendra pelada".to_owned(), machine)
    );
    assert_eq!(
        text_in(&after.descriptions, Locale::Es),
        ("Muy rica.\nY fresca.".to_owned(), machine)
    );
    assert_eq!(text_in(&after.names, Locale::Ug), text_in(&before.names, Locale::Ug));
    assert_ne!(after.version, before.version, "an open editor would take them away");
    let page = async |locale| catalog::find_product(shop, locale, SLUG).await.unwrap().unwrap();
    assert!(page(Locale::Es).await.by_machine && !page(Locale::Ug).await.by_machine);

    // Saved as it is, it is still the machine's; confirmed or written anew, it is a person's.
    save(shop, owner, id, &[(Locale::Es, "Almendra pelada")], &[]).await;
    assert_eq!(text_in(&editor(shop, owner, id).await.names, Locale::Es).1, machine);
    save(shop, owner, id, &[(Locale::Es, "Almendra pelada")], &["name-es"]).await;
    let human = Some(TranslationState::Human);
    assert_eq!(text_in(&editor(shop, owner, id).await.names, Locale::Es).1, human);
    assert!(
        page(Locale::Es).await.by_machine,
        "the description is the machine's still"
    );
    let (source, old) = (before.source, text_in(&before.descriptions, before.source).0);
    let form = ProductForm {
        version: editor(shop, owner, id).await.version.to_string(),
        descriptions: vec![(source, format!("{old} ."))],
        ..ProductForm::default()
    };
    studio::save_product(shop, owner, id, &form).await.unwrap();
    let outdated = Some(TranslationState::Outdated);
    assert_eq!(
        text_in(&editor(shop, owner, id).await.descriptions, Locale::Es).1,
        outdated
    );
});

both!(a_machine_that_fails_changes_nothing_and_is_told, async |shop| {
    let (owner, id) = without_spanish(shop).await;
    connect(shop, "200 OK", r#"{"texts":["only one"]}"#).await;
    let before = editor(shop, owner, id).await;
    studio::ask_suggestions(shop, owner, id).await.unwrap();
    assert!(studio::suggest_next(shop).await.unwrap());
    let after = editor(shop, owner, id).await;
    assert_eq!(after.suggestions, Suggestions::Failed(SuggestionProblem::Unusable));
    assert_eq!(text_in(&after.names, Locale::Es), (String::new(), None));
    assert_eq!(after.version, before.version);
    assert!(!studio::suggest_next(shop).await.unwrap(), "not again by itself");
    studio::ask_suggestions(shop, owner, id).await.unwrap();
    assert_eq!(editor(shop, owner, id).await.suggestions, Suggestions::Waiting);
    // What a person writes meanwhile stays.
    save(shop, owner, id, &[(Locale::Es, "De la cooperativa")], &[]).await;
    assert!(studio::suggest_next(shop).await.unwrap());
    let written = text_in(&editor(shop, owner, id).await.names, Locale::Es);
    assert_eq!(written, ("De la cooperativa".to_owned(), Some(TranslationState::Human)));
});

#[tokio::test]
async fn every_answer_that_is_none_has_its_word() {
    let said = async |status: &str, body: &str| {
        let answer = format!(
            "HTTP/1.1 {status}\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        );
        let (port, got) = web_server(answer.leak()).await;
        let options = TranslatorOptions {
            url: format!("http://localhost:{port}/"),
            ..TranslatorOptions::default()
        };
        let translator = Translator::new(&options).unwrap();
        let answer = translator
            .translate(Locale::Ug, Locale::Es, &["بادام".to_owned()], Glossary::built_in())
            .await;
        assert_eq!(got.lock().await.len(), 1, "asked once, and nobody else");
        answer
    };
    assert_eq!(
        said("200 OK", r#"{"texts":["Almendra"]}"#).await,
        Ok(vec!["Almendra".to_owned()])
    );
    for (status, body, problem) in [
        ("307 Temporary Redirect", "", SuggestionProblem::Refused),
        ("401 Unauthorized", "", SuggestionProblem::Refused),
        ("503 Service Unavailable", "", SuggestionProblem::Unreachable),
        ("200 OK", "<html>", SuggestionProblem::Unusable),
        ("200 OK", r#"{"texts":[]}"#, SuggestionProblem::Unusable),
    ] {
        assert_eq!(said(status, body).await, Err(problem), "{status} {body}");
    }
    let endless = format!(r#"{{"texts":["{}"]}}"#, "a".repeat(300_000));
    assert_eq!(said("200 OK", &endless).await, Err(SuggestionProblem::Unusable));
}

/// What the cooperative changes waits for the Centre from now on.
async fn confirming(shop: &TestShop) -> Actor {
    let centre = shop.of_centre().await;
    admission::set_confirmation(shop, centre, "almonds", true)
        .await
        .unwrap();
    shop.catch_up().await.unwrap();
    centre
}

both!(what_waits_for_the_centre_is_not_missing, async |shop| {
    let (owner, id) = without_spanish(shop).await;
    confirming(shop).await;
    save(shop, owner, id, &[(Locale::Es, "De una persona")], &[]).await;
    let got = connect(shop, "200 OK", r#"{"texts":["Muy rica."]}"#).await;
    studio::ask_suggestions(shop, owner, id).await.unwrap();
    assert!(studio::suggest_next(shop).await.unwrap());
    let got = got.lock().await;
    let (_, body) = got[0].split_once("\r\n\r\n").unwrap();
    let body: serde_json::Value = serde_json::from_str(body).unwrap();
    assert_eq!(body["texts"].as_array().unwrap().len(), 1, "the description alone");
    let names = format!(
        "SELECT COUNT(*) FROM translations WHERE entity = 'product' AND entity_id = {id} AND lang = 'es' \
         AND field = 'name'"
    );
    assert_eq!(shop.number(&names).await, 0, "buyers see no machine's in its place");
    assert_eq!(
        text_in(&editor(shop, owner, id).await.names, Locale::Es).0,
        "De una persona"
    );
});

both!(what_a_machine_writes_waits_for_the_centre_with_the_rest, async |shop| {
    let (owner, id) = without_spanish(shop).await;
    let centre = confirming(shop).await;
    connect(shop, "200 OK", r#"{"texts":["Almendra pelada","Muy rica."]}"#).await;
    studio::ask_suggestions(shop, owner, id).await.unwrap();
    assert!(studio::suggest_next(shop).await.unwrap());
    let states = format!(
        "SELECT state FROM translations WHERE entity = 'product' AND entity_id = {id} AND lang = 'es' \
         AND field IN ('name', 'description') ORDER BY field"
    );
    assert!(words(shop, &states).await.is_empty(), "buyers see nothing of it yet");
    let (machine, human) = (Some(TranslationState::Machine), Some(TranslationState::Human));
    let saved = editor(shop, owner, id).await;
    assert_eq!(
        text_in(&saved.names, Locale::Es),
        ("Almendra pelada".to_owned(), machine)
    );
    assert_eq!(text_in(&saved.descriptions, Locale::Es).1, machine);
    assert!(saved.standing.unwrap().is_waiting());
    let waits = confirmation::waiting_product(shop, centre, Locale::Es, id)
        .await
        .unwrap();
    assert!(
        waits.changes.texts.iter().all(|text| text.by_machine),
        "the Centre reads it, too"
    );
    save(shop, owner, id, &[(Locale::Es, "Almendra pelada")], &[]).await;
    assert_eq!(text_in(&editor(shop, owner, id).await.names, Locale::Es).1, machine);
    save(shop, owner, id, &[(Locale::Es, "Almendra pelada")], &["name-es"]).await;
    assert_eq!(text_in(&editor(shop, owner, id).await.names, Locale::Es).1, human);
    let seen = confirmation::waiting_product(shop, centre, Locale::Es, id)
        .await
        .unwrap()
        .seen;
    confirmation::confirm(shop, centre, id, &seen).await.unwrap();
    assert_eq!(words(shop, &states).await, ["machine", "human"], "description and name");
});

both!(what_was_sent_back_is_left_alone_and_keeps_its_reason, async |shop| {
    let (owner, id) = without_spanish(shop).await;
    let centre = confirming(shop).await;
    save(shop, owner, id, &[(Locale::Es, "De una persona")], &[]).await;
    let seen = confirmation::waiting_product(shop, centre, Locale::Es, id)
        .await
        .unwrap()
        .seen;
    confirmation::send_back(shop, centre, id, &seen, "Falta la variedad.")
        .await
        .unwrap();
    connect(shop, "200 OK", r#"{"texts":["Muy rica."]}"#).await;
    assert_eq!(editor(shop, owner, id).await.suggestions, Suggestions::Off);
    // From a page that was opened before.
    studio::ask_suggestions(shop, owner, id).await.unwrap();
    assert!(studio::suggest_next(shop).await.unwrap());
    let after = editor(shop, owner, id).await;
    let standing = after.standing.unwrap();
    assert_eq!(
        (standing.is_waiting(), standing.reason.as_str()),
        (false, "Falta la variedad.")
    );
    assert_eq!(text_in(&after.descriptions, Locale::Es), (String::new(), None));
});
