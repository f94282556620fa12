//! Applications: sent with the code of the phone, one a phone, decided once, and gone in time with their documents.

use domain::{
    Actor, ApplicationId, ApplicationState, AuditAction, DocumentRefusal, ErrorCode, FieldCode, ListingStep, Locale,
};
use service::applications::{self, ApplicationForm};
use service::audit::{self, AuditObject, AuditQuery, AuditThing, Who};
use service::identity::{self, Guesser};
use service::{Error, Network, retention, shops, studio, unused_pictures};
use testing::{TestShop, both};

use crate::goods::{fields_of, honey};

const PHONE: &str = "137 0013 7000";
const PDF: &[u8] = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n";
const DAY: i64 = 86_400_000;

fn written(shop: &TestShop) -> ApplicationForm {
    let townships = service::stations::townships(shop, Locale::Ug);
    ApplicationForm {
        name: "بۇلاق ھەسەل كوپىراتىپى".to_owned(),
        township: townships[0].0.clone(),
        person: "ئايگۈل".to_owned(),
        phone: PHONE.to_owned(),
        goods: "ھەسەل".to_owned(),
        about: String::new(),
    }
}

async fn code(shop: &TestShop, form: &ApplicationForm) -> String {
    applications::send_code(shop, Locale::Ug, form, None, &Guesser::default())
        .await
        .unwrap();
    shop.code_sent().await
}

async fn sent(shop: &TestShop) -> String {
    sent_by(shop, PHONE).await
}

/// The last part of the address of an application from this phone.
async fn sent_by(shop: &TestShop, phone: &str) -> String {
    let form = ApplicationForm {
        phone: phone.to_owned(),
        ..written(shop)
    };
    let code = code(shop, &form).await;
    applications::send(shop, Locale::Ug, &form, &code, &Guesser::default())
        .await
        .unwrap()
}

async fn add(shop: &TestShop, address: &str, bytes: &[u8]) -> Result<(), DocumentRefusal> {
    let mut incoming = applications::receive_document(shop, &Network::unknown(), address)
        .await
        .unwrap();
    for piece in bytes.chunks(100_000) {
        incoming.push(piece).await.unwrap();
    }
    applications::add_document(shop, incoming, "C:\\papers\\a.pdf")
        .await
        .unwrap()
}

fn id_of(address: &str) -> ApplicationId {
    ApplicationId(address.split_once('-').unwrap().0.parse().unwrap())
}

/// Files that came with applications.
fn files(shop: &TestShop) -> usize {
    let folder = std::fs::read_dir(shop.place.folder().join("media")).unwrap();
    let names = folder.map(|file| file.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with("document-")).count()
}

both!(an_application_is_there_once_its_phone_is_proved, async |shop| {
    let form = written(shop);
    let empty = ApplicationForm::default();
    let wrong = applications::send_code(shop, Locale::Ug, &empty, None, &Guesser::default()).await;
    let names: Vec<String> = fields_of(wrong).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["name", "township", "person", "phone", "goods"]);
    // Its code would never come.
    let unreached = ApplicationForm {
        phone: "+19005550001".to_owned(),
        ..form.clone()
    };
    let refused = applications::send_code(shop, Locale::Ug, &unreached, None, &Guesser::default()).await;
    assert_eq!(fields_of(refused), [("phone".to_owned(), FieldCode::InvalidChoice)]);

    let code = code(shop, &form).await;
    let wrong = if code == "000000" { "000001" } else { "000000" };
    let refused = applications::send(shop, Locale::Ug, &form, wrong, &Guesser::default()).await;
    assert_eq!(fields_of(refused), [("code".to_owned(), FieldCode::InvalidCode)]);
    assert_eq!(shop.number("SELECT COUNT(*) FROM applications").await, 0);
    // A code to sign in with is good for nothing else, and this one lets nobody in.
    assert!(shop.sign_in("+8613700137000", "", &code).await.is_err());
    let address = applications::send(shop, Locale::Ug, &form, &code, &Guesser::default())
        .await
        .unwrap();
    let standing = applications::standing(shop, &address).await.unwrap();
    assert_eq!(
        (standing.state, standing.name.text),
        (ApplicationState::Waiting, form.name.clone())
    );
    assert!(matches!(
        applications::standing(shop, &format!("{}-0", id_of(&address))).await,
        Err(Error::NotFound)
    ));
    // Written once more it is the same one; another one is not thrown away without a word.
    assert_eq!(sent(shop).await, address);
    let other = ApplicationForm {
        goods: "بادام".to_owned(),
        ..form
    };
    let code = self::code(shop, &other).await;
    let refused = applications::send(shop, Locale::Ug, &other, &code, &Guesser::default()).await;
    assert_eq!(fields_of(refused), [("phone".to_owned(), FieldCode::TooMuch)]);
    assert_eq!(shop.number("SELECT COUNT(*) FROM applications").await, 1);
});

