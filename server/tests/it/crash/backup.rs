//! The drill: a backup made while people buy, put back elsewhere and opened.

use std::path::Path;
use std::time::Duration;

use tokio::task::JoinSet;

use super::program::{Program, adds_up, buy_until_it_dies, filled, number, open, run};
use crate::client::Client;
use crate::test_app::{temp_dir, write_site};

fn says(output: &std::process::Output) -> String {
    [&output.stdout, &output.stderr]
        .map(|bytes| String::from_utf8_lossy(bytes).into_owned())
        .concat()
}

fn done(output: &std::process::Output) {
    assert!(output.status.success(), "{}", says(output));
}

fn refused(output: &std::process::Output, why: &str) {
    assert!(!output.status.success());
    assert!(says(output).contains(why), "{}", says(output));
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_made_while_people_buy_opens_as_a_shop_of_its_own() {
    let (folder, offer) = filled().await;
    let program = Program::start(folder.path());
    let mut buyers = JoinSet::new();
    for _ in 0..4 {
        buyers.spawn(buy_until_it_dies(program.addr, offer));
    }
    tokio::time::sleep(Duration::from_millis(400)).await;
    let backup = folder.path().join("backup");
    done(&run(folder.path(), &["backup", text(&backup)]));
    refused(&run(folder.path(), &["backup", text(&backup)]), "exists already");
    refused(
        &run(folder.path(), &["restore", "--replace", text(&backup)]),
        "a Bazar is serving",
    );
    program.kill();
    let told = buyers.join_all().await.concat();
    assert!(told.iter().any(|attempt| attempt.told.is_some()));

    // Elsewhere: a machine that has nothing but the backup.
    let other = temp_dir();
    write_site(&other.path().join("site"));
    done(&run(other.path(), &["restore", text(&backup)]));
    let restored = open(other.path()).await;
    adds_up(&restored).await;
    let count = number(&restored, "SELECT count(*) FROM order_groups").await;
    restored.close().await;
    let program = Program::start(other.path());
    let page = Client::new(program.addr).get("/zh/products").await.is(200).page();
    assert!(page.text().contains("巴旦木"), "goods are there");
    program.kill();

    // Here: what stands in the way is put aside, never thrown away.
    refused(&run(folder.path(), &["restore", text(&backup)]), "--replace");
    done(&run(folder.path(), &["restore", "--replace", text(&backup)]));
    let here = open(folder.path()).await;
    assert_eq!(number(&here, "SELECT count(*) FROM order_groups").await, count);
    here.close().await;
    assert!(folder.path().join("data/bazar.db.before-restore-1").exists());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_damaged_backup_is_refused_before_anything_is_touched() {
    let (folder, _) = filled().await;
    let backup = folder.path().join("backup");
    done(&run(folder.path(), &["backup", text(&backup)]));
    let picture = std::fs::read_dir(backup.join("media"))
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    std::fs::write(&picture, b"not this picture").unwrap();
    let other = temp_dir();
    refused(&run(other.path(), &["restore", text(&backup)]), "is damaged");
    assert!(!other.path().join("data/bazar.db").exists());
    refused(&run(other.path(), &["restore", text(other.path())]), "is not a backup");
}
