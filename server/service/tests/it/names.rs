//! Names, wherever one is taken: none is markup, and none holds what nobody sees.

use domain::{FieldCode, Locale, RowProblem, Subject};
use service::applications::{self, ApplicationForm};
use service::categories::{self, CategoryForm, NewCategory};
use service::checkout::{self, CheckoutForm};
use service::identity::Guesser;
use service::members::{self, Invitation};
use service::renaming::{self, NamingForm};
use service::settings::{self, Section};
use service::stations::{self, NewStation, StationForm};
use service::studio::{self, NewProductForm, ProductForm, StepForm};
use testing::{Bought, Snapshot, TestShop, both};

use crate::goods::{fields_of, honey};
use crate::tables::{bring, page, problems, words};

/// A tag, and one that a sign nobody sees was to hide.
const TAGS: [&str; 2] = ["<b>بادام</b>", "Badam <\u{202E}img src=x>"];

fn markup(field: &str) -> Vec<(String, FieldCode)> {
    vec![(field.to_owned(), FieldCode::Markup)]
}

fn application(shop: &TestShop) -> ApplicationForm {
    ApplicationForm {
        name: "بۇلاق".to_owned(),
        township: stations::townships(shop, Locale::Ug)[0].0.clone(),
        person: "ئايگۈل".to_owned(),
        phone: "137 0013 7000".to_owned(),
        goods: "ھەسەل".to_owned(),
        about: "< 5 kg".to_owned(),
    }
}

fn three(text: &str) -> [String; 3] {
    ["", text, ""].map(str::to_owned)
}

both!(a_name_of_a_shop_or_its_people_is_no_markup, async |shop| {
    let owner = shop.member_of("almonds").await;
    let naming = renaming::page(shop, owner).await.unwrap();
    let before = Snapshot::of(shop).await;
    for tag in TAGS {
        let form = NamingForm {
            names: vec![(naming.source, tag.to_owned())],
            ..NamingForm::default()
        };
        let field = format!("name-{}", naming.source.code());
        assert_eq!(fields_of(renaming::ask(shop, owner, &form).await), markup(&field));
        for (field, form) in [
            (
                "name",
                ApplicationForm {
                    name: tag.to_owned(),
                    ..application(shop)
                },
            ),
            (
                "person",
                ApplicationForm {
                    person: tag.to_owned(),
                    ..application(shop)
                },
            ),
        ] {
            let sent = applications::send_code(shop, Locale::Ug, &form, None, &Guesser::default()).await;
            assert_eq!(fields_of(sent), markup(field));
        }
        let invitation = Invitation {
            phone: "+8613900139000".to_owned(),
            name: tag.to_owned(),
            role: "support".to_owned(),
        };
        let appointed = members::appoint(shop, Subject::Centre, &invitation).await;
        assert_eq!(fields_of(appointed), markup("name"));
    }
    before.assert_unchanged(shop).await;
});

both!(a_name_of_goods_is_no_markup, async |shop| {
    let member = shop.member_of("almonds").await;
    let id = shop.product("thin-shell-badam").await;
    let editor = studio::product_editor(shop, member, Locale::Zh, id).await.unwrap();
    let texts = |texts: &[studio::EditText]| texts.iter().map(|t| (t.lang, t.text.clone())).collect::<Vec<_>>();
    let before = Snapshot::of(shop).await;
    for tag in TAGS {
        let form = NewProductForm {
            name: tag.to_owned(),
            ..honey()
        };
        let made = studio::create_product(shop, member, Locale::Ug, &form).await;
        assert_eq!(fields_of(made), markup("name"));
        let mut names = texts(&editor.names);
        names[0].1 = tag.to_owned();
        let field = format!("name-{}", names[0].0.code());
        let form = ProductForm {
            version: editor.version.to_string(),
            names,
            descriptions: texts(&editor.descriptions),
            ..ProductForm::default()
        };
        assert_eq!(
            fields_of(studio::save_product(shop, member, id, &form).await),
            markup(&field)
        );
    }
    before.assert_unchanged(shop).await;
    let table = format!("product,name,net,price,stock\n{id},<b>Badam</b>,3 kg,99,5\n");
    let job = bring(shop, member, table.as_bytes()).await;
    let wrong = problems(&page(shop, member, job).await);
    assert!(matches!(wrong[..], [(2, _, RowProblem::Markup)]), "{wrong:?}");
});

both!(a_name_of_the_district_is_no_markup, async |shop| {
    let centre = shop.of_centre().await;
    let editor = settings::editor(shop, centre, 1).await.unwrap();
    let seen = editor.sections.iter().find(|(s, ..)| *s == Section::Centre).unwrap().2;
    let before = Snapshot::of(shop).await;
    for tag in TAGS {
        let category = NewCategory {
            slug: "dried-fruit".to_owned(),
            form: CategoryForm {
                names: three(tag),
                ..CategoryForm::default()
            },
            picture_of: "badam".to_owned(),
        };
        assert_eq!(
            fields_of(categories::add(shop, centre, &category).await),
            markup("name-zh")
        );
        let station = NewStation {
            code: "B209".to_owned(),
            form: StationForm {
                township: "bulaq".to_owned(),
                names: three(tag),
                ..StationForm::default()
            },
        };
        assert_eq!(
            fields_of(stations::add(shop, centre, &station).await),
            markup("name-zh")
        );
        let fields = [("name-es".to_owned(), tag.to_owned())];
        let saved = settings::save(shop, centre, Section::Centre, seen, &fields).await;
        assert_eq!(fields_of(saved), markup("name-es"));
    }
    before.assert_unchanged(shop).await;
});

both!(what_buyers_read_of_people_hides_nothing, async |shop| {
    let cart = shop.cart_with(&[("badam-500", "1")]).await;
    let shown = shop.shown(cart, shop.to_station()).await;
    let form = CheckoutForm {
        name: TAGS[0].to_owned(),
        ..shown.clone()
    };
    let rejected = Bought::rejection_of(checkout::place(shop, Locale::Zh, cart, &form).await.unwrap());
    assert_eq!(rejected.errors.of("name"), Some(FieldCode::Markup));
    let form = CheckoutForm {
        name: "Ana\u{202E}\u{E0041} \u{AD}< 3".to_owned(),
        ..shown
    };
    let bought = Bought::code_of(checkout::place(shop, Locale::Zh, cart, &form).await.unwrap());
    let names = words(shop, "SELECT buyer_name FROM order_groups").await;
    assert_eq!(names, ["Ana < 3"], "what is no tag stays");

    // Who carries it is read by the buyer.
    let member = shop.member_of("almonds").await;
    let id = shop.orders_of(&bought).await[0];
    for step in ["accept", "pack"] {
        studio::move_on(shop, member, id, step.into()).await.unwrap();
    }
    let sent_by = |carrier: &str| StepForm {
        carrier: carrier.to_owned(),
        ..StepForm::from("dispatch")
    };
    let refused = studio::move_on(shop, member, id, sent_by("<b>EMS</b>")).await;
    assert_eq!(fields_of(refused), markup("carrier"));
    studio::move_on(shop, member, id, sent_by(" E\u{202E}M\u{200B}S "))
        .await
        .unwrap();
    assert_eq!(words(shop, "SELECT carrier FROM orders").await, ["EMS"]);
});
