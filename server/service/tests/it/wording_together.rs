//! Several languages and several people at one text: who has to look once more, and whose word counts.

use domain::{Actor, ErrorCode, Locale, UnitWork, VersionCommand, VersionState};
use l10n::unit::source_hash;
use service::wording::{NewVersion, UnitFilter, VersionView};
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

both!(nobody_approves_their_own_while_another_reviewer_could, async |shop| {
    let (judge, other) = (reviewer(shop, Locale::Es).await, reviewer(shop, Locale::Es).await);
    let id = id_of(&suggest(shop, judge, "cart-title", "Mi cesta").await);
    wording::change_word(shop, judge, "honey", "miel pura").await.unwrap();
    let version = async |actor: Actor| {
        let view = wording::get(shop, actor, &unit("cart-title")).await.unwrap();
        view.versions[0].clone()
    };
    let word = async |actor: Actor| {
        let list = wording::glossary(shop, actor).await.unwrap();
        let word = list.words.into_iter().find(|word| word.english == "honey").unwrap();
        word.waiting[0].clone()
    };
    let may = |commands: &[VersionCommand]| commands.contains(&VersionCommand::Approve);
    let (own, own_word) = (version(judge).await, word(judge).await);
    assert!(own.waits_for_peer && !may(&own.commands));
    assert!(own_word.waits_for_peer && !may(&own_word.commands));
    let (theirs, their_word) = (version(other).await, word(other).await);
    assert!(!theirs.waits_for_peer && may(&theirs.commands) && may(&their_word.commands));
    assert!(matches!(
        decide(shop, judge, id, VersionCommand::Approve).await,
        Err(Error::Refused(ErrorCode::InvalidTransition))
    ));
    assert!(matches!(
        wording::decide_word(shop, judge, own_word.id, VersionCommand::Approve).await,
        Err(Error::Refused(ErrorCode::InvalidTransition))
    ));

    // A reviewer who was let in long ago and has not come since is waited for by nobody; one who signed in is.
    let other_id = other.user().unwrap();
    let added = format!("UPDATE member_roles SET created_at = 0 WHERE user_id = {other_id}");
    shop.execute(added).await;
    assert!(may(&version(judge).await.commands));
    let came = format!("UPDATE users SET signed_in_at = {} WHERE id = {other_id}", shop.now());
    shop.execute(came).await;
    assert!(!may(&version(judge).await.commands));
    shop.execute(format!("UPDATE users SET signed_in_at = 1 WHERE id = {other_id}"))
        .await;
    decide(shop, judge, id, VersionCommand::Approve).await.unwrap();
    wording::decide_word(shop, judge, own_word.id, VersionCommand::Approve)
        .await
        .unwrap();
    assert!(version(judge).await.is_approved_by_writer, "and the history says so");
});

both!(
    what_another_reviewer_approved_is_not_approved_by_its_writer,
    async |shop| {
        let (writer, judge) = (translator(shop, Locale::Es).await, reviewer(shop, Locale::Es).await);
        let id = id_of(&suggest(shop, writer, "cart-title", "Mi cesta").await);
        decide(shop, judge, id, VersionCommand::Approve).await.unwrap();
        let view = wording::get(shop, judge, &unit("cart-title")).await.unwrap();
        assert!(!view.versions[0].is_approved_by_writer);
    }
);

both!(an_undone_approval_leaves_the_text_as_outdated_as_it_was, async |shop| {
    wording::note_baseline(shop).await.unwrap();
    let es = reviewer(shop, Locale::Es).await;
    // As a release before had it.
    let old = source_hash("Basket").0;
    shop.execute(format!(
        "UPDATE text_seen SET other_hash = {old}, other_source = 'Basket' WHERE unit = 'cart-title' AND lang = 'es'"
    ))
    .await;
    let work = async || wording::get(shop, es, &unit("cart-title")).await.unwrap().work;
    assert_eq!(work().await, UnitWork::Outdated);
    let id = id_of(&suggest(shop, es, "cart-title", "Mi cesta").await);
    decide(shop, es, id, VersionCommand::Approve).await.unwrap();
    assert_eq!(work().await, UnitWork::Approved);
    wording::note_baseline(shop).await.unwrap();
    decide(shop, es, id, VersionCommand::Undo).await.unwrap();
    assert_eq!(work().await, UnitWork::Outdated);
    wording::note_baseline(shop).await.unwrap();
    assert_eq!(work().await, UnitWork::Outdated, "and it stays so");
});

both!(
    an_undone_small_correction_leaves_the_others_as_they_were,
    async |shop| {
        wording::note_baseline(shop).await.unwrap();
        let (ug, zh) = (reviewer(shop, Locale::Ug).await, reviewer(shop, Locale::Zh).await);
        let title = unit("cart-title");
        let view = async |actor: Actor| wording::get(shop, actor, &title).await.unwrap();
        let before = view(zh).await.work;
        let first = id_of(&suggest(shop, ug, "cart-title", "ھارۋام").await);
        decide(shop, ug, first, VersionCommand::Approve).await.unwrap();
        let outdated = view(zh).await.outdated[0].clone();
        wording::seen(shop, zh, &title, "ug", outdated.hash).await.unwrap();
        assert_eq!(view(zh).await.work, before);

        let seen = view(ug).await;
        let small = NewVersion {
            unit: &title,
            source: "ھارۋام!",
            base: seen.base,
            english: seen.english_hash,
            is_small: true,
            note: "",
        };
        let second = id_of(&wording::suggest(shop, ug, small).await.unwrap());
        decide(shop, ug, second, VersionCommand::Approve).await.unwrap();
        assert_eq!(view(zh).await.work, before);
        decide(shop, ug, second, VersionCommand::Undo).await.unwrap();
        assert_eq!(view(zh).await.work, before, "it means what it meant");
    }
);
