//! Ways to reach somebody that a translation brings along: a link, an e-mail address, a phone number, a name to write to. Who trusts
//! the shop's words would go there.

use super::Pair;
use crate::check::finding::{Fault, Kind};

/// What an address without `https://` ends with; a file's name ends otherwise.
const DOMAINS: [&str; 32] = [
    "app", "biz", "cc", "cn", "co", "com", "dev", "edu", "es", "eu", "gov", "info", "io", "kz", "link", "me", "mobi",
    "net", "online", "org", "pro", "ru", "shop", "site", "store", "top", "tv", "uz", "vip", "wang", "xin", "xyz",
];
/// What a name is given after: the programs that people write to one another with.
const PROGRAMS: [&str; 11] = [
    "微信号",
    "微信",
    "wechat",
    "weixin",
    "ئۈندىدار",
    "qq",
    "whatsapp",
    "telegram",
    "douyin",
    "抖音号",
    "skype",
];
/// So many figures in a row are a number to call or to write to.
const LONG: usize = 5;
/// So many with spaces and signs between them.
const LONG_APART: usize = 7;

/// Each that neither the English text has nor the comment above it, where one says so that it is meant.
pub fn brought(pair: &Pair<'_>) -> Vec<Fault> {
    let Some((original, english)) = pair.english else {
        return Vec::new();
    };
    let known: Vec<Contact> = [english, original.comment.as_str()]
        .into_iter()
        .flat_map(contacts)
        .collect();
    let mut told: Vec<Contact> = Vec::new();
    for contact in contacts(pair.words) {
        if !known.iter().chain(&told).any(|other| other.has(&contact)) {
            told.push(contact);
        }
    }
    let told = told.into_iter();
    told.map(|contact| {
        Fault::new(Kind::ContactNew)
            .arg("contact", contact.text.as_str())
            .at(contact.text)
    })
    .collect()
}

/// As it stands in a text, and what it is compared by.
struct Contact {
    text: String,
    key: String,
}

impl Contact {
    /// Whether the other one is the same, or a part of the same number.
    fn has(&self, other: &Self) -> bool {
        let is_number = |key: &str| key.bytes().all(|byte| byte.is_ascii_digit());
        let is_part = is_number(&self.key) && is_number(&other.key) && self.key.contains(&other.key);
        self.key == other.key || is_part
    }
}

fn contacts(text: &str) -> Vec<Contact> {
    let mut found: Vec<Contact> = text.lines().flat_map(words_of).filter_map(address).collect();
    found.extend(text.lines().flat_map(numbers));
    found.extend(text.lines().flat_map(names));
    found
}

/// Stretches of Latin letters, figures and signs as addresses have them.
fn words_of(line: &str) -> impl Iterator<Item = &str> {
    let is_of_address = |c: char| c.is_ascii_alphanumeric() || "@./:-_~?=&%+#".contains(c);
    line.split(move |c: char| !is_of_address(c))
        .map(|word| word.trim_matches(['.', '/', ':', '-', '?', '#', '&', '=']))
        .filter(|word| !word.is_empty())
}

/// `https://a.cn/b`, `www.a.cn`, `a.cn/b`, `b@a.cn`, `@name`.
fn address(word: &str) -> Option<Contact> {
    let bare = match word.split_once("://") {
        Some((_, rest)) => rest,
        None => word,
    };
    let has_scheme = bare.len() < word.len();
    let host = bare.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let domain = host.rsplit('@').next().unwrap_or_default();
    let is_handle = host
        .strip_prefix('@')
        .is_some_and(|name| name.len() >= 2 && name.starts_with(|c: char| c.is_ascii_alphabetic()));
    if !(has_scheme || is_handle || is_domain(domain)) {
        return None;
    }
    let key = bare.trim_start_matches("www.").trim_end_matches('/');
    Some(Contact {
        text: word.to_owned(),
        key: key.to_ascii_lowercase(),
    })
}

/// Words joined by points, the last one of which is a domain's.
fn is_domain(host: &str) -> bool {
    let mut labels = host.rsplit('.');
    let last = labels.next().unwrap_or_default().to_ascii_lowercase();
    let mut others = labels.peekable();
    let is_label = |label: &str| {
        !label.is_empty()
            && label
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '+'))
    };
    others.peek().is_some() && DOMAINS.contains(&last.as_str()) && others.all(is_label)
}

/// Phone numbers and the numbers of programs to write with, however their figures are parted.
fn numbers(line: &str) -> Vec<Contact> {
    let chars: Vec<char> = line.chars().collect();
    let mut found = Vec::new();
    let mut from = 0;
    while from < chars.len() {
        if figure(chars[from]).is_none() {
            from += 1;
            continue;
        }
        let to = end_of_number(&chars, from);
        let text: String = chars[from..to].iter().collect();
        let key: String = text.chars().filter_map(figure).collect();
        let longest = text
            .split(|c: char| figure(c).is_none())
            .map(|run| run.chars().count())
            .max();
        let is_long = longest.is_some_and(|longest| longest >= LONG) || key.len() >= LONG_APART;
        if is_long && !is_amount(&text) && !is_date(&text) {
            found.push(Contact { text, key });
        }
        from = to;
    }
    found
}

/// Behind the last figure of a number that begins at `from`. Between two figures stands one sign, or a bracket with one beside it:
/// `, ` begins the next number.
fn end_of_number(chars: &[char], from: usize) -> usize {
    let mut to = from;
    for (place, c) in chars.iter().enumerate().skip(from) {
        if figure(*c).is_some() {
            to = place + 1;
            continue;
        }
        let between = &chars[to..=place];
        let is_one = between.len() == 1 || (between.len() == 2 && between.iter().any(|c| matches!(c, '(' | ')')));
        if !is_one
            || !matches!(
                c,
                ' ' | '-' | '.' | ',' | '(' | ')' | '\u{A0}' | '\u{2011}' | '–' | '－'
            )
        {
            break;
        }
    }
    to
}

