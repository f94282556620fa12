//! Questions about products: asked by anybody, answered by the cooperative, read by all. How much of it the shop bears, and for
//! how long, is in `product_questions_bounds.rs`.

use domain::{
    Actor, CentreRole, CooperativeRole, ErrorCode, FieldCode, HeldFor, HideReason, Locale, Membership,
    ProductQuestionId, QuestionState, Token, WrittenIn,
};
use service::questions::{self, Asked, Browser, NewQuestion, QuestionFilter, QuestionsPage};
use service::{Error, Network, studio};
use testing::{TestShop, both};

pub(crate) const HONEY: &str = "wild-honey";

/// A browser in a network of its own.
pub(crate) struct Phone {
    pub cookie: String,
    network: Network,
}

impl Phone {
    pub fn at(address: &str) -> Self {
        Self {
            cookie: String::new(),
            network: Network::of(address.parse().unwrap()),
        }
    }

    pub fn browser(&self) -> Browser<'_> {
        Browser {
            cookie: &self.cookie,
            network: &self.network,
            orders: &[],
        }
    }

    pub async fn ask_with(&mut self, shop: &TestShop, slug: &str, text: &str, phone: &str) -> service::Result<Asked> {
        let new = NewQuestion { slug, text, phone };
        let (asked, token) = questions::ask(shop, Locale::Ug, &new, &self.browser()).await?;
        if let Some(token) = token {
            self.cookie = token.to_hex();
        }
        Ok(asked)
    }

    pub async fn ask(&mut self, shop: &TestShop, text: &str) -> service::Result<Asked> {
        self.ask_with(shop, HONEY, text, "").await
    }

    async fn page(&self, shop: &TestShop) -> QuestionsPage {
        questions::page(shop, Locale::Ug, HONEY, &self.cookie, 1).await.unwrap()
    }
}

pub(crate) async fn open_of(shop: &TestShop, actor: Actor) -> Vec<ProductQuestionId> {
    let list = questions::list(shop, actor, Locale::Zh, QuestionFilter::Open, None)
        .await
        .unwrap();
    list.rows.into_iter().map(|row| row.question.id).collect()
}

pub(crate) async fn newest(shop: &TestShop) -> ProductQuestionId {
    ProductQuestionId(shop.number("SELECT max(id) FROM product_questions").await)
}

pub(crate) async fn on_page(shop: &TestShop) -> u64 {
    let product = shop.product(HONEY).await;
    questions::on_product(shop, Locale::Ug, product).await.unwrap().total
}

both!(
    a_question_is_its_askers_until_it_is_answered_and_then_everybodys,
    async |shop| {
        let bees = shop.member_of("bees").await;
        let (mut phone, other) = (Phone::at("192.0.2.1"), Phone::at("192.0.2.2"));
        let asked = phone
            .ask_with(shop, HONEY, "بۇ ھەسەل خاممۇ؟\n\nرەھمەت", "13800138000")
            .await
            .unwrap();
        assert_eq!(asked, Asked::Waits);
        let own = phone.page(shop).await.own;
        assert_eq!(
            (own.len(), own[0].state, own[0].will_tell),
            (1, QuestionState::Asked, true)
        );
        assert_eq!(own[0].question.words.lang, WrittenIn::Ug);
        assert!(other.page(shop).await.own.is_empty(), "nobody else sees it");
        assert_eq!(on_page(shop).await, 0);

        assert_eq!(
            studio::home(shop, bees, Locale::Zh)
                .await
                .unwrap()
                .product_questions
                .number,
            1
        );
        let almonds = shop.member_of("almonds").await;
        assert!(open_of(shop, almonds).await.is_empty(), "it is another cooperative's");
        let id = newest(shop).await;
        let foreign = questions::answer(shop, almonds, id, Locale::Zh, "是的", None).await;
        assert!(matches!(foreign, Err(Error::NotFound)));

        questions::answer(shop, bees, id, Locale::Zh, "是的，没有加热过。", None)
            .await
            .unwrap();
        assert_eq!(
            studio::home(shop, bees, Locale::Zh)
                .await
                .unwrap()
                .product_questions
                .number,
            0
        );
        let page = other.page(shop).await;
        let answer = page.answered[0].answer.clone().unwrap();
        assert_eq!(
            (page.total, answer.words.lang, answer.by_centre),
            (1, WrittenIn::Zh, false)
        );
        assert!(phone.page(shop).await.own.is_empty(), "it stands among the others");
        assert_eq!(on_page(shop).await, 1);
        // Told once; the number is gone with it, and an answer that is mended tells nobody.
        questions::answer(shop, bees, id, Locale::Zh, "是的，没有加热。", Some(answer.at))
            .await
            .unwrap();
        let told = "SELECT count(*) FROM outbox WHERE payload LIKE '%product-question-answered%'";
        assert_eq!(shop.number(told).await, 1);
        assert_eq!(
            shop.number("SELECT count(*) FROM product_questions WHERE phone IS NOT NULL")
                .await,
            0
        );
        let log = "SELECT count(*) FROM audit_events WHERE action = 'question.answer'";
        assert_eq!(shop.number(log).await, 2);
    }
);

