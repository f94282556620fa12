//! Shops that are filled once and copied for every test: a copy takes milliseconds, drawing and hashing do not.
//!
//! A filled shop lies in the target folder for all test processes of some minutes ([`Turn`]).

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Duration;

use serde_json::{Value, json};
use service::Clock;
use service::seed::{Account, District, demo_accounts, load};
use testing::{Database, Turn, copy_folder, create_database, url_of};

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
            copy_folder(files, folder);
        }
    }

    fn read(folder: &Path) -> Self {
        let text = fs::read_to_string(folder.join("template.json")).unwrap();
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
        Self {
            now: value["now"].as_i64().unwrap(),
            files: Some(folder.join("data")),
            database: value["database"].as_str().map(str::to_owned),
            accounts: value["accounts"].as_array().unwrap().iter().map(account).collect(),
            cookies,
        }
    }

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
    let name = format!("{filled:?}-{:?}", both::database()).to_lowercase();
    let turn = Turn::wait(&all, &name, LIFE, both::database()).await;
    if turn.is_made() {
        return Template::read(turn.folder());
    }
    let template = make(filled, turn.folder(), turn.database().map(str::to_owned)).await;
    template.write(turn.folder());
    turn.done();
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
            create_database(name, from.database.as_deref()).await;
            TestApp::start_at(from, Options::default(), url_of(name)).await
        }
    }
}
