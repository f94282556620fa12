//! Labels, packing slips and the poster as files: who gets them, and what is in them.

use domain::Locale;

use crate::both::both;
use crate::buyer;
use crate::client::Answer;
use crate::pages::rules;
use crate::test_app::TestApp;
use crate::world::Who;

const PRINT: &str = "/ug/studio/print";

/// Whether it is a PDF that opens in the browser and is stored nowhere; and its name.
fn file(answer: &Answer) -> String {
    let header = |name: &str| answer.headers.get(name).unwrap().to_str().unwrap().to_owned();
    assert_eq!(header("content-type"), "application/pdf");
    assert_eq!(header("cache-control"), "no-store");
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert!(answer.body.starts_with(b"%PDF-"));
    let disposition = header("content-disposition");
    let name = disposition.strip_prefix("inline; filename=\"").unwrap();
    name.strip_suffix('"').unwrap().to_owned()
}

both!(a_packer_prints_the_label_of_an_order_and_nobody_elses);
async fn a_packer_prints_the_label_of_an_order_and_nobody_elses() {
    let app = TestApp::inhabited().await;
    let order = app.number("SELECT id FROM orders").await;
    let code = app.text("SELECT code FROM order_groups").await;
    for what in ["labels", "slips"] {
        for paper in ["a4", "76x130", "100x150"] {
            let path = format!("{PRINT}?order={order}&order={order}&what={what}&paper={paper}");
            for who in [Who::This, Who::Packer, Who::Finance, Who::Acting] {
                let answer = app.client_of(who).get(&path).await.is(200);
                assert_eq!(file(&answer), format!("{what}-{code}.pdf"), "{who:?}");
            }
            for who in [Who::Other, Who::Editor, Who::Host, Who::Centre] {
                app.client_of(who).get(&path).await.is(404);
            }
            for who in [Who::Anonymous, Who::Shopper] {
                assert!(
                    app.client_of(who)
                        .get(&path)
                        .await
                        .is(303)
                        .location()
                        .contains("sign-in")
                );
            }
        }
    }
    // One that is there beside one that is not: none, and the page says so and goes on with the one.
    let path = format!("{PRINT}?order={order}&order=999999&what=slips&paper=a4");
    let mut packer = app.client_of(Who::Packer);
    let answer = packer.get(&path).await.is(404);
    rules::hold(&answer, Locale::Ug, &path);
    let page = answer.page();
    let said = page.text_of("not-printed").unwrap();
    assert!(said.contains('1') && said.contains('2'), "{said}");
    assert!(page.has("a[href='/ug/studio/packing']"));
    let rest = page.form("print-rest");
    for (name, value) in [
        ("what", "slips"),
        ("paper", "a4"),
        ("orders", order.to_string().as_str()),
    ] {
        assert_eq!(buyer::value_of(&rest, name), value);
    }
    let query = serde_urlencoded::to_string(&rest).unwrap();
    let answer = packer.get(&format!("{PRINT}?{query}")).await.is(200);
    assert_eq!(file(&answer), format!("slips-{code}.pdf"));
    // Whether another cooperative has it is not told: there is nothing to go on with.
    let other = app.client_of(Who::Other).get(&path).await.is(404).page();
    assert!(other.text_of("not-printed").unwrap().contains('2') && !other.has("[data-testid='print-rest']"));
}

both!(from_each_page_the_form_leads_to_the_file);
async fn from_each_page_the_form_leads_to_the_file() {
    let app = TestApp::inhabited().await;
    let order = app.number("SELECT id FROM orders").await;
    let mut packer = app.client_of(Who::Packer);
    let tick = format!("input[type='checkbox'][form='print'][name='order'][value='{order}']");
    for page in ["/ug/studio/packing", "/ug/studio/orders"] {
        let shown = packer.get(page).await.is(200).page();
        assert!(shown.has(&tick), "{page}");
        assert!(shown.has("form#print[action='/ug/studio/print']"), "{page}");
    }
    let page = packer.get(&format!("/ug/studio/orders/{order}")).await.is(200).page();
    let fields = page.form("print-form");
    assert!(fields.contains(&("order".to_owned(), order.to_string())), "{fields:?}");
    // Nothing is accepted yet: nothing waits to be packed.
    let waiting = format!("{PRINT}?all=waiting");
    packer.get(&waiting).await.is(422);
    app.execute("UPDATE orders SET status = 'accepted'").await;
    file(&packer.get(&waiting).await.is(200));
}

