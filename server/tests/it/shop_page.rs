//! The shop page from a phone, without a script: parts, fields, history, and what buyers see.

use domain::Locale;
use l10n::{Texts, t};

use crate::both::both;
use crate::buyer::{self, set};
use crate::client::{Ask, Client};
use crate::district::{OTHER, THIS};
use crate::html::Page;
use crate::test_app::TestApp;
use crate::world::{self, Who};

const PAGE: &str = "/ug/studio/shop";
const COVER: &str = "/ug/studio/shop/parts/1";

/// Adds a part of this kind; answers where it is edited.
pub async fn added(member: &mut Client, kind: &str) -> String {
    let mut fields = member.get(PAGE).await.is(200).page().form("add");
    set(&mut fields, "kind", kind);
    let next = member.post(PAGE, &fields).await.is(303).location().to_owned();
    next.split('?').next().unwrap().to_owned()
}

/// Shows the draft to buyers.
pub async fn publish(member: &mut Client) {
    let mut fields = member.get(PAGE).await.is(200).page().form("publish");
    set(&mut fields, "command", "publish");
    member.post(PAGE, &fields).await.is(303);
}

async fn write(member: &mut Client, part: &str, values: &[(&str, &str)]) {
    let mut fields = member.get(part).await.is(200).page().form("part-form");
    for (name, value) in values {
        set(&mut fields, name, value);
    }
    member.post(part, &fields).await.is(303);
}

both!(a_page_is_written_part_by_part_and_shown_when_its_people_say_so);
async fn a_page_is_written_part_by_part_and_shown_when_its_people_say_so() {
    let app = TestApp::start().await;
    let mut member = world::sign_in(&app, THIS).await;
    let shop = async || app.client().get("/es/shops/altun-badam").await.is(200).page();
    let before = shop().await;
    let questions = added(&mut member, "questions").await;
    write(
        &mut member,
        &questions,
        &[
            ("question.1-ug", "قانداق يەيمىز؟"),
            ("answer.1-ug", "چېقىپ."),
            ("question.1-es", "¿Cómo se comen?"),
            ("answer.1-es", "Partidas."),
        ],
    )
    .await;
    let hours = added(&mut member, "hours").await;
    write(&mut member, &hours, &[("opens.1", "09:00"), ("closes.1", "18:00")]).await;
    let contact = added(&mut member, "contact").await;
    write(
        &mut member,
        &contact,
        &[("wechat", "@badam_88"), ("map", "map.example/x")],
    )
    .await;
    let mut theme = member.get(PAGE).await.page().form("theme");
    set(&mut theme, "theme", "plum");
    member.post(PAGE, &theme).await.is(303);
    assert_eq!(shop().await.text(), before.text(), "buyers see nothing of it yet");

    publish(&mut member).await;
    let page = shop().await;
    for text in ["¿Cómo se comen?", "Partidas.", "badam_88", "09:00", "lun"] {
        assert!(page.text().contains(text), "{text}");
    }
    assert!(page.has(".c-shop--plum"));
    assert_eq!(page.count("h1"), 1);
    assert!(page.count("article.c-product") > 0, "the goods are there");
    let standing = member.get(PAGE).await.page();
    assert!(
        !standing.has("form[data-testid='publish']"),
        "there is nothing more to show"
    );

    // Hidden again, it is gone for buyers once that is published.
    let id = questions.rsplit('/').next().unwrap();
    let mut hide = member.get(PAGE).await.page().form(&format!("part-{id}"));
    set(&mut hide, "command", "hide");
    member.post(PAGE, &hide).await.is(303);
    publish(&mut member).await;
    assert!(!shop().await.text().contains("Partidas."));
}

both!(two_people_at_one_part_are_shown_what_the_other_one_wrote);
async fn two_people_at_one_part_are_shown_what_the_other_one_wrote() {
    let app = TestApp::start().await;
    let (mut one, mut other) = (world::sign_in(&app, THIS).await, world::sign_in(&app, THIS).await);
    let mut stale = one.get(COVER).await.is(200).page().form("part-form");
    write(&mut other, COVER, &[("tagline-ug", "باشقىنىڭ سۆزى")]).await;
    set(&mut stale, "tagline-ug", "مېنىڭ سۆزۈم");
    set(&mut stale, "tagline-es", "Mi línea");
    let page = one.post(COVER, &stale).await.is(409).page();
    assert!(page.has("[data-testid='conflict']"));
    let shown = page.form("part-form");
    assert_eq!(
        buyer::value_of(&shown, "tagline-ug"),
        "مېنىڭ سۆزۈم",
        "what was typed stays"
    );
    assert!(
        page.text().contains("باشقىنىڭ سۆزى"),
        "and what is saved stands beside it"
    );
    // The field nobody else touched is saved.
    let now = other.get(COVER).await.page().form("part-form");
    assert_eq!(buyer::value_of(&now, "tagline-es"), "Mi línea");
    assert_eq!(buyer::value_of(&now, "tagline-ug"), "باشقىنىڭ سۆزى");
    // Saving again is a decision.
    one.post(COVER, &shown).await.is(303);
    let now = other.get(COVER).await.page().form("part-form");
    assert_eq!(buyer::value_of(&now, "tagline-ug"), "مېنىڭ سۆزۈم");
}

