//! All that can be wrong. A kind names its sentence in `locales/*/check.ftl`; what fills the sentence in stands above the kind.

use super::finding::Level;

macro_rules! kinds {
    ($( $level:ident { $( $(#[$note:meta])* $variant:ident = $id:literal, )+ } )+) => {
        /// What can be wrong. Each kind has its sentence in every language.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $( $( $(#[$note])* $variant, )+ )+
        }

        impl Kind {
            /// Every kind, those that matter most first.
            pub const ALL: &'static [Self] = &[$( $( Self::$variant, )+ )+];

            /// The name of its sentence in `check.ftl`.
            pub const fn id(self) -> &'static str {
                match self { $( $( Self::$variant => $id, )+ )+ }
            }

            /// How much it matters.
            pub const fn level(self) -> Level {
                match self { $( $( Self::$variant => Level::$level, )+ )+ }
            }
        }
    };
}

impl Kind {
    /// The word for programs: the name of the sentence without `check-`.
    pub fn as_str(self) -> &'static str {
        self.id().trim_start_matches("check-")
    }

    /// The kind written with exactly this word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.as_str() == word)
    }
}

kinds! {
    Error {
        /// `cause`
        FolderUnreadable = "check-folder-unreadable",
        /// `most`
        FolderFull = "check-folder-full",
        /// The files of a running shop's language are gone.
        FolderGone = "check-folder-gone",
        /// `cause`
        FileUnreadable = "check-file-unreadable",
        /// A device, a pipe, a folder.
        FileNone = "check-file-none",
        /// Larger than 1 MB.
        FileLarge = "check-file-large",
        /// `encoding`
        FileEncoding = "check-file-encoding",
        /// `format`: a word processor's own, or a web page.
        FileFormat = "check-file-format",
        /// `language`, `count`, `all`: most of its texts are in another one.
        FileLanguage = "check-file-language",
        /// A file that ends within this text, perhaps: others are missing behind it.
        FileCut = "check-file-cut",
        /// A file of the English texts that is gone.
        EnglishMissing = "check-english-missing",
        /// Bytes that are no letters, from this line on.
        FileDamaged = "check-file-damaged",
        /// Lines that end as those of a very old Mac.
        FileLines = "check-file-lines",
        /// `english`: the file of which it has no text.
        FileNothing = "check-file-nothing",
        /// `file`, `count`: its texts are in another file as well.
        FileCopy = "check-file-copy",
        /// `english`: the file to translate.
        FileMissing = "check-file-missing",
        /// A running shop's file is gone.
        FileGone = "check-file-gone",
        /// Too many texts in it.
        FileTexts = "check-file-texts",
        /// Too many mistakes in it.
        FileMistakes = "check-file-mistakes",
        /// `count`, `command`: a tab or spaces before the names of texts.
        LinesIndented = "check-lines-indented",
        /// `count`, `command`: lines between quotation marks of a spreadsheet.
        LinesQuoted = "check-lines-quoted",
        /// `count`, `sign`: lines that end with the cells of a spreadsheet.
        LinesPadded = "check-lines-padded",
        /// `count`, `sign`, `command`: a sign of a list, or a quotation mark, before the names of texts.
        NamesSign = "check-names-sign",
        /// `count`, `sign`, `command`: another sign in the place of `=`.
        EqualsOther = "check-equals-other",
        /// `count`, `name`, `instead`, `command`: names of texts that were translated, or changed in another way, with the first of them.
        NamesTranslated = "check-names-translated",
        /// `count`, `english`: names that are none of the English file.
        NamesUnknown = "check-names-unknown",
        /// `count`: texts that a `#` turns off.
        TextsOff = "check-texts-off",
        /// Two versions of a file were put together.
        Merge = "check-merge",
        /// A line of a `language.toml` that is no TOML.
        TomlSyntax = "check-toml-syntax",
        /// An entry of it that is there twice.
        EntryTwice = "check-entry-twice",
        /// `name`: an entry that no language has.
        EntryUnknown = "check-entry-unknown",
        /// `name`: an entry that each language has.
        EntryMissing = "check-entry-missing",
        /// `name`, `wanted`: an entry that says what cannot be.
        EntryValue = "check-entry-value",
        /// `name`, `value`, `known`: a word of which there are only a few.
        ValueUnknown = "check-value-unknown",
        /// `tag`: the folder is called otherwise.
        LanguageFolder = "check-language-folder",
        /// `code`: another language has it.
        LanguageCode = "check-language-code",
        /// `most`: a `language.toml` with more bytes.
        LanguageLarge = "check-language-large",
        /// `most`: more languages than are added.
        LanguagesMany = "check-languages-many",
        /// The program had its languages already.
        LanguagesLate = "check-languages-late",
        /// `name`: a text that begins within a line of another one.
        LineEnd = "check-line-end",
        /// A line of a text without spaces before it.
        LineLoose = "check-line-loose",
        /// A line that begins with a tab.
        LineTab = "check-line-tab",
        /// `sign`
        LineSign = "check-line-sign",
        /// A line that is nothing.
        LineUnknown = "check-line-unknown",
        /// A text whose name is in letters of another script.
        NameForeign = "check-name-foreign",
        /// A name is missing where one belongs.
        NameMissing = "check-name-missing",
        /// A text far too long.
        TextLong = "check-text-long",
        /// More than 100 brackets.
        TextBrackets = "check-text-brackets",
        /// No `=` after the name.
        EqualsMissing = "check-equals-missing",
        /// A `{` without its `}`.
        BraceOpen = "check-brace-open",
        /// A `}` without its `{`.
        BraceClosing = "check-brace-closing",
        /// `sign`, `instead`: a sign that only looks like one of Fluent's.
        SignAlike = "check-sign-alike",
        /// `code`: a space that is none to Fluent, as U+3000, where an ordinary one belongs.
        SpaceAlike = "check-space-alike",
        /// A point and a name behind a variable, or behind a term.
        AttributePlace = "check-attribute-place",
        /// No space after `#`.
        CommentSpace = "check-comment-space",
        /// No `]` after the name of a form.
        BracketOpen = "check-bracket-open",
        /// A `"` is missing.
        QuoteOpen = "check-quote-open",
        /// `sign`
        SignMissing = "check-sign-missing",
        /// Nothing after the `=`.
        ValueMissing = "check-value-missing",
        /// A form without a text.
        FormEmpty = "check-form-empty",
        /// No form has the star.
        StarMissing = "check-star-missing",
        /// Two forms have it.
        StarTwice = "check-star-twice",
        /// Nothing readable between `{` and `}`.
        PlaceableEmpty = "check-placeable-empty",
        /// A form right behind `->`.
        ArrowLine = "check-arrow-line",
        /// A number with other signs than digits.
        NumberDigits = "check-number-digits",
        /// A variable's name in letters of another script.
        VariableForeign = "check-variable-foreign",
        /// It begins with a digit.
        VariableDigit = "check-variable-digit",
        /// A space right after `$`.
        VariableSpace = "check-variable-space",
        /// No name between `[` and `]`.
        FormName = "check-form-name",
        /// What is counted is no variable.
        Selector = "check-selector",
        /// A `\` that stands for nothing.
        Escape = "check-escape",
        /// `\u` without its four digits.
        EscapeUnicode = "check-escape-unicode",
        /// A bracket after a name.
        Call = "check-call",
        /// What stands between brackets.
        CallArguments = "check-call-arguments",
        /// A name not written area-thing.
        IdShape = "check-id-shape",
        /// `line`
        IdTwice = "check-id-twice",
        /// `count`: many are there twice.
        IdsTwice = "check-ids-twice",
        /// `file`
        IdElsewhere = "check-id-elsewhere",
        /// Not in English.
        IdUnknown = "check-id-unknown",
        /// Not in this language.
        IdMissing = "check-id-missing",
        /// `count`, `line`: many at the end of a file.
        IdsMissing = "check-ids-missing",
        /// No longer in a running shop's file.
        IdGone = "check-id-gone",
        /// `count`: how many more are no longer in it.
        IdsGone = "check-ids-gone",
        /// Two variables that a program cannot tell apart.
        NamesAlike = "check-names-alike",
        /// `names`
        CommentMissing = "check-comment-missing",
        /// `name`
        ReferenceUnknown = "check-reference-unknown",
        /// `name`
        TermUnknown = "check-term-unknown",
        /// `name`
        AttributeUnknown = "check-attribute-unknown",
        /// `name`: a text points at itself by way of others.
        Circle = "check-circle",
        /// Texts within texts within texts.
        Deep = "check-deep",
        /// With what it points at, far too long.
        Expansion = "check-expansion",
        /// `name`
        FunctionUnknown = "check-function-unknown",
        /// `name`, `option`
        OptionUnknown = "check-option-unknown",
        /// `name`, `known`
        FormUnknown = "check-form-unknown",
        /// `name`
        FormTwice = "check-form-twice",
        /// Nothing that is seen.
        TextEmpty = "check-text-empty",
        /// A tab within a text.
        SignTab = "check-sign-tab",
        /// `code`
        SignMachine = "check-sign-machine",
        /// `code`
        LetterLost = "check-letter-lost",
        /// `letters`: question marks and no letter.
        LettersLost = "check-letters-lost",
        /// `letters`
        Mojibake = "check-mojibake",
        /// A direction opened and not closed.
        Direction = "check-direction",
        /// `name`
        VariableUnknown = "check-variable-unknown",
        /// `names`
        VariableMissing = "check-variable-missing",
        /// `name`
        VariableForm = "check-variable-form",
        /// Not in this release.
        ReleaseUnknown = "check-release-unknown",
        /// `names`
        ReleaseVariables = "check-release-variables",
        /// It has variables, and this release fills in none.
        ReleaseNothing = "check-release-nothing",
    }
    Warning {
        /// A folder with files of texts that is no language.
        FolderOther = "check-folder-other",
        /// `.FTL` in capitals.
        FileName = "check-file-name",
        /// `english`: a file of texts that belong in another one, which is not there.
        FileRenamed = "check-file-renamed",
        /// `count`: texts of a file that say what others of it said.
        TextsMoved = "check-texts-moved",
        /// `name`: a text that says what this one said, and this one what it did.
        TextsSwapped = "check-texts-swapped",
        /// The glossary of a running shop's folder is gone.
        GlossaryGone = "check-glossary-gone",
        /// `note`: that glossary went before the shop started.
        GlossaryBuiltIn = "check-glossary-built-in",
        /// A running shop's `language.toml` is gone.
        LanguageGone = "check-language-gone",
        /// No line of the glossary can be read.
        GlossaryNothing = "check-glossary-nothing",
        /// A `language.toml` of the release that says something else.
        LanguageUnread = "check-language-unread",
        /// A line of the glossary that cannot be read.
        GlossaryLine = "check-glossary-line",
        /// English of a running shop's folder that says something else than the shop was built with.
        EnglishUnread = "check-english-unread",
        /// Still the English text.
        EnglishLeft = "check-english-left",
        /// Other letters than those of the language.
        LettersOther = "check-letters-other",
        /// `letter`, `code`, `instead`
        LetterForeign = "check-letter-foreign",
        /// `letter`, `code`
        LetterUnknown = "check-letter-unknown",
        /// `letter`, `code`
        LetterForm = "check-letter-form",
        /// `letters`
        Traditional = "check-traditional",
        /// `code`
        SignUnseen = "check-sign-unseen",
        /// HTML in a text.
        Markup = "check-markup",
        /// `letters`: signs of code, or a note to oneself.
        Leftover = "check-leftover",
        /// `mark`, `instead`
        Mark = "check-mark",
        /// `mark`, `instead`
        MarkEnd = "check-mark-end",
        /// `mark`: it stands several times in a row.
        MarkTwice = "check-mark-twice",
        /// `letters`: a question mark where a letter may have been.
        MarkWithin = "check-mark-within",
        /// Straight or English quotation marks.
        Quotes = "check-quotes",
        /// `closing`, `opening`
        MarkPair = "check-mark-pair",
        /// Two spaces side by side.
        Spaces = "check-spaces",
        /// `mark`
        SpaceMark = "check-space-mark",
        /// `mark`: no space between it and the next word.
        SpaceAfter = "check-space-after",
        /// `code`: a space of another kind, as U+00A0.
        SpaceForeign = "check-space-foreign",
        /// `most`, `length`
        TooLong = "check-too-long",
        /// `length`, `most`: letters, and those of English, of which it has a multiple.
        MuchLonger = "check-much-longer",
        /// `number`
        NumberLost = "check-number-lost",
        /// `contact`: a link, an e-mail address, a phone number or a name to write to that English does not have.
        ContactNew = "check-contact-new",
        /// `name`
        NameLost = "check-name-lost",
        /// `suffix`
        Suffix = "check-suffix",
        /// `word`
        Vosotros = "check-vosotros",
        /// `form`: it has the star, and the form of all other numbers is gone.
        FormOther = "check-form-other",
    }
    Hint {
        /// The last line has no end.
        FileOpen = "check-file-open",
        /// `name`: the form with the star has a name of its own.
        FormStar = "check-form-star",
        /// `form`
        FormLacking = "check-form-lacking",
        /// `word`, `instead`
        Glossary = "check-glossary",
    }
}
