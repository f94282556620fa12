//! The web font, for Uyghur alone: Vazirmatn (SIL Open Font License) in two weights, cut down to the letters of the
//! language. Chinese and Latin use the system's fonts. And the fonts of printed labels, which the server reads and no
//! browser gets: Vazirmatn and Noto Sans SC (SIL Open Font License too).

use std::fs;

use anyhow::{Context, Result, bail};

use crate::report;
use crate::site::{Output, Site};
use crate::tools::Tools;
use crate::workspace::Workspace;

/// Bytes per weight that keep both below the budget of 15 kB.
const LARGEST: usize = 9_000;
const WEIGHTS: [u16; 2] = [400, 700];

/// Makes `uyghur-400.woff2` and `uyghur-700.woff2`, and `print.ttc`.
///
/// # Errors
/// The tools fail, or the font grew.
pub fn build(workspace: &Workspace, tools: Option<&Tools>, site: &mut Site) -> Result<()> {
    let Some(tools) = tools else {
        return Ok(());
    };
    let scratch = workspace.scratch();
    let inputs = Tools::version(workspace)?;
    site.step("fonts", "cutting the font down to the Uyghur letters", inputs, |_| {
        fs::create_dir_all(&scratch).with_context(|| format!("cannot create the folder {}", scratch.display()))?;
        WEIGHTS
            .into_iter()
            .map(|weight| {
                let font = tools.uyghur_font(weight, &scratch)?;
                if font.len() > LARGEST {
                    bail!(
                        "the Uyghur font in weight {weight} has {} bytes; at most {LARGEST} are allowed",
                        font.len()
                    );
                }
                eprintln!("  weight {weight}: {}", report::kilobytes(font.len()));
                Ok(Output::hashed(format!("uyghur-{weight}.woff2"), font))
            })
            .collect()
    })?;
    let inputs = Tools::version(workspace)?;
    site.step("print-fonts", "packing the fonts of printed labels", inputs, |_| {
        fs::create_dir_all(&scratch).with_context(|| format!("cannot create the folder {}", scratch.display()))?;
        let fonts = tools.print_fonts(&scratch)?;
        eprintln!("  {}", report::kilobytes(fonts.len()));
        Ok(vec![Output::hashed("print.ttc", fonts)])
    })
}