both!(what_is_asked_in_ones_own_language_comes_first, async |shop| {
    let bees = shop.member_of("bees").await;
    let mut phone = Phone::at("192.0.2.1");
    for text in ["بۇ خاممۇ؟", "这是生的吗？", "¿Está cruda la miel?"] {
        phone.ask(shop, text).await.unwrap();
        let id = newest(shop).await;
        shop.clock.advance(60_000);
        questions::answer(shop, bees, id, Locale::Zh, "是的", None)
            .await
            .unwrap();
    }
    let product = shop.product(HONEY).await;
    for (locale, first) in [
        (Locale::Ug, [WrittenIn::Ug, WrittenIn::Es]),
        (Locale::Zh, [WrittenIn::Zh, WrittenIn::Es]),
    ] {
        let shown = questions::on_product(shop, locale, product).await.unwrap();
        let langs: Vec<WrittenIn> = shown.first.iter().map(|question| question.words.lang).collect();
        assert_eq!((langs.as_slice(), shown.total), (first.as_slice(), 3), "{locale:?}");
    }
});

both!(the_same_question_is_asked_once, async |shop| {
    let bees = shop.member_of("bees").await;
    let (mut phone, mut other) = (Phone::at("192.0.2.1"), Phone::at("192.0.2.2"));
    assert_eq!(phone.ask(shop, "Is it raw?").await.unwrap(), Asked::Waits);
    assert_eq!(phone.ask(shop, "is it  RAW ??").await.unwrap(), Asked::Waits);
    assert_eq!(other.ask(shop, "Is it raw").await.unwrap(), Asked::ByAnother);
    // Who thinks of leaving a number asks again; nobody else's is put there.
    for (phone, number) in [(&mut phone, "13800138000"), (&mut other, "13900139001")] {
        phone.ask_with(shop, HONEY, "Is it raw?", number).await.unwrap();
    }
    let told = "SELECT count(*) FROM product_questions WHERE phone = '+8613800138000'";
    assert_eq!(shop.number(told).await, 1);
    assert_eq!(shop.number("SELECT count(*) FROM product_questions").await, 1);
    let id = newest(shop).await;
    questions::answer(shop, bees, id, Locale::Es, "Sí.", None)
        .await
        .unwrap();
    assert_eq!(other.ask(shop, "Is it raw?").await.unwrap(), Asked::Answered(id));
    // About another product it is another one.
    let asked = other.ask_with(shop, "comb-honey", "Is it raw?", "").await.unwrap();
    assert_eq!(asked, Asked::Waits);
});

both!(a_way_out_of_the_shop_waits_for_the_centre, async |shop| {
    let (bees, centre) = (shop.member_of("bees").await, shop.of_centre().await);
    let mut phone = Phone::at("192.0.2.1");
    for text in ["便宜的在 www.badam.example", "Llama al 138 0013 8000"] {
        assert_eq!(phone.ask(shop, text).await.unwrap(), Asked::Held, "{text}");
    }
    assert!(open_of(shop, bees).await.is_empty(), "no cooperative sees them yet");
    let held = questions::list_held(shop, centre, Locale::Zh).await.unwrap().rows;
    let why: Vec<_> = held.iter().map(|row| row.held_for).collect();
    assert_eq!(why, [Some(HeldFor::Link), Some(HeldFor::Phone)]);
    let (spam, call) = (held[0].question.id, held[1].question.id);
    let past = questions::answer(shop, bees, call, Locale::Zh, "好", None)
        .await
        .unwrap_err();
    assert_eq!(past.code(), ErrorCode::InvalidTransition, "not past the Centre");

    questions::publish(shop, centre, call).await.unwrap();
    assert_eq!(open_of(shop, bees).await, [call]);
    questions::hide(shop, centre, spam, HideReason::Advertising, "请勿发广告")
        .await
        .unwrap();
    let own = phone.page(shop).await.own;
    let hidden = own.iter().find(|own| own.question.id == spam).unwrap();
    assert_eq!(
        hidden.closed,
        Some((HideReason::Advertising, "请勿发广告".to_owned())),
        "who asked reads why"
    );
    let long = questions::hide(shop, centre, call, HideReason::Insult, &"x".repeat(301)).await;
    assert!(matches!(long, Err(Error::Fields(errors)) if errors.of("words") == Some(FieldCode::TooLong)));
    assert!(
        questions::list_held(shop, centre, Locale::Zh)
            .await
            .unwrap()
            .rows
            .is_empty()
    );
});

