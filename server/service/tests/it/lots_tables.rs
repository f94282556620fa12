//! Lots by the table: what came in is booked once, what goes out comes back as it went, and each mistake is named.

use domain::{Actor, Locale, OfferId, RowProblem, StockReason, TableColumn, TableRefusal};
use service::studio::tables::{ExportFormat, ExportTable};
use service::studio::{self, tables as imports};
use service::{admission, lots::Lot};
use testing::{Snapshot, TestShop, both};

use super::exports::exported;
use super::lots::{came_in, harvest, left, lots};
use super::tables::{bring, counts, page, problems, take_over, try_to_bring};

fn said(lots: &[Lot]) -> Vec<(i64, Option<&str>, Option<&str>, i64)> {
    let all = lots.iter().map(|lot| {
        let harvested = lot.harvested.as_ref().map(|harvested| harvested.as_str());
        let origin = lot.origin.as_ref().map(|origin| origin.text.as_str());
        (lot.number, harvested, origin, lot.amount)
    });
    all.collect()
}

/// A table of lots as text.
async fn text_of_lots(shop: &TestShop, member: Actor, locale: Locale) -> String {
    let file = exported(shop, member, locale, ExportTable::Lots, ExportFormat::Csv).await;
    String::from_utf8(file).unwrap()
}

both!(what_came_in_is_booked_from_a_table_and_only_once, async |shop| {
    let member = shop.member_of("bees").await;
    let jar: OfferId = shop.offer("honey-333").await;
    let before = shop.stock("honey-333").await.0;
    let mut table = format!(
        "size,sku,harvested,origin,came-in\n{jar},,٢٠٢٦-١٠-٠٥,  بۇلاق   كەنتى ,５\n,honey-333,2026年9月,,4\n{jar},,,,\n"
    );
    let id = bring(shop, member, table.as_bytes()).await;
    let shown = page(shop, member, id).await;
    assert!(shown.is_of_lots);
    assert_eq!(counts(&shown), (2, 0, 0, 0), "a row to be filled in says nothing");
    let lot = shown.rows[0].lot.clone().unwrap();
    let harvested = lot.harvested.unwrap();
    assert_eq!((harvested.as_str(), lot.amount), ("2026-10-05", 5));
    assert_eq!(lot.origin, "بۇلاق كەنتى");
    assert_eq!(shop.stock("honey-333").await.0, before, "nothing before a yes");
    let done = take_over(shop, member, id).await;
    assert_eq!(counts(&done), (2, 0, 0, 0));
    assert_eq!(shop.stock("honey-333").await.0, before + 9);
    let page_of_size = studio::stock_offer(shop, member, Locale::Zh, jar).await.unwrap();
    let now = lots(shop, member, jar).await;
    assert_eq!(
        said(&now),
        [
            (1, Some("2026-10-05"), Some("بۇلاق كەنتى"), 5),
            (2, Some("2026-09"), None, 4)
        ]
    );
    assert_eq!(now[0].origin.as_ref().unwrap().lang, page_of_size.source);
    let ledger: Vec<_> = page_of_size
        .history
        .iter()
        .map(|line| (line.reason, line.change, line.lot))
        .collect();
    assert_eq!(
        ledger,
        [(StockReason::Harvest, 4, Some(2)), (StockReason::Harvest, 5, Some(1))]
    );

    // The same sheet again, and once more when it has grown.
    let id = bring(shop, member, table.as_bytes()).await;
    assert_eq!(counts(&page(shop, member, id).await), (0, 0, 2, 0));
    take_over(shop, member, id).await;
    table.push_str(&format!("{jar},,2026-11,,1\n"));
    let id = bring(shop, member, table.as_bytes()).await;
    assert_eq!(counts(&take_over(shop, member, id).await), (1, 0, 2, 0));
    assert_eq!(shop.stock("honey-333").await.0, before + 10);
    assert_eq!(left(shop, member, jar).await, [5, 4, 1]);
});

