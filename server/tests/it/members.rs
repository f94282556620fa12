//! One's own account and the members: sessions, password, showing once more who one is, choosing what one works for.

use crate::both::both;
use crate::client::is_private;
use crate::test_app::TestApp;
use crate::world::Who;

/// The account of somebody with this word, see `service::seed::Account`.
pub fn account_of<'a>(app: &'a TestApp, role: &str) -> &'a service::seed::Account {
    app.accounts.iter().find(|account| account.role == role).unwrap()
}

#[tokio::test]
async fn signing_out_closes_the_orders_opened_on_this_phone() {
    let app = TestApp::start().await;
    let mut member = crate::world::sign_in(&app, crate::district::THIS).await;
    let code = crate::buyer::buy(&mut member, app.offer("HONEY-JAR").await, "1").await;
    let path = format!("/ug/orders/{code}");
    assert!(member.get(&path).await.is(200).text().contains(crate::buyer::NAME));
    member.post("/ug/account/sign-out", &[("", ""); 0]).await.is(303);
    assert!(!member.cookies.contains_key("__Host-orders"));
    assert!(!member.get(&path).await.is(200).text().contains(crate::buyer::NAME));
}

#[tokio::test]
async fn a_new_sign_in_ends_the_old_session_of_this_browser() {
    let app = TestApp::start().await;
    let mut browser = crate::world::sign_in(&app, crate::district::THIS).await;
    let old = browser.clone();
    let other = account_of(&app, crate::district::OTHER);
    let fields = [("phone", other.phone.as_str()), ("password", &other.password)];
    browser.post("/ug/account/sign-in", &fields).await.is(303);
    browser.get("/ug/studio").await.is(200);
    old.clone().get("/ug/studio").await.is(303);
}

#[tokio::test]
async fn sessions_are_seen_and_ended() {
    let app = TestApp::start().await;
    let mut here = crate::world::sign_in(&app, crate::district::THIS).await;
    let account = account_of(&app, crate::district::THIS);
    let fields = [("phone", account.phone.as_str()), ("password", &account.password)];
    let agent = "Mozilla/5.0 (Linux; Android 13) Chrome/116.0 Mobile Safari/537.36";
    let mut phone = app.client();
    let ask = crate::client::Ask::post("/ug/account/sign-in", &fields).header("user-agent", agent);
    phone.send(ask).await.is(303);
    let page = here.get("/es/account").await.is(200);
    assert!(page.text().contains("Chrome · Android"));
    assert!(!page.text().contains("Mozilla"));
    let handle = app
        .text("SELECT substr(token_hash, 1, 16) FROM sessions WHERE device <> ''")
        .await;
    let ended = here
        .post("/es/account/sessions", &[("end", handle.as_str())])
        .await
        .is(303);
    let page = here.get(ended.location()).await.is(200);
    assert!(!page.text().contains("Chrome · Android"));
    phone.get("/ug/studio").await.is(303);
    here.get("/ug/studio").await.is(200);
}

#[tokio::test]
async fn the_password_is_changed_and_never_shown() {
    let app = TestApp::start().await;
    let mut member = crate::world::sign_in(&app, crate::district::THIS).await;
    let account = account_of(&app, crate::district::THIS);
    let wrong = [("old", "not this one"), ("new", "ئالتۇن بادام")];
    let text = member.post("/ug/account/password", &wrong).await.is(422).text();
    assert!(!text.contains("not this one") && !text.contains("ئالتۇن بادام"));
    let right = [("old", account.password.as_str()), ("new", "ئالتۇن بادام")];
    let done = member.post("/ug/account/password", &right).await.is(303);
    member.get(done.location()).await.is(200);
    let fields = [("phone", account.phone.as_str()), ("password", "ئالتۇن بادام ")];
    app.client().post("/ug/account/sign-in", &fields).await.is(303);
}

