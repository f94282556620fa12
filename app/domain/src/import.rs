//! Tables that a cooperative brings along: what they are, what their columns stand for, and what becomes of them.

use crate::named::named_enum;

/// Largest file with a table, bytes.
pub const MAX_TABLE_BYTES: u64 = 20 * 1024 * 1024;
/// Most rows of a table.
pub const MAX_TABLE_ROWS: u64 = 100_000;

named_enum! {
    /// Where an imported table stands.
    pub enum ImportState {
        /// It is read through: what is new, what would change, what is wrong.
        Checking = "checking",
        /// It waits for somebody to say yes; nothing of it is in the shop.
        Ready = "ready",
        /// Its rows are being taken over.
        Running = "running",
        /// All rows are through.
        Done = "done",
        /// It cannot be read; the reason says why.
        Refused = "refused",
        /// Somebody said no, or nobody said anything for a day.
        Canceled = "canceled",
        /// It is no fault of the table.
        Failed = "failed",
    }
}

impl ImportState {
    /// Whether a job has something to do with it.
    pub const fn is_busy(self) -> bool {
        matches!(self, Self::Checking | Self::Running)
    }

    /// Whether its columns can still be matched otherwise, and nothing is in the shop yet.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Checking | Self::Ready | Self::Refused)
    }
}

named_enum! {
    /// Whose table it is.
    pub enum TableKind {
        /// Ours, or one somebody typed.
        Own = "own",
        Shopify = "shopify",
        WooCommerce = "woocommerce",
    }
}

named_enum! {
    /// How the letters of a file are written.
    pub enum TableEncoding {
        Utf8 = "utf-8",
        Utf16Le = "utf-16le",
        Utf16Be = "utf-16be",
        /// GB 18030, of which GBK and GB 2312 are parts.
        Gbk = "gbk",
        /// Western European, as Excel writes Spanish.
        Windows1252 = "windows-1252",
    }
}

named_enum! {
    /// What parts the cells of a row.
    pub enum TableSeparator {
        Comma = "comma",
        Semicolon = "semicolon",
        Tab = "tab",
        Bar = "bar",
    }
}

impl TableSeparator {
    /// The character itself.
    pub const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Bar => b'|',
        }
    }
}

named_enum! {
    /// What a column of a table stands for.
    pub enum TableColumn {
        /// Nothing of the shop's.
        Ignore = "ignore",
        /// Number of a product of ours.
        Product = "product",
        /// Number of a size of ours.
        Size = "size",
        Sku = "sku",
        /// What the rows of one product have in common.
        Group = "group",
        /// What tells the sizes of a product apart.
        Variant = "variant",
        /// In the language of the table.
        Name = "name",
        NameUg = "name-ug",
        NameZh = "name-zh",
        NameEs = "name-es",
        Description = "description",
        DescriptionUg = "description-ug",
        DescriptionZh = "description-zh",
        DescriptionEs = "description-es",
        Category = "category",
        /// In packs, or weighed out.
        Sold = "sold",
        /// What a pack holds, with its unit; grams without one.
        Net = "net",
        Grams = "grams",
        Kilograms = "kilograms",
        Pounds = "pounds",
        Ounces = "ounces",
        Price = "price",
        /// Prices that fall with the amount.
        Steps = "steps",
        /// The most that one phone number may order within 30 days.
        BuyerLimit = "buyer-limit",
        /// Of which year's harvest a product is.
        HarvestYear = "harvest-year",
        /// The first month in which a product is in season.
        SeasonFrom = "season-from",
        /// The last one.
        SeasonTo = "season-to",
        Stock = "stock",
        /// Whether another shop sells it, or has put it away.
        Status = "status",
        /// What an export said, to know what others changed since.
        Seen = "seen",
        Picture = "picture",
        /// Simple product, product with sizes, or size (WooCommerce).
        Type = "type",
        Parent = "parent",
        /// The number of a product in the shop it comes from.
        ForeignId = "foreign-id",
        /// Number of a lot of ours; nothing for one that comes in.
        Lot = "lot",
        /// When a lot was harvested.
        Harvested = "harvested",
        /// Where a lot is from.
        Origin = "origin",
        /// How much of a lot came in.
        CameIn = "came-in",
    }
}

