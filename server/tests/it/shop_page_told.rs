//! What the studio tells of a shop page, without a script: what is missing, what changed, and whose text is to stand.

use crate::both::both;
use crate::buyer::{self, set};
use crate::client::{Ask, Client};
use crate::district::THIS;
use crate::shop_page::{added, publish};
use crate::test_app::TestApp;
use crate::world;

const PAGE: &str = "/es/studio/shop";
const COVER: &str = "/es/studio/shop/parts/1";

async fn write(member: &mut Client, part: &str, values: &[(&str, &str)]) {
    let mut fields = member.get(part).await.is(200).page().form("part-form");
    for (name, value) in values {
        set(&mut fields, name, value);
    }
    member.post(part, &fields).await.is(303);
}

both!(what_buyers_see_by_half_is_told_beside_the_button_that_shows_it_to_them);
async fn what_buyers_see_by_half_is_told_beside_the_button_that_shows_it_to_them() {
    let app = TestApp::start().await;
    let mut member = world::sign_in(&app, THIS).await;
    let clean = member.get(PAGE).await.is(200).page();
    assert!(!clean.has("[data-testid='standing'] [data-testid='hint']"));
    let hours = added(&mut member, "hours").await;
    write(&mut member, &hours, &[("opens.1", "09:00")]).await;
    let link = format!("{}#field-closes.1", hours.replace("/ug/", "/es/"));
    let told = async |member: &mut Client| {
        let page = member.get(PAGE).await.is(200).page();
        let beside = page.has(&format!(
            "[data-testid='standing'] [data-testid='hint'] a[href='{link}']"
        ));
        let at_part = page.has(&format!("[data-testid='part'] [data-testid='hint'] a[href='{link}']"));
        (beside, at_part, page.has(".c-notice--good[data-testid='standing']"))
    };
    assert_eq!(told(&mut member).await, (true, true, false));
    // Shown to buyers as it is, it is not called good.
    publish(&mut member).await;
    assert_eq!(told(&mut member).await, (true, true, false));
    write(&mut member, &hours, &[("closes.1", "18:00")]).await;
    publish(&mut member).await;
    assert_eq!(told(&mut member).await, (false, false, true));
}

both!(what_changes_for_buyers_stands_before_the_button);
async fn what_changes_for_buyers_stands_before_the_button() {
    let app = TestApp::start().await;
    let mut member = world::sign_in(&app, THIS).await;
    write(&mut member, COVER, &[("tagline-es", "Uno")]).await;
    publish(&mut member).await;
    assert!(!member.get(PAGE).await.page().has("[data-testid='changes']"));
    added(&mut member, "video").await;
    write(&mut member, COVER, &[("tagline-es", "Dos")]).await;
    let page = member.get(PAGE).await.is(200).page();
    assert_eq!(page.count("[data-testid='changes'] li"), 2);
    let changes = page.text_of("changes").unwrap();
    assert!(changes.contains("Portada") && changes.contains("Vídeo"), "{changes}");
}

both!(without_a_script_theirs_can_be_taken_too);
async fn without_a_script_theirs_can_be_taken_too() {
    let app = TestApp::start().await;
    let (mut one, mut other) = (world::sign_in(&app, THIS).await, world::sign_in(&app, THIS).await);
    let mut stale = one.get(COVER).await.is(200).page().form("part-form");
    write(&mut other, COVER, &[("tagline-ug", "باشقىنىڭ سۆزى")]).await;
    set(&mut stale, "tagline-ug", "مېنىڭ سۆزۈم");
    let page = one.post(COVER, &stale).await.is(409).page();
    assert_eq!(page.count("input[type='radio'][name='decide-tagline-ug']"), 2);
    let mut theirs = page.form("part-form");
    set(&mut theirs, "decide-tagline-ug", "theirs");
    set(&mut theirs, "tagline-es", "Otra línea");
    one.post(COVER, &theirs).await.is(303);
    let page = one.get(COVER).await.is(200).page();
    assert!(!page.has("[data-conflict]"), "what is decided is not told any more");
    let now = page.form("part-form");
    assert_eq!(buyer::value_of(&now, "tagline-ug"), "باشقىنىڭ سۆزى");
    assert_eq!(buyer::value_of(&now, "tagline-es"), "Otra línea");
}

both!(what_is_wrong_is_told_as_it_is);
async fn what_is_wrong_is_told_as_it_is() {
    let app = TestApp::start().await;
    let mut member = world::sign_in(&app, THIS).await;
    let mut fields = member.get(COVER).await.is(200).page().form("part-form");
    set(&mut fields, "tagline-es", &"x".repeat(137));
    let page = member.post(COVER, &fields).await.is(422).page();
    let error = page
        .first("#field-tagline-es-error")
        .unwrap()
        .text()
        .collect::<String>();
    assert!(error.contains("120") && error.contains("137"), "{error}");
    let notice = added(&mut member, "notice").await.replace("/ug/", "/es/");
    let mut fields = member.get(&notice).await.is(200).page().form("part-form");
    set(&mut fields, "from", "2026-02-30");
    let page = member.post(&notice, &fields).await.is(422).page();
    let error = page.first("#field-from-error").unwrap().text().collect::<String>();
    assert!(error.contains("2026-05-31"), "{error}");
}