both!(after_five_wrong_codes_no_other_one_is_sent, async |shop| {
    let form = written(shop);
    let guesser = Guesser::default();
    let code = code(shop, &form).await;
    let wrong = if code == "000000" { "000001" } else { "000000" };
    for _ in 0..5 {
        let refused = applications::send(shop, Locale::Ug, &form, wrong, &guesser).await;
        assert_eq!(fields_of(refused), [("code".to_owned(), FieldCode::InvalidCode)]);
    }
    let more = applications::send_code(shop, Locale::Ug, &form, None, &guesser).await;
    assert!(matches!(more, Err(Error::TooMany { seconds: 121 })), "{more:?}");
    assert_eq!(shop.number("SELECT COUNT(*) FROM one_time_codes").await, 1);
    shop.clock.advance(2 * 60_000);
    applications::send_code(shop, Locale::Ug, &form, None, &guesser)
        .await
        .unwrap();
});

both!(a_network_sends_few_codes, async |shop| {
    let guesser = Guesser {
        network: Network::of("203.0.113.7".parse().unwrap()),
        ..Guesser::default()
    };
    let form = written(shop);
    let mut answers = Vec::new();
    for number in 0..22 {
        if number == 20 {
            // A day for twenty, so an hour and some minutes for one, though codes to sign in come faster again.
            shop.clock.advance(DAY / 20 + 60_000);
        }
        let form = ApplicationForm {
            phone: format!("1370013{number:04}"),
            ..form.clone()
        };
        answers.push(applications::send_code(shop, Locale::Ug, &form, None, &guesser).await);
    }
    assert!(answers[..21].iter().all(Result::is_ok), "{answers:?}");
    assert!(matches!(answers[21], Err(Error::TooMany { .. })), "{answers:?}");
});

both!(who_is_admitted_owns_a_cooperative_whose_goods_wait, async |shop| {
    let centre = shop.of_centre().await;
    let id = id_of(&sent(shop).await);
    let member = shop.member_of("bees").await;
    for stranger in [Actor::Anonymous, member] {
        let answer = applications::admit(shop, stranger, id, "bulaq-honey").await;
        assert!(matches!(answer, Err(Error::NotFound)), "{answer:?}");
    }
    let list = applications::list(shop, centre, Locale::Ug, ApplicationState::Waiting, None)
        .await
        .unwrap();
    assert_eq!(list.rows.len(), 1);
    for (slug, code) in [
        ("", FieldCode::Required),
        ("Bulaq", FieldCode::InvalidText),
        ("-bulaq", FieldCode::InvalidText),
        ("new", FieldCode::InvalidText),
        ("zh", FieldCode::InvalidText),
        ("bees", FieldCode::InvalidChoice),
    ] {
        let answer = applications::admit(shop, centre, id, slug).await;
        assert_eq!(fields_of(answer), [("slug".to_owned(), code)], "{slug}");
    }
    applications::admit(shop, centre, id, "bulaq-honey").await.unwrap();
    let late = applications::refuse(shop, centre, id, "?").await;
    assert!(
        matches!(late, Err(Error::Refused(ErrorCode::InvalidTransition))),
        "{late:?}"
    );
    shop.catch_up().await.unwrap();
    assert!(
        shops::find(shop, Locale::Ug, "bulaq-honey")
            .await
            .unwrap()
            .unwrap()
            .sells
    );
    let told = "SELECT COUNT(*) FROM outbox WHERE payload LIKE '%application-admitted%'";
    assert_eq!(shop.number(told).await, 1);

    identity::send_code(shop, PHONE, &Guesser::default()).await.unwrap();
    let code = shop.code_sent().await;
    let owner = shop.sign_in(PHONE, "", &code).await.unwrap().actor;
    let cooperative = shop.cooperative("bulaq-honey").await;
    assert_eq!(owner.cooperative(), Some(cooperative));
    let product = studio::create_product(shop, owner, Locale::Ug, &honey()).await.unwrap();
    shop.execute(format!(
        "INSERT INTO product_media (product_id, position, media_id) SELECT {product}, 0, min(id) FROM media"
    ))
    .await;
    studio::set_listing(shop, owner, product, ListingStep::Publish)
        .await
        .unwrap();
    assert_eq!(crate::goods::is_for_sale(shop, product).await, None);
});

