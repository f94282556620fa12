//! Pictures: what a cooperative uploads comes in as JPEG, PNG or WebP and leaves as some small files of our own.
//!
//! Everything here works on bytes in memory and blocks the thread; where files lie, who may upload and how many
//! pictures are worked on at once is the server's business. Run [`ingest`] off the async threads: a picture takes a
//! few hundred milliseconds, the largest ones some seconds and 200 MB for that time.
//!
//! [`crop`] makes another picture of a part of one, of an [`Original`] where one is kept.
//!
//! A picture is always written anew from its pixels, so nothing else of the upload survives: no EXIF with the
//! orchard's coordinates, no colour profile, no script behind the last byte.

mod container;
mod decode;
mod drawing;
mod encode;
mod error;
mod file_name;
mod preview;
mod scale;

use image::RgbImage;
use sha2::{Digest, Sha256};

pub use drawing::{ingest_svg, rasterise, svg_size};
pub use error::MediaError;
pub use file_name::{file_name, is_file_name, parse_file_name};
pub use preview::preview;

/// Widths a picture is made in, in pixels, for phones of 320 to 430 points with one to three pixels each: a thumbnail, a card two
/// abreast, a picture across the page.
pub const WIDTHS: [u32; 8] = [160, 240, 320, 360, 480, 640, 800, 1200];

/// Those that are made as JPEG as well: the few browsers that need it choose no size. The release before knows these only, in
/// both formats.
const JPEG_WIDTHS: [u32; 3] = [320, 640, 1200];

/// Longest upload, in bytes.
pub const MAX_BYTES: usize = 25 * 1024 * 1024;

/// Longest side of an upload, in pixels: a panorama is longer than a photograph.
pub const MAX_SIDE: u32 = 12_000;

/// Pixels of an upload: 8192 × 6144, which phones sell as 50 megapixels.
pub const MAX_PIXELS: u64 = 8192 * 6144;

/// Shortest side of an upload, in pixels: below this a picture is an icon or a mistake.
pub const MIN_SIDE: u32 = 200;

/// The two kinds of file we write: WebP for the browsers of the last years, JPEG for the others and for messengers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    Webp,
    Jpeg,
}

impl Format {
    /// Both, in the order a `<picture>` offers them.
    pub const ALL: [Self; 2] = [Self::Webp, Self::Jpeg];

    /// The widths this kind of file is made in, narrowest first.
    #[must_use]
    pub const fn widths(self) -> &'static [u32] {
        match self {
            Self::Webp => &WIDTHS,
            Self::Jpeg => &JPEG_WIDTHS,
        }
    }

    /// End of the file name, without the dot.
    #[must_use]
    pub const fn ext(self) -> &'static str {
        match self {
            Self::Webp => "webp",
            Self::Jpeg => "jpg",
        }
    }

    /// The only `Content-Type` such a file is served with.
    #[must_use]
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Webp => "image/webp",
            Self::Jpeg => "image/jpeg",
        }
    }
}

/// One picture in all its sizes.
#[derive(Clone, Debug)]
pub struct Ingested {
    /// Names the picture: see [`sha_of`].
    pub sha: String,
    /// Width of the source in pixels, as a viewer holds it (after the camera's rotation).
    pub width: u32,
    /// Height of the source in pixels, likewise.
    pub height: u32,
    /// One file per [`Format`] and each of its [widths](Format::widths), narrowest first.
    pub files: Vec<Rendition>,
}

/// One file of a picture.
#[derive(Clone, Debug)]
pub struct Rendition {
    /// The width it is asked for by, one of its format's [widths](Format::widths). A source that is narrower gives the pixels it has.
    pub width: u32,
    pub format: Format,
    pub bytes: Vec<u8>,
}

/// What a picture is called: the first 32 hex digits of the SHA-256 of its source bytes. The same source gives the
/// same name, so a picture whose files are there already need not be worked on again.
#[must_use]
pub fn sha_of(source: &[u8]) -> String {
    let mut digits = hex::encode(Sha256::digest(source));
    digits.truncate(file_name::SHA_LEN);
    digits
}

/// Whether an upload that begins like this may be a picture; more than its first bytes are not looked at.
///
/// # Errors
/// [`MediaError::NotAPicture`] or [`MediaError::Heic`].
pub fn looks_like_a_picture(beginning: &[u8]) -> Result<(), MediaError> {
    container::kind_or_why(beginning).map(|_| ())
}

/// Whether a picture can be of this size. One that is too thin is said to be so, however long it is: making it smaller mends
/// nothing.
pub(crate) fn check_size(width: u32, height: u32) -> Result<(), MediaError> {
    if width.min(height) < MIN_SIDE {
        return Err(MediaError::TooSmall { width, height });
    }
    if width.max(height) > MAX_SIDE || u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(MediaError::TooLarge { width, height });
    }
    Ok(())
}

