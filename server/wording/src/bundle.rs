//! Files of texts as one, to send them to somebody.

use std::collections::BTreeMap;
use std::io::{self, Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A ZIP archive of files, each by its folder and name (`ug/cart.ftl`).
///
/// # Errors
/// When there are more files than an archive has room for.
pub fn bundle(files: &BTreeMap<String, String>) -> io::Result<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, text) in files {
        archive.start_file(path.as_str(), SimpleFileOptions::default())?;
        archive.write_all(text.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use std::io::Read as _;

    use zip::ZipArchive;

    use super::*;

    #[test]
    fn what_goes_in_comes_out() {
        let files: BTreeMap<String, String> = [
            ("es/cart.ftl", "cart-title = Cesta\n"),
            ("ug/cart.ftl", "cart-title = ھارۋا\n"),
        ]
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .into();
        let packed = bundle(&files).unwrap();
        let mut archive = ZipArchive::new(Cursor::new(packed)).unwrap();
        assert_eq!(archive.len(), files.len());
        for (path, text) in &files {
            let mut read = String::new();
            archive.by_name(path).unwrap().read_to_string(&mut read).unwrap();
            assert_eq!(read, *text);
        }
    }
}
