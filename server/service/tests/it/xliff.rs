//! Texts that go to translators and come back.

use domain::{Actor, CooperativeRole, ImportState, Locale, ProductId, RowProblem, TableColumn, TableRefusal};
use service::studio::tables::{self as imports, ImportPage, TextChange, Was};
use service::{Error, admission, studio};
use testing::{Snapshot, TestShop, both};

use super::tables::{bring, counts, page, take_over, try_to_bring, try_to_bring_as, words, work};

async fn file(shop: &TestShop, member: Actor, target: Locale) -> String {
    imports::translation_file(shop, member, target).await.unwrap()
}

/// What somebody writes meanwhile: a Spanish text where there is none.
async fn write_spanish(shop: &TestShop, product: ProductId, field: &str, text: &str) {
    shop.execute(format!(
        "INSERT INTO translations (entity, entity_id, field, lang, value, state, source_lang, source_hash, updated_at) \
         SELECT entity, entity_id, field, 'es', '{text}', 'human', source_lang, source_hash, updated_at FROM translations \
         WHERE entity = 'product' AND entity_id = {product} AND field = '{field}' AND lang = source_lang"
    ))
    .await;
}

/// A Spanish text of an older source.
async fn outdated_spanish(shop: &TestShop, product: ProductId, field: &str, text: &str) {
    without_spanish(shop, product, field).await;
    write_spanish(shop, product, field, text).await;
    shop.execute(format!(
        "UPDATE translations SET state = 'outdated' WHERE entity = 'product' AND entity_id = {product} AND lang = 'es' \
         AND field = '{field}'"
    ))
    .await;
}

async fn without_spanish(shop: &TestShop, product: ProductId, field: &str) {
    shop.execute(format!(
        "DELETE FROM translations WHERE entity = 'product' AND entity_id = {product} AND lang = 'es' AND field = '{field}'"
    ))
    .await;
}

async fn spanish(shop: &TestShop, product: ProductId, field: &str) -> Vec<String> {
    let text = format!(
        "SELECT value FROM translations WHERE entity = 'product' AND entity_id = {product} AND lang = 'es' \
         AND field = '{field}'"
    );
    words(shop, &text).await
}

fn told(shown: &ImportPage) -> Vec<(TableColumn, RowProblem)> {
    shown
        .problems
        .iter()
        .map(|problem| (problem.column, problem.problem))
        .collect()
}

/// The texts that the rows of a page would change.
fn changes(shown: &ImportPage) -> Vec<TextChange> {
    let rows = shown.rows.iter().filter_map(|row| match &row.was {
        Was::Changed { texts, .. } => Some(texts.clone()),
        _ => None,
    });
    rows.flatten().collect()
}

/// The file with these words where a translation is missing.
fn filled(file: &str, words: &str) -> String {
    let empty = "<target state=\"needs-translation\"></target>";
    assert!(file.contains(empty), "{file}");
    file.replace(empty, &format!("<target state=\"translated\">{words}</target>"))
}

