//! The studio from a phone: today's page, the order list, the packing list.

use crate::both::both;
use crate::buyer;
use crate::test_app::TestApp;
use crate::world::Who;

const LIST: &str = "/ug/studio/orders";
const PACKING: &str = "/ug/studio/packing";

both!(a_parcel_is_accepted_packed_and_handed_over_without_leaving_the_list);
async fn a_parcel_is_accepted_packed_and_handed_over_without_leaving_the_list() {
    let app = TestApp::inhabited().await;
    let order = app.number("SELECT id FROM orders").await;
    let mut packer = app.client_of(Who::Packer);
    let form = format!("next-{order}");
    for (stage, step) in [("new", "accept"), ("to-pack", "pack"), ("to-hand-over", "dispatch")] {
        let page = packer.get(PACKING).await.is(200).page();
        assert!(
            page.has(&format!("[data-testid='packing-{stage}'] [data-testid='parcel']")),
            "{step}"
        );
        assert_eq!(page.has("[data-testid='need']"), step == "pack", "{step}");
        let fields = page.form(&form);
        assert!(fields.contains(&("command".to_owned(), step.to_owned())), "{fields:?}");
        let next = packer.post(PACKING, &fields).await.is(303).location().to_owned();
        assert_eq!(next, format!("{PACKING}?moved={step}&order={order}#parcels"));
        let noted = packer.get(next.split('#').next().unwrap()).await.is(200).page();
        let notice = noted.text_of("moved").unwrap();
        let code = app.text("SELECT code FROM order_groups").await;
        assert!(notice.contains(&code), "{notice}");
        assert!(noted.has("form[data-testid='undo']"), "{step}");
        // The order's page says the same.
        let page = packer.get(&format!("{LIST}/{order}")).await.is(200).page();
        let stage = page
            .first("[data-testid='order-status']")
            .unwrap()
            .attr("data-stage")
            .unwrap();
        let expected = match step {
            "accept" => "to-pack",
            "pack" => "to-hand-over",
            _ => "on-the-way",
        };
        assert_eq!(stage, expected);
    }
    let empty = packer.get(PACKING).await.is(200).page();
    assert!(!empty.has("[data-testid='parcel']"));
}

both!(a_wrong_tap_is_taken_back_from_the_notice_and_a_late_one_says_why);
async fn a_wrong_tap_is_taken_back_from_the_notice_and_a_late_one_says_why() {
    let app = TestApp::inhabited().await;
    let order = app.number("SELECT id FROM orders").await;
    let mut packer = app.client_of(Who::Packer);
    let accept = packer.get(PACKING).await.page().form(&format!("next-{order}"));
    let noted = format!("{PACKING}?moved=accept&order={order}");
    packer.post(PACKING, &accept).await.is(303);
    let undo = packer.get(&noted).await.is(200).page().form("undo");
    packer.post(PACKING, &undo).await.is(303);
    assert_eq!(app.text("SELECT status FROM orders").await, "placed");
    // The page with the notice is looked at once more: nothing is left to take back.
    assert!(!packer.get(&noted).await.is(200).page().has("form[data-testid='undo']"));

    // From the order's page, too; and later it is refused with the reason, on the list.
    let path = format!("{LIST}/{order}");
    let accept = packer.get(&path).await.page().form("step-accept");
    let next = packer.post(&path, &accept).await.is(303).location().to_owned();
    let undo = packer.get(&next).await.is(200).page().form("undo");
    app.execute("UPDATE orders SET updated_at = updated_at - 301000").await;
    assert!(!packer.get(&next).await.is(200).page().has("form[data-testid='undo']"));
    for place in [PACKING, path.as_str()] {
        let late = packer.post(place, &undo).await.is(409).page();
        assert!(late.has("#notice[role='alert']"), "{place}");
        assert!(!late.has("[data-testid='moved']"), "{place}");
    }
    assert_eq!(app.text("SELECT status FROM orders").await, "accepted");
    // Words of a stranger's in the address are not shown.
    for query in [
        "moved=%3Cb%3E&order=1",
        "moved=accept&order=999",
        "moved=accept",
        "order=1",
    ] {
        let page = packer.get(&format!("{PACKING}?{query}")).await.is(200).page();
        assert!(!page.has("[data-testid='moved']"), "{query}");
    }
}