#[tokio::test]
async fn money_and_roles_ask_once_more_and_keep_what_was_typed() {
    let app = TestApp::start().await;
    let mut owner = crate::world::sign_in(&app, crate::district::THIS).await;
    let account = account_of(&app, crate::district::THIS);
    app.execute("UPDATE sessions SET fresh_at = 0").await;
    let invitation = [
        ("command", "invite"),
        ("phone", "139 0013 9000"),
        ("name", "ئايگۈل \" <"),
        ("role", "packer"),
    ];
    let asked = owner.post("/ug/studio/members", &invitation).await.is(200);
    let invited = "SELECT count(*) FROM member_roles WHERE role = 'packer'";
    assert_eq!(app.number(invited).await, 1, "the demo's only");
    let mut fields = asked.page().form("confirm");
    assert_eq!(crate::buyer::value_of(&fields, "name"), "ئايگۈل \" <");
    // A wrong password asks again and loses nothing.
    crate::buyer::set(&mut fields, "confirm-password", "wrong");
    let again = owner.post("/ug/studio/members", &fields).await.is(422);
    let page = again.page();
    assert!(
        page.has("[name=confirm-password][aria-invalid=true]"),
        "said at its field"
    );
    let signed_out = "كىرمىدىڭىز";
    assert!(!again.text().contains(signed_out), "they are signed in as before");
    assert_eq!(
        crate::buyer::value_of(&again.page().form("confirm"), "phone"),
        "139 0013 9000"
    );
    crate::buyer::set(&mut fields, "confirm-password", &account.password);
    let done = owner.post("/ug/studio/members", &fields).await.is(303);
    assert_eq!(app.number(invited).await, 2);
    assert!(
        owner
            .get(done.location())
            .await
            .is(200)
            .text()
            .contains("139 0013 9000")
    );

    // By a code instead: it is sent from the page that asks.
    app.execute("UPDATE sessions SET fresh_at = 0").await;
    let mut fields = owner
        .post("/ug/studio/members", &invitation)
        .await
        .is(200)
        .page()
        .form("confirm");
    let sent = owner.post("/ug/account/confirm/code", &fields).await.is(200);
    fields = sent.page().form("confirm");
    let code = app
        .text("SELECT payload FROM outbox WHERE payload LIKE '%one-time-code%'")
        .await;
    let code = code
        .split(|c: char| !c.is_ascii_digit())
        .find(|d| d.len() == 6)
        .unwrap();
    crate::buyer::set(&mut fields, "confirm-code", code);
    crate::buyer::set(&mut fields, "role", "host");
    let target = crate::buyer::value_of(&fields, "confirm-target").to_owned();
    assert_eq!(target, "/ug/studio/members");
    owner.post(&target, &fields).await.is(303);
    assert_eq!(app.number(invited).await, 1, "the role was changed");
}

both!(a_second_tap_on_confirm_signs_nobody_out);
async fn a_second_tap_on_confirm_signs_nobody_out() {
    let app = TestApp::start().await;
    let mut owner = crate::world::sign_in(&app, crate::district::THIS).await;
    let account = account_of(&app, crate::district::THIS);
    let asking = "/ug/account/confirm?next=%2Fug%2Fstudio%2Fmembers";
    let invitation = [
        ("command", "invite"),
        ("phone", "13900139000"),
        ("name", "Anna"),
        ("role", "host"),
    ];
    for way in ["before a page", "in a form"] {
        app.execute("UPDATE sessions SET fresh_at = 0").await;
        let asked = match way {
            "before a page" => owner.get(asking).await,
            _ => owner.post("/ug/studio/members", &invitation).await,
        };
        let page = asked.is(200).page();
        let form = page.first("form[data-testid=confirm]").unwrap();
        let target = form.attr("action").unwrap();
        let mut fields = page.form("confirm");
        crate::buyer::set(&mut fields, "confirm-password", &account.password);
        // Both come with the cookie of before: the browser has not seen the first answer when the second is sent.
        let (mut second, mut thief) = (owner.clone(), owner.clone());
        let first = owner.post(target, &fields).await.is(303);
        let again = second.post(target, &fields).await;
        assert_eq!(second.cookies["__Host-sid"], owner.cookies["__Host-sid"], "{way}");
        assert_ne!(second.cookies["__Host-sid"], thief.cookies["__Host-sid"], "{way}");
        if way == "before a page" {
            assert_eq!((again.status.as_u16(), again.location()), (303, first.location()));
        }
        second.get("/ug/studio/members").await.is(200);
        // Who has only the cookie of before has nothing, and gets nothing by a form of another key or by asking.
        let other = format!("{}{}", &target[..target.len() - 32], "0".repeat(32));
        for answer in [
            thief.post(&other, &fields).await,
            thief.post("/ug/account/confirm", &fields).await,
            thief.get("/ug/studio/members").await,
        ] {
            assert!(answer.is(303).location().contains("/account/sign-in?next="), "{way}");
        }
        owner = second;
    }
    assert_eq!(
        app.number(
            "SELECT count(*) FROM member_roles m JOIN users u ON u.id = m.user_id WHERE u.phone = '+8613900139000'"
        )
        .await,
        1,
        "invited once"
    );
}

