//! Texts on their way to translators and back: XLIFF 1.2 (OASIS, <https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html>).
//! Nothing is expanded: a file that declares entities, or uses one that is not XML's own, is refused.

use std::borrow::Cow;

use domain::{Locale, MAX_TABLE_ROWS, TableRefusal};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use quick_xml::Reader;
use quick_xml::escape::escape;
use quick_xml::events::{BytesRef, BytesStart, Event};

/// Deepest an element may stand; a unit of ours stands four deep.
const MAX_DEPTH: usize = 64;
/// Bytes from the beginning by which it is known; a declaration is shorter.
const LOOK: usize = 256;

/// A text to be translated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// What it is; comes back as it went.
    pub id: String,
    /// The text in its own language.
    pub source: String,
    /// An older translation; empty when there is none.
    pub target: String,
    /// What a translator is told of it. Not read again.
    pub notes: Vec<String>,
}

/// A text that comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TranslatedUnit {
    /// The language it was translated from, and into.
    pub languages: (Locale, Locale),
    /// It.
    pub unit: Unit,
    /// Whoever translated it calls it done, as it stands.
    pub is_final: bool,
}

/// States of a translation that is done; anything else, and none, says nothing.
const FINAL: [&str; 3] = ["final", "signed-off", "translated"];

/// Whether the file begins as XML of translators does.
pub fn is_xliff(first: &[u8]) -> bool {
    let encoding = encoding_of(first).unwrap_or(UTF_8);
    let (text, ..) = encoding.decode(&first[..first.len().min(LOOK)]);
    let text = text.trim_start();
    ["<?xml", "<xliff", "<!DOCTYPE xliff"]
        .iter()
        .any(|start| text.starts_with(start))
}

/// How its letters are written: by its mark, by how its first sign stands there, by what it says of itself. Nothing for letters
/// that nobody knows.
fn encoding_of(bytes: &[u8]) -> Option<&'static Encoding> {
    if let Some((marked, _)) = Encoding::for_bom(bytes) {
        return Some(marked);
    }
    match bytes {
        [b'<', 0, ..] => Some(UTF_16LE),
        [0, b'<', ..] => Some(UTF_16BE),
        _ => match declared(bytes) {
            // Whoever says UTF-16 in single bytes has changed the letters and left the declaration.
            Some(label) => Encoding::for_label(label.as_bytes()).map(Encoding::output_encoding),
            None => Some(UTF_8),
        },
    }
}

/// `windows-1252` of `<?xml version="1.0" encoding="windows-1252"?>`.
fn declared(bytes: &[u8]) -> Option<&str> {
    let first = bytes[..bytes.len().min(LOOK)]
        .trim_ascii_start()
        .strip_prefix(b"<?xml")?;
    let end = first.windows(2).position(|two| two == b"?>")?;
    let (_, rest) = std::str::from_utf8(&first[..end]).ok()?.split_once("encoding")?;
    let rest = rest.trim_start().strip_prefix('=')?.trim_start();
    let mut parts = rest.split(rest.chars().next().filter(|quote| matches!(quote, '"' | '\''))?);
    parts.nth(1)
}

/// Its text, without a mark at the beginning.
fn text_of(bytes: &[u8]) -> Result<Cow<'_, str>, TableRefusal> {
    let (text, _, is_broken) = encoding_of(bytes).ok_or(TableRefusal::Damaged)?.decode(bytes);
    if is_broken {
        Err(TableRefusal::Damaged)
    } else {
        Ok(text)
    }
}

/// Writes the units, grouped by the language they are in, to be translated into `target`. A file without any says that there
/// are none.
pub fn write_xliff(name: &str, target: Locale, files: &[(Locale, Vec<Unit>)]) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n",
    );
    let other = if target == Locale::Zh { Locale::Ug } else { Locale::Zh };
    let nothing = [(other, Vec::new())];
    let files = if files.is_empty() { &nothing[..] } else { files };
    for (source, units) in files {
        out.push_str(&format!(
            "  <file original=\"{}\" source-language=\"{}\" target-language=\"{}\" datatype=\"plaintext\">\n    <body>\n",
            written(name),
            source.bcp47(),
            target.bcp47(),
        ));
        for unit in units {
            let state = if unit.target.is_empty() {
                "needs-translation"
            } else {
                "needs-adaptation"
            };
            out.push_str(&format!(
                "      <trans-unit id=\"{}\" xml:space=\"preserve\">\n        <source>{}</source>\n        \
                 <target state=\"{state}\">{}</target>\n",
                written(&unit.id),
                written(&unit.source),
                written(&unit.target),
            ));
            for note in &unit.notes {
                out.push_str(&format!("        <note>{}</note>\n", written(note)));
            }
            out.push_str("      </trans-unit>\n");
        }
        out.push_str("    </body>\n  </file>\n");
    }
    out.push_str("</xliff>\n");
    out
}