both!(nothing_is_cut_and_what_is_cleaned_is_said);
async fn nothing_is_cut_and_what_is_cleaned_is_said() {
    let app = TestApp::start().await;
    let mut member = world::sign_in(&app, THIS).await;
    let mut fields = member.get(COVER).await.is(200).page().form("part-form");
    let long = "ئا".repeat(100);
    set(&mut fields, "tagline-ug", &long);
    let page = member.post(COVER, &fields).await.is(422).page();
    assert_eq!(buyer::value_of(&page.form("part-form"), "tagline-ug"), long);
    assert!(page.has("#errors a[href='#field-tagline-ug']"));
    set(
        &mut fields,
        "tagline-ug",
        "<p>\u{FEEB}\u{FEEA}\u{FEB4}\u{FEEA}\u{FEDD}</p>",
    );
    let page = member.post(COVER, &fields).await.is(200).page();
    assert!(page.text_of("cleaned").unwrap().contains("ھەسەل"));
    assert_eq!(buyer::value_of(&page.form("part-form"), "tagline-ug"), "ھەسەل");
}

both!(an_older_page_comes_back_from_the_history);
async fn an_older_page_comes_back_from_the_history() {
    let app = TestApp::start().await;
    let mut member = world::sign_in(&app, THIS).await;
    for line in ["Uno", "Dos"] {
        write(&mut member, COVER, &[("tagline-es", line)]).await;
        publish(&mut member).await;
    }
    let history = member.get("/es/studio/shop/history").await.is(200).page();
    assert_eq!(history.count("[data-testid='revision']"), 2);
    assert!(history.has("[data-testid='edit']"));
    let first = "/es/studio/shop/history?number=1";
    let page = member.get(first).await.is(200).page();
    let differences = page.text_of("differences").unwrap();
    assert!(
        differences.contains("Uno") && differences.contains("Dos"),
        "{differences}"
    );
    let restore = page.form("restore");
    for _ in 0..2 {
        member.post("/es/studio/shop/history", &restore).await.is(303);
    }
    publish(&mut member).await;
    let shop = app.client().get("/es/shops/altun-badam").await.is(200).page();
    assert!(shop.text().contains("Uno") && !shop.text().contains("Dos"));
    // Another one's numbers are not there.
    world::sign_in(&app, OTHER).await.get(first).await.is(404);
}

both!(what_is_missing_is_said_where_it_would_be_written);
async fn what_is_missing_is_said_where_it_would_be_written() {
    let app = TestApp::start().await;
    let mut member = world::sign_in(&app, THIS).await;
    let hours = added(&mut member, "hours").await;
    write(&mut member, &hours, &[("opens.1", "09:00")]).await;
    assert_eq!(member.get(&hours).await.page().count("[data-testid='hint']"), 1);
    write(&mut member, &hours, &[("closes.1", "18:00")]).await;
    assert!(!member.get(&hours).await.page().has("[data-testid='hint']"));
}

both!(what_was_taken_back_comes_back_from_the_history);
async fn what_was_taken_back_comes_back_from_the_history() {
    let app = TestApp::start().await;
    let mut member = world::sign_in(&app, THIS).await;
    write(&mut member, COVER, &[("tagline-es", "Diez minutos")]).await;
    let mut undo = member.get(PAGE).await.is(200).page().form("undo");
    set(&mut undo, "command", "undo");
    member.post(PAGE, &undo).await.is(303);
    let line = async |member: &mut Client| {
        buyer::value_of(&member.get(COVER).await.page().form("part-form"), "tagline-es").to_owned()
    };
    assert_ne!(line(&mut member).await, "Diez minutos");
    let history = member.get("/es/studio/shop/history").await.is(200).page();
    assert_eq!(
        history.count("[data-testid='edit'] form"),
        1,
        "what was taken back has no button of its own"
    );
    let mut again = history.form("edit-undo");
    set(&mut again, "command", "undo");
    member.post(PAGE, &again).await.is(303);
    assert_eq!(line(&mut member).await, "Diez minutos");
}

