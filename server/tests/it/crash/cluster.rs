//! A PostgreSQL of a test's own, which may be stopped in the middle of everything.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// Stopped with the test.
pub struct Cluster {
    programs: PathBuf,
    folder: TempDir,
    port: u16,
}

impl Cluster {
    /// A fresh one, with everything synced to disk as an operator has it. `None`, with a loud word, where PostgreSQL's
    /// programs are not installed, or there is nobody but root to run them; not in CI.
    pub fn start() -> Option<Self> {
        let Some(programs) = programs().filter(|_| !is_root() || has_user()) else {
            assert!(
                std::env::var("CI").is_err(),
                "PostgreSQL's programs are not there, and CI must not go without"
            );
            eprintln!("### a PostgreSQL that stops is not tested: its programs are not installed ###");
            return None;
        };
        let folder = tempfile::Builder::new().prefix("bazar-cluster-").tempdir().unwrap();
        if is_root() {
            let owned = Command::new("chown").arg("postgres").arg(folder.path()).status();
            assert!(owned.unwrap().success());
        }
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let cluster = Self { programs, folder, port };
        let mut initdb = cluster.command("initdb");
        initdb
            .args([
                "--auth=trust",
                "--username=postgres",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
            ])
            .arg("--pgdata")
            .arg(cluster.data());
        done(initdb.output().unwrap());
        cluster.start_again();
        Some(cluster)
    }

    /// Where its one database is.
    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    /// Starts it after [`stop_at_once`](Self::stop_at_once); what was not finished is undone first.
    pub fn start_again(&self) {
        let options = format!(
            "-p {} -c listen_addresses=127.0.0.1 -c unix_socket_directories=",
            self.port
        );
        let mut start = self.control("start");
        start
            .arg("--log")
            .arg(self.folder.path().join("log"))
            .args(["--options", &options])
            // It stays after this command, which would else wait for what it says.
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        assert!(start.status().unwrap().success(), "PostgreSQL does not start");
    }

    /// Ends all of its processes without finishing anything, as a power cut does.
    pub fn stop_at_once(&self) {
        done(self.control("stop").arg("--mode=immediate").output().unwrap());
    }

    /// Copies the database at `from` into this one.
    pub fn fill(&self, from: &str) {
        let mut dump = self
            .command("pg_dump")
            .args(["--no-owner", "--dbname", from])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut restore = self.command("psql");
        restore
            .args([
                "--quiet",
                "--no-psqlrc",
                "--set=ON_ERROR_STOP=1",
                "--dbname",
                &self.url(),
            ])
            .stdin(dump.stdout.take().unwrap());
        done(restore.output().unwrap());
        assert!(dump.wait().unwrap().success());
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn control(&self, what: &str) -> Command {
        let mut command = self.command("pg_ctl");
        command.args([what, "--wait", "--silent", "--pgdata"]).arg(self.data());
        command
    }

    /// PostgreSQL refuses to run as root.
    fn command(&self, program: &str) -> Command {
        let program = self.programs.join(program);
        let mut command = if is_root() {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(program);
            command
        } else {
            Command::new(program)
        };
        // Where the tests run may be closed to that user.
        command.current_dir("/");
        command
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.control("stop").arg("--mode=immediate").output());
    }
}

fn done(output: Output) {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// The newest of Debian's versions, or those in `PATH`.
fn programs() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let folders = versions.map(|version| version.path().join("bin"));
    let in_path = std::env::var_os("PATH");
    let in_path = in_path.iter().flat_map(std::env::split_paths);
    let has_all = |folder: &PathBuf| {
        ["initdb", "pg_ctl", "pg_dump", "psql"]
            .iter()
            .all(|name| folder.join(name).is_file())
    };
    let mut found: Vec<PathBuf> = folders.filter(has_all).collect();
    // "9" sorts after "15" as text, so by length first.
    found.sort_by_key(|folder| (folder.as_os_str().len(), folder.clone()));
    found.pop().or_else(|| in_path.into_iter().find(has_all))
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output().unwrap();
    id.stdout.trim_ascii() == b"0"
}

fn has_user() -> bool {
    let is_known = Command::new("id").arg("postgres").output();
    Path::new("/usr/sbin/runuser").exists() && is_known.is_ok_and(|output| output.status.success())
}
