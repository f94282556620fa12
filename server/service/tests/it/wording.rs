//! The shop's own texts as translators change them: who reads what, what nobody overwrites, and what is outdated. What goes into
//! files and comes from them is in `wording_files.rs`.

use db::entities::text_version;
use db::sea_orm::{EntityTrait, QuerySelect};
use domain::{
    Actor, ErrorCode, FieldCode, Locale, Membership, TextVersionId, TranslatorRole, UnitWork, VersionCommand,
    VersionState,
};
use l10n::unit::{SourceHash, UnitId, source_hash};
use l10n::{Texts, t};
use service::wording::{self, NewAnswer, NewVersion, Suggested, UnitFilter, UnitView};
use service::{Clock, Error, Shop, ShopOptions};
use testing::{TestShop, both};

pub(crate) fn unit(name: &str) -> UnitId {
    UnitId::parse(name).unwrap()
}

pub(crate) async fn translator(shop: &TestShop, lang: Locale) -> Actor {
    shop.member(Membership::Translator(lang, TranslatorRole::Translator))
        .await
}

pub(crate) async fn reviewer(shop: &TestShop, lang: Locale) -> Actor {
    shop.member(Membership::Translator(lang, TranslatorRole::Reviewer))
        .await
}

/// As somebody sends it who looked at the text just now.
pub(crate) async fn suggest(shop: &Shop, actor: Actor, name: &str, source: &str) -> Suggested {
    let unit = unit(name);
    let view = wording::get(shop, actor, &unit).await.unwrap();
    wording::suggest(shop, actor, new(&unit, &view, source)).await.unwrap()
}

fn new<'a>(unit: &'a UnitId, view: &UnitView, source: &'a str) -> NewVersion<'a> {
    NewVersion {
        unit,
        source,
        base: view.base,
        english: view.english_hash,
        is_small: false,
        note: "",
    }
}

pub(crate) fn id_of(suggested: &Suggested) -> TextVersionId {
    match suggested {
        Suggested::Written(id) => *id,
        other => panic!("{other:?}"),
    }
}

pub(crate) async fn decide(
    shop: &Shop,
    actor: Actor,
    id: TextVersionId,
    command: VersionCommand,
) -> service::Result<()> {
    // As the page of the text sends it.
    let name: Option<String> = text_version::Entity::find_by_id(id)
        .select_only()
        .column(text_version::Column::Unit)
        .into_tuple()
        .one(shop.db().read())
        .await?;
    wording::decide(shop, actor, &unit(&name.unwrap()), id, command, "").await?;
    shop.catch_up().await
}

pub(crate) fn title(texts: &Texts, lang: Locale) -> String {
    texts.get(lang, t::CART_TITLE)
}

/// Another program on the same database, with its own texts.
pub(crate) async fn second(shop: &TestShop, texts: Texts) -> Shop {
    Shop::open(ShopOptions {
        db: shop.place.open().await,
        texts,
        clock: Clock::system(),
        pictures: shop.pictures().clone(),
        secret: [7; 32],
    })
    .await
    .unwrap()
}