/// As XML takes it: without the signs that it has no way to write.
fn written(text: &str) -> String {
    let plain: String = text
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .filter(|c| !matches!(c, '\u{FFFE}' | '\u{FFFF}'))
        .collect();
    escape(plain).into_owned()
}

/// Reads all units with their translations.
///
/// # Errors
/// When it is no such file, or for other languages than the shop's.
pub fn read_xliff(bytes: &[u8]) -> Result<Vec<TranslatedUnit>, TableRefusal> {
    let text = text_of(bytes)?;
    let mut xml = Reader::from_str(&text);
    xml.config_mut().expand_empty_elements = true;
    let mut read = Read::default();
    loop {
        match xml.read_event().map_err(|_| TableRefusal::Damaged)? {
            Event::Start(tag) => read.begin(&tag)?,
            Event::End(_) => read.end()?,
            Event::Text(text) => read.text(&text.decode().map_err(|_| TableRefusal::Damaged)?),
            Event::CData(text) => read.text(&text.decode().map_err(|_| TableRefusal::Damaged)?),
            Event::GeneralRef(reference) => read.text(&letter_of(&reference)?),
            Event::DocType(_) => return Err(TableRefusal::XmlEntities),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            Event::Eof => break,
        }
    }
    if !read.open.is_empty() {
        return Err(TableRefusal::Damaged);
    }
    if !read.has_root {
        return Err(TableRefusal::NotXliff);
    }
    Ok(read.units)
}

/// What is known while it is read.
#[derive(Debug, Default)]
struct Read {
    /// The elements one is in.
    open: Vec<String>,
    has_root: bool,
    languages: Option<(Locale, Locale)>,
    unit: Option<Unit>,
    is_final: bool,
    units: Vec<TranslatedUnit>,
}

impl Read {
    fn begin(&mut self, tag: &BytesStart<'_>) -> Result<(), TableRefusal> {
        let name = String::from_utf8_lossy(tag.local_name().as_ref()).into_owned();
        if self.open.is_empty() {
            let is_known = name == "xliff" && value(tag, "version")?.starts_with("1.");
            if self.has_root || !is_known {
                return Err(TableRefusal::NotXliff);
            }
            self.has_root = true;
        }
        if self.open.len() >= MAX_DEPTH {
            return Err(TableRefusal::Damaged);
        }
        match name.as_str() {
            "file" => {
                let languages =
                    language(&value(tag, "source-language")?).zip(language(&value(tag, "target-language")?));
                let languages = languages.filter(|(source, target)| source != target);
                self.languages = Some(languages.ok_or(TableRefusal::OtherLanguage)?);
            }
            // Its own, and not that of another proposal.
            "target" if self.open.last().is_some_and(|above| above == "trans-unit") => {
                self.is_final = FINAL.contains(&value(tag, "state")?.as_str());
            }
            "trans-unit" => {
                self.is_final = false;
                self.unit = Some(Unit {
                    id: value(tag, "id")?,
                    source: String::new(),
                    target: String::new(),
                    notes: Vec::new(),
                });
            }
            _ => {}
        }
        self.open.push(name);
        Ok(())
    }

    fn end(&mut self) -> Result<(), TableRefusal> {
        let name = self.open.pop().unwrap_or_default();
        if name == "trans-unit"
            && let Some((unit, languages)) = self.unit.take().zip(self.languages)
        {
            let is_final = self.is_final;
            self.units.push(TranslatedUnit {
                languages,
                unit,
                is_final,
            });
            if self.units.len() as u64 > MAX_TABLE_ROWS {
                return Err(TableRefusal::TooManyRows);
            }
        }
        Ok(())
    }

