//! Signing in with one's device, from the page's button to the session's end. The device and the script behind the button are
//! the test's own; the browser's are in `end2end/account`.

use testing::device::{Curve, Device};

use crate::both::both;
use crate::client::{Client, PUBLIC};
use crate::district::THIS;
use crate::test_app::TestApp;

const ASK: &str = "/ug/account/passkeys/ask";
const SIGN_IN: &str = "/ug/account/passkey";
const OWN: &str = "/ug/account/passkeys";

async fn ask(client: &mut Client, purpose: &str) -> String {
    client.post(ASK, &[("purpose", purpose)]).await.is(200).text()
}

both!(a_device_is_set_up_signs_in_and_is_removed);
async fn a_device_is_set_up_signs_in_and_is_removed() {
    let app = TestApp::start().await;
    let mut member = crate::world::sign_in(&app, THIS).await;
    let page = member.get(OWN).await.is(200).page();
    assert!(page.has("[data-testid='add-passkey'] leptos-island"), "the button");
    let mut device = Device::new(Curve::P256, PUBLIC);
    let answer = device.make(&ask(&mut member, "add").await);
    let tag = [("passkey", answer.as_str()), ("name", "<b>My phone</b>")];
    let refused = member.post(OWN, &tag).await.is(422).page();
    assert_eq!(refused.value("name").as_deref(), Some("<b>My phone</b>"));
    let fields = [("passkey", answer.as_str()), ("name", "My \"phone\" <3")];
    let added = member.post(OWN, &fields).await.is(303);
    assert_eq!(added.location(), "/ug/account/passkeys?done=added");
    let page = member.get(OWN).await.is(200).page();
    let row = page.form("add-passkey");
    assert!(
        row.iter().any(|(name, value)| name == "passkey" && value.is_empty()),
        "{row:?}"
    );

    let mut phone = app.client();
    assert!(
        phone
            .get("/ug/account/sign-in")
            .await
            .is(200)
            .page()
            .has("[data-testid='sign-in-passkey'] leptos-island")
    );
    let answer = device.show(&ask(&mut phone, "sign-in").await);
    let fields = [("passkey", answer.as_str()), ("next", "/ug/studio/orders")];
    // Where the question's cookie is missing, as in another browser, and for what nobody knows, one hears the same.
    let elsewhere = app.client().post(SIGN_IN, &fields).await.is(422).page();
    let unknown = Device::new(Curve::P256, PUBLIC).show(&ask(&mut phone.clone(), "sign-in").await);
    let not_known = phone
        .clone()
        .post(SIGN_IN, &[("passkey", unknown.as_str())])
        .await
        .is(422)
        .page();
    for page in [elsewhere, not_known] {
        assert!(page.has("[data-testid='passkey-failed']") && page.has("[data-testid='sign-in']"));
    }
    let done = phone.post(SIGN_IN, &fields).await.is(303);
    assert_eq!(done.location(), "/ug/studio/orders");
    assert!(phone.cookies.contains_key("__Host-sid") && !phone.cookies.contains_key("__Host-passkey"));
    phone.get("/ug/studio/orders").await.is(200);

    let id = app.number("SELECT id FROM passkeys").await.to_string();
    let name = format!("name-{id}");
    let empty = member
        .post(OWN, &[("rename", id.as_str()), (&name, " ")])
        .await
        .is(422)
        .page();
    assert!(
        empty.has(&format!("[name='{name}'][aria-invalid='true']")),
        "beside its field"
    );
    member.post(OWN, &[("remove", id.as_str())]).await.is(303);
    phone.get("/ug/studio/orders").await.is(303);
}

both!(nobody_is_asked_about_who_is_not_signed_in);
async fn nobody_is_asked_about_who_is_not_signed_in() {
    let app = TestApp::start().await;
    for purpose in ["add", "confirm", "nonsense", ""] {
        app.client().post(ASK, &[("purpose", purpose)]).await.is(404);
    }
    let mut member = crate::world::sign_in(&app, THIS).await;
    member.post(ASK, &[("purpose", "confirm")]).await.is(404);
    app.execute("UPDATE sessions SET fresh_at = fresh_at - 660000").await;
    member.post(ASK, &[("purpose", "add")]).await.is(404);
    let page = member.get(OWN).await.is(200).page();
    assert!(!page.has("[data-testid='add-passkey']"), "who one is is asked first");
}
