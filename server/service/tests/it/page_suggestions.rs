//! A machine writes what the draft of a shop page lacks, says that it was the machine, and shows buyers nothing by itself.

use domain::shop_page::{BlockKind, Change, Field, Place, fingerprint};
use domain::{Actor, CooperativeRole, Locale, SuggestionProblem, TranslationState, VersionCommand};
use service::studio::{self, ShopStep, Suggestions};
use service::{Error, wording};
use testing::{TestShop, both};

use super::shop_page::{COVER, SOURCE, bench, change, publish, read, tagline, write};
use super::suggestions::connect;
use super::tables::words;
use super::wording::reviewer;

async fn line(shop: &TestShop, member: Actor, lang: Locale) -> (String, Option<TranslationState>) {
    let bench = bench(shop, member).await;
    let cover = bench.page.document.block(COVER).unwrap();
    (cover.get(tagline(lang)).to_owned(), cover.state(tagline(lang), SOURCE))
}

/// What lists and search know of the line.
async fn state_elsewhere(shop: &TestShop) -> Vec<String> {
    let bees = shop.cooperative("bees").await;
    let state = format!(
        "SELECT state FROM translations WHERE entity = 'cooperative' AND entity_id = {bees} AND field = 'tagline' \
         AND lang = 'es'"
    );
    words(shop, &state).await
}

async fn confirm(shop: &TestShop, member: Actor) {
    let (text, _) = line(shop, member, Locale::Es).await;
    let (source, _) = line(shop, member, SOURCE).await;
    let right = Change {
        place: tagline(Locale::Es),
        seen: fingerprint(&text),
        new: text,
        confirms: true,
        source: Some(fingerprint(&source)),
    };
    let saved = studio::save_block(shop, member, COVER, &[right]).await.unwrap();
    assert!(saved.is_whole(), "{saved:?}");
}