both!(a_script_saves_fields_as_the_form_does);
async fn a_script_saves_fields_as_the_form_does() {
    use domain::shop_page::{BlockId, Change, Field, Place, fingerprint};

    let app = TestApp::start().await;
    let mut member = world::sign_in(&app, THIS).await;
    let place = Place::of(Field::Tagline).lang(Locale::Es);
    let seen = buyer::value_of(&member.get(COVER).await.page().form("part-form"), "tagline-es").to_owned();
    let ask = |seen: &str, new: &str| {
        Ask::call(
            "save_shop_part",
            &islands::SaveShopPart {
                locale: Locale::Es,
                part: BlockId(1),
                changes: vec![Change {
                    place,
                    seen: fingerprint(seen),
                    new: new.to_owned(),
                    confirms: false,
                    source: None,
                }],
            },
        )
    };
    let saved = |body: &[u8]| postcard::from_bytes::<islands::PartSaved>(body).unwrap();
    for _ in 0..2 {
        let answer = member.send(ask(&seen, "Por <b>sí</b> sola")).await.is(200);
        let saved = saved(&answer.body);
        assert!(saved.conflicts.is_empty() && !saved.told.is_empty());
        assert_eq!(saved.block.get(place), "Por sí sola");
    }
    assert_eq!(app.number("SELECT count(*) FROM shop_edits").await, 1);
    let answer = member.send(ask(&seen, "Otra")).await.is(200);
    assert_eq!(saved(&answer.body).conflicts[0].saved, "Por sí sola");
}

#[tokio::test]
async fn the_page_has_a_link_and_a_code_to_share() {
    let app = TestApp::start().await;
    let mut member = world::sign_in(&app, THIS).await;
    let page = member.get("/ug/studio/shop/share").await.is(200).page();
    assert!(page.has("svg[data-testid='qr'] path"));
    assert!(page.value("link").unwrap().ends_with("/ug/shops/altun-badam"));
}

/// What a page gives the editor's script.
fn editor(page: &Page) -> islands::ShopPartProps {
    let island = page.first("leptos-island[data-component='shop_part_island']").unwrap();
    let data = island.attr("data-props").unwrap().split('|').next().unwrap();
    postcard::from_bytes(&hex::decode(data).unwrap()).unwrap()
}

both!(what_was_chosen_stays_although_buyers_do_not_see_it_now);
async fn what_was_chosen_stays_although_buyers_do_not_see_it_now() {
    let app = TestApp::start().await;
    let mut member = world::sign_in(&app, THIS).await;
    let part = added(&mut member, "products").await;
    let page = member.get(&part).await.is(200).page();
    let options = page.select("select[name='product.1'] option");
    let product = options[1].attr("value").unwrap().to_owned();
    assert!(!editor(&page).goods.is_empty());
    let cover = member.get(COVER).await.page();
    assert!(editor(&cover).goods.is_empty(), "a cover needs none");
    write(&mut member, &part, &[("product.1", &product), ("shelf", "badam")]).await;
    app.execute(&format!("UPDATE products SET status = 'draft' WHERE id = {product}"))
        .await;
    write(&mut member, &part, &[("title-ug", "باشقا ماۋزۇ")]).await;
    let page = member.get(&part).await.is(200).page();
    let form = page.form("part-form");
    assert_eq!(buyer::value_of(&form, "product.1"), product, "nobody chose otherwise");
    assert_eq!(buyer::value_of(&form, "shelf"), "badam");
    let chosen = format!("select[name='product.1'] option[value='{product}'][selected]");
    assert!(
        !page
            .first(&chosen)
            .unwrap()
            .text()
            .collect::<String>()
            .contains(&product),
        "by its name"
    );
    assert!(!page.has(&format!("select[name='product.2'] option[value='{product}']")));
}

