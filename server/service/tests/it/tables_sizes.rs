//! Sizes that a table names or makes: each stands in one row, and none of them is published by it.

use domain::{Locale, OfferId, RowProblem, TableColumn};
use service::studio;
use service::studio::tables::Was;
use testing::both;

use super::tables::{bring, counts, page, problems, take_over};

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
