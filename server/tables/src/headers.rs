//! What columns are called, here and in the shops people come from. Shopify's names are those of its export and of its
//! newer template; WooCommerce translates its own.

use domain::{TableColumn, TableKind, plain_digits};

/// A heading as it is compared: small letters, plain signs, single spaces, no marks of required fields.
pub(crate) fn plain(heading: &str) -> String {
    let text = plain_digits(heading).to_lowercase().replace(['_', '*', '¿', '?'], " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a heading, made [plain], stands for in a table of this kind.
pub(crate) fn column(kind: TableKind, heading: &str) -> Option<TableColumn> {
    match kind {
        TableKind::Own => find(COMMON, heading),
        TableKind::Shopify => find(SHOPIFY, heading).or_else(|| option_value(heading)),
        TableKind::WooCommerce => find(WOOCOMMERCE, heading).or_else(|| attribute_value(heading)),
    }
}

type Headings = &'static [(&'static str, TableColumn)];

fn find(headings: Headings, heading: &str) -> Option<TableColumn> {
    headings
        .iter()
        .find(|(known, _)| *known == heading)
        .map(|(_, column)| *column)
}

/// `option1 value`
fn option_value(heading: &str) -> Option<TableColumn> {
    let number = heading.strip_prefix("option")?.strip_suffix(" value")?;
    matches!(number, "1" | "2" | "3").then_some(TableColumn::Variant)
}

/// `attribute 1 value(s)`, `属性 1 值`, `valor(es) del atributo 1`
fn attribute_value(heading: &str) -> Option<TableColumn> {
    let is_number = |text: &str| !text.is_empty() && text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    let middle = |before: &str, behind: &str| {
        let number = heading.strip_prefix(before)?.strip_suffix(behind)?.trim();
        is_number(number).then_some(TableColumn::Variant)
    };
    middle("attribute ", " value(s)")
        .or_else(|| middle("属性", "值"))
        .or_else(|| middle("valor(es) del atributo ", ""))
        .or_else(|| middle("atributo ", " valor(es)"))
}

/// What people call columns themselves, beside our own names for them.
const COMMON: Headings = &[
    ("name", TableColumn::Name),
    ("product", TableColumn::Name),
    ("product name", TableColumn::Name),
    ("title", TableColumn::Name),
    ("名称", TableColumn::Name),
    ("品名", TableColumn::Name),
    ("商品名", TableColumn::Name),
    ("商品名称", TableColumn::Name),
    ("产品名称", TableColumn::Name),
    ("nombre", TableColumn::Name),
    ("producto", TableColumn::Name),
    ("artículo", TableColumn::Name),
    ("مەھسۇلات", TableColumn::Name),
    ("نامى", TableColumn::Name),
    ("مال ئىسمى", TableColumn::Name),
    ("description", TableColumn::Description),
    ("描述", TableColumn::Description),
    ("简介", TableColumn::Description),
    ("商品描述", TableColumn::Description),
    ("descripción", TableColumn::Description),
    ("چۈشەندۈرۈش", TableColumn::Description),
    ("sku", TableColumn::Sku),
    ("code", TableColumn::Sku),
    ("货号", TableColumn::Sku),
    ("编码", TableColumn::Sku),
    ("商品编码", TableColumn::Sku),
    ("código", TableColumn::Sku),
    ("referencia", TableColumn::Sku),
    ("category", TableColumn::Category),
    ("分类", TableColumn::Category),
    ("类别", TableColumn::Category),
    ("categoría", TableColumn::Category),
    ("تۈرى", TableColumn::Category),
    ("price", TableColumn::Price),
    ("价格", TableColumn::Price),
    ("单价", TableColumn::Price),
    ("售价", TableColumn::Price),
    ("价格(元)", TableColumn::Price),
    ("precio", TableColumn::Price),
    ("باھاسى", TableColumn::Price),
    ("price steps", TableColumn::Steps),
    ("阶梯价", TableColumn::Steps),
    ("阶梯价格", TableColumn::Steps),
    ("precios por cantidad", TableColumn::Steps),
    ("limit per buyer", TableColumn::BuyerLimit),
    ("每人限购", TableColumn::BuyerLimit),
    ("限购", TableColumn::BuyerLimit),
    ("límite por comprador", TableColumn::BuyerLimit),
    ("harvest year", TableColumn::HarvestYear),
    ("采收年份", TableColumn::HarvestYear),
    ("收获年份", TableColumn::HarvestYear),
    ("año de cosecha", TableColumn::HarvestYear),
    ("ھوسۇل يىلى", TableColumn::HarvestYear),
    ("season from", TableColumn::SeasonFrom),
    ("上市月份", TableColumn::SeasonFrom),
    ("temporada desde", TableColumn::SeasonFrom),
    ("season to", TableColumn::SeasonTo),
    ("下市月份", TableColumn::SeasonTo),
    ("temporada hasta", TableColumn::SeasonTo),
    ("stock", TableColumn::Stock),
    ("quantity", TableColumn::Stock),
    ("库存", TableColumn::Stock),
    ("数量", TableColumn::Stock),
    ("库存数量", TableColumn::Stock),
    ("existencias", TableColumn::Stock),
    ("cantidad", TableColumn::Stock),
    ("سانى", TableColumn::Stock),
    ("lot", TableColumn::Lot),
    ("batch", TableColumn::Lot),
    ("批号", TableColumn::Lot),
    ("批次号", TableColumn::Lot),
    ("lote", TableColumn::Lot),
    ("harvest", TableColumn::Harvested),
    ("harvest date", TableColumn::Harvested),
    ("采收日期", TableColumn::Harvested),
    ("收获日期", TableColumn::Harvested),
    ("收获时间", TableColumn::Harvested),
    ("cosecha", TableColumn::Harvested),
    ("يىغىۋالغان ۋاقتى", TableColumn::Harvested),
    ("origen", TableColumn::Origin),
    ("procedencia", TableColumn::Origin),
    ("来源地", TableColumn::Origin),
    ("ئىشلەپچىقىرىلغان جايى", TableColumn::Origin),
    ("came in", TableColumn::CameIn),
    ("received", TableColumn::CameIn),
    ("入库", TableColumn::CameIn),
    ("入库数量", TableColumn::CameIn),
    ("entrada", TableColumn::CameIn),
    ("size", TableColumn::Net),
    ("weight", TableColumn::Net),
    ("规格", TableColumn::Net),
    ("净含量", TableColumn::Net),
    ("重量", TableColumn::Net),
    ("peso", TableColumn::Net),
    ("formato", TableColumn::Net),
    ("ئېغىرلىقى", TableColumn::Net),
    ("grams", TableColumn::Grams),
    ("重量(克)", TableColumn::Grams),
    ("peso (g)", TableColumn::Grams),
    ("重量(公斤)", TableColumn::Kilograms),
    ("weight (kg)", TableColumn::Kilograms),
    ("peso (kg)", TableColumn::Kilograms),
];