#[tokio::test]
async fn what_is_typed_with_a_parcel_is_kept_when_it_cannot_be_noted() {
    let app = TestApp::inhabited().await;
    let order = app.number("SELECT id FROM orders").await;
    app.execute("UPDATE orders SET status = 'accepted', fulfilment = 'packed'")
        .await;
    let mut packer = app.client_of(Who::Packer);
    let carrier = format!("carrier-{order}");
    let mut fields = packer.get(PACKING).await.page().form(&format!("next-{order}"));
    buyer::set(&mut fields, &carrier, &"x".repeat(201));
    buyer::set(&mut fields, &format!("tracking-{order}"), "EB 1234");
    let page = packer.post(PACKING, &fields).await.is(422).page();
    assert!(page.has(&format!("#field-{carrier}[aria-invalid='true']")));
    assert_eq!(page.value(&format!("tracking-{order}")).unwrap(), "EB 1234");
    let mut fields = page.form(&format!("next-{order}"));
    buyer::set(&mut fields, &carrier, "EMS");
    packer.post(PACKING, &fields).await.is(303);
    assert_eq!(app.text("SELECT carrier || tracking FROM orders").await, "EMSEB 1234");
}

both!(all_parcels_of_a_section_take_their_step_together);
async fn all_parcels_of_a_section_take_their_step_together() {
    let app = TestApp::inhabited().await;
    let mut packer = app.client_of(Who::Packer);
    let alone = packer.get(PACKING).await.is(200).page();
    assert!(!alone.has("form[data-testid='all-accept']"), "one is no section");
    buyer::buy(&mut app.client(), app.offer("BADAM-500").await, "1").await;
    let page = packer.get(PACKING).await.is(200).page();
    let place = packer
        .post(PACKING, &page.form("all-accept"))
        .await
        .is(303)
        .location()
        .to_owned();
    assert_eq!(place, format!("{PACKING}?all=accept#parcels"));
    let page = packer.get(place.split('#').next().unwrap()).await.is(200).page();
    assert!(page.text_of("all-moved").is_some());
    assert_eq!(page.count("[data-testid='packing-to-pack'] [data-testid='parcel']"), 2);
    assert!(!page.has("form[data-testid^='all-']"), "each is packed for itself");
    assert_eq!(
        app.number("SELECT count(*) FROM orders WHERE status = 'accepted'")
            .await,
        2
    );
    // Who only reads has no such button, and what others hold is not there.
    let finance = app.client_of(Who::Finance).get(PACKING).await.is(200).page();
    assert!(!finance.has("form[data-testid^='all-']"));
    app.execute("UPDATE orders SET fulfilment = 'packed'").await;
    let page = packer.get(PACKING).await.is(200).page();
    let mut fields = page.form("all-dispatch");
    // A carrier that is too long stays where it was typed, and nothing is handed over.
    let long = "x".repeat(201);
    buyer::set(&mut fields, "carrier-all", &long);
    let page = packer.post(PACKING, &fields).await.is(422).page();
    let mut fields = page.form("all-dispatch");
    assert_eq!(buyer::value_of(&fields, "carrier-all"), long.as_str());
    assert!(page.has("details[open] #field-carrier-all-error"), "{}", page.text());
    buyer::set(&mut fields, "carrier-all", "EMS");
    app.client_of(Who::Other).post(PACKING, &fields).await.is(404);
    packer.post(PACKING, &fields).await.is(303);
    assert_eq!(app.number("SELECT count(*) FROM orders WHERE carrier = 'EMS'").await, 2);
}

