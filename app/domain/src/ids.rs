//! Row ids as types of their own, so that a product's id cannot be handed over as an offer's.

macro_rules! ids {
    ($( $(#[$meta:meta])* $name:ident, )+) => {$(
        $(#[$meta])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize,
        )]
        #[cfg_attr(feature = "sea-orm", derive(sea_orm::DeriveValueType))]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl $name {
            /// The bare number, for the database.
            pub const fn get(self) -> i64 {
                self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(&self.0, f)
            }
        }
    )+};
}

ids! {
    /// A shelf of the catalogue: nuts, honey, dates.
    CategoryId,
    /// A township of the district.
    TownshipId,
    /// A farming cooperative, which is also a shop.
    CooperativeId,
    /// Words that mean the same to whoever searches.
    SearchWordsId,
    /// What a cooperative offers, in all its sizes.
    ProductId,
    /// One size of a product, with its own price and stock.
    OfferId,
    /// A picture.
    MediaId,
    /// A village station where parcels are collected.
    StationId,
    /// When a station is open.
    StationHoursId,
    /// A shopper's cart.
    CartId,
    /// What a shopper placed and pays at once.
    OrderGroupId,
    /// One cooperative's part of an order group.
    OrderId,
    /// A line of an order, frozen at sale.
    OrderLineId,
    /// A line of an order's history.
    OrderEventId,
    /// One time that less was sent than ordered.
    OrderReductionId,
    /// What somebody wrote about an order.
    OrderMessageId,
    /// That something is wrong with goods that came.
    DamageReportId,
    /// A photo of that.
    ReportPhotoId,
    /// What freight to a region costs.
    FreightTemplateId,
    /// The payment of an order group.
    PaymentId,
    /// Money that is due, came in or went back.
    MoneyEntryId,
    /// Money that the Centre pays a cooperative.
    PayoutId,
    /// A clerk's time at a station, with the cash of it.
    ShiftId,
    /// Cash of a shift that went to the Centre, or a correction of its count.
    ShiftMoveId,
    /// Stock held for an order.
    ReservationId,
    /// A person who signs in.
    UserId,
    /// What a person may act for.
    MembershipId,
    /// A link by which somebody becomes a member.
    InvitationId,
    /// The same in the table that the release before reads.
    OldMembershipId,
    /// A code that was sent to a phone.
    OneTimeCodeId,
    /// A key by which a person signs in with their device.
    PasskeyId,
    /// A line of the audit log.
    AuditEventId,
    /// A time a cooperative was suspended or admitted again.
    CooperativeStepId,
    /// A message to one receiver.
    MessageId,
    /// What a buyer says about goods.
    ReviewId,
    /// Something that happened, of which messages are made.
    OutboxId,
    /// A line of the settings' history.
    SettingChangeId,
    /// A line of the stock's history.
    StockMovementId,
    /// Goods that came in together.
    LotId,
    /// A picture that is sent in pieces.
    UploadId,
    /// A picture of which a part is to be kept.
    PictureCropId,
    /// A table that a cooperative brings along.
    ImportId,
    /// A row of one that is not right.
    ImportProblemId,
    /// A file to print that is made piece by piece.
    PrintJobId,
    /// Something done with the draft of a shop page.
    ShopEditId,
    /// A published state of a shop page.
    ShopRevisionId,
    /// Something the Centre tells the cooperatives.
    AnnouncementId,
    /// A cooperative that wants to sell here.
    ApplicationId,
    /// A paper that came with it.
    ApplicationDocumentId,
    /// Somebody who waits for a size that is sold out.
    RestockWishId,
    /// A question about a product.
    ProductQuestionId,
    /// What somebody wants a text of the shop to say.
    TextVersionId,
    /// What translators tell each other about one.
    TextCommentId,
    /// Another translation of a word of the glossary.
    GlossaryChangeId,
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::{Deserialize, de::value::I64Deserializer};

    #[test]
    fn an_id_is_only_its_number_outside() {
        let wire = I64Deserializer::<serde::de::value::Error>::new(42);
        assert_eq!(ProductId::deserialize(wire), Ok(ProductId(42)));
        assert_eq!(ProductId(42).to_string(), "42");
        assert_eq!(ProductId(42).get(), 42);
    }
}
