//! Checking the log of who did what, at the server.

use anyhow::{Context, bail};
use db::audit::Noted;

use crate::config::Settings;
use crate::serve::{Purpose, open_shop};

/// Checks the log and says how many events were right, where it ends, and what is the first that is not.
///
/// # Errors
/// When something is not as it was written, `noted` is no end of a log, or the database does not answer.
pub async fn verify(settings: &Settings, noted: Option<&str>) -> anyhow::Result<()> {
    let noted = noted
        .map(|text| Noted::parse(text).context("--noted is what an earlier check printed, <number>:<64 digits>"))
        .transpose()?;
    let shop = open_shop(settings, Purpose::Command).await?;
    let checked = service::audit::verify(&shop, noted.as_ref()).await;
    shop.db().clone().close().await;
    let checked = checked.context("the log could not be checked")?;
    println!("{} events checked", checked.events);
    if let Some(broken) = checked.broken {
        bail!("the log is not whole: {broken}");
    }
    println!(
        "the log is whole and ends at {}:{}",
        checked.last.seq, checked.last.hash
    );
    Ok(())
}

/// Takes over what the release before wrote.
///
/// # Errors
/// When the database does not answer.
pub async fn adopt(settings: &Settings) -> anyhow::Result<()> {
    let shop = open_shop(settings, Purpose::Command).await?;
    let adopted = service::audit::adopt(&shop).await;
    shop.db().clone().close().await;
    println!("{} events taken over", adopted.context("nothing was taken over")?);
    Ok(())
}
