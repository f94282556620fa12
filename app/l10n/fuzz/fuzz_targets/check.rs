//! Any text as a whole folder of translations, the same in each language.

#![no_main]

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use l10n::check::{FOLDERS, check_folder};
use libfuzzer_sys::fuzz_target;

/// One folder a process, on a disk in memory where there is one.
static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
    let root = std::env::temp_dir().join(format!("l10n-fuzz-{}", std::process::id()));
    for folder in FOLDERS {
        fs::create_dir_all(root.join(folder)).expect("a folder for the files");
    }
    root
});

fuzz_target!(|bytes: &[u8]| {
    for folder in FOLDERS {
        fs::write(ROOT.join(folder).join("cart.ftl"), bytes).expect("room on the disk");
    }
    for finding in check_folder(&ROOT, "l", &|_| Vec::new()).findings {
        assert!(!finding.to_string().is_empty() && finding.line > 0 && finding.column > 0);
    }
});
