//! Coming in by a link: the number is proved first, and the link is taken with it.

use crate::account::last_code;
use crate::both::both;
use crate::buyer::{Fields, set};
use crate::client::{Client, PUBLIC};
use crate::district::OTHER;
use crate::members::account_of;
use crate::test_app::TestApp;
use crate::world::Who;

both!(whoever_opens_a_link_becomes_a_member_once);
async fn whoever_opens_a_link_becomes_a_member_once() {
    let app = TestApp::inhabited().await;
    let mut owner = app.client_of(Who::This);
    let page = owner.get("/zh/studio/members").await.is(200).page();
    let mut make = page.form("make-link");
    assert!(
        !page.has("[data-testid='make-link'] option[value='owner']"),
        "whoever runs it is not let in by a link"
    );
    set(&mut make, "link-role", "owner");
    owner.post("/zh/studio/members", &make).await.is(422);
    let mut make = owner.get("/zh/studio/members").await.is(200).page().form("make-link");
    set(&mut make, "link-role", "packer");
    owner.post("/zh/studio/members", &make).await.is(303);
    let page = owner.get("/zh/studio/members").await.is(200).page();
    let link = page.first("[data-testid='open-link'] input[readonly], [data-testid='open-link'] input[name^='url-']");
    let link = link.unwrap().attr("value").unwrap();
    let path = link.strip_prefix(PUBLIC).unwrap().to_owned();

    // Another number, or another signature, is no link.
    let (start, signature) = path.rsplit_once('-').unwrap();
    let second = link_of(&app).await;
    let (other, others) = second.rsplit_once('-').unwrap();
    assert_ne!((start, signature), (other, others));
    for other in [
        format!("{start}-"),
        format!("{start}-{others}"),
        format!("{other}-{signature}"),
    ] {
        app.client().get(&other).await.is(404);
        app.client()
            .post(&other, &[("name", "Anna"), ("phone", "13911112222")])
            .await
            .is(404);
    }

    let mut guest = app.client();
    let page = guest.get(&path).await.is(200).page();
    let mut fields = page.form("join");
    set(&mut fields, "name", "ئايگۈل");
    set(&mut fields, "phone", "12");
    let page = guest.post(&path, &fields).await.is(422).page();
    assert_eq!(
        page.form("join").iter().find(|(name, _)| name == "name").unwrap().1,
        "ئايگۈل"
    );
    let mut fields = page.form("join");
    set(&mut fields, "phone", "139 1111 2222");
    // A number typed wrong gives nobody anything, and the link is good as before.
    set(&mut fields, "phone", "139 9999 9999");
    guest.post(&path, &fields).await.is(303);
    let new = "SELECT count(*) FROM member_roles WHERE role = 'packer'";
    assert_eq!(app.number(new).await, 1, "the demo's only");
    // Corrected after "Back", by the same form; two taps bring one code.
    set(&mut fields, "phone", "139 1111 2222");
    let mut asking = String::new();
    for _ in 0..2 {
        asking = guest.post(&path, &fields).await.is(303).location().to_owned();
    }
    assert!(!asking.contains("139") && !asking.contains("name"), "{asking}");
    // The page can be loaded again; a browser that does not know asks for all of it.
    let page = guest.get(&asking).await.is(200).page();
    assert!(page.has("[data-testid='code-sent']"));
    assert_eq!(
        (page.value("name"), page.value("phone")),
        (Some("ئايگۈل".into()), Some("139 1111 2222".into()))
    );
    let page_elsewhere = app.client().get(&asking).await.is(200).page();
    assert!(!page_elsewhere.has("[data-testid='code-sent']"));
    assert_eq!(page_elsewhere.value("phone"), Some(String::new()));
    // At another link no code was sent.
    let page_of_another = guest.get(&asking.replace(&path, &second)).await.is(200).page();
    assert!(!page_of_another.has("[data-testid='code-sent']"));
    assert_eq!(page_of_another.value("phone"), Some(String::new()));
    assert_eq!(app.number("SELECT count(*) FROM outbox WHERE key = 'code'").await, 2);
    app.client().get(&path).await.is(200);
    let mut sent = page.form("join");
    set(&mut sent, "command", "join");
    set(&mut sent, "code", "12");
    let wrong = guest.post(&path, &sent).await.is(422).page();
    assert_eq!(
        (wrong.value("name"), wrong.value("phone"), wrong.value("code")),
        (Some("ئايگۈل".into()), Some("139 1111 2222".into()), Some(String::new()))
    );
    // Two taps: both come with the cookies of before, and both bring the session.
    set(&mut sent, "code", &last_code(&app).await);
    assert!(guest.cookies.contains_key("__Host-guest"));
    let mut second = guest.clone();
    let done = guest.post(&path, &sent).await.is(303);
    assert_eq!(second.post(&path, &sent).await.is(303).location(), done.location());
    assert_eq!(second.cookies["__Host-sid"], guest.cookies["__Host-sid"]);
    assert!(
        !guest.cookies.contains_key("__Host-guest"),
        "name and number are forgotten"
    );
    assert_eq!((done.location(), app.number(new).await), ("/zh/studio", 2));
    guest.get("/zh/studio/orders").await.is(200);
    guest.get("/zh/studio/members").await.is(404);
    // "Back", and once more; to everybody else it is over.
    guest.get(&path).await.is(303);
    guest.post(&path, &sent).await.is(303);
    guest.post(&path, &fields).await.is(303);
    let other = app.client().get(&path).await.is(404).page();
    assert!(other.has("[data-testid='link-over']"));
    assert_eq!(app.number(new).await, 2);

    // One that is taken back, by the cooperative's own owner only.
    let mut make = owner.get("/zh/studio/members").await.is(200).page().form("make-link");
    set(&mut make, "link-role", "editor");
    owner.post("/zh/studio/members", &make).await.is(303);
    let mut end = owner.get("/zh/studio/members").await.is(200).page().form("end-link");
    set(&mut end, "command", "end-link");
    app.client_of(Who::Other).post("/zh/studio/members", &end).await.is(404);
    app.client_of(Who::Packer)
        .post("/zh/studio/members", &end)
        .await
        .is(404);
    for _ in 0..2 {
        // Twice, each time by a form of its own: it is done already.
        owner.post("/zh/studio/members", &end).await.is(303);
        end.retain(|(name, _)| name != "key");
    }
    assert_eq!(
        app.number("SELECT count(*) FROM invitations WHERE ended_at IS NULL")
            .await,
        1,
        "the second link"
    );
}