both!(a_stolen_cookie_is_dead_once_its_owner_showed_who_they_are);
async fn a_stolen_cookie_is_dead_once_its_owner_showed_who_they_are() {
    let app = TestApp::start().await;
    let mut owner = crate::world::sign_in(&app, crate::district::THIS).await;
    let account = account_of(&app, crate::district::THIS);
    let mut thief = owner.clone();
    thief.get("/ug/studio").await.is(200);
    app.execute("UPDATE sessions SET fresh_at = 0").await;
    let nobody = [("command", "remove"), ("member", "99999")];
    let mut fields = owner
        .post("/ug/studio/members", &nobody)
        .await
        .is(200)
        .page()
        .form("confirm");
    // Asking changes nothing.
    thief.get("/ug/studio").await.is(200);
    crate::buyer::set(&mut fields, "confirm-password", &account.password);
    // What was asked for is refused; the new cookie comes with the page that says so.
    let refused = owner.post("/ug/studio/members", &fields).await.is(404);
    let cookies = refused.cookies();
    is_private(cookies.iter().find(|cookie| cookie.name() == "__Host-sid").unwrap());
    assert_ne!(owner.cookies["__Host-sid"], thief.cookies["__Host-sid"]);
    thief.get("/ug/studio").await.is(303);
    let page = owner.get("/ug/account").await.is(200).page();
    assert_eq!(page.count("[data-testid=session]"), 1);
    owner.get("/ug/studio").await.is(200);

    // The same before a page that is only read, and with a new password.
    let mut thief = owner.clone();
    let proof = [("confirm-password", account.password.as_str()), ("next", "/ug/studio")];
    let done = owner.post("/ug/account/confirm", &proof).await.is(303);
    owner.get(done.location()).await.is(200);
    thief.get("/ug/studio").await.is(303);
    let mut thief = owner.clone();
    let change = [("old", account.password.as_str()), ("new", "ئالتۇن بادام")];
    owner.post("/ug/account/password", &change).await.is(303);
    owner.get("/ug/account").await.is(200);
    thief.get("/ug/studio").await.is(303);
}

#[tokio::test]
async fn too_many_tries_say_how_long_and_what_else_there_is() {
    let app = TestApp::start().await;
    let wrong = [("phone", "13900139000"), ("password", "wrong")];
    for _ in 0..10 {
        app.client().post("/es/account/sign-in", &wrong).await.is(422);
    }
    let refused = app.client().post("/es/account/sign-in", &wrong).await.is(429);
    let wait: u32 = refused.header("retry-after").parse().unwrap();
    assert!((300..=361).contains(&wait), "{wait}");
    let page = refused.page();
    assert!(page.text_of("wait").unwrap().contains("minutos"));
    assert_eq!(page.value("phone").as_deref(), Some("13900139000"), "the form is kept");
    // Another account is not touched by it.
    crate::world::sign_in(&app, crate::district::THIS).await;
    for _ in 0..5 {
        app.client()
            .post("/es/account/code", &[("phone", "13900139000")])
            .await
            .is(303);
    }
    let refused = app
        .client()
        .post("/es/account/code", &[("phone", "13900139000")])
        .await
        .is(429);
    let wait: u32 = refused.header("retry-after").parse().unwrap();
    assert!(wait > 4 * 3600, "{wait}");
    assert!(refused.page().text_of("wait").unwrap().contains("horas"));
}

#[tokio::test]
async fn who_belongs_to_several_chooses() {
    let app = TestApp::start().await;
    app.execute(
        "INSERT INTO member_roles (user_id, subject, role, created_at)
         SELECT MIN(user_id), 'centre', 'support', 0 FROM member_roles WHERE subject = 'cooperative'",
    )
    .await;
    let mut person = crate::world::sign_in(&app, crate::district::THIS).await;
    person.get("/ug/studio").await.is(200);
    person.get("/ug/centre/outbox").await.is(404);
    let id = app
        .number("SELECT MAX(id) FROM member_roles WHERE subject = 'centre'")
        .await
        .to_string();
    let page = person.get("/ug/account").await.is(200).text();
    assert!(page.contains(&format!("value=\"{id}\"")), "the other one can be chosen");
    let chosen = person
        .post("/ug/account/act", &[("membership", id.as_str())])
        .await
        .is(303);
    assert_eq!(chosen.location(), "/ug/centre/outbox");
    person.get("/ug/centre/outbox").await.is(200);
    person.get("/ug/studio").await.is(404);
    // Signing in once more on the same phone goes on with what was chosen.
    let account = account_of(&app, crate::district::THIS);
    let fields = [("phone", &*account.phone), ("password", &*account.password)];
    let again = person.post("/ug/account/sign-in", &fields).await.is(303);
    assert_eq!(again.location(), "/ug/centre/outbox");
    person.get("/ug/centre/outbox").await.is(200);
    // Somebody else's membership is not there.
    let strangers = app
        .number("SELECT id FROM member_roles WHERE role = 'admin'")
        .await
        .to_string();
    person
        .post("/ug/account/act", &[("membership", strangers.as_str())])
        .await
        .is(404);
    person.post("/ug/account/act", &[("membership", "")]).await.is(404);
}

