//! What went wrong with a request, as codes: texts are looked up by them in the reader's language.

use crate::named::named_enum;
use crate::{CodeError, MoneyError, PhoneError, PriceError, QuantityError, StepsError, TextError, WeightOverflow};

named_enum! {
    /// What is wrong with one field of a form.
    pub enum FieldCode {
        Required = "required",
        TooLong = "too-long",
        InvalidPhone = "invalid-phone",
        InvalidQuantity = "invalid-quantity",
        InvalidText = "invalid-text",
        /// A tag in a name.
        Markup = "markup",
        InvalidChoice = "invalid-choice",
        InvalidCode = "invalid-code",
        InvalidPrice = "invalid-price",
        InvalidLink = "invalid-link",
        /// An address that begins with `http://`, of a place that may have no other.
        InsecureLink = "insecure-link",
        InvalidTime = "invalid-time",
        InvalidDay = "invalid-day",
        /// A password of too few characters.
        TooShort = "too-short",
        /// A password that would be guessed first.
        TooEasy = "too-easy",
        /// A name that stands for nothing here: a cooperative, a station.
        Unknown = "unknown",
        /// More money than there is to be paid or sent back.
        TooMuch = "too-much",
        /// Nothing is sent to this province.
        NotServed = "not-served",
        /// Somebody else changed it since the form was opened.
        Changed = "changed",
        /// A translation was said to be right, and its source is not any more what it was compared with.
        SourceChanged = "source-changed",
        /// A shop page holds as much as it may, whatever the length of this text.
        PageFull = "page-full",
    }
}

named_enum! {
    /// Why a whole request failed. The text is the Fluent message `error-<as_str>`.
    pub enum ErrorCode {
        NotFound = "not-found",
        /// Some fields are wrong; they say which themselves.
        Invalid = "invalid",
        SoldOut = "sold-out",
        PriceChanged = "price-changed",
        FreightChanged = "freight-changed",
        CartEmpty = "cart-empty",
        /// The same form was sent before with other contents.
        IdempotencyMismatch = "idempotency-mismatch",
        /// Something has moved on in the meantime.
        InvalidTransition = "invalid-transition",
        // Why a step of an order cannot be taken; see [`crate::Refusal`].
        OrderOver = "order-over",
        DoneAlready = "done-already",
        NotAccepted = "not-accepted",
        NotPacked = "not-packed",
        NotSent = "not-sent",
        NotArrived = "not-arrived",
        NotHandedOver = "not-handed-over",
        NotReturning = "not-returning",
        OtherDelivery = "other-delivery",
        Unpaid = "unpaid",
        PaidAlready = "paid-already",
        SentAlready = "sent-already",
        GoneOn = "gone-on",
        UndoTooLate = "undo-too-late",
        AmountTooLarge = "amount-too-large",
        /// Shown as not found: what one may not see does not exist.
        NotAllowed = "not-allowed",
        SignInFailed = "sign-in-failed",
        TooManyAttempts = "too-many-attempts",
        /// A cooperative has as many invitations by link as it may.
        InvitationsFull = "invitations-full",
        /// The Centre tells the cooperatives as much at a time as it may.
        AnnouncementsFull = "announcements-full",
        /// The last one who runs a cooperative or the Centre cannot leave.
        LastOwner = "last-owner",
        /// What is on sale is shown by a picture: its last one cannot go.
        LastPicture = "last-picture",
        /// A product has as many pictures as it may.
        PicturesFull = "pictures-full",
        /// A cooperative has as many pictures on their way, or sent as many today, as it may.
        UploadsFull = "uploads-full",
        /// A cooperative has as many tables open, or brought as many today, as it may.
        TablesFull = "tables-full",
        /// More requests from one network than its budget holds.
        TooFast = "too-fast",
        /// Orders that nobody paid or accepted yet: too many with this phone.
        OpenOrders = "open-orders",
        /// The same: too many from this network.
        OpenOrdersNearby = "open-orders-nearby",
        /// A first order holds no more than a share of what is there.
        ShareTooLarge = "share-too-large",
        /// Less is there than an order that leaves holds.
        StockShort = "stock-short",
        /// Less was to be sent of an order, and nothing of it would be.
        NothingLeft = "nothing-left",
        /// A buyer wrote much already that is not answered.
        WaitForAnswer = "wait-for-answer",
        /// As much was written about an order as its page holds.
        ConversationFull = "conversation-full",
        /// As many questions about a product wait for an answer as may.
        QuestionsFull = "questions-full",
        /// The same, of one network's questions to a cooperative.
        QuestionsNearby = "questions-nearby",
        /// The last size of a product that buyers see.
        LastSize = "last-size",
        /// A product has as many sizes as it may.
        SizesFull = "sizes-full",
        /// A product has a size like this one.
        SameSize = "same-size",
        /// What is published is shown by a picture.
        PictureNeeded = "picture-needed",
        /// A cooperative has as many products as it may.
        ProductsFull = "products-full",
        /// Print was pressed, and no order was ticked.
        NothingToPrint = "nothing-to-print",
        /// More orders than fit into one file.
        TooManyToPrint = "too-many-to-print",
        /// The shop was built without the fonts of printed pages.
        NoFonts = "no-fonts",
        /// A category that goods are in cannot be hidden.
        CategoryInUse = "category-in-use",
        /// There are as many lines of search words as there may be.
        SearchWordsFull = "search-words-full",
        /// A shop page has as many parts as it may.
        BlocksFull = "blocks-full",
        /// A shop page would be longer than any may be.
        PageFull = "page-full",
        /// The Centre has suspended the cooperative: nothing of it is ordered or published.
        Suspended = "suspended",
        /// A shop page has as many pictures as are stored for one.
        ShopPicturesFull = "shop-pictures-full",
        /// A request for another host.
        Misdirected = "misdirected",
        /// The request's body.
        TooLarge = "too-large",
        Busy = "busy",
        /// The shop cannot read or save anything now: its database is away or its disk is full.
        Unavailable = "unavailable",
        Internal = "internal",
        /// A form sent from another site.
        CrossSite = "cross-site",
    }
}

