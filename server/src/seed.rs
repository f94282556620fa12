//! Filling a shop, and the operator's other short commands.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, bail};
use domain::PaymentReference;
use service::Shop;
use service::orders::{self, Received};
use service::seed::{District, demo_accounts, is_empty, load};

use crate::config::{Settings, write_private};
use crate::serve::{Purpose, open_shop};

/// File in the data folder that says how to sign in to the demo.
pub const ACCOUNTS: &str = "demo-accounts.txt";

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
        bail!("the shop is not empty; choose another BAZAR_DATA_DIR to fill a new one");
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

/// Loads a district from a folder.
///
/// # Errors
/// When files are missing or not right; then nothing was written.
pub async fn import(settings: &Settings, from: &Path) -> anyhow::Result<()> {
    let district = read(from)?;
    let shop = open_shop(settings, Purpose::Command).await?;
    fill(&shop, district).await?;
    shop.db().clone().close().await;
    Ok(())
}

/// Has the program that serves build its index of the shop anew.
///
/// # Errors
/// When nothing can be written beside the folder of the index.
pub fn rebuild_search(settings: &Settings) -> anyhow::Result<()> {
    let folder = settings.search_dir();
    service::search::ask_for_rebuild(&folder)
        .with_context(|| format!("nothing can be written beside {}", folder.display()))?;
    println!("The index is built anew within a second by the program that serves, or when it is started.");
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

/// Checks the translators' files and prints what is not right.
pub fn check_texts(folder: &Path) -> ExitCode {
    let report = l10n::check::check_folder(folder, &folder.display().to_string());
    for problem in report.problems.iter().chain(&report.hints) {
        println!("{problem}");
    }
    println!("{} problems, {} hints", report.problems.len(), report.hints.len());
    if report.problems.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
