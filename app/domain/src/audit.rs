//! What the events of the audit log are about.

use crate::named::named_enum;

named_enum! {
    /// A part of the shop's life in which things are done that the log notes.
    pub enum AuditArea {
        /// Members, how they sign in, and the Centre at work for a cooperative.
        People = "people",
        /// Suspending and admitting cooperatives, and what they are told.
        Cooperatives = "cooperatives",
        Money = "money",
        /// Orders, and what is written about them.
        Orders = "orders",
        /// Products, their sizes, pictures, stock and tables.
        Goods = "goods",
        /// Shop pages.
        Shops = "shops",
        /// Messages to people, and codes that were looked at.
        Messages = "messages",
        /// What the Centre sets, and the district's stations, categories and search words.
        Settings = "settings",
        /// The shop's own texts.
        Texts = "texts",
        /// The log itself.
        Log = "log",
    }
}

impl AuditArea {
    /// The first words of its actions, as in `member.add`.
    pub const fn words(self) -> &'static [&'static str] {
        match self {
            Self::People => &["member", "session", "password", "passkey", "support"],
            Self::Cooperatives => &["cooperative", "announcement", "application"],
            Self::Money => &["money", "payout", "shift"],
            Self::Orders => &["order", "orders", "question", "review"],
            Self::Goods => &["product", "offer", "picture", "stock", "import"],
            Self::Shops => &["shop"],
            Self::Messages => &["message", "code"],
            Self::Settings => &["settings", "station", "category", "search-words"],
            Self::Texts => &["text"],
            Self::Log => &["audit"],
        }
    }

    /// The area of an action.
    pub fn of(action: &str) -> Option<Self> {
        let word = action.split('.').next()?;
        Self::ALL.into_iter().find(|area| area.words().contains(&word))
    }
}

