//! Shops that are filled once and copied for every test: a copy takes milliseconds, drawing and hashing do not.
//!
//! A filled shop lies in the target folder, on PostgreSQL as a database beside it, for all test processes of some
//! minutes; who comes first makes it while the others wait.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};
use service::Clock;
use service::seed::{Account, District, demo_accounts, load};
use testing::{Database, create_database, drop_database, url_of};

use crate::both;
use crate::district::{self, Kind};
use crate::test_app::{Options, TestApp};
use crate::world::{self, Who};

/// Signs order cookies in every test.
pub const SECRET: [u8; 32] = [7; 32];

/// How long a filled shop is copied from: for programs, which read the system's clock, reservations in it must not have
/// run out.
const LIFE: Duration = Duration::from_secs(600);

/// A filled shop, and who can sign in.
#[derive(Debug)]
pub struct Template {
    /// When it was made: the clock of shops that are copied from it stands there.
    pub now: i64,
    /// Its data folder: the database on SQLite, and the pictures.
    files: Option<PathBuf>,
    /// Its database on PostgreSQL.
    pub database: Option<String>,
    pub accounts: Vec<Account>,
    /// Who → their cookies; filled in [`Template::inhabited`] only.
    pub cookies: BTreeMap<Who, BTreeMap<String, String>>,
}

#[derive(Clone, Copy, Debug)]
enum Filled {
    Plain,
    Hostile,
    Inhabited,
}

/// By what they are filled with, and by database.
static TEMPLATES: [[OnceLock<Template>; 2]; 3] = [const { [const { OnceLock::new() }; 2] }; 3];

impl Template {
    /// The district with ordinary names.
    pub fn plain() -> &'static Self {
        Self::of(Filled::Plain)
    }

    /// The district with hostile ones.
    pub fn hostile() -> &'static Self {
        Self::of(Filled::Hostile)
    }

    /// The plain district after a morning's work: an order placed, everybody signed in.
    pub fn inhabited() -> &'static Self {
        Self::of(Filled::Inhabited)
    }

    /// A shop with nothing in it, now.
    pub fn empty() -> Self {
        Self {
            now: Clock::system().now(),
            files: None,
            database: None,
            accounts: Vec::new(),
            cookies: BTreeMap::new(),
        }
    }

    fn of(filled: Filled) -> &'static Self {
        let database = both::database();
        TEMPLATES[filled as usize][database as usize].get_or_init(|| apart(database, move || find_or_make(filled)))
    }

    /// Copies the data folder to `folder`.
    pub fn unpack(&self, folder: &Path) {
        if let Some(files) = &self.files {
            copy(files, folder);
        }
    }

    fn read(folder: &Path) -> Option<Self> {
        let text = fs::read_to_string(folder.join("template.json")).ok()?;
        let value: Value = serde_json::from_str(&text).unwrap();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let account = |value: &Value| Account {
            phone: text(&value["phone"]),
            password: text(&value["password"]),
            role: text(&value["role"]),
        };
        let cookies = Who::ALL
            .into_iter()
            .filter_map(|who| Some((who, value["cookies"].get(format!("{who:?}"))?)))
            .map(|(who, cookies)| (who, serde_json::from_value(cookies.clone()).unwrap()))
            .collect();
        Some(Self {
            now: value["now"].as_i64().unwrap(),
            files: Some(folder.join("data")),
            database: value["database"].as_str().map(str::to_owned),
            accounts: value["accounts"].as_array().unwrap().iter().map(account).collect(),
            cookies,
        })
    }

    /// Written last: a folder without it is not finished.
    fn write(&self, folder: &Path) {
        let accounts: Vec<Value> = self
            .accounts
            .iter()
            .map(|a| json!({ "phone": a.phone, "password": a.password, "role": a.role }))
            .collect();
        let cookies: BTreeMap<String, _> = self.cookies.iter().map(|(who, c)| (format!("{who:?}"), c)).collect();
        let value = json!({ "now": self.now, "database": self.database, "accounts": accounts, "cookies": cookies });
        fs::write(folder.join("template.json"), value.to_string()).unwrap();
    }
}

