//! Texts of the shop page that go to translators and come back: into the draft, each for itself.

use domain::shop_page::{BlockKind, fingerprint};
use domain::{Actor, CooperativeRole, Locale, RowProblem, TableColumn, TableRefusal, TranslationState};
use service::studio::tables::{self as imports, ImportPage, Was};
use service::{Error, studio};
use testing::{Snapshot, TestShop, both};

use super::shop_page::{COVER, SOURCE, bench, publish, read, tagline, write};
use super::tables::{bring, counts, page, problems_csv, take_over, try_to_bring};

/// The bees' page lacks its line in Uyghur and Spanish; their goods have nothing to be translated here.
async fn bees(shop: &TestShop) -> Actor {
    shop.execute("DELETE FROM translations WHERE entity = 'product' AND entity_id IN (SELECT id FROM products WHERE slug = 'comb-honey')")
        .await;
    shop.member_of("bees").await
}

async fn file(shop: &TestShop, member: Actor, target: Locale) -> String {
    imports::translation_file(shop, member, target).await.unwrap()
}

fn filled(file: &str, words: &str) -> String {
    let empty = "<target state=\"needs-translation\"></target>";
    assert_eq!(file.matches(empty).count(), 1, "{file}");
    file.replace(empty, &format!("<target state=\"translated\">{words}</target>"))
}

fn told(shown: &ImportPage) -> Vec<(TableColumn, RowProblem)> {
    let problems = shown.problems.iter();
    problems.map(|problem| (problem.column, problem.problem)).collect()
}

async fn line(shop: &TestShop, member: Actor, lang: Locale) -> (String, Option<TranslationState>) {
    let bench = bench(shop, member).await;
    let cover = bench.page.document.block(COVER).unwrap();
    (cover.get(tagline(lang)).to_owned(), cover.state(tagline(lang), SOURCE))
}

both!(a_line_goes_out_and_comes_back_into_the_draft, async |shop| {
    let member = bees(shop).await;
    for role in [CooperativeRole::Packer, CooperativeRole::Finance] {
        let other = shop.cooperative_member("bees", role).await;
        let answer = imports::translation_file(shop, other, Locale::Es).await;
        assert!(matches!(answer, Err(Error::NotFound)), "{role}");
    }
    write(shop, member, COVER, tagline(SOURCE), "新鲜的蜂蜜").await;
    let before = Snapshot::of(shop).await;
    let sent = file(shop, member, Locale::Es).await;
    before.assert_unchanged(shop).await;
    let unit = format!("id=\"part-1-tagline-es-{:016x}\"", fingerprint(""));
    assert!(
        sent.contains(&unit) && sent.contains("<source>新鲜的蜂蜜</source>"),
        "{sent}"
    );
    assert!(sent.contains("<note>蜂蜜 = miel</note>"), "{sent}");
    let lacking = imports::texts_to_translate(shop, member).await.unwrap();
    for expected in [(Locale::Ug, 1), (Locale::Zh, 0), (Locale::Es, 1)] {
        assert!(lacking.contains(&expected), "{lacking:?}");
    }
    assert_eq!(studio::home(shop, member, SOURCE).await.unwrap().page_to_translate, 2);

    // As it went: there is nothing to take over.
    let id = bring(shop, member, sent.as_bytes()).await;
    assert_eq!(counts(&page(shop, member, id).await), (0, 0, 0, 0));
    imports::cancel_import(shop, member, id).await.unwrap();

    let back = filled(&sent, "Miel &amp; más");
    let id = bring(shop, member, back.as_bytes()).await;
    let shown = page(shop, member, id).await;
    assert_eq!(counts(&shown), (0, 1, 0, 0), "{:?}", shown.problems);
    assert!(shown.is_of_translators);
    let Was::Changed { texts, .. } = &shown.rows[0].was else {
        panic!("{:?}", shown.rows);
    };
    assert_eq!(texts[0].part, Some((BlockKind::Cover, tagline(Locale::Es))));
    assert_eq!((texts[0].before.as_str(), texts[0].after.as_str()), ("", "Miel & más"));
    assert!(!texts[0].is_foreign);
    assert_eq!(line(shop, member, Locale::Es).await.0, "", "nothing before the yes");

    assert_eq!(counts(&take_over(shop, member, id).await), (0, 1, 0, 0));
    let human = Some(TranslationState::Human);
    assert_eq!(line(shop, member, Locale::Es).await, ("Miel & más".to_owned(), human));
    assert_eq!(
        read(shop, BlockKind::Cover, tagline(Locale::Es)).await.unwrap(),
        "",
        "buyers see no draft"
    );
    // The same file once more changes nothing.
    let id = bring(shop, member, back.as_bytes()).await;
    assert_eq!(counts(&page(shop, member, id).await), (0, 0, 1, 0));
    // Who said yes may take it back.
    let undo = bench(shop, member).await.undo.unwrap();
    studio::undo_edit(shop, member, undo.id).await.unwrap();
    assert_eq!(line(shop, member, Locale::Es).await.0, "");
    write(shop, member, COVER, tagline(Locale::Es), "Miel").await;
    publish(shop, member).await;
    assert_eq!(read(shop, BlockKind::Cover, tagline(Locale::Es)).await.unwrap(), "Miel");
});