both!(a_suggestion_is_its_writers_until_a_reviewer_says_yes, async |shop| {
    let (writer, other) = (translator(shop, Locale::Es).await, translator(shop, Locale::Es).await);
    let judge = reviewer(shop, Locale::Es).await;
    let before = title(shop.texts(), Locale::Es);
    let elsewhere = second(shop, Texts::built_in()).await;
    let id = id_of(&suggest(shop, writer, "cart-title", "Mi cesta").await);

    let own = wording::own_texts(shop, writer).await.unwrap().unwrap();
    assert_eq!(title(&own, Locale::Es), "Mi cesta", "at once, for whoever wrote it");
    assert!(wording::own_texts(shop, other).await.unwrap().is_none());
    shop.catch_up().await.unwrap();
    assert_eq!(title(shop.texts(), Locale::Es), before, "for nobody else");
    let generation = shop.texts().generation();
    let waiting = wording::get(shop, judge, &unit("cart-title")).await.unwrap();
    assert_eq!(
        (waiting.work, waiting.standing.as_str()),
        (UnitWork::Suggested, "Mi cesta")
    );

    assert!(matches!(
        decide(shop, writer, id, VersionCommand::Approve).await,
        Err(Error::NotFound)
    ));
    decide(shop, judge, id, VersionCommand::Approve).await.unwrap();
    assert_eq!(title(shop.texts(), Locale::Es), "Mi cesta");
    assert!(shop.texts().generation() > generation, "pages made before are stale");
    elsewhere.look().await.unwrap();
    assert_eq!(
        title(elsewhere.texts(), Locale::Es),
        "Mi cesta",
        "in every program, without a restart"
    );
    assert_eq!(
        title(&second(shop, Texts::built_in()).await.texts().clone(), Locale::Es),
        "Mi cesta"
    );
    assert!(wording::own_texts(shop, writer).await.unwrap().is_none(), "all read it");

    decide(shop, judge, id, VersionCommand::Undo).await.unwrap();
    assert_eq!(title(shop.texts(), Locale::Es), before);
    assert!(matches!(
        decide(shop, judge, id, VersionCommand::Approve).await,
        Err(Error::Refused(ErrorCode::InvalidTransition))
    ));
});

both!(an_undone_approval_brings_back_the_one_before, async |shop| {
    let judge = reviewer(shop, Locale::Es).await;
    let first = id_of(&suggest(shop, judge, "cart-title", "Primera").await);
    decide(shop, judge, first, VersionCommand::Approve).await.unwrap();
    let second = id_of(&suggest(shop, judge, "cart-title", "Segunda").await);
    decide(shop, judge, second, VersionCommand::Approve).await.unwrap();
    assert_eq!(title(shop.texts(), Locale::Es), "Segunda");
    decide(shop, judge, second, VersionCommand::Undo).await.unwrap();
    assert_eq!(title(shop.texts(), Locale::Es), "Primera");
    let view = wording::get(shop, judge, &unit("cart-title")).await.unwrap();
    let states: Vec<VersionState> = view.versions.iter().map(|version| version.state).collect();
    assert_eq!(states, [VersionState::Undone, VersionState::Approved]);
});

both!(nobody_overwrites_anybody, async |shop| {
    let (one, other) = (translator(shop, Locale::Es).await, translator(shop, Locale::Es).await);
    let title = unit("cart-title");
    let seen = wording::get(shop, one, &title).await.unwrap();
    let id = id_of(&suggest(shop, other, "cart-title", "De otro").await);
    let late = wording::suggest(shop, one, new(&title, &seen, "Mío")).await.unwrap();
    assert_eq!(late, Suggested::Changed);
    let now = wording::get(shop, one, &title).await.unwrap();
    assert_eq!(now.standing, "De otro", "beside which one's own is looked at");
    assert!(now.standing_by.is_some());
    assert!(matches!(
        wording::suggest(shop, one, new(&title, &now, "Mío")).await.unwrap(),
        Suggested::Written(_)
    ));
    let both = wording::get(shop, other, &title).await.unwrap();
    assert_eq!(both.versions.len(), 2, "both stand there");
    assert!(
        both.versions
            .iter()
            .all(|version| version.state == VersionState::Suggested)
    );

    // What is approved counts as well.
    let judge = reviewer(shop, Locale::Es).await;
    let seen = wording::get(shop, judge, &unit("cart-undo")).await.unwrap();
    let approved = id_of(&suggest(shop, judge, "cart-undo", "Atrás").await);
    decide(shop, judge, approved, VersionCommand::Approve).await.unwrap();
    let late = wording::suggest(shop, one, new(&seen.unit, &seen, "Deshacer ya"))
        .await
        .unwrap();
    assert_eq!(late, Suggested::Changed);
    assert!(matches!(
        decide(shop, one, id, VersionCommand::Withdraw).await,
        Err(Error::NotFound)
    ));
});

both!(of_two_at_the_same_moment_one_hears_of_the_other, async |shop| {
    let (one, other) = (translator(shop, Locale::Es).await, translator(shop, Locale::Es).await);
    let title = unit("cart-title");
    let seen = wording::get(shop, one, &title).await.unwrap();
    let (first, second) = tokio::join!(
        wording::suggest(shop, one, new(&title, &seen, "Uno")),
        wording::suggest(shop, other, new(&title, &seen, "Dos")),
    );
    let all = [first.unwrap(), second.unwrap()];
    assert_eq!(
        all.iter().filter(|one| **one == Suggested::Changed).count(),
        1,
        "{all:?}"
    );
});

