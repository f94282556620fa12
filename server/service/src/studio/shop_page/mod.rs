//! The shop page in the studio: a draft that its people work on together, what was done with it, and what was published.

mod changes;
mod history;
mod names;
mod pictures;
mod publish;
mod save;
mod steps;
mod storage;
mod view;
mod workbench;

pub use history::{history, restore, revision};
pub use names::{ChoiceNames, choice_names};
pub(super) use pictures::pictures_of;
pub use pictures::{add_shop_picture, receive_shop_picture};
pub use publish::publish;
pub use save::save_block;
pub use steps::{ShopStep, take_step, undo_edit};
pub use view::*;
pub use workbench::{block_editor, workbench};
