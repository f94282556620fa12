//! A translator's file changes while the shop runs.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use crate::template::Template;
use crate::test_app::{Options, TestApp, temp_dir};

/// Writes a file as an editor does, at a time of its own: clocks of file systems are coarse.
fn save(folder: &Path, text: &str, second: u64) {
    let file = folder.join("es/cart.ftl");
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(&file, text).unwrap();
    let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000 + second);
    fs::File::options()
        .write(true)
        .open(&file)
        .unwrap()
        .set_modified(time)
        .unwrap();
}

/// What the job does every second.
fn reload(app: &TestApp) -> usize {
    app.shop.texts().reload_if_changed().len()
}

async fn cart_title(app: &TestApp, lang: &str) -> String {
    let page = app.client().get(&format!("/{lang}/cart")).await.is(200).page();
    page.texts().concat()
}

#[tokio::test]
async fn a_changed_text_shows_and_a_broken_one_stays_as_it_last_was() {
    let locales = temp_dir();
    let options = Options {
        locales: Some(locales.path().to_owned()),
        ..Options::default()
    };
    let app = TestApp::start_from(Template::plain(), options).await;
    let chinese = cart_title(&app, "zh").await;

    save(
        locales.path(),
        "cart-title = Mi cestita\ncart-empty-title = Nada aún\n",
        1,
    );
    assert_eq!(reload(&app), 0);
    let changed = cart_title(&app, "es").await;
    assert!(
        changed.contains("Mi cestita") && changed.contains("Nada aún"),
        "{changed}"
    );
    assert_eq!(cart_title(&app, "zh").await, chinese, "other languages stay");

    // One message is broken, one has a variable that is not there, one is nobody's: the rest is taken over.
    let broken =
        "cart-title = Mi cesta nueva\ncart-empty-title = { $nothing }\ncart-empty-text = { \ncart-nobodys = x\n";
    save(locales.path(), broken, 2);
    assert!(reload(&app) >= 2, "what is wrong is told");
    let mended = cart_title(&app, "es").await;
    assert!(mended.contains("Mi cesta nueva"), "{mended}");
    assert!(!mended.contains("{") && !mended.contains("cart-empty"), "{mended}");
    assert!(mended.contains("Nada aún"), "what was last right stays: {mended}");

    // Markup of a translator is text.
    save(locales.path(), "cart-title = <script>alert(1)</script>\n", 3);
    reload(&app);
    let page = app.client().get("/es/cart").await.is(200).page();
    crate::abuse::is_inert(&page, "texts");
    assert!(page.text().contains("<script>alert(1)</script>"));

    let last = cart_title(&app, "es").await;
    fs::remove_file(locales.path().join("es/cart.ftl")).unwrap();
    assert_eq!(reload(&app), 1, "that it is gone is told");
    assert_eq!(cart_title(&app, "es").await, last, "and changes nothing");
}
