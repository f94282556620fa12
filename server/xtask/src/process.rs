//! Starting other programs, with errors that say in one line what to look at.

use std::env;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// Runs a program whose output the reader sees as it comes.
///
/// # Errors
/// The program is missing, or ended with something else than success.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("cannot start `{}`", line(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status}); what it said is above", line(command));
    }
    Ok(())
}

/// Runs a program and returns what it printed.
///
/// # Errors
/// As [`run`]; the message carries the last line of its error output.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("cannot start `{}`", line(command)))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let last = said
            .lines()
            .rev()
            .find(|line| !line.trim().is_empty())
            .unwrap_or("no message");
        bail!("`{}` failed: {}", line(command), last.trim());
    }
    String::from_utf8(output.stdout).with_context(|| format!("`{}` did not print UTF-8", line(command)))
}

/// Runs a program that reads `input` and returns what it wrote.
///
/// # Errors
/// As [`run`].
pub fn through(command: &mut Command, input: &[u8]) -> Result<Vec<u8>> {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start `{}`", line(command)))?;
    let stdin = child.stdin.take();
    let output = std::thread::scope(|scope| {
        // Beside the reading: a full pipe would stop both.
        scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(input)));
        child.wait_with_output()
    })?;
    if !output.status.success() {
        bail!("`{}` failed ({}); what it said is above", line(command), output.status);
    }
    Ok(output.stdout)
}

/// Looks a program up in PATH.
pub fn find(program: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders)
        .map(|folder| folder.join(program))
        .find(|path| path.is_file())
}

/// A child that never outlives its owner.
pub struct Running(pub Child);

impl Running {
    /// Asks the program to end, and insists after `patience`.
    pub fn stop(&mut self, patience: Duration) {
        if matches!(self.0.try_wait(), Ok(Some(_))) {
            return;
        }
        // The standard library can only kill; a server should finish its orders first.
        let asked = Command::new("kill").args(["-TERM", &self.0.id().to_string()]).status();
        let until = Instant::now() + patience;
        while asked.is_ok() && Instant::now() < until {
            if matches!(self.0.try_wait(), Ok(Some(_))) {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        // Both fail only when it has ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop(Duration::from_secs(10));
    }
}

/// The command as one would type it, without folders in front of the program.
fn line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut line = program
        .file_name()
        .unwrap_or(program.as_os_str())
        .to_string_lossy()
        .into_owned();
    for argument in command.get_args() {
        // Writing to a String cannot fail.
        let _ = write!(line, " {}", argument.to_string_lossy());
    }
    line
}