named_enum! {
    /// What is wrong with a row, or [to be known](Self::is_note) of it.
    pub enum RowProblem {
        Required = "required",
        TooLong = "too-long",
        InvalidPrice = "invalid-price",
        InvalidQuantity = "invalid-quantity",
        InvalidText = "invalid-text",
        /// A tag in a name.
        Markup = "markup",
        InvalidChoice = "invalid-choice",
        /// No product or size of this cooperative has that number.
        NotFound = "not-found",
        /// Somebody else changed it since the table was made.
        Changed = "changed",
        /// It cannot be changed by a table.
        Fixed = "fixed",
        /// The same size stands in an earlier row.
        Twice = "twice",
        /// An earlier row says something else of the same product.
        Disagrees = "disagrees",
        /// The product it belongs to does not stand above it.
        NoParent = "no-parent",
        ProductsFull = "products-full",
        SizesFull = "sizes-full",
        /// The product has a size like this one.
        SameSize = "same-size",
        /// Not amounts that rise and prices that fall.
        InvalidSteps = "invalid-steps",
        /// Steps with an amount above the most that one can buy at once.
        StepsAbove = "steps-above",
        /// Steps that cost less than half of the price.
        StepsTooCheap = "steps-too-cheap",
        /// A price that is not above those of its steps.
        BelowSteps = "below-steps",
        /// No amount that a buyer may be held to.
        InvalidLimit = "invalid-limit",
        /// No month, or one of two without the other.
        InvalidMonth = "invalid-month",
        /// No year, or one that is still to come.
        InvalidYear = "invalid-year",
        /// The other shop has put it away: a new product goes into the archive.
        Archived = "archived",
        /// The other shop sold more than it had: nothing is in stock.
        BelowZero = "below-zero",
        /// No goods of this cooperative are called so.
        NoGoods = "no-goods",
        /// The size has no lot of that number.
        NoLot = "no-lot",
        /// A lot that is there is what came in: nothing of it is changed.
        LotFixed = "lot-fixed",
        /// The same lot stands in an earlier row.
        LotTwice = "lot-twice",
        /// Neither harvest nor origin, by which goods are a lot.
        LotUnnamed = "lot-unnamed",
        /// No day, month or year.
        InvalidDay = "invalid-day",
        /// It is still to come.
        Future = "future",
    }
}

impl RowProblem {
    /// Those that are no mistakes: the row is taken over, but not as it stands there.
    pub const NOTES: [Self; 2] = [Self::Archived, Self::BelowZero];

    /// Whether it is no mistake.
    pub fn is_note(self) -> bool {
        Self::NOTES.contains(&self)
    }
}

named_enum! {
    /// Why a file is not taken as a table.
    pub enum TableRefusal {
        /// No file was chosen, or an empty one.
        Missing = "missing",
        TooManyBytes = "too-many-bytes",
        /// As Excel stored tables until 2003.
        OldExcel = "old-excel",
        NotATable = "not-a-table",
        /// The file ends too early or is broken.
        Damaged = "damaged",
        TooManyRows = "too-many-rows",
        TooManyColumns = "too-many-columns",
        /// A row that does not end: a quotation mark too many.
        RowTooLong = "row-too-long",
        /// No column by which goods could be known.
        NoColumns = "no-columns",
        /// Called a file of translators, and no XLIFF 1.2.
        NotXliff = "not-xliff",
        /// A file of translators that is too large.
        TooMuchText = "too-much-text",
        /// XML that declares or uses entities of its own.
        XmlEntities = "xml-entities",
        /// Translations between other languages than the shop speaks, a text has, or it was exported for.
        OtherLanguage = "other-language",
    }
}

impl From<crate::StepsError> for RowProblem {
    fn from(error: crate::StepsError) -> Self {
        use crate::StepsError;
        match error {
            StepsError::AboveMost => Self::StepsAbove,
            StepsError::TooCheap => Self::StepsTooCheap,
            StepsError::Unreadable | StepsError::TooMany | StepsError::Amounts | StepsError::Prices => {
                Self::InvalidSteps
            }
        }
    }
}

impl From<crate::FieldCode> for RowProblem {
    fn from(code: crate::FieldCode) -> Self {
        use crate::FieldCode;
        match code {
            FieldCode::Required => Self::Required,
            FieldCode::TooLong => Self::TooLong,
            FieldCode::InvalidPrice => Self::InvalidPrice,
            FieldCode::InvalidQuantity | FieldCode::TooMuch => Self::InvalidQuantity,
            FieldCode::InvalidChoice | FieldCode::Unknown => Self::InvalidChoice,
            FieldCode::Changed => Self::Changed,
            FieldCode::InvalidDay => Self::InvalidDay,
            FieldCode::InvalidTime => Self::Future,
            FieldCode::Markup => Self::Markup,
            _ => Self::InvalidText,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_job_works_at_is_not_over() {
        for state in ImportState::ALL {
            let is_over = matches!(
                state,
                ImportState::Done | ImportState::Canceled | ImportState::Failed | ImportState::Refused
            );
            assert!(!(state.is_busy() && is_over), "{state}");
        }
        assert!(!ImportState::Running.is_open(), "rows are in the shop already");
    }
}
