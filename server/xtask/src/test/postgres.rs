//! A PostgreSQL of our own for the time of the tests, from Debian's programs: a new data folder, a free port on the
//! loopback, nothing synced to disk.

use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

use crate::process::Running;
use crate::{doctor, process, report};

/// Runs until dropped.
pub struct Postgres {
    server: Running,
    programs: PathBuf,
    folder: TempDir,
    port: u16,
}

impl Postgres {
    /// Creates and starts the server.
    ///
    /// # Errors
    /// PostgreSQL is missing, or does not start.
    pub fn start() -> Result<Self> {
        let programs = doctor::postgres()?;
        report::step("starting a PostgreSQL for the tests", || {
            let folder = tempfile::Builder::new().prefix("bazar-postgres-").tempdir()?;
            if doctor::is_root() {
                process::run(Command::new("chown").arg("postgres").arg(folder.path()))?;
            }
            let data = folder.path().join("data");
            let mut initdb = as_postgres(&programs.join("initdb"));
            initdb.args([
                "--auth=trust",
                "--username=postgres",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-sync",
            ]);
            process::output(initdb.arg("--pgdata").arg(&data))?;

            let port = free_port()?;
            let mut server = as_postgres(&programs.join("postgres"));
            server.arg("-D").arg(&data).args(["-p", &port.to_string()]);
            for setting in [
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=off",
                "synchronous_commit=off",
                "full_page_writes=off",
                "max_connections=300",
                "log_min_messages=panic",
            ] {
                server.args(["-c", setting]);
            }
            let server = server.stdout(Stdio::null()).stderr(Stdio::null()).spawn().map(Running);
            let mut postgres = Self {
                server: server.context("cannot start postgres")?,
                programs,
                folder,
                port,
            };
            postgres.wait()?;
            Ok(postgres)
        })
    }

    /// Where tests connect, as superuser: each makes its own database.
    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    fn wait(&mut self) -> Result<()> {
        let until = Instant::now() + Duration::from_secs(30);
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            if let Some(status) = self.server.0.try_wait()? {
                bail!("postgres ended at once ({status})");
            }
            if Instant::now() > until {
                bail!("postgres does not answer on port {} after 30 s", self.port);
            }
            std::thread::sleep(Duration::from_millis(30));
        }
        Ok(())
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // As root the child is `runuser`, so the server itself is asked. Its data goes anyway.
        let mut stop = as_postgres(&self.programs.join("pg_ctl"));
        stop.args(["stop", "--mode=immediate", "--silent", "--pgdata"])
            .arg(self.folder.path().join("data"));
        if let Err(problem) = process::output(&mut stop) {
            report::notice(&format!("{problem:#}"));
        }
    }
}

/// PostgreSQL refuses to run as root.
fn as_postgres(program: &Path) -> Command {
    let mut command = if doctor::is_root() {
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--"]).arg(program);
        command
    } else {
        Command::new(program)
    };
    // Where the reader stands may be closed to that user.
    command.current_dir("/");
    command
}

/// A port nobody listens on right now.
fn free_port() -> Result<u16> {
    let listener = TcpListener::bind("127.0.0.1:0").context("no free port")?;
    Ok(listener.local_addr()?.port())
}
