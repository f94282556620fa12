//! Texts between files, programs and the browser: what changes in one folder is everybody's, what is approved goes into the files.

use std::fs;
use std::path::Path;

use domain::{ErrorCode, Locale, VersionCommand};
use l10n::glossary::{GlossaryChange, edited};
use l10n::unit::source_hash;
use l10n::{Kind, Texts};
use service::{Error, Shop, wording};
use testing::{TestShop, both};

use crate::wording::{decide, id_of, reviewer, second, suggest, title, translator, unit};

const DAY: i64 = 86_400_000;

/// A folder with one Spanish file.
fn write_file(root: &Path, text: &str) {
    fs::create_dir_all(root.join("es")).unwrap();
    fs::write(root.join("es/cart.ftl"), text).unwrap();
}

both!(
    a_change_of_one_folder_is_everybodys_and_outlives_the_program,
    async |shop| {
        let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        for folder in [&one, &other] {
            write_file(folder.path(), "cart-title = Cesta vieja\n");
        }
        let note = one.path().join("note.json");
        let first = second(shop, Texts::with_folder(one.path().to_owned())).await;
        let far = second(shop, Texts::with_folder(other.path().to_owned())).await;
        wording::publish(&first, &note, "a").await.unwrap();
        wording::publish(&far, &other.path().join("note.json"), "b")
            .await
            .unwrap();
        assert_eq!(title(far.texts(), Locale::Es), "Cesta vieja");

        write_file(one.path(), "cart-title = Cesta nueva\n");
        first.texts().reload_if_changed();
        assert_eq!(title(first.texts(), Locale::Es), "Cesta nueva", "here at once");
        assert_eq!(wording::publish(&first, &note, "a").await.unwrap(), 1);
        assert_eq!(title(first.texts(), Locale::Es), "Cesta nueva");
        far.look().await.unwrap();
        assert_eq!(
            title(far.texts(), Locale::Es),
            "Cesta nueva",
            "there without touching its folder"
        );
        // Its own folder is older, and it does not say so again.
        assert_eq!(
            wording::publish(&far, &other.path().join("note.json"), "b")
                .await
                .unwrap(),
            0
        );
        assert_eq!(title(far.texts(), Locale::Es), "Cesta nueva");

        // A mistake, and the program starts anew: what was last good stays.
        write_file(one.path(), "cart-title = Cesta {\n");
        let again = second(shop, Texts::with_folder(one.path().to_owned())).await;
        assert_eq!(title(again.texts(), Locale::Es), "Cesta nueva");
        assert_eq!(again.texts().problems().len(), 1);
        wording::publish(&again, &note, "a").await.unwrap();
        assert_eq!(title(again.texts(), Locale::Es), "Cesta nueva");

        // Mended while nobody ran: it is newer than what is noted.
        write_file(one.path(), "cart-title = Cesta mejor\n");
        let mended = second(shop, Texts::with_folder(one.path().to_owned())).await;
        assert_eq!(wording::publish(&mended, &note, "a").await.unwrap(), 1);
        assert_eq!(title(mended.texts(), Locale::Es), "Cesta mejor");
    }
);

/// A program whose folder says the same as that of another one, and that other one, which then said something newer.
async fn two_folders(shop: &TestShop, folders: [&Path; 2], note: &Path) -> (Shop, service::Result<usize>) {
    for folder in folders {
        write_file(folder, "cart-title = Cesta vieja\n");
    }
    let first = second(shop, Texts::with_folder(folders[0].to_owned())).await;
    let published = wording::publish(&first, note, "a").await;
    let far = second(shop, Texts::with_folder(folders[1].to_owned())).await;
    let far_note = folders[1].join("note.json");
    wording::publish(&far, &far_note, "b").await.unwrap();
    write_file(folders[1], "cart-title = Cesta nueva\n");
    far.texts().reload_if_changed();
    assert_eq!(wording::publish(&far, &far_note, "b").await.unwrap(), 1);
    first.look().await.unwrap();
    (first, published)
}

