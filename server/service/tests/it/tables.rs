//! Tables that come in: nothing before a yes, nobody else's, nothing twice.

use db::sea_orm::{ConnectionTrait, Statement};
use domain::{Actor, ErrorCode, ImportId, ImportState, Locale, RowProblem, TableColumn, TableKind, TableRefusal};
use l10n::Texts;
use service::studio::tables::{self as imports, Counts, ImportPage, Mapping};
use service::{Clock, Error, Shop, ShopOptions};
use testing::{Snapshot, TestShop, both};

use super::goods;

const SHOPIFY: &str = include_str!("../../../tables/tests/files/shopify.csv");
const WOOCOMMERCE: &str = include_str!("../../../tables/tests/files/woocommerce.csv");

pub async fn bring(shop: &Shop, member: Actor, file: &[u8]) -> ImportId {
    try_to_bring(shop, member, Locale::Es, file).await.unwrap().unwrap()
}

pub async fn try_to_bring(
    shop: &Shop,
    member: Actor,
    locale: Locale,
    file: &[u8],
) -> Result<Result<ImportId, TableRefusal>, Error> {
    try_to_bring_as(shop, member, locale, "tabla.csv", file).await
}

pub async fn try_to_bring_as(
    shop: &Shop,
    member: Actor,
    locale: Locale,
    name: &str,
    file: &[u8],
) -> Result<Result<ImportId, TableRefusal>, Error> {
    let mut incoming = imports::receive_table(shop, member).await?;
    for piece in file.chunks(10_000) {
        incoming.push(piece).await?;
    }
    imports::begin_import(shop, member, locale, incoming, name).await
}

pub async fn page(shop: &Shop, member: Actor, id: ImportId) -> ImportPage {
    imports::import_page(shop, member, id).await.unwrap()
}

pub async fn work(shop: &Shop) {
    while imports::take_over_next(shop).await.unwrap() {}
}

/// Says yes, and lets the job work; what came of it.
pub async fn take_over(shop: &Shop, member: Actor, id: ImportId) -> ImportPage {
    work(shop).await;
    let shown = page(shop, member, id).await;
    imports::confirm_import(shop, member, id, &shown.version.to_string())
        .await
        .unwrap();
    work(shop).await;
    let done = page(shop, member, id).await;
    assert_eq!(done.state, ImportState::Done, "{:?}", done.problems);
    done
}

pub fn counts(page: &ImportPage) -> (i64, i64, i64, i64) {
    let Counts {
        new,
        changed,
        same,
        wrong,
        ..
    } = page.counts;
    (new, changed, same, wrong)
}

pub fn problems(page: &ImportPage) -> Vec<(i64, TableColumn, RowProblem)> {
    page.problems
        .iter()
        .map(|problem| (problem.row, problem.column, problem.problem))
        .collect()
}

/// The page's own form, to be sent back changed.
fn mapping(page: &ImportPage) -> Mapping {
    Mapping {
        encoding: page.encoding.to_string(),
        separator: page.separator.to_string(),
        kind: page.kind.to_string(),
        language: page.language.code().to_owned(),
        category: page.category.clone(),
        rate: page.rate.clone(),
        columns: (0..)
            .zip(&page.columns)
            .map(|(number, column)| (number, column.column.to_string()))
            .collect(),
    }
}

/// What is wrong with it, as a file; in which a text of the shop page is called by its place.
pub async fn problems_csv(shop: &Shop, member: Actor, locale: Locale, id: ImportId) -> String {
    let csv = imports::problems_csv(shop, member, locale, id, &|(kind, place)| format!("{kind} {place}")).await;
    String::from_utf8(csv.unwrap()).unwrap()
}

pub async fn with_category(shop: &Shop, member: Actor, id: ImportId, category: &str) -> ImportPage {
    let mut form = mapping(&page(shop, member, id).await);
    form.category = category.to_owned();
    imports::match_columns(shop, member, id, &form).await.unwrap();
    page(shop, member, id).await
}

