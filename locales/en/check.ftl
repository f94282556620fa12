### What the check of these files says, in the translator’s language. A sentence stands behind the name of a file and a line, so it begins small and has no full stop.

## Files and folders

# $cause: what the computer says.
check-folder-unreadable = this folder cannot be read: { $cause }
# $most: how many files are read.
check-folder-full = there are more than { $most } files in this folder; not all were read
check-folder-gone = the files of this folder are gone; the shop goes on saying what it said
# $cause: what the computer says.
check-file-unreadable = this file cannot be read: { $cause }
# $cause: what the computer says.
check-file-unwritable = this file cannot be written: { $cause }
check-file-none = this is no file that can be read
check-file-large = this file is larger than 1 MB, so nothing of it was read; look what came into it
# $encoding: a way of writing letters, such as GBK.
check-file-encoding = this file is not saved as UTF-8 (it seems to be { $encoding }), so nothing of it can be read; save it again as UTF-8
# $format: a program, or a kind of file.
check-file-format = this is no plain text ({ $format }), so nothing of it was read: save it as plain text, UTF-8, with a name that ends with .ftl
# $language: the folder of a language. $count: texts in that one. $all: texts in all.
check-file-language = these texts are in another language, that of the folder { $language } ({ $count } of { $all }), so they are not shown: was a file copied to the wrong place?
check-file-cut = the file ends here without the end of a line and the texts behind it are missing, so this one may be only half there and is not shown: save the whole file again, or end its last line
check-english-missing = this English file is missing, and its translations are there: take it from the release again
check-file-damaged = from this line on the file is damaged: there are bytes that are no letters, or it ends within one; write this line again and save the file as UTF-8
check-file-lines = the lines of this file end as on very old computers, so nothing of it was read; save it again with the line ends of today
# $english: the English file.
check-file-missing = this file is missing: copy { $english } and translate its texts
# $english: the English file.
check-file-nothing = none of the texts of { $english } is in this file: is it another file, or were its texts lost?
# $count: how many texts. $file: another file.
check-file-copy = texts of this file that are in { $file } as well, where they count: { $count }; if this is a copy, remove it
check-file-gone = this file is gone; the shop goes on saying what it said
check-english-unread = English is built into the shop: what was changed here is not read, and it makes no translation outdated
check-file-texts = these are too many texts for one file; from here on it is not read
check-file-mistakes = these are too many mistakes for one file; from here on it is not read
check-merge = two versions of this file were put together here: keep one of them and remove the lines with <<<<<<<, ======= and >>>>>>>
# $count: how many texts. $command: what to type.
check-lines-indented = before names of texts in this file stand spaces or a tab, so they are not read (how many: { $count }): a name begins its line; { $command } puts them right
# $count: how many lines. $command: what to type.
check-lines-quoted = a spreadsheet put quotation marks round lines of this file, so their texts are not read (how many: { $count }); { $command } takes the marks away
# $sign: a character. $count: how many lines.
check-lines-padded = a spreadsheet put `{ $sign }` at the end of lines, so their texts are not shown (how many: { $count }): take the file as it was before, or remove these signs
# $sign: what stands there. $count: how many texts. $command: what to type.
check-names-sign = `{ $sign }` or the like stands before names of texts in this file, so they are not read (how many: { $count }): a name begins its line; { $command } takes it away
# $sign: what stands there. $count: how many texts. $command: what to type.
check-equals-other = behind names of texts in this file stands `{ $sign }` instead of `=`, so they are not read (how many: { $count }); { $command } puts them right
# $count: how many texts. $name: what the first of them is called. $instead: its name in English. $command: what to type.
check-names-translated = names of texts in this file are others than in English (how many: { $count }), as { $name } for { $instead }: names are never translated; { $command } puts them right
# $count: how many texts. $english: the English file.
check-names-unknown = names of texts from here on are none of English (how many: { $count }): names are never translated, take them from { $english }
# $count: how many texts.
check-texts-off = texts that a `#` turns off (how many: { $count }): remove the `#` and the space behind it from all lines of the text

