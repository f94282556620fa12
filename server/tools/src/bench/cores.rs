//! Keeping the measured program and the load on cores of their own, with `taskset` where there is one.

use std::process::{Command, Stdio};

/// The cores this program may use, lowest first.
pub fn allowed() -> Vec<usize> {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let list = status.lines().find_map(|line| line.strip_prefix("Cpus_allowed_list:"));
    list.map(parse)
        .filter(|cores| !cores.is_empty())
        .unwrap_or_else(|| vec![0])
}

/// `0-3,6`.
fn parse(list: &str) -> Vec<usize> {
    list.trim()
        .split(',')
        .filter_map(|part| {
            let (from, to) = part.split_once('-').unwrap_or((part, part));
            Some(from.parse().ok()?..=to.parse().ok()?)
        })
        .flatten()
        .collect()
}

/// A core for the measured program and the others for the load; `None` where that cannot be had.
pub fn split(cores: &[usize]) -> Option<(usize, &[usize])> {
    let (measured, others) = cores.split_first()?;
    let has_taskset = Command::new("taskset")
        .arg("-V")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok();
    (has_taskset && !others.is_empty()).then_some((*measured, others))
}

/// While it lives, this program runs on some cores only.
#[derive(Debug)]
pub struct Pinned {
    afterwards: Vec<usize>,
}

impl Pinned {
    /// Moves all threads of this program to `cores`; they may use `afterwards` again in the end.
    pub fn to(cores: &[usize], afterwards: &[usize]) -> Self {
        move_to(cores);
        Self {
            afterwards: afterwards.to_vec(),
        }
    }
}

impl Drop for Pinned {
    fn drop(&mut self) {
        move_to(&self.afterwards);
    }
}

fn move_to(cores: &[usize]) {
    let list = cores.iter().map(usize::to_string).collect::<Vec<_>>().join(",");
    let moved = Command::new("taskset")
        .args([
            "--all-tasks",
            "--cpu-list",
            "--pid",
            &list,
            &std::process::id().to_string(),
        ])
        .stdout(Stdio::null())
        .status();
    if !moved.is_ok_and(|status| status.success()) {
        eprintln!("  cannot move to core {list}: the figure may be too low");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn core_lists_are_read_as_the_kernel_writes_them() {
        assert_eq!(parse("\t0-1\n"), [0, 1]);
        assert_eq!(parse("0-2,6"), [0, 1, 2, 6]);
        assert_eq!(parse("nothing"), Vec::<usize>::new());
    }
}
