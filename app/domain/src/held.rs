//! What in a text of a stranger has to be looked at before all see it: a way out of the shop.
//!
//! Whoever thinks about it long enough gets past this. It holds what a flood of advertisements is written like, and what costs
//! no thought: other letters for the same ones, blanks, lines, words for signs.

use unicode_normalization::UnicodeNormalization;

use crate::review::HeldFor;
use crate::typed;

/// Digits from which on a number may be one to be reached by: those of prices, weights and years are shorter.
const REACHED_BY: usize = 7;

/// Ends of names of places in the net that people write without `http`.
const ENDS: [&str; 10] = ["com", "cn", "net", "org", "top", "vip", "shop", "xyz", "info", "cc"];
/// Those that are no word of any language here: they stay ends when the point before them is something else.
const SURE_ENDS: [&str; 4] = ["com", "cn", "org", "xyz"];
/// Words and signs for the point.
const POINTS: [&str; 13] = [
    ".", "。", "·", "・", "•", ",", "、", "۔", "点", "點", "dot", "punto", "point",
];
/// Words that begin an address, whatever comes after them.
const BEGINS: [&str; 3] = ["www", "http", "https"];

/// Messengers, in scripts in which a word of Latin letters beside them is a name there.
const MESSENGERS: [&str; 9] = [
    "微信",
    "薇信",
    "加微",
    "加v",
    "扣扣",
    "电报",
    "抖音",
    "快手",
    "ئۈندىدار",
];
/// Messengers among words of Latin letters: a name there has a digit or a line in it.
const LATIN_MESSENGERS: [&str; 10] = [
    "wechat", "weixin", "whatsapp", "telegram", "wxid", "vx", "wx", "qq", "douyin", "tiktok",
];
/// How far behind a messenger a name there begins, in letters, and how long it is at least.
const NEAR: usize = 12;
const SHORTEST_NAME: usize = 5;

/// What in a text of a stranger has to be looked at before all see it: a way out of the shop.
pub fn held_for(text: &str) -> Option<HeldFor> {
    let plain = plain(text);
    if has_link(&plain) {
        Some(HeldFor::Link)
    } else if has_number(&plain) || has_messenger(&plain) {
        Some(HeldFor::Phone)
    } else {
        None
    }
}

/// Whether a text says how somebody is reached: a number, a name with a messenger, or an address for mail. Addresses of pages are
/// nobody's, and dates and amounts are no numbers to be reached by.
pub fn names_contact(text: &str) -> bool {
    let plain = plain(text);
    let is_page = |word: &str| word.contains("://") || word.starts_with("www.");
    let words = |line: &str| {
        line.split(' ')
            .filter(|word| !is_page(word))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let without_pages: Vec<String> = plain.split('\n').map(words).collect();
    let rest = without_figures(&without_pages.join("\n"));
    has_number(&rest) || has_messenger(&rest) || has_mail(&rest)
}

/// Letters in circles, of mathematics and as wide as Chinese ones are those they look like.
fn plain(text: &str) -> String {
    let same: String = text.nfkc().collect();
    typed::plain(&same).flat_map(char::to_lowercase).collect()
}

fn has_link(text: &str) -> bool {
    text.contains("://") || text.contains("www.") || has_address(text) || has_path(text) || has_apart(text)
}

const fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '@' | '_')
}

/// `a.com`, `b@a.com`, and `@b`.
fn has_address(text: &str) -> bool {
    text.split(|c: char| !is_of_name(c)).any(|word| {
        let mut parts = word.rsplit('.');
        let end = parts.next().unwrap_or_default();
        let name = parts.next().unwrap_or_default();
        // `5.cn` is a number and a word that ran together; `a.com` is a place, and so is `a@b.com`.
        let is_place = ENDS.contains(&end) && name.chars().any(|c| c.is_ascii_alphabetic());
        let handle = word.rsplit_once('@').map_or("", |(_, handle)| handle);
        is_place || (handle.len() > 2 && handle.starts_with(|c: char| c.is_ascii_alphabetic()))
    })
}

