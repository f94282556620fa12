//! The rule of every table.

/// What becomes of the rows of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// They stay, for this reason.
    Stay(&'static str),
    /// They go, or lose what is personal: when.
    Go(&'static str),
}

/// The rule of every table.
pub const RULES: &[(&str, Rule)] = &[
    ("seaql_migrations", Rule::Stay("the schema's own history")),
    ("settings", Rule::Stay("one row a name")),
    (
        "public_versions",
        Rule::Stay("counters of what pages show; a few dozen rows"),
    ),
    // The shop's own texts.
    (
        "text_versions",
        Rule::Go(
            "a year after they were written when they came to nothing, else five years; who wrote what is in the files, or replaced, after a year",
        ),
    ),
    (
        "text_seen",
        Rule::Go(
            "five years after they were looked at, where the text has said something else since; the last of each text stays",
        ),
    ),
    (
        "text_answers",
        Rule::Go("one row a question in the files, which stays; who answered is forgotten after a year"),
    ),
    ("text_comments", Rule::Go("two years after they were written")),
    (
        "glossary_changes",
        Rule::Go(
            "a year after they were written when they came to nothing; the others are the glossary, and who wrote them is forgotten a year after they were approved",
        ),
    ),
    ("text_files", Rule::Stay("one row a text that was changed in a file")),
    (
        "text_problems",
        Rule::Go("when their program reads its files again, or after a day"),
    ),
    // What the shop sells and where.
    ("townships", Rule::Stay("the district")),
    ("stations", Rule::Stay("the district; orders name them")),
    ("station_hours", Rule::Stay("the district")),
    ("categories", Rule::Stay("the catalogue")),
    ("search_words", Rule::Stay("the catalogue; 500 rows at the most")),
    (
        "search_changes",
        Rule::Go("the last 50,000 stay, for the indexes that follow them, and the last of each writer"),
    ),
    ("cooperatives", Rule::Stay("orders name them")),
    (
        "cooperative_steps",
        Rule::Stay("why it was suspended or sells again; a few rows"),
    ),
    (
        "cooperative_changes",
        Rule::Stay("one row a cooperative at the most; it goes when the Centre confirms it or the owner takes it back"),
    ),
    (
        "announcements",
        Rule::Go("a year after their last day, or after they were taken back"),
    ),
    (
        "applications",
        Rule::Go(
            "90 days after they were refused, a year after they were sent and nobody decided; admitted ones stay with their cooperative",
        ),
    ),
    (
        "application_documents",
        Rule::Go("with their application, and their files with them"),
    ),
    ("announcement_reads", Rule::Go("with their announcement")),
    ("media", Rule::Go("a day after nothing shows them any more")),
    ("shop_drafts", Rule::Stay("one row a cooperative")),
    (
        "shop_edits",
        Rule::Go("the last 300 of each cooperative stay, 4 MB of them"),
    ),
    (
        "shop_revisions",
        Rule::Go("the last 100 of each cooperative stay, and the last of each month"),
    ),
    (
        "shop_pictures",
        Rule::Go("those that no page of a cooperative names, once it has 300"),
    ),
    ("uploads", Rule::Go("after a day, with their pieces")),
    ("page_uploads", Rule::Go("after a day, with their pieces")),
    ("picture_crops", Rule::Go("after a day")),
    (
        "picture_originals",
        Rule::Go("with their picture, and their files with the last that names them"),
    ),
    (
        "imports",
        Rule::Go("after a month; their files when they are over, or after a day"),
    ),
    ("import_problems", Rule::Go("with their import")),
    (
        "print_jobs",
        Rule::Go("a day after they were asked for, and the parts of their files with them"),
    ),
    (
        "goods_keys",
        Rule::Stay("one row a name that a table has for goods; they go with them"),
    ),
    ("products", Rule::Stay("orders name them")),
    ("product_media", Rule::Stay("the catalogue")),
    (
        "product_proposals",
        Rule::Stay(
            "one row a product at the most; it goes when the Centre confirms it or the cooperative takes it back",
        ),
    ),
    (
        "product_questions",
        Rule::Go(
            "unanswered ones after 180 days, closed ones 90 days after that; answered ones stay with their product, and lose after 180 days who asked",
        ),
    ),
    (
        "product_question_reports",
        Rule::Go("after 180 days, or with their question"),
    ),
    ("offers", Rule::Stay("orders name them")),
    ("stock", Rule::Stay("one row an offer")),
    (
        "stock_movements",
        Rule::Stay("the books: how goods came and went; who is said by number"),
    ),
    ("lots", Rule::Stay("the books: where goods came from")),
    (
        "lot_uses",
        Rule::Stay("the books: which order got which goods; who that was goes from the order"),
    ),
    ("translations", Rule::Stay("the catalogue's texts")),
    (
        "product_cards",
        Rule::Stay("made of the catalogue, one row a product and language"),
    ),
    ("freight_templates", Rule::Stay("one row a region")),
    // Buying.
    (
        "carts",
        Rule::Go("empty after 2 days, open after 61; ordered ones stay with their order, without their token"),
    ),
    ("cart_lines", Rule::Go("with their cart, or a day after it was ordered")),
    ("favourites", Rule::Go("366 days after their list was added to last")),
    (
        "restock_wishes",
        Rule::Go(
            "180 days after they were asked for in vain, or 30 after they were told of; the number when it is told",
        ),
    ),
    ("restock_refusals", Rule::Go("after a year")),
    ("answer_links", Rule::Go("30 days after the message that has the link")),
    (
        "order_groups",
        Rule::Go("24 months after an ended order its name, phone, address and note"),
    ),
    (
        "orders",
        Rule::Go("24 months after an order ended, the note of who canceled it; the rest is the books"),
    ),
    ("order_lines", Rule::Stay("the books; no personal data")),
    (
        "order_events",
        Rule::Stay("the books; who is said by kind, not by name"),
    ),
    (
        "order_reductions",
        Rule::Go("24 months after an order ended, the note; the rest is the books"),
    ),
    (
        "order_messages",
        Rule::Go("24 months after an order ended, with the name of its group"),
    ),
    (
        "damage_reports",
        Rule::Stay("the books: why money went back; who is said by kind, and the words go with the order's messages"),
    ),
    (
        "report_photos",
        Rule::Go(
            "24 months after an order ended, with its messages, or when its buyer takes them away; their files the night after",
        ),
    ),
    ("order_origins", Rule::Go("after 8 days")),
    (
        "reviews",
        Rule::Go(
            "with the name of the buyer, which order it was; a year after its writer took it back; else what is said of goods stays",
        ),
    ),
    (
        "review_photos",
        Rule::Go("with their review, or when its writer takes them away"),
    ),
    ("review_reports", Rule::Go("after 90 days, or with their review")),
    ("payments", Rule::Stay("the books; no personal data")),
    ("reservations", Rule::Stay("the books: stock is checked against them")),
    ("idempotency_keys", Rule::Go("after 30 days")),
    ("money_entries", Rule::Stay("the books")),
    (
        "payouts",
        Rule::Stay("the books: what cooperatives were paid, and why that was undone; who is said by number"),
    ),
    (
        "shifts",
        Rule::Stay("the books: the cash of each clerk's shift; who is said by number"),
    ),
    (
        "shift_moves",
        Rule::Stay("the books: cash that went to the Centre, and counts that were wrong"),
    ),
    // What the shop sends.
    ("outbox", Rule::Go("a month after messages were made of it")),
    (
        "messages",
        Rule::Go("emptied two weeks after they were sent or given up, gone after three months"),
    ),
    ("message_budgets", Rule::Go("with the messages they count")),
    ("setting_changes", Rule::Stay("who set what, for the auditor")),
    // People.
    ("users", Rule::Stay("until the member is removed")),
    (
        "memberships",
        Rule::Stay("of the release before: rows only leave it, with the right they gave"),
    ),
    ("member_roles", Rule::Stay("until the member is removed")),
    ("invitations", Rule::Go("a month after they were good")),
    ("sessions", Rule::Go("a day after they ended")),
    ("passkeys", Rule::Stay("until their owner removes them")),
    ("passkey_challenges", Rule::Go("a day after they ended")),
    ("one_time_codes", Rule::Go("a day after they ended")),
    (
        "missed_searches",
        Rule::Go("30 days after the day on which it was looked for last"),
    ),
    (
        "translation_wishes",
        Rule::Go("once the texts are written, or a week after they were asked for"),
    ),
    (
        "shop_translation_wishes",
        Rule::Go("once the texts are written, or a week after they were asked for"),
    ),
    ("page_views", Rule::Go("90 days after the day they count")),
    (
        "rate_limits",
        Rule::Go("8 days after the last try; those of one order over all networks, which name none, after 32"),
    ),
    (
        "audit_events",
        Rule::Stay("who changed what, for disputes and the auditor"),
    ),
    ("audit_links", Rule::Stay("the chain of these events, one row each")),
    ("audit_head", Rule::Stay("one row: where that chain ends")),
];

/// The rule of a table, if it has one.
pub fn rule_of(table: &str) -> Option<Rule> {
    RULES.iter().find(|(name, _)| *name == table).map(|(_, rule)| *rule)
}
