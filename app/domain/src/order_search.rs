//! What somebody who packs types to find an order: its code, pasted with whatever stood round it, a part of it, or a phone
//! number or its last digits. What is none of these is a name.

use crate::{OrderCode, Phone, typed};

/// Fewest characters of a code or digits of a phone that are looked for.
const SHORTEST: usize = 4;

/// What was typed, read in every way it may be meant.
///
/// Holds personal data: `Debug` shows the phone as little as [`Phone`] does.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct OrderSearch {
    /// The code in it, whatever stands round it.
    pub code: Option<OrderCode>,
    /// A whole phone number.
    pub phone: Option<Phone>,
    /// A part of a code, without dashes, as [`OrderCode`] prints it; else empty.
    pub code_part: String,
    /// Four digits or more of a phone number; else empty.
    pub digits: String,
}

impl OrderSearch {
    /// Reads what was typed; never fails, since it may be a name.
    pub fn parse(typed: &str) -> Self {
        let plain: String = typed::plain(typed).collect();
        Self {
            code: find_code(&plain),
            phone: Phone::parse(typed).ok(),
            code_part: code_part(&plain),
            digits: digits(&plain),
        }
    }

    /// Whether it can be a part of this code.
    pub fn is_in_code(&self, code: &OrderCode) -> bool {
        !self.code_part.is_empty() && code.to_string().replace('-', "").contains(&self.code_part)
    }

    /// Whether it can be a part of this number.
    pub fn is_in_phone(&self, phone: &Phone) -> bool {
        let typed = self.phone_part();
        !typed.is_empty() && phone.as_e164().contains(typed)
    }

    /// The part of a phone number as it stands in whole ones; else empty.
    pub fn phone_part(&self) -> &str {
        // `+86` is nobody's: what was typed with it names the same number.
        self.digits.strip_prefix("0086").unwrap_or(&self.digits)
    }
}

impl std::fmt::Debug for OrderSearch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("OrderSearch")
            .field("code", &self.code)
            .finish_non_exhaustive()
    }
}

/// The code in a text that was pasted: `#7K3M-9QXT-V2WP`, `Order 7K3M 9QXT V2WP`, the link to its page.
fn find_code(plain: &str) -> Option<OrderCode> {
    if let Ok(code) = OrderCode::parse(plain) {
        return Some(code);
    }
    let words = words(plain);
    let whole = words.iter().find_map(|(_, word)| OrderCode::parse(word).ok());
    // Dashes tell a code from a word of four letters before it; where there are none, a label comes first.
    whole.or_else(|| {
        let all: Vec<(OrderCode, bool)> = words.windows(3).filter_map(|three| groups(plain, three)).collect();
        let dashed = all.iter().find(|(_, is_dashed)| *is_dashed);
        dashed.or(all.last()).map(|(code, _)| *code)
    })
}

/// Three groups of four that are a code, and whether there are dashes between them.
fn groups(plain: &str, three: &[(usize, &str)]) -> Option<(OrderCode, bool)> {
    let between = |pair: &[(usize, &str)]| &plain[pair[0].0 + pair[0].1.len()..pair[1].0];
    let is_next = |pair: &[(usize, &str)]| between(pair).chars().all(|c| typed::is_dash(c) || c.is_whitespace());
    if three.iter().any(|(_, word)| word.len() != 4) || !three.windows(2).all(is_next) {
        return None;
    }
    let code: String = three.iter().map(|(_, word)| *word).collect();
    let is_dashed = three.windows(2).all(|pair| between(pair).contains(typed::is_dash));
    OrderCode::parse(&code).ok().map(|code| (code, is_dashed))
}

/// Runs of Latin letters and digits, each with its place: Chinese writes no space round them.
fn words(plain: &str) -> Vec<(usize, &str)> {
    plain
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - plain.as_ptr() as usize, word))
        .collect()
}