impl ErrorCode {
    /// The HTTP status.
    pub const fn status(self) -> u16 {
        match self {
            Self::CrossSite => 403,
            Self::NotFound | Self::NotAllowed => 404,
            Self::SoldOut | Self::PriceChanged | Self::FreightChanged | Self::CartEmpty | Self::InvalidTransition => {
                409
            }
            Self::OrderOver
            | Self::DoneAlready
            | Self::NotAccepted
            | Self::NotPacked
            | Self::NotSent
            | Self::NotArrived
            | Self::NotHandedOver
            | Self::NotReturning
            | Self::OtherDelivery
            | Self::Unpaid
            | Self::PaidAlready
            | Self::SentAlready
            | Self::GoneOn
            | Self::UndoTooLate
            | Self::Suspended => 409,
            Self::LastPicture | Self::PicturesFull | Self::UploadsFull | Self::TablesFull => 409,
            Self::LastOwner
            | Self::InvitationsFull
            | Self::AnnouncementsFull
            | Self::ShareTooLarge
            | Self::OpenOrders
            | Self::OpenOrdersNearby => 409,
            Self::StockShort | Self::NothingLeft | Self::WaitForAnswer | Self::ConversationFull => 409,
            Self::QuestionsFull | Self::QuestionsNearby => 409,
            Self::LastSize
            | Self::SizesFull
            | Self::SameSize
            | Self::ProductsFull
            | Self::BlocksFull
            | Self::CategoryInUse
            | Self::SearchWordsFull
            | Self::PageFull
            | Self::ShopPicturesFull
            | Self::PictureNeeded => 409,
            Self::TooLarge => 413,
            Self::Misdirected => 421,
            // Not 401, which would have to name an HTTP authentication scheme (RFC 9110, 15.5.2).
            Self::SignInFailed => 422,
            Self::Invalid | Self::IdempotencyMismatch | Self::AmountTooLarge => 422,
            Self::NothingToPrint | Self::TooManyToPrint => 422,
            Self::TooManyAttempts | Self::TooFast => 429,
            Self::Internal => 500,
            Self::Busy | Self::Unavailable | Self::NoFonts => 503,
        }
    }
}

impl From<MoneyError> for ErrorCode {
    fn from(error: MoneyError) -> Self {
        match error {
            MoneyError::Overflow => Self::AmountTooLarge,
            // The shop's own rows contradict each other; no buyer can put that right.
            MoneyError::CurrencyMismatch
            | MoneyError::NoWeights
            | MoneyError::DivisionByZero
            | MoneyError::UnitMismatch => Self::Internal,
        }
    }
}

impl From<WeightOverflow> for ErrorCode {
    fn from(_: WeightOverflow) -> Self {
        Self::AmountTooLarge
    }
}

impl From<TextError> for FieldCode {
    fn from(error: TextError) -> Self {
        match error {
            TextError::Required => Self::Required,
            TextError::TooLong { .. } => Self::TooLong,
            TextError::Forbidden => Self::InvalidText,
            TextError::Markup => Self::Markup,
        }
    }
}

impl From<PhoneError> for FieldCode {
    fn from(error: PhoneError) -> Self {
        match error {
            PhoneError::Required => Self::Required,
            PhoneError::Invalid => Self::InvalidPhone,
        }
    }
}

impl From<CodeError> for FieldCode {
    fn from(error: CodeError) -> Self {
        match error {
            CodeError::Required => Self::Required,
            CodeError::Invalid => Self::InvalidCode,
        }
    }
}

impl From<PriceError> for FieldCode {
    fn from(error: PriceError) -> Self {
        match error {
            PriceError::Required => Self::Required,
            PriceError::Invalid => Self::InvalidPrice,
            PriceError::TooLarge => Self::TooMuch,
        }
    }
}

/// The field of the steps says more of each.
impl From<StepsError> for FieldCode {
    fn from(error: StepsError) -> Self {
        match error {
            StepsError::Unreadable => Self::InvalidText,
            StepsError::TooMany => Self::TooLong,
            StepsError::Amounts => Self::InvalidQuantity,
            StepsError::AboveMost => Self::TooMuch,
            StepsError::Prices => Self::InvalidPrice,
            StepsError::TooCheap => Self::InvalidChoice,
        }
    }
}

impl From<QuantityError> for FieldCode {
    fn from(_: QuantityError) -> Self {
        Self::InvalidQuantity
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_may_not_see_looks_as_if_it_did_not_exist() {
        assert_eq!(ErrorCode::NotAllowed.status(), ErrorCode::NotFound.status());
    }

    #[test]
    fn every_code_is_a_failure_with_a_name_that_can_stand_in_a_message_id() {
        let is_kebab = |name: &str| name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'-'));
        for code in ErrorCode::ALL {
            assert!((400..600).contains(&code.status()), "{code}");
            assert!(is_kebab(code.as_str()), "{code}");
            assert_eq!(ErrorCode::parse(code.as_str()), Some(code));
        }
        for code in FieldCode::ALL {
            assert!(is_kebab(code.as_str()), "{code}");
            assert_eq!(FieldCode::parse(code.as_str()), Some(code));
        }
    }
}