## The file of a language, language.toml

check-toml-syntax = this line of the language’s file cannot be read: an entry has a name, `=` and a value; words stand between `"`, lists between `[` and `]`
check-entry-twice = this entry is there twice; keep one of them
# $name: what stands there.
check-entry-unknown = there is no such entry: { $name }
# $name: an entry.
check-entry-missing = this entry is missing: { $name }
# $name: an entry. $wanted: what it has to be.
check-entry-value = { $name } has to be { $wanted }
# $name: an entry. $value: what stands there. $known: what may stand there.
check-value-unknown = { $name } cannot be { $value }; there are { $known }
# $tag: the tag of a language.
check-language-folder = the tag in this language.toml is { $tag }, and the folder has another name: they have to be the same, so change the tag if this is a new language, or the name
# $code: two or three letters.
check-language-code = the code { $code } belongs to another language
# $most: how many bytes.
check-language-large = this file is too large: at most { $most } bytes are read
# $most: how many.
check-languages-many = there are more languages than can be added (at most { $most }); this one is left out
check-languages-late = this file changed after the program started, which is when languages are read: start it again

## Lines

check-line-loose = this line does not begin with spaces, so it is not part of the text above it: put four spaces before it; before a note put `# `; a new text has its name and `=`
check-line-tab = this line begins with a tab, so it is not part of the text: write four spaces instead
# $sign: a character.
check-line-sign = a line of a text cannot begin with `{ $sign }`
check-line-unknown = a line that begins without spaces begins a text, with its name and `=`; before a note stands `# `
# $name: the name of a text.
check-line-end = a text begins in the middle of this line: before { $name } the end of the line is missing
check-name-foreign = a line that begins without spaces begins a text: its English name in Latin letters, then `=`
check-name-missing = a name is missing here

## A text and its signs

check-text-long = this text is far too long; is an end of a line or the next name missing?
check-text-brackets = there are more than 100 `{ "{" }` and `(` in this text
check-equals-missing = `=` is missing after the name
check-brace-open = a `{ "}" }` is missing
check-brace-closing = there is a `{ "}" }` without its `{ "{" }`
# $sign: what stands there. $instead: what belongs there.
check-sign-alike = `{ $sign }` does not belong here: write `{ $instead }` instead
# $code: a character, as U+3000.
check-space-alike = a space of another kind stands here ({ $code }), which does not count as one: write an ordinary one
check-attribute-place = no point and name can follow here: a variable has no parts, and an attribute of a term is not shown but only compared
check-comment-space = after `#` stands a space
check-bracket-open = a `]` is missing after the name of the form
check-quote-open = a `"` is missing
# $sign: a character.
check-sign-missing = `{ $sign }` is missing
check-value-missing = there is no text after `=`
check-form-empty = a form has no text
check-star-missing = one form must have the star: `*[other]`
check-star-twice = only one form may have the star
check-placeable-empty = between `{ "{" }` and `{ "}" }` there must be a variable like `$name`
check-arrow-line = after `->` the line ends; each form has a line of its own
check-number-digits = a number is written with digits only: 12
check-variable-foreign = the name after `$` is the English one, in Latin letters
check-variable-digit = the name after `$` begins with a letter
check-variable-space = right after `$`, without a space, stands the name of a variable: `{ "{" } $name { "}" }`
check-form-name = between `[` and `]` stands one, other or a number
check-selector = only a variable can be counted or compared: `{ "{" } $count -> … { "}" }`
check-escape = in quotation marks `\` stands only before `\` and `"`
check-escape-unicode = after `\u` stand four digits or letters from a to f
check-call = a bracket cannot follow a name within `{ "{" } { "}" }`
check-call-arguments = what stands between the brackets cannot be read

## Names

