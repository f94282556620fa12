//! Which letters a file is written in, and reading them piece by piece.

use domain::TableEncoding;
use encoding_rs::{Decoder, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Bytes in which a file without a mark is asked whether it is UTF-16.
const LOOK: u64 = 64 * 1024;

const fn rules(encoding: TableEncoding) -> &'static Encoding {
    match encoding {
        TableEncoding::Utf8 => UTF_8,
        TableEncoding::Utf16Le => UTF_16LE,
        TableEncoding::Utf16Be => UTF_16BE,
        TableEncoding::Gbk => GB18030,
        TableEncoding::Windows1252 => WINDOWS_1252,
    }
}

/// Finds out which letters a file is written in, as its bytes come by.
pub struct Sniffer {
    seen: u64,
    first: Vec<u8>,
    is_utf8: bool,
    cut: Vec<u8>,
    /// Zero bytes at even and at odd places.
    zeros: [u64; 2],
    last: u8,
    is_in_pair: bool,
    /// The two bytes before were the first half of a letter of four, if more follows.
    is_after_half: bool,
    /// Pairs as the common Chinese characters have them, and high bytes before a plain one.
    chinese: u64,
    alone: u64,
}

impl std::fmt::Debug for Sniffer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sniffer")
            .field("seen", &self.seen)
            .finish_non_exhaustive()
    }
}

impl Default for Sniffer {
    fn default() -> Self {
        Self {
            seen: 0,
            first: Vec::with_capacity(4),
            is_utf8: true,
            cut: Vec::with_capacity(4),
            zeros: [0; 2],
            last: 0,
            is_in_pair: false,
            is_after_half: false,
            chinese: 0,
            alone: 0,
        }
    }
}

impl Sniffer {
    /// Takes the next bytes.
    pub fn feed(&mut self, bytes: &[u8]) {
        let missing = 4 - self.first.len();
        self.first.extend(bytes.iter().take(missing));
        let looked = usize::try_from(LOOK.saturating_sub(self.seen)).unwrap_or(usize::MAX);
        for (at, byte) in (self.seen..).zip(bytes.iter().take(looked)) {
            if *byte == 0 {
                self.zeros[usize::from(at % 2 == 1)] += 1;
            }
        }
        self.seen += bytes.len() as u64;
        let was_utf8 = self.is_utf8;
        self.check_utf8(bytes);
        // What is UTF-8 so far is nearly all plain: pairs are asked from where it ends.
        if !was_utf8 || !self.is_utf8 {
            bytes.iter().for_each(|byte| self.pair(*byte));
        }
    }

    fn pair(&mut self, byte: u8) {
        if self.is_in_pair {
            self.is_in_pair = false;
            let is_common = (0xA1..=0xF7).contains(&self.last) && (0xA1..=0xFE).contains(&byte);
            // GB 18030 writes all other letters, Uyghur ones too, in four bytes: a high one and a digit, twice.
            let is_half = (0x81..=0xFE).contains(&self.last) && byte.is_ascii_digit();
            if is_common || (is_half && self.is_after_half) {
                self.chinese += 1;
                // The first half was not known to be one.
                self.alone -= u64::from(is_half);
            } else {
                self.alone += 1;
            }
            self.is_after_half = is_half && !self.is_after_half;
        } else if byte >= 0x80 {
            self.is_in_pair = true;
        } else {
            self.is_after_half = false;
        }
        self.last = byte;
    }

    /// A letter may be cut where a piece ends: its beginning waits in `cut`.
    fn check_utf8(&mut self, mut bytes: &[u8]) {
        while self.is_utf8 && !self.cut.is_empty() && !bytes.is_empty() {
            self.cut.push(bytes[0]);
            bytes = &bytes[1..];
            match std::str::from_utf8(&self.cut) {
                Ok(_) => self.cut.clear(),
                Err(error) => self.is_utf8 = error.error_len().is_none(),
            }
        }
        if !self.is_utf8 {
            return;
        }
        if let Err(error) = std::str::from_utf8(bytes) {
            self.is_utf8 = error.error_len().is_none();
            self.cut = bytes[error.valid_up_to()..].iter().copied().take(3).collect();
        }
    }

    /// What it is.
    pub fn finish(self) -> TableEncoding {
        match self.first.as_slice() {
            [0xEF, 0xBB, 0xBF, ..] => return TableEncoding::Utf8,
            [0xFF, 0xFE, ..] => return TableEncoding::Utf16Le,
            [0xFE, 0xFF, ..] => return TableEncoding::Utf16Be,
            _ => {}
        }
        let looked = self.seen.min(LOOK);
        let [even, odd] = self.zeros;
        // Digits, separators and line ends have a zero byte beside them, whatever the language.
        if odd * 10 > looked && even * 4 < odd {
            return TableEncoding::Utf16Le;
        }
        if even * 10 > looked && odd * 4 < even {
            return TableEncoding::Utf16Be;
        }
        if self.is_utf8 && self.cut.is_empty() {
            TableEncoding::Utf8
        } else if self.chinese >= self.alone {
            TableEncoding::Gbk
        } else {
            TableEncoding::Windows1252
        }
    }