/// A fresh link of "this" cooperative, for somebody who packs.
pub async fn link_of(app: &TestApp) -> String {
    let mut owner = app.client_of(Who::This);
    let mut make = owner.get("/zh/studio/members").await.is(200).page().form("make-link");
    set(&mut make, "link-role", "packer");
    let done = owner.post("/zh/studio/members", &make).await.is(303);
    let (page, place) = done.location().split_once('#').unwrap();
    assert_eq!(place, "links");
    let page = owner.get(page).await.is(200).page();
    // The newest stands first, and open.
    assert_eq!(page.count("details[open][data-testid='open-link']"), 1);
    let url = page
        .first("details[open][data-testid='open-link'] input[name^='url-']")
        .unwrap();
    let url = url.attr("value").unwrap();
    url.strip_prefix(PUBLIC).unwrap().to_owned()
}

/// The form with the code that was sent to `phone`.
pub async fn with_code(app: &TestApp, guest: &mut Client, path: &str, phone: &str) -> Fields {
    let mut fields = guest.get(path).await.is(200).page().form("join");
    set(&mut fields, "name", phone);
    set(&mut fields, "phone", phone);
    let asking = guest.post(path, &fields).await.is(303);
    let mut sent = guest.get(asking.location()).await.is(200).page().form("join");
    set(&mut sent, "command", "join");
    set(&mut sent, "code", &last_code(app).await);
    sent
}