check-id-shape = a name is written `area-thing`: small letters and digits, words joined by `-`
# $line: a line number.
check-id-twice = this name is already there in line { $line }; keep one of them
# $count: how many.
check-ids-twice = from here on texts stand in this file a second time (how many: { $count }); keep one of each
# $file: another file.
check-id-elsewhere = this text is already in { $file }, and that one counts; keep one of them
check-id-unknown = there is no text of this name in English; remove it, or add it to the English file
# $line: line of the English file.
check-id-missing = this text is missing (line { $line } of the English file)
# $count: how many. $line: line of the English file.
check-ids-missing = this text is missing (line { $line } of the English file) and all that follow it (how many: { $count }): was the end of the file lost?
check-id-gone = this text is no longer in this file; the shop goes on saying what it said
# $count: how many others.
check-ids-gone = this text is no longer in this file, nor are others (how many: { $count }); the shop goes on saying what it said
check-names-alike = two variables differ only in `-`, `_` or capitals
# $names: variables.
check-comment-missing = a comment above must say what this stands for: { $names }
# $name: a text.
check-reference-unknown = there is no text of this name: { $name }; with a `$` before it, it would be a variable
# $name: a term.
check-term-unknown = this term is nowhere in this language: { $name }
# $name: an attribute.
check-attribute-unknown = this attribute is nowhere: { $name }
# $name: a text.
check-circle = this text contains itself, by way of { $name }
check-deep = texts stand within texts too many times here
check-expansion = with all the texts it contains this text is far too long
# $name: a function.
check-function-unknown = there is no function { $name }; there are `NUMBER` and `DATETIME`
# $name: a function. $option: what it was given.
check-option-unknown = { $name } does not have or cannot do this: { $option }
# $name: a form. $known: forms there are.
check-form-unknown = this language has no form [{ $name }]; it has { $known } and whole numbers such as [0]
# $name: a form.
check-form-twice = the form [{ $name }] is there twice

## What must not be shown

check-text-empty = this text is empty
check-sign-tab = a tab stands in it; write a space instead
# $code: a character, as U+0000.
check-sign-machine = a sign that is not seen stands in it ({ $code }); remove it
# $code: a character, as U+FFFD.
check-letter-lost = a letter was lost in it and { $code } stands there; write it again
# $letters: question marks.
check-letters-lost = the letters of this text were lost and `{ $letters }` stands there; write it again and save the file as UTF-8
# $letters: wrong letters.
check-mojibake = `{ $letters }` is what a program makes of letters that it reads wrongly; write the text again and save it as UTF-8
check-direction = a sign that turns the direction is opened and not closed, or the other way round; remove it

## Beside English

# $name: a variable.
check-variable-unknown = { $name } does not exist in English
# $names: variables.
check-variable-missing = { $names } is missing
# $name: a variable.
check-variable-form = { $name } is missing in one of the forms
check-release-unknown = this text does not exist in this release of the shop, so the shop leaves it out
# $names: variables.
check-release-variables = this release of the shop fills in { $names }, so it leaves this text out
check-release-nothing = this release of the shop fills in nothing here, so it leaves this text out

## What deserves a look

