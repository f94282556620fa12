//! What the segments of an address name: each is read as its type, and in its one spelling.

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use domain::shop_page::BlockId;
use domain::{
    ApplicationId, CategoryId, DamageReportId, ErrorCode, GlossaryChangeId, ImportId, LotId, MediaId, OfferId,
    OrderCode, OrderId, OrderLineId, OrderMessageId, PrintJobId, ProductId, ProductQuestionId, ReportPhotoId, ReviewId,
    Slug, StationId, TextVersionId, UploadId,
};
use l10n::unit::UnitId;

use crate::error::AppError;

/// What an address names, read once as its type: a page whose address names nothing that can be is not found, and no
/// text of a stranger's goes further.
#[derive(Clone, Copy, Debug)]
pub struct Named<T>(pub T);

/// A segment of an address that is more than text.
pub trait Segment: Sized {
    /// The value that is written with exactly this segment.
    fn parse(text: &str) -> Option<Self>;
}

impl Segment for Slug {
    fn parse(text: &str) -> Option<Self> {
        Self::parse(text).ok()
    }
}

impl Segment for OrderCode {
    fn parse(text: &str) -> Option<Self> {
        Self::parse(text).ok()
    }
}

impl Segment for OrderId {
    fn parse(text: &str) -> Option<Self> {
        id(text).map(Self)
    }
}

impl Segment for OrderLineId {
    fn parse(text: &str) -> Option<Self> {
        id(text).map(Self)
    }
}

impl Segment for ReviewId {
    fn parse(text: &str) -> Option<Self> {
        id(text).map(Self)
    }
}

impl Segment for ReportPhotoId {
    fn parse(text: &str) -> Option<Self> {
        id(text).map(Self)
    }
}

impl Segment for DamageReportId {
    fn parse(text: &str) -> Option<Self> {
        id(text).map(Self)
    }
}

impl Segment for OrderMessageId {
    fn parse(text: &str) -> Option<Self> {
        id(text).map(Self)
    }
}

impl Segment for OfferId {
    fn parse(text: &str) -> Option<Self> {
        id(text).map(Self)
    }
}

impl Segment for LotId {
    fn parse(text: &str) -> Option<Self> {
        id(text).map(Self)
    }
}

impl Segment for ProductId {
    fn parse(text: &str) -> Option<Self> {
        id(text).map(Self)
    }
}

impl Segment for ProductQuestionId {
    fn parse(text: &str) -> Option<Self> {
        id(text).map(Self)
    }
}

impl Segment for MediaId {
    fn parse(text: &str) -> Option<Self> {
        id(text).map(Self)
    }
}

impl Segment for BlockId {
    fn parse(text: &str) -> Option<Self> {
        u32::try_from(id(text)?).ok().map(Self)
    }
}

impl Segment for UploadId {
    fn parse(text: &str) -> Option<Self> {
        id(text).map(Self)
    }
}

impl Segment for StationId {
    fn parse(text: &str) -> Option<Self> {
        id(text).map(Self)
    }
}

impl Segment for CategoryId {
    fn parse(text: &str) -> Option<Self> {
        id(text).map(Self)
    }
}

impl Segment for ImportId {
    fn parse(text: &str) -> Option<Self> {
        id(text).map(Self)
    }
}

impl Segment for PrintJobId {
    fn parse(text: &str) -> Option<Self> {
        id(text).map(Self)
    }
}

impl Segment for ApplicationId {
    fn parse(text: &str) -> Option<Self> {
        id(text).map(Self)
    }
}

impl Segment for TextVersionId {
    fn parse(text: &str) -> Option<Self> {
        id(text).map(Self)
    }
}

impl Segment for GlossaryChangeId {
    fn parse(text: &str) -> Option<Self> {
        id(text).map(Self)
    }
}

impl Segment for UnitId {
    fn parse(text: &str) -> Option<Self> {
        Self::parse(text)
    }
}

/// A row's number, in its one spelling.
fn id(text: &str) -> Option<i64> {
    let id = text.parse::<i64>().ok().filter(|id| *id > 0)?;
    (id.to_string() == text).then_some(id)
}

impl<S: Send + Sync, T: Segment> FromRequestParts<S> for Named<T> {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, AppError> {
        let path = Path::<Vec<(String, String)>>::from_request_parts(parts, state).await;
        path.ok()
            .and_then(|Path(segments)| {
                let (_, text) = segments.into_iter().find(|(name, _)| name != "lang")?;
                T::parse(&text).map(Self)
            })
            .ok_or(AppError::from(ErrorCode::NotFound))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_number_has_one_spelling(number in 1_i64.., junk in "[+0 ]|0x|%00") {
            let printed = ProductId(number).to_string();
            prop_assert_eq!(<ProductId as Segment>::parse(&printed), Some(ProductId(number)));
            let other = format!("{junk}{printed}");
            prop_assert_eq!(<ProductId as Segment>::parse(&other), None);
        }
    }

    #[test]
    fn what_names_nothing_is_no_segment() {
        for text in ["", "0", "-1", "9223372036854775808", "1.5", "1\0", "\u{661}"] {
            assert!(<OrderId as Segment>::parse(text).is_none(), "{text:?}");
        }
        for text in ["", "\0", "badam\0", "Badam", "a/b", "..", &"a".repeat(81)] {
            assert!(<Slug as Segment>::parse(text).is_none(), "{text:?}");
        }
    }
}