both!(nothing_ticked_and_too_much_is_refused_with_words);
async fn nothing_ticked_and_too_much_is_refused_with_words() {
    let app = TestApp::inhabited().await;
    let mut packer = app.client_of(Who::Packer);
    for query in ["", "?order=", "?order=x", "?order=-1", "?what=labels&order=0"] {
        let page = packer.get(&format!("/es/studio/print{query}")).await.is(422).page();
        assert!(page.text().contains("No marcaste"), "{query}");
        assert!(page.has("a[href='/es/studio/packing']"), "{query}");
    }
    let page = packer.get("/es/studio/print?all=waiting").await.is(422).page();
    assert!(
        page.text_of("not-printed")
            .unwrap()
            .contains("No hay pedidos por preparar")
    );
    // So many that one of them at least is not there.
    let many: String = (1..=201).map(|id| format!("&order={id}")).collect();
    let page = packer
        .get(&format!("/es/studio/print?what=slips{many}"))
        .await
        .is(404)
        .page();
    assert!(page.text_of("not-printed").unwrap().contains("201"));
}

/// What is drawn on the only page of a file, from left to right, without its spaces.
fn letters(pdf: &[u8]) -> String {
    let document = lopdf::Document::load_mem(pdf).unwrap();
    assert_eq!(document.get_pages().len(), 1);
    let text = document.extract_text(&[1]).unwrap();
    text.split_whitespace().collect()
}

both!(an_order_that_is_over_is_printed_without_its_buyer);
async fn an_order_that_is_over_is_printed_without_its_buyer() {
    let app = TestApp::inhabited().await;
    let order = app.number("SELECT id FROM orders").await;
    let code = app.text("SELECT code FROM order_groups").await;
    let mut packer = app.client_of(Who::Packer);
    // Uyghur is drawn from its end.
    let name: String = buyer::NAME.chars().rev().filter(|c| !c.is_whitespace()).collect();
    for (what, buyers) in [
        ("labels", vec![name.as_str(), buyer::PHONE]),
        ("slips", vec![name.as_str()]),
    ] {
        let path = format!("{PRINT}?order={order}&what={what}");
        for (state, is_open) in [
            ("status = 'accepted', fulfilment = 'packed'", true),
            ("status = 'accepted', fulfilment = 'delivered'", false),
            ("status = 'completed', fulfilment = 'delivered'", false),
            ("status = 'canceled', fulfilment = 'unfulfilled'", false),
        ] {
            app.execute(&format!("UPDATE orders SET {state}")).await;
            let text = letters(&packer.get(&path).await.is(200).body);
            assert!(text.contains(&code), "{what} {state}: {text}");
            for one in &buyers {
                assert_eq!(text.contains(one), is_open, "{what} {state}: {one} in {text}");
            }
        }
    }
}

both!(without_fonts_it_is_said_so);
async fn without_fonts_it_is_said_so() {
    let app = TestApp::inhabited().await;
    let order = app.number("SELECT id FROM orders").await;
    std::fs::remove_file(app.site().join("assets/print-1.ttc")).unwrap();
    let text = app
        .client_of(Who::Packer)
        .get(&format!("/es/studio/print?order={order}"))
        .await
        .is(503)
        .text();
    assert!(text.contains("fuentes"), "{text}");
    app.client_of(Who::This).get("/es/studio/poster").await.is(503);
}

both!(a_cooperative_passes_its_shop_on);
async fn a_cooperative_passes_its_shop_on() {
    let app = TestApp::inhabited().await;
    let mut owner = app.client_of(Who::This);
    let page = owner.get("/ug/studio/shop/share").await.is(200).page();
    let slug = crate::district::THIS;
    assert!(page.text_of("share").unwrap().contains(&format!("/ug/shops/{slug}")));
    assert!(page.has("svg[data-testid='qr'] path"));
    let poster = owner.get("/ug/studio/poster").await.is(200);
    assert_eq!(file(&poster), format!("poster-{slug}.pdf"));
}

