//! The translators' commands, on the shop's own texts.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use domain::{Locale, Viewed};
use http_body_util::BodyExt;
use l10n::unit::UnitId;
use l10n::verdict::{CheckOptions, check};
use l10n::{Kind, Level, Texts};
use serde_json::Value;
use server::l10n::{export, files, fix, import, live, pseudo, report};
use server::router::Lifecycle;
use tempfile::TempDir;
use testing::copy_folder;
use tokio::sync::watch;
use tower::ServiceExt;
use wording::exchange::{ExchangeError, ExchangeRow, Format, UnitState, read};
use wording::{Edit, Pseudo, splice, units};

use crate::test_app::temp_dir;

fn locales() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../locales")
}

/// A copy of the shop's texts that a test may change.
fn own_locales() -> (TempDir, PathBuf) {
    let folder = temp_dir();
    let root = folder.path().join("locales");
    copy_folder(&locales(), &root);
    (folder, root)
}

fn id(text: &str) -> UnitId {
    UnitId::parse(text).unwrap()
}

fn say(root: &Path, file: &str, unit: &str, source: Option<&str>) {
    let path = root.join(file);
    let edit = Edit {
        source: source.map(str::to_owned),
        ..Edit::say(id(unit), "")
    };
    let text = splice(&fs::read_to_string(&path).unwrap(), &[edit]).unwrap();
    fs::write(path, text).unwrap();
}

/// Takes texts out of the shop and changes some on their way.
fn came_back(root: &Path, format: Format, changes: &[(&str, &str)]) -> import::Import {
    let bytes = export::export(root, "es", format, false).unwrap();
    let mut exchange = read(format, &bytes).unwrap();
    for (unit, source) in changes {
        let row = exchange.rows.iter_mut().find(|row| row.id == id(unit)).unwrap();
        row.source = Some((*source).to_owned());
    }
    let language = import::language_of(&exchange, Some("es")).unwrap();
    import::plan(root, language, &exchange).unwrap()
}

#[test]
fn the_shops_own_texts_come_back_as_they_went() {
    let root = locales();
    for format in Format::ALL {
        let import = came_back(&root, format, &[]);
        assert!(import.files.is_empty(), "{format:?}: {}", import::shown(&import, "en"));
        assert_eq!((import.changed, import.refused.len()), (0, 0), "{format:?}");
        assert!(import.same > 1000, "{format:?}: {}", import.same);
    }
}

#[test]
fn texts_of_another_language_or_of_other_rows_are_refused_whole() {
    let root = locales();
    let uyghur = read(Format::Csv, &export::export(&root, "ug", Format::Csv, false).unwrap()).unwrap();
    let refused = import::plan(&root, "es", &uyghur).unwrap_err().to_string();
    assert!(refused.contains("ug") && refused.contains("es"), "{refused}");
    assert!(import::plan(&root, "ug", &uyghur).is_ok());

    // "Delete cell, shift up" in a table, above most of its rows.
    let mut slipped = read(Format::Csv, &export::export(&root, "es", Format::Csv, false).unwrap()).unwrap();
    let sources: Vec<Option<String>> = slipped.rows.iter().map(|row| row.source.clone()).collect();
    for (row, below) in slipped.rows.iter_mut().zip(sources.into_iter().skip(1)).skip(200) {
        row.source = below;
    }
    assert!(import::plan(&root, "es", &slipped).is_err());
}

#[test]
fn texts_that_say_what_others_say_as_well_are_honest_work() {
    let root = locales();
    let exchange = || read(Format::Csv, &export::export(&root, "es", Format::Csv, false).unwrap()).unwrap();
    let plain = |source: &str| !source.contains(['{', '\n']) && source.chars().count() < 40;
    let short: Vec<usize> = exchange()
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| row.source.as_deref().is_some_and(plain))
        .map(|(at, _)| at)
        .take(80)
        .collect();
    let [some, others] = [&short[..40], &short[40..]];
    assert_eq!(others.len(), 40);

    // One word for what had many.
    let mut one = exchange();
    let word = one.rows[others[0]].source.clone();
    for at in some {
        one.rows[*at].source.clone_from(&word);
    }
    assert!(import::plan(&root, "es", &one).is_ok());

    // Each says what another one says, and that one goes on saying it.
    let mut as_well = exchange();
    for (at, other) in some.iter().zip(others) {
        as_well.rows[*at].source = as_well.rows[*other].source.clone();
    }
    assert!(import::plan(&root, "es", &as_well).is_ok());

    // The others say something else by now: the texts were moved.
    for other in others {
        as_well.rows[*other].source = Some("Otra cosa".to_owned());
    }
    assert!(import::plan(&root, "es", &as_well).is_err());
}