both!(
    what_was_written_meanwhile_stays_each_language_for_itself,
    async |shop| {
        let member = bees(shop).await;
        let (es, ug) = (
            filled(&file(shop, member, Locale::Es).await, "Miel"),
            filled(&file(shop, member, Locale::Ug).await, "ھەسەل"),
        );
        write(shop, member, COVER, tagline(Locale::Es), "Otra").await;
        let id = bring(shop, member, es.as_bytes()).await;
        let shown = page(shop, member, id).await;
        assert_eq!(told(&shown), [(TableColumn::DescriptionEs, RowProblem::Changed)]);
        assert_eq!(shown.problems[0].typed, "Miel");
        // The other language is nobody else's.
        let id = bring(shop, member, ug.as_bytes()).await;
        let shown = page(shop, member, id).await;
        assert_eq!(counts(&shown), (0, 1, 0, 0), "{:?}", shown.problems);
        // Between the look and the yes the source becomes another.
        write(shop, member, COVER, tagline(SOURCE), "另一句").await;
        assert_eq!(counts(&take_over(shop, member, id).await), (0, 0, 0, 1));
        assert_eq!(line(shop, member, Locale::Ug).await.0, "");
        assert_eq!(line(shop, member, Locale::Es).await.0, "Otra");
    }
);

both!(an_outdated_text_goes_out_with_what_there_was, async |shop| {
    let member = bees(shop).await;
    write(shop, member, COVER, tagline(Locale::Es), "Miel").await;
    write(shop, member, COVER, tagline(SOURCE), "另一句").await;
    let sent = file(shop, member, Locale::Es).await;
    assert!(
        sent.contains("<target state=\"needs-adaptation\">Miel</target>"),
        "{sent}"
    );
    let back = sent.replace("needs-adaptation\">Miel", "final\">Otra frase");
    let id = bring(shop, member, back.as_bytes()).await;
    take_over(shop, member, id).await;
    let human = Some(TranslationState::Human);
    assert_eq!(line(shop, member, Locale::Es).await, ("Otra frase".to_owned(), human));
});

both!(an_outdated_text_that_comes_back_as_done_is_up_to_date, async |shop| {
    let member = bees(shop).await;
    write(shop, member, COVER, tagline(Locale::Es), "Miel").await;
    write(shop, member, COVER, tagline(SOURCE), "另一句").await;
    let sent = file(shop, member, Locale::Es).await;
    let outdated = Some(TranslationState::Outdated);
    assert_eq!(line(shop, member, Locale::Es).await, ("Miel".to_owned(), outdated));
    // As it went nobody has said that it is right.
    let id = bring(shop, member, sent.as_bytes()).await;
    assert_eq!(counts(&page(shop, member, id).await), (0, 0, 1, 0));
    imports::cancel_import(shop, member, id).await.unwrap();

    let back = sent.replace("needs-adaptation", "signed-off");
    let id = bring(shop, member, back.as_bytes()).await;
    let shown = page(shop, member, id).await;
    assert_eq!(counts(&shown), (0, 1, 0, 0), "{:?}", shown.problems);
    assert_eq!(shown.rows[0].part, Some((BlockKind::Cover, tagline(Locale::Es))));
    let Was::Changed { texts, .. } = &shown.rows[0].was else {
        panic!("{:?}", shown.rows);
    };
    assert!(texts[0].is_confirmed);
    assert_eq!(counts(&take_over(shop, member, id).await), (0, 1, 0, 0));
    let human = Some(TranslationState::Human);
    assert_eq!(line(shop, member, Locale::Es).await, ("Miel".to_owned(), human));
});

