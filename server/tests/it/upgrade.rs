//! The release before on the tables of this one: `cargo xtask test --only upgrade` builds its program, says where it is
//! in `BAZAR_LAST_RELEASE`, and runs these.

use std::path::{Path, PathBuf};
use std::process::Command;

use db::Db;
use db::sea_orm::DatabaseBackend;
use domain::OrderCode;
use tempfile::TempDir;
use testing::{Database, Place};

use crate::both;
use crate::buyer;
use crate::client::{Client, PUBLIC};
use crate::crash::program::{CURRENT, Program, Start, adds_up, number, text};
use crate::test_app::{temp_dir, write_site};

/// A shop that programs of both releases run on.
struct Upgraded {
    folder: TempDir,
    url: String,
    before: PathBuf,
    _place: Place,
}

impl Upgraded {
    /// Filled by the program of the release before.
    async fn new(database: Database) -> Self {
        let built = std::env::var_os("BAZAR_LAST_RELEASE").map(PathBuf::from);
        let built = built.unwrap_or_else(|| panic!("run by `cargo xtask test --only upgrade`"));
        let folder = temp_dir();
        write_site(&folder.path().join("site"));
        let place = Place::fresh(database).await.unwrap();
        let shop = Self {
            url: place.url().to_owned(),
            before: built.join("bazar"),
            folder,
            _place: place,
        };
        let filled = Command::new(&shop.before)
            .args(["seed", "--demo", "--from"])
            .arg(built.join("district"))
            .arg("--data-dir")
            .arg(shop.folder.path().join("data"))
            .args(["--public-url", PUBLIC])
            .env("BAZAR_DATABASE_URL", &shop.url)
            .output()
            .unwrap();
        assert!(filled.status.success(), "{}", String::from_utf8_lossy(&filled.stderr));
        shop
    }

    fn start(&self, program: &Path) -> Program {
        let start = Start::On { database: &self.url };
        Program::start_program(program, self.folder.path(), start)
    }

    fn start_before(&self) -> Program {
        self.start(&self.before)
    }

    fn start_current(&self) -> Program {
        self.start(Path::new(CURRENT))
    }

    async fn open(&self) -> Db {
        let options = db::DbOptions::default();
        Db::open(&self.url, options).await.unwrap()
    }
}

/// Somebody with an order and something in the cart.
struct Buyer {
    client: Client,
    orders: Vec<OrderCode>,
}

impl Buyer {
    /// Goes on at another program.
    fn at(&mut self, program: &Program) -> &mut Self {
        self.client = Client::with_cookies(program.addr, &self.client.cookies);
        self
    }

    /// Looks around and at the orders so far.
    async fn read(&mut self) {
        for path in [
            "",
            "/products",
            "/products/thin-shell-badam",
            "/shops",
            "/stations",
            "/search?q=badam",
        ] {
            for lang in ["ug", "zh", "es"] {
                let page = self.client.get(&format!("/{lang}{path}")).await.is(200).page();
                assert_eq!(page.count("h1"), 1, "/{lang}{path}");
            }
        }
        for order in &self.orders {
            let page = self.client.get(&format!("/zh/orders/{order}")).await.is(200).page();
            assert!(page.text().contains(buyer::NAME), "{order} is shown to its buyer");
        }
    }

    /// Orders what is in the cart and puts the same in again, for next time.
    async fn order(&mut self, offer: i64) {
        let cart = self.client.get("/ug/cart").await.is(200).page();
        assert!(cart.has("[data-testid=cart-line]"), "the cart is still there");
        let fields = buyer::checkout_form(&mut self.client, "ug").await;
        let placed = buyer::place(&mut self.client, &fields).await.is(303);
        let code = buyer::code_of(&placed);
        let again = buyer::place(&mut self.client, &fields).await.is(303);
        assert_eq!(buyer::code_of(&again), code, "the same form is the same order");
        self.orders.push(code);
        buyer::add(&mut self.client, offer, "1").await.is(303);
    }
}

async fn the_release_before_runs_on_the_tables_of_this_one(database: Database) {
    let shop = Upgraded::new(database).await;

    // The release before, by itself.
    let program = shop.start_before();
    let mut buyer = Buyer {
        client: Client::new(program.addr),
        orders: Vec::new(),
    };
    let product = buyer.client.get("/ug/products/thin-shell-badam").await.is(200).page();
    let offer = product.value("offer").unwrap().parse().unwrap();
    buyer::add(&mut buyer.client, offer, "2").await.is(303);
    buyer.read().await;
    buyer.order(offer).await;

    // The current program brings the tables up to date: on PostgreSQL while the other goes on, as where one machine is
    // upgraded after the other. A file has one program.
    let program = match database {
        Database::Sqlite => {
            assert!(program.stop());
            None
        }
        Database::Postgres => Some(program),
    };
    let current = shop.start_current();
    buyer.at(&current).read().await;
    if let Some(before) = &program {
        buyer.at(before).read().await;
        buyer.order(offer).await;
        buyer.at(&current).order(offer).await;
    }
    assert!(current.stop());
    if let Some(before) = program {
        assert!(before.stop());
    }

    // The release before starts on them too.
    let program = shop.start_before();
    buyer.at(&program).read().await;
    buyer.order(offer).await;
    buyer.order(offer).await;
    assert!(program.stop());

    // And what it did is there for the current one.
    let current = shop.start_current();
    buyer.at(&current).read().await;
    buyer.order(offer).await;
    assert!(current.stop());
    let db = shop.open().await;
    if db.backend() == DatabaseBackend::Sqlite {
        assert_eq!(text(&db, "PRAGMA integrity_check").await, "ok");
    }
    adds_up(&db).await;
    for order in &buyer.orders {
        let found = number(
            &db,
            &format!("SELECT count(*) FROM order_groups WHERE code = '{order}'"),
        )
        .await;
        assert_eq!(found, 1, "{order}");
    }
    let all = number(&db, "SELECT count(*) FROM order_groups").await;
    assert_eq!(usize::try_from(all).unwrap(), buyer.orders.len(), "and no other");
    db.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs the program of the last release: `cargo xtask test --only upgrade`"]
async fn the_release_before_runs_on_these_tables_of_sqlite() {
    the_release_before_runs_on_the_tables_of_this_one(Database::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs the program of the last release: `cargo xtask test --only upgrade`"]
async fn the_release_before_runs_on_these_tables_of_postgresql() {
    let test = the_release_before_runs_on_the_tables_of_this_one(Database::Postgres);
    both::on(Database::Postgres, test).await;
}
