//! The real program, while the disk is full, the file goes, or somebody writes over it: what it acknowledged is there, and
//! what it could not keep it did not acknowledge.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use domain::OrderCode;
use tempfile::TempDir;
use tokio::task::JoinSet;

use super::program::{LOG, Program, Start, adds_up, filled, number, open, prepare, text};
use crate::buyer;
use crate::client::{Ask, Client};

/// What became of a form that was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    Order(OrderCode),
    Status(u16),
    Gone,
}

/// Sends one checkout after the other until `enough` of its answers say so, or a hundred were sent.
async fn buy(addr: SocketAddr, offer: i64, enough: impl Fn(&[Answer]) -> bool) -> Vec<Answer> {
    let mut answers = Vec::new();
    while answers.len() < 100 && !enough(&answers) {
        let answer = match prepare(addr, offer).await {
            Err(_) => Answer::Gone,
            Ok(Err(status)) => Answer::Status(status),
            Ok(Ok(mut attempt)) => match attempt
                .client
                .try_send(Ask::post("/ug/checkout", &attempt.fields))
                .await
            {
                Err(_) => Answer::Gone,
                Ok(answer) if answer.status.as_u16() == 303 => Answer::Order(buyer::code_of(&answer)),
                Ok(answer) => Answer::Status(answer.status.as_u16()),
            },
        };
        answers.push(answer);
    }
    answers
}

/// Several buyers at once, so that writes share commits.
async fn crowd(addr: SocketAddr, offer: i64, enough: fn(&[Answer]) -> bool) -> Vec<Answer> {
    let mut buyers = JoinSet::new();
    for _ in 0..6 {
        buyers.spawn(buy(addr, offer, enough));
    }
    buyers.join_all().await.concat()
}

fn orders(answers: &[Answer]) -> BTreeSet<OrderCode> {
    answers
        .iter()
        .filter_map(|answer| match answer {
            Answer::Order(code) => Some(*code),
            Answer::Status(_) | Answer::Gone => None,
        })
        .collect()
}