both!(goods_that_nobody_can_see_are_none, async |shop| {
    for goods in ["\u{200B}\u{200B}", "\u{3164}", "\u{200D} \u{AD}"] {
        let form = ApplicationForm {
            goods: goods.to_owned(),
            about: "\u{200B}".to_owned(),
            ..written(shop)
        };
        let refused = applications::send_code(shop, Locale::Ug, &form, None, &Guesser::default()).await;
        assert_eq!(
            fields_of(refused),
            [("goods".to_owned(), FieldCode::Required)],
            "{goods:?}"
        );
    }
});

both!(the_log_says_whose_an_application_is, async |shop| {
    let centre = shop.of_centre().await;
    let address = sent(shop).await;
    let id = id_of(&address);
    let read = async || {
        let page = audit::list(shop, centre, Locale::Ug, &AuditQuery::default()).await;
        page.unwrap().events
    };
    let events = read().await;
    let event = events
        .iter()
        .find(|event| event.action == Ok(AuditAction::ApplicationSend))
        .unwrap();
    assert_eq!(event.who, Who::Applicant);
    let AuditObject::Thing(AuditThing::Application, number, Some(name)) = &event.object else {
        panic!("{:?}", event.object)
    };
    assert_eq!((*number, name.text.as_str()), (id.get(), "بۇلاق ھەسەل كوپىراتىپى"));

    applications::admit(shop, centre, id, "bulaq-honey").await.unwrap();
    shop.catch_up().await.unwrap();
    let events = read().await;
    let event = events
        .iter()
        .find(|event| event.action == Ok(AuditAction::ApplicationAdmit))
        .unwrap();
    assert_eq!(event.detail, "", "what became of it stands as whose it is");
    assert!(event.cooperative.is_some());
});

both!(a_document_is_taken_away_by_who_sent_it_while_it_waits, async |shop| {
    let centre = shop.of_centre().await;
    let address = sent(shop).await;
    let id = id_of(&address);
    let newest = async || {
        let standing = applications::standing(shop, &address).await.unwrap();
        standing.documents.last().unwrap().id
    };
    for _ in 0..20 {
        add(shop, &address, PDF).await.unwrap();
        let document = newest().await;
        let stranger = applications::remove_document(shop, &format!("{id}-0"), document).await;
        assert!(matches!(stranger, Err(Error::NotFound)), "{stranger:?}");
        for was_there in [true, false] {
            let removed = applications::remove_document(shop, &address, document).await.unwrap();
            assert_eq!(removed, was_there);
        }
        assert_eq!(files(shop), 0);
    }
    let noted = "SELECT COUNT(*) FROM audit_events WHERE action = 'application.document-remove'";
    assert_eq!(shop.number(noted).await, 20);
    // Each leaves a line in the log: that has an end.
    let mut incoming = applications::receive_document(shop, &Network::unknown(), &address)
        .await
        .unwrap();
    incoming.push(PDF).await.unwrap();
    let more = applications::add_document(shop, incoming, "a.pdf").await;
    assert!(matches!(more, Err(Error::TooMany { .. })), "{more:?}");
    assert_eq!(files(shop), 0);

    shop.clock.advance(DAY);
    add(shop, &address, PDF).await.unwrap();
    let document = newest().await;
    applications::refuse(shop, centre, id, "?").await.unwrap();
    let late = applications::remove_document(shop, &address, document).await;
    assert!(
        matches!(late, Err(Error::Refused(ErrorCode::InvalidTransition))),
        "{late:?}"
    );
    assert_eq!(files(shop), 1);
});

