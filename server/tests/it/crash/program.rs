//! The real program, its data, and people who buy from it until it is gone.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use db::sea_orm::{ConnectionTrait, DatabaseBackend, Statement};
use db::{Db, DbOptions};
use domain::OrderCode;
use tempfile::TempDir;
use testing::{Database, Place};

use crate::both;
use crate::buyer::{self, Fields};
use crate::client::{Ask, Client, Gone, PUBLIC};
use crate::template::{SECRET, Template};
use crate::test_app::{temp_dir, write_site};

/// A folder with a filled shop, and the offer people buy.
pub async fn filled() -> (TempDir, i64) {
    let folder = unpacked();
    let db = open(folder.path()).await;
    let offer = offer_in(&db).await;
    db.close().await;
    (folder, offer)
}

/// A folder with what a filled shop has beside its database; on SQLite with the database too.
fn unpacked() -> TempDir {
    let folder = temp_dir();
    let data = folder.path().join("data");
    std::fs::create_dir_all(&data).unwrap();
    Template::plain().unpack(&data);
    std::fs::write(data.join("secret"), hex::encode(SECRET)).unwrap();
    write_site(&folder.path().join("site"));
    folder
}

/// The offer people buy.
async fn offer_in(db: &Db) -> i64 {
    number(db, "SELECT id FROM offers WHERE sku = 'BADAM-500'").await
}

/// A filled shop that a program is started on again and again.
pub struct Data {
    pub folder: TempDir,
    url: String,
    pub offer: i64,
    /// The database of the tests' PostgreSQL, dropped with this.
    _place: Option<Place>,
}

impl Data {
    pub async fn on_sqlite() -> Self {
        let (folder, offer) = filled().await;
        let url = format!("sqlite://{}", folder.path().join("data/bazar.db").display());
        Self {
            folder,
            url,
            offer,
            _place: None,
        }
    }

    /// A database of its own on the PostgreSQL of the tests. Only inside of [`both::on`](crate::both::on).
    pub async fn on_postgres() -> Self {
        let template = Template::plain().database.as_deref().unwrap();
        let place = Place::copy_of(template).await.unwrap();
        let url = place.url().to_owned();
        Self {
            _place: Some(place),
            ..Self::at(url).await
        }
    }

    /// On a filled PostgreSQL database.
    pub async fn at(url: String) -> Self {
        let db = Db::open(&url, DbOptions::default()).await.unwrap();
        let offer = offer_in(&db).await;
        db.close().await;
        Self {
            folder: unpacked(),
            url,
            offer,
            _place: None,
        }
    }

    /// On the database of the running test.
    pub async fn fresh() -> Self {
        match both::database() {
            Database::Sqlite => Self::on_sqlite().await,
            Database::Postgres => Self::on_postgres().await,
        }
    }

    /// With the translators' files in this folder.
    pub fn start_with_texts(&self, locales: &Path) -> Program {
        let database = &self.url;
        Program::start_with(self.folder.path(), Start::WithTexts { database, locales })
    }

    pub fn start(&self) -> Program {
        Program::start_with(self.folder.path(), Start::On { database: &self.url })
    }

    pub async fn open(&self) -> Db {
        Db::open(&self.url, DbOptions::default()).await.unwrap()
    }

    /// Nothing is half there.
    pub async fn is_sound(&self, when: &str) {
        let db = self.open().await;
        if db.backend() == DatabaseBackend::Sqlite {
            assert_eq!(text(&db, "PRAGMA integrity_check").await, "ok", "{when}");
        }
        adds_up(&db).await;
        db.close().await;
    }

    /// The orders of these forms are there, each once, and no other.
    pub async fn has_just(&self, orders: &BTreeSet<OrderCode>) {
        self.is_sound("at the end").await;
        let db = self.open().await;
        for code in orders {
            let count = number(&db, &format!("SELECT count(*) FROM order_groups WHERE code = '{code}'")).await;
            assert_eq!(count, 1, "{code}");
        }
        let placed = number(&db, "SELECT count(*) FROM order_groups").await;
        assert_eq!(usize::try_from(placed).unwrap(), orders.len(), "and no other");
        db.close().await;
    }
}

/// The log of the programs of a folder.
pub const LOG: &str = "program.log";

/// The program that is tested.
pub const CURRENT: &str = env!("CARGO_BIN_EXE_bazar");

/// The program; it does not outlive the test.
pub struct Program {
    child: Child,
    pub addr: SocketAddr,
}