pub async fn words(shop: &TestShop, sql: &str) -> Vec<String> {
    let statement = Statement::from_string(shop.db().backend(), sql);
    let rows = shop.db().read().query_all_raw(statement).await.unwrap();
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

pub fn files(shop: &TestShop) -> usize {
    let media = std::fs::read_dir(shop.place.folder().join("media")).unwrap();
    let is_piece = |name: &std::ffi::OsStr| name.to_string_lossy().ends_with(".piece");
    media
        .filter(|file| is_piece(&file.as_ref().unwrap().file_name()))
        .count()
}

both!(a_47_no_address_in_a_table_is_fetched, async |shop| {
    let member = shop.member_of("almonds").await;
    // Addresses inside the network are what an attacker wants the server to ask.
    let inside = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    inside.set_nonblocking(true).unwrap();
    let address = format!("http://{}/", inside.local_addr().unwrap());
    let file = SHOPIFY.replace("https://pictures.example/", &address);
    assert!(file.matches(&address).count() > 1);
    let id = bring(shop, member, file.as_bytes()).await;
    with_category(shop, member, id, "badam").await;
    let done = take_over(shop, member, id).await;
    assert!(counts(&done).0 > 0, "its goods came in");
    assert_eq!(
        inside.accept().unwrap_err().kind(),
        std::io::ErrorKind::WouldBlock,
        "somebody asked for a picture"
    );
});

both!(nothing_of_a_table_is_in_the_shop_before_a_yes, async |shop| {
    let member = shop.member_of("almonds").await;
    let before = Snapshot::of(shop).await;
    let id = bring(shop, member, SHOPIFY.as_bytes()).await;
    let shown = with_category(shop, member, id, "badam").await;
    assert_eq!((shown.state, shown.kind), (ImportState::Ready, TableKind::Shopify));
    // The honey says no weight.
    assert_eq!(counts(&shown), (4, 0, 0, 1));
    assert_eq!(problems(&shown), [(5, TableColumn::Net, RowProblem::Required)]);
    assert_eq!(shown.pictures, 3);
    assert_eq!(shown.rows.len(), 5);
    assert_eq!(
        shown.columns.iter().find(|c| c.heading == "Title").unwrap().examples[0],
        "Paper shell badam"
    );
    work(shop).await;
    let changed = Snapshot::of(shop).await;
    assert_eq!(
        changed.changed_since(&before),
        [
            "audit_events",
            "audit_head",
            "audit_links",
            "import_problems",
            "imports"
        ],
        "before a yes"
    );
    // The same file again is the same import.
    assert_eq!(bring(shop, member, SHOPIFY.as_bytes()).await, id);
    imports::cancel_import(shop, member, id).await.unwrap();
    work(shop).await;
    assert_eq!(page(shop, member, id).await.state, ImportState::Canceled);
    assert_eq!(files(shop), 0, "its file is gone");
    let late = imports::confirm_import(shop, member, id, &shown.version.to_string()).await;
    assert_eq!(late.unwrap_err().code(), ErrorCode::InvalidTransition);
});

both!(a_table_of_another_shop_becomes_drafts_and_again_nothing, async |shop| {
    let member = shop.member_of("almonds").await;
    let id = bring(shop, member, SHOPIFY.as_bytes()).await;
    with_category(shop, member, id, "badam").await;
    let done = take_over(shop, member, id).await;
    assert_eq!(counts(&done), (4, 0, 0, 1));
    assert_eq!(files(shop), 0);
    let drafts = "SELECT t.value FROM products p JOIN translations t ON t.entity = 'product' AND t.entity_id = p.id \
                  WHERE p.status = 'draft' AND t.field = 'name' AND t.lang = 'es' ORDER BY t.value";
    assert_eq!(words(shop, drafts).await, ["Dried apricots", "Paper shell badam"]);
    let description = words(
        shop,
        "SELECT value FROM translations WHERE field = 'description' AND value LIKE 'Thin%'",
    )
    .await;
    assert_eq!(
        description,
        ["Thin shells, sweet kernels.\n\nHarvest 2026\nSun & wind dried"]
    );
    let stock = "SELECT COUNT(*) FROM stock_movements WHERE reason = 'counted' AND on_hand = 40";
    assert_eq!(shop.number(stock).await, 1, "what came in is in the ledger");
    let sizes = "SELECT COUNT(*) FROM offers o JOIN products p ON p.id = o.product_id WHERE p.status = 'draft'";
    assert_eq!(shop.number(sizes).await, 4);
    assert_eq!(
        goods::is_for_sale(shop, shop.product("paper-shell-badam").await).await,
        None
    );

    // Again: sizes are known by their codes, and where there are none by the product and what tells them apart.
    let again = bring(shop, member, SHOPIFY.as_bytes()).await;
    assert_ne!(again, id);
    let shown = with_category(shop, member, again, "badam").await;
    assert_eq!(counts(&shown), (0, 0, 4, 1));
    // One price is another, and a size is new: to the product that is there.
    let more = SHOPIFY.replace("31.80", "33").replace(
        "acacia-honey,Acacia honey",
        "dried-apricots,,,,,,,Weight,1 kg,,,,0,,2,60,,,,,kg,\nacacia-honey,Acacia honey",
    );
    let more = bring(shop, member, more.as_bytes()).await;
    with_category(shop, member, more, "badam").await;
    assert_eq!(counts(&take_over(shop, member, more).await), (1, 1, 3, 1));
    assert_eq!(shop.number(sizes).await, 5);
    assert_eq!(
        shop.number("SELECT COUNT(*) FROM offers WHERE price_minor = 3300")
            .await,
        1
    );
});

both!(woocommerce_and_other_money, async |shop| {
    let member = shop.member_of("bees").await;
    let id = bring(shop, member, WOOCOMMERCE.as_bytes()).await;
    let mut form = mapping(&page(shop, member, id).await);
    form.category = "honey".to_owned();
    form.rate = "2".to_owned();
    imports::match_columns(shop, member, id, &form).await.unwrap();
    let done = take_over(shop, member, id).await;
    assert_eq!(counts(&done), (3, 0, 0, 2));
    assert_eq!(
        problems(&done),
        [
            (6, TableColumn::Parent, RowProblem::NoParent),
            (7, TableColumn::Type, RowProblem::InvalidChoice)
        ]
    );
    assert_eq!(
        words(
            shop,
            "SELECT CAST(price_minor AS TEXT) FROM offers ORDER BY id DESC LIMIT 3"
        )
        .await,
        ["7600", "4200", "8500"]
    );
    let csv = problems_csv(shop, member, Locale::Zh, id).await;
    assert!(csv.contains("所属商品") && csv.contains("NOBODY"), "{csv}");
    form.rate = "x".to_owned();
    let late = imports::match_columns(shop, member, id, &form).await.unwrap_err();
    assert_eq!(late.code(), ErrorCode::InvalidTransition);
});

both!(a_price_and_a_stock_follow_the_rules_of_their_page, async |shop| {
    let member = shop.member_of("almonds").await;
    let [badam, kernel] = [shop.offer("badam-500").await, shop.offer("kernel-loose").await];
    let table = "sku,price,stock\nbadam-500,￥３１．８０,٤٠\nkernel-loose,46元,12.5\nbadam-1000,0,-3\nlast-one,,\n";
    let id = bring(shop, member, table.as_bytes()).await;
    let shown = page(shop, member, id).await;
    assert_eq!(counts(&shown), (0, 2, 1, 1));
    assert_eq!(
        problems(&shown),
        [
            (4, TableColumn::Price, RowProblem::InvalidPrice),
            (4, TableColumn::Stock, RowProblem::InvalidQuantity)
        ]
    );
    take_over(shop, member, id).await;
    assert_eq!(shop.stock("badam-500").await.0, 40);
    assert_eq!(
        shop.stock("kernel-loose").await.0,
        12_500,
        "what is weighed is counted in kilograms"
    );
    let ledger = format!("SELECT change FROM stock_movements WHERE reason = 'counted' AND offer_id = {badam}");
    assert_eq!(shop.number(&ledger).await, -60);
    let by = "SELECT COUNT(*) FROM stock_movements WHERE user_id IS NOT NULL";
    assert_eq!(shop.number(by).await, 2, "by whoever said yes");
    assert_eq!(
        shop.number(&format!("SELECT price_minor FROM offers WHERE id = {kernel}"))
            .await,
        4600
    );
    // Buyers see the price at once.
    assert_eq!(
        shop.number("SELECT COUNT(*) FROM product_cards WHERE price_minor = 3180")
            .await,
        3
    );
});

both!(another_cooperatives_goods_are_not_there, async |shop| {
    let (member, other) = (shop.member_of("bees").await, shop.member_of("almonds").await);
    let (size, product) = (shop.offer("badam-500").await, shop.product("badam-kernel").await);
    let before = Snapshot::of(shop).await;
    let table = format!(
        "size,product,name,net,price,stock,category\n{size},,,,1,1,\n,{product},x,500,1,1,honey\n999999,,,,1,1,\n"
    );
    let id = bring(shop, member, table.as_bytes()).await;
    let shown = page(shop, member, id).await;
    assert_eq!(
        problems(&shown),
        [
            (2, TableColumn::Size, RowProblem::NotFound),
            (3, TableColumn::Product, RowProblem::NotFound),
            (4, TableColumn::Size, RowProblem::NotFound)
        ]
    );
    take_over(shop, member, id).await;
    let after = Snapshot::of(shop).await;
    assert_eq!(
        after.changed_since(&before),
        [
            "audit_events",
            "audit_head",
            "audit_links",
            "import_problems",
            "imports"
        ]
    );
    // Their code is free for a product of one's own.
    let table = "sku,name,net,price,category\nbadam-500,Miel,500,40,honey\n";
    let own = bring(shop, member, table.as_bytes()).await;
    assert_eq!(counts(&take_over(shop, member, own).await), (1, 0, 0, 0));
    assert_eq!(shop.stock("badam-500").await.0, 100);
    // And their imports are not there.
    for answer in [
        imports::import_page(shop, other, own).await.map(|_| ()),
        imports::confirm_import(shop, other, own, "1").await,
        imports::cancel_import(shop, other, own).await,
        imports::match_columns(shop, other, own, &Mapping::default()).await,
        imports::problems_csv(shop, other, Locale::Ug, own, &|_| String::new())
            .await
            .map(|_| ()),
    ] {
        assert_eq!(answer.unwrap_err().code(), ErrorCode::NotFound);
    }
});

/// Mostly rows that say too little; each hundredth is a product.
fn long_table(rows: usize) -> String {
    let mut table = String::from("sku,name,net,price,stock,category\n");
    for row in 0..rows {
        let price = if row % 100 == 0 { "12.50" } else { "" };
        table.push_str(&format!("L-{row},Long {row},500,{price},3,badam\n"));
    }
    table
}

async fn another_program(shop: &TestShop) -> Shop {
    let options = ShopOptions {
        db: shop.place.open().await,
        texts: Texts::built_in(),
        clock: Clock::fixed(testing::NOW),
        pictures: shop.pictures().clone(),
        secret: [7; 32],
    };
    Shop::open(options).await.unwrap()
}

both!(
    an_import_goes_on_where_a_program_ended_and_two_share_one,
    async |shop| {
        let member = shop.member_of("almonds").await;
        let id = bring(shop, member, long_table(4_500).as_bytes()).await;
        work(shop).await;
        let shown = page(shop, member, id).await;
        assert_eq!(counts(&shown), (45, 0, 0, 4_455));
        imports::confirm_import(shop, member, id, &shown.version.to_string())
            .await
            .unwrap();
        // One turn, and then the program is gone: another one knows only what is in the database.
        assert!(imports::take_over_next(shop).await.unwrap());
        let half = page(shop, member, id).await;
        assert_eq!(half.state, ImportState::Running);
        assert_eq!(half.counts.through(), 2_000);
        assert_eq!(half.counts.percent(), 44);
        let other = another_program(shop).await;
        // Two at once: what one has done the other leaves.
        let (one, two) = tokio::join!(imports::take_over_next(shop), imports::take_over_next(&other));
        assert!(one.is_ok() && two.is_ok(), "{one:?} {two:?}");
        work(&other).await;
        let done = page(shop, member, id).await;
        assert_eq!((done.state, counts(&done)), (ImportState::Done, (45, 0, 0, 4_455)));
        let made = "SELECT COUNT(*) FROM goods_keys WHERE key LIKE 'sku:L-%'";
        assert_eq!(shop.number(made).await, 45);
        let products = "SELECT COUNT(*) FROM products WHERE status = 'draft'";
        assert_eq!(shop.number(products).await, 45, "no row twice");
        assert_eq!(
            shop.number("SELECT COUNT(*) FROM stock_movements WHERE on_hand = 3")
                .await,
            45
        );
        let noted = shop.number("SELECT COUNT(*) FROM import_problems").await;
        assert!((1_000..=1_100).contains(&noted), "{noted}: as many as anybody reads");
        other.db().clone().close().await;
    }
);

both!(a_stopped_import_stays_where_it_is, async |shop| {
    let member = shop.member_of("almonds").await;
    let id = bring(shop, member, long_table(2_500).as_bytes()).await;
    work(shop).await;
    let version = page(shop, member, id).await.version.to_string();
    imports::confirm_import(shop, member, id, &version).await.unwrap();
    imports::confirm_import(shop, member, id, &version).await.unwrap();
    assert!(imports::take_over_next(shop).await.unwrap());
    imports::cancel_import(shop, member, id).await.unwrap();
    assert!(!imports::take_over_next(shop).await.unwrap());
    assert_eq!(
        shop.number("SELECT COUNT(*) FROM products WHERE status = 'draft'")
            .await,
        20
    );
    assert_eq!(files(shop), 0);
});

both!(a_file_that_is_no_table_is_told_so, async |shop| {
    let member = shop.member_of("almonds").await;
    let before = Snapshot::of(shop).await;
    for (what, file, refusal) in [
        ("nothing", &b""[..], TableRefusal::Missing),
        ("a photo", b"\xFF\xD8\xFF\xE0\0\x10JFIF", TableRefusal::NotATable),
        (
            "old Excel",
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....",
            TableRefusal::OldExcel,
        ),
        ("half an archive", b"PK\x03\x04....", TableRefusal::Damaged),
        ("zeros", &[0; 4_000], TableRefusal::NotATable),
    ] {
        let answer = try_to_bring(shop, member, Locale::Ug, file).await.unwrap();
        assert_eq!(answer, Err(refusal), "{what}");
    }
    let too_long = vec![b'a'; 20 * 1024 * 1024 + 1];
    let answer = try_to_bring(shop, member, Locale::Ug, &too_long).await.unwrap();
    assert_eq!(answer, Err(TableRefusal::TooManyBytes));
    let after = Snapshot::of(shop).await;
    assert!(
        after.changed_since(&before).is_empty(),
        "{:?}",
        after.changed_since(&before)
    );
    assert_eq!(files(shop), 0);
    // Columns nobody knows: it waits for somebody to say what they are.
    let id = bring(shop, member, b"uno,dos,tres\nMiel,12,4\n").await;
    let shown = page(shop, member, id).await;
    assert_eq!(
        (shown.state, shown.reason),
        (ImportState::Refused, Some(TableRefusal::NoColumns))
    );
    let mut form = mapping(&shown);
    form.columns = vec![(0, "name".to_owned()), (1, "price".to_owned()), (2, "price".to_owned())];
    form.category = "honey".to_owned();
    imports::match_columns(shop, member, id, &form).await.unwrap();
    let shown = page(shop, member, id).await;
    assert_eq!(shown.state, ImportState::Ready);
    let columns: Vec<TableColumn> = shown.columns.iter().map(|column| column.column).collect();
    assert_eq!(columns, [TableColumn::Name, TableColumn::Price, TableColumn::Ignore]);
    assert_eq!(problems(&shown), [(2, TableColumn::Net, RowProblem::Required)]);
    // A quotation mark that nobody closes.
    let open = format!("sku,price\nbadam-500,\"{}", "x".repeat(300_000));
    let id = bring(shop, member, open.as_bytes()).await;
    work(shop).await;
    assert_eq!(page(shop, member, id).await.reason, Some(TableRefusal::RowTooLong));
});

both!(what_nobody_says_yes_to_goes_after_a_day, async |shop| {
    let member = shop.member_of("almonds").await;
    let id = bring(shop, member, b"sku,price\nbadam-500,30\n").await;
    assert_eq!(files(shop), 1);
    shop.clock.advance(25 * 3_600_000);
    service::retention::sweep(shop).await.unwrap();
    assert_eq!(page(shop, member, id).await.state, ImportState::Canceled);
    assert_eq!(files(shop), 0);
    // What is remembered of it goes after a month. A round that comes late does not trust its clock; the next one does.
    shop.clock.advance(30 * 86_400_000);
    service::retention::sweep(shop).await.unwrap();
    service::retention::sweep(shop).await.unwrap();
    assert_eq!(shop.number("SELECT COUNT(*) FROM imports").await, 0);
});
