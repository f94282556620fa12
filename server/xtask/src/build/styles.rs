//! The style sheet, `style/main.css` with what it imports, and what the work areas have beside it, `style/studio.css`: both
//! minified, for browsers back to Chrome 69 and Safari 12.2 (the oldest WebView we promise to sell in). `url(assets/…)` becomes
//! the hashed file's address.

use std::path::Path;

use anyhow::{Result, anyhow, bail};
use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::dependencies::{Dependency, DependencyOptions};
use lightningcss::printer::PrinterOptions;
use lightningcss::rules::CssRule;
use lightningcss::rules::font_face::{FontFaceProperty, Source};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};
use lightningcss::targets::{Browsers, Features, Targets};

use super::SITE_URL;
use super::long_forms::long_forms;
use crate::fingerprint::{Fingerprint, files_with};
use crate::report;
use crate::site::{Manifest, Output, Site};
use crate::workspace::Workspace;

/// Makes `style.css` and `work.css`.
///
/// # Errors
/// The sheet does not parse, or names a file that is not there.
pub fn build(workspace: &Workspace, site: &mut Site) -> Result<()> {
    let folder = workspace.root.join("style");
    let (main, work) = (folder.join("main.css"), folder.join("studio.css"));
    if !main.is_file() {
        report::notice("there is no style/main.css: pages will have no style");
        site.drop_step("styles");
        return Ok(());
    }
    // The addresses that may go into the sheet; the WASM's would only run this step again.
    let addresses: String = site
        .manifest()
        .iter()
        .filter(|(name, _)| !name.ends_with(".wasm") && !name.ends_with(".js") && !name.ends_with(".css"))
        .map(|(name, file)| format!("{name} {file}\n"))
        .collect();
    let inputs = Fingerprint::default()
        .files(&files_with(&folder, "css")?)?
        .text(&addresses);
    site.step("styles", "bundling the style sheet", inputs, |manifest| {
        let css = bundle(&main, manifest)?;
        let mut sheets = vec![Output::hashed("style.css", css.into_bytes())];
        if work.is_file() {
            sheets.push(Output::hashed("work.css", bundle(&work, manifest)?.into_bytes()));
        }
        Ok(sheets)
    })
}

fn oldest_browsers() -> Targets {
    let version = |major: u32, minor: u32| Some((major << 16) | (minor << 8));
    let browsers = Browsers {
        android: version(69, 0),
        chrome: version(69, 0),
        edge: version(79, 0),
        firefox: version(68, 0),
        ios_saf: version(12, 2),
        opera: version(56, 0),
        safari: version(12, 1),
        samsung: version(10, 0),
        ie: None,
    };
    // Its own way with logical properties is six physical copies of each rule with a list of nineteen languages;
    // `long_forms` does what is needed.
    let exclude = Features::LogicalProperties;
    Targets {
        browsers: Some(browsers),
        exclude,
        ..Targets::default()
    }
}

fn bundle(main: &Path, manifest: &Manifest) -> Result<String> {
    let files = FileProvider::new();
    let mut sheet = Bundler::new(&files, None, ParserOptions::default())
        .bundle(main)
        .map_err(|problem| anyhow!("the style sheet: {problem}"))?;
    drop_missing_fonts(&mut sheet, manifest);
    let targets = oldest_browsers();
    sheet
        .minify(MinifyOptions {
            targets,
            ..MinifyOptions::default()
        })
        .map_err(|problem| anyhow!("the style sheet: {problem}"))?;
    let printed = sheet
        .to_css(PrinterOptions {
            minify: true,
            targets,
            analyze_dependencies: Some(DependencyOptions::default()),
            ..PrinterOptions::default()
        })
        .map_err(|problem| anyhow!("the style sheet: {problem}"))?;

    let mut css = printed.code;
    for dependency in printed.dependencies.unwrap_or_default() {
        if let Dependency::Url(url) = dependency {
            let Some(address) = address(&url.url, manifest) else {
                let (file, line) = (&url.loc.file_path, url.loc.start.line);
                bail!("{file}:{line}: url({}) names no file below style/assets", url.url);
            };
            css = css.replace(&url.placeholder, &address);
        }
    }
    Ok(long_forms(&css))
}

/// Where the browser finds what a `url()` names; None when it is nowhere.
fn address(url: &str, manifest: &Manifest) -> Option<String> {
    let is_elsewhere = url.starts_with(['#', '/']) || url.starts_with("data:") || url.contains("://");
    if is_elsewhere {
        return Some(url.to_owned());
    }
    let name = url.strip_prefix("./").unwrap_or(url);
    let name = name.strip_prefix("assets/")?;
    let (name, fragment) = name.find('#').map_or((name, ""), |at| name.split_at(at));
    Some(format!("{SITE_URL}{}{fragment}", manifest.get(name)?))
}

/// Without npm there is no Uyghur font: better the system's than a file the server does not have.
fn drop_missing_fonts(sheet: &mut StyleSheet, manifest: &Manifest) {
    sheet.rules.0.retain(|rule| {
        let CssRule::FontFace(face) = rule else {
            return true;
        };
        face.properties.iter().all(|property| match property {
            FontFaceProperty::Source(sources) => sources.iter().all(|source| match source {
                Source::Url(source) => address(&source.url.url, manifest).is_some(),
                Source::Local(_) => true,
            }),
            _ => true,
        })
    });
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use std::fs;

    use super::*;

    fn bundled(css: &str, manifest: &Manifest) -> Result<String> {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("main.css"), "@import \"./part.css\";").unwrap();
        fs::write(folder.path().join("part.css"), css).unwrap();
        bundle(&folder.path().join("main.css"), manifest)
    }

    fn atlas() -> Manifest {
        Manifest::from([("atlas.svg".to_owned(), "atlas.0123.svg".to_owned())])
    }

    #[test]
    fn imports_are_bundled_and_addresses_hashed() {
        let css = bundled("a { background: url(assets/atlas.svg) }", &atlas()).unwrap();
        assert_eq!(css, "a{background:url(\"/assets/atlas.0123.svg\")}");
    }

    #[test]
    fn a_missing_picture_is_an_error_with_its_place() {
        let problem = bundled("\n.a { background: url(assets/none.svg) }", &atlas())
            .unwrap_err()
            .to_string();
        assert!(problem.contains("part.css:2: url(assets/none.svg)"), "{problem}");
    }

    #[test]
    fn a_missing_font_falls_back_to_the_system() {
        let css = "@font-face { font-family: U; src: url(assets/uyghur-400.woff2) format('woff2') } a { margin: 0 }";
        assert_eq!(bundled(css, &Manifest::new()).unwrap(), "a{margin:0}");
    }

    #[test]
    fn old_browsers_get_the_long_forms() {
        let css = bundled("a { margin-inline: 1px 2px }", &Manifest::new()).unwrap();
        assert_eq!(css, "a{margin-inline-start:1px;margin-inline-end:2px}");
    }
}