both!(
    words_that_translators_changed_go_with_what_is_to_be_translated,
    async |shop| {
        let member = shop.member_of("bees").await;
        write(shop, member, COVER, tagline(SOURCE), "新鲜的蜂蜜").await;
        let judge = reviewer(shop, Locale::Es).await;
        wording::change_word(shop, judge, "honey", "miel pura").await.unwrap();
        let list = wording::glossary(shop, judge).await.unwrap();
        let word = list.words.iter().find(|word| word.english == "honey").unwrap();
        wording::decide_word(shop, judge, word.waiting[0].id, VersionCommand::Approve)
            .await
            .unwrap();
        shop.catch_up().await.unwrap();
        let file = studio::tables::translation_file(shop, member, Locale::Es)
            .await
            .unwrap();
        assert!(file.contains("蜂蜜 = miel pura"), "{file}");

        let got = connect(shop, "200 OK", r#"{"texts":["Miel fresca"]}"#).await;
        studio::ask_page_suggestions(shop, member).await.unwrap();
        assert!(studio::suggest_next(shop).await.unwrap());
        let got = got.lock().await;
        let asked = got.iter().any(|request| {
            let (_, body) = request.split_once("\r\n\r\n").unwrap();
            let body: serde_json::Value = serde_json::from_str(body).unwrap();
            body["glossary"] == serde_json::json!([{ "source": "蜂蜜", "target": "miel pura" }])
        });
        assert!(asked, "{got:?}");
    }
);

both!(what_the_draft_lacks_is_written_and_named, async |shop| {
    let member = shop.member_of("bees").await;
    write(shop, member, COVER, tagline(SOURCE), "新鲜的蜂蜜").await;
    assert_eq!(
        bench(shop, member).await.suggestions,
        Suggestions::Off,
        "nothing is connected"
    );
    let asked = studio::ask_page_suggestions(shop, member).await;
    assert!(matches!(asked, Err(Error::NotFound)));
    let got = connect(shop, "200 OK", r#"{"texts":["Miel fresca"]}"#).await;
    for role in [CooperativeRole::Packer, CooperativeRole::Finance] {
        let other = shop.cooperative_member("bees", role).await;
        let asked = studio::ask_page_suggestions(shop, other).await;
        assert!(matches!(asked, Err(Error::NotFound)), "{role}");
    }
    assert_eq!(bench(shop, member).await.suggestions, Suggestions::Possible);
    studio::ask_page_suggestions(shop, member).await.unwrap();
    studio::ask_page_suggestions(shop, member).await.unwrap();
    assert_eq!(bench(shop, member).await.suggestions, Suggestions::Waiting);
    let noted = "SELECT COUNT(*) FROM audit_events WHERE action = 'shop.suggest'";
    assert_eq!(shop.number(noted).await, 1, "twice is once");
    let story = |bench: &studio::ShopWorkbench| bench.page.document.blocks()[1].clone();
    let before = bench(shop, member).await;
    assert!(studio::suggest_next(shop).await.unwrap());
    assert!(!studio::suggest_next(shop).await.unwrap());

    let got = got.lock().await;
    assert_eq!(got.len(), 2, "once for each language");
    let bodies: Vec<serde_json::Value> = got
        .iter()
        .map(|request| serde_json::from_str(request.split_once("\r\n\r\n").unwrap().1).unwrap())
        .collect();
    let spanish = bodies.iter().find(|body| body["target"] == "es").unwrap();
    assert_eq!(
        spanish["texts"],
        serde_json::json!(["新鲜的蜂蜜"]),
        "the story is there"
    );
    assert_eq!(
        spanish["glossary"],
        serde_json::json!([{ "source": "蜂蜜", "target": "miel" }])
    );

    let machine = Some(TranslationState::Machine);
    assert_eq!(
        line(shop, member, Locale::Es).await,
        ("Miel fresca".to_owned(), machine)
    );
    let after = bench(shop, member).await;
    assert_eq!(after.suggestions, Suggestions::Off, "nothing is missing any more");
    assert_eq!(story(&after), story(&before));
    assert!(after.version > before.version);
    assert_eq!(
        read(shop, BlockKind::Cover, tagline(Locale::Es)).await.unwrap(),
        "",
        "buyers see no draft"
    );

    // It is a step of who asked, and can be taken back.
    let undo = after.undo.unwrap();
    studio::undo_edit(shop, member, undo.id).await.unwrap();
    assert_eq!(line(shop, member, Locale::Es).await, (String::new(), None));
    let back = studio::history(shop, member).await.unwrap().edits[0].id;
    studio::undo_edit(shop, member, back).await.unwrap();
    assert_eq!(
        line(shop, member, Locale::Es).await,
        ("Miel fresca".to_owned(), machine)
    );

    publish(shop, member).await;
    let page = service::shops::find(shop, SOURCE, "bees").await.unwrap().unwrap();
    let cover = &page.document.blocks()[0];
    assert!(cover.reads_machine(Locale::Es, SOURCE) && !cover.reads_machine(SOURCE, SOURCE));
    assert_eq!(state_elsewhere(shop).await, ["machine"]);

    confirm(shop, member).await;
    let human = Some(TranslationState::Human);
    assert_eq!(line(shop, member, Locale::Es).await.1, human);
    assert_eq!(line(shop, member, Locale::Ug).await.1, machine, "each for itself");
    assert!(
        bench(shop, member).await.is_changed,
        "buyers read that it was a machine still"
    );
    publish(shop, member).await;
    assert_eq!(state_elsewhere(shop).await, ["human"]);
    write(shop, member, COVER, tagline(SOURCE), "另一句").await;
    assert_eq!(line(shop, member, Locale::Ug).await.1, Some(TranslationState::Outdated));
});

both!(a_long_page_is_written_some_texts_at_a_time, async |shop| {
    let member = shop.member_of("bees").await;
    for _ in 0..2 {
        let step = ShopStep::Add(BlockKind::Questions, None);
        let part = studio::take_step(shop, member, step).await.unwrap().unwrap();
        let texts: Vec<Change> = (1..=8)
            .flat_map(|item| [Field::Question, Field::Answer].map(|field| Place::of(field).item(item).lang(SOURCE)))
            .map(|place| change(place, "", "问"))
            .collect();
        let saved = studio::save_block(shop, member, part, &texts).await.unwrap();
        assert!(saved.is_whole(), "{saved:?}");
    }
    let twenty = serde_json::json!({ "texts": vec!["Sí"; 20] });
    let got = connect(shop, "200 OK", &twenty.to_string()).await;
    studio::ask_page_suggestions(shop, member).await.unwrap();
    assert!(studio::suggest_next(shop).await.unwrap());
    let half = bench(shop, member).await;
    assert_eq!(half.suggestions, Suggestions::Waiting, "it goes on by itself");
    // The line of the cover and thirty-two texts, each in two languages.
    assert_eq!(half.untranslated.len(), 2 * (33 - 20));
    // Twenty answers are not those to thirteen texts.
    assert!(studio::suggest_next(shop).await.unwrap());
    let after = bench(shop, member).await;
    assert_eq!(after.suggestions, Suggestions::Failed(SuggestionProblem::Unusable));
    assert_eq!(after.untranslated.len(), half.untranslated.len());
    assert!(!studio::suggest_next(shop).await.unwrap());
    let asked: Vec<usize> = got
        .lock()
        .await
        .iter()
        .map(|request| {
            let (_, body) = request.split_once("\r\n\r\n").unwrap();
            let body: serde_json::Value = serde_json::from_str(body).unwrap();
            body["texts"].as_array().unwrap().len()
        })
        .collect();
    assert_eq!(asked, [20, 20, 13, 13]);
});

both!(what_a_machine_writes_is_cleaned_as_what_is_typed, async |shop| {
    let member = shop.member_of("bees").await;
    connect(shop, "200 OK", r#"{"texts":["<b>\u0647ەسەل</b>"]}"#).await;
    studio::ask_page_suggestions(shop, member).await.unwrap();
    assert!(studio::suggest_next(shop).await.unwrap());
    assert_eq!(line(shop, member, Locale::Ug).await.0, "ھەسەل");
});

both!(a_machine_that_fails_leaves_the_draft_as_it_was, async |shop| {
    let member = shop.member_of("bees").await;
    connect(shop, "200 OK", r#"{"texts":["one","two"]}"#).await;
    studio::ask_page_suggestions(shop, member).await.unwrap();
    assert!(studio::suggest_next(shop).await.unwrap());
    let after = bench(shop, member).await;
    assert_eq!(after.suggestions, Suggestions::Failed(SuggestionProblem::Unusable));
    assert_eq!((after.version, line(shop, member, Locale::Es).await.1), (0, None));
    assert!(!studio::suggest_next(shop).await.unwrap(), "not again by itself");
});

both!(
    what_a_person_writes_meanwhile_stays_and_what_is_too_long_is_told,
    async |shop| {
        let member = shop.member_of("bees").await;
        let long = format!(r#"{{"texts":["{}"]}}"#, "a".repeat(200));
        connect(shop, "200 OK", &long).await;
        studio::ask_page_suggestions(shop, member).await.unwrap();
        write(shop, member, COVER, tagline(Locale::Es), "De la cooperativa").await;
        assert!(studio::suggest_next(shop).await.unwrap());
        let after = bench(shop, member).await;
        assert_eq!(after.suggestions, Suggestions::Failed(SuggestionProblem::Unusable));
        assert_eq!(line(shop, member, Locale::Ug).await, (String::new(), None));
        let human = Some(TranslationState::Human);
        assert_eq!(
            line(shop, member, Locale::Es).await,
            ("De la cooperativa".to_owned(), human)
        );
    }
);