both!(lots_that_are_exported_come_back_unchanged, async |shop| {
    let member = shop.member_of("almonds").await;
    let (badam, kernel) = (shop.offer("badam-500").await, shop.offer("kernel-loose").await);
    harvest(shop, member, badam, came_in("3", "2026-10", "=HYPERLINK(1)")).await;
    harvest(shop, member, badam, came_in("2", "2026-09-05", "")).await;
    harvest(shop, member, kernel, came_in("12.5", "2025", "'-5, \"a\"; b")).await;
    let rows = text_of_lots(shop, member, Locale::Zh).await;
    assert!(rows.contains("'=HYPERLINK") && !rows.contains(",=HYPERLINK"), "{rows}");
    assert_eq!(
        rows.lines().count(),
        6,
        "headings, three lots, two sizes without: {rows}"
    );
    let before = Snapshot::of(shop).await;
    for locale in Locale::BUILT_IN {
        for format in ExportFormat::ALL {
            let file = exported(shop, member, locale, ExportTable::Lots, format).await;
            let id = try_to_bring(shop, member, Locale::Es, &file).await.unwrap().unwrap();
            let shown = page(shop, member, id).await;
            let what = format!("{locale:?} {format:?}: {:?}", shown.problems);
            assert!(shown.is_of_lots, "{what}");
            assert_eq!(counts(&shown), (0, 0, 3, 0), "{what}");
            assert_eq!(counts(&take_over(shop, member, id).await), (0, 0, 3, 0), "{what}");
        }
    }
    assert_eq!(
        Snapshot::of(shop).await.changed_since(&before),
        ["audit_events", "audit_head", "audit_links", "imports"]
    );
    let mut book = exported(shop, member, Locale::Es, ExportTable::Lots, ExportFormat::Xlsx).await;
    book.truncate(book.len() / 2);
    let cut = try_to_bring(shop, member, Locale::Es, &book).await.unwrap();
    assert_eq!(cut, Err(TableRefusal::Damaged), "half a workbook");
    // An export of stock names them as well, and is none.
    let stock = exported(shop, member, Locale::Zh, ExportTable::Stock, ExportFormat::Csv).await;
    let id = bring(shop, member, &stock).await;
    assert!(!page(shop, member, id).await.is_of_lots);
    // As people type it.
    let id = bring(
        shop,
        member,
        "货号,采收日期,数量\nkernel-loose,2026-10,2.5\n".as_bytes(),
    )
    .await;
    assert_eq!(counts(&take_over(shop, member, id).await), (1, 0, 0, 0));
    assert_eq!(left(shop, member, kernel).await, [12_500, 2_500]);
    // Theirs alone.
    let other = shop.member_of("bees").await;
    assert!(!text_of_lots(shop, other, Locale::Zh).await.contains("HYPERLINK"));
});