both!(the_fonts_are_no_file_for_browsers);
async fn the_fonts_are_no_file_for_browsers() {
    let app = TestApp::start().await;
    app.client().get("/assets/print-1.ttc").await.is(404);
}

both!(many_orders_become_one_file_and_a_page_says_how_far_it_is);
async fn many_orders_become_one_file_and_a_page_says_how_far_it_is() {
    let app = TestApp::inhabited().await;
    for statement in testing::copies_of_order(205, "'accepted', 'unfulfilled'") {
        app.execute(&statement).await;
    }
    let mut packer = app.client_of(Who::Packer);
    // Ticked by hand they lead to the same kind of file.
    let first = app.number("SELECT MIN(id) FROM orders").await;
    let last = app.number("SELECT MAX(id) FROM orders").await;
    assert_eq!(app.number("SELECT count(*) FROM orders").await, last - first + 1);
    let ticked: String = (first..=last).map(|id| format!("&order={id}")).collect();
    let path = format!("{PRINT}?what=slips&paper=76x130{ticked}");
    let offered = packer.get(&path).await.is(200);
    rules::hold(&offered, Locale::Ug, &path);
    let fields = offered.page().form("print-many");
    assert_eq!(buyer::value_of(&fields, "orders").split(' ').count(), 206);
    assert!(
        fields.iter().all(|(name, _)| name != "all"),
        "only those that were ticked"
    );
    let job = packer.post(PRINT, &fields).await.is(303).location().to_owned();
    let page = packer.get(&job).await.is(200).page();
    assert!(page.text_of("print-progress").unwrap().contains("206"));

    let path = format!("{PRINT}?all=waiting&what=labels&paper=a4");
    let offered = packer.get(&path).await.is(200);
    rules::hold(&offered, Locale::Ug, &path);
    let page = offered.page();
    assert!(page.text().contains("205"), "{}", page.text());
    let fields = page.form("print-many");
    let job = packer.post(PRINT, &fields).await.is(303).location().to_owned();
    assert_eq!(
        packer.post(PRINT, &fields).await.is(303).location(),
        job,
        "pressed twice"
    );
    let making = packer.get(&job).await.is(200);
    rules::hold(&making, Locale::Ug, &job);
    assert_eq!(making.header("refresh"), "2", "the page looks again by itself");
    let state =
        |page: &crate::html::Page, state: &str| page.has(&format!("[data-testid='print-job'][data-state='{state}']"));
    let page = making.page();
    assert!(
        state(&page, "making") && page.has("progress[value='0']"),
        "{}",
        page.text()
    );
    let pdf = format!("{job}/file");
    packer.get(&pdf).await.is(404);
    for who in [Who::Other, Who::Editor, Who::Host, Who::Centre] {
        app.client_of(who).get(&job).await.is(404);
        app.client_of(who).get(&pdf).await.is(404);
    }
    for who in [Who::Finance, Who::This, Who::Acting] {
        app.client_of(who).get(&job).await.is(200);
    }

    let fonts = Some(app.site().join("assets/print-1.ttc"));
    let links = app::studio::order_links("https://bazar.example");
    while service::studio::print_next(&app.shop, fonts.clone(), &links)
        .await
        .unwrap()
    {}
    let done = packer.get(&job).await.is(200);
    rules::hold(&done, Locale::Ug, &job);
    assert!(done.headers.get("refresh").is_none());
    let page = done.page();
    assert!(state(&page, "ready"), "{}", page.text());
    assert!(page.has(&format!(
        "a[data-testid='open-file'][href='{pdf}'][target='_blank'][data-plain]"
    )));
    let answer = packer.get(&pdf).await.is(200);
    assert_eq!(file(&answer), "labels-205.pdf");
    let document = lopdf::Document::load_mem(&answer.body).unwrap();
    assert_eq!(document.get_pages().len(), 52, "four on each");
    for (page, code) in [(1, "0000-0000-0001"), (26, "0000-0000-0101"), (52, "0000-0000-0205")] {
        let text = document.extract_text(&[page]).unwrap();
        let letters: String = text.split_whitespace().collect();
        assert!(letters.contains(code), "{page}: {letters}");
    }
    for who in [Who::Other, Who::Editor, Who::Centre] {
        app.client_of(who).get(&pdf).await.is(404);
    }
}
