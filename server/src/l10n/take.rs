//! `bazar l10n take`: what reviewers approved in the browser goes into the files, or onto a branch, with the names of who wrote it.
//! A text that somebody changed in its file meanwhile stays there as it is, and is told.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{anyhow, bail};
use clap::Args;
use domain::{Locale, TextVersionId};
use l10n::check::{cause_of, say_word};
use l10n::unit::UnitId;
use percent_encoding::percent_decode_str;
use service::wording::{ToTake, approved, approved_words, log_taken};
use wording::{Approved, PatchError, Patched, patch, unified};

use super::check::own_language;
use super::import::{Refused, Why};
use super::{files, output};
use crate::config::Settings;
use crate::serve::{Purpose, open_shop};

/// What the folder is called in a patch that is not of a repository.
const SHOWN: &str = "locales";

/// What is taken, and where to.
#[derive(Clone, Debug, Args)]
pub struct TakeTexts {
    /// Change the files; without it, what would change is only shown.
    #[arg(long, conflicts_with_all = ["patch", "branch"])]
    pub write: bool,
    /// File to write a patch for `git am` into; the texts' own files stay as they are.
    #[arg(long)]
    pub patch: Option<PathBuf>,
    /// New branch to commit on, in the repository of the texts; its files stay as they are.
    #[arg(long, conflicts_with = "patch")]
    pub branch: Option<String>,
    /// Where the shop and the texts are.
    #[command(flatten)]
    pub settings: Settings,
}

/// Which text is forgotten.
#[derive(Clone, Debug, Args)]
pub struct ForgetText {
    /// Its name: `cart-title`.
    pub unit: String,
    /// Only in this language.
    #[arg(long)]
    pub language: Option<String>,
    /// Where the shop is.
    #[command(flatten)]
    pub settings: Settings,
}

/// Has the shop say what it was built with again, where a text that is in no file any more is still said as it last was.
///
/// # Errors
/// When it is no name of a text, or the database does not answer.
pub async fn forget(asked: ForgetText) -> anyhow::Result<()> {
    let Some(unit) = UnitId::parse(&asked.unit) else {
        let words = [("name", asked.unit)];
        bail!(say_word("check-exchange-name", own_language(), &words));
    };
    let language = asked.language.as_deref().map(files::language).transpose()?;
    let language = Locale::all()
        .iter()
        .copied()
        .find(|locale| Some(locale.folder()) == language);
    expect_shop(&asked.settings)?;
    let shop = open_shop(&asked.settings, Purpose::Command).await?;
    let count = service::wording::forget(&shop, language, &unit)
        .await
        .map_err(|error| unsaid("check-forget-failed", &error))?;
    let words = [("count", count.to_string())];
    let said = say_word("check-forget-done", own_language(), &words);
    output::print(&format!("{said}\n"))?;
    shop.db().clone().close().await;
    Ok(())
}

/// Refuses a place without a shop: opening one there would make it.
fn expect_shop(settings: &Settings) -> anyhow::Result<()> {
    match place_without_shop(settings) {
        None => Ok(()),
        Some(place) => bail!(say_word("check-take-no-shop", own_language(), &[("place", place)])),
    }
}

/// The file that would be the database, when it is not there; nothing when it is, or when the database is a server's.
pub(super) fn place_without_shop(settings: &Settings) -> Option<String> {
    let url = settings.database_url();
    let place = url.strip_prefix("sqlite:")?;
    let place = place.strip_prefix("//").unwrap_or(place);
    let path = place.split_once('?').map_or(place, |(path, _)| path);
    let path = percent_decode_str(path).decode_utf8_lossy();
    (!Path::new(&*path).is_file()).then(|| path.into_owned())
}

/// What taking would do.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The files and the patch.
    pub patched: Patched,
    /// Versions that stand in the files then.
    pub taken: Vec<TextVersionId>,
    /// Texts that stay as the files have them.
    pub left: Vec<Left>,
}

/// A text that is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// That of its language.
    pub folder: String,
    /// Which.
    pub unit: UnitId,
    /// Why it cannot be put into its file, or be said at all; without it somebody changed it there meanwhile.
    pub why: Option<Why>,
}

impl Left {
    /// It, and why it stays, in the language of a folder.
    fn sentence(&self, lang: &str) -> String {
        let name = ("name", format!("{}: {}", self.folder, self.unit));
        let Some(why) = &self.why else {
            return say_word("check-take-left", lang, &[name]);
        };
        let refused = Refused {
            id: self.unit.clone(),
            why: why.clone(),
        };
        say_word("check-import-refused", lang, &[name, ("why", refused.sentence(lang))])
    }
}