both!(what_is_missing_goes_out_and_comes_back, async |shop| {
    let member = shop.member_of("almonds").await;
    shop.execute("DELETE FROM translations WHERE entity = 'product' AND lang = 'es' AND field = 'name'")
        .await;
    shop.execute(
        "UPDATE translations SET state = 'outdated' WHERE entity = 'product' AND lang = 'es' AND field = 'description'",
    )
    .await;
    for role in [CooperativeRole::Packer, CooperativeRole::Finance] {
        let other = shop.cooperative_member("almonds", role).await;
        let answer = imports::translation_file(shop, other, Locale::Es).await;
        assert!(matches!(answer, Err(Error::NotFound)), "{role}");
    }
    let before = Snapshot::of(shop).await;
    let sent = file(shop, member, Locale::Es).await;
    before.assert_unchanged(shop).await;
    let badam = shop.product("badam-kernel").await;
    assert!(sent.contains(&format!("id=\"product-{badam}-name-es-")));
    assert!(sent.contains("<target state=\"needs-adaptation\">"), "{sent}");
    let honey = shop.product("wild-honey").await;
    assert!(!sent.contains(&format!("\"product-{honey}-")), "of others nothing");
    let chinese = file(shop, member, Locale::Zh).await;
    assert!(!chinese.contains(&format!("id=\"product-{badam}-name-")), "it is there");

    // As it went: nothing would change.
    let id = bring(shop, member, sent.as_bytes()).await;
    let shown = page(shop, member, id).await;
    assert_eq!(
        (shown.state, shown.counts.changed, shown.counts.wrong),
        (ImportState::Ready, 0, 0)
    );
    imports::cancel_import(shop, member, id).await.unwrap();

    let unknown = "<trans-unit id=\"shop-7-name\"><source>x</source><target>Otra</target></trans-unit></body>";
    let theirs = format!(
        "<trans-unit id=\"product-{honey}-name-es-0\"><source>x</source><target>Miel</target></trans-unit>{unknown}"
    );
    let back = filled(&sent, "Almendra &amp; más").replacen("</body>", &theirs, 1);
    let id = bring(shop, member, back.as_bytes()).await;
    let shown = page(shop, member, id).await;
    assert_eq!(shown.state, ImportState::Ready);
    assert!(
        shown.counts.changed > 0 && shown.counts.wrong == 2,
        "{:?}",
        shown.counts
    );
    assert!(
        shown.is_of_translators && shown.columns.is_empty(),
        "there is nothing to be matched"
    );
    let expected = TextChange {
        column: TableColumn::NameEs,
        lang: Locale::Es,
        before: String::new(),
        after: "Almendra & más".to_owned(),
        is_foreign: false,
        is_confirmed: false,
        part: None,
    };
    let mut changes = changes(&shown);
    // Products of the demo district without a Spanish description are among them.
    changes.retain(|change| change.column == TableColumn::NameEs);
    assert!(
        !changes.is_empty() && changes.iter().all(|change| *change == expected),
        "{changes:?}"
    );
    assert!(shown.rows.iter().all(|row| row.terms.is_none() && row.stock.is_none()));
    let text = "SELECT value FROM translations WHERE entity = 'product' AND lang = 'es' AND field = 'name'";
    assert!(words(shop, text).await.is_empty(), "nothing is written before the yes");
    imports::confirm_import(shop, member, id, &shown.version.to_string())
        .await
        .unwrap();
    work(shop).await;
    assert!(words(shop, text).await.iter().all(|name| name == "Almendra & más"));
    let state = "SELECT DISTINCT state FROM translations WHERE entity = 'product' AND lang = 'es' AND field = 'name'";
    assert_eq!(words(shop, state).await, ["human"]);
    let editor = studio::product_editor(shop, member, Locale::Es, badam).await.unwrap();
    assert_eq!(editor.name.text, "Almendra & más");
});

both!(a_translation_of_an_older_text_is_told, async |shop| {
    let member = shop.member_of("almonds").await;
    let badam = shop.product("badam-kernel").await;
    without_spanish(shop, badam, "name").await;
    let back = filled(&file(shop, member, Locale::Es).await, "Almendra");
    shop.execute(format!(
        "UPDATE translations SET value = 'another' WHERE entity = 'product' AND entity_id = {badam} \
         AND field = 'name' AND lang = source_lang"
    ))
    .await;
    let id = bring(shop, member, back.as_bytes()).await;
    let shown = page(shop, member, id).await;
    assert_eq!(counts(&shown), (0, 1, 0, 1), "the description is as it was");
    assert_eq!(told(&shown), [(TableColumn::NameEs, RowProblem::Changed)]);
});

both!(each_text_of_goods_is_taken_over_for_itself, async |shop| {
    let member = shop.member_of("almonds").await;
    let badam = shop.product("badam-kernel").await;
    for field in ["name", "description"] {
        without_spanish(shop, badam, field).await;
    }
    let back = filled(&file(shop, member, Locale::Es).await, "Almendra");
    // The description stands there once more, with another word.
    let unit = back.split("<trans-unit").find(|unit| unit.contains("-description-es-"));
    let again = format!("<trans-unit{}", unit.unwrap().split("</body>").next().unwrap());
    let again = again.replace("Almendra", "Nuez");
    let twice = back.replacen("</body>", &format!("{again}</body>"), 1);
    assert_ne!(twice, back);
    write_spanish(shop, badam, "name", "Otra").await;
    let id = bring(shop, member, twice.as_bytes()).await;
    let shown = page(shop, member, id).await;
    assert_eq!(counts(&shown), (0, 1, 0, 1), "{:?}", shown.problems);
    assert_eq!(told(&shown), [(TableColumn::NameEs, RowProblem::Changed)]);
    assert_eq!(changes(&shown)[0].after, "Nuez", "as it stands there last");
    let done = take_over(shop, member, id).await;
    assert_eq!((counts(&done), told(&done)), (counts(&shown), told(&shown)));
    assert_eq!(spanish(shop, badam, "name").await, ["Otra"], "nothing is undone");
    assert_eq!(spanish(shop, badam, "description").await, ["Nuez"]);
});

