//! Whatever is missing, a name is shown, and it says which language it is in.

use db::entities::translation;
use domain::{Locale, TextOwner, TranslationState};
use proptest::prelude::*;
use service::catalog::{self, ListQuery};
use service::texts::TextSet;
use service::{Shown, shops, stations, studio};
use testing::{TestShop, both};

fn row(lang: Locale, text: &str, outdated: bool) -> translation::Model {
    translation::Model {
        entity: TextOwner::Product,
        entity_id: 1,
        field: "name".to_owned(),
        lang,
        value: text.to_owned(),
        state: if outdated {
            TranslationState::Outdated
        } else {
            TranslationState::Human
        },
        source_lang: Locale::Ug,
        source_hash: String::new(),
        updated_at: 0,
        updated_by: None,
    }
}

proptest! {
    #[test]
    fn a_name_is_never_blank(there: [bool; 3], outdated: [bool; 3], reader in 0_usize..3, source in 0_usize..3) {
        let mut texts = TextSet::default();
        for (at, lang) in Locale::BUILT_IN.into_iter().enumerate() {
            if there[at] {
                texts.add(row(lang, lang.native_name(), outdated[at]));
            }
        }
        let (reader, source) = (Locale::BUILT_IN[reader], Locale::BUILT_IN[source]);
        let shown = texts.name(reader, source, "the-slug");
        let at = |lang: Locale| Locale::BUILT_IN.iter().position(|l| *l == lang).unwrap();
        prop_assert!(!shown.text.is_empty());
        if there == [false; 3] {
            prop_assert_eq!(shown, Shown { text: "the-slug".to_owned(), lang: source, outdated: false });
            prop_assert!(texts.show("name", reader, source).is_none());
        } else {
            // The text is the one of the language it claims to be in.
            prop_assert_eq!(shown.text.as_str(), shown.lang.native_name());
            prop_assert_eq!(shown.outdated, outdated[at(shown.lang)]);
            let first = [reader, source].into_iter().chain(reader.fallbacks().iter().copied()).find(|lang| there[at(*lang)]);
            prop_assert_eq!(Some(shown.lang), first);
        }
    }
}

/// Every name a reader of the shop sees.
async fn names(shop: &TestShop, locale: Locale) -> Vec<Shown> {
    let list = catalog::list(shop, &ListQuery::new(locale)).await.unwrap();
    let home = catalog::home(shop, locale).await.unwrap();
    let mut names: Vec<Shown> = list
        .cards
        .iter()
        .flat_map(|c| [c.name.clone(), c.cooperative.clone()])
        .collect();
    for card in &list.cards {
        let page = catalog::find_product(shop, locale, &card.slug).await.unwrap().unwrap();
        names.extend([
            page.name.clone(),
            page.category.name.clone(),
            page.cooperative.name.clone(),
            page.cooperative.township.clone(),
        ]);
    }
    names.extend(home.categories.into_iter().map(|c| c.name));
    names.extend(shops::first(shop, locale, 99).into_iter().map(|c| c.name));
    for township in stations::list(shop, locale, None, "") {
        names.push(township.name);
        names.extend(township.stations.into_iter().map(|s| s.name));
    }
    names
}

both!(with_any_languages_missing_every_page_has_its_names, async |shop| {
    let member = shop.member_of("bees").await;
    let id = shop.product("wild-honey").await;
    for missing in ["'es'", "'ug'", "'es','ug'", "'zh'", "'zh','ug','es'"] {
        shop.execute(format!("DELETE FROM translations WHERE lang IN ({missing})"))
            .await;
        shop.catch_up().await.unwrap();
        // Saving anything writes the list's rows anew.
        let editor = studio::product_editor(shop, member, Locale::Zh, id).await.unwrap();
        let form = studio::ProductForm {
            version: editor.version.to_string(),
            ..Default::default()
        };
        studio::save_product(shop, member, id, &form).await.unwrap();
        for locale in Locale::BUILT_IN {
            let names = names(shop, locale).await;
            assert!(
                names.len() > 30 && names.iter().all(|n| !n.text.trim().is_empty()),
                "{missing} {locale:?}: {names:?}"
            );
        }
    }
});

both!(a_text_in_another_language_says_so, async |shop| {
    let page = catalog::find_product(shop, Locale::Es, "badam-kernel")
        .await
        .unwrap()
        .unwrap();
    assert_eq!(page.name.lang, Locale::Es);
    assert_eq!(
        page.description.as_ref().unwrap().lang,
        Locale::Ug,
        "only the source has one"
    );
    let page = catalog::find_product(shop, Locale::Ug, "comb-honey")
        .await
        .unwrap()
        .unwrap();
    assert_eq!((page.name.text.as_str(), page.name.lang), ("巢蜜", Locale::Zh));
    assert!(page.description.is_none());
    assert!(
        catalog::find_product(shop, Locale::Ug, "no-such-thing")
            .await
            .unwrap()
            .is_none()
    );
});
