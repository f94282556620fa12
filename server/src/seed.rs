//! Filling a shop, and the operator's other short commands.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context, bail};
use domain::PaymentReference;
use service::Shop;
use service::orders::{self, Received};
use service::seed::{District, demo_accounts, is_empty, load};

use crate::config::{Settings, write_private};
use crate::serve::{Purpose, open_shop};

/// File in the data folder that says how to sign in to the demo.
pub const ACCOUNTS: &str = "demo-accounts.txt";
/// A district brings its own categories, stations and goods, and takes no others' place.
const NOT_EMPTY: &str = "the shop is not empty; fill a new one with another BAZAR_DATA_DIR, or another database";

/// Fills an empty shop with the demo district and makes accounts for it.
///
/// # Errors
/// When the shop is not empty (unless `if_empty`), or files are missing or not right.
pub async fn demo(settings: &Settings, from: &Path, only_if_empty: bool) -> anyhow::Result<()> {
    // Read before anything is made: a folder that is not there leaves no empty database behind. Whether it will be
    // needed is not known when every start of the shop asks.
    let district = if only_if_empty { None } else { Some(read(from)?) };
    let shop = open_shop(settings, Purpose::Command).await?;
    if !is_empty(&shop).await? {
        if only_if_empty {
            return Ok(());
        }
        bail!(NOT_EMPTY);
    }
    let district = district.map_or_else(|| read(from), Ok)?;
    fill(&shop, district).await?;
    let mut text = String::new();
    for account in demo_accounts(&shop).await? {
        writeln!(text, "{}  {}  {}", account.phone, account.password, account.role)?;
    }
    let file = settings.data_dir.join(ACCOUNTS);
    write_private(&file, text.as_bytes()).with_context(|| format!("{} cannot be written", file.display()))?;
    println!(
        "Sign in with (phone, password, for): also kept in {}\n{text}",
        file.display()
    );
    shop.db().clone().close().await;
    Ok(())
}

/// Loads a district from a folder into an empty shop.
///
/// # Errors
/// When files are missing or not right, or the shop is not empty; then nothing was written.
pub async fn import(settings: &Settings, from: &Path) -> anyhow::Result<()> {
    let district = read(from)?;
    let shop = open_shop(settings, Purpose::Command).await?;
    if !is_empty(&shop).await? {
        bail!(NOT_EMPTY);
    }
    fill(&shop, district).await?;
    shop.db().clone().close().await;
    Ok(())
}

/// Has the program that serves build its index of the shop anew: it begins in a moment, and takes minutes with many goods.
///
/// # Errors
/// When nothing can be written beside the folder of the index.
pub fn rebuild_search(settings: &Settings) -> anyhow::Result<()> {
    let folder = settings.search_dir();
    service::search::ask_for_rebuild(&folder)
        .with_context(|| format!("nothing can be written beside {}", folder.display()))?;
    println!("The program that serves begins to build the index anew in a moment, or when it is started.");
    println!("Until it is built, the database answers searches, which knows no mistakes and no amounts.");
    Ok(())
}

fn read(from: &Path) -> anyhow::Result<District> {
    District::read(from).with_context(|| format!("{} cannot be read", from.display()))
}

async fn fill(shop: &Shop, district: District) -> anyhow::Result<()> {
    let loaded = load(shop, district, |done, all| {
        if done.is_multiple_of(12) || done == all {
            print!("\r  drawing pictures {done}/{all}");
            // A progress line that cannot be written is no reason to stop.
            drop(std::io::stdout().flush());
        }
    })
    .await
    .context("the district cannot be loaded")?;
    println!(
        "\r  loaded {} cooperatives, {} products, {} stations",
        loaded.cooperatives, loaded.products, loaded.stations
    );
    Ok(())
}

/// Marks an order as paid.
///
/// # Errors
/// When the reference is unknown or its order cannot be paid any more.
pub async fn mark_paid(settings: &Settings, reference: &str) -> anyhow::Result<()> {
    let reference = PaymentReference::parse(reference).context("that is not a payment reference")?;
    let shop = open_shop(settings, Purpose::Command).await?;
    let received = orders::mark_paid(&shop, &reference)
        .await
        .context("not marked as paid")?;
    match received {
        Received::Paid => println!("paid: {reference}"),
        Received::RefundDue => println!("its orders are over: send the money for {reference} back"),
    }
    shop.db().clone().close().await;
    Ok(())
}