#[tokio::test]
async fn support_in_a_studio_is_seen_by_both_sides() {
    let app = TestApp::inhabited().await;
    let mut support = app.client_of(crate::world::Who::Acting);
    let page = support.get("/es/studio").await.is(200).page();
    assert!(page.text_of("support-banner").is_some());
    assert!(page.text_of("support-visits").is_some());
    let owner = app
        .client_of(crate::world::Who::This)
        .get("/es/studio")
        .await
        .is(200)
        .page();
    assert!(owner.text_of("support-banner").is_none());
    assert!(owner.text_of("support-visits").unwrap().contains("centre/support"));
    let other = app
        .client_of(crate::world::Who::Other)
        .get("/es/studio")
        .await
        .is(200)
        .page();
    assert!(other.text_of("support-visits").is_none());
    let ended = support.post("/es/account/act", &[("support", "end")]).await.is(303);
    assert_eq!(ended.location(), "/es/centre/support");
    support.get("/es/studio").await.is(404);
}

both!(support_comes_to_an_order_by_its_code);
async fn support_comes_to_an_order_by_its_code() {
    let app = TestApp::inhabited().await;
    let code = app.text("SELECT code FROM order_groups").await;
    let order = app.number("SELECT id FROM orders").await;
    let form = format!("support-order-{order}");
    for who in [Who::Centre, Who::CentreSupport] {
        let mut staff = app.client_of(who);
        for nothing in ["7K3M-9QXT-V2WP", &code[..9], "%00"] {
            let page = staff
                .get(&format!("/ug/centre/support?name={nothing}"))
                .await
                .is(200)
                .page();
            assert!(!page.has("form[data-testid^='support-order-']"), "{who:?} {nothing}");
        }
        // As it is read out on the telephone.
        let typed = code.to_lowercase();
        let page = staff
            .get(&format!("/ug/centre/support?name=%23{typed}"))
            .await
            .is(200)
            .page();
        assert!(
            page.text().contains(&code) && !page.text().contains(crate::buyer::NAME),
            "{who:?}"
        );
        let fields = page.form(&form);
        let place = staff
            .post("/ug/centre/support", &fields)
            .await
            .is(303)
            .location()
            .to_owned();
        assert_eq!(place, format!("/ug/studio/orders/{order}"), "{who:?}");
        let page = staff.get(&place).await.is(200).page();
        assert!(
            page.text_of("support-banner").is_some(),
            "the cooperative sees who came"
        );
    }
    app.client_of(Who::CentreFinance)
        .get(&format!("/ug/centre/support?name={code}"))
        .await
        .is(404);
}

#[tokio::test]
async fn everybody_of_the_centre_comes_to_their_work() {
    let app = TestApp::inhabited().await;
    for (who, place) in [
        (Who::Centre, "/ug/centre/outbox"),
        (Who::CentreSupport, "/ug/centre/outbox"),
        (Who::CentreFinance, "/ug/centre/money"),
        (Who::Clerk, "/ug/desk"),
    ] {
        let mut client = app.client_of(who);
        let answer = client.get("/ug/account/sign-in").await.is(303);
        assert_eq!(answer.location(), place, "{who:?}");
        let account = client.get("/ug/account").await.is(200).page();
        assert!(account.has(&format!(".c-actions a[href='{place}']")), "{who:?}");
    }
    for (place, who) in [
        ("/ug/centre/members", Who::Centre),
        ("/ug/centre/support", Who::CentreSupport),
    ] {
        let page = app.client_of(who).get(place).await.is(200).page();
        assert!(
            page.has(&format!("nav.c-tabs a[href='{place}'][aria-current='page']")),
            "{place}"
        );
    }
}
