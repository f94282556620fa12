//! Tables that one takes away: each what one may see, and what goes out comes back the same.

use domain::{Actor, CooperativeRole, Locale, RowProblem, TableColumn, TableKind};
use service::Shop;
use service::studio::tables::{self as imports, ExportFormat, ExportTable};
use service::studio::{self, StockForm};
use testing::{Snapshot, both};

use super::goods;
use super::tables::{bring, counts, page, problems, take_over, try_to_bring, words};

pub async fn exported(shop: &Shop, member: Actor, locale: Locale, table: ExportTable, format: ExportFormat) -> Vec<u8> {
    let mut export = imports::export(shop, member, locale, table, format).await.unwrap();
    let mut file = Vec::new();
    while let Some(piece) = export.chunk().await.unwrap() {
        file.extend(piece);
    }
    file
}

/// As lines of text.
async fn lines(shop: &Shop, member: Actor, table: ExportTable) -> Vec<String> {
    let csv = exported(shop, member, Locale::Zh, table, ExportFormat::Csv).await;
    let text = String::from_utf8(csv).unwrap();
    assert!(text.starts_with('\u{FEFF}'), "Excel knows by it what letters these are");
    text.lines().map(str::to_owned).collect()
}

//
both!(what_is_exported_comes_back_unchanged, async |shop| {
    let member = shop.member_of("almonds").await;
    // Texts that a spreadsheet would take for formulas, and one that looks like our own guard.
    for (slug, field, text) in [
        ("thin-shell-badam", "name", "=HYPERLINK(\"http://x\";\"y\")"),
        ("badam-kernel", "name", "'+1"),
        ("badam-kernel", "description", "-2\n\n\"quoted\", @x; and\ttabs"),
    ] {
        let product = shop.product(slug).await;
        shop.execute(format!(
            "UPDATE translations SET value = '{}' WHERE entity = 'product' AND entity_id = {product} \
             AND field = '{field}' AND state = 'source'",
            text.replace('\'', "''").replace('\t', " ")
        ))
        .await;
    }
    let rows = lines(shop, member, ExportTable::Products).await;
    assert!(rows.iter().any(|row| row.contains("'=HYPERLINK")), "{rows:?}");
    assert!(
        rows.iter().all(|row| !row.contains(",=") && !row.contains("\"=")),
        "{rows:?}"
    );
    let before = Snapshot::of(shop).await;
    for locale in Locale::BUILT_IN {
        for table in [ExportTable::Products, ExportTable::Stock] {
            for format in ExportFormat::ALL {
                let what = format!("{locale:?} {table:?} {format:?}");
                let file = exported(shop, member, locale, table, format).await;
                // Read by somebody of another language.
                let id = try_to_bring(shop, member, Locale::Es, &file).await.unwrap().unwrap();
                let shown = page(shop, member, id).await;
                assert_eq!(shown.kind, TableKind::Own, "{what}");
                assert_eq!(counts(&shown), (0, 0, 4, 0), "{what}: {:?}", shown.problems);
                let done = take_over(shop, member, id).await;
                assert_eq!(counts(&done), (0, 0, 4, 0), "{what}");
            }
        }
    }
    let after = Snapshot::of(shop).await;
    assert_eq!(
        after.changed_since(&before),
        ["audit_events", "audit_head", "audit_links", "imports"]
    );
    assert!(
        !lines(shop, member, ExportTable::Stock)
            .await
            .iter()
            .any(|row| row.contains("honey")),
        "their own"
    );
});

both!(what_somebody_changed_since_the_export_is_not_undone, async |shop| {
    let member = shop.member_of("almonds").await;
    let rows = lines(shop, member, ExportTable::Stock).await;
    // A parcel goes out, and a price is set, while the file is open on somebody's desk.
    let badam = shop.offer("badam-500").await;
    let stock = goods::page(shop, member).await;
    let mut form: StockForm = goods::untouched(&stock);
    goods::set(&mut form.stocks, badam, "90");
    goods::set(&mut form.prices, badam, "30");
    studio::save_stock(shop, member, &form).await.unwrap();
    let untouched = rows.join("\n");
    let id = bring(shop, member, untouched.as_bytes()).await;
    assert_eq!(
        counts(&page(shop, member, id).await),
        (0, 0, 4, 0),
        "it changes nothing back"
    );
    // Changed there as well: nobody knows which is right.
    let table = untouched.replace(",29.80,100,", ",32,95,");
    assert_ne!(table, untouched);
    let id = bring(shop, member, table.as_bytes()).await;
    let shown = page(shop, member, id).await;
    assert_eq!(
        problems(&shown),
        [
            (2, TableColumn::Price, RowProblem::Changed),
            (2, TableColumn::Stock, RowProblem::Changed)
        ]
    );
    assert_eq!(shop.stock("badam-500").await.0, 90);
});

