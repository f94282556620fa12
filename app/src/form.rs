//! A form as the browser sent it.

use std::collections::HashSet;

use axum::extract::{FromRequest, Request};
use axum::http::header;
use domain::{ErrorCode, without_towers};

use crate::area::is_work_area;
use crate::error::AppError;

/// Largest form of a shopper taken, bytes: what the checkout takes fits many times.
pub const MAX_FORM: usize = 128 * 1024;
/// The same where people work, who write long texts in three languages. A browser sends a Uyghur letter in 6 bytes, a Chinese
/// one in 9, the rarest in 12: all that the fields of any form may hold fits twice, so that what is too long is told at its
/// field, and nothing that was written is lost.
pub const MAX_WORK_FORM: usize = 512 * 1024;
/// Most fields of a form: a page of stock has 200 rows of two, a story in three languages a few dozen fields.
pub const MAX_FIELDS: usize = 420;
/// Longest name of a field, bytes.
pub const MAX_NAME: usize = 96;

/// The largest form taken at a path of the shop, bytes.
pub(crate) fn largest_form(path: &str) -> usize {
    let area = path.trim_start_matches('/').split('/').nth(1).unwrap_or_default();
    // Anybody may send an application.
    if is_work_area(area) && area != "apply" {
        MAX_WORK_FORM
    } else {
        MAX_FORM
    }
}

/// The fields of a posted form, in order; names and values as typed, but for [towers](without_towers) of marks.
#[derive(Clone, Debug, Default)]
pub struct Form(Vec<(String, String)>);

impl Form {
    /// The fields of a form that was read another way.
    pub(crate) const fn of(fields: Vec<(String, String)>) -> Self {
        Self(fields)
    }

    /// Reads the body of a form.
    ///
    /// # Errors
    /// [`ErrorCode::TooLarge`] for more fields than any form of the shop has, [`ErrorCode::Invalid`] for one no browser
    /// sends: a name twice, or one longer than any, or bytes that are no text. No field of ours may come twice: each control
    /// has a name of its own.
    fn parse(body: &[u8]) -> Result<Self, ErrorCode> {
        let separators = body.iter().filter(|byte| **byte == b'&').count();
        if separators >= MAX_FIELDS {
            return Err(ErrorCode::TooLarge);
        }
        // Reading the fields alone would put other signs in the place of what is no text.
        if !is_text(body) {
            return Err(ErrorCode::Invalid);
        }
        let mut fields: Vec<(String, String)> = serde_urlencoded::from_bytes(body).map_err(|_| ErrorCode::Invalid)?;
        for (_, value) in fields.iter_mut().filter(|(_, value)| !value.is_ascii()) {
            *value = without_towers(value);
        }
        let mut names = HashSet::with_capacity(fields.len());
        let is_right = fields
            .iter()
            .all(|(name, _)| name.len() <= MAX_NAME && names.insert(name.as_str()));
        if is_right {
            Ok(Self(fields))
        } else {
            Err(ErrorCode::Invalid)
        }
    }

    /// The value of the field, empty when it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.sent(name).unwrap_or_default()
    }

    /// The value of the field, nothing when it was not sent.
    pub fn sent(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// All fields.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(n, v)| (n.as_str(), v.as_str()))
    }

    /// Fields named `<prefix><rest>`, as `(rest, value)`.
    pub fn with_prefix<'f>(&'f self, prefix: &'f str) -> impl Iterator<Item = (&'f str, &'f str)> {
        self.iter()
            .filter_map(move |(name, value)| Some((name.strip_prefix(prefix)?, value)))
    }
}