check-english-left = this is still the English text
check-folder-other = this folder is no language of the shop, so nothing in it is read: a new language has a language.toml beside its texts
check-file-name = this file is not read: the name of a file of texts ends with .ftl in small letters
# $count: how many texts.
check-texts-moved = texts from here on say what others of this file said (how many: { $count }): was a column, or a part of the file, moved without the names?
# $name: a text.
check-texts-swapped = this text and { $name } each say what the other one said: were they swapped?
# $english: the name of a file.
check-file-renamed = English has no file of this name; the texts in it belong in { $english }, so give it that name
check-glossary-line = this line of the glossary cannot be read, so its word is not looked for: it needs en,ug,zh,es,note with a word in each language
check-glossary-nothing = no word of the glossary can be read, so the words of the program count: it is CSV in UTF-8, with commas between en,ug,zh,es,note
check-glossary-gone = this glossary is gone; the shop goes on with its words: put it back before the shop starts again
# $note: the name of a file.
check-glossary-built-in = this glossary was gone when the shop started, so the words of the program count: put it back; if it is not to come back, remove { $note } from the folder of data
check-language-unread = this file is not that of the program and is not read: how this language is written comes with the release
check-language-gone = this file is gone; the shop goes on as it said: put it back before the shop starts again
check-letters-other = this is in other letters than the language is written in
# $letter: a letter. $code: as U+0647. $instead: Uyghur letters.
check-letter-foreign = { $letter } ({ $code }) is not a Uyghur letter, here it is { $instead }
# $letter: a letter. $code: as U+0647.
check-letter-unknown = { $letter } ({ $code }) is not a Uyghur letter
# $letter: a letter. $code: as U+FEE9.
check-letter-form = { $letter } ({ $code }) is only the shape of a letter at one place of a word; type the letter anew
# $letters: characters.
check-traditional = traditional characters: { $letters }
# $code: a character, as U+200B.
check-sign-unseen = a sign that is not seen stands in it ({ $code })
check-markup = `<…>` and `&…;` are shown as they are: a text has no HTML
# $letters: what stands there.
check-leftover = `{ $letters }` seems to be left of another program, or of the work on this text; remove it
# $mark: a mark. $instead: the language's own.
check-mark = `{ $mark }` is written `{ $instead }` here
# $mark: a mark. $instead: the language's own.
check-mark-end = `{ $mark }` at the end of a sentence is written `{ $instead }`
# $mark: a mark.
check-mark-twice = `{ $mark }` stands several times in a row; write it once
# $letters: a word.
check-mark-within = were letters lost where a question mark stands in `{ $letters }`? Then write it again and save the file as UTF-8
check-quotes = quotation marks are written «…»
# $closing: a mark. $opening: its pair.
check-mark-pair = `{ $closing }` and `{ $opening }` stand as a pair, each of them once
check-spaces = two spaces stand side by side
# $mark: a mark.
check-space-mark = there is no space before `{ $mark }`
# $mark: a mark.
check-space-after = a space is missing after `{ $mark }`
# $code: a character, as U+00A0.
check-space-foreign = a space of another kind stands in it ({ $code }); write an ordinary one
# $most: letters. $length: letters.
check-too-long = this is too long for its place: { $length } letters, at most { $most }
# $length: letters. $most: letters of the English text.
check-much-longer = this is much longer than English: { $length } letters, English has { $most }; does something stand in it that belongs elsewhere?
# $number: a number.
check-number-lost = this number of the English text is missing: { $number }
# $contact: a link, an e-mail address, a phone number or a name.
check-contact-new = English does not have this: { $contact }; a link, an e-mail, a phone number or a name to write to has to stand in the English text too, or in the comment above that
# $name: a name.
check-name-lost = this name stays as it is and is missing: { $name }
# $suffix: an ending.
check-suffix = a suffix hangs on what is filled in ({ $suffix }), which may need another one: write the sentence so that it needs none
# $word: a word.
check-vosotros = the shop says tú: { $word }
# $form: one or more forms.
check-form-lacking = forms that this language needs and that are missing: { $form }
# $form: a form, as [one].
check-form-other = the form [other] is missing, so { $form } is shown for all other numbers too
# $name: a form.
check-form-star = the form with the star is called [{ $name }] here: it is shown, but in all languages its name is [other]
check-file-open = the file ends here without the end of a line: is this text whole? Then end its line
# $word: an English word. $instead: its translation.
check-glossary = { $word } is called { $instead } in this shop

## Words around them

# $meant: a name or a text.
check-word-meant = did you mean `{ $meant }`?
# $more: how many. Stands behind a sentence.
check-word-more = (the same elsewhere in this file: { $more })
# $more: how many. $command: what to type.
check-word-more-fix = (the same elsewhere in this file: { $more }; { $command } puts all of them right)
# $text: the English text.
check-word-english = English: { $text }
check-word-error = error
check-word-warning = warning
check-word-hint = hint
# $errors: how many. $warnings: how many. $hints: how many. $texts: how many were read.
check-word-total = Errors: { $errors }, warnings: { $warnings }, hints: { $hints }. Texts read: { $texts }.
# $folder: a folder.
check-word-no-folder = there is no such folder: { $folder }
# $folder: a folder.
check-word-no-languages = there are no folders of languages, such as `ug`, in here: { $folder }; name the folder they are in
# $language: what was asked for. $known: the languages there are.
check-word-no-language = there is no such language here: { $language }; those there are: { $known }