both!(what_the_scales_say_is_typed_at_the_button_and_kept_when_it_cannot_be);
async fn what_the_scales_say_is_typed_at_the_button_and_kept_when_it_cannot_be() {
    let app = TestApp::inhabited().await;
    buyer::buy(&mut app.client(), app.offer("BADAM-LOOSE").await, "2000").await;
    let order = app.number("SELECT MAX(id) FROM orders").await;
    let line = app
        .number(&format!("SELECT id FROM order_lines WHERE order_id = {order}"))
        .await;
    let mut packer = app.client_of(Who::Packer);
    let (form, weight) = (format!("next-{order}"), format!("weight-{line}-{order}"));
    let accept = packer.get(PACKING).await.is(200).page();
    assert!(!accept.has(&format!("#field-{weight}")), "nothing is weighed yet");
    packer.post(PACKING, &accept.form(&form)).await.is(303);

    // The order's page has it, too; of what is sold in packs there is none.
    let page = packer.get(&format!("{LIST}/{order}")).await.is(200).page();
    assert!(page.has(&format!("form[data-testid='step-pack'] #field-weight-{line}")));
    let page = packer.get(PACKING).await.is(200).page();
    assert_eq!(page.count("input[id^='field-weight-']"), 1);
    let mut fields = page.form(&form);
    assert_eq!(buyer::value_of(&fields, &weight), "");
    let code = app
        .text(&format!(
            "SELECT code FROM order_groups WHERE id = (SELECT group_id FROM orders WHERE id = {order})"
        ))
        .await;
    for wrong in ["1.4", "2.21"] {
        buyer::set(&mut fields, &weight, wrong);
        let page = packer.post(PACKING, &fields).await.is(422).page();
        assert!(page.has(&format!("#field-{weight}[aria-invalid='true']")), "{wrong}");
        // Of many parcels the summary says which one, what was typed, and what may be.
        let summary = page.first("#errors[autofocus]").unwrap().text().collect::<String>();
        for said in [code.as_str(), wrong, "1.8", "2.2"] {
            assert!(summary.contains(said), "{said}: {summary}");
        }
        assert!(page.has(&format!("#errors a[href='#field-{weight}']")), "{wrong}");
        assert!(!page.has("#notice[role='alert']"), "said once: {wrong}");
        assert_eq!(page.value(&weight).unwrap(), wrong);
        fields = page.form(&form);
    }
    // A thousand and eight hundred kilograms it cannot be.
    buyer::set(&mut fields, &weight, "1.850");
    packer.post(PACKING, &fields).await.is(303);
    let missing = format!("SELECT missing FROM order_lines WHERE id = {line}");
    assert_eq!(app.number(&missing).await, 150);
    let packed = format!("SELECT count(*) FROM orders WHERE id = {order} AND fulfilment = 'packed'");
    assert_eq!(app.number(&packed).await, 1);
}

both!(orders_are_found_and_narrowed_by_links_and_fields);
async fn orders_are_found_and_narrowed_by_links_and_fields() {
    let app = TestApp::inhabited().await;
    let code = app.text("SELECT code FROM order_groups").await;
    let mut client = app.client_of(Who::This);
    let shown = async |client: &mut crate::client::Client, query: &str| {
        let page = client.get(&format!("{LIST}?{query}")).await.is(200).page();
        page.count("[data-testid='studio-order']")
    };
    for (query, orders) in [
        (String::new(), 1),
        ("stage=new".to_owned(), 1),
        ("stage=to-pack".to_owned(), 0),
        ("stage=unheard-of&after=abc".to_owned(), 1),
        (format!("q=%23{code}"), 1),
        (format!("q={}&stage=done", &code[..9]), 1),
        (format!("q={}", buyer::TAIL), 1),
        ("q=nobody".to_owned(), 0),
        ("place=address".to_owned(), 0),
        ("place=B001".to_owned(), 1),
        ("from=2000-01-01&until=2000-01-02".to_owned(), 0),
    ] {
        assert_eq!(shown(&mut client, &query).await, orders, "{query}");
    }
    let today = client.get("/ug/studio").await.is(200).page();
    let link = today
        .first("[data-testid='to-do-new']")
        .unwrap()
        .attr("href")
        .unwrap()
        .to_owned();
    assert!(
        today
            .first("[data-testid='to-do-new'] strong")
            .unwrap()
            .text()
            .collect::<String>()
            == "1"
    );
    let tab = client.get(&link).await.is(200).page();
    assert_eq!(tab.count("[data-testid='studio-order']"), 1);
    assert!(!tab.has("a[rel='next']"));
    // A day that is none is said beside its field, and stays there.
    let wrong = client.get(&format!("{LIST}?from=soon&q=%3Cb%3E")).await.is(422).page();
    assert!(wrong.has("#field-from[aria-invalid='true']"));
    assert_eq!(wrong.value("from").unwrap(), "soon");
    assert!(wrong.form("find-orders").contains(&("q".to_owned(), "<b>".to_owned())));
    // A station that is none is said there, too, and narrows nothing.
    let nowhere = client.get(&format!("{LIST}?place=B999")).await.is(200).page();
    assert!(nowhere.has("#field-place[aria-invalid='true']") && nowhere.has("details[open] #field-place-error"));
    assert_eq!(nowhere.count("[data-testid='studio-order']"), 1);
}