/// Whether the bytes are UTF-8, as they stand and as they are written in `%DB%95`. A `%` that begins no byte stands for itself.
fn is_text(body: &[u8]) -> bool {
    let mut bytes = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((&first, after)) = rest.split_first() {
        let half = |at: usize| after.get(at).and_then(|digit| char::from(*digit).to_digit(16));
        if let (b'%', Some(high), Some(low)) = (first, half(0), half(1)) {
            bytes.push(u8::try_from(high * 16 + low).unwrap_or_default());
            rest = &after[2..];
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    std::str::from_utf8(&bytes).is_ok()
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = AppError;

    async fn from_request(request: Request, _: &S) -> Result<Self, AppError> {
        let is_form = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|v| v.to_str().ok())
            .is_some_and(|v| v.starts_with("application/x-www-form-urlencoded"));
        if !is_form {
            return Err(ErrorCode::Invalid.into());
        }
        let most = largest_form(request.uri().path());
        let body = axum::body::to_bytes(request.into_body(), most)
            .await
            .map_err(|_| AppError::from(ErrorCode::TooLarge))?;
        Self::parse(&body).map_err(Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::shop_page::{BlockKind, Slots};
    use domain::{Locale, LongText, MessageText, ShortText};

    /// Bytes of a character as a browser sends it, at the most.
    const CHARACTER: usize = 12;
    /// What else a field brings: its name, and those of what it was made from.
    const FIELD: usize = 200;
    /// Languages of a text.
    const LANGUAGES: usize = Locale::BUILT_IN.len();

    /// Bytes of all that a part of a shop page may hold.
    fn longest_of(kind: BlockKind) -> usize {
        let of_fields = kind.specs().iter().map(|spec| {
            let items = match spec.slots {
                Slots::One => 1,
                Slots::Items(first, last) => usize::from(last - first) + 1,
            };
            let texts = if spec.format.is_translated() { LANGUAGES } else { 1 };
            // What is chosen, an address or a picture, is shorter than a hundred characters in plain letters.
            let longest = spec.format.longest().unwrap_or(100);
            items * texts * (longest * CHARACTER + FIELD)
        });
        of_fields.sum()
    }

    #[test]
    fn all_that_fields_may_hold_fits_twice_so_that_too_long_is_told_at_its_field() {
        for kind in BlockKind::ALL {
            assert!(2 * longest_of(kind) <= MAX_WORK_FORM, "{kind}: {}", longest_of(kind));
        }
        // A product has twenty sizes with prices and stock, beside its texts.
        let texts = (ShortText::MAX + LongText::MAX) * LANGUAGES * CHARACTER;
        assert!(2 * (texts + 50 * FIELD) <= MAX_WORK_FORM, "{texts}");
        // And what a buyer or an applicant writes.
        const { assert!(2 * (10 * ShortText::MAX + MessageText::MAX) * CHARACTER <= MAX_FORM) };
    }

    #[test]
    fn where_people_work_forms_may_be_long() {
        for path in [
            "/zh/studio/products/7",
            "/ug/centre/announcements",
            "/es/account/sign-in",
        ] {
            assert_eq!(largest_form(path), MAX_WORK_FORM, "{path}");
        }
        for path in ["/zh/checkout", "/zh/cart/lines", "/zh", "/", "", "/zh/products/studio"] {
            assert_eq!(largest_form(path), MAX_FORM, "{path}");
        }
    }

    #[test]
    fn a_form_is_read_in_its_order() {
        let form = Form::parse(b"name=%DB%95&note=a+b&quantity-7=2").unwrap_or_default();
        let fields: Vec<_> = form.iter().collect();
        assert_eq!(fields, [("name", "ە"), ("note", "a b"), ("quantity-7", "2")]);
    }

    #[test]
    fn a_field_is_sent_once() {
        let refused = |body: &str| Form::parse(body.as_bytes()).err();
        assert_eq!(refused("quantity=1&offer=2&quantity=3"), Some(ErrorCode::Invalid));
        let lines = |count: usize| vec!["quantity-1=2"; count].join("&");
        assert_eq!(refused(&lines(9_900)), Some(ErrorCode::TooLarge));
        let many: Vec<_> = (0..=MAX_FIELDS).map(|i| format!("quantity-{i}=1")).collect();
        assert_eq!(refused(&many.join("&")), Some(ErrorCode::TooLarge));
        assert_eq!(refused(&many[1..].join("&")), None);
        let long = format!("{}=1", "n".repeat(MAX_NAME + 1));
        assert_eq!(refused(&long), Some(ErrorCode::Invalid));
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        for body in [
            &b"text=%ff%fe"[..],
            b"%ff=1%fe&a",
            b"text=%DB",
            b"text=%DB&name=%95",
            b"text=\xff",
        ] {
            assert_eq!(Form::parse(body).err(), Some(ErrorCode::Invalid), "{body:?}");
        }
        let form = Form::parse("text=100%+ %zz %D8%A6ئ".as_bytes()).unwrap_or_default();
        assert_eq!(form.get("text"), "100%  %zz ئئ");
    }

    #[test]
    fn towers_of_marks_are_cut() {
        let form = Form::parse(format!("text=e{}", "\u{301}".repeat(50)).as_bytes()).unwrap_or_default();
        assert_eq!(form.get("text").chars().count(), 5);
    }
}
