//! Noticing that the file of an SQLite database is damaged.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::os::unix::fs::FileExt;
use std::time::Duration;

use testing::Place;

/// The size of SQLite's pages.
const PAGE: u64 = 4096;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_suspected_in_the_pause_after_a_look_is_looked_at_when_it_is_over() {
    let place = Place::fresh(testing::Database::Sqlite).await.unwrap();
    // Closing writes the log into the file.
    place.open().await.close().await;
    let db = place.open().await;
    assert!(!db.look_for_damage().await);

    overwrite(&place);
    db.suspect_damage();
    let noticed = tokio::time::timeout(Duration::from_secs(30), async {
        while !db.is_damaged() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    });
    assert!(noticed.await.is_ok());
    assert!(db.look_for_damage().await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn all_who_ask_at_once_hear_what_one_look_finds() {
    let place = Place::fresh(testing::Database::Sqlite).await.unwrap();
    place.open().await.close().await;
    let db = place.open().await;
    overwrite(&place);
    let heard = tokio::join!(db.look_for_damage(), db.look_for_damage(), db.look_for_damage());
    assert_eq!(heard, (true, true, true));
}

/// Writes nonsense over all pages but the first.
fn overwrite(place: &Place) {
    let path = place.url().trim_start_matches("sqlite:").trim_start_matches("//");
    let path = path.split('?').next().unwrap();
    let file = std::fs::File::options().write(true).open(path).unwrap();
    let length = file.metadata().unwrap().len();
    assert!(length > PAGE);
    let rest = vec![0xA5; usize::try_from(length - PAGE).unwrap()];
    file.write_all_at(&rest, PAGE).unwrap();
}