both!(whoever_writes_anew_takes_back_what_they_wrote_before, async |shop| {
    let writer = translator(shop, Locale::Es).await;
    suggest(shop, writer, "cart-title", "Primera").await;
    suggest(shop, writer, "cart-title", "Segunda").await;
    assert_eq!(suggest(shop, writer, "cart-title", " Segunda ").await, Suggested::Same);
    let view = wording::get(shop, writer, &unit("cart-title")).await.unwrap();
    let states: Vec<VersionState> = view.versions.iter().map(|version| version.state).collect();
    assert_eq!(states, [VersionState::Suggested, VersionState::Withdrawn]);
    let last = view.versions[0].id;
    decide(shop, writer, last, VersionCommand::Withdraw).await.unwrap();
    assert!(wording::own_texts(shop, writer).await.unwrap().is_none());
});

both!(what_the_shop_could_not_say_is_not_taken, async |shop| {
    let writer = translator(shop, Locale::Es).await;
    for (name, source) in [
        ("cart-title", "{ $nobody }"),
        ("cart-title", "Cesta {"),
        ("cart-title", "{ cart-nothing }"),
        ("page-position", "Página"),
        ("cart-title", "Cesta\n    .label = x"),
    ] {
        let Suggested::Faulty(findings) = suggest(shop, writer, name, source).await else {
            panic!("{name} = {source}");
        };
        assert!(!findings[0].sentence("es").is_empty());
        assert_eq!(
            findings,
            wording::try_source(shop, writer, &unit(name), source).unwrap()
        );
    }
    let view = wording::get(shop, writer, &unit("cart-title")).await.unwrap();
    let refused = wording::suggest(shop, writer, new(&view.unit, &view, " \n ")).await;
    let Err(Error::Fields(errors)) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(errors.of("source"), Some(FieldCode::Required));
    let long = "a".repeat(domain::MAX_SOURCE + 1);
    let refused = wording::suggest(shop, writer, new(&view.unit, &view, &long)).await;
    assert!(matches!(refused, Err(Error::Fields(errors)) if errors.of("source") == Some(FieldCode::TooLong)));
    assert!(view.versions.is_empty());
});

both!(only_those_who_translate_the_language_see_its_texts, async |shop| {
    let es = translator(shop, Locale::Es).await;
    let id = id_of(&suggest(shop, es, "cart-title", "Mi cesta").await);
    let zh = reviewer(shop, Locale::Zh).await;
    let others = [
        Actor::Anonymous,
        shop.of_centre().await,
        shop.member_of("almonds").await,
    ];
    for actor in others {
        assert!(matches!(
            wording::list(shop, actor, &UnitFilter::default()).await,
            Err(Error::NotFound)
        ));
        assert!(matches!(
            wording::get(shop, actor, &unit("cart-title")).await,
            Err(Error::NotFound)
        ));
        assert!(matches!(wording::take(shop, actor).await, Err(Error::NotFound)));
        assert!(matches!(
            wording::comment(shop, actor, &unit("cart-title"), "?").await,
            Err(Error::NotFound)
        ));
    }
    assert!(matches!(
        decide(shop, zh, id, VersionCommand::Approve).await,
        Err(Error::NotFound)
    ));
    let view = wording::get(shop, zh, &unit("cart-title")).await.unwrap();
    assert!(view.versions.is_empty(), "another language's");
    assert!(matches!(
        wording::get(shop, es, &unit("cart-nothing")).await,
        Err(Error::NotFound)
    ));
});

async fn work(shop: &Shop, actor: Actor, name: &str) -> UnitWork {
    wording::get(shop, actor, &unit(name)).await.unwrap().work
}

