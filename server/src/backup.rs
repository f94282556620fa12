//! `bazar backup` and `bazar restore`: the database, the pictures and the secret in one folder, checked when it is made and
//! again before it is put back.
//!
//! A backup is made while the shop runs. The database is copied as of one moment, and first: pictures are only ever added,
//! so every picture that the copy names is in the folder copied after it.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use db::sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseBackend, Statement};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::config::Settings;

/// The file that lists what a backup holds; written last, so that a folder without it is not a backup.
const LIST: &str = "backup.json";
const SQLITE: &str = "bazar.db";
const POSTGRES: &str = "bazar.dump";

/// What a backup holds.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct List {
    /// Version of the program that made it.
    version: String,
    files: Vec<Entry>,
}

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Entry {
    /// Below the folder, with `/`.
    path: String,
    bytes: u64,
    /// SHA-256, hexadecimal.
    sha256: String,
}

/// Writes a backup into the new folder `to`.
///
/// # Errors
/// When `to` exists, the database does not answer, the disk is full, or the copy is not sound. Nothing is left behind.
pub async fn backup(settings: &Settings, to: &Path) -> Result<()> {
    ensure!(
        !to.exists(),
        "{} exists already; a backup is written into a new folder",
        to.display()
    );
    let unfinished = to.with_extension("unfinished");
    if unfinished.exists() {
        fs::remove_dir_all(&unfinished).with_context(|| format!("{} cannot be removed", unfinished.display()))?;
    }
    match write(settings, &unfinished).await {
        Ok(list) => {
            fs::rename(&unfinished, to).with_context(|| format!("{} cannot be made", to.display()))?;
            let bytes: u64 = list.files.iter().map(|file| file.bytes).sum();
            println!("{}: {} files, {bytes} bytes, checked", to.display(), list.files.len());
            Ok(())
        }
        Err(error) => {
            // What is half done must not be taken for a backup.
            drop(fs::remove_dir_all(&unfinished));
            Err(error)
        }
    }
}

async fn write(settings: &Settings, folder: &Path) -> Result<List> {
    make_private(folder)?;
    let url = settings.database_url();
    if is_postgres(&url) {
        let mut dump = postgres_command("pg_dump", &url);
        dump.args(["--format=custom", "--no-owner", "--file"])
            .arg(folder.join(POSTGRES));
        run(dump)?;
    } else {
        let copy = folder.join(SQLITE);
        copy_sqlite(&url, &copy).await?;
        check_sqlite(&copy).await?;
    }
    let media = settings.data_dir.join("media");
    if media.is_dir() {
        copy_folder(&media, &folder.join("media"))?;
    }
    let secret = settings.data_dir.join("secret");
    if secret.is_file() {
        fs::copy(&secret, folder.join("secret")).context("the secret cannot be copied")?;
    }
    let list = List {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        files: entries(folder)?,
    };
    let text = serde_json::to_vec_pretty(&list)?;
    crate::config::write_private(&folder.join(LIST), &text).context("the list of files cannot be written")?;
    Ok(list)
}

/// Puts the backup in `from` in the place of the shop's data, which is kept beside it.
///
/// # Errors
/// When the backup is not whole, a shop is running on the data, or there is data and `replace` does not allow to put it
/// aside. Nothing was changed then.
pub async fn restore(settings: &Settings, from: &Path, replace: bool) -> Result<()> {
    let list = read_list(from)?;
    check(from, &list)?;
    settings.prepare_data_dir()?;
    let url = settings.database_url();
    if is_postgres(&url) {
        let dump = from.join(POSTGRES);
        ensure!(
            dump.is_file(),
            "this backup is of an SQLite database, and BAZAR_DATABASE_URL names PostgreSQL"
        );
        ensure!(
            replace,
            "this replaces all tables of the database; say --replace if that is meant"
        );
        let mut restore = postgres_command("pg_restore", &url);
        restore.args([
            "--clean",
            "--if-exists",
            "--no-owner",
            "--single-transaction",
            "--exit-on-error",
        ]);
        restore.arg(&dump);
        run(restore)?;
    } else {
        let copy = from.join(SQLITE);
        ensure!(
            copy.is_file(),
            "this backup is of a PostgreSQL database, and the shop's is SQLite"
        );
        check_sqlite(&copy).await?;
        restore_sqlite(settings, &copy, replace)?;
    }
    let media = from.join("media");
    if media.is_dir() {
        copy_folder(&media, &settings.data_dir.join("media"))?;
    }
    let secret = from.join("secret");
    if secret.is_file() {
        let bytes = fs::read(&secret)?;
        crate::config::write_private(&settings.data_dir.join("secret"), &bytes)
            .context("the secret cannot be written")?;
    }
    println!("restored from {}", from.display());
    Ok(())
}

