//! Tables over HTTP: in with a plain form, looked at, said yes to; out as files. And a program that is killed in the middle.

use std::time::Duration;

use domain::Locale;
use testing::Database;

use crate::both::{self, both};
use crate::client::{Ask, Client};
use crate::crash::program::{Data, LOG, number};
use crate::district::THIS;
use crate::pages::rules;
use crate::pictures::file_form;
use crate::template::Template;
use crate::test_app::TestApp;
use crate::world::Who;

const TABLES: &str = "/ug/studio/tables";
/// What the owner of "this" cooperative has waiting in the inhabited shop: a change, and a row that is wrong.
pub const TABLE: &[u8] = b"sku,price,stock\nBADAM-500,26.50,\nBADAM-500,27,\n";

/// The form that brings a table.
pub fn form(path: &str, file: &[u8]) -> Ask {
    file_form(path, "table", &[], "table.csv", "text/csv", file)
}

/// Brings a table; the address of its page.
pub async fn bring(client: &mut Client, file: &[u8]) -> String {
    client.send(form(TABLES, file)).await.is(303).location().to_owned()
}

fn has_state(page: &crate::html::Page, state: &str) -> bool {
    page.has(&format!("[data-testid='import-state'][data-state='{state}']"))
}

both!(a_table_is_looked_at_matched_and_said_yes_to_without_a_script);
async fn a_table_is_looked_at_matched_and_said_yes_to_without_a_script() {
    let app = TestApp::inhabited().await;
    let mut client = app.client_of(Who::Editor);
    let start = client.get(TABLES).await.is(200).page();
    assert!(start.has("form[data-testid='table-form'] input[type=file]"));
    let before = app.snapshot().await;
    let file = "uno;dos;tres\r\nBADAM-500;27,50;x\r\nBADAM-500-B;1;y\r\n";
    let path = bring(&mut client, file.as_bytes()).await;
    let answer = client.get(&path).await.is(200);
    rules::hold(&answer, Locale::Ug, &path);
    let page = answer.page();
    assert!(has_state(&page, "refused") && page.has("[data-testid='refusal']"));
    let mut fields = page.form("match-columns");
    for (name, value) in [("column-0", "sku"), ("column-1", "price")] {
        fields.iter_mut().find(|(of, _)| of == name).unwrap().1 = value.to_owned();
    }
    client.post(&path, &fields).await.is(303);
    let answer = client.get(&path).await.is(200);
    rules::hold(&answer, Locale::Ug, &path);
    let page = answer.page();
    assert!(has_state(&page, "ready"), "{}", page.text());
    assert_eq!(page.count("[data-testid='preview-row']"), 2);
    assert!(page.has("[data-testid='preview-row'][data-was='changed']"));
    assert!(page.has("[data-testid='problems'] [data-problem='required']"));
    let csv = client.get(&format!("{path}/problems")).await.is(200);
    assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8");
    assert!(csv.text().starts_with('\u{FEFF}'));
    let now = app.snapshot().await;
    let changed = now.changed_since(&before);
    assert!(
        !changed.contains(&"offers") && !changed.contains(&"products"),
        "{changed:?}"
    );
    let fields = page.form("confirm-import");
    client.post(&path, &fields).await.is(303);
    let running = client.get(&path).await.is(200);
    assert_eq!(running.header("refresh"), "3", "the page looks again by itself");
    assert!(has_state(&running.page(), "running") && running.page().has("form[data-testid='stop-import']"));
    while service::studio::tables::take_over_next(&app.shop).await.unwrap() {}
    let answer = client.get(&path).await.is(200);
    rules::hold(&answer, Locale::Ug, &path);
    assert!(has_state(&answer.page(), "done"));
    assert_eq!(
        app.number("SELECT price_minor FROM offers WHERE sku = 'BADAM-500'")
            .await,
        2750
    );
}

both!(lots_are_looked_at_and_come_in_without_a_script);
async fn lots_are_looked_at_and_come_in_without_a_script() {
    let app = TestApp::inhabited().await;
    let mut client = app.client_of(Who::Editor);
    let start = client.get(TABLES).await.is(200).page();
    assert!(start.has("[data-testid='exports'] a[href='/ug/studio/export/lots.xlsx'][data-plain]"));
    let rows = "SELECT COUNT(*) FROM lots WHERE harvested = '2025-09' AND amount = 3";
    let path = bring(
        &mut client,
        b"sku,harvested,origin,came-in\nBADAM-500,2025-09,<b>Bulaq</b>,3\nBADAM-500,soon,,3\n",
    )
    .await;
    let answer = client.get(&path).await.is(200);
    rules::hold(&answer, Locale::Ug, &path);
    let page = answer.page();
    assert!(has_state(&page, "ready"), "{}", page.text());
    assert!(
        page.text_of("new-lot").unwrap().contains("<b>Bulaq</b>"),
        "as it was typed"
    );
    assert!(page.has("[data-testid='problems'] [data-problem='invalid-day']"));
    assert_eq!(app.number(rows).await, 0, "nothing before a yes");
    let fields = page.form("confirm-import");
    for _ in 0..2 {
        client.post(&path, &fields).await.is(303);
        while service::studio::tables::take_over_next(&app.shop).await.unwrap() {}
    }
    let answer = client.get(&path).await.is(200);
    rules::hold(&answer, Locale::Ug, &path);
    assert!(has_state(&answer.page(), "done") && answer.page().has(".c-notice--good"));
    assert_eq!(app.number(rows).await, 1, "once, also after a second yes");
}