both!(
    a_changed_text_makes_the_other_languages_outdated_until_somebody_looks,
    async |shop| {
        wording::note_baseline(shop).await.unwrap();
        let (ug, zh) = (reviewer(shop, Locale::Ug).await, reviewer(shop, Locale::Zh).await);
        let before = wording::get(shop, zh, &unit("cart-title")).await.unwrap();
        assert_ne!(before.work, UnitWork::Outdated);
        let id = id_of(&suggest(shop, ug, "cart-title", "ھارۋام").await);
        decide(shop, ug, id, VersionCommand::Approve).await.unwrap();

        assert_eq!(work(shop, zh, "cart-title").await, UnitWork::Outdated);
        let filter = UnitFilter {
            work: Some(UnitWork::Outdated),
            ..UnitFilter::default()
        };
        let list = wording::list(shop, zh, &filter).await.unwrap();
        let names: Vec<&str> = list.lines.iter().map(|line| line.unit.as_str()).collect();
        assert_eq!(names, ["cart-title"]);
        let waiting = wording::waiting(shop, zh).await.unwrap();
        assert_eq!(waiting.get("cart-title"), Some(&UnitWork::Outdated));
        let outdated = wording::outdated(shop, Locale::Zh).await.unwrap();
        assert_eq!(outdated.into_iter().collect::<Vec<_>>(), ["cart-title"]);
        assert!(
            wording::outdated(shop, Locale::Ug).await.unwrap().is_empty(),
            "it is the one that changed"
        );
        assert!(wording::waiting(shop, Actor::Anonymous).await.unwrap().is_empty());
        let view = wording::get(shop, zh, &unit("cart-title")).await.unwrap();
        let [outdated] = view.outdated.as_slice() else {
            panic!("{:?}", view.outdated);
        };
        assert_eq!((outdated.other.as_str(), outdated.now.as_str()), ("ug", "ھارۋام"));
        assert_ne!(outdated.before, outdated.now);

        let stale = wording::seen(shop, zh, &unit("cart-title"), "ug", SourceHash(1)).await;
        assert!(matches!(stale, Err(Error::Refused(ErrorCode::InvalidTransition))));
        wording::seen(shop, zh, &unit("cart-title"), "ug", outdated.hash)
            .await
            .unwrap();
        assert_eq!(work(shop, zh, "cart-title").await, before.work);
    }
);

both!(a_small_correction_makes_nothing_outdated, async |shop| {
    wording::note_baseline(shop).await.unwrap();
    let (ug, zh) = (reviewer(shop, Locale::Ug).await, reviewer(shop, Locale::Zh).await);
    let before = work(shop, zh, "cart-title").await;
    let view = wording::get(shop, ug, &unit("cart-title")).await.unwrap();
    let small = NewVersion {
        is_small: true,
        ..new(&view.unit, &view, "ھارۋام")
    };
    let id = id_of(&wording::suggest(shop, ug, small).await.unwrap());
    decide(shop, ug, id, VersionCommand::Approve).await.unwrap();
    assert_eq!(work(shop, zh, "cart-title").await, before);
});

both!(english_that_says_something_else_is_told, async |shop| {
    wording::note_baseline(shop).await.unwrap();
    let es = translator(shop, Locale::Es).await;
    assert_ne!(work(shop, es, "cart-title").await, UnitWork::Outdated);
    // As a release before had it.
    let old = source_hash("Basket").0;
    shop.execute(format!(
        "UPDATE text_seen SET other_hash = {old}, other_source = 'Basket' WHERE unit = 'cart-title' AND other = 'en'"
    ))
    .await;
    wording::note_baseline(shop).await.unwrap();
    let view = wording::get(shop, es, &unit("cart-title")).await.unwrap();
    assert_eq!(view.work, UnitWork::Outdated);
    assert_eq!(
        (view.outdated[0].other.as_str(), view.outdated[0].before.as_str()),
        ("en", "Basket")
    );

    // Marks and capitals alone change nothing that is meant.
    let old = source_hash("cart!").0;
    shop.execute(format!(
        "UPDATE text_seen SET other_hash = {old}, other_source = 'cart!' WHERE unit = 'cart-title' AND other = 'en'"
    ))
    .await;
    wording::note_baseline(shop).await.unwrap();
    assert_ne!(work(shop, es, "cart-title").await, UnitWork::Outdated);
});