/// How the program is started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start<'s> {
    Plainly,
    /// On the database at this address.
    On {
        database: &'s str,
    },
    /// The same, with the translators' files in this folder.
    WithTexts {
        database: &'s str,
        locales: &'s Path,
    },
    /// With pictures in the bucket at this address.
    Bucket {
        url: &'s str,
    },
    /// No file of its may be longer than so many blocks of 512 bytes: its writes fail, as on a full disk.
    FileLimit {
        blocks: u64,
    },
}

impl Program {
    pub fn start(folder: &Path) -> Self {
        Self::start_with(folder, Start::Plainly)
    }

    /// What it logs goes into the file [`LOG`].
    pub fn start_with(folder: &Path, start: Start<'_>) -> Self {
        Self::start_program(Path::new(CURRENT), folder, start)
    }

    /// The same of another program than the current one.
    pub fn start_program(program: &Path, folder: &Path, start: Start<'_>) -> Self {
        let log = File::options()
            .create(true)
            .append(true)
            .open(folder.join(LOG))
            .unwrap();
        let mut child = command(program, folder, start)
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let addr = line
            .trim()
            .rsplit("http://")
            .next()
            .unwrap_or_default()
            .trim_end_matches('/');
        let addr = addr.parse().unwrap_or_else(|_| panic!("it did not start: {line:?}"));
        Self { child, addr }
    }

    /// Starts a program that should not start; answers what it says.
    pub fn refused(folder: &Path) -> String {
        let output = command(Path::new(CURRENT), folder, Start::Plainly).output().unwrap();
        assert!(!output.status.success());
        String::from_utf8_lossy(&output.stderr).into_owned()
    }

    /// SIGTERM: told to stop, and waited for. Answers whether it ended well.
    pub fn stop(mut self) -> bool {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
        self.child.wait().unwrap().success()
    }

    /// SIGKILL: no handler runs, nothing is flushed.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Another command of the program on the same data, such as `backup`.
pub fn run(folder: &Path, arguments: &[&str]) -> std::process::Output {
    Command::new(CURRENT)
        .args(arguments)
        .arg("--data-dir")
        .arg(folder.join("data"))
        .args(["--public-url", PUBLIC])
        .output()
        .unwrap()
}

fn command(program: &Path, folder: &Path, start: Start<'_>) -> Command {
    let mut command = match start {
        Start::Plainly => Command::new(program),
        Start::On { database } | Start::WithTexts { database, .. } => {
            let mut command = Command::new(program);
            command.env("BAZAR_DATABASE_URL", database);
            command
        }
        Start::Bucket { url } => {
            let mut command = Command::new(program);
            command
                .env("BAZAR_MEDIA_URL", url)
                .envs([("AWS_ACCESS_KEY_ID", "key"), ("AWS_SECRET_ACCESS_KEY", "secret")]);
            command
        }
        Start::FileLimit { blocks } => {
            let mut shell = Command::new("sh");
            // Without the signal a write beyond the limit is an error like any other.
            let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\"");
            shell.args(["-c", &script, "sh"]).arg(program);
            shell
        }
    };
    let locales = match start {
        Start::WithTexts { locales, .. } => locales.to_owned(),
        _ => folder.join("no-locales"),
    };
    command
        .arg("serve")
        .args(["--addr", "127.0.0.1:0"])
        .arg("--data-dir")
        .arg(folder.join("data"))
        .arg("--site-dir")
        .arg(folder.join("site"))
        .arg("--locales-dir")
        .arg(locales)
        .args(["--public-url", PUBLIC])
        .args(["--unlimited-networks", "127.0.0.1/32"]);
    command
}

/// A form that was sent at least once.
#[derive(Clone, Debug)]
pub struct Attempt {
    pub client: Client,
    pub fields: Fields,
    /// The order's code, once somebody was told it.
    pub told: Option<OrderCode>,
}

impl Attempt {
    /// Sends the form again, as somebody does whose answer was lost.
    pub async fn resend(&mut self, addr: SocketAddr) {
        let mut client = Client::with_cookies(addr, &self.client.cookies);
        let answer = client.post("/ug/checkout", &self.fields).await.is(303);
        let code = buyer::code_of(&answer);
        if let Some(told) = self.told {
            assert_eq!(code, told, "the same form is the same order");
        }
        self.told = Some(code);
    }
}