both!(each_role_takes_away_what_it_sees, async |shop| {
    for (role, goods, orders) in [
        (CooperativeRole::Owner, true, true),
        (CooperativeRole::Editor, true, false),
        (CooperativeRole::Packer, false, true),
        (CooperativeRole::Finance, false, true),
        (CooperativeRole::Host, false, false),
    ] {
        let member = shop.cooperative_member("almonds", role).await;
        for (table, expected) in [
            (ExportTable::Products, goods),
            (ExportTable::Stock, goods),
            (ExportTable::Orders, orders),
        ] {
            let export = imports::export(shop, member, Locale::Ug, table, ExportFormat::Csv).await;
            assert_eq!(export.is_ok(), expected, "{role} {table:?}");
        }
        assert_eq!(imports::receive_table(shop, member).await.is_ok(), goods, "{role}");
        assert_eq!(imports::imports(shop, member).await.is_ok(), goods, "{role}");
    }
});

both!(orders_say_of_a_buyer_what_their_page_says, async |shop| {
    let member = shop.member_of("almonds").await;
    let bought = shop
        .buy(&[("badam-500", "2"), ("honey-333", "1")], shop.to_station())
        .await;
    let rows = lines(shop, member, ExportTable::Orders).await;
    assert_eq!(rows.len(), 2, "of two cooperatives' goods one's own: {rows:?}");
    assert!(
        rows[1].contains(&bought.code.to_string()) && rows[1].contains(",2,29.80,59.60,"),
        "{}",
        rows[1]
    );
    let cells = |row: &str| row.split(',').map(str::to_owned).collect::<Vec<_>>();
    let (placed, about_buyer) = (1, 4..7);
    let open = cells(&rows[1]);
    assert!(open[placed].starts_with("20") && open[placed].len() == 16, "{open:?}");
    assert_eq!(open[placed].replace(' ', "T") + "+08:00", {
        let at = shop.number("SELECT placed_at FROM order_groups").await;
        l10n::format::machine_date_time(at)
    });
    let order = shop.orders_of(&bought.code).await[0];
    let shown = studio::order(shop, member, Locale::Zh, order).await.unwrap();
    assert_eq!(
        open[about_buyer.clone()],
        [shown.buyer_name, shown.phone.unwrap(), shown.destination]
    );
    shop.execute(format!("UPDATE orders SET fulfilment = 'delivered' WHERE id = {order}"))
        .await;
    let shown = studio::order(shop, member, Locale::Zh, order).await.unwrap();
    assert_eq!(shown.phone, None);
    let rows = lines(shop, member, ExportTable::Orders).await;
    let over = cells(&rows[1]);
    assert_eq!(over[about_buyer], ["", "", ""], "nobody has to call any more: {over:?}");
    assert_eq!((&over[0], over.len()), (&open[0], open.len()));
    // The Centre's people at work for the cooperative stand there as themselves.
    let (cooperative, user) = (
        shop.cooperative("almonds").await,
        shop.of_centre().await.user().unwrap(),
    );
    lines(shop, Actor::Support { user, cooperative }, ExportTable::Orders).await;
    let noted =
        "SELECT actor || ' ' || object || ' ' || detail FROM audit_events WHERE action = 'orders.export' ORDER BY id";
    let by = format!("user:{} cooperative:{cooperative} csv", member.user().unwrap());
    let by_centre = format!("support:{user} cooperative:{cooperative} csv");
    assert_eq!(words(shop, noted).await, [by.clone(), by, by_centre]);
    shop.execute(format!(
        "UPDATE orders SET fulfilment = 'unfulfilled' WHERE id = {order}"
    ))
    .await;
});