both!(of_two_with_one_link_one_comes_in_and_the_other_is_told);
async fn of_two_with_one_link_one_comes_in_and_the_other_is_told() {
    let app = TestApp::inhabited().await;
    let path = link_of(&app).await;
    let (mut one, mut other) = (app.client(), app.client());
    let first = with_code(&app, &mut one, &path, "139 1111 2222").await;
    let second = with_code(&app, &mut other, &path, "139 1111 3333").await;
    let answers = tokio::join!(one.post(&path, &first), other.post(&path, &second));
    let answers = [answers.0, answers.1];
    let lost = answers.iter().position(|answer| answer.status == 404).unwrap();
    assert_eq!(answers[1 - lost].status, 303);
    let page = answers[lost].page();
    assert!(page.has("[data-testid='link-over']"));
    assert!(!page.has("main button"), "nothing is offered that can only fail");
    assert_eq!(
        page.value("phone"),
        [&first, &second][lost]
            .iter()
            .find(|f| f.0 == "phone")
            .map(|f| f.1.clone())
    );
    assert_eq!(
        app.number("SELECT count(*) FROM invitations WHERE used_by IS NOT NULL")
            .await,
        1
    );
    let strangers = "SELECT count(*) FROM users WHERE phone IN ('+8613911112222', '+8613911113333')";
    assert_eq!(
        app.number(strangers).await,
        1,
        "who was slower is not known to the shop"
    );

    // Taken back between the form and the code.
    let path = link_of(&app).await;
    let mut late = app.client();
    let fields = with_code(&app, &mut late, &path, "139 1111 4444").await;
    app.execute("UPDATE invitations SET ended_at = 1 WHERE used_by IS NULL")
        .await;
    let page = late.post(&path, &fields).await.is(404).page();
    assert_eq!(page.value("name").as_deref(), Some("139 1111 4444"));
    assert!(!late.cookies.contains_key("__Host-sid"));
}

both!(who_is_signed_in_comes_in_by_one_press);
async fn who_is_signed_in_comes_in_by_one_press() {
    let app = TestApp::inhabited().await;
    let path = link_of(&app).await;
    // By the password: the page leads to signing in, and that leads back.
    let mut known = app.client();
    let page = known.get(&path).await.is(200).page();
    let url = page
        .first("[data-testid='join-sign-in']")
        .unwrap()
        .attr("href")
        .unwrap()
        .to_owned();
    let mut sign_in = known.get(&url).await.is(200).page().form("sign-in");
    let account = account_of(&app, OTHER);
    set(&mut sign_in, "phone", &account.phone);
    set(&mut sign_in, "password", &account.password);
    let back = known.post("/zh/account/sign-in", &sign_in).await.is(303);
    assert_eq!(back.location(), path);
    let page = known.get(&path).await.is(200).page();
    assert!(!page.has("[data-testid='join-sign-in']"), "they are signed in");
    let mut own = page.form("join-own");
    set(&mut own, "command", "own");
    for _ in 0..2 {
        let done = known.clone().post(&path, &own).await.is(303);
        assert_eq!(done.location(), "/zh/studio");
    }
    // They pack for the cooperative that let them in, and have their own as before.
    known.get("/zh/studio/orders").await.is(200);
    known.get("/zh/studio/members").await.is(404);
    let of = format!(
        "SELECT count(*) FROM member_roles m JOIN users u ON u.id = m.user_id WHERE u.phone = '{}'",
        account.phone
    );
    assert_eq!(app.number(&of).await, 2);
    // Another link changes nothing for who is a member, and is left to somebody else.
    let path = link_of(&app).await;
    let page = known.get(&path).await.is(200).page();
    let already = page.text_of("join-already").unwrap();
    assert!(already.contains("打包员"), "{already}");
    assert!(!page.has("[data-testid='join-own']") && page.has("[data-testid='join']"));
    // Nobody comes in like this without a session.
    let asked = app.client().post(&path, &[("command", "own")]).await.is(200).page();
    assert!(asked.has("[data-testid='sign-in'] [name='sent']"));
    assert_eq!(
        app.number("SELECT count(*) FROM invitations WHERE ended_at IS NULL")
            .await,
        1
    );
}
