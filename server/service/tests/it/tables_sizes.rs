//! Sizes that a table names or makes: each stands in one row, and none of them is published by it.

use domain::{Locale, OfferId, RowProblem, TableColumn};
use service::studio;
use service::studio::tables::Was;
use testing::both;

use super::tables::{bring, counts, page, problems, problems_csv, take_over};

both!(a_table_publishes_nothing, async |shop| {
    let member = shop.member_of("almonds").await;
    let product = shop.product("thin-shell-badam").await;
    let table = format!("product,name,net,price,stock\n{product},,2 kg,99,5\n{product},,2 kg,98,5\n");
    let id = bring(shop, member, table.as_bytes()).await;
    assert_eq!(
        problems(&page(shop, member, id).await),
        [(3, TableColumn::Name, RowProblem::Twice)]
    );
    assert_eq!(counts(&take_over(shop, member, id).await), (1, 0, 0, 1));
    let shown = service::catalog::find_product(shop, Locale::Ug, "thin-shell-badam")
        .await
        .unwrap()
        .unwrap();
    assert_eq!(shown.offers.len(), 2, "a new size of what is on sale is hidden");
    let sizes = studio::sizes(shop, member, Locale::Ug, product).await.unwrap();
    assert_eq!(sizes.rows.len(), 3);
    // In what and how much a size is sold cannot be changed: that is another size.
    let size: OfferId = shop.offer("badam-500").await;
    let table = format!("size,net,sold,category\n{size},1 kg,weight,honey\n");
    let id = bring(shop, member, table.as_bytes()).await;
    assert_eq!(
        problems(&page(shop, member, id).await),
        [
            (2, TableColumn::Sold, RowProblem::Fixed),
            (2, TableColumn::Net, RowProblem::Fixed)
        ]
    );
});

both!(a_size_named_in_two_ways_stands_there_twice, async |shop| {
    let member = shop.member_of("almonds").await;
    let [badam, kernel] = [shop.offer("badam-500").await, shop.offer("kernel-loose").await];
    let table =
        format!("size,sku,price,stock\n{badam},badam-500,10,60\n,badam-500,11,70\n,kernel-loose,40,\n{kernel},,41,\n");
    let id = bring(shop, member, table.as_bytes()).await;
    let shown = page(shop, member, id).await;
    assert_eq!(counts(&shown), (0, 2, 0, 2));
    let twice = [
        (3, TableColumn::Sku, RowProblem::Twice),
        (5, TableColumn::Size, RowProblem::Twice),
    ];
    assert_eq!(problems(&shown), twice);
    assert!(matches!(shown.rows[1].was, Was::Wrong(_)), "{:?}", shown.rows[1]);
    let done = take_over(shop, member, id).await;
    assert_eq!((counts(&done), problems(&done)), ((0, 2, 0, 2), twice.to_vec()));
    assert_eq!(shop.stock("badam-500").await.0, 60);
    let prices = format!("SELECT price_minor FROM offers WHERE id = {badam}");
    assert_eq!(shop.number(&prices).await, 1000);
    // Another code given to it names it as well; the old one is nobody's.
    let table = format!("size,sku\n{badam},NEW-CODE\n");
    let id = bring(shop, member, table.as_bytes()).await;
    take_over(shop, member, id).await;
    let table = format!("size,sku,price\n,NEW-CODE,12\n{badam},,13\n");
    let id = bring(shop, member, table.as_bytes()).await;
    assert_eq!(
        problems(&page(shop, member, id).await),
        [(3, TableColumn::Size, RowProblem::Twice)]
    );
    // Far below, where the job comes in another turn.
    let mut table = format!("size,sku,price,stock\n{badam},,31,61\n");
    for row in 0..2_100 {
        table.push_str(&format!(",M-{row},,\n"));
    }
    table.push_str(",NEW-CODE,32,71\n");
    let id = bring(shop, member, table.as_bytes()).await;
    assert_eq!(counts(&page(shop, member, id).await), (0, 1, 0, 2_101));
    assert_eq!(counts(&take_over(shop, member, id).await), (0, 1, 0, 2_101));
    assert_eq!(shop.number(&prices).await, 3100);
    assert_eq!(shop.stock("badam-500").await.0, 61);
});