/// A text without its dates and amounts, beside which words of scripts without blanks may stand.
fn without_figures(text: &str) -> String {
    let is_of_figure = |c: char| c.is_ascii_digit() || matches!(c, '-' | '/' | '.' | ',');
    let mut rest = String::with_capacity(text.len());
    // Each with the sign that ends it.
    for piece in text.split_inclusive(|c: char| !is_of_figure(c)) {
        let figure = piece.trim_matches(|c: char| !c.is_ascii_digit());
        if is_date(figure) || is_amount(figure) {
            rest.extend(piece.chars().filter(|c| !is_of_figure(*c)));
        } else {
            rest.push_str(piece);
        }
    }
    rest
}

/// `2026-01-31`, `31/1/2026` and `2025-2026`.
fn is_date(word: &str) -> bool {
    let is_year = |part: &str| part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
    let is_day = |part: &str| part.len() <= 2 && part.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day));
    ['-', '/', '.'].into_iter().any(|sign| {
        let parts: Vec<&str> = word.split(sign).collect();
        match *parts.as_slice() {
            [from, to] => is_year(from) && is_year(to),
            [first, month, last] => {
                is_day(month) && ((is_year(first) && is_day(last)) || (is_day(first) && is_year(last)))
            }
            _ => false,
        }
    })
}

/// `1,000,000`.
fn is_amount(word: &str) -> bool {
    let is_group = |part: &str| part.len() == 3 && part.chars().all(|c| c.is_ascii_digit());
    let parts: Vec<&str> = word.split(',').collect();
    // More of them are the digits of a telephone by threes.
    matches!(parts.len(), 2 | 3)
        && parts.iter().skip(1).all(|part| is_group(part))
        && parts.iter().take(1).all(|first| first.len() <= 3)
}

/// `a@b.com`, with any end.
fn has_mail(text: &str) -> bool {
    text.split(|c: char| !is_of_name(c)).any(|word| {
        let parts = word
            .split_once('@')
            .and_then(|(name, place)| Some((name, place.split_once('.')?)));
        parts.is_some_and(|(name, (host, end))| !name.is_empty() && !host.is_empty() && end.len() > 1)
    })
}

/// `t.me/b`: a short end, but something stands behind it.
fn has_path(text: &str) -> bool {
    text.split(|c: char| !is_of_name(c) && c != '/').any(|word| {
        let Some((host, path)) = word.split_once('/') else {
            return false;
        };
        let Some((name, end)) = host.rsplit_once('.') else {
            return false;
        };
        let is_letter = |c: char| c.is_ascii_alphabetic();
        matches!(end.len(), 2 | 3)
            && end.chars().all(is_letter)
            && name.chars().any(is_letter)
            && path.starts_with(|c: char| c.is_ascii_alphanumeric())
    })
}

/// `a . com`, `a dot com`, `a[.]com`, `www a com`.
fn has_apart(text: &str) -> bool {
    let words = words(text);
    let is_begun = words.iter().any(|word| BEGINS.contains(word));
    is_begun
        || words.windows(3).any(|three| {
            let [name, point, end] = three else {
                return false;
            };
            let is_name = name.chars().all(is_of_word);
            let is_number = name.chars().all(|c| c.is_ascii_digit());
            // `163.com` is a place; `5.cn` is none.
            SURE_ENDS.contains(end)
                && POINTS.contains(point)
                && is_name
                && (!is_number || (name.len() > 2 && *end == "com"))
        })
}

const fn is_of_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}

/// Words of Latin letters and digits, and each other sign; without blanks and brackets, which stand anywhere.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if is_of_word(first) {
            rest.find(|c: char| !is_of_word(c)).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (word, after) = rest.split_at(length);
        let is_empty = (typed::is_blank(first) && first != '\n') || matches!(first, '(' | ')' | '[' | ']' | '{' | '}');
        if !is_empty {
            words.push(word);
        }
        rest = after;
    }
    words
}