both!(each_mistake_in_a_lot_is_named_and_the_others_come_in, async |shop| {
    let member = shop.member_of("bees").await;
    let jar = shop.offer("honey-333").await;
    let other = shop.offer("badam-500").await;
    harvest(shop, member, jar, came_in("3", "2026-08", "Bulaq")).await;
    let before = shop.stock("honey-333").await.0;
    let long = "x".repeat(121);
    let table = format!(
        "size,sku,lot,harvested,origin,came-in\n\
         {jar},,,autumn,,1\n{jar},,,2026-12,,1\n{jar},,,2026.1,,1\n{jar},,,,,1\n{jar},,,2026-10,,\n\
         {jar},,,2026-10,,0\n{jar},,,2026-10,{long},x\n{other},,,2026-10,,1\n,nobody,,2026-10,,1\n,,,2026-10,,1\n\
         {jar},,9,2026-10,,1\n{jar},,1,2026-08,Bulaq,4\n{jar},,1,2026-07,Tagh,3\n\
         {jar},,,2026-10,,1\n{jar},,,2026-10,,1\n,honey-333,,2026-10-0x,,1\n,honey-333,,2026/10,,1\n{jar},,1,,,\n"
    );
    let wrong = [
        (2, TableColumn::Harvested, RowProblem::InvalidDay),
        (3, TableColumn::Harvested, RowProblem::Future),
        (4, TableColumn::Harvested, RowProblem::InvalidDay),
        (5, TableColumn::Harvested, RowProblem::LotUnnamed),
        (6, TableColumn::CameIn, RowProblem::Required),
        (7, TableColumn::CameIn, RowProblem::InvalidQuantity),
        (8, TableColumn::CameIn, RowProblem::InvalidQuantity),
        (8, TableColumn::Origin, RowProblem::TooLong),
        (9, TableColumn::Size, RowProblem::NotFound),
        (10, TableColumn::Sku, RowProblem::NoGoods),
        (11, TableColumn::Size, RowProblem::Required),
        (12, TableColumn::Lot, RowProblem::NoLot),
        (13, TableColumn::CameIn, RowProblem::LotFixed),
        (14, TableColumn::Harvested, RowProblem::LotFixed),
        (14, TableColumn::Origin, RowProblem::LotFixed),
        (16, TableColumn::CameIn, RowProblem::LotTwice),
        (17, TableColumn::Harvested, RowProblem::InvalidDay),
        (18, TableColumn::CameIn, RowProblem::LotTwice),
    ];
    let id = bring(shop, member, table.as_bytes()).await;
    let shown = page(shop, member, id).await;
    let mut named = problems(&shown);
    named.sort_by_key(|(row, ..)| *row);
    assert_eq!((counts(&shown), named), ((1, 0, 1, 16), wrong.to_vec()));
    let done = take_over(shop, member, id).await;
    assert_eq!((counts(&done), problems(&done)), ((1, 0, 1, 16), wrong.to_vec()));
    assert_eq!(shop.stock("honey-333").await.0, before + 1);
    assert_eq!(left(shop, member, jar).await, [3, 1], "a lot that is there stays");
    assert!(lots(shop, shop.member_of("almonds").await, other).await.is_empty());
});

both!(more_than_fits_into_the_stock_does_not_come_in, async |shop| {
    let member = shop.member_of("bees").await;
    let jar = shop.offer("honey-333").await;
    let most = domain::MAX_STOCK;
    let there = shop.stock("honey-333").await.0;
    let (first, second) = (most - there - 1, 2);
    let table =
        format!("size,harvested,came-in\n{jar},2026-10,{first}\n{jar},2026-09,{second}\n{jar},2026-08,{most}\n");
    let id = bring(shop, member, table.as_bytes()).await;
    let too_much = RowProblem::InvalidQuantity;
    assert_eq!(
        problems(&page(shop, member, id).await),
        [(4, TableColumn::CameIn, too_much)],
        "each for itself"
    );
    let done = take_over(shop, member, id).await;
    let wrong = [(3, TableColumn::CameIn, too_much), (4, TableColumn::CameIn, too_much)];
    assert_eq!((counts(&done), problems(&done)), ((1, 0, 0, 2), wrong.to_vec()));
    assert_eq!(shop.stock("honey-333").await.0, most - 1);
});

both!(an_origin_from_a_table_waits_for_the_centre_too, async |shop| {
    let (member, centre) = (shop.member_of("bees").await, shop.of_centre().await);
    let jar = shop.offer("honey-333").await;
    admission::set_confirmation(shop, centre, "bees", true).await.unwrap();
    shop.catch_up().await.unwrap();
    let table = format!("size,harvested,origin,came-in\n{jar},2026-10,Bulaq,5\n{jar},2026-09,,5\n{jar},,Tagh,5\n");
    let id = bring(shop, member, table.as_bytes()).await;
    assert_eq!(counts(&take_over(shop, member, id).await), (3, 0, 0, 0));
    let waits: Vec<bool> = lots(shop, member, jar)
        .await
        .iter()
        .map(|lot| lot.origin_waits)
        .collect();
    assert_eq!(waits, [true, false, true]);
});

both!(lots_are_for_those_who_edit_goods, async |shop| {
    use domain::CooperativeRole::{Editor, Finance, Host, Owner, Packer};
    for (role, may) in [
        (Owner, true),
        (Editor, true),
        (Packer, false),
        (Finance, false),
        (Host, false),
    ] {
        let member = shop.cooperative_member("almonds", role).await;
        let export = imports::export(shop, member, Locale::Ug, ExportTable::Lots, ExportFormat::Csv).await;
        assert_eq!(export.is_ok(), may, "{role}");
    }
});