    /// Text counts where it stands in the unit's own source or target, also within marks there; not in other proposals.
    fn text(&mut self, text: &str) {
        let unit_at = self.open.iter().position(|name| name == "trans-unit");
        let place = unit_at.and_then(|at| self.open.get(at + 1));
        if let (Some(unit), Some(place)) = (&mut self.unit, place) {
            match place.as_str() {
                "source" => unit.source.push_str(text),
                "target" => unit.target.push_str(text),
                _ => {}
            }
        }
    }
}

fn value(tag: &BytesStart<'_>, name: &str) -> Result<String, TableRefusal> {
    let found = tag.try_get_attribute(name).map_err(|_| TableRefusal::Damaged)?;
    // Ours have nothing in them that XML writes otherwise.
    Ok(found.map_or_else(String::new, |found| String::from_utf8_lossy(&found.value).into_owned()))
}

/// A language of the shop by its tag, such as `zh-CN`; Chinese in traditional letters is none of them.
fn language(tag: &str) -> Option<Locale> {
    let tag = tag.to_ascii_lowercase().replace('_', "-");
    let is_other = ["hant", "tw", "hk", "mo", "latn", "cyrl"]
        .iter()
        .any(|part| tag.split('-').skip(1).any(|piece| piece == *part));
    Locale::from_code(tag.split('-').next()?).filter(|_| !is_other)
}

