//! Messages to people: what they are about, and how far they are.

use crate::named::named_enum;

named_enum! {
    /// What a message is about.
    pub enum MessageKind {
        /// What was ordered, and how it is paid.
        Placed = "placed",
        /// A cooperative will deliver.
        Accepted = "accepted",
        /// Money came in.
        Paid = "paid",
        /// A part or all of an order is canceled.
        Canceled = "canceled",
        /// Less is sent than was ordered.
        Reduced = "reduced",
        /// Something else is sent in place of what is missing, or not after all.
        Replaced = "replaced",
        /// On its way.
        Sent = "sent",
        /// At the station.
        Ready = "ready",
        /// Still at the station.
        Reminder = "reminder",
        /// Handed over some days ago: how was it?
        HowWasIt = "how-was-it",
        /// Not paid in time.
        Expired = "expired",
        /// Money was sent back.
        RefundSent = "refund-sent",
        /// A cooperative has a new order.
        NewOrder = "new-order",
        /// An order of a cooperative was canceled by somebody else.
        OrderLost = "order-lost",
        /// A buyer does not want what a cooperative would send in place of what was ordered.
        Declined = "declined",
        /// A buyer asked a cooperative something about an order.
        Question = "question",
        /// A cooperative wrote to the buyer of an order.
        Answer = "answer",
        /// A question about a product is answered.
        ProductAnswer = "product-answer",
        /// A size somebody waited for can be bought again.
        BackInStock = "back-in-stock",
        /// A cooperative was suspended.
        Suspended = "suspended",
        /// A cooperative sells again.
        Admitted = "admitted",
        /// What a cooperative wanted buyers to see was not confirmed.
        SentBack = "sent-back",
        /// A cooperative that wanted to sell here does.
        ApplicationAdmitted = "application-admitted",
        /// A cooperative that wanted to sell here does not.
        ApplicationRefused = "application-refused",
        /// To sign in, or to show that an order's phone is one's own.
        OneTimeCode = "one-time-code",
        /// A passkey was added to somebody's account.
        PasskeyAdded = "passkey-added",
        /// Written as a whole sentence by an earlier version of the program.
        Written = "written",
    }
}

named_enum! {
    /// How far a message is.
    pub enum MessageState {
        /// To be sent, now or after a pause.
        Waiting = "waiting",
        /// Given up by the program after the last attempt, or refused for good: somebody has to look.
        Dead = "dead",
        /// Above a budget: kept, not sent.
        Suppressed = "suppressed",
        /// Given up by the Centre.
        GivenUp = "given-up",
        /// Too late to be of use before it could be sent.
        Lapsed = "lapsed",
        /// Handed to the channel.
        Sent = "sent",
    }
}