#[tokio::test]
async fn the_studio_has_its_own_menu_with_what_ones_role_does() {
    let app = TestApp::inhabited().await;
    for (who, links) in [
        (Who::This, vec!["", "/orders", "/packing", "/products", "/shop"]),
        (Who::Packer, vec!["", "/orders", "/packing", "/products"]),
        (Who::Editor, vec!["", "/products", "/shop"]),
        (Who::Host, vec!["", "/products"]),
    ] {
        let mut client = app.client_of(who);
        let page = client.get("/ug/studio").await.is(200).page();
        let menu: Vec<String> = page
            .select(".c-menu a")
            .into_iter()
            .map(|link| link.attr("href").unwrap().to_owned())
            .collect();
        let expected: Vec<String> = links.iter().map(|link| format!("/ug/studio{link}")).collect();
        assert_eq!(menu, expected, "{who:?}");
        assert_eq!(page.count(".c-menu [aria-current='page']"), 1, "{who:?}");
        for link in menu {
            client.get(&link).await.is(200);
        }
    }
    // The shop keeps its own.
    let shop = app.client_of(Who::This).get("/ug").await.is(200).page();
    assert!(!shop.has("[data-testid='studio-menu']"));
}

#[tokio::test]
async fn a_form_that_is_left_says_what_is_not_saved() {
    let app = TestApp::inhabited().await;
    let (product, offer) = (app.product("badam-500").await, app.offer("BADAM-500").await);
    let mut client = app.client_of(Who::This);
    for (page, form) in [
        ("/ug/studio/products/new".to_owned(), "new-product"),
        ("/ug/studio/stock".to_owned(), "stock-form"),
        (format!("/ug/studio/stock/{offer}"), "stock-move"),
        (format!("/ug/studio/products/{product}/sizes"), "size-new"),
    ] {
        let shown = client.get(&page).await.is(200).page();
        assert!(
            shown.has(&format!("form[data-testid={form}] [data-testid=draft]")),
            "{page}"
        );
    }
}

#[tokio::test]
async fn a_size_has_the_word_its_buyers_read_and_a_price_says_what_it_is_for() {
    let app = TestApp::inhabited().await;
    let loose = app.offer("BADAM-LOOSE").await;
    let product = app
        .number(&format!("SELECT product_id FROM offers WHERE id = {loose}"))
        .await;
    let mut client = app.client_of(Who::This);
    for page in [
        "stock",
        &format!("products/{product}"),
        &format!("products/{product}/sizes"),
    ] {
        let shown = client.get(&format!("/zh/studio/{page}")).await.is(200).page();
        assert!(shown.text().contains("散称"), "{page}");
    }
    let page = client.get("/zh/studio/stock").await.is(200).page();
    let label = |field: &str| {
        let label = page.first(&format!("label[for='field-{field}-{loose}']")).unwrap();
        label.text().collect::<String>()
    };
    assert!(label("price").contains('每'), "{}", label("price"));
    assert!(label("stock").contains("公斤"), "{}", label("stock"));

    let mut fields = page.form("stock-form");
    buyer::set(&mut fields, &format!("price-{loose}"), "1,000");
    buyer::set(&mut fields, &format!("stock-{loose}"), "1,000");
    let big = app.offer("BADAM-1000").await;
    buyer::set(&mut fields, &format!("stock-{big}"), "2.5");
    let page = client.post("/zh/studio/stock", &fields).await.is(422).page();
    for (field, said) in [
        (format!("price-{loose}"), "不要加逗号"),
        (format!("stock-{loose}"), "不要加逗号"),
        (format!("stock-{big}"), "整数"),
    ] {
        let input = page.first(&format!("#field-{field}")).unwrap();
        let error = input.attr("aria-describedby").unwrap().split(' ').next_back().unwrap();
        let error = page.first(&format!("#{error}")).unwrap().text().collect::<String>();
        assert!(error.contains(said), "{field}: {error}");
    }
}

