//! What the parts of the shop are called whose texts are in one file.

use l10n::{Text, t};

use crate::cx::Cx;

/// The part by its file; the name of the file for one that is new.
pub(super) fn part_name(cx: &Cx, file: &str) -> String {
    let stem = file.trim_end_matches(".ftl");
    name_of(stem).map_or_else(|| stem.to_owned(), |name| cx.t(name))
}

fn name_of(stem: &str) -> Option<Text> {
    Some(match stem {
        "about" => t::NAV_ABOUT,
        "account" => t::ACCOUNT_TITLE,
        "announcements" => t::ANNOUNCEMENTS_TITLE,
        "applications" => t::APPLICATION_TITLE,
        "cart" => t::CART_TITLE,
        "catalog" => t::CATALOG_LIST_TITLE,
        "centre" => t::CENTRE_NAV,
        "changes" => t::TRANSLATE_PART_CHANGES,
        "check" => t::TRANSLATE_PART_CHECK,
        "checkout" => t::CHECKOUT_TITLE,
        "common" => t::TRANSLATE_PART_COMMON,
        "confirmation" => t::CONFIRMATION_TITLE,
        "desk" => t::DESK_TITLE,
        "district" => t::TRANSLATE_PART_DISTRICT,
        "favourites" => t::FAVOURITES_TITLE,
        "figures" => t::FIGURES_TITLE,
        "form" => t::TRANSLATE_PART_FORM,
        "goods" => t::GOODS_TITLE,
        "home" => t::NAV_HOME,
        "island" => t::TRANSLATE_PART_ISLAND,
        "log" => t::CENTRE_NAV_AUDIT,
        "members" => t::MEMBERS_TITLE,
        "messages" => t::CENTRE_OUTBOX_TITLE,
        "offline" => t::OFFLINE_TITLE,
        "orders" => t::ORDERS_FIND_TITLE,
        "passkey" => t::PASSKEY_TITLE,
        "payouts" => t::PAYOUT_TITLE,
        "pictures" => t::TRANSLATE_PART_PICTURES,
        "print" => t::PRINT_TITLE,
        "questions" => t::QUESTIONS_TITLE,
        "renaming" => t::RENAMING_TITLE,
        "restock" => t::RESTOCK_TOLD_TITLE,
        "returns" => t::RETURNS_TITLE,
        "reviews" => t::REVIEWS_TITLE,
        "search" => t::NAV_SEARCH,
        "sharing" => t::SHARING_TITLE,
        "shell" => t::TRANSLATE_PART_SHELL,
        "shifts" => t::SHIFT_TITLE,
        "shopfront" => t::STUDIO_SHOP_TITLE,
        "shops" => t::SHOPS_LIST_TITLE,
        "stations" => t::NAV_STATIONS,
        "studio" => t::STUDIO_TITLE,
        "tables" => t::TABLES_TITLE,
        "texts" => t::TEXTS_MODE,
        "translate" => t::TRANSLATE_TITLE,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use domain::Locale;
    use l10n::Texts;
    use l10n::sources::english;

    use super::*;

    #[test]
    fn each_part_has_a_name_of_its_own_in_every_language() {
        let files: BTreeSet<&str> = english().iter().map(|text| text.file.as_str()).collect();
        let texts = Texts::built_in();
        for locale in Locale::BUILT_IN {
            let mut names = BTreeSet::new();
            for file in &files {
                let name = name_of(file.trim_end_matches(".ftl"));
                let said = name.map(|name| texts.get(locale, name));
                assert!(
                    said.is_some_and(|said| names.insert(said)),
                    "{file} has no name of its own in {locale}"
                );
            }
        }
    }
}