both!(a_newer_translation_is_not_overwritten, async |shop| {
    let member = shop.member_of("almonds").await;
    let badam = shop.product("badam-kernel").await;
    without_spanish(shop, badam, "name").await;
    outdated_spanish(shop, badam, "description", "Junto").await;
    let back = filled(&file(shop, member, Locale::Es).await, "Almendra").replace("needs-adaptation\">", "final\">Y ");
    // One is written and one is put right while the translator has the file.
    write_spanish(shop, badam, "name", "Otra").await;
    shop.execute(format!(
        "UPDATE translations SET state = 'human', value = 'Al lado' WHERE entity = 'product' AND entity_id = {badam} \
         AND lang = 'es' AND field = 'description'"
    ))
    .await;
    let id = bring(shop, member, back.as_bytes()).await;
    let shown = page(shop, member, id).await;
    assert_eq!(counts(&shown), (0, 0, 0, 2));
    assert_eq!(
        told(&shown),
        [
            (TableColumn::NameEs, RowProblem::Changed),
            (TableColumn::DescriptionEs, RowProblem::Changed)
        ]
    );
    assert_eq!(shown.problems[0].typed, "Almendra");
    assert_eq!(spanish(shop, badam, "description").await, ["Al lado"]);
});

both!(an_outdated_text_of_goods_comes_back_as_done, async |shop| {
    let member = shop.member_of("almonds").await;
    let badam = shop.product("badam-kernel").await;
    outdated_spanish(shop, badam, "description", "Junto").await;
    let back = file(shop, member, Locale::Es)
        .await
        .replace("state=\"needs-adaptation\">Junto", "state=\"final\">Junto");
    let id = bring(shop, member, back.as_bytes()).await;
    let shown = page(shop, member, id).await;
    let confirmed = changes(&shown);
    assert!(
        confirmed.len() == 1 && confirmed[0].is_confirmed && confirmed[0].after == "Junto",
        "{confirmed:?}"
    );
    take_over(shop, member, id).await;
    let state = format!(
        "SELECT state FROM translations WHERE entity = 'product' AND entity_id = {badam} AND lang = 'es' \
         AND field = 'description'"
    );
    assert_eq!(words(shop, &state).await, ["human"]);
    assert_eq!(spanish(shop, badam, "description").await, ["Junto"]);
});

both!(what_is_translated_between_the_look_and_the_yes_stays, async |shop| {
    let member = shop.member_of("almonds").await;
    let badam = shop.product("badam-kernel").await;
    without_spanish(shop, badam, "name").await;
    let back = filled(&file(shop, member, Locale::Es).await, "بادام");
    let id = bring(shop, member, back.as_bytes()).await;
    let shown = page(shop, member, id).await;
    assert_eq!(counts(&shown), (0, 2, 0, 0), "name and description");
    assert!(changes(&shown)[0].is_foreign, "Spanish is not written like this");
    write_spanish(shop, badam, "name", "Otra").await;
    let done = take_over(shop, member, id).await;
    assert_eq!(counts(&done), (0, 1, 0, 1));
    assert_eq!(spanish(shop, badam, "name").await, ["Otra"]);
});