/// Whether there are that many digits in a row, whatever stands between them to look like something else.
fn has_number(text: &str) -> bool {
    // Digits in all, those of the group that ends here, and whether no other one is on its line.
    let (mut digits, mut group, mut is_alone) = (0, 0, true);
    for c in text.chars() {
        if is_digit(c) {
            digits += 1;
            group += 1;
            if digits >= REACHED_BY {
                return true;
            }
        } else if c == '\n' {
            // A number over several lines; `1 2 3` and below it `4 5 6` are none.
            if group < 2 && !is_alone {
                digits = 0;
            }
            (group, is_alone) = (0, true);
        } else if is_between(c) {
            is_alone &= group == 0;
            group = 0;
        } else {
            (digits, group, is_alone) = (0, 0, false);
        }
    }
    false
}

/// A digit, also as a Chinese word.
fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
        || matches!(
            c,
            '〇' | '零'
                | '一'
                | '二'
                | '三'
                | '四'
                | '五'
                | '六'
                | '七'
                | '八'
                | '九'
                | '幺'
                | '两'
                | '壹'
                | '贰'
                | '叁'
                | '肆'
                | '伍'
                | '陆'
                | '柒'
                | '捌'
                | '玖'
        )
}

/// What people put between the digits of a number; the last one is the key around a digit among emojis.
fn is_between(c: char) -> bool {
    typed::is_blank(c)
        || typed::is_dash(c)
        || matches!(
            c,
            '(' | ')' | '+' | '.' | '/' | ',' | '、' | '،' | '*' | '_' | '·' | '•' | '~' | '|' | '\u{20E3}'
        )
}

/// Whether a name by which one is found with a messenger stands beside that.
fn has_messenger(text: &str) -> bool {
    let is_beside = MESSENGERS.iter().any(|messenger| {
        let mut found = text.match_indices(*messenger);
        found.any(|(at, _)| has_name(&text[at + messenger.len()..], is_name))
    });
    is_beside
        || names(text).any(|(at, word)| {
            let messenger = LATIN_MESSENGERS.iter().find(|messenger| word.starts_with(**messenger));
            let Some(name) = messenger.and_then(|messenger| word.strip_prefix(*messenger)) else {
                return false;
            };
            if name.is_empty() {
                has_name(&text[at + word.len()..], is_odd)
            } else {
                name.len() >= SHORTEST_NAME && is_odd(name)
            }
        })
}

/// Whether one of the next words is a name.
fn has_name(after: &str, is_name: fn(&str) -> bool) -> bool {
    let near = after.char_indices().nth(NEAR).map_or(after.len(), |(at, _)| at);
    names(after).any(|(at, word)| at < near && word.len() >= SHORTEST_NAME && is_name(word))
}

/// Words of Latin letters and digits, with their places.
fn names(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(|c: char| !is_of_word(c)).filter_map(move |word| {
        let found = at + text[at..].find(word)?;
        at = found + word.len();
        (!word.is_empty()).then_some((found, word))
    })
}

/// A name there; not what a messenger itself is called in Latin letters.
fn is_name(word: &str) -> bool {
    (word.starts_with(|c: char| c.is_ascii_alphabetic()) && !LATIN_MESSENGERS.contains(&word)) || is_odd(word)
}

