//! The one reading of texts: what a merchant wrote and what is typed in a search go through the same functions, in any
//! of the scripts.
//!
//! A text is cut into runs of one script ([`cut`]). A word of letters has a [`key`](Token::key), in which Uyghur in Arabic
//! letters, in Latin ones with or without accents and in Cyrillic ones are the same; [`uyghur`] and [`latin`] take endings
//! off it. Chinese is cut into pairs of characters ([`chinese`]), since it has no spaces. [`amount`] reads weights.

pub mod amount;
pub mod chinese;
pub mod latin;
pub mod letters;
pub mod uyghur;

use l10n::uyghur::normalise;
use unicode_normalization::UnicodeNormalization;

/// What a run is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Script {
    /// Chinese characters.
    Han,
    Latin,
    Arabic,
    Cyrillic,
    /// Digits, with what stands between them in a number.
    Number,
}

/// A run of one script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub script: Script,
    /// Normalised, in small letters; Chinese in simplified characters.
    pub text: String,
    /// Whether it follows the one before it without a space.
    pub is_joined: bool,
}

impl Token {
    /// A word's letters under which it is compared; see [`letters::key`]. Chinese and numbers as they are.
    #[must_use]
    pub fn key(&self) -> String {
        match self.script {
            Script::Han | Script::Number => self.text.clone(),
            Script::Latin | Script::Arabic | Script::Cyrillic => letters::key(&self.text),
        }
    }

    /// Whether it is a word of letters.
    #[must_use]
    pub fn is_word(&self) -> bool {
        matches!(self.script, Script::Latin | Script::Arabic | Script::Cyrillic)
    }
}

/// Cuts a text into runs of one script. A word that goes on in digits (`B001`, `hong2zao3`) is one Latin run; digits that go
/// on in letters (`500g`) are two.
#[must_use]
pub fn cut(text: &str) -> Vec<Token> {
    let letters: Vec<char> = normalise(text)
        .nfkc()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            '\u{66B}' => '.',
            '\u{66C}' => ',',
            '’' | '‘' | 'ʼ' | '`' | '´' | 'ʻ' => '\'',
            _ => c,
        })
        .collect();
    let mut tokens: Vec<Token> = Vec::new();
    let mut was_part = false;
    for (place, &c) in letters.iter().enumerate() {
        let last = tokens.last_mut().filter(|_| was_part);
        let Some(script) = script_of(c) else {
            let belongs = last.is_some_and(|last| {
                let after = letters.get(place + 1).copied();
                let belongs = match last.script {
                    Script::Number => {
                        matches!(c, '.' | ',' | '/' | '\u{2044}') && after.is_some_and(|c| c.is_ascii_digit())
                    }
                    Script::Han => false,
                    _ => is_mark(c) || (c == '\'' && after.is_some_and(char::is_alphabetic)),
                };
                if belongs {
                    last.text.push(c);
                }
                belongs
            });
            was_part = belongs;
            continue;
        };
        let c = chinese::simplified(c);
        match last {
            Some(last) if last.script == script || goes_on(last.script, script) => last.text.push(c),
            last => {
                let is_joined = last.is_some();
                tokens.push(Token {
                    script,
                    text: c.to_string(),
                    is_joined,
                });
            }
        }
        was_part = true;
    }
    bind_without(&mut tokens);
    for token in &mut tokens {
        if token.script == Script::Latin
            && let Some(syllables) = chinese::without_tones(&token.text)
        {
            token.text = syllables;
        }
    }
    tokens
}

/// What is without something is one word with it: a text that says `sin prisa` and `azúcar` is not one about `sin azúcar`.
fn bind_without(tokens: &mut Vec<Token>) {
    let mut place = 0;
    while place + 1 < tokens.len() {
        let is_without = matches!(tokens[place].text.as_str(), "sin" | "without");
        if is_without && tokens[place + 1].script == Script::Latin {
            let what = tokens.remove(place + 1);
            tokens[place].text = format!("sin {}", what.text);
        }
        place += 1;
    }
}

/// Whether a digit belongs to the letters before it.
fn goes_on(before: Script, after: Script) -> bool {
    before == Script::Latin && after == Script::Number
}

/// Accents that stand by themselves, and marks of Arabic letters.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{64B}'..='\u{65F}' | '\u{674}')
}

fn script_of(c: char) -> Option<Script> {
    Some(match c {
        '0'..='9' => Script::Number,
        '\u{3007}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' => Script::Han,
        '\u{400}'..='\u{52F}' => Script::Cyrillic,
        '\u{620}'..='\u{64A}' | '\u{66E}'..='\u{6D3}' | '\u{6D5}' => Script::Arabic,
        _ if c.is_alphabetic() => Script::Latin,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs(text: &str) -> Vec<String> {
        cut(text).into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn a_text_is_cut_where_the_script_changes() {
        assert_eq!(runs("有机巴旦木500g, Miel"), ["有机巴旦木", "500", "g", "miel"]);
        assert_eq!(runs("بادام ٥٠٠گرام"), ["بادام", "500", "گرام"]);
        assert_eq!(runs("２斤紅棗"), ["2", "斤红枣"]);
        assert_eq!(runs("badam礼盒"), ["badam", "礼盒"]);
        assert_eq!(runs("1,5 kg; 1/2 kilo"), ["1,5", "kg", "1/2", "kilo"]);
        assert_eq!(runs("B001 hóngzǎo hong2zao3"), ["b001", "hóngzǎo", "hongzao"]);
        assert!(cut("badam礼盒")[1].is_joined && !cut("badam 礼盒")[1].is_joined);
    }

    #[test]
    fn uyghur_is_one_in_all_scripts() {
        for word in ["بادام", "Badam", "бадам", "ﺑﺎﺩﺍﻡ", "بــادام", "bädam"] {
            let keys: Vec<String> = cut(word).iter().map(Token::key).collect();
            let expected = if word == "bädam" { "bedam" } else { "badam" };
            assert_eq!(keys, [expected], "{word}");
        }
        let key = |word: &str| cut(word)[0].key();
        for word in ["ئۆرۈك", "öruk", "oruk", "örük", "өрүк", "اۆرۈک"] {
            assert_eq!(key(word), "oruk", "{word}");
        }
        for word in ["چىلان", "chilan", "çilan", "чилан", "چیلان", "چيلان"] {
            assert_eq!(key(word), "Cilan", "{word}");
        }
        for word in ["ھەسەل", "ههسهل", "ھهسهل", "hesel"] {
            assert_eq!(key(word), "hesel", "{word}");
        }
        for word in ["ياڭاق", "yangaq", "yaŋaq", "яңақ", "ىاڭاق", "یاڭاق"] {
            assert_eq!(key(word), "yaNaq", "{word}");
        }
    }
}