/// Carries it out.
///
/// # Errors
/// When the database or the files cannot be read, or something cannot be written.
pub async fn take(asked: TakeTexts) -> anyhow::Result<()> {
    let folder = asked.settings.locales_dir.clone();
    if !folder.is_dir() {
        let words = [("folder", folder.display().to_string())];
        bail!(say_word("check-word-no-folder", own_language(), &words));
    }
    expect_shop(&asked.settings)?;
    let shop = open_shop(&asked.settings, Purpose::Command).await?;
    let all = approved(&shop)
        .await
        .map_err(|error| unsaid("check-take-unread", &error))?;
    let shown = match &asked.branch {
        Some(_) => prefix_of(&folder)?,
        None => SHOWN.to_owned(),
    };
    let mut plan = plan(&folder, &shown, all)?;
    let words = approved_words(&shop)
        .await
        .map_err(|error| unsaid("check-take-unread", &error))?;
    plan.patched
        .take_words(&folder, &shown, &words)
        .map_err(|error| unpatched(&folder, error))?;
    let is_mail = asked.patch.is_some() || asked.branch.is_some();
    let lang = own_language();
    let say = |id: &str, words: &[(&'static str, String)]| output::print(&format!("{}\n", say_word(id, lang, words)));
    for left in &plan.left {
        output::print(&format!("{}\n", left.sentence(lang)))?;
    }
    let count = ("count", plan.taken.len().to_string());
    // What stands in the files already changes none.
    if plan.patched.files.is_empty() || (is_mail && plan.patched.mail.is_empty()) {
        if plan.left.is_empty() {
            say("check-take-none", &[])?;
        }
    } else if let Some(path) = &asked.patch {
        fs::write(path, &plan.patched.mail).map_err(|error| files::unwritten(path, &error))?;
        say("check-take-patch", &[count, ("path", path.display().to_string())])?;
    } else if let Some(name) = &asked.branch {
        commit(&folder, name, &plan.patched.mail)?;
        say("check-take-branch", &[count, ("name", name.clone())])?;
    } else if asked.write {
        for (path, text) in &plan.patched.files {
            files::write(&folder.join(path), text)?;
        }
        // They lie over the shop's own files until a program finds them there: this folder may be another one.
        log_taken(&shop, plan.taken.len())
            .await
            .map_err(|error| unsaid("check-take-unnoted", &error))?;
        say("check-take-written", &[count])?;
    } else {
        output::print(&differences(&folder, &plan.patched)?)?;
        say("check-take-dry", &[count, ("option", "--write".to_owned())])?;
    }
    shop.db().clone().close().await;
    Ok(())
}

/// Finds out what taking these into the files under `folder`, called `shown` in the patch, would do.
///
/// # Errors
/// When a file cannot be read.
pub fn plan(folder: &Path, shown: &str, all: Vec<ToTake>) -> anyhow::Result<Plan> {
    let mut plan = Plan::default();
    let mut versions: Vec<Approved> = Vec::new();
    let mut ids: Vec<(Option<TextVersionId>, String, UnitId)> = Vec::new();
    for one in all {
        let (of, unit) = (one.approved.folder.clone(), one.approved.edit.unit.clone());
        if let Some(finding) = &one.refused {
            plan.left.push(Left {
                folder: of,
                unit,
                why: Some(Why::Faulty(vec![finding.clone()])),
            });
            continue;
        }
        let is_changed = one.is_changed(folder);
        let place = folder.join(&of).join(&one.approved.file);
        if is_changed.map_err(|error| files::unread(&place, &error))? {
            plan.left.push(Left {
                folder: of,
                unit,
                why: None,
            });
            continue;
        }
        ids.push((one.id, of, unit));
        versions.push(one.approved);
    }
    plan.patched = patch(folder, shown, &versions).map_err(|error| unpatched(folder, error))?;
    for (id, of, unit) in ids {
        let mut left = plan.patched.left.iter();
        match left.find(|(folder, left, _)| *folder == of && *left == unit) {
            None => plan.taken.extend(id),
            Some((.., error)) => plan.left.push(Left {
                folder: of,
                unit,
                why: Some(Why::File(error.clone())),
            }),
        }
    }
    Ok(plan)
}

/// What went wrong at the database.
fn unsaid(sentence: &str, error: &service::Error) -> anyhow::Error {
    let lang = own_language();
    anyhow!(say_word(sentence, lang, &[("cause", cause_at_database(error, lang))]))
}

/// The `cause` of a sentence: that the database does not answer in the language of a folder, and what that comes from as programs
/// say it.
pub(super) fn cause_at_database(error: &service::Error, lang: &str) -> String {
    match error {
        service::Error::Busy | service::Error::Unavailable(_) => {
            let said = say_word("check-cause-database", lang, &[]);
            match error.source() {
                Some(source) => format!("{said}: {}", service::cause_of(source)),
                None => said,
            }
        }
        other => service::cause_of(other),
    }
}

/// Why there is no patch, with the file that cannot be read.
fn unpatched(folder: &Path, error: PatchError) -> anyhow::Error {
    match error {
        PatchError::Unreadable { path, source } => files::unread(&folder.join(path), &source),
        other @ PatchError::OtherFile(_) => other.into(),
    }
}

/// What would change, for reading.
fn differences(folder: &Path, patched: &Patched) -> anyhow::Result<String> {
    let mut shown = String::new();
    for (path, after) in &patched.files {
        let before = match fs::read_to_string(folder.join(path)) {
            Ok(text) => Some(text),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => return Err(files::unread(&folder.join(path), &error)),
        };
        shown.push_str(&unified(path, before.as_deref(), after));
    }
    Ok(shown)
}

/// Where the folder is in its repository: `locales`.
fn prefix_of(folder: &Path) -> anyhow::Result<String> {
    let prefix = git(folder, &["rev-parse", "--show-prefix"])?;
    match prefix.trim_end_matches('/') {
        "" => bail!(
            "{}: {}",
            folder.display(),
            say_word("check-take-root", own_language(), &[])
        ),
        prefix => Ok(prefix.to_owned()),
    }
}

/// Commits a patch on a new branch, in a work tree of its own: what lies in the operator's stays as it is.
fn commit(folder: &Path, branch: &str, mail: &str) -> anyhow::Result<()> {
    let place = std::env::temp_dir().join(format!("bazar-texts-{}", std::process::id()));
    // In the tree, which is ours: names in the common folder are anybody's.
    let letter = place.join("bazar-texts.patch");
    let (tree, file) = (place.display().to_string(), letter.display().to_string());
    git(folder, &["worktree", "add", "--quiet", "-b", branch, &tree, "HEAD"])?;
    let done = fs::write(&letter, mail)
        .map_err(|error| files::unwritten(&letter, &error))
        .and_then(|()| git(&place, &["am", "--quiet", &file]));
    git(folder, &["worktree", "remove", "--force", &tree])?;
    if let Err(error) = done {
        // A branch on which nothing was committed is nobody's.
        git(folder, &["branch", "--quiet", "-D", branch])?;
        return Err(error);
    }
    Ok(())
}

fn git(folder: &Path, arguments: &[&str]) -> anyhow::Result<String> {
    let output = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(arguments)
        .env("GIT_COMMITTER_NAME", "Bazar")
        .env("GIT_COMMITTER_EMAIL", "bazar@invalid")
        .output()
        .map_err(|error| {
            let words = [("cause", cause_of(&error))];
            anyhow!(say_word("check-take-git", own_language(), &words))
        })?;
    if !output.status.success() {
        bail!(
            "git {}: {}",
            arguments.join(" "),
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use clap::Parser;
    use l10n::unit::source_hash;
    use wording::{Author, Edit, SpliceError};

    use super::*;
    use crate::config::{Cli, L10n};

    const FILE: &str = "# Title\ncart-title = Cesta vieja\n\ncart-undo = Deshacer\n";

    fn version(number: i64, name: &str, source: &str, replaces: &[&str]) -> ToTake {
        ToTake {
            id: Some(TextVersionId(number)),
            approved: Approved {
                folder: "es".to_owned(),
                file: "cart.ftl".to_owned(),
                edit: Edit::say(UnitId::parse(name).unwrap(), source),
                author: Author {
                    name: "María".to_owned(),
                    email: "translator-7@invalid".to_owned(),
                },
                at: 1_795_406_400_000,
            },
            replaces: replaces.iter().map(|source| source_hash(source)).collect(),
            refused: None,
        }
    }

    fn folder() -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir_all(root.path().join("locales/es")).unwrap();
        fs::write(root.path().join("locales/es/cart.ftl"), FILE).unwrap();
        root
    }

    #[test]
    fn where_no_shop_is_none_is_made() {
        let root = tempfile::tempdir().unwrap();
        let file = root.path().join("my shop.db");
        let url = format!("sqlite://{}", file.display());
        let cli = Cli::parse_from(["bazar", "l10n", "take", "--database-url", &url]);
        let crate::config::Command::L10n {
            command: L10n::Take(asked),
        } = cli.command
        else {
            panic!("another command")
        };
        let told = expect_shop(&asked.settings).unwrap_err().to_string();
        assert!(told.contains("my shop.db") && !file.exists(), "{told}");
        fs::write(&file, []).unwrap();
        assert!(expect_shop(&asked.settings).is_ok());
    }

    #[test]
    fn a_database_that_does_not_answer_is_told_in_the_readers_language() {
        let gone = std::io::Error::other("no such host");
        let cause = cause_at_database(&service::Error::Unavailable(Box::new(gone)), "es");
        assert_eq!(cause, "la base de datos no responde: no such host");
        let busy = cause_at_database(&service::Error::Busy, "es");
        assert_eq!(busy, "la base de datos no responde");
    }

    #[test]
    fn what_was_changed_in_its_file_meanwhile_stays_and_the_others_go() {
        let root = folder();
        let all = vec![
            version(1, "cart-title", "Cesta nueva", &["Cesta vieja"]),
            version(2, "cart-undo", "Atrás", &["Lo de antes"]),
            // It is in the file already.
            version(3, "cart-undo", "Deshacer", &["Deshacer"]),
        ];
        let plan = plan(&root.path().join("locales"), SHOWN, all).unwrap();
        assert_eq!(plan.taken, [TextVersionId(1), TextVersionId(3)]);
        let undo = UnitId::parse("cart-undo").unwrap();
        let left = |why: Option<Why>| Left {
            folder: "es".to_owned(),
            unit: undo.clone(),
            why,
        };
        assert_eq!(plan.left, [left(None)]);
        let said = left(Some(Why::File(SpliceError::Twice(undo.clone())))).sentence("es");
        assert!(said.contains("es: cart-undo") && said.contains("dos veces"), "{said}");
        let expected = FILE.replace("vieja", "nueva");
        assert_eq!(plan.patched.files.get("es/cart.ftl"), Some(&expected));
    }

    #[test]
    fn what_cannot_be_put_into_its_file_in_one_language_is_taken_in_the_others() {
        let root = folder();
        let locales = root.path().join("locales");
        fs::create_dir(locales.join("ug")).unwrap();
        fs::write(locales.join("ug/cart.ftl"), "cart-title = ھارۋا\n").unwrap();
        fs::write(locales.join("es/cart.ftl"), "cart-title = A\ncart-title = A\n").unwrap();
        let mut uyghur = version(2, "cart-title", "مال ھارۋىسى", &["ھارۋا"]);
        uyghur.approved.folder = "ug".to_owned();
        let plan = plan(&locales, SHOWN, vec![version(1, "cart-title", "B", &["A"]), uyghur]).unwrap();
        assert_eq!(plan.taken, [TextVersionId(2)]);
        let left: Vec<_> = plan
            .left
            .iter()
            .map(|left| (left.folder.as_str(), left.why.is_some()))
            .collect();
        assert_eq!(left, [("es", true)]);
    }

    #[test]
    fn what_the_shop_cannot_say_stays_out_and_is_told() {
        let (root, source) = (folder(), "{ cart-title }");
        let refused = l10n::Texts::built_in().refused(&l10n::Said {
            locale: Locale::Es,
            unit: UnitId::parse("cart-title").unwrap(),
            source: source.to_owned(),
        });
        assert!(refused.is_some());
        let one = ToTake {
            refused,
            ..version(1, "cart-title", source, &["Cesta vieja"])
        };
        let plan = plan(&root.path().join("locales"), SHOWN, vec![one]).unwrap();
        assert!(plan.taken.is_empty() && plan.patched.files.is_empty());
        let said = plan.left[0].sentence("es");
        assert!(
            said.contains("es: cart-title") && said.contains("no aceptado"),
            "{said}"
        );
    }

    #[test]
    fn a_branch_has_the_texts_and_the_operators_files_stay() {
        let root = folder();
        let locales = root.path().join("locales");
        git(root.path(), &["init", "--quiet"]).unwrap();
        git(root.path(), &["add", "."]).unwrap();
        let who = ["-c", "user.name=Operator", "-c", "user.email=operator@invalid"];
        let first = [&who[..], &["commit", "--quiet", "--message", "texts"]].concat();
        git(root.path(), &first).unwrap();
        let all = vec![version(1, "cart-title", "Cesta nueva", &["Cesta vieja"])];
        let shown = prefix_of(&locales).unwrap();
        assert_eq!(shown, "locales");
        let plan = plan(&locales, &shown, all).unwrap();
        commit(&locales, "words", &plan.patched.mail).unwrap();
        assert_eq!(fs::read_to_string(locales.join("es/cart.ftl")).unwrap(), FILE);
        let there = git(root.path(), &["show", "words:locales/es/cart.ftl"]).unwrap();
        assert_eq!(there, FILE.replace("vieja", "nueva").trim());
        assert_eq!(
            git(root.path(), &["log", "-1", "--format=%an", "words"]).unwrap(),
            "María"
        );
        assert!(
            commit(&locales, "words", &plan.patched.mail).is_err(),
            "there is such a branch"
        );
    }
}
