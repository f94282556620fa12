//! The table. An address of `app::routes` or a server function without a row here fails
//! [`every_address_has_a_row`](super::people).

mod calls;
mod centre;
mod shop;
mod studio;
mod translate;

use axum::http::Method;

use super::forms::Form;
use crate::world::Who;

/// What somebody gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gets {
    /// The page; nothing is written.
    Page,
    /// Done: the page of this address comes next.
    Done,
    /// A call of a script is done.
    Called,
    /// Something a script asked for is made.
    Created,
    /// Nothing to do: the page of this address comes next, and nothing is written.
    Elsewhere,
    /// Asked to sign in; nothing is written.
    SignIn,
    /// Refused with this status; nothing is written.
    Refused(u16),
}

/// To whoever may not see it, it is not there.
const MISSING: Gets = Gets::Refused(404);

/// One address, one method, everybody.
pub struct Row {
    pub method: Method,
    pub pattern: &'static str,
    pub form: Form,
    /// Anonymous, shopper, the owner of this cooperative, of another one, the Centre's admin.
    pub gets: [Gets; 5],
    /// The others, where they get something: see [`Row::gets_of`].
    also: Vec<(Who, Gets)>,
}

fn get(pattern: &'static str, gets: [Gets; 5]) -> Row {
    Row {
        method: Method::GET,
        pattern,
        form: Form::Empty,
        gets,
        also: Vec::new(),
    }
}

fn post(pattern: &'static str, form: Form, gets: [Gets; 5]) -> Row {
    Row {
        method: Method::POST,
        pattern,
        form,
        gets,
        also: Vec::new(),
    }
}

/// Who of a cooperative, or in its name, writes texts.
const WRITE: &[Who] = &[Who::Editor, Who::Acting];

/// Who works on the shop's texts.
const TRANSLATORS: &[Who] = &[Who::Translator, Who::Reviewer];

/// All of it.
pub fn table() -> Vec<Row> {
    let mut rows = shop::rows();
    rows.extend(studio::rows());
    rows.extend(centre::rows());
    rows.extend(translate::rows());
    rows.extend(calls::rows());
    rows
}

impl Row {
    /// What these get besides.
    fn also(mut self, who: &[Who], gets: Gets) -> Self {
        self.also.extend(who.iter().map(|who| (*who, gets)));
        self
    }

    /// Everybody who is signed in gets the same.
    fn alike(self) -> Self {
        let gets = self.gets[4];
        self.also(&Who::ALL[5..], gets)
    }

    /// Whether it is there for anybody.
    pub fn is_for_anybody(&self) -> bool {
        let mut all = self.gets.iter().chain(self.also.iter().map(|(_, gets)| gets));
        all.any(|gets| *gets != MISSING)
    }

    /// What `who` gets. Of a work area the others get nothing unless the row says so; what is for all is for them too.
    pub fn gets_of(&self, who: Who) -> Gets {
        if let Some(at) = Who::ALL[..5].iter().position(|first| *first == who) {
            return self.gets[at];
        }
        let own = self.also.iter().find(|(of, _)| *of == who).map(|(_, gets)| *gets);
        let is_work = self.gets[0] == Gets::SignIn;
        own.unwrap_or(if is_work { MISSING } else { self.gets[4] })
    }
}