const SHOPIFY: Headings = &[
    ("handle", TableColumn::Group),
    ("url handle", TableColumn::Group),
    ("title", TableColumn::Name),
    ("body (html)", TableColumn::Description),
    ("body html", TableColumn::Description),
    ("description", TableColumn::Description),
    ("variant sku", TableColumn::Sku),
    ("sku", TableColumn::Sku),
    ("variant price", TableColumn::Price),
    ("price", TableColumn::Price),
    ("variant inventory qty", TableColumn::Stock),
    ("inventory quantity", TableColumn::Stock),
    ("status", TableColumn::Status),
    ("variant grams", TableColumn::Grams),
    ("weight value (grams)", TableColumn::Grams),
    ("image src", TableColumn::Picture),
    ("product image url", TableColumn::Picture),
];

const WOOCOMMERCE: Headings = &[
    ("id", TableColumn::ForeignId),
    ("type", TableColumn::Type),
    ("类型", TableColumn::Type),
    ("tipo", TableColumn::Type),
    ("sku", TableColumn::Sku),
    ("name", TableColumn::Name),
    ("名称", TableColumn::Name),
    ("nombre", TableColumn::Name),
    ("description", TableColumn::Description),
    ("描述", TableColumn::Description),
    ("descripción", TableColumn::Description),
    ("regular price", TableColumn::Price),
    ("常规售价", TableColumn::Price),
    ("正常价格", TableColumn::Price),
    ("precio normal", TableColumn::Price),
    ("stock", TableColumn::Stock),
    ("库存", TableColumn::Stock),
    ("inventario", TableColumn::Stock),
    ("weight (kg)", TableColumn::Kilograms),
    ("weight (g)", TableColumn::Grams),
    ("weight (lbs)", TableColumn::Pounds),
    ("weight (lb)", TableColumn::Pounds),
    ("weight (oz)", TableColumn::Ounces),
    ("重量(kg)", TableColumn::Kilograms),
    ("重量 (kg)", TableColumn::Kilograms),
    ("重量(g)", TableColumn::Grams),
    ("重量 (g)", TableColumn::Grams),
    ("peso (kg)", TableColumn::Kilograms),
    ("peso (g)", TableColumn::Grams),
    ("peso (lbs)", TableColumn::Pounds),
    ("peso (oz)", TableColumn::Ounces),
    ("parent", TableColumn::Parent),
    ("父级", TableColumn::Parent),
    ("父项", TableColumn::Parent),
    ("superior", TableColumn::Parent),
    ("padre", TableColumn::Parent),
    ("images", TableColumn::Picture),
    ("图片", TableColumn::Picture),
    ("imágenes", TableColumn::Picture),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_however_they_are_typed() {
        assert_eq!(plain(" \u{FEFF}Body_(HTML)* "), "body (html)");
        assert_eq!(plain("重量（kg）"), "重量(kg)");
        let shopify = |heading| column(TableKind::Shopify, &plain(heading));
        assert_eq!(shopify("URL handle"), Some(TableColumn::Group));
        assert_eq!(shopify("Option2 Value"), Some(TableColumn::Variant));
        assert_eq!(shopify("Option1 Name"), None);
        let woo = |heading| column(TableKind::WooCommerce, &plain(heading));
        assert_eq!(woo("Attribute 12 value(s)"), Some(TableColumn::Variant));
        assert_eq!(woo("属性 1 值"), Some(TableColumn::Variant));
        assert_eq!(woo("Attribute 1 visible"), None);
        assert_eq!(woo("Weight (lbs)"), Some(TableColumn::Pounds));
    }

    #[test]
    fn every_known_heading_is_spelled_as_it_is_compared() {
        for (heading, _) in COMMON.iter().chain(SHOPIFY).chain(WOOCOMMERCE) {
            assert_eq!(*heading, plain(heading));
        }
    }
}