both!(a_file_of_translators_is_shown_text_by_text);
async fn a_file_of_translators_is_shown_text_by_text() {
    let app = TestApp::inhabited().await;
    let mut client = app.client_of(Who::Editor);
    app.execute("DELETE FROM translations WHERE entity = 'product' AND lang = 'es' AND field = 'name'")
        .await;
    let start = client.get(TABLES).await.is(200).page();
    let file = "/ug/studio/export/texts-es.xlf";
    assert!(start.has(&format!("[data-testid='translation-files'] a[href='{file}']")));
    let sent = client.get(file).await.is(200).text();
    let empty = "<target state=\"needs-translation\"></target>";
    assert!(sent.contains(empty), "{sent}");
    let back = sent.replace(empty, "<target>بادام</target>");
    let path = bring(&mut client, back.as_bytes()).await;
    let answer = client.get(&path).await.is(200);
    rules::hold(&answer, Locale::Ug, &path);
    let page = answer.page();
    assert!(has_state(&page, "ready"), "{}", page.text());
    assert!(page.has("[data-testid='changed-text'] [lang='es']") && page.has("[data-testid='foreign-text']"));
    assert!(!page.has("form[data-testid='match-columns']"), "it is no spreadsheet");
    client.post(&path, &page.form("confirm-import")).await.is(303);
    while service::studio::tables::take_over_next(&app.shop).await.unwrap() {}
    let page = client.get(&path).await.is(200).page();
    assert!(
        has_state(&page, "done") && !page.has(".c-notice--good"),
        "no product is new"
    );
    app.execute("DELETE FROM translations WHERE entity = 'product'").await;
    let answer = client.get(TABLES).await.is(200);
    rules::hold(&answer, Locale::Ug, TABLES);
    let page = answer.page();
    assert!(page.has("[data-testid='translation-files'] li") && !page.has("[data-testid='translation-files'] a"));
}

both!(the_file_of_what_is_wrong_calls_a_text_of_the_page_by_its_name);
async fn the_file_of_what_is_wrong_calls_a_text_of_the_page_by_its_name() {
    let app = TestApp::inhabited().await;
    let mut client = app.client_of(Who::Editor);
    app.execute("DELETE FROM translations WHERE entity = 'cooperative' AND lang = 'es' AND field = 'tagline'")
        .await;
    let sent = client.get("/ug/studio/export/texts-es.xlf").await.is(200).text();
    assert!(sent.contains("id=\"part-1-tagline-es-"), "{sent}");
    let long = format!("<target>{}</target>", "x".repeat(200));
    let back = sent.replace("<target state=\"needs-translation\"></target>", &long);
    let path = bring(&mut client, back.as_bytes()).await;
    let page = client.get(&path).await.is(200).page();
    assert!(page.has("[data-testid='problems'] [data-problem='too-long']"));
    let csv = client.get(&format!("{path}/problems")).await.is(200).text();
    assert!(csv.contains("مۇقاۋا · ") && !csv.contains("cover"), "{csv}");
}

both!(what_is_read_or_cannot_be_read_can_be_called_off);
async fn what_is_read_or_cannot_be_read_can_be_called_off() {
    let app = TestApp::inhabited().await;
    let mut client = app.client_of(Who::Editor);
    let path = bring(&mut client, b"uno;dos\r\n1;2\r\n").await;
    let page = client.get(&path).await.is(200).page();
    assert!(has_state(&page, "refused") && page.has("form[data-testid='match-columns']"));
    assert!(page.has("form[data-testid='cancel-import']"));
    app.execute("UPDATE imports SET state = 'checking', reason = NULL WHERE state = 'refused'")
        .await;
    let answer = client.get(&path).await.is(200);
    rules::hold(&answer, Locale::Ug, &path);
    assert_eq!(answer.header("refresh"), "3");
    let page = answer.page();
    assert!(
        !page.has("form[data-testid='match-columns']"),
        "what somebody chooses would be lost"
    );
    client.post(&path, &page.form("cancel-import")).await.is(303);
    let page = client.get(&path).await.is(200).page();
    assert!(has_state(&page, "canceled") && !page.has("form[data-testid='cancel-import']"));
}

