//! The measured programs: started, looked at from outside, and ended by their process id.

use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use tokio::process::{Child, Command};
use tokio::time::{sleep, timeout};

use crate::client::{self, Client};

/// How long a program may take until it answers, and until it ends.
const PATIENCE: Duration = Duration::from_secs(30);
/// The kernel counts processor time in hundredths of a second (`USER_HZ`, the same on all of Linux).
const TICKS_PER_SECOND: f64 = 100.0;

/// A running server. It ends with this value at the latest.
#[derive(Debug)]
pub struct Server {
    child: Child,
    pid: u32,
    log: PathBuf,
    /// Where it listens.
    pub addr: SocketAddr,
}

impl Server {
    /// Starts `program`, on `core` only when one is given. `arguments` gets the address to listen on. What it says goes
    /// to the file `log`.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn start(
        program: &Path,
        arguments: impl FnOnce(SocketAddr) -> Vec<String>,
        core: Option<usize>,
        log: PathBuf,
    ) -> anyhow::Result<Self> {
        let addr = free_port()?;
        let mut command = match core {
            Some(core) => {
                let mut command = Command::new("taskset");
                command.args(["--cpu-list", &core.to_string()]).arg(program);
                command
            }
            None => Command::new(program),
        };
        // Settings of a developer's own shop are not measured.
        for (name, _) in std::env::vars_os() {
            if name
                .to_str()
                .is_some_and(|name| name.starts_with("BAZAR_") || name == "RUST_LOG")
            {
                command.env_remove(name);
            }
        }
        let output = std::fs::File::create(&log)?;
        let child = command
            .args(arguments(addr))
            // One machine asks as much as a whole country.
            .env("BAZAR_UNLIMITED_NETWORKS", "127.0.0.0/8,::1/128")
            .stdin(Stdio::null())
            .stdout(output.try_clone()?)
            .stderr(output)
            .kill_on_drop(true)
            .spawn()
            .with_context(|| format!("{} cannot be started", program.display()))?;
        let pid = child.id().context("ended at once")?;
        Ok(Self { child, pid, log, addr })
    }

    /// Waits until `path` is answered with 200, asking again and again.
    ///
    /// # Errors
    /// When it does not come to that; then with the last it said.
    pub async fn answers(&mut self, path: &str) -> anyhow::Result<()> {
        let started = Instant::now();
        let request = client::get(self.addr, path);
        loop {
            if let Ok(mut client) = Client::connect(self.addr).await
                && client.send(&request).await.is_ok_and(|answer| answer.status == 200)
            {
                return Ok(());
            }
            if self.child.try_wait()?.is_some() || started.elapsed() > PATIENCE {
                let log = std::fs::read_to_string(&self.log).unwrap_or_default();
                let last: Vec<&str> = log.lines().rev().take(5).collect();
                bail!(
                    "the server does not answer {path}; the last it said, newest first: {}",
                    last.join(" | ")
                );
            }
            sleep(Duration::from_millis(2)).await;
        }
    }

    /// Resident memory, bytes.
    ///
    /// # Errors
    /// When it has ended.
    pub fn memory(&self) -> anyhow::Result<u64> {
        self.status("VmRSS:")
    }

    /// The most that was resident since [`forget_highest_memory`](Self::forget_highest_memory), bytes.
    ///
    /// # Errors
    /// When it has ended.
    pub fn highest_memory(&self) -> anyhow::Result<u64> {
        self.status("VmHWM:")
    }

    /// The highest mark begins anew (proc(5), `clear_refs`).
    ///
    /// # Errors
    /// When it has ended.
    pub fn forget_highest_memory(&self) -> anyhow::Result<()> {
        std::fs::write(format!("/proc/{}/clear_refs", self.pid), "5").context("resetting the highest mark of memory")
    }

    fn status(&self, name: &'static str) -> anyhow::Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.pid))?;
        let line = status.lines().find_map(|line| line.strip_prefix(name)).context(name)?;
        let kib: u64 = line.trim().trim_end_matches("kB").trim().parse()?;
        Ok(kib * 1024)
    }

    /// Processor time used so far, seconds.
    ///
    /// # Errors
    /// When it has ended.
    pub fn processor_time(&self) -> anyhow::Result<f64> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.pid))?;
        // The name in brackets may hold blanks; after it come state and ten numbers, then user and system time.
        let (_, numbers) = stat.rsplit_once(')').context("no /proc stat")?;
        let ticks: f64 = numbers
            .split_whitespace()
            .skip(11)
            .take(2)
            .filter_map(|n| n.parse::<f64>().ok())
            .sum();
        Ok(ticks / TICKS_PER_SECOND)
    }

    /// Ends it the polite way, so that the database is closed.
    ///
    /// # Errors
    /// When it does not end.
    pub async fn stop(mut self) -> anyhow::Result<()> {
        Command::new("kill")
            .args(["-TERM", &self.pid.to_string()])
            .status()
            .await?;
        timeout(PATIENCE, self.child.wait())
            .await
            .context("the server does not stop")??;
        Ok(())
    }
}

fn free_port() -> anyhow::Result<SocketAddr> {
    let listener = TcpListener::bind("127.0.0.1:0").context("no free port on 127.0.0.1")?;
    Ok(listener.local_addr()?)
}