#[test]
fn spaces_within_braces_do_not_make_english_another_one_and_lost_letters_are_no_text() {
    let root = locales();
    let mut exchange = read(Format::Csv, &export::export(&root, "es", Format::Csv, false).unwrap()).unwrap();
    let row = |name: &str| exchange.rows.iter().position(|row| row.id == id(name)).unwrap();
    let (named, back) = (row("cart-remove-named"), row("cart-back"));
    let close = |text: &str| text.replace("{ ", "{").replace(" }", "}");
    let closed = &mut exchange.rows[named];
    closed.english = close(&closed.english);
    closed.source = closed.source.as_deref().map(close);
    exchange.rows[back].source = Some("???? PDF ???".to_owned());
    let import = import::plan(&root, "es", &exchange).unwrap();
    assert_eq!((import.changed, import.refused.len()), (1, 1));
    assert_eq!(import.refused[0].id, id("cart-back"));
}

#[test]
fn what_is_wrong_with_a_file_that_comes_back_is_said_by_its_line() {
    let po = "msgid \"\"\nmsgstr \"Language: es\\n\"\n\n<<<<<<< ours\nmsgctxt \"cart-title\"\n";
    let error = read(Format::Po, po.as_bytes()).unwrap_err();
    assert_eq!(error, ExchangeError::Damaged(4));
    assert!(import::unread(&error, "es").contains('4'));
    let nameless = "msgid \"Cart\"\nmsgstr \"Carrito\"\n";
    let error = read(Format::Po, nameless.as_bytes()).unwrap_err();
    assert!(import::unread(&error, "es").contains("msgctxt"), "{error:?}");
    assert!(wording::exchange::is_workbook(b"PK\x03\x04\x14\x00"));
    assert!(!wording::exchange::is_workbook(b"id,english\n"));
}

#[test]
fn a_changed_text_changes_its_line_and_nothing_else() {
    let (_folder, root) = own_locales();
    say(&root, "es/cart.ftl", "cart-empty-title", None);
    let import = came_back(
        &root,
        Format::Xliff2,
        &[
            ("cart-title", "Mi carrito"),
            ("cart-empty-title", "Tu carrito está muy vacío"),
        ],
    );
    assert_eq!(import.changed, 2);
    let shown = import::shown(&import, "es");
    let lines = |sign: char| shown.lines().filter(|line| line.starts_with(sign)).count();
    assert_eq!(
        (lines('+'), lines('-')),
        (3, 2),
        "two texts and the names of the file: {shown}"
    );
    import::write(&root, &import).unwrap();
    let text = fs::read_to_string(root.join("es/cart.ftl")).unwrap();
    let own = units(&text);
    let place = own.iter().position(|unit| unit.id == id("cart-empty-title")).unwrap();
    assert!(
        place > 0 && own.len() > place + 1,
        "a new text stands where the English one does"
    );
    assert!(came_back(&root, Format::Po, &[]).files.is_empty());
    // Somebody saved the file after it was looked at.
    let late = came_back(&root, Format::Csv, &[("cart-title", "Carrito")]);
    say(&root, "es/cart.ftl", "cart-title", Some("Cesto"));
    assert!(import::write(&root, &late).is_err());
    assert!(
        fs::read_to_string(root.join("es/cart.ftl"))
            .unwrap()
            .contains("cart-title = Cesto")
    );
}

#[test]
fn new_texts_keep_the_order_of_the_english_ones() {
    let (_folder, root) = own_locales();
    let english = units(&fs::read_to_string(root.join("en/cart.ftl")).unwrap());
    let order: Vec<UnitId> = english.into_iter().map(|unit| unit.id).take(5).collect();
    let bytes = export::export(&root, "es", Format::Tmx, false).unwrap();
    for unit in &order[1..4] {
        say(&root, "es/cart.ftl", unit.as_str(), None);
    }
    let import = import::plan(&root, "es", &read(Format::Tmx, &bytes).unwrap()).unwrap();
    assert_eq!(import.changed, 3);
    let after = units(&import.files["es/cart.ftl"].after);
    let places: Vec<_> = order
        .iter()
        .map(|unit| after.iter().position(|own| own.id == *unit))
        .collect();
    assert!(places.is_sorted() && places.iter().all(Option::is_some), "{places:?}");
}