fn restore_sqlite(settings: &Settings, copy: &Path, replace: bool) -> Result<()> {
    let database = sqlite_path(settings)?;
    let _serving = db::try_serve(&database)
        .with_context(|| format!("{} cannot be locked", database.display()))?
        .with_context(|| format!("a Bazar is serving {}; stop it first", database.display()))?;
    let mut aside = Vec::new();
    if database.exists() {
        ensure!(
            replace,
            "{} exists; say --replace to put it aside and restore in its place",
            database.display()
        );
        let place = free_name(&database)?;
        // The log first: a database without its log is an older one, a log without its database is nothing.
        for suffix in ["", "-wal", "-shm"] {
            let (old, new) = (with_suffix(&database, suffix), with_suffix(&place, suffix));
            if old.exists() {
                fs::rename(&old, &new).with_context(|| format!("{} cannot be put aside", old.display()))?;
                aside.push(new);
            }
        }
    }
    let unfinished = database.with_extension("restoring");
    fs::copy(copy, &unfinished).context("the database cannot be copied")?;
    File::open(&unfinished)?.sync_all()?;
    fs::rename(&unfinished, &database)?;
    for old in aside {
        println!("kept: {}", old.display());
    }
    Ok(())
}

/// Reads the list of a backup.
fn read_list(from: &Path) -> Result<List> {
    let file = from.join(LIST);
    let bytes = fs::read(&file).with_context(|| format!("{} is not a backup: it has no {LIST}", from.display()))?;
    serde_json::from_slice(&bytes).with_context(|| format!("{} cannot be read", file.display()))
}

/// Compares every file with the list.
fn check(folder: &Path, list: &List) -> Result<()> {
    for file in &list.files {
        let is_below = Path::new(&file.path)
            .components()
            .all(|part| matches!(part, std::path::Component::Normal(_)));
        ensure!(is_below, "the backup names a file outside of itself: {}", file.path);
        let (bytes, sha256) = digest(&folder.join(&file.path)).with_context(|| format!("{} is missing", file.path))?;
        ensure!(
            bytes == file.bytes && sha256 == file.sha256,
            "{} is damaged: it is not the file that was backed up",
            file.path
        );
    }
    Ok(())
}

fn entries(folder: &Path) -> Result<Vec<Entry>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let (bytes, sha256) = digest(&path)?;
            let below = path.strip_prefix(folder)?.iter().map(OsStr::to_string_lossy);
            files.push(Entry {
                path: below.collect::<Vec<_>>().join("/"),
                bytes,
                sha256,
            });
        }
    }
    files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn digest(path: &Path) -> io::Result<(u64, String)> {
    let mut file = File::open(path)?;
    let mut hash = Sha256::new();
    let mut bytes = 0;
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            return Ok((bytes, hex::encode(hash.finalize())));
        }
        bytes += read as u64;
        hash.update(&buffer[..read]);
    }
}

async fn copy_sqlite(url: &str, copy: &Path) -> Result<()> {
    let mut options = ConnectOptions::new(url.to_owned());
    options.max_connections(1).sqlx_logging(false);
    options.map_sqlx_sqlite_opts(|o| o.create_if_missing(false));
    let database = Database::connect(options)
        .await
        .context("the database cannot be opened")?;
    let sql = format!("VACUUM INTO '{}'", copy.display().to_string().replace('\'', "''"));
    let copied = database
        .execute_unprepared(&sql)
        .await
        .context("the database cannot be copied");
    database.close().await?;
    copied?;
    File::open(copy)?.sync_all()?;
    Ok(())
}

