//! A text of several paragraphs in one line: for search results, and beside shared links.

/// Most characters of a summary: what search engines show.
const MOST: usize = 155;
/// A sentence that is shorter than this says too little alone.
const LEAST: usize = 40;

/// As many whole sentences from the beginning of `text` as fit; of a first one that is too long its beginning.
pub(crate) fn summary(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let plain: Vec<char> = words
        .join(" ")
        .chars()
        .filter(|c| !c.is_control() && !is_mark_of_direction(*c))
        .collect();
    if plain.len() <= MOST {
        return plain.into_iter().collect();
    }
    let mut ends = (LEAST..=MOST).rev();
    if let Some(end) = ends.find(|end| ends_sentence(&plain, *end)) {
        return plain[..end].iter().collect();
    }
    let room = &plain[..MOST - 1];
    let end = room.iter().rposition(|c| *c == ' ').filter(|end| *end >= LEAST);
    let cut: String = room[..end.unwrap_or(room.len())].iter().collect();
    let cut = cut.trim_end_matches([' ', ',', ';', ':', '،', '؛', '，', '；', '：', '、']);
    format!("{cut}…")
}

/// Whether a sentence ends before the character of this number.
fn ends_sentence(text: &[char], end: usize) -> bool {
    match text[end - 1] {
        '。' | '！' | '？' => true,
        // A point inside of `2.5` ends nothing.
        '.' | '!' | '?' | '؟' => text.get(end).is_none_or(|next| *next == ' '),
        _ => false,
    }
}

/// Marks that turn a line round, which mean nothing outside of a page.
fn is_mark_of_direction(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_text_stays_whole_in_one_line() {
        assert_eq!(summary("  Dulces.\n\nDe 2.5 kg.  "), "Dulces. De 2.5 kg.");
        assert_eq!(summary(""), "");
        assert_eq!(summary("\u{202E}abc\u{0}"), "abc");
    }

    #[test]
    fn a_long_text_ends_with_a_sentence() {
        let first = "Nuestras almendras crecen junto al río y se secan al sol durante dos semanas, a 2.5 metros.";
        let text = format!("{first} {}", "Después las guardamos en sacos de tela ".repeat(9));
        assert_eq!(summary(&text), first);
        let first = "我们的巴旦木长在河边，每年九月采摘，在太阳下晒两个星期，然后装进布袋，放在阴凉的地方，慢慢吃到春天也不会变味。";
        let text = format!("{first}{}", "两个星期以后再装袋".repeat(30));
        assert_eq!(summary(&text), first);
    }

    #[test]
    fn a_sentence_without_end_is_cut_between_words() {
        let cut = summary(&"بادام دەرىخى، ".repeat(40));
        assert!(cut.ends_with("دەرىخى…"), "{cut}");
        assert!(cut.chars().count() <= MOST, "{cut}");
        // Chinese has no words apart.
        assert_eq!(summary(&"甜".repeat(400)).chars().count(), MOST);
    }
}