#[tokio::test]
async fn what_is_short_is_said_at_the_top_of_the_stock_page_with_whose_it_is() {
    let app = TestApp::inhabited().await;
    let order = app.number("SELECT id FROM orders").await;
    let offer = app.number("SELECT offer_id FROM order_lines ORDER BY id LIMIT 1").await;
    let mut owner = app.client_of(Who::This);
    let page = owner.get("/zh/studio/stock").await.is(200).page();
    assert!(!page.has("[data-testid=short-sizes]"));
    let mut fields = page.form("stock-form");
    buyer::set(&mut fields, &format!("stock-{offer}"), "0");
    let next = owner
        .post("/zh/studio/stock", &fields)
        .await
        .is(303)
        .location()
        .to_owned();
    let page = owner.get(&next).await.is(200).page();
    assert!(page.has(&format!("[data-testid=short-sizes] a[href='#size-{offer}']")));
    assert!(page.has(&format!("fieldset#size-{offer} a[href='/zh/studio/orders/{order}']")));
    assert!(page.text_of("short").unwrap().contains(buyer::NAME));
    // Who may not read orders learns which size it is, and no name.
    let page = app.client_of(Who::Editor).get("/zh/studio/stock").await.is(200).page();
    assert!(page.has("[data-testid=short-sizes]"));
    assert!(!page.text().contains(buyer::NAME));
}

#[tokio::test]
async fn a_product_without_a_picture_is_not_published() {
    let app = TestApp::inhabited().await;
    let product = app.product("badam-500").await;
    app.execute(&format!("UPDATE products SET status = 'draft' WHERE id = {product}"))
        .await;
    app.execute(&format!("DELETE FROM product_media WHERE product_id = {product}"))
        .await;
    let mut owner = app.client_of(Who::This);
    let path = format!("/es/studio/products/{product}");
    let mut fields = owner.get(&path).await.is(200).page().form("step-publish");
    fields.push(("command".to_owned(), "publish".to_owned()));
    let page = owner.post(&format!("{path}/steps"), &fields).await.is(409).page();
    let notice = page.first("#notice").unwrap().text().collect::<String>();
    assert!(notice.contains("«Imágenes»"), "{notice}");
    assert!(page.has(&format!("a[href='{path}/pictures']")));
}