/// A figure of any script that the shop's readers type.
fn figure(c: char) -> Option<char> {
    let value = match c {
        '0'..='9' => return Some(c),
        '０'..='９' => u32::from(c) - u32::from('０'),
        '\u{660}'..='\u{669}' => u32::from(c) - 0x660,
        '\u{6F0}'..='\u{6F9}' => u32::from(c) - 0x6F0,
        _ => return None,
    };
    char::from_digit(value, 10)
}

/// A round number with its thousands parted: `1.000.000`.
fn is_amount(text: &str) -> bool {
    let mut groups = text.split([',', '.', '\u{A0}', ' ']);
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    (1..=3).contains(&first.chars().count()) && rest.last() == Some(&"000") && rest.iter().all(|group| group.len() == 3)
}

/// A day in figures, in whichever order.
fn is_date(text: &str) -> bool {
    let groups: Vec<usize> = text.split(['-', '.']).map(str::len).collect();
    matches!(groups.as_slice(), [4, 1 | 2, 1 | 2] | [1 | 2, 1 | 2, 4])
}

/// Names behind the program in which they are one's: `微信号：bazar_888`, `QQ: a-b`.
fn names(line: &str) -> Vec<Contact> {
    let small = line.to_lowercase();
    let found = PROGRAMS.iter().filter_map(|program| {
        let at = small.find(program)? + program.len();
        let rest = small.get(at..)?.trim_start();
        let rest = rest.strip_prefix([':', '：'])?.trim_start();
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-')));
        let name = rest.get(..end.unwrap_or(rest.len()))?;
        let is_name = name.len() >= 3 && name.starts_with(|c: char| c.is_ascii_alphabetic());
        is_name.then(|| Contact {
            text: as_typed(line, name),
            key: name.to_owned(),
        })
    });
    found.collect()
}

/// The same letters as the line has them.
fn as_typed(line: &str, name: &str) -> String {
    let place = line.to_ascii_lowercase().find(name);
    let typed = place.and_then(|at| line.get(at..at + name.len()));
    typed.unwrap_or(name).to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{told, told_under};
    use super::*;

    #[test]
    fn a_way_to_reach_somebody_that_english_does_not_have_is_told() {
        for (folder, text, contact) in [
            (
                "es",
                "Paga en https://pagos.example/x?a=1.",
                "https://pagos.example/x?a=1",
            ),
            ("es", "Paga en http://1.2.3.4/x", "http://1.2.3.4/x"),
            ("es", "Visita www.bazar-premios.com", "www.bazar-premios.com"),
            ("zh-Hans", "请到 t.me/bazar 领取", "t.me/bazar"),
            ("zh-Hans", "到shop.cn领取", "shop.cn"),
            ("ug", "خەت يېزىڭ: bazar@mail.cn", "bazar@mail.cn"),
            ("es", "Síguenos en @bazar_oficial", "@bazar_oficial"),
            ("es", "Llama al +34 612 345 678", "34 612 345 678"),
            ("zh-Hans", "电话：138-0013-8000", "138-0013-8000"),
            ("zh-Hans", "电话：１３８００１３８０００", "１３８００１３８０００"),
            ("zh-Hans", "客服 QQ 群 10086", "10086"),
            ("ug", "تېلېفون: (0998) 123 4567", "0998) 123 4567"),
            ("zh-Hans", "加微信号：Bazar_vip", "Bazar_vip"),
        ] {
            assert_eq!(
                told(brought, folder, text, "Honey"),
                [format!("contact-new {contact}")],
                "{text}"
            );
        }
    }

    #[test]
    fn what_english_has_or_its_comment_allows_is_right() {
        for (english, text) in [
            ("Write to help@bazar.example.cn", "Escribe a help@bazar.example.cn"),
            ("See https://www.bazar.cn/help", "Mira bazar.cn/help/."),
            ("Call 400-123-4567", "Llama al 400 123 4567"),
            ("Call 0998-5551930", "Llama al 0998: 5551930"),
            ("Like 2026-10-05, 2026-10 or 2026", "Así: 2026-10-05; 2026-10, 2026"),
            ("Up to 10,000 rows", "Hasta 10.000 filas"),
            ("A million", "Hasta 1.000.000"),
            ("On 2026-05-31", "El 31-05-2026"),
            (
                "A file",
                "Un archivo precios.xlsx, language.toml o cart.ftl, p. ej. v1.2.3",
            ),
            ("At { $time }", "A las { $time }, 24/7, 08:00-20:00"),
            ("WeChat: { $name }", "WeChat: { $name }"),
            ("Half a kilo", "500 g, 3,5 kg, 1080 × 1080"),
        ] {
            assert_eq!(told(brought, "es", text, english), [""; 0], "{text}");
        }
        let english = "# Where the centre is found: weixin.qq.com and 12345.\na-b = Write to us\n";
        assert_eq!(
            told_under(brought, "zh-Hans", "请到 weixin.qq.com 或拨打 12345", english),
            [""; 0]
        );
        assert_eq!(
            told_under(brought, "zh-Hans", "请到 weixin.cn", english),
            ["contact-new weixin.cn"]
        );
        let twice = told(brought, "es", "a.com y A.com, b.com", "Honey");
        assert_eq!(twice, ["contact-new a.com", "contact-new b.com"]);
    }
}