## What the computer says, behind «this file cannot be read:»

check-cause-not-found = it is not there
check-cause-not-allowed = the program has no right to it
check-cause-is-folder = it is a folder
check-cause-no-folder = a part of its path is no folder
check-cause-full = the disk is full
check-cause-read-only = nothing can be written on this disk
check-cause-too-many = too many files are open; close other programs and try again
check-cause-damaged = the disk does not read or write it and may be damaged
check-cause-network = the drive in the network does not answer
check-cause-link-circle = links lead round in a circle
check-cause-name = its name is too long, or has a sign that is not allowed
check-cause-busy = another program is using it
check-cause-memory = the computer has not enough memory
check-cause-letters = it is not saved as UTF-8
check-cause-there = there is one already
check-cause-too-large = it is too large
check-cause-interrupted = it was interrupted before its end
check-cause-refused = the other computer did not take it
check-cause-not-empty = the folder is not empty
check-cause-other-disk = it is on another disk
check-cause-links = there are too many links to it
check-cause-gone = the other program has ended
check-cause-database = the database does not answer
# $number: of an error, as the system counts them.
check-cause-number = the system says error { $number }

## What an entry of a language has to be, behind its name

check-wanted-text = words between `"`
check-wanted-texts = a list of words: `["…", "…"]`
check-wanted-number = a whole number
check-wanted-part = a part with a line of its own that has its name: `[…]`
check-wanted-forms = its forms: `{ "{" } one = "…", other = "…" { "}" }`
check-wanted-sign = one sign, and the sign that stands in its place: `"," = "،"`
check-wanted-code = two or three small letters, such as `kk`
check-wanted-tag = a tag of BCP 47, such as `kk-Arab`
check-wanted-names = small letters only, such as `kaz`
check-wanted-digits = the ten digits, beginning with zero
check-wanted-filled = something: it cannot be empty
check-wanted-short = short (at most 100 bytes), without `|`, `~` and `#`
check-wanted-parts = a pattern with every part of it, such as `{ "{" }day{ "}" }`
check-wanted-pattern = a pattern with one `{ "{" }number{ "}" }`
check-wanted-money = a pattern with one `{ "{" }number{ "}" }` for each of CNY, EUR and USD
check-wanted-piece = a pattern for each form, among them `other`, without `;`
check-wanted-letters = ranges of Unicode, such as `0620-064A`
check-wanted-months = twelve names, January first
check-wanted-weekdays = seven names, Monday first

## Other commands