both!(a_decided_application_takes_no_more_documents, async |shop| {
    let centre = shop.of_centre().await;
    for (address, is_admitted) in [(sent(shop).await, false), (sent_by(shop, "137 0013 7001").await, true)] {
        let id = id_of(&address);
        add(shop, &address, PDF).await.unwrap();
        let there = files(shop);
        // Its form was open already when the Centre decided.
        let mut open = applications::receive_document(shop, &Network::unknown(), &address)
            .await
            .unwrap();
        open.push(PDF).await.unwrap();
        if is_admitted {
            applications::admit(shop, centre, id, "bulaq-honey").await.unwrap();
        } else {
            applications::refuse(shop, centre, id, "?").await.unwrap();
        }
        let late = applications::add_document(shop, open, "late.pdf").await;
        assert!(
            matches!(late, Err(Error::Refused(ErrorCode::InvalidTransition))),
            "{late:?}"
        );
        assert_eq!(files(shop), there, "nothing of it is left");
        let standing = applications::standing(shop, &address).await.unwrap();
        assert_eq!((standing.documents.len(), standing.takes_documents), (1, false));
        let refused = applications::receive_document(shop, &Network::unknown(), &address).await;
        assert!(
            matches!(refused, Err(Error::Refused(ErrorCode::InvalidTransition))),
            "{refused:?}"
        );
    }
});

both!(
    documents_are_kept_for_the_centre_and_go_with_a_refused_application,
    async |shop| {
        let centre = shop.of_centre().await;
        let address = sent(shop).await;
        let id = id_of(&address);
        assert_eq!(add(shop, &address, b"").await, Err(DocumentRefusal::Missing));
        assert_eq!(
            add(shop, &address, b"<html></html>").await,
            Err(DocumentRefusal::OtherKind)
        );
        assert_eq!(add(shop, &address, b"%PDF-1.4 cut").await, Err(DocumentRefusal::Broken));
        assert_eq!(
            add(shop, &address, &vec![b'x'; 10 * 1024 * 1024 + 1]).await,
            Err(DocumentRefusal::TooLarge)
        );
        assert_eq!(files(shop), 0);
        let svg = r#"<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><rect width="4" height="3" fill="red"/></svg>"#;
        let photo = media::rasterise(svg.as_bytes(), 400).unwrap();
        add(shop, &address, &photo).await.unwrap();
        for _ in 0..4 {
            add(shop, &address, PDF).await.unwrap();
        }
        let full = applications::receive_document(shop, &Network::unknown(), &address).await;
        assert!(
            matches!(full, Err(Error::Refused(ErrorCode::InvalidTransition))),
            "{full:?}"
        );

        let page = applications::page(shop, centre, Locale::Ug, id).await.unwrap();
        assert_eq!((page.documents.len(), page.documents[1].name.as_str()), (5, "a.pdf"));
        let file = applications::document(shop, centre, id, page.documents[1].id)
            .await
            .unwrap();
        assert_eq!(&file.bytes[..], PDF);
        let picture = applications::document(shop, centre, id, page.documents[0].id)
            .await
            .unwrap();
        assert!(
            picture.bytes.starts_with(b"\xff\xd8\xff") && picture.bytes[..] != photo[..],
            "made anew"
        );
        let stranger = shop.member_of("bees").await;
        let answer = applications::document(shop, stranger, id, page.documents[0].id).await;
        assert!(matches!(answer, Err(Error::NotFound)));

        applications::refuse(shop, centre, id, "证件不清楚。").await.unwrap();
        retention::sweep(shop).await.unwrap();
        assert_eq!(files(shop), 5, "whoever asks why is answered");
        // A file without a row goes in the night, those with one stay.
        std::fs::write(shop.place.folder().join("media/document-00"), "x").unwrap();
        for _ in 0..91 {
            shop.clock.advance(DAY);
            retention::sweep(shop).await.unwrap();
        }
        assert_eq!(shop.number("SELECT COUNT(*) FROM applications").await, 0);
        unused_pictures::clear_unused(shop).await.unwrap();
        assert_eq!(files(shop), 0);
    }
);