both!(still_right_is_said_of_the_text_that_was_seen);
async fn still_right_is_said_of_the_text_that_was_seen() {
    let app = TestApp::start().await;
    let (mut one, mut other) = (world::sign_in(&app, THIS).await, world::sign_in(&app, THIS).await);
    write(&mut one, COVER, &[("tagline-es", "Una línea")]).await;
    write(&mut other, COVER, &[("tagline-ug", "بىرىنچى")]).await;
    let mut right = one.get(COVER).await.is(200).page().form("part-form");
    right.push(("right-tagline-es".to_owned(), "1".to_owned()));
    write(&mut other, COVER, &[("tagline-ug", "ئىككىنچى")]).await;
    let page = one.post(COVER, &right).await.is(422).page();
    assert!(page.has("#field-tagline-es-error"));
    assert!(
        page.has("input[name='right-tagline-es']:not([checked])"),
        "it is asked again"
    );
    let mut seen = page.form("part-form");
    assert_eq!(buyer::value_of(&seen, "tagline-ug"), "ئىككىنچى");
    seen.push(("right-tagline-es".to_owned(), "1".to_owned()));
    one.post(COVER, &seen).await.is(303);
    assert!(!one.get(COVER).await.page().has("input[name='right-tagline-es']"));
}

both!(the_goods_of_one_cooperative_have_a_list);
async fn the_goods_of_one_cooperative_have_a_list() {
    let app = TestApp::start().await;
    let page = app.client().get("/es/products?shop=altun-badam").await.is(200).page();
    let of_shop = app
        .number("SELECT count(*) FROM product_cards WHERE lang = 'es' AND cooperative_slug = 'altun-badam'")
        .await;
    assert!(of_shop > 0);
    assert_eq!(page.count("article.c-product"), usize::try_from(of_shop).unwrap());
    assert!(page.has("[data-testid='of-shop'] a[href='/es/shops/altun-badam']"));
    // What the other links and the filter ask for stays with this cooperative.
    assert!(page.has("nav.c-tabs a[href*='shop=altun-badam']") && page.has("form input[name='shop']"));
    let nowhere = app.client().get("/es/products?shop=nowhere").await.is(200).page();
    assert!(!nowhere.has("[data-testid='of-shop']"));
}

both!(goods_that_a_part_shows_stand_once_on_the_page);
async fn goods_that_a_part_shows_stand_once_on_the_page() {
    let app = TestApp::start().await;
    let mut member = world::sign_in(&app, THIS).await;
    let names = async || -> Vec<String> {
        let page = app.client().get("/es/shops/altun-badam").await.is(200).page();
        let cards = page.select("article.c-product h3");
        cards.iter().map(|name| name.text().collect()).collect()
    };
    let mut all = names().await;
    let page = member.get(PAGE).await.is(200).page();
    let goods = page.first("[data-kind='products']").unwrap().attr("data-part").unwrap();
    let goods = format!("/es/studio/shop/parts/{goods}");
    let page = member.get(&goods).await.is(200).page();
    let product = page.select("select[name='product.1'] option")[1]
        .attr("value")
        .unwrap()
        .to_owned();
    write(&mut member, &goods, &[("product.1", &product)]).await;
    publish(&mut member).await;
    let mut after = names().await;
    assert!(all.len() > 1);
    all.sort();
    after.sort();
    assert_eq!(after, all, "each is there, and none twice");
    let page = app.client().get("/es/shops/altun-badam").await.is(200).page();
    assert!(page.text().contains("Qué más venden"));
}

both!(a_published_page_of_a_later_program_says_so);
async fn a_published_page_of_a_later_program_says_so() {
    let app = TestApp::start().await;
    let mut member = world::sign_in(&app, THIS).await;
    for line in ["Uno", "Dos"] {
        write(&mut member, COVER, &[("tagline-es", line)]).await;
        publish(&mut member).await;
    }
    let address = "/es/studio/shop/history?number=1";
    let restore = member.get(address).await.is(200).page().form("restore");
    app.execute("UPDATE shop_revisions SET document = '{\"later\":1}' WHERE number = 1")
        .await;
    let page = member.get(address).await.is(200).page();
    assert!(page.has("[data-testid='unreadable']") && !page.has("form[data-testid='restore']"));
    // A page that was open already is told the same.
    let page = member.post("/es/studio/shop/history", &restore).await.is(409).page();
    assert!(page.has("[data-testid='unreadable']"));
}

both!(a_script_moves_a_part_once_and_is_told_when_somebody_else_was_faster);
async fn a_script_moves_a_part_once_and_is_told_when_somebody_else_was_faster() {
    use domain::Locale;
    use domain::shop_page::BlockId;

    let app = TestApp::start().await;
    let mut member = world::sign_in(&app, THIS).await;
    for kind in ["questions", "hours"] {
        added(&mut member, kind).await;
    }
    let parts = async |member: &mut Client| -> Vec<BlockId> {
        let page = member.get(PAGE).await.is(200).page();
        assert!(
            !page.has("[data-testid='grip']"),
            "there is nothing to hold without a script"
        );
        let rows = page.select("[data-testid='order-row']");
        rows.iter()
            .map(|row| BlockId(row.attr("data-part").unwrap().parse().unwrap()))
            .collect()
    };
    let before = parts(&mut member).await;
    let last = before.len() - 1;
    let ask = |from: usize, above: BlockId| {
        let part = before[last];
        let (locale, name) = (Locale::Es, "move_shop_part");
        Ask::call(
            name,
            &islands::MoveShopPart {
                locale,
                part,
                from,
                above,
            },
        )
    };
    for _ in 0..2 {
        member.send(ask(last, before[0])).await.is(200);
        let now = parts(&mut member).await;
        assert_eq!((now[1], &now[2..]), (before[last], &before[1..last]));
    }
    let edits = app.number("SELECT count(*) FROM shop_edits").await;
    let answer = member.send(ask(last, before[1])).await.is(409);
    assert!(matches!(answer.problem(), islands::Problem::Refused(why) if !why.is_empty()));
    assert_eq!(app.number("SELECT count(*) FROM shop_edits").await, edits);
}
