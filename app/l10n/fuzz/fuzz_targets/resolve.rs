//! Any text as the only file of a language: its texts are put into each other, and said with all kinds of arguments.

#![no_main]

use domain::Locale;
use l10n::Arg;
use l10n::check::{link, parse_file};
use l10n::fluent::as_written;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for locale in Locale::BUILT_IN {
        let mut files = [parse_file("f.ftl", locale.folder(), text)];
        drop(link(&mut files, locale.folder(), as_written));
        for entry in files.iter().flat_map(|file| &file.entries) {
            for arg in [
                Arg::Number(i64::MIN),
                Arg::Number(1),
                Arg::Decimal { units: 15, scale: 1 },
                Arg::Moment(i64::MAX),
                Arg::from("one\u{2069}"),
            ] {
                let args = vec![arg; entry.args.len()];
                let said = entry.pattern.fill(locale, &args);
                assert!(said.len() < 100_000 + 200 * entry.pattern.write().len());
                drop(entry.pattern.parts(locale, &args));
            }
        }
    }
});
