//! Members that the operator makes.

use anyhow::{Context, bail};
use service::members::{self, Invitation};

use crate::config::Settings;
use crate::serve::{Purpose, open_shop};

/// Makes somebody a member of what `of` names.
///
/// # Errors
/// When there is no such subject or role, or the number or the name is not right.
pub async fn appoint(settings: &Settings, of: &str, invitation: Invitation) -> anyhow::Result<()> {
    let shop = open_shop(settings, Purpose::Command).await?;
    let subject = members::find(&shop, of).with_context(|| format!("there is no `{of}`"))?;
    match members::appoint(&shop, subject, &invitation).await {
        Ok(()) => println!("{} of {subject}: {}", invitation.role, invitation.phone),
        Err(service::Error::Fields(wrong)) => {
            let wrong: Vec<String> = wrong.iter().map(|(field, code)| format!("{field}: {code}")).collect();
            bail!("not made a member: {}", wrong.join(", "));
        }
        Err(error) => return Err(error).context("not made a member"),
    }
    shop.db().clone().close().await;
    Ok(())
}