both!(a_program_knows_by_itself_what_it_has_told, async |shop| {
    let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let note = one.path().join("note.json");
    let (first, published) = two_folders(shop, [one.path(), other.path()], &note).await;
    published.unwrap();
    // As one of another machine would be.
    fs::write(&note, r#"{"es":{"cart-title":1}}"#).unwrap();
    write_file(one.path(), "cart-title = Cesta vieja\ncart-undo = Atrás\n");
    first.texts().reload_if_changed();
    assert_eq!(
        wording::publish(&first, &note, "a").await.unwrap(),
        1,
        "only what changed here"
    );
    first.look().await.unwrap();
    assert_eq!(title(first.texts(), Locale::Es), "Cesta nueva");
    assert!(fs::read_to_string(&note).unwrap().contains("cart-undo"));
});

both!(where_no_note_can_be_written_nothing_is_told_twice, async |shop| {
    let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let note = one.path().join("data/note.json");
    let (first, published) = two_folders(shop, [one.path(), other.path()], &note).await;
    assert!(published.is_err(), "there is no such folder");
    for _ in 0..2 {
        assert!(wording::publish(&first, &note, "a").await.is_err());
        assert_eq!(title(first.texts(), Locale::Es), "Cesta nueva", "nothing is taken back");
    }
    fs::create_dir(one.path().join("data")).unwrap();
    assert_eq!(wording::publish(&first, &note, "a").await.unwrap(), 0);
    assert!(fs::read_to_string(&note).unwrap().contains("cart-title"));
    assert_eq!(title(first.texts(), Locale::Es), "Cesta nueva");
});

both!(the_glossary_of_the_folder_is_the_one_that_is_changed, async |shop| {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("glossary.csv");
    let built_in = include_str!("../../../../locales/glossary.csv");
    let changed = |english: &str, before: &str, text: &str| {
        let change = GlossaryChange {
            english: english.to_owned(),
            locale: Locale::Es,
            before: before.to_owned(),
            text: text.to_owned(),
        };
        edited(built_in, &[change])
    };
    fs::write(&file, changed("honey", "miel", "miel pura")).unwrap();
    let own = second(shop, Texts::with_folder(folder.path().to_owned())).await;
    let word = |english: &str| {
        let glossary = own.glossary();
        let line = glossary.lines().iter().find(|line| line.english == english).unwrap();
        line.text(Locale::Es).unwrap().to_owned()
    };
    assert_eq!(word("honey"), "miel pura");
    let judge = reviewer(shop, Locale::Es).await;
    wording::change_word(&own, judge, "cart", "cesta").await.unwrap();
    let list = wording::glossary(&own, judge).await.unwrap();
    let waiting = list.words.iter().find(|word| word.english == "cart").unwrap().waiting[0].id;
    wording::decide_word(&own, judge, waiting, VersionCommand::Approve)
        .await
        .unwrap();
    own.look().await.unwrap();
    assert_eq!((word("honey").as_str(), word("cart").as_str()), ("miel pura", "cesta"));

    assert!(!wording::follow_glossary(&own).await.unwrap(), "it is the same");
    fs::write(&file, changed("honey", "miel", "miel de abeja")).unwrap();
    assert!(wording::follow_glossary(&own).await.unwrap());
    assert_eq!(
        (word("honey").as_str(), word("cart").as_str()),
        ("miel de abeja", "cesta")
    );
    // A line that is none, as of a file that was cut off.
    fs::write(&file, "english,ug,zh,es,note\nhoney,ھەسەل\n").unwrap();
    wording::follow_glossary(&own).await.unwrap();
    assert_eq!(word("honey"), "miel de abeja", "what was last good");
    let problems = || -> Vec<Kind> { own.glossary_problems().iter().map(|problem| problem.kind).collect() };
    assert_eq!(problems(), [Kind::GlossaryNothing]);
    fs::remove_file(&file).unwrap();
    wording::follow_glossary(&own).await.unwrap();
    assert_eq!(problems(), [Kind::GlossaryGone]);
    assert_eq!(
        (word("honey").as_str(), word("cart").as_str()),
        ("miel de abeja", "cesta")
    );
    assert!(!wording::follow_glossary(&own).await.unwrap(), "it is told once");
    fs::write(&file, changed("honey", "miel", "miel pura")).unwrap();
    wording::follow_glossary(&own).await.unwrap();
    assert_eq!((word("honey").as_str(), problems()), ("miel pura", Vec::new()));
});

both!(what_went_from_a_file_is_told_after_a_restart_as_well, async |shop| {
    let folder = tempfile::tempdir().unwrap();
    let note = folder.path().join("note.json");
    let start = async |text: &str| {
        write_file(folder.path(), text);
        let program = second(shop, Texts::with_folder(folder.path().to_owned())).await;
        wording::publish(&program, &note, "a").await.unwrap();
        program
    };
    let first = start("cart-title = Cesta vieja\n").await;
    assert!(wording::gone(&first, "a").await.unwrap().is_empty());
    let again = start("cart-undo = Atrás\n").await;
    assert_eq!(title(again.texts(), Locale::Es), "Cesta vieja");
    let gone = wording::gone(&again, "a").await.unwrap();
    assert_eq!(gone.len(), 1, "{gone:?}");
    assert_eq!(gone[0].unit, Some(unit("cart-title")));
    assert!(gone[0].path.ends_with("cart.ftl"));
    assert!(
        wording::gone(&again, "b").await.unwrap().is_empty(),
        "another program's"
    );
    wording::forget(shop, None, &unit("cart-title")).await.unwrap();
    assert!(wording::gone(&again, "a").await.unwrap().is_empty());
});

both!(
    whoever_works_on_the_files_sees_them_over_what_was_said_last,
    async |shop| {
        let folder = tempfile::tempdir().unwrap();
        write_file(folder.path(), "cart-title = Cesta vieja\n");
        let usual = second(shop, Texts::with_folder(folder.path().to_owned())).await;
        let note = folder.path().join("note.json");
        assert_eq!(wording::publish(&usual, &note, "a").await.unwrap(), 1);

        // `bazar l10n serve` on the same data: it tells nobody what it reads.
        let working = second(shop, Texts::with_folder(folder.path().to_owned())).await;
        for saved in ["Cesta nueva", "Cesta mejor"] {
            write_file(folder.path(), &format!("cart-title = {saved}\n"));
            working.texts().reload_if_changed();
            working.look().await.unwrap();
            assert_eq!(title(working.texts(), Locale::Es), saved);
        }
        // A mistake leaves what was last good.
        write_file(folder.path(), "cart-title = Cesta {\n");
        working.texts().reload_if_changed();
        assert_eq!(title(working.texts(), Locale::Es), "Cesta mejor");
    }
);

both!(what_files_of_another_release_said_is_left_aside, async |shop| {
    let built_in = title(shop.texts(), Locale::Es);
    // Beside another text of that name than this program was built with.
    shop.execute(
        "INSERT INTO text_files (lang, unit, source, built_in_hash, node, at) \
         VALUES ('es', 'cart-title', 'Cesta vieja', 1, 'a', 0)",
    )
    .await;
    let program = second(shop, Texts::built_in()).await;
    assert_eq!(title(program.texts(), Locale::Es), built_in);
    // A language of another program is none of this one's.
    shop.execute(
        "INSERT INTO text_files (lang, unit, source, built_in_hash, node, at) \
         VALUES ('xx', 'cart-title', 'Xx', 1, 'a', 0)",
    )
    .await;
    program.look().await.unwrap();
    assert_eq!(title(program.texts(), Locale::Es), built_in);
    let writer = translator(shop, Locale::Es).await;
    id_of(&suggest(&program, writer, "cart-title", "Mi cesta").await);
});

both!(
    an_older_folder_that_says_the_same_takes_no_approval_back,
    async |shop| {
        let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        for folder in [&one, &other] {
            write_file(folder.path(), "cart-title = Cesta vieja\n");
        }
        let (note, far_note) = (one.path().join("note.json"), other.path().join("note.json"));
        let first = second(shop, Texts::with_folder(one.path().to_owned())).await;
        let far = second(shop, Texts::with_folder(other.path().to_owned())).await;
        wording::publish(&first, &note, "a").await.unwrap();
        wording::publish(&far, &far_note, "b").await.unwrap();
        write_file(one.path(), "cart-title = Cesta nueva\n");
        first.texts().reload_if_changed();
        wording::publish(&first, &note, "a").await.unwrap();
        far.look().await.unwrap();
        assert_eq!(title(far.texts(), Locale::Es), "Cesta nueva");

        let judge = reviewer(shop, Locale::Es).await;
        let id = id_of(&suggest(&far, judge, "cart-title", "Cesta vieja").await);
        decide(&far, judge, id, VersionCommand::Approve).await.unwrap();
        wording::note_baseline(&far).await.unwrap();
        for program in [&first, &far] {
            program.look().await.unwrap();
            assert_eq!(title(program.texts(), Locale::Es), "Cesta vieja");
        }
        assert_eq!(
            wording::approved(&first).await.unwrap().len(),
            1,
            "it still has to go into the files"
        );
    }
);

both!(what_a_program_cannot_use_is_told_to_translators, async |shop| {
    let folder = tempfile::tempdir().unwrap();
    write_file(folder.path(), "cart-title = Cesta {\ncart-nothing = x\n");
    let texts = Texts::with_folder(folder.path().to_owned());
    // Two programs on the same files.
    for node in ["node-a", "node-b"] {
        wording::tell_problems(shop, node, &texts.problems()).await.unwrap();
    }
    let es = translator(shop, Locale::Es).await;
    let told = wording::problems(shop, es, Locale::Es).await.unwrap();
    assert_eq!(told.len(), 2, "{told:?}");
    let is_own = |problem: &wording::ProblemView| problem.language == Some(Locale::Es) && problem.path == "es/cart.ftl";
    assert!(
        told.iter()
            .all(|problem| is_own(problem) && !problem.sentence.is_empty())
    );
    assert_eq!(told.iter().map(|problem| problem.line).collect::<Vec<_>>(), [1, 2]);
    for node in ["node-a", "node-b"] {
        wording::tell_problems(shop, node, &[]).await.unwrap();
    }
    assert!(wording::problems(shop, es, Locale::Es).await.unwrap().is_empty());
});

both!(very_many_mistakes_in_one_language_hide_none_of_another, async |shop| {
    let folder = tempfile::tempdir().unwrap();
    let unknown: String = (0..300)
        .map(|number| format!("cart-nothing-{number} = No hay nada en la cesta\n"))
        .collect();
    write_file(folder.path(), &unknown);
    fs::create_dir(folder.path().join("ug")).unwrap();
    fs::write(folder.path().join("ug/cart.ftl"), "cart-title = {\n").unwrap();
    let texts = Texts::with_folder(folder.path().to_owned());
    wording::tell_problems(shop, "node-a", &texts.problems()).await.unwrap();
    let ug = translator(shop, Locale::Ug).await;
    let told = wording::problems(shop, ug, Locale::Ug).await.unwrap();
    let of = |language: Locale| told.iter().filter(move |problem| problem.language == Some(language));
    assert_eq!(told[0].language, Some(Locale::Ug), "one's own come first");
    assert!(of(Locale::Ug).count() > 0 && (100..300).contains(&of(Locale::Es).count()));
});

both!(
    approved_texts_go_into_the_files_with_the_name_of_who_wrote_them,
    async |shop| {
        let folder = tempfile::tempdir().unwrap();
        write_file(
            folder.path(),
            "# review: right?\ncart-title = Cesta vieja\n\n# Last\ncart-undo = Deshacer\n",
        );
        let own = second(shop, Texts::with_folder(folder.path().to_owned())).await;
        let writer = translator(shop, Locale::Es).await;
        let judge = reviewer(shop, Locale::Es).await;
        let id = id_of(&suggest(&own, writer, "cart-title", "Cesta nueva").await);
        decide(&own, judge, id, VersionCommand::Approve).await.unwrap();

        let taken = wording::take(&own, judge).await.unwrap();
        assert_eq!(taken.count, 1);
        assert_eq!(
            taken.files["es/cart.ftl"], "cart-title = Cesta nueva\n\n# Last\ncart-undo = Deshacer\n",
            "the question goes, and nothing else"
        );
        let bundle = wording::bundle(&taken).unwrap();
        assert!(bundle.starts_with(b"PK") && bundle.windows(11).any(|name| name == b"es/cart.ftl"));
        assert!(taken.mail.contains("+cart-title = Cesta nueva") && taken.mail.starts_with("From "));
        let all = wording::approved(&own).await.unwrap();
        assert_eq!(all.len(), 1);
        assert!(all[0].replaces.contains(&source_hash("Cesta vieja")));

        // Once the files say it, it lies over them no more.
        fs::write(folder.path().join("es/cart.ftl"), &taken.files["es/cart.ftl"]).unwrap();
        own.texts().reload_if_changed();
        wording::note_baseline(&own).await.unwrap();
        own.catch_up().await.unwrap();
        assert_eq!(wording::approved(&own).await.unwrap().len(), 0);
        assert_eq!(title(own.texts(), Locale::Es), "Cesta nueva");
        let view = wording::get(&own, judge, &unit("cart-title")).await.unwrap();
        assert!(view.versions[0].is_taken);
        assert!(matches!(
            decide(&own, judge, id, VersionCommand::Undo).await,
            Err(Error::Refused(ErrorCode::InvalidTransition))
        ));
    }
);

both!(nothing_goes_over_what_the_operator_wrote_meanwhile, async |shop| {
    let folder = tempfile::tempdir().unwrap();
    write_file(folder.path(), "cart-title = Cesta vieja\n");
    let own = second(shop, Texts::with_folder(folder.path().to_owned())).await;
    let (writer, judge) = (translator(shop, Locale::Es).await, reviewer(shop, Locale::Es).await);
    let late = id_of(&suggest(&own, writer, "cart-title", "Cesta nueva").await);
    write_file(folder.path(), "cart-title = Cesta del taller\n");
    own.texts().reload_if_changed();
    assert!(matches!(
        decide(&own, judge, late, VersionCommand::Approve).await,
        Err(Error::Refused(ErrorCode::InvalidTransition))
    ));
    assert_eq!(title(own.texts(), Locale::Es), "Cesta del taller");

    // Whoever wrote it sees both now, and sends it once more.
    let id = id_of(&suggest(&own, writer, "cart-title", "Cesta nueva").await);
    let view = wording::get(&own, writer, &unit("cart-title")).await.unwrap();
    assert_eq!(view.versions[0].before.as_deref(), Some("Cesta del taller"));
    decide(&own, judge, id, VersionCommand::Approve).await.unwrap();
    assert_eq!(title(own.texts(), Locale::Es), "Cesta nueva");
    let taken = wording::take(&own, judge).await.unwrap();
    assert!(taken.mail.contains("+cart-title = Cesta nueva") && taken.left.is_empty());

    write_file(folder.path(), "cart-title = Cesta del dueño\n");
    own.texts().reload_if_changed();
    let taken = wording::take(&own, judge).await.unwrap();
    assert_eq!(taken.left, [unit("cart-title")], "as `bazar l10n take` says it");
    assert!(taken.mail.is_empty() && taken.files.is_empty());
});

both!(words_and_answered_questions_go_into_the_files_as_well, async |shop| {
    let folder = tempfile::tempdir().unwrap();
    write_file(folder.path(), "# Title\n# review: right?\ncart-title = Cesta vieja\n");
    let glossary = include_str!("../../../../locales/glossary.csv");
    fs::write(folder.path().join("glossary.csv"), glossary).unwrap();
    let own = second(shop, Texts::with_folder(folder.path().to_owned())).await;
    let judge = reviewer(shop, Locale::Es).await;
    assert!(wording::take(&own, judge).await.unwrap().files.is_empty());

    let view = wording::get(&own, judge, &unit("cart-title")).await.unwrap();
    let new = wording::NewAnswer {
        question: view.questions[0].hash,
        before: source_hash(""),
        text: "Sí",
    };
    wording::answer(&own, judge, &view.unit, new).await.unwrap();
    wording::change_word(&own, judge, "cart", "cesta").await.unwrap();
    let list = wording::glossary(&own, judge).await.unwrap();
    let word = list.words.into_iter().find(|word| word.english == "cart").unwrap();
    wording::decide_word(&own, judge, word.waiting[0].id, VersionCommand::Approve)
        .await
        .unwrap();

    let taken = wording::take(&own, judge).await.unwrap();
    assert_eq!(taken.count, 0, "no text says something else");
    assert_eq!(taken.files["es/cart.ftl"], "# Title\ncart-title = Cesta vieja\n");
    assert!(taken.files["glossary.csv"].contains("cesta"));
    assert!(taken.mail.contains("-# review: right?") && taken.mail.contains("b/locales/glossary.csv"));
    let sender = format!("<translator-{}@invalid>", judge.user().unwrap());
    let from = taken.mail.lines().filter(|line| line.starts_with("From: "));
    assert!(
        from.clone().count() == 2 && from.clone().all(|line| line.ends_with(&sender)),
        "{}",
        taken.mail
    );
    // Other languages' are theirs.
    let other = reviewer(shop, Locale::Zh).await;
    assert!(wording::take(&own, other).await.unwrap().files.is_empty());

    for (path, text) in &taken.files {
        fs::write(folder.path().join(path), text).unwrap();
    }
    own.texts().reload_if_changed();
    assert!(wording::take(&own, judge).await.unwrap().files.is_empty());
});

both!(only_what_all_read_makes_pages_stale, async |shop| {
    let version = async || shop.db().public_versions().await.unwrap().texts;
    let judge = reviewer(shop, Locale::Es).await;
    let before = version().await;
    let id = id_of(&suggest(shop, judge, "cart-title", "Mi cesta").await);
    assert_eq!(version().await, before);
    decide(shop, judge, id, VersionCommand::Approve).await.unwrap();
    let approved = version().await;
    assert_ne!(approved, before);
    shop.execute("UPDATE text_versions SET note = 'x'").await;
    assert_eq!(version().await, approved);
    shop.execute("UPDATE text_versions SET taken_at = 1").await;
    assert_ne!(version().await, approved);
});

both!(what_came_to_nothing_goes_after_a_year, async |shop| {
    let judge = reviewer(shop, Locale::Es).await;
    let no = id_of(&suggest(shop, judge, "cart-title", "No").await);
    decide(shop, judge, no, VersionCommand::Reject).await.unwrap();
    let yes = id_of(&suggest(shop, judge, "cart-title", "Sí").await);
    decide(shop, judge, yes, VersionCommand::Approve).await.unwrap();
    service::retention::sweep(shop).await.unwrap();
    assert_eq!(shop.number("SELECT COUNT(*) FROM text_versions").await, 2);
    shop.clock.advance(366 * DAY);
    let last = shop.now() - 600_000;
    shop.execute(format!(
        "UPDATE settings SET value = '{last}' WHERE name = 'retention-at'"
    ))
    .await;
    service::retention::sweep(shop).await.unwrap();
    assert_eq!(shop.number("SELECT COUNT(*) FROM text_versions").await, 1);
    assert_eq!(
        shop.number("SELECT COUNT(*) FROM text_versions WHERE state = 'approved'")
            .await,
        1
    );
});

both!(
    who_wrote_a_text_that_was_replaced_is_forgotten_after_a_year,
    async |shop| {
        let judge = reviewer(shop, Locale::Es).await;
        for source in ["Primera", "Segunda"] {
            let id = id_of(&suggest(shop, judge, "cart-title", source).await);
            decide(shop, judge, id, VersionCommand::Approve).await.unwrap();
        }
        service::retention::sweep(shop).await.unwrap();
        shop.clock.advance(366 * DAY);
        let last = shop.now() - 600_000;
        shop.execute(format!(
            "UPDATE settings SET value = '{last}' WHERE name = 'retention-at'"
        ))
        .await;
        service::retention::sweep(shop).await.unwrap();
        for (state, known) in [("replaced", 0), ("approved", 1)] {
            let count = format!("SELECT COUNT(author_id) FROM text_versions WHERE state = '{state}'");
            assert_eq!(shop.number(&count).await, known, "{state}");
        }
    }
);

/// A year and a day pass as in a shop that runs: the last round was ten minutes ago.
async fn a_year(shop: &TestShop) {
    service::retention::sweep(shop).await.unwrap();
    shop.clock.advance(366 * DAY);
    let last = shop.now() - 600_000;
    shop.execute(format!(
        "UPDATE settings SET value = '{last}' WHERE name = 'retention-at'"
    ))
    .await;
    service::retention::sweep(shop).await.unwrap();
}

both!(
    who_answered_and_who_changed_a_word_is_forgotten_after_a_year,
    async |shop| {
        let ug = reviewer(shop, Locale::Ug).await;
        let filter = wording::UnitFilter {
            work: Some(domain::UnitWork::Doubtful),
            ..wording::UnitFilter::default()
        };
        let doubted = wording::list(shop, ug, &filter).await.unwrap().lines[0].unit.clone();
        let question = async || wording::get(shop, ug, &doubted).await.unwrap().questions[0].clone();
        let new = wording::NewAnswer {
            question: question().await.hash,
            before: source_hash(""),
            text: "توغرا",
        };
        wording::answer(shop, ug, &doubted, new).await.unwrap();
        wording::change_word(shop, ug, "honey", "ساپ ھەسەل").await.unwrap();
        let list = wording::glossary(shop, ug).await.unwrap();
        let waiting = list.words.iter().find(|word| word.english == "honey").unwrap().waiting[0].id;
        wording::decide_word(shop, ug, waiting, VersionCommand::Approve)
            .await
            .unwrap();
        assert!(question().await.by.is_some_and(|by| !by.is_empty()));
        let signed = async |table: &str, column: &str| {
            let count = format!("SELECT COUNT({column}) FROM {table}");
            shop.number(&count).await
        };
        assert_eq!(signed("glossary_changes", "author_id").await, 1);

        a_year(shop).await;
        let answered = question().await;
        assert_eq!(
            (answered.answer.as_deref(), answered.by.as_deref()),
            (Some("توغرا"), Some(""))
        );
        assert_eq!(signed("text_answers", "user_id").await, 0);
        for column in ["author_id", "decided_by"] {
            assert_eq!(signed("glossary_changes", column).await, 0, "{column}");
        }
        assert_eq!(wording::approved_words(shop).await.unwrap().len(), 1, "the word stays");
    }
);

both!(
    what_a_wording_that_is_gone_was_looked_at_beside_goes_after_years,
    async |shop| {
        let own = shop.texts().written(Locale::Es, &unit("cart-title")).unwrap().hash().0;
        let row = async |unit: &str, own: i64, at: i64| {
            shop.execute(format!(
                "INSERT INTO text_seen (lang, unit, other, other_hash, other_source, own_hash, at) \
                 VALUES ('es', '{unit}', 'en', 1, '', {own}, {at})"
            ))
            .await;
        };
        let now = shop.now();
        row("cart-title", own, 1).await;
        row("cart-title", 7, 2).await;
        row("cart-title", 8, 3).await;
        row("cart-title", 9, now).await;
        row("cart-undo", 7, 1).await;
        service::retention::sweep(shop).await.unwrap();
        let left = async |unit: &str, own: i64| {
            let count = format!("SELECT COUNT(*) FROM text_seen WHERE unit = '{unit}' AND own_hash = {own}");
            shop.number(&count).await
        };
        assert_eq!((left("cart-title", 7).await, left("cart-title", 8).await), (0, 0));
        assert_eq!(left("cart-title", own).await, 1, "what is said now");
        assert_eq!(left("cart-title", 9).await, 1, "not long ago");
        assert_eq!(left("cart-undo", 7).await, 1, "the last one that is known");
    }
);
