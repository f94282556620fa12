//! Shops that are filled once and copied for every test: a copy takes milliseconds, drawing and hashing do not.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use service::seed::{Account, District, demo_accounts, load};

use crate::district::{self, Kind};
use crate::test_app::{Options, TestApp};
use crate::world;

/// Signs order cookies in every test.
pub const SECRET: [u8; 32] = [7; 32];

/// The files of a filled shop, in memory, and who can sign in.
#[derive(Debug, Default)]
pub struct Template {
    files: BTreeMap<PathBuf, Vec<u8>>,
    pub accounts: Vec<Account>,
    /// Who → their cookies; filled in [`Template::inhabited`] only.
    pub cookies: BTreeMap<world::Who, BTreeMap<String, String>>,
}

static PLAIN: OnceLock<Template> = OnceLock::new();
static HOSTILE: OnceLock<Template> = OnceLock::new();
static INHABITED: OnceLock<Template> = OnceLock::new();

impl Template {
    /// The district with ordinary names.
    pub fn plain() -> &'static Self {
        PLAIN.get_or_init(|| apart(|| fill(Kind::Plain)))
    }

    /// The district with hostile ones.
    pub fn hostile() -> &'static Self {
        HOSTILE.get_or_init(|| apart(|| fill(Kind::Hostile)))
    }

    /// The plain district after a morning's work: an order placed, everybody signed in.
    pub fn inhabited() -> &'static Self {
        INHABITED.get_or_init(|| {
            apart(|| async {
                let app = TestApp::start_from(Self::plain(), Options::default()).await;
                let cookies = world::settle(&app).await;
                let mut template = app.into_template().await;
                template.cookies = cookies;
                template
            })
        })
    }

    /// Writes the files below `folder`.
    pub fn unpack(&self, folder: &Path) {
        for (name, bytes) in &self.files {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    }

    /// Reads the files of a shop, with `database` for its own.
    pub fn pack(folder: &Path, database: Vec<u8>, accounts: Vec<Account>) -> Self {
        let mut files = BTreeMap::new();
        collect(folder, folder, &mut files);
        files.retain(|name, _| !name.to_string_lossy().starts_with("bazar.db"));
        files.insert(PathBuf::from("bazar.db"), database);
        Self {
            files,
            accounts,
            cookies: BTreeMap::new(),
        }
    }
}

fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            files.insert(path.strip_prefix(root).unwrap().to_owned(), fs::read(&path).unwrap());
        }
    }
}

/// Runs in a thread and a runtime of its own: its connections end with it, not with the test that comes first.
fn apart<F: Future<Output = Template>>(work: impl FnOnce() -> F + Send) -> Template {
    std::thread::scope(|scope| {
        let thread = scope.spawn(|| {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            runtime.block_on(work())
        });
        thread.join().unwrap()
    })
}

async fn fill(kind: Kind) -> Template {
    let files = tempfile::tempdir().unwrap();
    district::write(files.path(), kind);
    let empty = Template::default();
    let mut app = TestApp::start_from(&empty, Options::default()).await;
    let district = District::read(files.path()).unwrap();
    load(&app.shop, district, |_, _| {}).await.unwrap();
    app.accounts = demo_accounts(&app.shop).await.unwrap();
    app.into_template().await
}