/// Runs in a thread and a runtime of its own: its connections end with it, not with the test that comes first.
fn apart<F: Future<Output = Template>>(database: Database, work: impl FnOnce() -> F + Send) -> Template {
    std::thread::scope(|scope| {
        let thread = scope.spawn(|| {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            runtime.block_on(both::on(database, work()))
        });
        thread.join().unwrap().unwrap()
    })
}

async fn find_or_make(filled: Filled) -> Template {
    let all = Path::new(env!("CARGO_TARGET_TMPDIR")).join("templates");
    let home = all.join(stamp());
    fs::create_dir_all(&home).unwrap();
    let name = format!("{filled:?}-{:?}", both::database()).to_lowercase();
    let folder = home.join(&name);
    let turn = File::create(home.join(format!("{name}.lock"))).unwrap();
    turn.lock().unwrap();
    if let Some(template) = Template::read(&folder) {
        return template;
    }
    sweep(&all).await;
    // What a process left behind that was stopped on the way.
    drop(fs::remove_dir_all(&folder));
    let database = match both::database() {
        Database::Sqlite => None,
        Database::Postgres => Some(format!("bazar_template_{:x}", hash(&folder))),
    };
    let template = make(filled, &folder, database).await;
    template.write(&folder);
    template
}

async fn make(filled: Filled, folder: &Path, database: Option<String>) -> Template {
    let app = match filled {
        Filled::Plain => fill(Kind::Plain, database.as_deref()).await,
        Filled::Hostile => fill(Kind::Hostile, database.as_deref()).await,
        Filled::Inhabited => {
            let plain = Box::pin(find_or_make(Filled::Plain)).await;
            start(&plain, database.as_deref()).await
        }
    };
    let cookies = match filled {
        Filled::Inhabited => world::settle(&app).await,
        Filled::Plain | Filled::Hostile => BTreeMap::new(),
    };
    let (now, accounts) = (app.shop.now(), app.accounts.clone());
    app.pack(&folder.join("data")).await;
    Template {
        now,
        files: Some(folder.join("data")),
        database,
        accounts,
        cookies,
    }
}

async fn fill(kind: Kind, database: Option<&str>) -> TestApp {
    let files = tempfile::tempdir().unwrap();
    district::write(files.path(), kind);
    let mut app = start(&Template::empty(), database).await;
    let district = District::read(files.path()).unwrap();
    load(&app.shop, district, |_, _| {}).await.unwrap();
    app.accounts = demo_accounts(&app.shop).await.unwrap();
    app
}

/// A shop on a database that stays.
async fn start(from: &Template, database: Option<&str>) -> TestApp {
    match database {
        None => TestApp::start_from(from, Options::default()).await,
        Some(name) => {
            drop_database(name).await;
            create_database(name, from.database.as_deref()).await;
            TestApp::start_at(from, Options::default(), url_of(name)).await
        }
    }
}

/// Stands for this build of the tests and this time of day.
fn stamp() -> String {
    let program = fs::metadata(std::env::current_exe().unwrap()).unwrap();
    let built = hash(&(program.modified().unwrap(), program.len()));
    format!("{}-{built:x}", now() / LIFE.as_secs())
}

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()
}

/// Takes away what nobody copies from any more.
async fn sweep(all: &Path) {
    let oldest = now() / LIFE.as_secs() - 3;
    for entry in fs::read_dir(all).unwrap() {
        let home = entry.unwrap().path();
        let name = home.file_name().unwrap().to_string_lossy().into_owned();
        let time = name.split('-').next().and_then(|time| time.parse::<u64>().ok());
        if time.is_some_and(|time| time >= oldest) {
            continue;
        }
        for folder in fs::read_dir(&home).into_iter().flatten() {
            // The tests that made it may be others than these: only the name is read.
            let text = fs::read_to_string(folder.unwrap().path().join("template.json"));
            let value: Option<Value> = text.ok().and_then(|text| serde_json::from_str(&text).ok());
            if let Some(database) = value.as_ref().and_then(|value| value["database"].as_str()) {
                drop_database(database).await;
            }
        }
        drop(fs::remove_dir_all(&home));
    }
}

fn hash(what: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, target).unwrap();
        }
    }
}