named_enum! {
    /// Something done that the log notes. Words that are no more or not yet known stand in the log as well.
    pub enum AuditAction {
        MemberAdd = "member.add",
        MemberRemove = "member.remove",
        MemberRole = "member.role",
        /// A link by which somebody comes in was made.
        MemberLink = "member.link",
        /// It was taken back.
        MemberLinkEnd = "member.link-end",
        /// Somebody came in by it.
        MemberJoin = "member.join",
        SessionEnd = "session.end",
        PasswordChange = "password.change",
        PasskeyAdd = "passkey.add",
        PasskeyName = "passkey.name",
        PasskeyRemove = "passkey.remove",
        /// The Centre begins to work in the name of a cooperative.
        SupportBegin = "support.begin",
        SupportEnd = "support.end",
        CooperativeSuspend = "cooperative.suspend",
        CooperativeAdmit = "cooperative.admit",
        /// From now on its goods wait for the Centre.
        CooperativeConfirmOn = "cooperative.confirm-on",
        CooperativeConfirmOff = "cooperative.confirm-off",
        /// Where its goods can be collected from now on.
        CooperativeCollection = "cooperative.collection",
        /// Its owner asks for another name or telephone.
        CooperativeAsk = "cooperative.ask",
        /// And takes that back.
        CooperativeAskNoMore = "cooperative.ask-no-more",
        /// From now on it is called so.
        CooperativeRename = "cooperative.rename",
        /// The Centre said no, for a reason.
        CooperativeRenameRefuse = "cooperative.rename-refuse",
        /// Somebody wrote that their cooperative wants to sell here.
        ApplicationSend = "application.send",
        /// A paper came with it.
        ApplicationDocument = "application.document",
        /// Whoever sent it took it away again.
        ApplicationDocumentRemove = "application.document-remove",
        ApplicationAdmit = "application.admit",
        ApplicationRefuse = "application.refuse",
        AnnouncementPublish = "announcement.publish",
        AnnouncementTakeBack = "announcement.take-back",
        AnnouncementRead = "announcement.read",
        MoneyReceived = "money.received",
        /// Taken at a station.
        MoneyCash = "money.cash",
        /// Given back at a station.
        MoneyCashBack = "money.cash-back",
        /// It came, and nobody knows yet for which order.
        MoneyUnassigned = "money.unassigned",
        /// And now it is known.
        MoneyAssigned = "money.assigned",
        /// What was paid too much is to go back.
        MoneyToGiveBack = "money.to-give-back",
        MoneyGivenBack = "money.given-back",
        MoneyWrittenOff = "money.written-off",
        /// A booking was undone by its counter-row.
        MoneyUndone = "money.undone",
        /// What a cooperative is to be paid was written down.
        PayoutDraft = "payout.draft",
        /// A second person said yes.
        PayoutApprove = "payout.approve",
        /// The cooperative got the money.
        PayoutPaid = "payout.paid",
        /// It will not be paid.
        PayoutWithdraw = "payout.withdraw",
        /// A payout was undone by its counter-row.
        PayoutUndone = "payout.undone",
        /// A clerk began, with so much cash.
        ShiftOpen = "shift.open",
        /// Cash of a shift went to the Centre.
        ShiftHandOver = "shift.hand-over",
        /// A clerk counted and went.
        ShiftClose = "shift.close",
        /// The Centre corrected a count.
        ShiftCorrect = "shift.correct",
        /// A buyer showed by a code that the phone is theirs.
        OrderPhoneProved = "order.phone-proved",
        OrdersExport = "orders.export",
        /// A cooperative answers what a buyer said about its goods.
        ReviewAnswer = "review.answer",
        /// The Centre lets all read it.
        ReviewPublish = "review.publish",
        /// The Centre took it away, for a reason.
        ReviewHide = "review.hide",
        /// The Centre looked at it and left it.
        ReviewKeep = "review.keep",
        ProductCreate = "product.create",
        ProductCopy = "product.copy",
        ProductSave = "product.save",
        /// A machine was asked for the texts that are missing.
        ProductSuggest = "product.suggest",
        ProductAddSize = "product.add-size",
        ProductPublish = "product.publish",
        /// A product or its changes began to wait for the Centre.
        ProductPropose = "product.propose",
        /// What waited was taken back by the cooperative.
        ProductTakeBack = "product.take-back",
        /// The Centre lets buyers see what waited.
        ProductConfirm = "product.confirm",
        /// The Centre sent it back, with a reason.
        ProductSendBack = "product.send-back",
        ProductSoldOutToday = "product.sold-out-today",
        ProductPause = "product.pause",
        ProductResume = "product.resume",
        ProductArchive = "product.archive",
        ProductRestore = "product.restore",
        /// A size is sold again.
        OfferActive = "offer.active",
        /// A size is sold no more.
        OfferInactive = "offer.inactive",
        /// In which amounts a size is sold.
        OfferAmounts = "offer.amounts",
        PictureAdd = "picture.add",
        PictureMove = "picture.move",
        PictureRemove = "picture.remove",
        PictureDescribe = "picture.describe",
        PictureCrop = "picture.crop",
        /// The page of all prices and stock.
        StockSave = "stock.save",
        /// A line of the ledger.
        StockMove = "stock.move",
        ImportBegin = "import.begin",
        ImportConfirm = "import.confirm",
        ImportCancel = "import.cancel",
        ImportDone = "import.done",
        ImportFailed = "import.failed",
        ShopEdit = "shop.edit",
        /// An edit of the draft was taken back.
        ShopUndo = "shop.undo",
        /// An older page became the draft.
        ShopRestore = "shop.restore",
        ShopPicture = "shop.picture",
        ShopPublish = "shop.publish",
        /// A machine was asked for the texts that the draft lacks.
        ShopSuggest = "shop.suggest",
        /// A question about a product was answered.
        QuestionAnswer = "question.answer",
        /// The Centre let one through, or shows it again.
        QuestionPublish = "question.publish",
        /// One was declined or hidden, with a reason.
        QuestionHide = "question.hide",
        /// The Centre looked at one that somebody reported, and it stays.
        QuestionKeep = "question.keep",
        /// A line of a conversation was hidden.
        MessageHide = "message.hide",
        MessageTryAgain = "message.try-again",
        MessageGiveUp = "message.give-up",
        /// A code that waited was looked at.
        CodeShow = "code.show",
        SettingsSave = "settings.save",
        SettingsUndo = "settings.undo",
        StationAdd = "station.add",
        StationSave = "station.save",
        StationClose = "station.close",
        StationOpen = "station.open",
        CategoryAdd = "category.add",
        CategorySave = "category.save",
        /// Its place among the others. The word is the one the log has, in its chain and for the release before: it stays.
        CategoryReorder = "category.move",
        CategoryHide = "category.hide",
        CategoryShow = "category.show",
        /// All of its goods went to another one. This word stays for the same reason.
        CategoryMoveGoods = "category.empty",
        SearchWordsAdd = "search-words.add",
        SearchWordsSave = "search-words.save",
        SearchWordsRemove = "search-words.remove",
        /// A translator wants a text to say something else.
        TextSuggest = "text.suggest",
        /// All read it.
        TextApprove = "text.approve",
        TextReject = "text.reject",
        /// Its writer took it back.
        TextWithdraw = "text.withdraw",
        /// All read again what was there before.
        TextUndo = "text.undo",
        /// The operator took approved texts into the files.
        TextTake = "text.take",
        /// Events that the release before had written were taken into the chain.
        AuditAdopt = "audit.adopt",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_action_has_one_area() {
        assert_eq!(AuditArea::of("stock.save"), Some(AuditArea::Goods));
        assert_eq!(AuditArea::of("nothing"), None);
        let words: Vec<&str> = AuditArea::ALL.into_iter().flat_map(AuditArea::words).copied().collect();
        for action in AuditAction::ALL {
            assert!(AuditArea::of(action.as_str()).is_some(), "{action}");
        }
        for word in &words {
            assert_eq!(words.iter().filter(|other| *other == word).count(), 1, "{word}");
        }
    }
}