both!(a_long_list_of_products_has_pages_and_is_searched);
async fn a_long_list_of_products_has_pages_and_is_searched() {
    let app = TestApp::inhabited().await;
    for number in 0..60 {
        app.execute(&format!(
            "INSERT INTO products (slug, cooperative_id, category_id, source_lang, status, popularity, created_at, updated_at, version)
             SELECT 'draft-{number}', cooperative_id, category_id, source_lang, 'draft', 0, 1, 1, 1
             FROM products WHERE slug = 'badam-500'"
        ))
        .await;
    }
    let mut member = app.client_of(Who::This);
    let all = app
        .number("SELECT count(*) FROM products WHERE cooperative_id = (SELECT cooperative_id FROM products WHERE slug = 'badam-500')")
        .await;
    let mut seen = 0;
    let mut next = Some("/ug/studio/products".to_owned());
    while let Some(path) = next {
        let page = member.get(&path).await.is(200).page();
        let rows = page.count("[data-testid='studio-product']");
        assert!(rows <= 50, "{path}: {rows}");
        seen += rows;
        next = page
            .first("a[rel='next']")
            .map(|link| link.attr("href").unwrap().to_owned());
    }
    assert_eq!(seen, usize::try_from(all).unwrap());
    let found = member.get("/ug/studio/products?q=DRAFT-59").await.is(200).page();
    assert_eq!(found.count("[data-testid='studio-product']"), 1);
    // A size's own code finds it, also in part, and what is not on sale has tabs of its own.
    app.execute("UPDATE products SET archived_at = 1 WHERE slug = 'draft-7'")
        .await;
    for (query, rows) in [
        ("q=badam-1000", 1),
        ("q=BADAM-LOO", 1),
        ("q=HONEY-JAR", 0),
        ("show=drafts", 50),
        ("show=drafts&page=2", 9),
        ("show=put-away", 1),
        ("show=put-away&q=draft-8", 0),
    ] {
        let page = member.get(&format!("/ug/studio/products?{query}")).await.is(200).page();
        assert_eq!(page.count("[data-testid='studio-product']"), rows, "{query}");
    }
    // A page that is not there is the last one, whatever was asked for.
    for query in ["page=99", "page=0", "page=x", "q=%00", "q=%25", "show=nothing"] {
        member.get(&format!("/ug/studio/products?{query}")).await.is(200);
    }
}

both!(stock_is_narrowed_and_stays_so_when_it_is_saved);
async fn stock_is_narrowed_and_stays_so_when_it_is_saved() {
    let app = TestApp::inhabited().await;
    let (loose, badam) = (app.offer("BADAM-LOOSE").await, app.offer("BADAM-500").await);
    let mut member = app.client_of(Who::This);
    let path = "/ug/studio/stock?q=BADAM-LOO";
    let field = format!("stock-{loose}");
    let page = member.get(path).await.is(200).page();
    assert_eq!(page.count("[data-testid='stock-row']"), 1);
    let mut fields = page.form("stock-form");
    buyer::set(&mut fields, &field, "x");
    let page = member.post(path, &fields).await.is(422).page();
    assert_eq!(page.count("[data-testid='stock-row']"), 1);
    let mut fields = page.form("stock-form");
    assert_eq!(buyer::value_of(&fields, &field), "x");
    buyer::set(&mut fields, &field, "4000");
    let saved = member.post(path, &fields).await.is(303).location().to_owned();
    assert_eq!(saved, "/ug/studio/stock?saved=1&q=BADAM-LOO");
    let page = member.get(&saved).await.is(200).page();
    assert!(page.has("#notice") && page.has("[data-testid='find-stock'] input[value='BADAM-LOO']"));
    let on_hand = format!("SELECT on_hand FROM stock WHERE offer_id = {loose}");
    assert_eq!(app.number(&on_hand).await, 4_000_000);
    let none = member.get("/ug/studio/stock?q=nobody").await.is(200).page();
    assert!(!none.has("[data-testid='stock-form']") && none.has("[data-testid='find-stock']"));

    // The first page leads to what is short, on whichever page of all it stands.
    let home = member.get("/ug/studio").await.is(200).page();
    assert!(!home.has("[data-testid='to-do-short']"));
    app.execute(&format!(
        "UPDATE stock SET on_hand = 0, short = reserved WHERE offer_id = {badam}"
    ))
    .await;
    let home = member.get("/ug/studio").await.is(200).page();
    let short = home.first("[data-testid='to-do-short']").unwrap().attr("href").unwrap();
    assert_eq!(short, "/ug/studio/stock?show=short");
    let page = member.get(short).await.is(200).page();
    assert_eq!(page.count("[data-testid='stock-row']"), 1);
    assert!(page.has(&format!("[name='stock-{badam}']")));
    assert!(page.has("[data-testid='find-stock'] input[name='show'][value='short']"));
    // Counted again, it is not among them any more: what was typed has ended all the same.
    let mut fields = page.form("stock-form");
    buyer::set(&mut fields, &format!("stock-{badam}"), "50");
    let saved = member.post(short, &fields).await.is(303).location().to_owned();
    let page = member.get(&saved).await.is(200).page();
    assert!(page.has("#notice") && !page.has("[data-testid='stock-form']"));
    assert!(page.has("[data-draft-end^='studio/stock-page-1-true-/']"));
    member.get("/ug/studio/stock?show=short&q=%00&page=7").await.is(200);
}