# $folder: a folder.
check-serve-started = the shop shows the texts of { $folder } as they are saved
# $address: where a page is.
check-serve-address = all that is wrong in them stands at { $address }
check-serve-title = All that is to be mended
check-serve-none = Nothing is wrong in the files.
# Leads to the page with all of them.
check-serve-all = All of them
# $place: a file, or an address.
check-report-no-shop = There is no shop here, so nobody knows which texts are outdated and how often pages are viewed: { $place }
# $cause: what the database says.
check-report-unread = Nobody knows which texts are outdated and how often pages are viewed: { $cause }
check-report-title = Translations
# Above a column of names of files.
check-report-file = file
# In that column, of all of them together.
check-report-all = all files
# Above columns of numbers, as the next ones.
check-report-texts = texts
check-report-translated = translated
check-report-outdated = outdated
check-report-doubtful = doubtful
check-report-missing = missing
check-report-errors = errors
check-report-views = views of its pages, 30 days
# $most: how many.
check-exchange-large = this file is larger than { $most } MB
# $most: how many.
check-exchange-many = there are more than { $most } texts in this file
# $name: a text.
check-exchange-long = this text is far too long: { $name }
# $format: a kind of file, such as CSV.
check-exchange-format = this is no { $format } file that Bazar wrote
# $line: number of a line.
check-exchange-damaged = this file is damaged in line { $line }
# $row: a number.
check-exchange-row = row { $row } of this file is not whole: cells are missing, or a quotation mark is not closed
check-exchange-entities = this file declares XML entities, which are not read
# $name: what stands there.
check-exchange-name = this is not the name of a text: { $name }
check-exchange-nameless = texts in this file have no name: it stands in id, in PO in msgctxt, in TMX in tuid
check-exchange-workbook = this is an Excel workbook or another packed file, whatever its name says: save the sheet as CSV, UTF-8
# $name: a text.
check-exchange-twice = this text is in the file twice: { $name }
# $option: what to type.
check-import-which = this file does not say which language it is in: name it with { $option }
# $said: a language. $named: another one.
check-import-other = the texts in this file are in { $said }, not in { $named }
# $said: the language that the texts are for. $other: that of their words.
check-import-language = most of these texts are in the language of the folder { $other }, not of { $said }, so nothing was taken over
# $count: how many texts.
check-import-slipped = most of the changed texts ({ $count }) say what others say now, so nothing was taken over: was a column moved or sorted without the others?
# $command: what to type.
check-import-written = It is written. { $command } looks at all files.
# $option: what to type.
check-import-dry = Nothing is written yet: { $option } does it.
# $option: what to type.
check-import-format = what kind of file this is, its name does not tell: say it with { $option }
check-import-meanwhile = this file was changed meanwhile, so nothing was written: try again
# $changed: how many. $same: how many. $refused: how many.
check-import-total = Texts that change: { $changed }. As they were: { $same }. Not taken: { $refused }.
# $name: a text. $why: a sentence.
check-import-doubt = { $name }: worth a look: { $why }
# $name: a text. $why: a sentence.
check-import-refused = { $name }: not taken: { $why }
check-import-unknown = the shop has no such text
check-import-stale = its English says something else now
# $text: the English text before.
check-import-was = it was: { $text }
# $text: the English text now.
check-import-now = now: { $text }
check-import-twice = this text is in its file twice: keep one of them
check-import-unreadable = in its file this text has a mistake: mend it there first
check-import-no-text = this cannot stand in a file as the text of this name
check-import-foreign = something stands in it that another program put there, and it is not known what it means
# $count: how many. $command: what to type. $path: an address.
check-pseudo-made = Texts made: { $count }. { $command } shows them, at { $path }.
check-pseudo-there = this folder has texts in it already: name a new one
check-fix-none = There is nothing to mend.
# $count: how many.
check-fix-written = Files mended: { $count }.
# $count: how many. $option: what to type.
check-fix-dry = Files to mend: { $count }. Nothing is written yet: { $option } does it.
check-take-none = There is nothing to take: every approved text is in the files.
# $place: a file.
check-take-no-shop = There is no shop here: { $place }. Name its folder with `--data-dir`.
check-take-root = this folder is the whole of its repository: the texts must be in a folder of one
# $cause: what the computer says.
check-take-git = git cannot be run: { $cause }
# $cause: what the database says.
check-take-unread = the database does not say what was approved: { $cause }
# $cause: what the database says.
check-take-unnoted = the texts are in the files, but that could not be noted: { $cause }
# $name: a text that somebody changed in its file since it was approved.
check-take-left = { $name } was changed in its file meanwhile and stays as it is. Change it in the browser, or in the file.
# $count: how many. $option: what to type.
check-take-dry = Texts to take: { $count }. Nothing is written yet: { $option } does it.
# $count: how many.
check-take-written = Texts taken: { $count }.
# $count: how many. $path: a file.
check-take-patch = Texts in the patch: { $count }. It is in { $path }.
# $count: how many. $name: a branch in Git.
check-take-branch = Texts on the branch { $name }: { $count }.
# $count: how many.
check-forget-done = Texts forgotten: { $count }.
# $cause: what the database says.
check-forget-failed = the text cannot be forgotten: { $cause }
