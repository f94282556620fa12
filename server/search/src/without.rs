//! What somebody says that goods should be without: `galletas sin nueces`, 不含核桃, `ياڭاقسىز`. Those that have it are not found.
//! What is a word by itself, as `sin azúcar` and 无糖 are in texts and search words, is looked for like any other.

use crate::Result;
use crate::plan::{ITSELF, Plan, Planner, Slot};
use crate::runs::is_little;
use crate::text::{Script, Token, chinese};
use crate::words::Kind;

/// Before what is not wanted; see [`crate::text::cut`].
const SPANISH: &str = "sin ";
/// The ending of Uyghur in each of its scripts.
const UYGHUR: [&str; 3] = ["سىز", "siz", "сиз"];
/// Before what is not wanted.
const CHINESE: [&str; 6] = ["不含", "不要", "不带", "不加", "不放", "没有"];
/// Those of them that only buyers say: no text praises goods with them.
const CHINESE_WISHES: [&str; 2] = ["不要", "没有"];
/// The same; it also begins other words, as 无花果.
const CHINESE_SHORT: &str = "无";
/// Things that nothing should have, at the most.
const MOST: usize = 8;

impl Planner<'_> {
    /// Adds what the next words say that nothing should have, if they do: how many they are.
    pub(crate) fn add_without(&self, rest: &[Token], plan: &mut Plan) -> Result<usize> {
        let Some((token, after)) = rest.split_first() else {
            return Ok(0);
        };
        if token.script == Script::Han {
            if let (true, Some(what)) = (CHINESE.contains(&token.text.as_str()), after.first()) {
                let mut denied = Plan::default();
                if what.script == Script::Han {
                    self.add_words_of_run(&what.text, &mut denied)?;
                } else {
                    denied.slots.extend(self.as_it_is(what)?);
                }
                return Ok(if deny(denied, plan) { 2 } else { 0 });
            }
            return Ok(0);
        }
        let without = || UYGHUR.iter().find_map(|ending| token.text.strip_suffix(*ending));
        let Some(what) = token.text.strip_prefix(SPANISH).or_else(without) else {
            return Ok(0);
        };
        if what.chars().count() < 2 || self.as_it_is(token)?.is_some() {
            return Ok(0);
        }
        let what = Token {
            text: what.to_owned(),
            ..token.clone()
        };
        let denied = Plan {
            slots: self.as_it_is(&what)?.into_iter().collect(),
            ..Plan::default()
        };
        Ok(usize::from(deny(denied, plan)))
    }

    /// A word with its endings and what means the same; nothing for one that is not known as it is typed.
    fn as_it_is(&self, token: &Token) -> Result<Option<Slot>> {
        let key = token.key();
        let mut slot = Slot::default();
        slot.add(self.lists.find(&Kind::Word.term(&key))?, ITSELF);
        self.add_stems(&key, token.script, &mut slot)?;
        self.add_synonyms(&key, token.script, &mut slot)?;
        Ok(Some(slot).filter(|slot| !slot.alternatives.is_empty()))
    }

    /// Adds what a run of Chinese that begins so says that nothing should have, if it does: what is behind that.
    pub(crate) fn add_run_without<'r>(&self, run: &'r str, plan: &mut Plan) -> Result<Option<&'r str>> {
        let short = run.strip_prefix(CHINESE_SHORT);
        let Some(after) = short.or_else(|| CHINESE.iter().find_map(|word| run.strip_prefix(*word))) else {
            return Ok(None);
        };
        let end = match self.synonyms.han_prefix(after) {
            Some(end) => end,
            None if short.is_some() => return Ok(None),
            None => after.find(is_little).unwrap_or(after.len()),
        };
        let (what, behind) = after.split_at(end);
        let is_claim = short.is_none() && !CHINESE_WISHES.iter().any(|wish| run.starts_with(wish));
        if what.is_empty() || (is_claim && self.is_said(&run[..run.len() - behind.len()])?) {
            return Ok(None);
        }
        let mut denied = Plan::default();
        self.add_words_of_run(what, &mut denied)?;
        Ok(deny(denied, plan).then_some(behind))
    }

    /// Whether texts have all of a run, as 不加水.
    fn is_said(&self, run: &str) -> Result<bool> {
        for pair in chinese::pairs(run) {
            if !self.lists.find(&Kind::Han.term(&pair))?.is_some() {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// Whether anything can be what is denied: then it is.
fn deny(denied: Plan, plan: &mut Plan) -> bool {
    let is_something = denied.missing == 0 && !denied.slots.is_empty() && plan.denied.len() < MOST;
    if is_something {
        plan.denied.push(denied);
    }
    is_something
}
