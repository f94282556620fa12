//! Figures that are taken away as a table.

use domain::{CooperativeRole, Locale, Money};
use service::studio;
use service::studio::tables::{ExportFormat, ExportTable, export};
use service::{Error, Period, orders};
use testing::{Snapshot, both};

use super::changes::form;
use super::exports::exported;

fn yuan(money: Money) -> String {
    format!("{}.{:02}", money.minor / 100, money.minor % 100)
}

/// The cells of a table; a workbook has numbers without needless zeros, and no blank cells at the end of a row.
fn cells_of(csv: &str) -> Vec<Vec<String>> {
    let plain = |cell: &str| match cell.parse::<f64>() {
        Ok(number) => number.to_string(),
        Err(_) => cell.to_owned(),
    };
    let lines = csv.trim_start_matches('\u{FEFF}').lines();
    lines
        .map(|line| line.trim_end_matches(',').split(',').map(plain).collect())
        .collect()
}

//
both!(a_table_of_figures_says_what_their_page_says, async |shop| {
    let owner = shop.member_of("almonds").await;
    let bought = shop.buy(&[("badam-500", "3")], shop.to_station()).await;
    let access = shop.access(&bought).await;
    let ordered = orders::view(shop, Locale::Zh, &access).await.unwrap().orders[0].goods;
    let id = shop.orders_of(&bought.code).await[0];
    let less = form(shop, owner, id, &["2"], "damaged").await;
    studio::reduce(shop, owner, id, &less).await.unwrap();
    // A name that a spreadsheet would calculate.
    shop.execute("UPDATE translations SET value = '=1+1' WHERE field = 'name'")
        .await;

    let finance = shop.cooperative_member("almonds", CooperativeRole::Finance).await;
    let figures = studio::figures(shop, finance, Locale::Zh, Period::Days).await.unwrap();
    let (left, off) = (figures.waiting, figures.taken_off[0].1);
    assert_eq!(left.minor * 3, ordered.minor * 2);
    assert_eq!((figures.ordered(), off.minor), (ordered, ordered.minor - left.minor));

    let before = Snapshot::of(shop).await;
    for (table, period, rows, last) in [
        (ExportTable::FiguresByDay, "近30天", 30, "2026-11-23"),
        (ExportTable::FiguresByMonth, "12个月", 12, "2026-11"),
    ] {
        let csv = exported(shop, finance, Locale::Zh, table, ExportFormat::Csv).await;
        let text = String::from_utf8(csv).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "\u{FEFF}项目,内容,订单数,人数,元,浏览次数");
        let of_period = lines.iter().filter(|line| line.starts_with(&format!("{period},")));
        assert_eq!(of_period.count(), rows, "{text}");
        for expected in [
            format!("销售情况,{period},1,,{},", yuan(left)),
            format!("{period},{last},1,,{},", yuan(left)),
            format!("卖得最好,'=1+1,,,{},", yuan(left)),
            "买家,购买人数,,1,,".to_owned(),
            format!("货款（按进度）,有效订单的下单金额,,,{},", yuan(ordered)),
            format!("因少发而扣减,商品质量不合格，不能发出。,,,{},", yuan(off)),
            format!("货款（按进度）,尚未接单,,,{},", yuan(left)),
        ] {
            assert!(lines.contains(&expected.as_str()), "{expected} in {text}");
        }
        let mut cells = lines.iter().flat_map(|line| line.split(','));
        assert!(!cells.any(|cell| cell.starts_with(['=', '+', '-', '@'])), "{text}");
        let book = exported(shop, finance, Locale::Zh, table, ExportFormat::Xlsx).await;
        let book = String::from_utf8(::tables::rows_of_workbook(&book).unwrap()).unwrap();
        // A workbook tells texts from formulas by itself: it needs no apostrophe.
        let plain = text.replace("'=1+1", "=1+1");
        assert_eq!(cells_of(&book), cells_of(&plain), "the workbook says the same");
    }
    before.assert_unchanged(shop).await;

    for role in [CooperativeRole::Packer, CooperativeRole::Editor, CooperativeRole::Host] {
        let other = shop.cooperative_member("almonds", role).await;
        let answer = export(shop, other, Locale::Zh, ExportTable::FiguresByDay, ExportFormat::Csv).await;
        assert!(matches!(answer, Err(Error::NotFound)), "{role}");
    }
    let bees = shop.cooperative_member("bees", CooperativeRole::Finance).await;
    let csv = exported(shop, bees, Locale::Zh, ExportTable::FiguresByDay, ExportFormat::Csv).await;
    assert!(!String::from_utf8(csv).unwrap().contains("卖得最好"), "others' goods");
});
