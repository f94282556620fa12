//! Any text as a file in which texts are changed: it never ends the program, what is mended stays mended, and a change that is made
//! is read again as it was asked for.

#![no_main]

use l10n::check::FOLDERS;
use libfuzzer_sys::fuzz_target;
use wording::{Edit, Pseudo, fix, pseudo, splice, units};

fuzz_target!(|text: &str| {
    for folder in FOLDERS {
        let mended = fix(folder, text);
        assert_eq!(fix(folder, &mended), mended);
    }
    for kind in [Pseudo::Accented, Pseudo::Mirrored, Pseudo::Uyghur] {
        drop(pseudo(kind, text));
    }
    for unit in units(text).into_iter().take(20) {
        let Ok(changed) = splice(text, &[Edit::say(unit.id.clone(), "abc")]) else {
            continue;
        };
        assert!(
            units(&changed)
                .iter()
                .any(|now| now.id == unit.id && now.source == "abc")
        );
    }
});
