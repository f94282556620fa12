//! The values of the settings, as they are stored and shown.

use std::collections::BTreeMap;

use domain::{Fees, FreightRegion, Locale, ReturnRules};
use serde::{Deserialize, Serialize};

use super::Day;
use crate::Shown;

/// A text by language; a language may be missing.
pub type TextByLanguage = BTreeMap<Locale, String>;

/// A part of the settings that is saved as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// The bank account.
    Bank,
    /// The Centre's name and telephones.
    Centre,
    /// What delivery to an address costs.
    Freight,
    /// Notices in the shop.
    Notices,
    /// Closed days.
    Closed,
    /// What is taken back and made good.
    Returns,
    /// What the Centre keeps of a sale.
    Fees,
}

impl Section {
    /// In the order of the page.
    pub const ALL: [Self; 7] = [
        Self::Bank,
        Self::Centre,
        Self::Freight,
        Self::Fees,
        Self::Returns,
        Self::Notices,
        Self::Closed,
    ];

    /// The word in forms and in the history.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Bank => "bank",
            Self::Centre => "centre",
            Self::Freight => "freight",
            Self::Notices => "notices",
            Self::Closed => "closed",
            Self::Returns => "returns",
            Self::Fees => "fees",
        }
    }

    /// The section with this word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.as_str() == word)
    }

    /// The name of its row.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Bank => "shop-bank",
            Self::Centre => "shop-centre",
            // In a table of its own.
            Self::Freight => "shop-freight",
            Self::Notices => "shop-notices",
            Self::Closed => "shop-closed",
            Self::Returns => "shop-returns",
            Self::Fees => "shop-fees",
        }
    }
}

/// Where buyers transfer to, written exactly as the bank has it: it is typed into the form of another bank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BankAccount {
    /// Whose account it is.
    pub holder: String,
    /// At which bank.
    pub bank: String,
    /// Its number, in groups as the bank prints it.
    pub number: String,
}

/// How the Centre is called, in both senses.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CentreCard {
    /// Its name.
    #[serde(default)]
    pub name: TextByLanguage,
    /// Telephones as they are shown.
    #[serde(default)]
    pub phones: Vec<String>,
}

/// Something every visitor should know on some days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShopNotice {
    /// First day.
    pub from: Day,
    /// Last day.
    pub until: Day,
    /// What it says.
    pub text: TextByLanguage,
}

/// Days on which nobody is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosedDays {
    /// First day.
    pub from: Day,
    /// Last day.
    pub until: Day,
    /// Why; may be empty.
    #[serde(default)]
    pub reason: TextByLanguage,
}

/// What delivery to a region costs: the first weight once, then every started step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FreightRow {
    /// Where to.
    pub region: FreightRegion,
    /// Grams.
    pub first_grams: i64,
    /// Fen.
    pub first_minor: i64,
    /// Grams.
    pub step_grams: i64,
    /// Fen.
    pub step_minor: i64,
}

/// The value of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// The bank account, if there is one.
    Bank(Option<BankAccount>),
    /// The Centre's name and telephones.
    Centre(CentreCard),
    /// Freight by region.
    Freight(Vec<FreightRow>),
    /// Notices.
    Notices(Vec<ShopNotice>),
    /// Closed days.
    Closed(Vec<ClosedDays>),
    /// What is taken back and made good.
    Returns(ReturnRules),
    /// What the Centre keeps of a sale.
    Fees(Fees),
}

impl Value {
    /// Reads what [`json`](Self::json) wrote; an empty text is a value never set.
    pub(crate) fn parse(section: Section, json: &str) -> Result<Self, serde_json::Error> {
        let json = match (section, json) {
            (Section::Bank, "") => "null",
            (Section::Centre, "") => "{}",
            (Section::Returns, "") => return Ok(Self::Returns(ReturnRules::default())),
            (Section::Fees, "") => return Ok(Self::Fees(Fees::default())),
            (_, "") => "[]",
            (_, json) => json,
        };
        Ok(match section {
            Section::Bank => Self::Bank(serde_json::from_str(json)?),
            Section::Centre => Self::Centre(serde_json::from_str(json)?),
            Section::Freight => Self::Freight(serde_json::from_str(json)?),
            Section::Notices => Self::Notices(serde_json::from_str(json)?),
            Section::Closed => Self::Closed(serde_json::from_str(json)?),
            Section::Returns => Self::Returns(serde_json::from_str(json)?),
            Section::Fees => Self::Fees(serde_json::from_str(json)?),
        })
    }

    /// As it is stored.
    pub(crate) fn json(&self) -> Result<String, serde_json::Error> {
        match self {
            Self::Bank(value) => serde_json::to_string(value),
            Self::Centre(value) => serde_json::to_string(value),
            Self::Freight(value) => serde_json::to_string(value),
            Self::Notices(value) => serde_json::to_string(value),
            Self::Closed(value) => serde_json::to_string(value),
            Self::Returns(value) => serde_json::to_string(value),
            Self::Fees(value) => serde_json::to_string(value),
        }
    }
}

/// A text for a reader of `locale`: in that language, or the first there is.
pub(crate) fn shown(texts: &TextByLanguage, locale: Locale) -> Option<Shown> {
    let in_own = texts.get(&locale).map(|text| (locale, text));
    let (lang, text) = in_own.or_else(|| texts.iter().next().map(|(lang, text)| (*lang, text)))?;
    Some(Shown {
        text: text.clone(),
        lang,
        outdated: false,
    })
}