    /// Whether there are bytes that no text has: the file is something else.
    pub fn is_binary(&self) -> bool {
        let [even, odd] = self.zeros;
        let is_marked = matches!(self.first.as_slice(), [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]);
        let is_one_sided = even * 4 < odd || odd * 4 < even;
        even + odd > 0 && !is_marked && !is_one_sided
    }
}

/// Reads letters piece by piece.
pub(crate) struct Letters(Decoder);

impl std::fmt::Debug for Letters {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0.encoding().name())
    }
}

impl Letters {
    /// A mark at the beginning is left out.
    pub fn of(encoding: TableEncoding) -> Self {
        Self(rules(encoding).new_decoder_with_bom_removal())
    }

    /// Appends what these bytes say. What cannot be read becomes U+FFFD.
    pub fn read(&mut self, mut bytes: &[u8], is_last: bool, text: &mut String) {
        loop {
            let room = self.0.max_utf8_buffer_length(bytes.len()).unwrap_or(bytes.len());
            text.reserve(room);
            let (result, read, _) = self.0.decode_to_string(bytes, text, is_last);
            bytes = &bytes[read..];
            if result == encoding_rs::CoderResult::InputEmpty {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sniffed(bytes: &[u8]) -> TableEncoding {
        let mut sniffer = Sniffer::default();
        for piece in bytes.chunks(3) {
            sniffer.feed(piece);
        }
        sniffer.finish()
    }

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn letters_are_known_with_and_without_a_mark() {
        let chinese = "名称,价格\r\n巴旦木,25.00\r\n";
        let spanish = "Artículo;Precio\r\nAlmendra pequeña;25,00\r\n";
        assert_eq!(sniffed(chinese.as_bytes()), TableEncoding::Utf8);
        assert_eq!(sniffed(b"\xEF\xBB\xBFname"), TableEncoding::Utf8);
        assert_eq!(sniffed(b"name,price\r\n"), TableEncoding::Utf8);
        assert_eq!(sniffed(&GB18030.encode(chinese).0), TableEncoding::Gbk);
        assert_eq!(sniffed(&WINDOWS_1252.encode(spanish).0), TableEncoding::Windows1252);
        assert_eq!(sniffed(&utf16(spanish, u16::to_le_bytes)), TableEncoding::Utf16Le);
        assert_eq!(sniffed(&utf16(spanish, u16::to_be_bytes)), TableEncoding::Utf16Be);
        assert_eq!(
            sniffed(&utf16(&format!("\u{FEFF}{chinese}"), u16::to_le_bytes)),
            TableEncoding::Utf16Le
        );
        assert_eq!(sniffed(b""), TableEncoding::Utf8);
        // A letter cut off at the end is no UTF-8.
        assert_ne!(
            sniffed(&chinese.as_bytes()[..chinese.len() - 9]),
            TableEncoding::Utf16Be
        );
    }

    #[test]
    fn chinese_windows_has_rare_and_uyghur_letters_too() {
        // Of the parts of GBK that GB 2312 has not; Uyghur in letters of four bytes; both with plain text between.
        for text in [
            "名称,价格\r\n朱镕基坚果,25\r\n",
            "نامى,باھاسى\r\nقوشۇق بادام,45.50\r\n",
            "名称,نامى\r\n巴旦木,بادام\r\n",
        ] {
            let bytes = GB18030.encode(text).0;
            assert_eq!(sniffed(&bytes), TableEncoding::Gbk, "{text}");
            let mut read = String::new();
            Letters::of(TableEncoding::Gbk).read(&bytes, true, &mut read);
            assert_eq!(read, text);
        }
        // As Chinese Windows itself writes it, where GB 18030 had the euro elsewhere.
        let mut read = String::new();
        Letters::of(TableEncoding::Gbk).read(b"\x80 \xB0\xCD\xB5\xA9\xC4\xBE", true, &mut read);
        assert_eq!(read, "€ 巴旦木");
        // Years and prices behind accents are no letters of four bytes.
        let spanish = "Año;Café;Ñ\r\n«2026»;12,50 €;º1 ª2\r\nMontaña;3 °C;€9\r\n";
        assert_eq!(sniffed(&WINDOWS_1252.encode(spanish).0), TableEncoding::Windows1252);
    }

    #[test]
    fn letters_cut_in_the_middle_are_put_together() {
        let text = "بادام 巴旦木 ñ";
        let mut read = String::new();
        let mut letters = Letters::of(TableEncoding::Utf8);
        let marked = format!("\u{FEFF}{text}");
        for byte in marked.bytes() {
            letters.read(&[byte], false, &mut read);
        }
        letters.read(&[], true, &mut read);
        assert_eq!(read, text);
    }
}
