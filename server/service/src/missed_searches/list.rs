//! The list that pages show: made by a job, since the search is asked for each line of it and looks at all goods.

use db::Readable;
use db::entities::missed_search;
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::error::{Error, Result};
use crate::sought::{KEPT, MissedSearch};
use crate::{Shop, Shown, search};

/// Terms on a page.
const SHOWN: usize = 10;
/// Terms that are looked for again before a page shows them: some are found by now.
const LOOKED_AT: u64 = 30;

/// Makes the list anew of what would still not be found now; what most people looked for comes first. While buyers search so
/// much that the search is busy, the list stays as it was.
///
/// # Errors
/// When the database does not answer; the list stays as it was.
#[crate::boxed]
pub async fn renew_list(shop: &Shop) -> Result<()> {
    let rows = missed_search::Entity::find()
        .filter(missed_search::Column::SoughtAt.gt(shop.now() - KEPT))
        .order_by_desc(missed_search::Column::People)
        .order_by_desc(missed_search::Column::SoughtAt)
        .order_by_asc(missed_search::Column::Term)
        .limit(LOOKED_AT)
        .readable(shop.db().read())
        .await?;
    let mut list = Vec::new();
    for row in rows {
        if list.len() == SHOWN {
            break;
        }
        // What was compared when it was not found; its spelling may lack something.
        match search::find(shop, row.lang, &row.term, 1).await {
            Ok(found) if found.total == 0 => {}
            Ok(_) => continue,
            Err(Error::Busy) => return Ok(()),
            Err(error) => return Err(error),
        }
        list.push(MissedSearch {
            typed: Shown {
                text: row.typed,
                lang: row.lang,
                outdated: false,
            },
            people: row.people,
        });
    }
    shop.missed().remember(list);
    Ok(())
}