fn letter_of(reference: &BytesRef<'_>) -> Result<String, TableRefusal> {
    if let Some(letter) = reference.resolve_char_ref().map_err(|_| TableRefusal::Damaged)? {
        return Ok(letter.to_string());
    }
    let name = reference.decode().map_err(|_| TableRefusal::Damaged)?;
    let letter = match &*name {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        "apos" => "'",
        _ => return Err(TableRefusal::XmlEntities),
    };
    Ok(letter.to_owned())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    fn unit(id: &str, source: &str, target: &str) -> Unit {
        Unit {
            id: id.to_owned(),
            source: source.to_owned(),
            target: target.to_owned(),
            notes: Vec::new(),
        }
    }

    fn wrapped(unit: &str) -> String {
        format!(
            "<xliff version=\"1.2\"><file source-language=\"ug\" target-language=\"es-MX\"><body><group>{unit}</group></body></file></xliff>"
        )
    }

    #[test]
    fn what_is_written_is_read_again() {
        let units = vec![
            unit("product-7-name", "بادام <\"&'> ]]>", ""),
            unit("product-7-description", "bir\nikki\tüch", "uno\ndos"),
        ];
        let file = write_xliff(
            "Bazar",
            Locale::Zh,
            &[(Locale::Ug, units.clone()), (Locale::Es, vec![])],
        );
        assert!(is_xliff(file.as_bytes()));
        let read = read_xliff(file.as_bytes()).unwrap();
        let expected: Vec<TranslatedUnit> = units
            .into_iter()
            .map(|unit| TranslatedUnit {
                languages: (Locale::Ug, Locale::Zh),
                unit,
                is_final: false,
            })
            .collect();
        assert_eq!(read, expected);
    }

    #[test]
    fn what_a_translator_is_told_stands_beside_the_text_and_is_not_read_again() {
        let plain = unit("product-7-name", "بادام", "");
        let noted = Unit {
            notes: vec!["بادام = almendra".to_owned(), "<&>".to_owned()],
            ..plain.clone()
        };
        let file = write_xliff("Bazar", Locale::Es, &[(Locale::Ug, vec![noted])]);
        let notes =
            "</target>\n        <note>بادام = almendra</note>\n        <note>&lt;&amp;&gt;</note>\n      </trans-unit>";
        assert!(file.contains(notes), "{file}");
        assert_eq!(read_xliff(file.as_bytes()).unwrap()[0].unit, plain);
    }

    #[test]
    fn a_file_with_nothing_in_it_is_still_one() {
        for target in Locale::BUILT_IN {
            let file = write_xliff("Bazar", target, &[]);
            assert!(file.contains("<file ") && file.contains("</body>"), "{file}");
            assert_eq!(read_xliff(file.as_bytes()), Ok(Vec::new()));
        }
    }

    #[test]
    fn letters_are_read_as_the_file_has_them() {
        let utf16 =
            |text: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> { text.encode_utf16().flat_map(bytes).collect() };
        let body = wrapped("<trans-unit id=\"a\"><source>بادام</source><target>Ñame</target></trans-unit>");
        let said = |encoding: &str, body: &str| format!("<?xml version='1.0' encoding='{encoding}'?>{body}");
        let marked = format!("\u{FEFF}{}", said("UTF-16", &body));
        for (what, file) in [
            ("marked, little end first", utf16(&marked, u16::to_le_bytes)),
            ("marked, big end first", utf16(&marked, u16::to_be_bytes)),
            ("without a mark", utf16(&said("UTF-16LE", &body), u16::to_le_bytes)),
            ("UTF-8 with a mark", format!("\u{FEFF}{body}").into_bytes()),
            ("its declaration left over", said("UTF-16", &body).into_bytes()),
        ] {
            assert!(is_xliff(&file), "{what}");
            let read = read_xliff(&file).unwrap();
            assert_eq!(read[0].unit, unit("a", "بادام", "Ñame"), "{what}");
        }
        let plain = wrapped("<trans-unit id=\"a\"><source>x</source><target>Ñame</target></trans-unit>");
        let western = said("windows-1252", &plain);
        let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(&western);
        assert_eq!(read_xliff(&bytes).unwrap()[0].unit.target, "Ñame");
        let unknown = said("klingon", &plain);
        assert!(is_xliff(unknown.as_bytes()));
        assert_eq!(read_xliff(unknown.as_bytes()), Err(TableRefusal::Damaged));
        assert_eq!(read_xliff(&bytes[..bytes.len() - 3]), Err(TableRefusal::Damaged));
    }

    #[test]
    fn marks_are_read_through_and_other_proposals_are_not() {
        let file = wrapped(
            "<trans-unit id=\"a\"><source>x</source><target state=\"final\">Miel <g id=\"1\">pu&#x72;a</g><x id=\"2\"/> \
             &amp; <![CDATA[<b>]]></target><note>no</note><alt-trans><target>otra</target></alt-trans></trans-unit>",
        );
        let read = read_xliff(file.as_bytes()).unwrap();
        assert_eq!(read[0].unit, unit("a", "x", "Miel pura & <b>"));
        assert!(read[0].is_final, "the state of its own target");
        assert_eq!(read[0].languages, (Locale::Ug, Locale::Es));
    }

    #[test]
    fn what_is_no_such_file_is_refused_for_its_reason() {
        let bomb = "<?xml version=\"1.0\"?><!DOCTYPE xliff [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><xliff version=\"1.2\"/>";
        let outside = wrapped("<trans-unit id=\"a\"><target>&secret;</target></trans-unit>");
        let nested = |depth: usize| {
            format!(
                "<xliff version=\"1.2\">{}{}</xliff>",
                "<a>".repeat(depth),
                "</a>".repeat(depth)
            )
        };
        // Whole but for how deep it goes.
        assert_eq!(read_xliff(nested(MAX_DEPTH - 1).as_bytes()), Ok(Vec::new()));
        let deep = nested(MAX_DEPTH);
        let other = wrapped("").replace("es-MX", "fr");
        let same = wrapped("").replace("es-MX", "ug");
        for (file, refusal) in [
            (bomb, TableRefusal::XmlEntities),
            (outside.as_str(), TableRefusal::XmlEntities),
            ("<xliff version=\"1.2\"><file", TableRefusal::Damaged),
            ("<xliff version=\"1.2\"></file>", TableRefusal::Damaged),
            ("<xliff version=\"1.2\">", TableRefusal::Damaged),
            (deep.as_str(), TableRefusal::Damaged),
            ("<?xml version=\"1.0\"?><html/>", TableRefusal::NotXliff),
            ("<xliff version=\"2.0\"/>", TableRefusal::NotXliff),
            ("<?xml version=\"1.0\"?>", TableRefusal::NotXliff),
            (other.as_str(), TableRefusal::OtherLanguage),
            (same.as_str(), TableRefusal::OtherLanguage),
        ] {
            assert_eq!(read_xliff(file.as_bytes()), Err(refusal), "{file}");
        }
        assert!(!is_xliff("name,price\n".as_bytes()));
    }
}