both!(a_waiting_file_counts_what_is_there_now, async |shop| {
    let member = bees(shop).await;
    let back = filled(&file(shop, member, Locale::Es).await, "Miel");
    let id = bring(shop, member, back.as_bytes()).await;
    assert_eq!(counts(&page(shop, member, id).await), (0, 1, 0, 0));
    write(shop, member, COVER, tagline(Locale::Es), "Otra").await;
    let shown = page(shop, member, id).await;
    assert_eq!(counts(&shown), (0, 0, 0, 1));
    assert_eq!(
        shown.problems[0].part,
        Some((BlockKind::Cover, tagline(Locale::Es))),
        "the part and its field"
    );
    let csv = problems_csv(shop, member, Locale::Es, id).await;
    assert!(csv.contains("cover tagline-es"), "and so says the file: {csv}");
    let done = take_over(shop, member, id).await;
    assert_eq!(counts(&done), (0, 0, 0, 1));
    assert_eq!(done.problems[0].part, Some((BlockKind::Cover, tagline(Locale::Es))));
});

both!(what_comes_back_is_cleaned_as_what_is_typed, async |shop| {
    let member = bees(shop).await;
    // Letters of an Arabic keyboard, and markup that a translator's program left there.
    let back = filled(&file(shop, member, Locale::Ug).await, "&lt;b&gt;\u{647}ەسەل&lt;/b&gt;");
    let id = bring(shop, member, back.as_bytes()).await;
    let shown = page(shop, member, id).await;
    let Was::Changed { texts, .. } = &shown.rows[0].was else {
        panic!("{:?}", shown.rows);
    };
    assert_eq!(texts[0].after, "ھەسەل");
    take_over(shop, member, id).await;
    assert_eq!(line(shop, member, Locale::Ug).await.0, "ھەسەل");
    // What is there already in the right letters is no change.
    let id = bring(shop, member, back.as_bytes()).await;
    assert_eq!(counts(&page(shop, member, id).await), (0, 0, 1, 0));
});

both!(what_cannot_be_in_a_part_is_told, async |shop| {
    let member = bees(shop).await;
    let sent = file(shop, member, Locale::Es).await;
    let shown = async |file: &str| {
        let id = bring(shop, member, file.as_bytes()).await;
        page(shop, member, id).await
    };
    let foreign = shown(&filled(&sent, "ھەسەل")).await;
    let Was::Changed { texts, .. } = &foreign.rows[0].was else {
        panic!("{:?}", foreign.rows);
    };
    assert!(texts[0].is_foreign, "Spanish is not written like this");
    let long = shown(&filled(&sent, &"x".repeat(200))).await;
    assert_eq!(told(&long), [(TableColumn::DescriptionEs, RowProblem::TooLong)]);
    for other in ["part-99-title-es", "part-1-title-es"] {
        let gone = shown(&filled(&sent, "Miel").replace("part-1-tagline-es", other)).await;
        assert_eq!(told(&gone), [(TableColumn::Product, RowProblem::NotFound)], "{other}");
    }
    for (what, wrong) in [
        (
            "into another language",
            sent.replace("target-language=\"es\"", "target-language=\"ug\""),
        ),
        (
            "from another language",
            sent.replace("source-language=\"zh", "source-language=\"ug"),
        ),
    ] {
        let answer = try_to_bring(shop, member, SOURCE, filled(&wrong, "Miel").as_bytes()).await;
        assert_eq!(answer.unwrap(), Err(TableRefusal::OtherLanguage), "{what}");
    }
});
