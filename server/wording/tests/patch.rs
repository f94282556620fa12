//! A patch is taken by git itself.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use domain::Locale;
use l10n::glossary::GlossaryChange;
use l10n::unit::UnitId;
use wording::{Approved, ApprovedWord, Author, Edit, PatchError, SpliceError, patch};

fn git(folder: &Path, args: &[&str]) -> Output {
    Command::new("git")
        .current_dir(folder)
        .args([
            "-c",
            "user.name=Operator",
            "-c",
            "user.email=operator@example.org",
            "-c",
            "core.autocrlf=false",
        ])
        .args(args)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn said(folder: &Path, args: &[&str]) -> String {
    let output = git(folder, args);
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "git {args:?}: {error}");
    String::from_utf8(output.stdout).unwrap()
}

fn version(folder: &str, file: &str, unit: &str, source: &str, author: &str) -> Approved {
    Approved {
        folder: folder.to_owned(),
        file: file.to_owned(),
        edit: Edit::say(UnitId::parse(unit).unwrap(), source),
        author: Author {
            name: author.to_owned(),
            email: "who@example.org".to_owned(),
        },
        at: 1_796_040_000_000,
    }
}

fn repository(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    said(folder.path(), &["init", "--quiet"]);
    for (path, text) in files {
        let file = folder.path().join("locales").join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    said(folder.path(), &["add", "."]);
    said(folder.path(), &["commit", "--quiet", "-m", "start"]);
    folder
}

#[test]
fn git_takes_the_patch_with_each_authors_name() {
    let long: String = (0..60).map(|n| format!("# {n}\na-b{n} = 文字 {n}\n\n")).collect();
    let folder = repository(&[
        ("ug/cart.ftl", "\u{FEFF}a-b = بىر\r\na-c = ئىككى\r\n"),
        ("zh-Hans/cart.ftl", &long),
        ("es/cart.ftl", "a-b = Uno"),
    ]);
    let versions = [
        version(
            "zh-Hans",
            "cart.ftl",
            "a-b3",
            "新 { $n ->\n    [one] x\n   *[other] y\n}",
            "李明",
        ),
        version("ug", "cart.ftl", "a-b", "يېڭى\nئىككىنچى قۇر", "ئابدۇرەھىم"),
        version("zh-Hans", "cart.ftl", "a-b50", "From 改了", "李明"),
        version("es", "cart.ftl", "a-d", "Dos", "Ana Li"),
        version("es", "home.ftl", "b-c", "Tres", "Ana Li"),
        // Behind somebody else's in the same file.
        version("zh-Hans", "cart.ftl", "a-b51", "Cuatro", "Ana Li"),
        version("zh-Hans", "cart.ftl", "a-b52", "再改", "李明"),
        version("es", "cart.ftl", "a-x", "{ $open", "Ana Li"),
    ];
    let patched = patch(&folder.path().join("locales"), "locales", &versions).unwrap();
    let unit = UnitId::parse("a-x").unwrap();
    assert_eq!(
        patched.left,
        [("es".to_owned(), unit.clone(), SpliceError::NotFluent(unit))]
    );

    fs::write(folder.path().join("p.mbox"), &patched.mail).unwrap();
    said(folder.path(), &["am", "p.mbox"]);
    let authors = said(
        folder.path(),
        &["log", "--reverse", "--format=%an <%ae> %ad", "--date=iso", "-n", "4"],
    );
    let expected = ["李明", "ئابدۇرەھىم", "Ana Li", "李明"]
        .map(|name| format!("{name} <who@example.org> 2026-11-30 20:00:00 +0800"));
    assert_eq!(authors.lines().collect::<Vec<_>>(), expected);
    for (path, text) in &patched.files {
        let on_disk = fs::read(folder.path().join("locales").join(path)).unwrap();
        assert_eq!(String::from_utf8(on_disk).unwrap(), *text, "{path}");
    }
    assert_eq!(patched.files.len(), 4);
    let uyghur = &patched.files["ug/cart.ftl"];
    assert_eq!(uyghur, "\u{FEFF}a-b = يېڭى\r\n    ئىككىنچى قۇر\r\na-c = ئىككى\r\n");
    assert_eq!(said(folder.path(), &["status", "--porcelain"]).trim(), "?? p.mbox");
}

#[test]
fn git_takes_changed_words_behind_the_texts() {
    let words = "# Words\nen,ug,zh,es,note\ncart,ھارۋا,购物车,carrito,\npear,نەشپۈت,梨,pera,\nnut,ياڭاق,核桃,nuez,\n";
    let folder = repository(&[("es/cart.ftl", "a-b = Uno\n"), ("glossary.csv", words)]);
    let base = folder.path().join("locales");
    let mut patched = patch(&base, "locales", &[version("es", "cart.ftl", "a-b", "Dos", "Ana Li")]).unwrap();
    let change = |english: &str, before: &str, text: &str, author: &str| ApprovedWord {
        change: GlossaryChange {
            english: english.to_owned(),
            locale: Locale::Es,
            before: before.to_owned(),
            text: text.to_owned(),
        },
        author: Author {
            name: author.to_owned(),
            email: "who@example.org".to_owned(),
        },
        at: 1_796_040_000_000,
    };
    // The second is in the file already, and the third was changed there meanwhile.
    let changes = [
        change("cart", "carrito", "cesta|carrito", "Ana Li"),
        change("pear", "perita", "pera", "Bo"),
        change("pear", "peral", "peras", "Bo"),
        change("pear", "pera", "pera|perita", "Ana Li"),
        change("nut", "nuez", "nuez|nueces", "Bo"),
    ];
    assert!(patched.take_words(&base, "locales", &changes).unwrap());
    let expected = words
        .replace(",carrito,", ",cesta|carrito,")
        .replace(",pera,", ",pera|perita,")
        .replace(",nuez,", ",nuez|nueces,");
    assert_eq!(patched.files["glossary.csv"], expected);

    fs::write(folder.path().join("p.mbox"), &patched.mail).unwrap();
    said(folder.path(), &["am", "p.mbox"]);
    assert_eq!(fs::read_to_string(base.join("glossary.csv")).unwrap(), expected);
    let bodies = said(folder.path(), &["log", "-n", "2", "--format=%an%n%b"]);
    assert!(
        bodies.starts_with("Bo\n- es: nut\n") && bodies.contains("Ana Li\n- es: cart\n- es: pear\n"),
        "whoever suggested a word is its author: {bodies}"
    );
    let again = patched.take_words(&base, "locales", &changes);
    assert!(!again.unwrap(), "they are in the file");
    let none = tempfile::tempdir().unwrap();
    assert!(!patched.take_words(none.path(), "locales", &changes).unwrap());
}

#[test]
fn what_says_the_same_is_no_patch_and_no_other_file_is_touched() {
    let folder = repository(&[("es/cart.ftl", "a-b = Uno\n")]);
    let base = folder.path().join("locales");
    let same = patch(&base, "locales", &[version("es", "cart.ftl", "a-b", "Uno", "Ana")]).unwrap();
    assert!(same.mail.is_empty() && same.files.is_empty());
    for (of, file) in [
        ("es", "../../x.ftl"),
        ("..", "x.ftl"),
        ("es", "x.txt"),
        ("en/..", "x.ftl"),
    ] {
        let refused = patch(&base, "locales", &[version(of, file, "a-b", "x", "Ana")]);
        assert!(matches!(refused, Err(PatchError::OtherFile(_))), "{of}/{file}");
    }
}
