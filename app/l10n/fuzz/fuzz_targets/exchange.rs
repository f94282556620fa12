//! Any bytes as a file that came back from another program, in each of the formats; and what was read of it on its way out again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use wording::exchange::{Format, MOST_ROWS, read, write};

fuzz_target!(|bytes: &[u8]| {
    for format in Format::ALL {
        let Ok(exchange) = read(format, bytes) else { continue };
        assert!(exchange.rows.len() <= MOST_ROWS);
        let language = exchange.language.as_deref().unwrap_or("es");
        let written = write(format, language, &exchange.rows);
        if let Ok(again) = read(format, &written) {
            assert!(again.rows.len() <= exchange.rows.len());
        }
    }
});