#[test]
fn what_is_stale_or_faulty_is_not_taken_and_says_why() {
    let (_folder, root) = own_locales();
    let bytes = export::export(&root, "es", Format::Xliff2, false).unwrap();
    let mut exchange = read(Format::Xliff2, &bytes).unwrap();
    let changes = BTreeMap::from([
        ("cart-title", "Cesta de la compra"),
        ("cart-empty-title", "Tu carrito { $nombre }"),
        ("cart-empty-text", "Nada\notra-cosa = x"),
    ]);
    for row in &mut exchange.rows {
        if let Some(source) = changes.get(row.id.as_str()) {
            row.source = Some((*source).to_owned());
        }
    }
    exchange.rows[0].id = id("cart-nobodys");
    // Meanwhile the English text says something else.
    say(&root, "en/cart.ftl", "cart-title", Some("Basket of the day"));
    let import = import::plan(&root, "es", &exchange).unwrap();
    let why = |unit: &str| {
        let refused = import.refused.iter().find(|refused| refused.id == id(unit));
        refused.map(|refused| refused.sentence("es")).unwrap_or_default()
    };
    let stale = why("cart-title");
    assert!(
        stale.contains(": Cart\n") && stale.ends_with(": Basket of the day"),
        "{stale}"
    );
    assert!(
        why("cart-empty-title").contains("nombre"),
        "{}",
        why("cart-empty-title")
    );
    assert_ne!(why("cart-empty-text"), "");
    assert_ne!(why("cart-nobodys"), "");
    assert!(import.files.is_empty(), "{}", import::shown(&import, "es"));
}

#[test]
fn what_is_not_finished_is_written_with_a_question_above_it() {
    let (_folder, root) = own_locales();
    say(&root, "es/cart.ftl", "cart-empty-title", None);
    let bytes = export::export(&root, "es", Format::Po, false).unwrap();
    let mut exchange = read(Format::Po, &bytes).unwrap();
    let changed = [id("cart-title"), id("cart-empty-title")];
    for row in &mut exchange.rows {
        if changed.contains(&row.id) {
            row.source = Some("Mi carrito de hoy".to_owned());
            row.state = UnitState::Doubtful;
        }
    }
    // Somebody doubts what the file says.
    let is_other = |row: &&mut ExchangeRow| row.file == "cart.ftl" && row.state == UnitState::Translated;
    let other = exchange.rows.iter_mut().find(is_other).unwrap();
    other.state = UnitState::Doubtful;
    let unfinished = [&changed[..], std::slice::from_ref(&other.id)].concat();
    exchange.foreign.push(id("cart-empty-text"));
    let import = import::plan(&root, "es", &exchange).unwrap();
    assert_eq!(import.changed, 3, "{}", import::shown(&import, "en"));
    let after = units(&import.files["es/cart.ftl"].after);
    for unit in &unfinished {
        let written = after.iter().find(|own| own.id == *unit).unwrap();
        assert!(written.comment.ends_with(&format!("review: {unit}")), "{written:?}");
    }
    let told = import.refused.first().unwrap();
    assert_eq!((&told.id, &told.why), (&id("cart-empty-text"), &import::Why::Foreign));
    assert_ne!(
        import::ending(&import, true, "en"),
        import::ending(&import, false, "en")
    );
    assert_eq!(
        import::ending(&import::Import::default(), true, "en"),
        "",
        "nothing was written"
    );
}

#[test]
fn a_language_is_said_once_and_agreed_on() {
    let root = locales();
    let po = read(
        Format::Po,
        &export::export(&root, "zh-Hans", Format::Po, false).unwrap(),
    )
    .unwrap();
    assert_eq!(import::language_of(&po, None).unwrap(), "zh-Hans");
    assert_eq!(import::language_of(&po, Some("zh_CN")).unwrap(), "zh-Hans");
    assert!(import::language_of(&po, Some("ug")).is_err());
    let csv = read(Format::Csv, &export::export(&root, "ug", Format::Csv, false).unwrap()).unwrap();
    assert!(import::language_of(&csv, None).is_err());
    for word in ["en", "zh-TW", "ug-Latn", "fr", ""] {
        assert!(files::language(word).is_err(), "{word:?}");
    }
}

#[test]
fn a_file_that_cannot_be_read_says_why_in_the_language_of_its_reader() {
    for error in [
        ExchangeError::TooLarge,
        ExchangeError::TooMany,
        ExchangeError::TooLong("a-b".to_owned()),
        ExchangeError::OtherFormat("PO"),
        ExchangeError::Damaged(7),
        ExchangeError::Row(7),
        ExchangeError::Entities,
        ExchangeError::Name("x\u{1B}".repeat(1000)),
        ExchangeError::Twice(id("a-b")),
    ] {
        let said = import::unread(&error, "es");
        assert!(!said.starts_with("check-") && said.chars().count() < 200, "{said}");
        assert!(!said.contains('\u{1B}'), "{said:?}");
        assert_ne!(said, import::unread(&error, "en"));
    }
}