/// Buys over and over until the program is gone; answers every form that was sent.
pub async fn buy_until_it_dies(addr: SocketAddr, offer: i64) -> Vec<Attempt> {
    let mut attempts = Vec::new();
    while let Ok(Ok(mut attempt)) = prepare(addr, offer).await {
        let answer = attempt
            .client
            .try_send(Ask::post("/ug/checkout", &attempt.fields))
            .await;
        let is_gone = answer.is_err();
        attempt.told = answer.ok().map(|answer| buyer::code_of(&answer));
        attempts.push(attempt);
        if is_gone {
            break;
        }
    }
    attempts
}

/// Fills a cart and the checkout's form; the status where that is refused.
pub async fn prepare(addr: SocketAddr, offer: i64) -> Result<Result<Attempt, u16>, Gone> {
    let mut client = Client::new(addr);
    let fields = [("offer", offer.to_string()), ("quantity", "1".to_owned())];
    let added = client.try_send(Ask::post("/ug/cart/lines", &fields)).await?;
    if added.status.as_u16() != 303 {
        return Ok(Err(added.status.as_u16()));
    }
    let page = client.try_send(Ask::get("/ug/checkout")).await?;
    if page.status.as_u16() != 200 {
        return Ok(Err(page.status.as_u16()));
    }
    let mut fields = page.page().form("checkout");
    for (name, value) in [("name", buyer::NAME), ("phone", buyer::PHONE), ("station", "B001")] {
        buyer::set(&mut fields, name, value);
    }
    Ok(Ok(Attempt {
        client,
        fields,
        told: None,
    }))
}

pub async fn number(db: &Db, sql: &str) -> i64 {
    let row = db
        .read()
        .query_one_raw(Statement::from_string(db.backend(), sql.to_owned()))
        .await
        .unwrap();
    row.unwrap().try_get_by_index(0).unwrap()
}

pub async fn text(db: &Db, sql: &str) -> String {
    let row = db
        .read()
        .query_one_raw(Statement::from_string(db.backend(), sql.to_owned()))
        .await
        .unwrap();
    row.unwrap().try_get_by_index(0).unwrap()
}

pub async fn open(folder: &Path) -> Db {
    let url = format!("sqlite://{}", folder.join("data/bazar.db").display());
    Db::open(&url, DbOptions::default()).await.unwrap()
}

/// Stock, reservations and money tell the same story.
pub async fn adds_up(db: &Db) {
    for (what, sql) in [
        (
            "orders without a group's money",
            "SELECT count(*) FROM order_groups g WHERE total_minor <> (SELECT sum(total_minor) FROM orders WHERE group_id = g.id)",
        ),
        (
            "lines that are not an order's money",
            "SELECT count(*) FROM orders o WHERE goods_minor <> (SELECT sum(total_minor) FROM order_lines WHERE order_id = o.id)",
        ),
        (
            "bills that are not a group's money",
            "SELECT count(*) FROM order_groups g WHERE 1 <> (SELECT count(*) FROM payments WHERE group_id = g.id AND amount_minor = g.total_minor)",
        ),
        (
            "stock that is not reserved by somebody",
            "SELECT count(*) FROM stock s WHERE reserved <> (SELECT coalesce(sum(quantity), 0) FROM reservations WHERE offer_id = s.offer_id AND status = 'active')",
        ),
        (
            "lines without a reservation",
            "SELECT count(*) FROM order_lines l WHERE quantity <> (SELECT coalesce(sum(quantity), 0) FROM reservations WHERE order_id = l.order_id AND offer_id = l.offer_id)",
        ),
        (
            "keys without an order",
            "SELECT count(*) FROM idempotency_keys k WHERE route = 'checkout' AND NOT EXISTS (SELECT 1 FROM order_groups WHERE code = k.response)",
        ),
        (
            "orders without a key",
            "SELECT count(*) FROM order_groups g WHERE NOT EXISTS (SELECT 1 FROM idempotency_keys WHERE response = g.code)",
        ),
        (
            "orders without a message",
            "SELECT count(*) FROM order_groups g WHERE NOT EXISTS (SELECT 1 FROM outbox WHERE key = 'group:' || g.id)",
        ),
        (
            "orders without what is due of them",
            "SELECT count(*) FROM orders o WHERE NOT EXISTS (SELECT 1 FROM money_entries WHERE order_id = o.id AND amount_minor = o.total_minor)",
        ),
        (
            "orders out of open carts",
            "SELECT count(*) FROM order_groups g JOIN carts c ON c.id = g.cart_id WHERE c.status = 'open'",
        ),
    ] {
        assert_eq!(number(db, sql).await, 0, "{what}");
    }
}
