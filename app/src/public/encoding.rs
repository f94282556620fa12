//! Compressing a page as the browser asks for it.

use std::io::{Read, Write};

use axum::http::{HeaderMap, HeaderValue, header};

/// How the bytes of a page are packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Brotli,
    Zstd,
    Gzip,
    Plain,
}

/// Fast ones, for a page somebody waits for.
const ZSTD: i32 = 3;
const GZIP: u32 = 5;
const BROTLI: u32 = 4;
/// For a page that is asked for again.
const BROTLI_WELL: u32 = 9;
const WINDOW: u32 = 20;
const BUFFER: usize = 16 * 1024;

impl Encoding {
    /// The name in `Content-Encoding`.
    pub fn name(self) -> Option<HeaderValue> {
        let name = match self {
            Self::Brotli => "br",
            Self::Zstd => "zstd",
            Self::Gzip => "gzip",
            Self::Plain => return None,
        };
        Some(HeaderValue::from_static(name))
    }

    /// The end of a tag: bytes packed differently are another representation.
    pub fn mark(self) -> &'static str {
        match self {
            Self::Brotli => "-b",
            Self::Zstd => "-z",
            Self::Gzip => "-g",
            Self::Plain => "",
        }
    }

    /// Packs a page quickly.
    pub fn pack(self, html: &[u8]) -> std::io::Result<Vec<u8>> {
        match self {
            Self::Brotli => brotli(html, BROTLI),
            Self::Zstd => zstd::bulk::compress(html, ZSTD),
            Self::Gzip => {
                let mut writer =
                    flate2::write::GzEncoder::new(Vec::with_capacity(html.len() / 4), flate2::Compression::new(GZIP));
                writer.write_all(html)?;
                writer.finish()
            }
            Self::Plain => Ok(html.to_vec()),
        }
    }

    pub fn unpack(self, packed: &[u8]) -> std::io::Result<Vec<u8>> {
        let mut html = Vec::new();
        match self {
            Self::Brotli => brotli::Decompressor::new(packed, BUFFER).read_to_end(&mut html)?,
            Self::Zstd => return zstd::stream::decode_all(packed),
            Self::Gzip => flate2::read::GzDecoder::new(packed).read_to_end(&mut html)?,
            Self::Plain => return Ok(packed.to_vec()),
        };
        Ok(html)
    }
}

/// Packs a page small.
pub(super) fn pack_well(html: &[u8]) -> std::io::Result<Vec<u8>> {
    brotli(html, BROTLI_WELL)
}

fn brotli(html: &[u8], quality: u32) -> std::io::Result<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::with_capacity(html.len() / 4), BUFFER, quality, WINDOW);
    writer.write_all(html)?;
    writer.flush()?;
    Ok(writer.into_inner())
}

/// What a browser takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Accepted {
    pub brotli: bool,
    pub zstd: bool,
    pub gzip: bool,
}

impl Accepted {
    /// Reads `Accept-Encoding`. Weights only say whether something is taken at all: all browsers like the smallest best.
    pub fn by(headers: &HeaderMap) -> Self {
        let mut accepted = Self::default();
        let values = headers.get_all(header::ACCEPT_ENCODING).iter();
        for item in values.filter_map(|v| v.to_str().ok()).flat_map(|v| v.split(',')) {
            let (name, weight) = item.split_once(';').unwrap_or((item, ""));
            let refused = weight
                .trim()
                .strip_prefix("q=")
                .and_then(|q| q.trim().parse::<f32>().ok())
                .is_some_and(|q| q <= 0.0);
            let name = name.trim();
            if name.eq_ignore_ascii_case("br") {
                accepted.brotli = !refused;
            } else if name.eq_ignore_ascii_case("zstd") {
                accepted.zstd = !refused;
            } else if name == "*" {
                accepted.gzip |= !refused;
            } else if name.eq_ignore_ascii_case("gzip") || name.eq_ignore_ascii_case("x-gzip") {
                accepted.gzip = !refused;
            }
        }
        accepted
    }

    /// What is made first, while somebody waits.
    pub fn quickest(self) -> Encoding {
        if self.zstd {
            Encoding::Zstd
        } else if self.gzip {
            Encoding::Gzip
        } else if self.brotli {
            Encoding::Brotli
        } else {
            Encoding::Plain
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    fn accepted(value: &'static str) -> Accepted {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(value));
        Accepted::by(&headers)
    }

    #[test]
    fn what_a_browser_takes_is_read_with_its_weights() {
        let all = accepted("gzip, deflate, br, zstd");
        assert!(all.brotli && all.zstd && all.gzip);
        assert_eq!(all.quickest(), Encoding::Zstd);
        assert_eq!(accepted("gzip, deflate, br").quickest(), Encoding::Gzip);
        assert_eq!(accepted("BR;q=1.0, gzip;q=0").quickest(), Encoding::Brotli);
        for nothing in ["", "identity", "gzip;q=0, br; q=0.000", "*;q=0", "gzippy"] {
            assert_eq!(accepted(nothing).quickest(), Encoding::Plain, "{nothing}");
        }
    }

    #[test]
    fn what_is_packed_is_unpacked_again() {
        let html = "<p>بادام 巴旦木 almendras</p>".repeat(500).into_bytes();
        for encoding in [Encoding::Brotli, Encoding::Zstd, Encoding::Gzip, Encoding::Plain] {
            let packed = encoding.pack(&html).unwrap();
            assert_eq!(encoding.unpack(&packed).unwrap(), html, "{encoding:?}");
            assert!(encoding == Encoding::Plain || packed.len() < html.len() / 10);
        }
        assert_eq!(Encoding::Brotli.unpack(&pack_well(&html).unwrap()).unwrap(), html);
    }
}
