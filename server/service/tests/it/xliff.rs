//! Texts that go to translators and come back.

use domain::{Actor, CooperativeRole, ImportState, Locale, RowProblem, TableRefusal};
use service::studio::tables as imports;
use service::{Error, studio};
use testing::{Snapshot, TestShop, both};

use super::tables::{bring, page, try_to_bring, words, work};

async fn file(shop: &TestShop, member: Actor, target: Locale) -> String {
    imports::translation_file(shop, member, target).await.unwrap()
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
    assert!(sent.contains(&format!("id=\"product-{badam}-name\"")));
    assert!(sent.contains("<target state=\"needs-adaptation\">"), "{sent}");
    let honey = shop.product("wild-honey").await;
    assert!(!sent.contains(&format!("\"product-{honey}-")), "of others nothing");
    let chinese = file(shop, member, Locale::Zh).await;
    assert!(
        !chinese.contains(&format!("id=\"product-{badam}-name\"")),
        "it is there"
    );

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
        "<trans-unit id=\"product-{honey}-name\"><source>x</source><target>Miel</target></trans-unit>{unknown}"
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
    shop.execute(format!(
        "DELETE FROM translations WHERE entity = 'product' AND entity_id = {badam} AND lang = 'es' AND field = 'name'"
    ))
    .await;
    let back = filled(&file(shop, member, Locale::Es).await, "Almendra");
    shop.execute(format!(
        "UPDATE translations SET value = 'another' WHERE entity = 'product' AND entity_id = {badam} \
         AND field = 'name' AND lang = source_lang"
    ))
    .await;
    let id = bring(shop, member, back.as_bytes()).await;
    let shown = page(shop, member, id).await;
    assert_eq!((shown.counts.changed, shown.counts.wrong), (0, 1));
    let problem = "SELECT problem FROM import_problems";
    assert_eq!(words(shop, problem).await, [RowProblem::Changed.as_str()]);
});

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
    let wrong = sent.replace(
        &format!("source-language=\"{source}\""),
        &format!("source-language=\"{swapped}\""),
    );
    for (what, file, refusal) in [
        ("entities", bomb.as_bytes(), TableRefusal::XmlEntities),
        ("half of it", cut, TableRefusal::Damaged),
        ("French", other.as_bytes(), TableRefusal::OtherLanguage),
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