/// As somebody sends it who saw what was answered `before`.
fn answer<'a>(question: SourceHash, before: &str, text: &'a str) -> NewAnswer<'a> {
    NewAnswer {
        question,
        before: source_hash(before),
        text,
    }
}

both!(questions_in_files_are_answered_and_comments_stand_below, async |shop| {
    let ug = translator(shop, Locale::Ug).await;
    let filter = UnitFilter {
        work: Some(UnitWork::Doubtful),
        ..UnitFilter::default()
    };
    let list = wording::list(shop, ug, &filter).await.unwrap();
    assert!(
        list.lines.iter().all(|line| line.question.is_some()),
        "the list says what is asked"
    );
    let doubted = list.lines[0].unit.clone();
    let view = wording::get(shop, ug, &doubted).await.unwrap();
    let question = view.questions[0].hash;
    assert!(matches!(
        wording::answer(shop, ug, &doubted, answer(SourceHash(1), "", "?")).await,
        Err(Error::NotFound)
    ));
    wording::answer(shop, ug, &doubted, answer(question, "", "توغرا"))
        .await
        .unwrap();
    let late = wording::answer(shop, ug, &doubted, answer(question, "", "خاتا")).await;
    assert!(
        matches!(late, Err(Error::Refused(ErrorCode::InvalidTransition))),
        "somebody else was quicker"
    );
    let view = wording::get(shop, ug, &doubted).await.unwrap();
    assert_eq!(view.questions[0].answer.as_deref(), Some("توغرا"));
    wording::answer(shop, ug, &doubted, answer(question, "توغرا", "بەك توغرا"))
        .await
        .unwrap();
    assert_ne!(view.work, UnitWork::Doubtful);
    let left = wording::list(shop, ug, &filter).await.unwrap();
    assert_eq!(left.total, list.total - 1);

    wording::comment(shop, ug, &doubted, " ياخشى ").await.unwrap();
    let view = wording::get(shop, ug, &doubted).await.unwrap();
    assert_eq!(view.comments[0].text, "ياخشى");
    assert!(!view.comments[0].by.is_empty());
});

both!(a_version_is_decided_on_at_its_own_text_alone, async |shop| {
    let judge = reviewer(shop, Locale::Ug).await;
    let id = id_of(&suggest(shop, judge, "cart-title", "ھارۋام").await);
    for command in VersionCommand::ALL {
        let elsewhere = wording::decide(shop, judge, &unit("cart-back"), id, command, "").await;
        assert!(matches!(elsewhere, Err(Error::NotFound)), "{command}: {elsewhere:?}");
    }
    decide(shop, judge, id, VersionCommand::Approve).await.unwrap();
    let elsewhere = wording::decide(shop, judge, &unit("cart-back"), id, VersionCommand::Undo, "").await;
    assert!(matches!(elsewhere, Err(Error::NotFound)), "{elsewhere:?}");
    assert_eq!(title(shop.texts(), Locale::Ug), "ھارۋام");
});

both!(how_somebody_is_reached_is_told_to_no_other_translator, async |shop| {
    let es = reviewer(shop, Locale::Es).await;
    let title = unit("cart-title");
    let view = wording::get(shop, es, &title).await.unwrap();
    let field = |answer: service::Result<()>| match answer {
        Err(Error::Fields(errors)) => errors,
        other => panic!("{other:?}"),
    };
    for typed in ["Pregunta a Ana: 600 11 22 33", "ana@correo.example"] {
        let errors = field(wording::comment(shop, es, &title, typed).await);
        assert_eq!(errors.of("comment"), Some(FieldCode::InvalidText), "{typed}");
        let noted = NewVersion {
            note: typed,
            ..new(&title, &view, "Mi cesta")
        };
        let errors = field(wording::suggest(shop, es, noted).await.map(drop));
        assert_eq!(errors.of("note"), Some(FieldCode::InvalidText), "{typed}");
    }
    let id = id_of(&suggest(shop, es, "cart-title", "Mi cesta").await);
    let rejected = wording::decide(shop, es, &title, id, VersionCommand::Reject, "llama al 600112233").await;
    assert_eq!(field(rejected).of("reason"), Some(FieldCode::InvalidText));
    let page = "Mira https://dle.rae.es/12345678";
    wording::comment(shop, es, &title, page).await.unwrap();
    let view = wording::get(shop, es, &title).await.unwrap();
    assert_eq!((view.comments.len(), view.comments[0].text.as_str()), (1, page));
    assert_eq!(view.versions.len(), 1);
});

