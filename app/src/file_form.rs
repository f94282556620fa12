//! Forms that bring a file: it goes where files are kept as it comes, and never lies in memory as a whole.

use std::time::{Duration, Instant};

use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use axum::http::StatusCode;
use domain::ErrorCode;

use crate::error::AppError;
use crate::form::Form;

/// Most fields of such a form besides the file, and their longest value, bytes.
const MAX_FIELDS: usize = 8;
const MAX_VALUE: usize = 256;
/// After so long a form has to come with a few hundred bytes a second.
const GRACE: Duration = Duration::from_secs(20);
const SLOWEST: u64 = 512;

/// Where the file of a form goes.
pub(crate) trait Receives {
    /// Notes that a file was chosen, whatever it holds.
    fn choose(&mut self) {}
    /// Takes the next bytes.
    fn push(&mut self, bytes: &[u8]) -> impl Future<Output = service::Result<()>> + Send;
    /// How many came.
    fn size(&self) -> u64;
    /// What stands for the file among the fields.
    fn fingerprint(&self) -> String;
}

impl<Of: Send> Receives for service::pictures::Incoming<Of> {
    fn choose(&mut self) {
        Self::choose(self);
    }

    async fn push(&mut self, bytes: &[u8]) -> service::Result<()> {
        Self::push(self, bytes).await
    }

    fn size(&self) -> u64 {
        Self::size(self)
    }

    fn fingerprint(&self) -> String {
        Self::fingerprint(self)
    }
}

impl Receives for service::studio::tables::Incoming {
    async fn push(&mut self, bytes: &[u8]) -> service::Result<()> {
        Self::push(self, bytes).await
    }

    fn size(&self) -> u64 {
        Self::size(self)
    }

    fn fingerprint(&self) -> String {
        Self::fingerprint(self)
    }
}

impl Receives for service::applications::IncomingDocument {
    async fn push(&mut self, bytes: &[u8]) -> service::Result<()> {
        Self::push(self, bytes).await
    }

    fn size(&self) -> u64 {
        Self::size(self)
    }

    fn fingerprint(&self) -> String {
        Self::fingerprint(self)
    }
}

/// A form that was read.
#[derive(Debug)]
pub(crate) struct FileForm<R> {
    /// Its fields; of the file its hash stands there.
    pub form: Form,
    /// The file.
    pub file: R,
    /// What the browser calls it.
    pub file_name: String,
}

/// Reads a form whose file is the field `name`.
///
/// # Errors
/// For a form that no page of ours has, or one that comes too slowly.
pub(crate) async fn read<R: Receives + Send>(
    mut multipart: Multipart,
    name: &'static str,
    mut file: R,
) -> Result<FileForm<R>, AppError> {
    let started = Instant::now();
    let mut fields: Vec<(String, String)> = Vec::new();
    let mut file_name = None;
    while let Some(field) = multipart.next_field().await.map_err(refusal)? {
        let of = field.name().unwrap_or_default().to_owned();
        if of == name && file_name.is_none() {
            let called = field.file_name().unwrap_or_default().to_owned();
            if !called.is_empty() {
                file.choose();
            }
            file_name = Some(called);
            receive(field, &mut file, started).await?;
        } else if of == name || fields.len() >= MAX_FIELDS || of.len() > MAX_VALUE {
            return Err(ErrorCode::Invalid.into());
        } else {
            fields.push((of, short_value(field).await?));
        }
    }
    fields.push((name.to_owned(), file.fingerprint()));
    Ok(FileForm {
        form: Form::of(fields),
        file,
        file_name: file_name.unwrap_or_default(),
    })
}

async fn receive(mut field: Field<'_>, file: &mut impl Receives, started: Instant) -> Result<(), AppError> {
    while let Some(bytes) = field.chunk().await.map_err(refusal)? {
        file.push(&bytes).await?;
        let took = started.elapsed();
        if took > GRACE && file.size() < took.as_secs() * SLOWEST {
            return Err(ErrorCode::Busy.into());
        }
    }
    Ok(())
}

async fn short_value(mut field: Field<'_>) -> Result<String, AppError> {
    let mut value = Vec::new();
    while let Some(bytes) = field.chunk().await.map_err(refusal)? {
        value.extend_from_slice(&bytes);
        if value.len() > MAX_VALUE {
            return Err(ErrorCode::TooLarge.into());
        }
    }
    String::from_utf8(value).map_err(|_| ErrorCode::Invalid.into())
}

fn refusal(error: MultipartError) -> AppError {
    let code = match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => ErrorCode::TooLarge,
        _ => ErrorCode::Invalid,
    };
    code.into()
}
