//! What the commands are asked, and how they are carried out.

use std::io::Read;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, bail};
use clap::Args;
use domain::Locale;
use l10n::check::{FOLDERS, say_word};
use l10n::language::{add_languages, folders};
use l10n::{Finding, Level};
use wording::Pseudo;
use wording::exchange::{self, Format, MOST_BYTES};

use crate::config::{L10n, Settings};

use super::{check, export, files, fix, import, live, output, pseudo};

/// Changes the files.
pub(super) const WRITE: &str = "--write";

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
        L10n::Serve(_) | L10n::Report(_) | L10n::Take(_) | L10n::Forget(_) => return None,
        L10n::Check(asked) => &asked.folder,
        L10n::Export(asked) => &asked.folder,
        L10n::Import(asked) => &asked.folder,
        L10n::Pseudo(asked) => &asked.folder,
        L10n::Fix(asked) => &asked.folder,
    };
    let problems = add_languages(folder);
    // A check says what else is wrong, too.
    if problems.iter().any(|problem| problem.level == Level::Error) && !matches!(command, L10n::Check(_)) {
        eprintln!("{}", lines_of(&problems));
        return Some(Ok(ExitCode::FAILURE));
    }
    Some(match command {
        L10n::Serve(_) | L10n::Report(_) | L10n::Take(_) | L10n::Forget(_) => return None,
        L10n::Check(asked) => check::run(asked, problems),
        L10n::Export(asked) => export_texts(asked),
        L10n::Import(asked) => import_texts(asked),
        L10n::Pseudo(asked) => pseudo_texts(asked),
        L10n::Fix(asked) => fix_texts(asked),
    })
}

/// What keeps languages from being added, a line each.
pub(super) fn lines_of(problems: &[Finding]) -> String {
    let lang = check::own_language();
    let line = |problem: &Finding| format!("{}:{}: {}", problem.path, problem.line, problem.sentence(lang));
    problems.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Runs the shop for those who work on its texts.
///
/// # Errors
/// When there is no folder with texts, or the shop cannot be served.
pub async fn serve(mut settings: Settings) -> anyhow::Result<()> {
    let (folder, lang) = (&settings.locales_dir, check::own_language());
    let words = [("folder", folder.display().to_string())];
    if !folder.is_dir() {
        bail!("{} (--locales-dir)", say_word("check-word-no-folder", lang, &words));
    }
    let said = say_word("check-serve-started", lang, &words);
    let address = format!("{}{}?lang={lang}", settings.public_url(), live::PROBLEMS);
    let place = say_word("check-serve-address", lang, &[("address", address)]);
    output::print(&format!("{said}\n{place}\n"))?;
    settings.dev = true;
    crate::serve::run(settings).await
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
    let mut bytes = Vec::new();
    let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    std::fs::File::open(&asked.file)
        .and_then(|file| file.take(most).read_to_end(&mut bytes))
        .map_err(|error| files::unread(&asked.file, &error))?;
    let lang = check::own_language();
    if exchange::is_workbook(&bytes) {
        bail!("{shown}: {}", say_word("check-exchange-workbook", lang, &[]));
    }
    let Some(format) = format else {
        let words = [("option", "--format".to_owned())];
        bail!("{shown}: {}", say_word("check-import-format", lang, &words));
    };
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
