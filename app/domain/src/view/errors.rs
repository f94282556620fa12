//! What is wrong with the fields of a form.

use crate::FieldCode;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Which fields of a form are not right, and why; in the order of the form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldErrors(Vec<(Cow<'static, str>, FieldCode)>);

impl FieldErrors {
    /// One wrong field.
    pub fn one(name: impl Into<Cow<'static, str>>, code: FieldCode) -> Self {
        Self(vec![(name.into(), code)])
    }

    /// Notes that `name` is wrong.
    pub fn push(&mut self, name: impl Into<Cow<'static, str>>, code: FieldCode) {
        self.0.push((name.into(), code));
    }

    /// Takes the value, or notes its error for `name`.
    pub fn take<T>(&mut self, name: impl Into<Cow<'static, str>>, value: Result<T, FieldCode>) -> Option<T> {
        match value {
            Ok(value) => Some(value),
            Err(code) => {
                self.push(name, code);
                None
            }
        }
    }

    /// The code noted for `name`.
    pub fn of(&self, name: &str) -> Option<FieldCode> {
        self.0.iter().find(|(n, _)| *n == name).map(|(_, code)| *code)
    }

    /// Takes back what was noted for `name`.
    pub fn forget(&mut self, name: &str) {
        self.0.retain(|(n, _)| *n != name);
    }

    /// How many fields are wrong.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether no field is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The wrong fields, in the order of the form.
    pub fn iter(&self) -> impl Iterator<Item = (&str, FieldCode)> + '_ {
        self.0.iter().map(|(name, code)| (name.as_ref(), *code))
    }
}