both!(a_page_that_tells_of_a_conflict_hands_it_to_its_script);
async fn a_page_that_tells_of_a_conflict_hands_it_to_its_script() {
    use domain::shop_page::{Field, Place, fingerprint};

    let app = TestApp::start().await;
    let (mut one, mut other) = (world::sign_in(&app, THIS).await, world::sign_in(&app, THIS).await);
    let page = one.get(COVER).await.is(200).page();
    assert!(editor(&page).conflicts.is_empty() && !editor(&page).is_refused);
    let mut stale = page.form("part-form");
    let before = buyer::value_of(&stale, "tagline-ug").to_owned();
    write(&mut other, COVER, &[("tagline-ug", "باشقىنىڭ سۆزى")]).await;
    set(&mut stale, "tagline-ug", "مېنىڭ سۆزۈم");
    let told = editor(&one.post(COVER, &stale).await.is(409).page());
    assert!(told.is_refused);
    let [conflict] = &told.conflicts[..] else {
        panic!("{:?}", told.conflicts);
    };
    assert_eq!(conflict.conflict.place, Place::of(Field::Tagline).lang(Locale::Ug));
    assert_eq!(conflict.conflict.saved, "باشقىنىڭ سۆزى");
    assert_eq!(conflict.seen, fingerprint(&before), "what the form was made from");
}

#[tokio::test]
async fn a_draft_on_a_device_is_of_one_cooperative() {
    let app = TestApp::start().await;
    let mut keys = Vec::new();
    for role in [THIS, OTHER] {
        let mut member = world::sign_in(&app, role).await;
        let key = editor(&member.get(COVER).await.is(200).page()).key;
        let id = app
            .number(&format!("SELECT id FROM cooperatives WHERE slug = '{role}'"))
            .await;
        assert!(key.starts_with(&format!("shop-part/{id}/")), "{key}");
        // The page that is shown to buyers looks for the same.
        let page = member.get(PAGE).await.is(200).page();
        let island = page.first("leptos-island[data-component='unsent_island']").unwrap();
        let data = hex::decode(island.attr("data-props").unwrap()).unwrap();
        assert!(String::from_utf8_lossy(&data).contains(&key));
        let new = member.get("/ug/studio/products/new").await.is(200).page();
        let draft = new.first("leptos-island[data-component='draft_island']").unwrap();
        let data = hex::decode(draft.attr("data-props").unwrap()).unwrap();
        let written = String::from_utf8_lossy(&data).into_owned();
        assert!(written.contains(&format!("studio/new-product/{id}/")), "{written}");
        keys.push(key);
    }
    assert_ne!(keys[0], keys[1]);
}

both!(what_is_typed_is_saved_on_the_way_to_a_photo);
async fn what_is_typed_is_saved_on_the_way_to_a_photo() {
    let app = TestApp::start().await;
    let mut member = world::sign_in(&app, THIS).await;
    let page = member.get(COVER).await.is(200).page();
    assert!(page.has("form[data-testid='part-form'] button[name='then'][value='picture']"));
    assert!(!page.has("input[type='file']"), "no other form beside what is typed");
    let mut fields = page.form("part-form");
    set(&mut fields, "tagline-es", "De la montaña");
    set(&mut fields, "then", "picture");
    let next = member.post(COVER, &fields).await.is(303).location().to_owned();
    let page = member.get(&next).await.is(200).page();
    assert!(page.has(&format!("a[href='{COVER}']")), "and back");
    assert_eq!(buyer::value_of(&page.form("shop-picture"), "part"), "1");
    let now = member.get(COVER).await.page().form("part-form");
    assert_eq!(buyer::value_of(&now, "tagline-es"), "De la montaña");
    // What cannot be saved is shown, not left behind.
    set(&mut fields, "tagline-es", &"x".repeat(200));
    member.post(COVER, &fields).await.is(422);
}

/// The parts, in their order.
async fn order(member: &mut Client) -> Vec<String> {
    let page = member.get(PAGE).await.is(200).page();
    let parts = page.select("[data-testid='part']");
    parts
        .iter()
        .map(|part| part.attr("data-part").unwrap().to_owned())
        .collect()
}

both!(what_was_written_in_a_part_that_is_gone_stays_on_the_page_that_says_so);
async fn what_was_written_in_a_part_that_is_gone_stays_on_the_page_that_says_so() {
    let app = TestApp::start().await;
    let mut member = world::sign_in(&app, THIS).await;
    let path = added(&mut member, "notice").await;
    let mut written = member.get(&path).await.is(200).page().form("part-form");
    set(&mut written, "text-ug", "يېڭى خەۋەر");
    let id = path.rsplit('/').next().unwrap();
    let mut fields = member.get(PAGE).await.is(200).page().form(&format!("part-{id}"));
    set(&mut fields, "command", "remove");
    member.post(PAGE, &fields).await.is(303);
    let told = member.post(&path, &written).await.is(404).page();
    assert_eq!(buyer::value_of(&told.form("try-again"), "text-ug"), "يېڭى خەۋەر");
}