both!(
    a_cooperative_declines_what_is_personal_or_not_about_the_goods,
    async |shop| {
        let bees = shop.member_of("bees").await;
        let mut phone = Phone::at("192.0.2.1");
        phone
            .ask_with(shop, HONEY, "你结婚了吗？", "13800138000")
            .await
            .unwrap();
        let id = newest(shop).await;
        let other = questions::decline(shop, bees, id, HideReason::Untrue)
            .await
            .unwrap_err();
        assert_eq!(other.code(), ErrorCode::Invalid, "not for any reason");
        questions::decline(shop, bees, id, HideReason::Personal).await.unwrap();
        assert!(open_of(shop, bees).await.is_empty());
        let own = phone.page(shop).await.own;
        assert_eq!(own[0].state, QuestionState::Hidden);
        assert_eq!(own[0].closed, Some((HideReason::Personal, String::new())));
        assert_eq!(
            shop.number("SELECT count(*) FROM product_questions WHERE phone IS NOT NULL")
                .await,
            0
        );
        // What all read is the Centre's to take away.
        phone.ask(shop, "几月的蜜？").await.unwrap();
        let id = newest(shop).await;
        questions::answer(shop, bees, id, Locale::Zh, "五月", None)
            .await
            .unwrap();
        let late = questions::decline(shop, bees, id, HideReason::Personal)
            .await
            .unwrap_err();
        assert_eq!(late.code(), ErrorCode::InvalidTransition);
    }
);

both!(what_was_reported_is_looked_at_and_stays_until_then, async |shop| {
    let (bees, centre) = (shop.member_of("bees").await, shop.of_centre().await);
    let mut phone = Phone::at("192.0.2.1");
    phone.ask(shop, "几月的蜜？").await.unwrap();
    let id = newest(shop).await;
    let report = async |address: &str| questions::report(shop, HONEY, id, &Phone::at(address).browser()).await;
    assert!(
        matches!(report("192.0.2.7").await, Err(Error::NotFound)),
        "nobody else reads it yet"
    );
    questions::answer(shop, bees, id, Locale::Zh, "五月", None)
        .await
        .unwrap();
    for address in ["192.0.2.7", "192.0.2.7", "192.0.2.8"] {
        report(address).await.unwrap();
    }
    let rows = questions::list_reported(shop, centre, Locale::Zh).await.unwrap().rows;
    assert_eq!((rows.len(), rows[0].reports), (1, 2), "each network once");
    assert_eq!(on_page(shop).await, 1, "the crowd hides nothing");
    questions::keep(shop, centre, id).await.unwrap();
    report("192.0.2.7").await.unwrap();
    let waits = service::centre::waits(shop, centre).await.unwrap();
    assert_eq!(waits.texts, 0, "who was heard is not heard again");
    report("192.0.2.9").await.unwrap();
    questions::hide(shop, centre, id, HideReason::Untrue, "").await.unwrap();
    assert_eq!(on_page(shop).await, 0);
    questions::publish(shop, centre, id).await.unwrap();
    assert_eq!(on_page(shop).await, 1, "with its answer");
});