both!(
    a_text_somebody_changed_since_the_export_is_named_by_its_language,
    async |shop| {
        let member = shop.member_of("almonds").await;
        let kernel = shop.product("badam-kernel").await;
        let name = |lang: &str| {
            format!(
                "SELECT value FROM translations WHERE entity = 'product' AND entity_id = {kernel} AND field = 'name' \
             AND lang = '{lang}'"
            )
        };
        let [spanish, chinese] = [
            words(shop, &name("es")).await.remove(0),
            words(shop, &name("zh")).await.remove(0),
        ];
        let rows = lines(shop, member, ExportTable::Products).await.join("\n");
        shop.execute(format!(
            "UPDATE translations SET value = 'Otra' WHERE entity = 'product' AND entity_id = {kernel} \
             AND field = 'name' AND lang = 'es'"
        ))
        .await;
        let id = bring(shop, member, rows.as_bytes()).await;
        assert_eq!(
            counts(&page(shop, member, id).await),
            (0, 0, 4, 0),
            "it changes nothing back"
        );
        let both_changed = rows.replacen(&format!(",{spanish},"), ",Nueva,", 1);
        assert_ne!(both_changed, rows);
        let id = bring(shop, member, both_changed.as_bytes()).await;
        let shown = page(shop, member, id).await;
        assert_eq!(counts(&shown), (0, 0, 3, 1));
        let told: Vec<_> = shown
            .problems
            .iter()
            .map(|problem| (problem.column, problem.problem))
            .collect();
        assert_eq!(told, [(TableColumn::NameEs, RowProblem::Changed)]);
        // What nobody else touched is taken over, and their words stay.
        let other = rows.replacen(&format!(",{chinese},"), ",新名字,", 1);
        assert_ne!(other, rows);
        let id = bring(shop, member, other.as_bytes()).await;
        let shown = page(shop, member, id).await;
        assert_eq!(counts(&shown), (0, 1, 3, 0), "{:?}", shown.problems);
        let texts = shown.rows.iter().find_map(|row| match &row.was {
            imports::Was::Changed { texts, .. } => Some(texts.clone()),
            _ => None,
        });
        let change = &texts.unwrap()[0];
        assert_eq!(
            (
                change.column,
                change.before.as_str(),
                change.after.as_str(),
                change.is_foreign
            ),
            (TableColumn::NameZh, chinese.as_str(), "新名字", false)
        );
        take_over(shop, member, id).await;
        assert_eq!(words(shop, &name("es")).await, ["Otra"]);
        assert_eq!(words(shop, &name("zh")).await, ["新名字"]);
    }
);

both!(
    what_is_changed_in_one_row_of_an_export_is_no_contradiction,
    async |shop| {
        let member = shop.member_of("almonds").await;
        let product = shop.product("thin-shell-badam").await;
        let name = format!(
            "SELECT value FROM translations WHERE entity = 'product' AND entity_id = {product} AND field = 'name' AND lang = 'zh'"
        );
        let now = words(shop, &name).await.remove(0);
        let file = exported(shop, member, Locale::Zh, ExportTable::Products, ExportFormat::Csv).await;
        let text = String::from_utf8(file).unwrap();
        assert_eq!(text.matches(&now).count(), 2, "a row for each size");
        // In the other row it stands as it was exported: nobody said it there.
        let id = bring(shop, member, text.replacen(&now, "新巴旦木", 1).as_bytes()).await;
        let shown = page(shop, member, id).await;
        assert_eq!((counts(&shown), problems(&shown)), ((0, 1, 3, 0), Vec::new()));
        take_over(shop, member, id).await;
        assert_eq!(words(shop, &name).await, ["新巴旦木"]);
        // Changed in both, in two ways: one of them is wrong.
        let other = text.replacen(&now, "甲巴旦木", 1).replacen(&now, "乙巴旦木", 1);
        let id = bring(shop, member, other.as_bytes()).await;
        let shown = page(shop, member, id).await;
        assert!(
            shown
                .problems
                .iter()
                .any(|problem| problem.problem == RowProblem::Disagrees),
            "{:?}",
            shown.problems
        );
    }
);
