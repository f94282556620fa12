//! What the commands are asked, and how they are carried out.

use std::io::Read;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, bail};
use clap::Args;
use domain::Locale;
use l10n::check::{FOLDERS, say_word};
use l10n::language::{add_languages, folders};
use wording::Pseudo;
use wording::exchange::{self, Format, MOST_BYTES};

use crate::config::{L10n, Settings};

use super::{check, export, files, fix, import, output, pseudo, report};

/// Changes the files.
pub(super) const WRITE: &str = "--write";

/// What is reported, and how.
#[derive(Clone, Debug, Args)]
pub struct ReportTexts {
    /// Folder with one folder a language.
    #[arg(default_value = "locales")]
    pub folder: PathBuf,
    /// As which kind of text.
    #[arg(long, default_value = "md", value_parser = ["md", "html", "json"])]
    pub format: String,
}

/// What is exported, as what, and to where.
#[derive(Clone, Debug, Args)]
pub struct ExportTexts {
    /// The language to translate into: `ug`, `zh-Hans`, `es`, or one that has a folder.
    #[arg(long)]
    pub language: String,
    /// For which kind of program.
    #[arg(long, default_value = "xliff", value_parser = ["xliff", "csv", "tmx", "po"])]
    pub format: String,
    /// Only texts that are missing, or doubted by a `review:`.
    #[arg(long)]
    pub open: bool,
    /// File to write; by default the texts are printed.
    #[arg(long)]
    pub to: Option<PathBuf>,
    /// Folder with one folder a language.
    #[arg(default_value = "locales")]
    pub folder: PathBuf,
}

/// What is imported, and into which files.
#[derive(Clone, Debug, Args)]
pub struct ImportTexts {
    /// The file that came back.
    pub file: PathBuf,
    /// The language it is in, when the file does not say.
    #[arg(long)]
    pub language: Option<String>,
    /// Its kind, when its name does not tell.
    #[arg(long, value_parser = ["xliff", "csv", "tmx", "po"])]
    pub format: Option<String>,
    /// Change the files; without it, what would change is only shown.
    #[arg(long)]
    pub write: bool,
    /// Folder with one folder a language.
    #[arg(long, default_value = "locales")]
    pub folder: PathBuf,
}

/// Which texts are made up, and where.
#[derive(Clone, Debug, Args)]
pub struct PseudoTexts {
    /// `accented` (35 % longer), `mirrored` (from right to left) or `uyghur` (English in Uyghur letters).
    #[arg(value_parser = ["accented", "mirrored", "uyghur"])]
    pub kind: String,
    /// New folder for them, for `bazar l10n serve --locales-dir`.
    #[arg(long)]
    pub to: PathBuf,
    /// The language in whose place they are shown; by default `es` for accented ones and `ug` for the others.
    #[arg(long)]
    pub language: Option<String>,
    /// Folder with the English texts.
    #[arg(default_value = "locales")]
    pub folder: PathBuf,
}

/// What is mended.
#[derive(Clone, Debug, Args)]
pub struct FixTexts {
    /// Folder with one folder a language.
    #[arg(default_value = "locales")]
    pub folder: PathBuf,
    /// Only this language.
    #[arg(long)]
    pub language: Option<String>,
    /// Change the files; without it, what would change is only shown.
    #[arg(long)]
    pub write: bool,
}

/// Carries out a command that needs no shop; nothing for those that do.
pub fn run(command: &L10n) -> Option<anyhow::Result<ExitCode>> {
    let folder = match command {
        L10n::Serve(_) | L10n::Take(_) | L10n::Forget(_) => return None,
        L10n::Check(asked) => &asked.folder,
        L10n::Report(asked) => &asked.folder,
        L10n::Export(asked) => &asked.folder,
        L10n::Import(asked) => &asked.folder,
        L10n::Pseudo(asked) => &asked.folder,
        L10n::Fix(asked) => &asked.folder,
    };
    let problems = add_languages(folder);
    for problem in &problems {
        let cause = [("cause", problem.cause.clone())];
        let said = say_word("check-file-unreadable", check::own_language(), &cause);
        eprintln!("{}: {said}", problem.path);
    }
    // A check says what else is wrong, too.
    if !problems.is_empty() && !matches!(command, L10n::Check(_)) {
        return Some(Ok(ExitCode::FAILURE));
    }
    Some(match command {
        L10n::Serve(_) | L10n::Take(_) | L10n::Forget(_) => return None,
        L10n::Check(asked) => check::run(asked, problems.len()),
        L10n::Report(asked) => report_texts(asked),
        L10n::Export(asked) => export_texts(asked),
        L10n::Import(asked) => import_texts(asked),
        L10n::Pseudo(asked) => pseudo_texts(asked),
        L10n::Fix(asked) => fix_texts(asked),
    })
}