both!(files_are_taken_away_by_those_who_may);
async fn files_are_taken_away_by_those_who_may() {
    let app = TestApp::inhabited().await;
    let mut owner = app.client_of(Who::This);
    for (file, kind, first) in [
        ("products.csv", "text/csv; charset=utf-8", &b"\xEF\xBB\xBF"[..]),
        ("stock.csv", "text/csv; charset=utf-8", b"\xEF\xBB\xBF"),
        ("lots.csv", "text/csv; charset=utf-8", b"\xEF\xBB\xBF"),
        ("orders.csv", "text/csv; charset=utf-8", b"\xEF\xBB\xBF"),
        ("figures-days.csv", "text/csv; charset=utf-8", b"\xEF\xBB\xBF"),
        ("texts-es.xlf", "application/xliff+xml", b"<?xml version"),
        (
            "figures-months.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            b"PK\x03\x04",
        ),
        (
            "stock.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            b"PK\x03\x04",
        ),
    ] {
        let answer = owner.get(&format!("/zh/studio/export/{file}")).await.is(200);
        assert_eq!(answer.header("content-type"), kind, "{file}");
        assert_eq!(answer.header("cache-control"), "no-store", "{file}");
        assert!(
            answer
                .header("content-disposition")
                .starts_with("attachment; filename="),
            "{file}"
        );
        assert!(answer.body.starts_with(first), "{file}");
    }
    for file in [
        "products",
        "products.pdf",
        "figures.csv",
        "users.csv",
        "..%2Fa.csv",
        "texts-en.xlf",
    ] {
        owner.get(&format!("/zh/studio/export/{file}")).await.is(404);
    }
    let mut packer = app.client_of(Who::Packer);
    let orders = packer.get("/zh/studio/export/orders.csv").await.is(200).text();
    assert_eq!(orders.lines().count(), 2);
    packer.get("/zh/studio/export/products.csv").await.is(404);
    packer.get("/zh/studio/export/lots.csv").await.is(404);
    packer.get("/zh/studio/export/figures-days.csv").await.is(404);
    packer.get("/zh/studio/export/texts-es.xlf").await.is(404);
    let mut finance = app.client_of(Who::Finance);
    let page = finance.get("/zh/studio/figures?by=month").await.is(200).page();
    assert!(page.has("a[href='/zh/studio/export/figures-months.csv'][data-plain]"));
    finance.get("/zh/studio/export/figures-months.csv").await.is(200);
    let page = packer.get(TABLES).await.is(200).page();
    assert!(!page.has("input[type=file]"), "who only packs imports nothing");
    app.client_of(Who::Editor)
        .get("/zh/studio/export/orders.csv")
        .await
        .is(404);
    app.client_of(Who::Host).get(TABLES).await.is(404);
}

/// Mostly rows that say too little; each tenth is a product.
fn long_table(rows: usize) -> String {
    let mut table = String::from("sku,name,net,price,stock,category\n");
    for row in 0..rows {
        let price = if row % 10 == 0 { "12.50" } else { "" };
        table.push_str(&format!("K-{row},Long {row},500,{price},3,badam\n"));
    }
    table
}

/// How far a running import is, as its page says; nothing once it has ended.
async fn through(client: &mut Client, path: &str) -> Option<String> {
    let page = client.get(path).await.is(200).page();
    page.has("[data-testid='import-state'][data-state='running']").then(|| {
        ["count-new", "count-wrong"]
            .map(|count| page.text_of(count).unwrap())
            .join(" ")
    })
}

async fn imports_survive(data: Data) {
    let account = Template::plain()
        .accounts
        .iter()
        .find(|account| account.role == THIS)
        .unwrap();
    let mut program = data.start();
    let mut client = Client::new(program.addr);
    let fields = [("phone", account.phone.as_str()), ("password", &account.password)];
    client.post("/ug/account/sign-in", &fields).await.is(303);
    let path = bring(&mut client, long_table(6_000).as_bytes()).await;
    let page = client.get(&path).await.is(200).page();
    client.post(&path, &page.form("confirm-import")).await.is(303);
    // Cut each time it has gone on a little since it was started; it must not have ended.
    for _ in 0..3 {
        let begun = through(&mut client, &path).await.unwrap();
        while through(&mut client, &path).await.unwrap() == begun {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        program.kill();
        program = data.start();
        client = Client::with_cookies(program.addr, &client.cookies);
    }
    while through(&mut client, &path).await.is_some() {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    program.kill();
    let db = data.open().await;
    let log = std::fs::read_to_string(data.folder.path().join(LOG)).unwrap();
    for (what, sql, expected) in [
        ("done", "SELECT COUNT(*) FROM imports WHERE state = 'done'", 1),
        ("new", "SELECT new_rows FROM imports", 600),
        ("wrong", "SELECT wrong_rows FROM imports", 5_400),
        ("products", "SELECT COUNT(*) FROM products WHERE status = 'draft'", 600),
        (
            "names",
            "SELECT COUNT(DISTINCT key) FROM goods_keys WHERE key LIKE 'sku:K-%'",
            600,
        ),
        ("ledger", "SELECT COUNT(*) FROM stock_movements WHERE on_hand = 3", 600),
    ] {
        assert_eq!(number(&db, sql).await, expected, "{what}: {log}");
    }
    db.close().await;
    data.is_sound("after the import").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_import_survives_kills() {
    imports_survive(Data::on_sqlite().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_import_on_postgres_survives_kills() {
    both::on(Database::Postgres, async {
        imports_survive(Data::on_postgres().await).await;
    })
    .await;
}