both!(a_part_moves_from_where_it_was_seen);
async fn a_part_moves_from_where_it_was_seen() {
    let app = TestApp::start().await;
    let mut member = world::sign_in(&app, THIS).await;
    for kind in ["questions", "hours", "video"] {
        added(&mut member, kind).await;
    }
    let before = order(&mut member).await;
    let hours = &before[before.len() - 2];
    let stale = member.get(PAGE).await.page().form(&format!("part-{hours}"));
    let press = |command: &str| {
        let mut fields = stale.clone();
        set(&mut fields, "command", command);
        fields
    };
    for _ in 0..2 {
        member.post(PAGE, &press("up")).await.is(303);
        let now = order(&mut member).await;
        assert_eq!(&now[now.len() - 3], hours, "one place, however often it is sent");
    }
    // Another button of a page that is older than what was done: it is not where that page shows it.
    member.post(PAGE, &press("down")).await.is(409);
    // A page that came back asks again.
    let mut fresh = member.get(PAGE).await.page().form(&format!("part-{hours}"));
    set(&mut fresh, "command", "down");
    member.post(PAGE, &fresh).await.is(303);
    assert_eq!(order(&mut member).await, before);
    member.post(PAGE, &press("up")).await.is(303);
    assert_ne!(order(&mut member).await, before, "the first answer is not given for it");
}

both!(a_part_is_added_below_another_one);
async fn a_part_is_added_below_another_one() {
    let app = TestApp::start().await;
    let mut member = world::sign_in(&app, THIS).await;
    let before = order(&mut member).await;
    let page = member.get(PAGE).await.page();
    let link = page.first("[data-part='1'] a[data-testid='add-below']").unwrap();
    let link = link.attr("href").unwrap().split('#').next().unwrap().to_owned();
    let page = member.get(&link).await.is(200).page();
    assert_eq!(page.count("[data-testid='add-part']"), 1);
    let mut fields = page.form("add");
    set(&mut fields, "kind", "video");
    let new = member.post(PAGE, &fields).await.is(303).location().to_owned();
    let new = new.split('?').next().unwrap().rsplit('/').next().unwrap().to_owned();
    let mut expected = before.clone();
    expected.insert(1, new);
    assert_eq!(order(&mut member).await, expected);
}

#[tokio::test]
async fn no_two_buttons_of_the_page_have_the_same_name() {
    let app = TestApp::start().await;
    let mut member = world::sign_in(&app, THIS).await;
    for kind in ["story", "video", "video"] {
        added(&mut member, kind).await;
    }
    let page = member.get(PAGE).await.page();
    let mut names: Vec<&str> = page
        .select("[data-testid='workbench'] .c-part__bar [aria-label]")
        .iter()
        .filter_map(|button| button.attr("aria-label"))
        .collect();
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all, "{names:?}");
    // What is seen on a button is part of its name.
    for button in page
        .select("main [aria-label]")
        .iter()
        .filter(|button| button.value().name() == "button")
    {
        let seen: String = button.text().collect();
        assert!(button.attr("aria-label").unwrap().contains(seen.trim()), "{seen}");
    }
}

both!(the_history_names_what_was_chosen);
async fn the_history_names_what_was_chosen() {
    let app = TestApp::start().await;
    let mut member = world::sign_in(&app, THIS).await;
    let part = added(&mut member, "products").await;
    let page = member.get(&part).await.is(200).page();
    let options = page.select("select[name='product.1'] option");
    let (product, name) = (options[1].attr("value").unwrap(), options[1].text().collect::<String>());
    publish(&mut member).await;
    write(&mut member, &part, &[("product.1", product)]).await;
    let notice = added(&mut member, "notice").await;
    write(&mut member, &notice, &[("title-ug", "خەۋەر"), ("from", "2026-05-09")]).await;
    let page = member.get("/ug/studio/shop/history?number=1").await.is(200).page();
    let differences = page.text_of("differences").unwrap();
    assert!(differences.contains(name.trim()), "{differences}");
    assert!(
        !differences.contains("2026-05-09"),
        "days as they are written: {differences}"
    );
}

both!(what_the_centre_shows_to_buyers_is_signed_by_the_centre);
async fn what_the_centre_shows_to_buyers_is_signed_by_the_centre() {
    let app = TestApp::inhabited().await;
    let mut centre = app.client_of(Who::Acting);
    write(&mut centre, COVER, &[("tagline-es", "Del Centro")]).await;
    publish(&mut centre).await;
    let page = app.client_of(Who::This).get("/es/studio/shop").await.is(200).page();
    let by = Texts::built_in().get(Locale::Es, t::SHOPFRONT_HISTORY_CENTRE);
    let standing = page.text_of("standing").unwrap();
    assert!(standing.contains(&by), "{standing}");
}