/// A name that is no word.
fn is_odd(word: &str) -> bool {
    word.contains(|c: char| c.is_ascii_digit() || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_out_of_the_shop_are_held() {
        for text in [
            "https://evil.example/x",
            "HTTP://a.b",
            "see www.badam.example",
            "更便宜：badam-shop.com",
            "بۇ يەردە ئەرزان badam.cn",
            "write to ali@mail.org",
            "ＷＷＷ．ｂａｄａｍ．ｃｏｍ",
        ] {
            assert_eq!(held_for(text), Some(HeldFor::Link), "{text}");
        }
        for text in [
            "加我微信 13800138000",
            "تېلېفون: 138 0013 8000",
            "138-0013-8000",
            "١٣٨٠٠١٣٨٠٠٠",
            "qq 1234567",
            "+34 600 11 22 33",
        ] {
            assert_eq!(held_for(text), Some(HeldFor::Phone), "{text}");
        }
    }

    #[test]
    fn ways_out_that_look_like_something_else_are_held() {
        for text in [
            "evil。com",
            "evil . com",
            "evil. com",
            "evil点com",
            "evil 點 cn",
            "evil dot com",
            "evil[.]com",
            "163 . com",
            "www evil com",
            "𝐞𝐯𝐢𝐥.𝐜𝐨𝐦",
            "ⓔⓥⓘⓛ.ⓒⓞⓜ",
            "t.me/abc",
            "wa.me/8613800138000",
            "see @badam_shop",
            "https evil example",
        ] {
            assert_eq!(held_for(text), Some(HeldFor::Link), "{text}");
        }
        for text in [
            "138\n0000\n1234",
            "1\n3\n8\n0\n0\n0\n0",
            "call 138\n0000\n1234 now",
            "①③⑧⓪⓪⓪⓪①②③④",
            "𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎",
            "一三八零零一三八零零零",
            "一 三 八 零 零 一 三 八",
            "1️⃣3️⃣8️⃣0️⃣0️⃣1️⃣3️⃣8️⃣",
            "138*0013*8000",
            "138，0013，8000",
            "微信 wx123456",
            "微信号 abc_123",
            "加微信：badamshop",
            "加 wx123456",
            "wechat: ali_2026",
            "微信 WeChat badamshop",
            "ئۈندىدار: badam88",
            "QQ 12345",
        ] {
            assert_eq!(held_for(text), Some(HeldFor::Phone), "{text}");
        }
    }

    #[test]
    fn what_people_say_of_goods_is_not() {
        for text in [
            "",
            "很好吃，500克一袋，买了3袋，25.90元",
            "ناھايىتى تاتلىق. 500 گرام، 25.90 يۈەن.",
            "Muy buenas. Compré 2,5 kg en 2026 y llegó en 4-8 días.",
            "Good.Very good",
            "Muy bueno.Es fresco.Me gusta",
            "1 2 3\n4 5 6\n7 8 9",
            "10 kg 10 kg 10 kg",
            "Great. Top quality",
            "Good.\nNet weight is right",
            "用微信付款很方便，三五天就到了",
            "微信支付25.90元",
            "可以用微信（WeChat）付款",
            "Pagué con WeChat, muy bien",
            "两袋，一袋五百克，一袋一千克",
            "Es bueno y/o fresco, 5 €/kg",
            "Un punto de encuentro",
            "2026年11月3日到货",
            "很好点赞",
        ] {
            assert_eq!(held_for(text), None, "{text}");
        }
    }

    #[test]
    fn what_reaches_somebody_is_known_from_what_leads_to_a_page() {
        for text in [
            "ask 138 0013 8000",
            "write to ali@mail.example",
            "see https://a.example/1\nor call +34 600 11 22 33",
            "ئۈندىدار: badam88",
            "ali＠mail．org",
            "2026-01-31 call 13800138000",
            "138,001,380,00",
            "138,001,380,001",
            "600.112.233",
        ] {
            assert!(names_contact(text), "{text}");
        }
        for text in [
            "",
            "see https://dictionary.example/12345678/entry",
            "RAE: www.rae.es",
            "one @ two",
            "{ $count } of 1,000",
            "@word",
            "as 2026-01-31, or 31/1/2026",
            "日期写成2026-01-31，金额写成1,000,000。",
            "2025-2026",
            "微信（WeChat）不译",
        ] {
            assert!(!names_contact(text), "{text}");
        }
    }
}
