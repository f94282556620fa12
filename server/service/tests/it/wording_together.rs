//! Several languages and several people at one text: who has to look once more, and whose word counts.

use domain::{Actor, ErrorCode, Locale, UnitWork, VersionCommand, VersionState};
use service::wording::{UnitFilter, VersionView};
use service::{Error, wording};
use testing::both;

use crate::wording::{decide, id_of, reviewer, suggest, translator, unit};

both!(a_text_that_follows_another_makes_nothing_outdated, async |shop| {
    wording::note_baseline(shop).await.unwrap();
    let [ug, zh, es] = [
        reviewer(shop, Locale::Ug).await,
        reviewer(shop, Locale::Zh).await,
        reviewer(shop, Locale::Es).await,
    ];
    for (judge, source) in [(ug, "ھارۋام"), (zh, "我的购物车")] {
        let id = id_of(&suggest(shop, judge, "cart-title", source).await);
        decide(shop, judge, id, VersionCommand::Approve).await.unwrap();
    }
    let view = async |actor: Actor| wording::get(shop, actor, &unit("cart-title")).await.unwrap();
    assert_eq!(view(ug).await.work, UnitWork::Approved, "it was the first to change");
    let others: Vec<String> = view(es)
        .await
        .outdated
        .into_iter()
        .map(|outdated| outdated.other)
        .collect();
    assert_eq!(others, ["ug"], "what changed is told once");
});

both!(whoever_wrote_what_was_not_accepted_hears_of_it, async |shop| {
    let (writer, other) = (translator(shop, Locale::Es).await, translator(shop, Locale::Es).await);
    let judge = reviewer(shop, Locale::Es).await;
    let view = async |actor: Actor| wording::get(shop, actor, &unit("cart-title")).await.unwrap();
    let before = view(writer).await;
    suggest(shop, writer, "cart-title", "Primera").await;
    let id = id_of(&suggest(shop, writer, "cart-title", "Segunda").await);
    decide(shop, judge, id, VersionCommand::Reject).await.unwrap();
    assert_eq!(view(writer).await.work, UnitWork::Rejected);
    assert_eq!(view(other).await.work, before.work, "it is not theirs");
    let filter = UnitFilter {
        work: Some(UnitWork::Rejected),
        ..UnitFilter::default()
    };
    assert_eq!(wording::list(shop, writer, &filter).await.unwrap().total, 1);

    let versions = view(other).await.versions;
    let [no, first]: &[VersionView; 2] = versions.as_slice().try_into().unwrap();
    assert!(no.decided_by.as_ref().is_some_and(|by| !by.is_empty() && *by != no.by));
    assert_eq!((first.state, &first.decided_by), (VersionState::Withdrawn, &None));
    assert_eq!(
        no.before.as_ref(),
        Some(&before.said),
        "what all read, and not what was taken back"
    );

    suggest(shop, writer, "cart-title", "Tercera").await;
    assert_eq!(view(writer).await.work, UnitWork::Suggested);
});

both!(the_numbers_of_the_list_are_of_what_is_asked_for, async |shop| {
    let es = translator(shop, Locale::Es).await;
    let sum = async |file: &str, search: &str| {
        let filter = UnitFilter {
            file,
            search,
            ..UnitFilter::default()
        };
        let list = wording::list(shop, es, &filter).await.unwrap();
        let all: usize = list.counts.iter().map(|(_, count)| count).sum();
        assert_eq!(all, list.total, "{file} {search}");
        all
    };
    let all = sum("", "").await;
    let of_file = sum("cart.ftl", "").await;
    assert!(of_file > 0 && of_file < all);
    assert!(sum("cart.ftl", "cart-title").await < of_file);
});

both!(of_two_changes_of_a_word_one_is_approved, async |shop| {
    let judge = reviewer(shop, Locale::Es).await;
    for text in ["carro", "cesta"] {
        let writer = translator(shop, Locale::Es).await;
        wording::change_word(shop, writer, "cart", text).await.unwrap();
    }
    let list = wording::glossary(shop, judge).await.unwrap();
    let word = list.words.into_iter().find(|word| word.english == "cart").unwrap();
    let [first, second] = word.waiting.as_slice() else {
        panic!("{:?}", word.waiting);
    };
    wording::decide_word(shop, judge, first.id, VersionCommand::Approve)
        .await
        .unwrap();
    // This program has not read the first one yet.
    assert!(matches!(
        wording::decide_word(shop, judge, second.id, VersionCommand::Approve).await,
        Err(Error::Refused(ErrorCode::InvalidTransition))
    ));
});
