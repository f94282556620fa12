//! The command line of `bazar`.

use std::process::ExitCode;

use clap::Parser;
use server::config::{Admin, Audit, Cli, Command, L10n, Search};
use server::l10n::{commands, report, take};
use service::members::Invitation;

fn main() -> ExitCode {
    match run(Cli::parse()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("bazar: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    if let Command::L10n { command } = &cli.command
        && let Some(done) = commands::run(command)
    {
        return done;
    }
    // Never one thread only: a page that waits for the database must not hold up the one that answers it (leptos#4647).
    let threads = std::thread::available_parallelism().map_or(2, usize::from).max(2);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(threads)
        .enable_all()
        .build()?;
    runtime.block_on(async {
        match cli.command {
            Command::Serve(settings) => server::serve::run(settings).await,
            Command::Seed {
                if_empty,
                from,
                settings,
                ..
            } => server::seed::demo(&settings, &from, if_empty).await,
            Command::Import { from, settings } => server::seed::import(&settings, &from).await,
            Command::Backup { to, settings } => server::backup::backup(&settings, &to).await,
            Command::Restore {
                from,
                replace,
                settings,
            } => server::backup::restore(&settings, &from, replace).await,
            Command::Admin {
                command: Admin::Paid { reference, settings },
            } => server::seed::mark_paid(&settings, &reference).await,
            Command::Admin {
                command:
                    Admin::Member {
                        phone,
                        name,
                        of,
                        role,
                        settings,
                    },
            } => server::members::appoint(&settings, &of, Invitation { phone, name, role }).await,
            Command::Admin {
                command:
                    Admin::Audit {
                        command: Audit::Verify { noted, settings },
                    },
            } => server::audit::verify(&settings, noted.as_deref()).await,
            Command::Admin {
                command: Admin::Audit {
                    command: Audit::Adopt { settings },
                },
            } => server::audit::adopt(&settings).await,
            Command::Admin {
                command: Admin::Search {
                    command: Search::Rebuild { settings },
                },
            } => server::seed::rebuild_search(&settings),
            Command::L10n {
                command: L10n::Serve(settings),
            } => commands::serve(*settings).await,
            Command::L10n {
                command: L10n::Report(asked),
            } => report::print(*asked).await,
            Command::L10n {
                command: L10n::Take(asked),
            } => take::take(*asked).await,
            Command::L10n {
                command: L10n::Forget(asked),
            } => take::forget(*asked).await,
            // Carried out above.
            Command::L10n { .. } => Ok(()),
        }
    })?;
    Ok(ExitCode::SUCCESS)
}