/// Everything that failed was told so in the right way: the shop is there, and cannot save now.
fn only_unavailable(answers: &[Answer]) {
    let wrong: Vec<_> = answers
        .iter()
        .filter(|answer| !matches!(answer, Answer::Order(_) | Answer::Status(503)))
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

fn two_refusals(answers: &[Answer]) -> bool {
    answers.iter().filter(|a| **a == Answer::Status(503)).count() >= 2
}

fn five_orders(answers: &[Answer]) -> bool {
    orders(answers).len() >= 5
}

/// Each acknowledged order is in the file, once, and the books are clean.
async fn all_there(folder: &Path, acknowledged: &BTreeSet<OrderCode>) {
    let db = open(folder).await;
    assert_eq!(text(&db, "PRAGMA integrity_check").await, "ok");
    adds_up(&db).await;
    for code in acknowledged {
        let count = number(&db, &format!("SELECT count(*) FROM order_groups WHERE code = '{code}'")).await;
        assert_eq!(count, 1, "{code} was acknowledged");
    }
    db.close().await;
}

async fn readiness(addr: SocketAddr) -> u16 {
    Client::new(addr).get("/readyz").await.status.as_u16()
}

/// Waits until `/readyz` answers `status`.
pub async fn wait_for_readiness(addr: SocketAddr, status: u16) {
    let waited = tokio::time::timeout(Duration::from_secs(40), async {
        while readiness(addr).await != status {
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    });
    assert!(waited.await.is_ok(), "/readyz never answered {status}");
}

fn database(folder: &TempDir) -> PathBuf {
    folder.path().join("data/bazar.db")
}

/// A file that may grow to so many bytes more than the database has: SQLite's writes fail as on a full disk.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_may_not_grow_takes_no_order_that_is_lost() {
    let (folder, offer) = filled().await;
    let size = std::fs::metadata(database(&folder)).unwrap().len();
    let blocks = size.div_ceil(512) + 600;
    let program = Program::start_with(folder.path(), Start::FileLimit { blocks });
    let mut answers = crowd(program.addr, offer, two_refusals).await;
    assert!(two_refusals(&answers), "the limit was never met: {answers:?}");
    // Where several orders had no room, a single row may still have some.
    let is_full = tokio::time::timeout(Duration::from_secs(40), async {
        while readiness(program.addr).await != 503 {
            answers.extend(crowd(program.addr, offer, two_refusals).await);
        }
    });
    assert!(is_full.await.is_ok(), "/readyz never answered 503");
    only_unavailable(&answers);
    assert!(program.stop());
    all_there(folder.path(), &orders(&answers)).await;
}

/// A disk of its own that fills up while people buy, and has room again.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_takes_no_order_that_is_lost_and_a_disk_with_room_again_takes_orders() {
    let (folder, offer) = filled().await;
    let Some(disk) = SmallDisk::mount(&folder.path().join("data")) else {
        return;
    };
    let program = Program::start(folder.path());
    let before = crowd(program.addr, offer, five_orders).await;
    only_unavailable(&before);

    let filler = disk.fill();
    let full = crowd(program.addr, offer, two_refusals).await;
    only_unavailable(&full);
    assert!(two_refusals(&full), "the disk was never full: {full:?}");
    wait_for_readiness(program.addr, 503).await;

    std::fs::remove_file(filler).unwrap();
    wait_for_readiness(program.addr, 200).await;
    let after = crowd(program.addr, offer, five_orders).await;
    assert!(orders(&after).len() >= 5, "{after:?}");
    program.kill();
    let all = [before, full, after].concat();
    all_there(folder.path(), &orders(&all)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_disk_that_becomes_read_only_takes_no_order_that_is_lost() {
    let (folder, offer) = filled().await;
    let Some(disk) = SmallDisk::mount(&folder.path().join("data")) else {
        return;
    };
    let program = Program::start(folder.path());
    let before = crowd(program.addr, offer, five_orders).await;
    // A file system with files open for writing is not made read-only; the files themselves are made unchangeable.
    if !disk.freeze("bazar.db-wal") {
        return;
    }
    let frozen = crowd(program.addr, offer, two_refusals).await;
    only_unavailable(&frozen);
    program.kill();
    disk.thaw("bazar.db-wal");
    all_there(folder.path(), &orders(&[before, frozen].concat())).await;
}

/// SQLite goes on writing into a file that nobody will ever open again.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_is_unlinked_takes_no_more_orders_and_those_before_are_rescued() {
    let (folder, offer) = filled().await;
    let program = Program::start(folder.path());
    let before = crowd(program.addr, offer, five_orders).await;
    only_unavailable(&before);

    std::fs::remove_file(database(&folder)).unwrap();
    let after = crowd(program.addr, offer, two_refusals).await;
    only_unavailable(&after);
    assert!(orders(&after).is_empty(), "{after:?}");
    // A script is told so too, and not that the shop is busy.
    let call = Client::new(program.addr)
        .send(buyer::calls_add(offer, "1", [6; 16]))
        .await
        .is(503);
    assert!(
        matches!(call.problem(), islands::Problem::Later(_)),
        "{:?}",
        call.problem()
    );
    wait_for_readiness(program.addr, 503).await;
    program.kill();

    // The next start does not begin an empty shop in the place of the lost one.
    let refused = Program::refused(folder.path());
    assert!(refused.contains("was rescued from it"), "{refused}");
    for leftover in ["bazar.db-wal", "bazar.db-shm"] {
        drop(std::fs::remove_file(folder.path().join("data").join(leftover)));
    }
    std::fs::rename(folder.path().join("data/bazar.db.rescued"), database(&folder)).unwrap();
    all_there(folder.path(), &orders(&before)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_is_replaced_or_written_over_takes_no_more_orders() {
    for is_replaced in [true, false] {
        let (folder, offer) = filled().await;
        let copy = folder.path().join("older.db");
        std::fs::copy(database(&folder), &copy).unwrap();
        let program = Program::start(folder.path());
        let before = crowd(program.addr, offer, five_orders).await;
        if is_replaced {
            std::fs::rename(&copy, database(&folder)).unwrap();
        } else {
            std::fs::write(database(&folder), vec![7_u8; 4096]).unwrap();
        }
        let after = crowd(program.addr, offer, two_refusals).await;
        assert!(orders(&after).is_empty(), "{after:?}");
        assert!(!orders(&before).is_empty());
        wait_for_readiness(program.addr, 503).await;
        program.kill();
    }
}

/// Which pages are written over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Damage {
    /// The one page with the offers, which buying reads and never writes.
    Offers,
    /// Its rows alone: the page looks like one, but what stands in it is no row.
    RowsOfOffers,
    /// All but the first.
    Everything,
}

impl Damage {
    /// Which bytes of a file of this length.
    async fn range(self, folder: &Path, length: usize) -> std::ops::Range<usize> {
        const PAGE: usize = 4096;
        let db = open(folder).await;
        let root = number(&db, "SELECT rootpage FROM sqlite_master WHERE name = 'offers'").await;
        db.close().await;
        let end = usize::try_from(root).unwrap() * PAGE;
        match self {
            Self::Offers => end - PAGE..end,
            Self::RowsOfOffers => end - 300..end,
            Self::Everything => PAGE..length,
        }
    }
}

/// A dying disk, or somebody's tool: what was acknowledged before it was noticed is there when the bytes are put back.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_damaged_file_is_noticed_and_takes_no_more_orders() {
    for damage in [Damage::Offers, Damage::RowsOfOffers, Damage::Everything] {
        let (folder, offer) = filled().await;
        let program = Program::start(folder.path());
        let before = crowd(program.addr, offer, five_orders).await;
        only_unavailable(&before);

        let whole = std::fs::read(database(&folder)).unwrap();
        let range = damage.range(folder.path(), whole.len()).await;
        let file = std::fs::File::options().write(true).open(database(&folder)).unwrap();
        file.write_all_at(&vec![0xA5; range.len()], range.start as u64).unwrap();

        let meanwhile = crowd(program.addr, offer, two_refusals).await;
        only_unavailable(&meanwhile);
        assert!(two_refusals(&meanwhile), "{damage:?}: {meanwhile:?}");
        wait_for_readiness(program.addr, 503).await;
        let log = std::fs::read_to_string(folder.path().join(LOG)).unwrap();
        let said: Vec<&str> = log.lines().filter(|line| line.contains("database.damaged")).collect();
        assert_eq!(said.len(), 1, "{damage:?}: {log}");
        assert!(said[0].contains("put the last backup back"), "{}", said[0]);

        // Nothing is taken any more, and nothing is called a fault of ours.
        let after = crowd(program.addr, offer, two_refusals).await;
        only_unavailable(&after);
        assert!(orders(&after).is_empty(), "{damage:?}: {after:?}");
        for path in [
            "/zh/products?max=77",
            "/zh/search?q=badam",
            "/zh/cart",
            "/zh/products/badam-500",
            "/zh",
        ] {
            let status = Client::new(program.addr).get(path).await.status.as_u16();
            assert!(matches!(status, 200 | 503), "{damage:?}: {path} {status}");
        }
        let call = Client::new(program.addr)
            .send(buyer::calls_add(offer, "1", [6; 16]))
            .await;
        assert_eq!(call.status.as_u16(), 503, "{damage:?}");
        program.kill();
        if damage != Damage::Everything {
            file.write_all_at(&whole[range.clone()], range.start as u64).unwrap();
            all_there(folder.path(), &orders(&[before, meanwhile].concat())).await;
        }
    }
}

/// The newest orders are in the log until it is checkpointed.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_log_that_is_unlinked_is_written_out_first() {
    let (folder, offer) = filled().await;
    let program = Program::start(folder.path());
    let before = crowd(program.addr, offer, five_orders).await;
    std::fs::remove_file(folder.path().join("data/bazar.db-wal")).unwrap();
    let after = crowd(program.addr, offer, two_refusals).await;
    only_unavailable(&after);
    wait_for_readiness(program.addr, 503).await;
    program.kill();
    all_there(folder.path(), &orders(&[before, after].concat())).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_program_on_the_same_data_is_refused_in_one_line() {
    let (folder, _) = filled().await;
    let program = Program::start(folder.path());
    let refused = Program::refused(folder.path());
    assert!(refused.contains("another Bazar is serving"), "{refused}");
    assert_eq!(readiness(program.addr).await, 200);
    assert!(program.stop());
    Program::start(folder.path()).kill();
    // A killed program holds nothing.
    assert!(Program::start(folder.path()).stop());
}

/// A small file system of its own, unmounted with the test.
struct SmallDisk(PathBuf);

impl SmallDisk {
    /// Mounts it over `folder`, with what the folder holds. Only root may; without, the test says so and is not run.
    fn mount(folder: &Path) -> Option<Self> {
        let aside = folder.with_extension("aside");
        std::fs::rename(folder, &aside).unwrap();
        std::fs::create_dir(folder).unwrap();
        let size = 2 * folder_size(&aside) + 8 * 1024 * 1024;
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"])
            .arg(folder)
            .status();
        if !mounted.is_ok_and(|status| status.success()) {
            eprintln!("### a full disk is not tested: a file system can be mounted by root only ###");
            return None;
        }
        let copied = Command::new("cp").arg("-a").arg(aside.join(".")).arg(folder).status();
        assert!(copied.unwrap().success());
        Some(Self(folder.to_owned()))
    }

    /// Fills it to the last byte; answers the file that does.
    fn fill(&self) -> PathBuf {
        use std::io::Write;
        let path = self.0.join("filler");
        let mut file = std::fs::File::create(&path).unwrap();
        for size in [1 << 20, 1 << 12, 1] {
            while file.write_all(&vec![0; size]).is_ok() {}
        }
        path
    }

    /// Makes a file unchangeable; `false` where the file system cannot.
    fn freeze(&self, name: &str) -> bool {
        let done = Command::new("chattr").arg("+i").arg(self.0.join(name)).status();
        let done = done.is_ok_and(|status| status.success());
        if !done {
            eprintln!("### a frozen file is not tested: this file system has no such thing ###");
        }
        done
    }

    fn thaw(&self, name: &str) {
        drop(Command::new("chattr").arg("-i").arg(self.0.join(name)).status());
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // Lazily: a program that is just ending may still hold a file.
        drop(Command::new("umount").arg("-l").arg(&self.0).status());
    }
}

fn folder_size(folder: &Path) -> u64 {
    std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folder_size(&path)
            } else {
                path.metadata().unwrap().len()
            }
        })
        .sum()
}