both!(a_lot_is_made_without_a_script_packed_from_and_called_back);
async fn a_lot_is_made_without_a_script_packed_from_and_called_back() {
    let app = TestApp::inhabited().await;
    app.execute("DELETE FROM lots").await;
    let mut owner = app.client_of(Who::This);
    let path = format!("/es/studio/stock/{}", app.offer("BADAM-500").await);
    let mut form = owner.get(&path).await.is(200).page().form("stock-move");
    for (name, value) in [
        ("reason", "harvest"),
        ("amount", "5"),
        ("harvested", "otoño"),
        ("origin", "Bulaq"),
    ] {
        buyer::set(&mut form, name, value);
    }
    let page = owner.post(&path, &form).await.is(422).page();
    let mut form = page.form("stock-move");
    for (name, typed) in [("harvested", "otoño"), ("origin", "Bulaq"), ("amount", "5")] {
        assert_eq!(buyer::value_of(&form, name), typed, "what was typed stays");
    }
    assert!(page.text().contains("2026-10-05"), "how it is written");
    buyer::set(&mut form, "harvested", "2025-10");
    owner.post(&path, &form).await.is(303);
    // Another one, to choose between.
    let mut form = owner.get(&path).await.is(200).page().form("stock-move");
    for (name, value) in [("reason", "harvest"), ("amount", "9"), ("harvested", "2025-11")] {
        buyer::set(&mut form, name, value);
    }
    owner.post(&path, &form).await.is(303);
    let product = app.client().get("/es/products/badam-500").await.is(200).page();
    let sold = product.select("[data-testid='sold-lot']");
    let sold: Vec<String> = sold.iter().map(|lot| lot.text().collect()).collect();
    assert_eq!(sold.len(), 1, "the oldest is sold now: {sold:?}");
    assert!(sold[0].contains("octubre") && sold[0].contains("Bulaq"), "{sold:?}");

    let order = app.number("SELECT id FROM orders").await;
    let newer = app.number("SELECT id FROM lots WHERE number = 2").await;
    let mut packer = app.client_of(Who::Packer);
    let name = format!("next-{order}");
    let fields = packer.get(PACKING).await.is(200).page().form(&name);
    packer.post(PACKING, &fields).await.is(303);
    let page = packer.get(PACKING).await.is(200).page();
    assert!(page.has("[data-testid='lots']"), "the lot to take");
    let mut fields = page.form(&name);
    let field = format!("lot-{}-{order}", app.offer("BADAM-500").await);
    assert!(fields.iter().any(|(name, _)| *name == field), "{fields:?}");
    buyer::set(&mut fields, &field, "x");
    let page = packer.post(PACKING, &fields).await.is(422).page();
    let mut fields = page.form(&name);
    // What is wrong with it is said also when by now there is nothing to choose between.
    app.execute("UPDATE lots SET remaining = 0 WHERE number = 1").await;
    buyer::set(&mut fields, &field, "x");
    let page = packer.post(PACKING, &fields).await.is(422).page();
    assert!(page.has(&format!("#field-{field}-error")));
    let mut fields = page.form(&name);
    buyer::set(&mut fields, &field, &newer.to_string());
    packer.post(PACKING, &fields).await.is(303);
    let packed = "SELECT lot_id FROM lot_uses";
    assert_eq!(app.number(packed).await, newer);
    let code = app.text("SELECT code FROM order_groups").await;
    let page = packer.get(&format!("/ug/studio/lots/{newer}")).await.is(200).page();
    assert!(page.has("[data-testid='lot-order']") && page.text().contains(&code));
    assert!(page.has("[data-testid='lot-packed']") && !page.has("[data-testid='lot-gone']"));
}
