//! The district of the tests, loaded [once](Turn) and copied for every test.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::database::copy_sqlite;
use crate::made_once::hash;
use crate::{Database, Place, TestShop, Turn, copy_folder, create_database, postgres_server, url_of};

/// How long it is copied from. The clock of these shops stands still: nothing in it runs out.
const LIFE: Duration = Duration::from_secs(6 * 3600);

/// A place with a copy of the district: its database and its pictures. `None` as for [`Place::fresh`].
///
/// # Panics
/// When it cannot be made.
pub async fn copy(database: Database) -> Option<Place> {
    if database == Database::Postgres {
        postgres_server()?;
    }
    let district = Path::new(env!("CARGO_MANIFEST_DIR")).join("district");
    let mut files = Vec::new();
    read(&district, &mut files);
    // Its files are no part of the program: who changes one wants to see it.
    let name = format!("{database:?}-{:x}", hash(&files)).to_lowercase();
    let turn = Turn::wait(&shelf(), &name, LIFE, database).await;
    let (data, template) = (turn.folder().join("data"), turn.database().map(str::to_owned));
    if turn.is_made() {
        drop(turn);
    } else {
        make(database, &turn, &district).await;
        turn.done();
    }
    let place = match template {
        None => Place::fresh(database).await?,
        Some(template) => Place::copy_of(&template).await?,
    };
    copy_folder(&data, place.folder());
    Some(place)
}

/// Loads the district into a database that stays.
async fn make(database: Database, turn: &Turn, district: &Path) {
    let place = match turn.database() {
        None => Place::fresh(database).await.expect("a place"),
        Some(name) => {
            create_database(name, None).await;
            Place::at(database, url_of(name).expect("a PostgreSQL"))
        }
    };
    let shop = TestShop::open_at(place).await;
    shop.load(district).await;
    let (from, to) = (shop.place.folder(), turn.folder().join("data"));
    copy_folder(&from.join("media"), &to.join("media"));
    if database == Database::Sqlite {
        copy_sqlite(&from.join("bazar.db"), &to.join("bazar.db")).await;
    }
    shop.db().clone().close().await;
}

/// Names and contents of all files below a folder, in one order.
fn read(folder: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the district")
        .map(|file| file.expect("a file").path())
        .collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            read(&path, files);
        } else {
            let bytes = fs::read(&path).expect("a file of the district");
            files.push((path, bytes));
        }
    }
}

/// Beside the programs of the tests: `<target>/debug/seeded`.
fn shelf() -> PathBuf {
    let program = std::env::current_exe().expect("the test's program");
    let folder = program.parent().and_then(Path::parent).expect("a target folder");
    folder.join("seeded")
}