both!(a_size_that_its_product_has_is_not_added_again, async |shop| {
    let member = shop.member_of("almonds").await;
    let product = shop.product("thin-shell-badam").await;
    let table = format!("product,sku,net,price\n{product},OTHER,500 g,20\n{product},MORE,2 kg,70\n");
    let id = bring(shop, member, table.as_bytes()).await;
    let shown = page(shop, member, id).await;
    let same = [(2, TableColumn::Net, RowProblem::SameSize)];
    assert_eq!((counts(&shown), problems(&shown)), ((1, 0, 0, 1), same.to_vec()));
    assert_eq!(counts(&take_over(shop, member, id).await), (1, 0, 0, 1));
    // Of a new product only the job sees it.
    let table = "group,sku,name,net,price,category\ng,G-1,Miel,500,20,honey\ng,G-2,Miel,500,21,honey\n";
    let id = bring(shop, member, table.as_bytes()).await;
    let done = take_over(shop, member, id).await;
    let same = [(3, TableColumn::Net, RowProblem::SameSize)];
    assert_eq!((counts(&done), problems(&done)), ((1, 0, 0, 1), same.to_vec()));
});

both!(rows_of_one_product_that_disagree_are_both_named, async |shop| {
    let member = shop.member_of("almonds").await;
    let product = shop.product("thin-shell-badam").await;
    let [half, whole] = [shop.offer("badam-500").await, shop.offer("badam-1000").await];
    let name = format!(
        "SELECT count(*) FROM translations WHERE entity = 'product' AND entity_id = {product} AND field = 'name' \
         AND lang = 'es' AND value = "
    );
    let stock = shop.stock("badam-1000").await;
    for (first, second) in [
        (format!("{half},,"), format!("{whole},,")),
        (format!("{half},{product},"), format!("{whole},{product},")),
        // One row names the product, the other one its size alone.
        (format!("{half},{product},"), format!("{whole},,")),
    ] {
        let table = format!("size,product,name,stock\n{first}Almendra A,60\n{second}Almendra B,70\n");
        let id = bring(shop, member, table.as_bytes()).await;
        let shown = page(shop, member, id).await;
        let [problem] = &shown.problems[..] else {
            panic!("{table}: {:?}", shown.problems);
        };
        assert_eq!((problem.row, problem.problem), (3, RowProblem::Disagrees), "{table}");
        assert_eq!(
            (problem.other_row(), problem.text()),
            (Some(2), "Almendra B"),
            "{table}"
        );
        let csv = problems_csv(shop, member, Locale::Es, id).await;
        assert!(
            csv.contains("La fila 2 dice algo distinto") && csv.contains("Almendra B"),
            "{csv}"
        );
        let done = take_over(shop, member, id).await;
        assert_eq!(done.counts.wrong, 1, "{table}");
        assert_eq!(shop.number(&format!("{name}'Almendra A'")).await, 1, "{table}");
        assert_eq!(shop.stock("badam-1000").await, stock, "nothing of that row");
    }
    // Far below, in another turn of the job.
    let mut table = format!("size,product,name,stock\n{half},{product},Almendra C,61\n");
    for number in 0..250 {
        table.push_str(&format!("{},,x,1\n", 900_000 + number));
    }
    table.push_str(&format!("{whole},,Almendra D,71\n"));
    let id = bring(shop, member, table.as_bytes()).await;
    assert_eq!(take_over(shop, member, id).await.counts.wrong, 251);
    assert_eq!(shop.number(&format!("{name}'Almendra C'")).await, 1);

    // The same in both, also where it is written in another way, and what is left empty.
    let table = format!(
        "size,name,category,harvest year,stock\n{half},Almendra E,walnuts,2025,60\n\
         {whole},\u{A0}Almendra  E ,,2025年,70\n"
    );
    let id = bring(shop, member, table.as_bytes()).await;
    let shown = page(shop, member, id).await;
    assert!(
        shown
            .problems
            .iter()
            .all(|problem| problem.problem != RowProblem::Disagrees)
    );

    // Of a product that is not there yet the first row says what it is.
    let table = "group,sku,name,net,price,category\nh,H-1,Miel,500,20,honey\nh,H-2,Miel oscura,1000,38,honey\n\
                 h,H-3,Miel,2000,70,walnuts\n";
    let id = bring(shop, member, table.as_bytes()).await;
    let shown = page(shop, member, id).await;
    let rows: Vec<_> = shown
        .problems
        .iter()
        .map(|problem| (problem.row, problem.other_row()))
        .collect();
    assert_eq!(rows, [(3, Some(2)), (4, Some(2))], "{:?}", shown.problems);
});
