//! Whether things of the catalogue and the district are shown and sold.

use crate::named::named_enum;

named_enum! {
    pub enum ProductStatus {
        Published = "published",
        /// Not shown, and not sold.
        Draft = "draft",
    }
}

named_enum! {
    pub enum OfferStatus {
        Active = "active",
        /// Not sold any more; orders still name it.
        Inactive = "inactive",
    }
}

named_enum! {
    pub enum CooperativeStatus {
        /// It waits for the Centre.
        Pending = "pending",
        Approved = "approved",
        /// It sells nothing for now.
        Suspended = "suspended",
    }
}

named_enum! {
    pub enum StationStatus {
        Open = "open",
        /// Nothing is sent there any more; orders still name it.
        Closed = "closed",
    }
}
