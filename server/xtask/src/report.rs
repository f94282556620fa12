//! What the reader sees while a build goes on. Everything goes to stderr: stdout belongs to `--json`.

use std::time::Instant;

use anyhow::Result;

/// Announces a step, runs it, and says how long it took.
pub fn step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    eprintln!("> {what}");
    let start = Instant::now();
    let result = work()?;
    eprintln!("  done in {:.1} s", start.elapsed().as_secs_f32());
    Ok(result)
}

/// Something the reader should know that stops nothing.
pub fn notice(text: &str) {
    eprintln!("! {text}");
}

/// A size with one decimal, in the kilobytes of 1000 bytes the budgets are written in.
pub fn kilobytes(bytes: usize) -> String {
    let tenths = bytes.div_ceil(100);
    format!("{}.{} kB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::kilobytes;

    #[test]
    fn a_size_is_never_rounded_down() {
        assert_eq!(kilobytes(0), "0.0 kB");
        assert_eq!(kilobytes(7_301), "7.4 kB");
        assert_eq!(kilobytes(85_000), "85.0 kB");
    }
}
