//! The district of the tests, loaded once and copied for every test: a copy takes milliseconds, migrating and loading
//! do not.
//!
//! What was loaded lies in the target folder, on PostgreSQL as a database beside it, for all processes of one build of
//! the tests; who comes first makes it while the others wait.

use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use db::sea_orm::{ConnectionTrait, Database as Connect};

use crate::database::exists;
use crate::{Database, Place, TestShop, create_database, drop_database, postgres_server, url_of};

/// Builds older than this are not copied from any more.
const STALE: Duration = Duration::from_secs(6 * 3600);

/// A place with a copy of the district: its database and its pictures. `None` as for [`Place::fresh`].
///
/// # Panics
/// When it cannot be made.
pub async fn copy(database: Database) -> Option<Place> {
    let server = match database {
        Database::Sqlite => String::new(),
        Database::Postgres => postgres_server()?,
    };
    let all = shelf();
    let home = all.join(format!("{database:?}-{:x}", stamp(&server)).to_lowercase());
    fs::create_dir_all(&home).expect("a folder for the district");
    let name = format!("bazar_seeded_{:x}", hash(&home));
    {
        let turn = File::create(home.join("lock")).expect("a lock");
        turn.lock().expect("the lock");
        let is_there = home.join("done").is_file() && (database == Database::Sqlite || exists(&name).await);
        if !is_there {
            sweep(&all, &home);
            make(database, &home, &name).await;
            fs::write(home.join("done"), []).expect("a mark");
        }
    }
    let place = match database {
        Database::Sqlite => {
            let place = Place::fresh(database).await?;
            fs::copy(home.join("bazar.db"), place.folder().join("bazar.db")).expect("a copy of the database");
            place
        }
        Database::Postgres => Place::copy_of(&name).await?,
    };
    let media = place.folder().join("media");
    fs::create_dir_all(&media).expect("a media folder");
    for file in fs::read_dir(home.join("media")).expect("pictures") {
        let file = file.expect("a picture");
        fs::copy(file.path(), media.join(file.file_name())).expect("a copy of a picture");
    }
    Some(place)
}

/// Loads the district into a database that stays.
async fn make(database: Database, home: &Path, name: &str) {
    let place = match database {
        Database::Sqlite => Place::fresh(database).await.expect("a place"),
        Database::Postgres => {
            drop_database(name).await;
            create_database(name, None).await;
            Place::at(database, url_of(name).expect("a PostgreSQL"))
        }
    };
    let shop = TestShop::open_at(place).await;
    shop.load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("district")).await;
    if database == Database::Sqlite {
        let kept = home.join("bazar.db");
        // What a process left behind that was stopped on the way.
        drop(fs::remove_file(&kept));
        let connection = Connect::connect(shop.place.url()).await.expect("the database opens");
        // A whole copy as of one moment, without a log beside it.
        let sql = format!("VACUUM INTO '{}'", kept.display());
        connection
            .execute_unprepared(&sql)
            .await
            .expect("a copy of the database");
        connection.close().await.expect("the database closes");
    }
    shop.db().clone().close().await;
    let media = home.join("media");
    fs::create_dir_all(&media).expect("a media folder");
    for file in fs::read_dir(shop.place.folder().join("media")).expect("pictures") {
        let file = file.expect("a picture");
        fs::copy(file.path(), media.join(file.file_name())).expect("a copy of a picture");
    }
}

/// Beside the programs of the tests: `<target>/debug/seeded`.
fn shelf() -> PathBuf {
    let program = std::env::current_exe().expect("the test's program");
    let folder = program.parent().and_then(Path::parent).expect("a target folder");
    folder.join("seeded")
}

/// Stands for this build of the tests, and the server its copy lies on.
fn stamp(server: &str) -> u64 {
    let program = fs::metadata(std::env::current_exe().expect("the test's program")).expect("the test's program");
    hash(&(program.modified().ok(), program.len(), server))
}

/// Takes away the files of older builds. Their databases go with the server: the tests' own lives as long as they run.
fn sweep(all: &Path, own: &Path) {
    for home in fs::read_dir(all).into_iter().flatten().flatten() {
        let made = home.metadata().and_then(|home| home.modified());
        let is_stale = made.is_ok_and(|made| SystemTime::now().duration_since(made).is_ok_and(|age| age > STALE));
        if is_stale && home.path() != own {
            drop(fs::remove_dir_all(home.path()));
        }
    }
}

fn hash(what: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
}
