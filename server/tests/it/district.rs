//! A small district, written as the files a real one is read from: two cooperatives with two products each.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// What is written into every name, title, tagline, story and address of the hostile district: it tries to leave
/// text, attributes, `<title>`, `<textarea>`, scripts and comments.
pub const HOSTILE: &str = "\"><img src=x onerror=alert(1)></title></textarea></script><script>alert('x')</script><!-- ' onfocus=alert(2) autofocus x='";

/// Which district.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Ordinary names.
    Plain,
    /// Every text ends with [`HOSTILE`].
    Hostile,
}

/// The cooperatives' URL names; both have an account.
pub const THIS: &str = "altun-badam";
pub const OTHER: &str = "yeshil-bagh";

const PICTURE: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 12"><rect width="12" height="12" fill="COLOUR"/></svg>"##;

/// Writes the files below `folder`.
pub fn write(folder: &Path, kind: Kind) {
    let file = |name: &str, text: String| {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    file("pictures/home-hero.svg", PICTURE.replace("COLOUR", "#c96"));
    file("pictures/goods.svg", PICTURE.replace("COLOUR", "#963"));
    file("district.toml", district(kind));
    file("stations.toml", stations(kind));
    file("categories.toml", categories(kind));
    file("freight.toml", freight());
    file(&format!("cooperatives/{THIS}.toml"), this_cooperative(kind));
    file(&format!("cooperatives/{OTHER}.toml"), other_cooperative(kind));
}

/// A text in three languages, as an inline table.
fn texts(kind: Kind, ug: &str, zh: &str, es: &str) -> String {
    let quoted = |text: &str| {
        let text = match kind {
            Kind::Plain => text.to_owned(),
            Kind::Hostile => format!("{text} {HOSTILE}"),
        };
        // A JSON string is a TOML string.
        serde_json::to_string(&text).unwrap()
    };
    format!("{{ ug = {}, zh = {}, es = {} }}", quoted(ug), quoted(zh), quoted(es))
}

fn district(kind: Kind) -> String {
    let mut toml = format!(
        "name = {}\nbank = {{ holder = \"中心\", bank = \"农民银行\", number = \"6222 0000 1111 2222\" }}\n\
         centre = {{ name = {}, phones = [\"0998-5550000\"] }}\n\
         notice = [{{ from = \"2020-01-01\", until = \"2090-01-01\", text = {} }}]\n\
         closed = [{{ from = \"2089-12-31\", until = \"2090-01-01\", reason = {} }}]\n",
        texts(kind, "ناھىيە", "县", "Distrito"),
        texts(kind, "مەركەز", "中心", "Centro"),
        texts(kind, "يېڭى ھوسۇل كەلدى.", "新货到了。", "Ha llegado la cosecha."),
        texts(kind, "بايرام", "节日", "Fiesta"),
    );
    for (slug, ug, zh, es) in [("bagh", "باغ", "果园", "Huerta"), ("kol", "كۆل", "湖", "Lago")] {
        write!(
            toml,
            "[[township]]\nslug = \"{slug}\"\nname = {}\n",
            texts(kind, ug, zh, es)
        )
        .unwrap();
    }
    toml
}

fn stations(kind: Kind) -> String {
    let mut toml = String::new();
    for (code, township) in [("B001", "bagh"), ("B002", "kol")] {
        write!(
            toml,
            "[[station]]\ncode = \"{code}\"\nslug = \"{township}-station\"\ntownship = \"{township}\"\nphone = \"0998-5550001\"\n\
             name = {}\naddress = {}\nhours = [{{ days = [1, 2, 3, 4, 5, 6, 7], open = \"09:30\", close = \"18:30\" }}]\n",
            texts(kind, "بېكەت", "站点", "Punto"),
            texts(kind, "ئازادلىق كوچىسى", "解放路", "Calle Mayor"),
        )
        .unwrap();
    }
    toml
}

fn categories(kind: Kind) -> String {
    let mut toml = String::new();
    for (slug, goods, ug, zh, es) in [
        ("badam", "packaged", "بادام", "巴旦木", "Almendras"),
        ("honey", "fresh", "ھەسەل", "蜂蜜", "Miel"),
    ] {
        write!(
            toml,
            "[[category]]\nslug = \"{slug}\"\ngoods = \"{goods}\"\npicture = \"goods\"\nname = {}\n",
            texts(kind, ug, zh, es)
        )
        .unwrap();
    }
    toml
}

fn freight() -> String {
    ["xinjiang", "northwest", "mainland", "remote"]
        .iter()
        .zip([600, 1000, 1400, 2400])
        .map(|(region, fen)| {
            format!(
                "[[template]]\nregion = \"{region}\"\nfirst_grams = 1000\nfirst_fen = {fen}\nstep_grams = 1000\nstep_fen = 150\n"
            )
        })
        .collect()
}

fn cooperative(kind: Kind, slug: &str, township: &str, source: &str) -> String {
    format!(
        "slug = \"{slug}\"\ntownship = \"{township}\"\nsource_lang = \"{source}\"\nfounded = 2009\nmembers = 42\n\
         phone = \"0998-5550002\"\npicture = \"goods\"\nname = {}\ntagline = {}\nstory = {}\n",
        texts(kind, "ئالتۇن كوپىراتىپ", "金色合作社", "Cooperativa Dorada"),
        texts(kind, "باغدىن", "来自果园", "Del huerto"),
        texts(
            kind,
            "بىزنىڭ ھېكايىمىز.\\nئىككىنچى ئابزاس.",
            "我们的故事。",
            "Nuestra historia."
        ),
    )
}

/// Sells almonds by the bag (`badam-500`, in two sizes) and by weight (`badam-loose`).
fn this_cooperative(kind: Kind) -> String {
    let mut toml = cooperative(kind, THIS, "bagh", "ug");
    toml += &product(
        kind,
        "badam-500",
        "badam",
        &[
            offer("BADAM-500", "piece", (1, 1, 99), (500, 550), (2500, 1), 100_000),
            offer("BADAM-1000", "piece", (1, 1, 50), (1000, 1080), (4800, 1), 100_000),
        ],
    );
    toml += &product(
        kind,
        "badam-loose",
        "badam",
        &[offer(
            "BADAM-LOOSE",
            "g",
            (100, 200, 5000),
            (1, 1),
            (3000, 500),
            5_000_000,
        )],
    );
    toml
}

fn other_cooperative(kind: Kind) -> String {
    let mut toml = cooperative(kind, OTHER, "kol", "zh");
    toml += &product(
        kind,
        "honey-jar",
        "honey",
        &[offer("HONEY-JAR", "piece", (1, 1, 20), (500, 800), (6800, 1), 100_000)],
    );
    // Its Spanish texts are missing: shown in another language, with a label.
    toml += &product(
        kind,
        "walnuts",
        "badam",
        &[offer("WALNUTS", "piece", (1, 1, 20), (1000, 1100), (3900, 1), 0)],
    )
    .replace(", es = ", ", xx = ");
    toml
}

fn product(kind: Kind, slug: &str, category: &str, offers: &[String]) -> String {
    format!(
        "[[product]]\nslug = \"{slug}\"\ncategory = \"{category}\"\nsource_lang = \"ug\"\npictures = [\"goods\", \"home-hero\"]\n\
         harvest_year = 2026\nseason = [9, 11]\npopularity = 50\nname = {}\ndescription = {}\n{}",
        texts(kind, "بادام مېغىزى", "巴旦木仁", "Almendra pelada"),
        texts(kind, "تاتلىق بادام.", "香甜的巴旦木。", "Almendra dulce."),
        offers.concat(),
    )
}

/// Steps are (step, minimum, maximum), grams (net, gross) of one, the price (fen, per how many).
fn offer(sku: &str, unit: &str, steps: (i64, i64, i64), grams: (i64, i64), price: (i64, i64), stock: i64) -> String {
    format!(
        "[[product.offer]]\nsku = \"{sku}\"\nsold_by = \"{unit}\"\nstep = {}\nmin = {}\nmax = {}\nnet_grams = {}\ngross_grams = {}\n\
         price_fen = {}\nper = {}\nstock = {stock}\n",
        steps.0, steps.1, steps.2, grams.0, grams.1, price.0, price.1
    )
}