both!(texts_are_found_by_their_words_in_any_language, async |shop| {
    let es = translator(shop, Locale::Es).await;
    let found = async |search: &str| {
        let filter = UnitFilter {
            search,
            ..UnitFilter::default()
        };
        let list = wording::list(shop, es, &filter).await.unwrap();
        list.lines.iter().any(|line| line.unit.as_str() == "cart-title")
    };
    for search in ["cart-title", "购物车", "CARRITO"] {
        assert!(found(search).await, "{search}");
    }
    assert!(!found("no such words anywhere").await);
    let all = wording::list(shop, es, &UnitFilter::default()).await.unwrap();
    assert!(all.pages > 10);
    let filter = UnitFilter {
        page: 100_000,
        file: "cart.ftl",
        ..UnitFilter::default()
    };
    let last = wording::list(shop, es, &filter).await.unwrap();
    assert_eq!(last.page, last.pages);
    assert!(last.lines.iter().all(|line| line.file == "cart.ftl"));
});

both!(
    a_word_of_the_glossary_is_changed_and_asked_for_from_then_on,
    async |shop| {
        let (writer, judge) = (translator(shop, Locale::Es).await, reviewer(shop, Locale::Es).await);
        let word = async |actor: Actor| {
            let list = wording::glossary(shop, actor).await.unwrap();
            list.words.into_iter().find(|word| word.english == "cart").unwrap()
        };
        assert!(wording::glossary(shop, shop.of_centre().await).await.is_err());
        let before = word(writer).await;
        assert!(before.text.contains("carrito") && before.waiting.is_empty());
        for (english, typed) in [("cart", ""), ("cart", "|"), ("no such word", "x")] {
            assert!(
                wording::change_word(shop, writer, english, typed).await.is_err(),
                "{english} {typed}"
            );
        }
        wording::change_word(shop, writer, "cart", "<b>carro</b>")
            .await
            .unwrap();
        let doubts = word(judge).await.waiting.remove(0).doubts;
        let told: Vec<l10n::Kind> = doubts.into_iter().map(|doubt| doubt.kind).collect();
        assert_eq!(told, [l10n::Kind::Markup]);
        wording::change_word(shop, writer, "cart", "cesta").await.unwrap();
        let waiting = word(judge).await.waiting;
        assert_eq!(waiting.len(), 1, "the first one was taken back");
        assert_eq!(waiting[0].doubts, []);
        assert_eq!(word(judge).await.text, before.text);
        let id = waiting[0].id;
        assert!(matches!(
            wording::decide_word(shop, writer, id, VersionCommand::Approve).await,
            Err(Error::NotFound)
        ));
        let missing = |findings: Vec<l10n::Finding>| {
            let kinds = findings.into_iter().map(|finding| finding.kind);
            kinds.filter(|kind| *kind == l10n::Kind::Glossary).count()
        };
        let try_it = || wording::try_source(shop, writer, &unit("cart-title"), "Cesta").unwrap();
        assert_eq!(missing(try_it()), 1);
        wording::decide_word(shop, judge, id, VersionCommand::Approve)
            .await
            .unwrap();
        shop.catch_up().await.unwrap();
        assert_eq!(word(writer).await.text, "cesta");
        assert_eq!(missing(try_it()), 0, "the check knows it");
        let elsewhere = second(shop, Texts::built_in()).await;
        let list = wording::glossary(&elsewhere, writer).await.unwrap();
        assert!(list.words.iter().any(|word| word.text == "cesta"));
        assert_eq!(wording::approved_words(shop).await.unwrap().len(), 1);
        assert!(matches!(
            wording::decide_word(shop, judge, id, VersionCommand::Approve).await,
            Err(Error::Refused(ErrorCode::InvalidTransition))
        ));
    }
);