both!(a_translation_that_waits_for_the_centre_is_there, async |shop| {
    let (member, centre) = (shop.member_of("almonds").await, shop.of_centre().await);
    admission::set_confirmation(shop, centre, "almonds", true)
        .await
        .unwrap();
    shop.catch_up().await.unwrap();
    let badam = shop.product("badam-kernel").await;
    let lacking = async || imports::texts_to_translate(shop, member).await.unwrap();
    without_spanish(shop, badam, "description").await;
    write_spanish(shop, badam, "description", "Junto").await;
    without_spanish(shop, badam, "name").await;
    let sent = file(shop, member, Locale::Es).await;
    assert!(lacking().await.contains(&(Locale::Es, 1)));
    let id = bring(shop, member, filled(&sent, "Almendra").as_bytes()).await;
    take_over(shop, member, id).await;
    assert!(
        spanish(shop, badam, "name").await.is_empty(),
        "buyers do not see it yet"
    );
    assert!(lacking().await.contains(&(Locale::Es, 0)));
    assert!(!file(shop, member, Locale::Es).await.contains("<trans-unit"));
    // The older file once more, with another word.
    let id = bring(shop, member, filled(&sent, "Nuez").as_bytes()).await;
    assert_eq!(
        told(&page(shop, member, id).await),
        [(TableColumn::NameEs, RowProblem::Changed)]
    );
});

both!(
    a_file_called_one_of_translators_is_told_what_is_wrong_with_it,
    async |shop| {
        let member = shop.member_of("almonds").await;
        let bring_as =
            async |name: &str, file: &[u8]| try_to_bring_as(shop, member, Locale::Ug, name, file).await.unwrap();
        let too_long = vec![b' '; 20 * 1024 * 1024 + 1];
        for (name, file, refusal) in [
            ("es.xlf", &b"sku,price\nbadam-500,30\n"[..], TableRefusal::NotXliff),
            ("es.XLIFF", b"PK\x03\x04....", TableRefusal::NotXliff),
            ("es.xlf", b"\x89PNG\r\n", TableRefusal::NotXliff),
            ("es.xlf", too_long.as_slice(), TableRefusal::TooMuchText),
            ("es.csv", too_long.as_slice(), TableRefusal::TooManyBytes),
            ("es.xlf", b"", TableRefusal::Missing),
        ] {
            assert_eq!(bring_as(name, file).await, Err(refusal), "{name}");
        }
        // Whatever it is called, and in which letters it is written.
        without_spanish(shop, shop.product("badam-kernel").await, "name").await;
        let back = filled(&file(shop, member, Locale::Es).await, "Almendra");
        let utf16: Vec<u8> = format!("\u{FEFF}{back}")
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        for name in ["es.xlf", "file.xml"] {
            let id = bring_as(name, &utf16).await.unwrap();
            assert_eq!(counts(&page(shop, member, id).await), (0, 2, 0, 0), "{name}");
        }
    }
);

both!(files_of_translators_that_are_not_read_say_why, async |shop| {
    let member = shop.member_of("almonds").await;
    shop.execute("DELETE FROM translations WHERE entity = 'product' AND lang = 'es' AND field = 'name'")
        .await;
    let sent = filled(&file(shop, member, Locale::Es).await, "Almendra");
    let bomb = sent.replacen("<xliff", "<!DOCTYPE xliff [<!ENTITY a \"aaaaaaaa\">]><xliff", 1);
    let cut = &sent.as_bytes()[..sent.len() / 2];
    let other = sent.replace("target-language=\"es\"", "target-language=\"fr\"");
    let source = sent
        .split("source-language=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let swapped = if source == "ug" { "zh-Hans" } else { "ug" };
    let into_another = sent.replace("target-language=\"es\"", &format!("target-language=\"{swapped}\""));
    let wrong = sent.replace(
        &format!("source-language=\"{source}\""),
        &format!("source-language=\"{swapped}\""),
    );
    for (what, file, refusal) in [
        ("entities", bomb.as_bytes(), TableRefusal::XmlEntities),
        ("half of it", cut, TableRefusal::Damaged),
        ("French", other.as_bytes(), TableRefusal::OtherLanguage),
        (
            "not what it was exported for",
            into_another.as_bytes(),
            TableRefusal::OtherLanguage,
        ),
        ("from another language", wrong.as_bytes(), TableRefusal::OtherLanguage),
        (
            "a page",
            &b"<?xml version=\"1.0\"?><html></html>"[..],
            TableRefusal::NotXliff,
        ),
    ] {
        let answer = try_to_bring(shop, member, Locale::Ug, file).await.unwrap();
        assert_eq!(answer, Err(refusal), "{what}");
    }
});