/// Turns an upload into the files we serve.
///
/// # Errors
/// Every [`MediaError`] but [`MediaError::Drawing`]: too many bytes, not a JPEG, PNG or WebP by its first bytes,
/// sides out of bounds, too much memory to decode, damaged or cut short.
pub fn ingest(bytes: &[u8]) -> Result<Ingested, MediaError> {
    let picture = decode::decode(bytes)?;
    let (width, height) = picture.size();
    let files = render(picture.into_rgb(), |_, _| true)?;
    Ok(Ingested {
        sha: sha_of(bytes),
        width,
        height,
        files,
    })
}

/// What other pictures can be cut from later: an upload as it came, upright, but for what is too much of a large photograph. Like
/// every file of ours it is written anew from its pixels: it does not say where it was taken.
#[derive(Clone, Debug)]
pub struct Original {
    /// Names the file: [`sha_of`] its own bytes.
    pub sha: String,
    /// Width of the file in pixels.
    pub width: u32,
    /// Height of the file in pixels.
    pub height: u32,
    /// The file, a JPEG.
    pub bytes: Vec<u8>,
}

/// Turns an upload into the files we serve, and into the one that others are cut from later.
///
/// # Errors
/// As [`ingest`].
pub fn ingest_keeping(bytes: &[u8]) -> Result<(Ingested, Original), MediaError> {
    let picture = decode::decode(bytes)?;
    let (width, height) = picture.size();
    let pixels = picture.into_original();
    let original = original_of(encode::original(&pixels)?, pixels.dimensions());
    let picture = Ingested {
        sha: sha_of(bytes),
        width,
        height,
        files: render(pixels, |_, _| true)?,
    };
    Ok((picture, original))
}

/// One of our own JPEG files as what others are cut from later.
#[must_use]
pub fn original_of(bytes: Vec<u8>, (width, height): (u32, u32)) -> Original {
    Original {
        sha: sha_of(&bytes),
        width,
        height,
        bytes,
    }
}

/// A part of a picture, in its pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    pub left: u32,
    pub top: u32,
    pub width: u32,
    pub height: u32,
}

/// A new picture of a part of one of our own files, as upright as that is. It is named after the file and the part: the same
/// part of the same file is the same picture.
///
/// # Errors
/// As [`ingest`]; [`MediaError::TooSmall`] when less than [`MIN_SIDE`] pixels of a side lie in the picture.
pub fn crop(file: &[u8], area: Area) -> Result<Ingested, MediaError> {
    let picture = decode::decode(file)?.into_whole();
    let width = area.width.min(picture.width().saturating_sub(area.left));
    let height = area.height.min(picture.height().saturating_sub(area.top));
    if width.min(height) < MIN_SIDE {
        return Err(MediaError::TooSmall { width, height });
    }
    let part = image::imageops::crop_imm(&picture, area.left, area.top, width, height).to_image();
    let mut source = file.to_vec();
    for side in [area.left, area.top, width, height] {
        source.extend_from_slice(&side.to_be_bytes());
    }
    Ok(Ingested {
        sha: sha_of(&source),
        width,
        height,
        files: render(part, |_, _| true)?,
    })
}

/// The sizes that a picture has not got which was made when there were fewer: of its widest file, those for which `is_missing`
/// says so.
///
/// # Errors
/// As [`ingest`]; [`MediaError::TooSmall`] when a side of the file is shorter than [`MIN_SIDE`].
pub fn missing_sizes(file: &[u8], is_missing: impl Fn(u32, Format) -> bool) -> Result<Vec<Rendition>, MediaError> {
    render(decode::decode(file)?.into_rgb(), is_missing)
}

/// The sizes of a picture that are wanted. Each width is made from the next wider one, which costs a fraction of starting over.
fn render(picture: RgbImage, is_wanted: impl Fn(u32, Format) -> bool) -> Result<Vec<Rendition>, MediaError> {
    let mut files = Vec::new();
    let source = picture.dimensions();
    let mut pixels = picture;
    // Of each format the file made last, and how wide it is: a source too narrow for the wider names has the same file under
    // each of them.
    let mut made: [Option<(u32, Vec<u8>)>; 2] = [None, None];
    for width in WIDTHS.into_iter().rev() {
        let reachable = width.min(pixels.width());
        pixels = scale::to_size(pixels, scale::at_width(source, reachable));
        for (format, made) in Format::ALL.into_iter().zip(&mut made) {
            if !format.widths().contains(&width) || !is_wanted(width, format) {
                continue;
            }
            let bytes = match made {
                Some((known, bytes)) if *known == reachable => bytes.clone(),
                _ => match format {
                    Format::Webp => encode::webp(&pixels, width)?,
                    Format::Jpeg => encode::jpeg(&pixels)?,
                },
            };
            *made = Some((reachable, bytes.clone()));
            files.push(Rendition { width, format, bytes });
        }
    }
    files.sort_by_key(|file| file.width);
    Ok(files)
}