#[test]
fn only_open_texts_go_out_when_that_is_asked() {
    let (_folder, root) = own_locales();
    say(&root, "es/cart.ftl", "cart-title", None);
    let open = read(Format::Csv, &export::export(&root, "es", Format::Csv, true).unwrap()).unwrap();
    assert!(open.rows.iter().all(|row| row.state != UnitState::Translated));
    let title = open.rows.iter().find(|row| row.id == id("cart-title")).unwrap();
    assert_eq!((title.source.as_deref(), title.state), (None, UnitState::Missing));
    let rows = report::report(&root, None).unwrap();
    let cart = |language: &str| {
        rows.iter()
            .find(|row| row.language == language && row.file == "cart.ftl")
            .unwrap()
    };
    assert_eq!((cart("es").missing, cart("ug").missing), (1, 0));
    assert!(cart("es").errors > 0, "the check tells it as well");
    assert_eq!(cart("es").texts, cart("ug").texts);
    for format in ["md", "html", "json"] {
        let shown = report::shown(&rows, format, "en").unwrap();
        assert!(shown.contains("cart.ftl") && shown.contains("zh-Hans"), "{shown}");
    }
    // A shop knows more.
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let known = report::Known {
        outdated: [("es", names(&["cart-title", "cart-undo"]))].into(),
        views: [(Viewed::Product, 7), (Viewed::Shop, 3)].into(),
    };
    let rows = report::report(&root, Some(&known)).unwrap();
    let row = |language: &str, file: &str| {
        let found = rows.iter().find(|row| row.language == language && row.file == file);
        found.map(|row| (row.outdated, row.views)).unwrap()
    };
    assert_eq!(row("es", "cart.ftl"), (Some(1), None), "the other one is missing");
    assert_eq!(row("ug", "cart.ftl"), (Some(0), None));
    assert_eq!(row("es", "shell.ftl"), (Some(0), Some(10)));
    assert!(report::shown(&rows, "json", "en").unwrap().contains("\"views\": 7"));
}

#[tokio::test]
async fn all_that_is_wrong_stands_on_a_page_for_who_has_the_files() {
    let (_folder, root) = own_locales();
    say(&root, "es/cart.ftl", "cart-title", Some("Mi  { $carrito }"));
    let texts = Texts::with_folder(root.clone());
    let (stop, stopping) = watch::channel(false);
    let router: Router = live::routes(&texts, &root, &Lifecycle::new(stopping));
    let ask = async |lang: &str| {
        let address = format!("{}?lang={lang}", live::PROBLEMS);
        let request = Request::get(address).body(Body::empty()).unwrap();
        let answer = router.clone().oneshot(request).await.unwrap();
        assert_eq!(answer.status(), 200);
        assert!(
            answer.headers()["content-security-policy"]
                .to_str()
                .unwrap()
                .starts_with("default-src 'none'")
        );
        let bytes = answer.into_body().collect().await.unwrap().to_bytes();
        String::from_utf8(bytes.to_vec()).unwrap()
    };
    let page = ask("es").await;
    assert!(page.contains("es/cart.ftl:") && page.contains("cart-title"), "{page}");
    assert!(page.contains("$carrito no existe en inglés"), "{page}");
    assert!(ask("ug").await.contains("<html lang=\"ug\" dir=\"rtl\">"));

    say(&root, "es/cart.ftl", "cart-title", Some("Carrito"));
    assert!(ask("es").await.contains("data-testid=\"none\""));
    stop.send_replace(true);
}

#[test]
fn made_up_texts_can_be_shown_all() {
    for (kind, language) in [
        (Pseudo::Accented, "es"),
        (Pseudo::Mirrored, "ug"),
        (Pseudo::Uyghur, "ug"),
    ] {
        let folder = temp_dir();
        let to = folder.path().join("pseudo");
        let count = pseudo::make(&locales(), language, kind, &to).unwrap();
        assert!(count > 10);
        let checked = check(
            &to,
            &CheckOptions {
                languages: Some(vec![language.to_owned()]),
                level: Level::Error,
                ..CheckOptions::default()
            },
        );
        let told: Vec<String> = checked.findings.iter().map(ToString::to_string).collect();
        assert!(told.is_empty(), "{kind:?}: {told:#?}");
        assert!(
            pseudo::make(&locales(), language, kind, &to).is_err(),
            "nothing is written over"
        );
    }
}