both!(only_who_may_answers_and_decides, async |shop| {
    let mut phone = Phone::at("192.0.2.1");
    phone.ask(shop, "?").await.unwrap();
    let id = newest(shop).await;
    let as_role = async |role| shop.cooperative_member("bees", role).await;
    for role in [CooperativeRole::Finance, CooperativeRole::Host] {
        let answer = questions::answer(shop, as_role(role).await, id, Locale::Zh, "好", None).await;
        assert!(matches!(answer, Err(Error::NotFound)), "{role:?}");
    }
    let finance = shop.member(Membership::Centre(CentreRole::Finance)).await;
    for nobody in [finance, as_role(CooperativeRole::Owner).await, Actor::Anonymous] {
        assert!(matches!(
            questions::publish(shop, nobody, id).await,
            Err(Error::NotFound)
        ));
        assert!(matches!(questions::keep(shop, nobody, id).await, Err(Error::NotFound)));
        let hidden = questions::hide(shop, nobody, id, HideReason::Insult, "").await;
        assert!(matches!(hidden, Err(Error::NotFound)), "{nobody:?}");
    }
    // The Centre's people answer in the cooperative's name, and the log says so.
    let Actor::Centre { user, .. } = shop.member(Membership::Centre(CentreRole::Support)).await else {
        panic!("not of the Centre");
    };
    let cooperative = shop.cooperative("bees").await;
    questions::answer(shop, Actor::Support { user, cooperative }, id, Locale::Zh, "好", None)
        .await
        .unwrap();
    assert!(phone.page(shop).await.answered[0].answer.as_ref().unwrap().by_centre);
    let log =
        format!("SELECT count(*) FROM audit_events WHERE action = 'question.answer' AND actor = 'support:{user}'");
    assert_eq!(shop.number(&log).await, 1);
});

both!(who_asked_takes_it_back_until_it_is_answered, async |shop| {
    let (mut phone, other) = (Phone::at("192.0.2.1"), Phone::at("192.0.2.2"));
    phone.ask_with(shop, HONEY, "到哪里取？", "13800138000").await.unwrap();
    let id = newest(shop).await;
    let stranger = Browser {
        cookie: &Token::from_bytes([9; 32]).to_hex(),
        ..other.browser()
    };
    let taken = questions::take_back(shop, HONEY, id, &stranger).await;
    assert!(matches!(taken, Err(Error::NotFound)));
    for _ in 0..2 {
        questions::take_back(shop, HONEY, id, &phone.browser()).await.unwrap();
    }
    let bees = shop.member_of("bees").await;
    let answer = questions::answer(shop, bees, id, Locale::Zh, "站点", None).await;
    assert_eq!(
        answer.unwrap_err().code(),
        ErrorCode::InvalidTransition,
        "gone meanwhile"
    );
    assert!(phone.page(shop).await.own.is_empty());
    let left = "SELECT count(*) FROM product_questions WHERE text <> '' OR phone IS NOT NULL";
    assert_eq!(shop.number(left).await, 0, "text and number are gone at once");
    phone.ask(shop, "到哪里取？").await.unwrap();
    let id = newest(shop).await;
    questions::answer(shop, bees, id, Locale::Zh, "站点", None)
        .await
        .unwrap();
    let late = questions::take_back(shop, HONEY, id, &phone.browser())
        .await
        .unwrap_err();
    assert_eq!(late.code(), ErrorCode::InvalidTransition);
});

both!(pages_follow_what_is_answered_and_nothing_else, async |shop| {
    let bees = shop.member_of("bees").await;
    let versions = async || shop.db().public_versions().await.unwrap();
    let mut phone = Phone::at("192.0.2.1");
    let before = versions().await;
    phone.ask(shop, "几月的蜜？").await.unwrap();
    assert_eq!(versions().await, before, "a question makes no page stale");
    let id = newest(shop).await;
    let product = shop.product(HONEY).await.get();
    questions::answer(shop, bees, id, Locale::Zh, "五月", None)
        .await
        .unwrap();
    let answered = versions().await;
    assert_ne!(answered.product(product), before.product(product));
    assert_eq!(
        (&answered.directory, &answered.cards),
        (&before.directory, &before.cards)
    );
    questions::report(shop, HONEY, id, &Phone::at("192.0.2.7").browser())
        .await
        .unwrap();
    questions::keep(shop, shop.of_centre().await, id).await.unwrap();
    shop.execute("UPDATE product_questions SET asker = '', network = ''")
        .await;
    assert_eq!(versions().await, answered, "nobody reads who asked or reported");
    questions::hide(shop, shop.of_centre().await, id, HideReason::Untrue, "")
        .await
        .unwrap();
    assert_ne!(versions().await.product(product), answered.product(product));
});
