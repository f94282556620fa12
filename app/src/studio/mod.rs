//! A cooperative's work area: what is to be done today, its orders, its packing list, its products, its shop page. Plain
//! forms, one task a page. Who may see what is decided by the use cases: to anybody else these pages are not there.

mod account;
mod after_sale;
mod amounts;
mod announcements;
mod change;
mod confirmation;
mod cooperative;
mod crop;
mod export;
mod feedback;
mod feedback_questions;
mod feedback_reviews;
mod figures;
mod frame;
mod glossary;
mod goods_words;
mod home;
mod listing;
mod lot;
mod lots;
mod menu;
mod moved;
mod new_product;
mod news;
mod order;
mod orders;
mod orders_query;
mod original;
mod overtaken;
mod packing;
mod parcel;
mod picture;
mod pictures;
mod pictures_page;
mod poster;
mod print;
mod print_form;
mod print_job;
mod product;
mod product_page;
mod products;
mod questions;
mod readership;
mod reduce;
mod replace;
mod replace_outcome;
mod reports;
mod scan;
mod season;
mod shop;
mod sizes;
mod stage;
mod stock;
mod stock_offer;
mod suggestions;
mod support;
mod suspended;
mod table;
mod table_columns;
mod table_page;
mod table_preview;
mod tables;
mod texts;
mod uploads;
mod weights;
mod wrong_step;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, head, post};

use crate::cx::AppState;
use crate::routes::{
    Route, Studio, StudioAccount, StudioAnnouncements, StudioCooperative, StudioExport, StudioFeedback, StudioFigures,
    StudioLot, StudioMessages, StudioNewProduct, StudioNews, StudioOrder, StudioOrders, StudioPacking, StudioPicture,
    StudioPictureCrop, StudioPictureOriginal, StudioPictures, StudioPoster, StudioPrint, StudioPrintJob,
    StudioPrintedFile, StudioProduct, StudioProductSteps, StudioProducts, StudioQuestions, StudioReduce, StudioReplace,
    StudioReplaceUndo, StudioReports, StudioSettle, StudioShop, StudioShopCrop, StudioShopHistory, StudioShopOriginal,
    StudioShopPart, StudioShopPictures, StudioShopShare, StudioShopSuggestions, StudioShopUpload, StudioShopUploads,
    StudioSizes, StudioStock, StudioStockOffer, StudioSuggestions, StudioTable, StudioTableProblems, StudioTables,
    StudioUpload, StudioUploads,
};

pub(crate) use export::file_answer;
pub(crate) use frame::StudioFrame;
pub(crate) use goods_words::reason_word;
pub(crate) use menu::studio_meta;
pub(crate) use order::read_step;

pub use pictures::MAX_PICTURE_FORM;
pub use print::{FONTS, order_links};

/// The pages of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(Studio::PATTERN, get(home::show))
        .route(
            StudioAnnouncements::PATTERN,
            get(announcements::show).post(announcements::put_away),
        )
        .route(StudioOrders::PATTERN, get(orders::show))
        .route(StudioOrder::PATTERN, get(order::show).post(order::move_on))
        .route(StudioReduce::PATTERN, get(reduce::show).post(reduce::confirm))
        .route(StudioReplace::PATTERN, get(replace::show).post(replace::confirm))
        .route(StudioReplaceUndo::PATTERN, post(replace::undo))
        .route(StudioMessages::PATTERN, post(questions::answer))
        .route(StudioNews::PATTERN, get(news::listen))
        .route(StudioQuestions::PATTERN, get(questions::show))
        .route(StudioFeedback::PATTERN, get(feedback::show).post(feedback::take))
        .route(StudioReports::PATTERN, get(reports::show))
        .route(StudioSettle::PATTERN, post(reports::settle))
        .route(StudioFigures::PATTERN, get(figures::show))
        .route(StudioAccount::PATTERN, get(account::show))
        .route(
            StudioCooperative::PATTERN,
            get(cooperative::show).post(cooperative::change),
        )
        .route(StudioPacking::PATTERN, get(packing::show).post(packing::move_on))
        .route(StudioPrint::PATTERN, get(print::show).post(print::begin))
        .route(StudioPrintJob::PATTERN, get(print_job::show))
        .route(StudioPrintedFile::PATTERN, get(print_job::file))
        .route(StudioPoster::PATTERN, get(poster::show))
        .route(StudioProducts::PATTERN, get(products::show))
        .route(StudioShop::PATTERN, get(shop::page::show).post(shop::page::take))
        .route(StudioShopPart::PATTERN, get(shop::part::show).post(shop::part::save))
        .route(
            StudioShopHistory::PATTERN,
            get(shop::history::show).post(shop::history::restore),
        )
        .route(StudioShopShare::PATTERN, get(shop::share::show))
        .route(StudioShopSuggestions::PATTERN, post(suggestions::ask_for_page))
        .route(StudioProduct::PATTERN, get(product::show).post(product::save))
        .route(
            StudioNewProduct::PATTERN,
            get(new_product::show).post(new_product::save),
        )
        .route(StudioProductSteps::PATTERN, post(listing::step))
        .route(StudioSuggestions::PATTERN, post(suggestions::ask))
        .route(StudioSizes::PATTERN, get(sizes::show).post(sizes::change))
        .route(StudioStock::PATTERN, get(stock::show).post(stock::save))
        .route(
            StudioStockOffer::PATTERN,
            get(stock_offer::show).post(stock_offer::save),
        )
        .route(StudioLot::PATTERN, get(lot::show))
        .route(StudioPicture::PATTERN, get(picture::show).post(picture::change))
        .route(StudioPictureCrop::PATTERN, get(crop::show).post(crop::ask))
        .route(StudioShopCrop::PATTERN, get(crop::show_part).post(crop::ask_part))
        .route(StudioPictureOriginal::PATTERN, get(original::show))
        .route(StudioShopOriginal::PATTERN, get(original::show_part))
        .route(StudioTable::PATTERN, get(table::show).post(table::change))
        .route(StudioTableProblems::PATTERN, get(table::problems))
        .route(StudioExport::PATTERN, get(export::send))
        .route(StudioUploads::PATTERN, post(uploads::begin))
        .route(
            StudioUpload::PATTERN,
            head(uploads::look).patch(uploads::append).post(uploads::dismiss),
        )
        .route(StudioShopUploads::PATTERN, post(uploads::begin_page))
        .route(
            StudioShopUpload::PATTERN,
            head(uploads::look_page)
                .patch(uploads::append_page)
                .post(uploads::dismiss_page),
        )
}

/// The pages whose forms bring a file: their bodies may be [larger](MAX_PICTURE_FORM) than those of any other. The files in
/// `server/docs/proxy` name them, too.
pub fn file_routes() -> Router<AppState> {
    Router::new()
        .route(StudioPictures::PATTERN, get(pictures::show).post(pictures::add))
        .route(StudioTables::PATTERN, get(tables::show).post(tables::bring))
        .route(
            StudioShopPictures::PATTERN,
            get(shop::picture::show).post(shop::picture::add),
        )
        .layer(DefaultBodyLimit::disable())
}
