//! The shop page in the studio: a draft that its people work on together, what was done with it, and what was published.

mod changes;
mod history;
mod names;
mod pictures;
mod publish;
mod save;
mod steps;
mod storage;
mod suggest;
mod translating;
mod view;
mod workbench;

pub use history::{history, restore, revision};
pub use names::{ChoiceNames, choice_names};
pub use pictures::{add_shop_picture, receive_shop_picture};
pub(super) use pictures::{check_room, document_of, pictures_of, put_picture, target_of};
pub use publish::publish;
pub use save::save_block;
pub use steps::{ShopStep, take_step, undo_edit};
pub use suggest::ask_page_suggestions;
pub(super) use suggest::suggest_next_page;
pub(super) use translating::{draft_page, hold_page, put_texts};
pub use view::*;
pub use workbench::{block_editor, workbench};