/// Whether a copy is whole: its pages, its indexes, and what its rows refer to.
async fn check_sqlite(copy: &Path) -> Result<()> {
    let mut options = ConnectOptions::new(format!("sqlite://{}?mode=ro", copy.display()));
    options.max_connections(1).sqlx_logging(false);
    let database = Database::connect(options).await.context("the copy cannot be opened")?;
    let query = |sql: &str| Statement::from_string(DatabaseBackend::Sqlite, sql.to_owned());
    let sound: Option<String> = match database.query_one_raw(query("PRAGMA integrity_check")).await? {
        Some(row) => Some(row.try_get_by_index(0)?),
        None => None,
    };
    let dangling = database.query_one_raw(query("PRAGMA foreign_key_check")).await?;
    database.close().await?;
    ensure!(
        sound.as_deref() == Some("ok"),
        "the copy is damaged: {}",
        sound.unwrap_or_default()
    );
    ensure!(
        dangling.is_none(),
        "the copy is damaged: a row refers to one that is missing"
    );
    Ok(())
}

fn sqlite_path(settings: &Settings) -> Result<PathBuf> {
    db::sqlite_path(&settings.database_url()).context("the database's address cannot be read")
}

fn free_name(database: &Path) -> Result<PathBuf> {
    (1..1000)
        .map(|number| with_suffix(database, &format!(".before-restore-{number}")))
        .find(|path| !path.exists())
        .context("there are too many databases put aside")
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("{} cannot be made", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("{} cannot be read", from.display()))? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        // Pieces of pictures on their way come and go; whoever sends one sends it again.
        if entry.path().extension().is_some_and(|end| end == "piece") {
            continue;
        }
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else if !target.exists() {
            // A picture's name is a hash of it: one that is there is the same one.
            match fs::copy(entry.path(), &target) {
                Ok(_) => {}
                // Nothing showed it any more, and it was cleared away meanwhile.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => {
                    return Err(error).with_context(|| format!("{} cannot be copied", entry.path().display()));
                }
            }
        }
    }
    Ok(())
}

fn make_private(folder: &Path) -> Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .with_context(|| format!("{} cannot be made", folder.display()))
}

fn is_postgres(url: &str) -> bool {
    url.starts_with("postgres")
}

/// A program of PostgreSQL. The password goes by the environment: a list of processes shows arguments to everybody.
fn postgres_command(program: &str, url: &str) -> Command {
    let (url, password) = without_password(url);
    let mut command = Command::new(program);
    command.arg("--dbname").arg(url);
    if let Some(password) = password {
        command.env("PGPASSWORD", password);
    }
    command
}

fn without_password(url: &str) -> (String, Option<String>) {
    let parts = url.split_once("://").and_then(|(scheme, rest)| {
        let (user, rest) = rest.rsplit_once('@')?;
        let (user, password) = user.split_once(':')?;
        let password = percent_encoding::percent_decode_str(password)
            .decode_utf8_lossy()
            .into_owned();
        Some((format!("{scheme}://{user}@{rest}"), password))
    });
    match parts {
        Some((url, password)) => (url, Some(password)),
        None => (url.to_owned(), None),
    }
}

fn run(mut command: Command) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let status = command
        .status()
        .with_context(|| format!("{program} cannot be started; install PostgreSQL's client programs"))?;
    if !status.success() {
        bail!("{program} failed ({status})");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_not_an_argument() {
        assert_eq!(
            without_password("postgres://bazar:s%40fe@127.0.0.1/bazar"),
            ("postgres://bazar@127.0.0.1/bazar".to_owned(), Some("s@fe".to_owned()))
        );
        let plain = "postgres://bazar@127.0.0.1/bazar";
        assert_eq!(without_password(plain), (plain.to_owned(), None));
    }
}