/// Runs the shop for those who work on its texts.
///
/// # Errors
/// When there is no folder with texts, or the shop cannot be served.
pub async fn serve(mut settings: Settings) -> anyhow::Result<()> {
    let folder = &settings.locales_dir;
    if !folder.is_dir() {
        bail!(
            "{} is no folder; name the one with the texts by --locales-dir",
            folder.display()
        );
    }
    let words = [("folder", folder.display().to_string())];
    let said = say_word("check-serve-started", check::own_language(), &words);
    output::print(&format!("{said}\n"))?;
    settings.dev = true;
    crate::serve::run(settings).await
}

fn report_texts(asked: &ReportTexts) -> anyhow::Result<ExitCode> {
    output::print(&report::shown(&report::report(&asked.folder)?, &asked.format)?)?;
    Ok(ExitCode::SUCCESS)
}

fn export_texts(asked: &ExportTexts) -> anyhow::Result<ExitCode> {
    let format = Format::parse(&asked.format).context("that is no format")?;
    let language = files::language(&asked.language)?;
    let bytes = export::export(&asked.folder, language, format, asked.open)?;
    export::put(&bytes, asked.to.as_deref())?;
    Ok(ExitCode::SUCCESS)
}

fn import_texts(asked: &ImportTexts) -> anyhow::Result<ExitCode> {
    let shown = asked.file.display();
    let format = match &asked.format {
        Some(word) => Format::parse(word),
        None => Format::of_name(&asked.file.to_string_lossy()),
    };
    let format = format.with_context(|| format!("what {shown} is its name does not tell: say it with --format"))?;
    let mut bytes = Vec::new();
    let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    std::fs::File::open(&asked.file)
        .and_then(|file| file.take(most).read_to_end(&mut bytes))
        .with_context(|| format!("{shown} cannot be read"))?;
    let lang = check::own_language();
    let exchange = match exchange::read(format, &bytes) {
        Ok(exchange) => exchange,
        Err(error) => bail!("{shown}: {}", import::unread(&error, lang)),
    };
    let language = import::language_of(&exchange, asked.language.as_deref())?;
    let import = import::plan(&asked.folder, language, &exchange)?;
    output::print(&import::shown(&import, lang))?;
    if asked.write {
        import::write(&asked.folder, &import)?;
    }
    output::print(&import::ending(&import, asked.write, lang))?;
    Ok(if import.refused.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn pseudo_texts(asked: &PseudoTexts) -> anyhow::Result<ExitCode> {
    let kind = Pseudo::parse(&asked.kind).context("there are no such texts")?;
    let language = match (&asked.language, kind) {
        (Some(language), _) => files::language(language)?,
        (None, Pseudo::Accented) => "es",
        (None, Pseudo::Mirrored | Pseudo::Uyghur) => "ug",
    };
    let count = pseudo::make(&asked.folder, language, kind, &asked.to)?;
    let words = [
        ("count", count.to_string()),
        (
            "command",
            format!("bazar l10n serve --locales-dir {}", asked.to.display()),
        ),
        ("path", format!("/{}", code_of(language))),
    ];
    output::print(&format!(
        "{}\n",
        say_word("check-pseudo-made", check::own_language(), &words)
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// Of a folder, the code that addresses begin with.
fn code_of(folder: &str) -> &str {
    let locale = Locale::all().iter().find(|locale| locale.folder() == folder);
    locale.map_or(folder, |locale| locale.code())
}

fn fix_texts(asked: &FixTexts) -> anyhow::Result<ExitCode> {
    let languages = match asked.language.as_deref() {
        Some("en") => vec![FOLDERS[0]],
        Some(language) => vec![files::language(language)?],
        None => folders(),
    };
    let mended = fix::plan(&asked.folder, &languages)?;
    fix::show(&mended)?;
    let lang = check::own_language();
    let count = ("count", mended.len().to_string());
    let said = if mended.is_empty() {
        say_word("check-fix-none", lang, &[])
    } else if asked.write {
        fix::write(&asked.folder, &mended)?;
        say_word("check-fix-written", lang, &[count])
    } else {
        say_word("check-fix-dry", lang, &[count, ("option", WRITE.to_owned())])
    };
    output::print(&format!("{said}\n"))?;
    Ok(ExitCode::SUCCESS)
}