#[test]
fn mends_are_shown_before_they_are_made() {
    let (_folder, root) = own_locales();
    fs::write(root.join("es/zz.ftl"), "\u{FEFF}zz-a = uno  dos\r\n").unwrap();
    let mended = fix::plan(&root, &["es"]).unwrap();
    let ours: Vec<_> = mended.iter().filter(|file| file.path == "es/zz.ftl").collect();
    assert_eq!(ours.len(), 1);
    assert_eq!(ours[0].after, "zz-a = uno dos\r\n");
    assert!(fs::read_to_string(root.join("es/zz.ftl")).unwrap().contains("uno  dos"));
    fix::write(&root, &mended).unwrap();
    assert!(fix::plan(&root, &["es"]).unwrap().is_empty());
}

#[test]
fn what_was_done_to_a_whole_file_is_told_once_and_put_right() {
    let (_folder, root) = own_locales();
    let path = root.join("es/cart.ftl");
    let good = fs::read_to_string(&path).unwrap();
    for (before_names, kind) in [
        ("carrito-", Kind::NamesTranslated),
        ("\tcart-", Kind::LinesIndented),
        ("* cart-", Kind::NamesSign),
    ] {
        fs::write(&path, good.replace("\ncart-", &format!("\n{before_names}"))).unwrap();
        let errors = CheckOptions {
            level: Level::Error,
            ..CheckOptions::default()
        };
        let told: Vec<Kind> = check(&root, &errors)
            .findings
            .iter()
            .map(|finding| finding.kind)
            .collect();
        assert_eq!(told, [kind]);
        let mended = fix::plan(&root, &["es"]).unwrap();
        fix::write(&root, &mended).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), good, "{before_names}");
    }
}

/// What a page hears.
struct Page(Body);

impl Page {
    async fn open(router: &Router) -> Self {
        let request = Request::get("/dev/texts?lang=es").body(Body::empty()).unwrap();
        Self(router.clone().oneshot(request).await.unwrap().into_body())
    }

    /// The next event of which this holds.
    async fn hears(&mut self, holds: impl Fn(&Value) -> bool) -> Value {
        let listen = async {
            loop {
                let frame = self.0.frame().await.unwrap().unwrap();
                let text = String::from_utf8(frame.into_data().unwrap().to_vec()).unwrap();
                let Some(data) = text.trim().strip_prefix("data: ") else {
                    continue;
                };
                let said: Value = serde_json::from_str(data).unwrap();
                if holds(&said) {
                    return said;
                }
            }
        };
        tokio::time::timeout(Duration::from_secs(60), listen).await.unwrap()
    }
}

#[tokio::test]
async fn an_open_page_hears_of_a_saved_text_and_of_a_mistake_until_it_is_mended() {
    let (_folder, root) = own_locales();
    let texts = Texts::with_folder(root.clone());
    let (stop, stopping) = watch::channel(false);
    let router: Router = live::routes(&texts, &root, &Lifecycle::new(stopping));
    let mut page = Page::open(&router).await;
    let first = page.hears(|_| true).await["generation"].as_u64().unwrap();

    say(&root, "es/cart.ftl", "cart-title", Some("Mi carrito"));
    page.hears(|said| said["generation"].as_u64() > Some(first)).await;
    assert_eq!(texts.by_id(Locale::Es, "cart-title").unwrap(), "Mi carrito");

    say(&root, "es/cart.ftl", "cart-title", Some("Mi { $carrito }"));
    let is_told = |said: &Value| said["findings"][0]["unit"] == "cart-title";
    let said = page.hears(is_told).await;
    let finding = &said["findings"][0];
    assert_eq!(finding["level"], "error");
    assert!(finding["place"].as_str().unwrap().contains("es/cart.ftl:"), "{finding}");
    assert!(finding["text"].as_str().unwrap().contains("carrito"), "{finding}");
    assert_eq!(
        texts.by_id(Locale::Es, "cart-title").unwrap(),
        "Mi carrito",
        "the last good one stays"
    );

    say(&root, "es/cart.ftl", "cart-title", Some("Carrito"));
    page.hears(|said| said["findings"].as_array().is_some_and(Vec::is_empty))
        .await;
    assert_eq!(texts.by_id(Locale::Es, "cart-title").unwrap(), "Carrito");

    stop.send_replace(true);
    let to_the_end = async { while page.0.frame().await.is_some() {} };
    let ended = tokio::time::timeout(Duration::from_secs(60), to_the_end).await;
    assert!(ended.is_ok(), "the stream ends with the program");
}