/// The whole text as a part of a code, spelled as codes are.
fn code_part(plain: &str) -> String {
    let kept: String = plain
        .trim()
        .trim_start_matches('#')
        .chars()
        .filter(|&c| !c.is_whitespace() && !typed::is_dash(c))
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect();
    let is_code = kept.chars().all(|c| c.is_ascii_alphanumeric() && c != 'U');
    if is_code && (SHORTEST..12).contains(&kept.len()) {
        kept
    } else {
        String::new()
    }
}

/// The digits of a text that has nothing else but what people put between them, and words in another script. Of a masked
/// number (`138****8000`) those behind the mask.
fn digits(plain: &str) -> String {
    let plain = plain.rsplit(['*', '…', '•']).next().unwrap_or(plain);
    let is_between = |c: char| {
        c.is_whitespace() || typed::is_dash(c) || matches!(c, '+' | '.' | ',' | ':' | '(' | ')' | '：' | '，')
    };
    let is_word = |c: char| c.is_alphabetic() && !c.is_ascii();
    let kept: String = plain.chars().filter(|&c| !is_between(c) && !is_word(c)).collect();
    let is_number = kept.chars().all(|c| c.is_ascii_digit());
    if is_number && (SHORTEST..=17).contains(&kept.len()) {
        kept
    } else {
        String::new()
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn a_code_is_found_in_whatever_it_was_copied_with() {
        let code = OrderCode::parse("7K3M-9QXT-V2WP").unwrap();
        for typed in [
            "7K3M-9QXT-V2WP",
            "7k3m9qxtv2wp",
            "#7K3M-9QXT-V2WP",
            "Order 7K3M-9QXT-V2WP",
            "زاكاز: 7K3M 9QXT V2WP.",
            "订单号：７Ｋ３Ｍ－９ＱＸＴ－Ｖ２ＷＰ，谢谢",
            "订单7K3M-9QXT-V2WP李娜",
            "زاكازى7K3M9QXTV2WP",
            "https://shop.example/ug/orders/7K3M-9QXT-V2WP?placed=1",
            "\u{2066}7K3M-9QXT-V2WP\u{2069} (Aygül)",
            "code 7K3M 9QXT V2WP",
            "7K3M-9QXT-V2WP 8000",
        ] {
            assert_eq!(OrderSearch::parse(typed).code, Some(code), "{typed:?}");
        }
        for typed in ["", "7K3M", "Aygül", "7K3M/9QXT/V2WP", "13800138000"] {
            assert_eq!(OrderSearch::parse(typed).code, None, "{typed:?}");
        }
    }

    #[test]
    fn a_part_of_a_code_is_known_however_it_is_typed() {
        let code = OrderCode::parse("10A1-0BCD-EFGH").unwrap();
        for typed in ["10a1", "#IOAL", "0BCD-EFGH", "١٠A1"] {
            assert!(OrderSearch::parse(typed).is_in_code(&code), "{typed:?}");
        }
        for typed in ["", "10A", "10A2", "EFGH10A1", "ئايگۈل", "%"] {
            assert!(!OrderSearch::parse(typed).is_in_code(&code), "{typed:?}");
        }
    }

    #[test]
    fn a_phone_is_known_by_its_last_digits_in_any_script() {
        let phone = Phone::parse("13800138000").unwrap();
        for typed in [
            "8000",
            "٨٠٠٠",
            "۸۰۰۰",
            "８０００",
            "…8000",
            "138****8000",
            "尾号8000",
            "李娜 8000",
            "手机号：8000",
            "138 0013",
            "13800138000",
            "+86 138-0013-8000",
            "008613800138000",
        ] {
            assert!(OrderSearch::parse(typed).is_in_phone(&phone), "{typed:?}");
        }
        for typed in ["", "800", "8009", "Aygül 8000", "99999999999999999999"] {
            assert!(!OrderSearch::parse(typed).is_in_phone(&phone), "{typed:?}");
        }
        assert_eq!(OrderSearch::parse("١٣٨٠٠١٣٨٠٠٠").phone, Some(phone));
    }

    #[test]
    fn a_search_keeps_the_number_out_of_logs() {
        assert!(!format!("{:?}", OrderSearch::parse("13800138000")).contains("8000"));
    }
}
