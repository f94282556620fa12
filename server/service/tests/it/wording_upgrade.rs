//! What reviewers approved, when the files say something else than they did, or cannot have it.

use std::fs;
use std::path::Path;

use domain::{Locale, UnitWork, VersionCommand};
use l10n::Texts;
use l10n::unit::source_hash;
use service::{Shop, wording};
use testing::{TestShop, both};

use crate::wording::{decide, id_of, reviewer, second, suggest, title, translator, unit};

const OLD: &str = "cart-title = Cesta vieja\n";
const NEW: &str = "cart-title = Cesta nueva\n";

fn write_file(root: &Path, text: &str) {
    fs::create_dir_all(root.join("es")).unwrap();
    fs::write(root.join("es/cart.ftl"), text).unwrap();
}

/// What the program does every second after a file was saved.
async fn save(own: &Shop, root: &Path, text: &str) {
    write_file(root, text);
    own.texts().reload_if_changed();
    wording::publish(own, &root.join("note.json"), "a").await.unwrap();
    wording::note_baseline(own).await.unwrap();
    own.look().await.unwrap();
}

async fn program(shop: &TestShop, root: &Path, text: &str) -> Shop {
    write_file(root, text);
    second(shop, Texts::with_folder(root.to_owned())).await
}

both!(
    what_an_upgrade_took_out_of_the_files_is_said_and_taken_again,
    async |shop| {
        let (folder, sources) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let own = program(shop, folder.path(), OLD).await;
        save(&own, folder.path(), OLD).await;
        let judge = reviewer(shop, Locale::Es).await;
        let id = id_of(&suggest(&own, judge, "cart-title", "Cesta nueva").await);
        decide(&own, judge, id, VersionCommand::Approve).await.unwrap();
        save(&own, folder.path(), NEW).await;
        assert!(wording::approved(&own).await.unwrap().is_empty(), "it is in the files");

        // The repository has not got it: a folder of its own.
        let fresh = program(shop, sources.path(), OLD).await;
        let open = wording::approved(&fresh).await.unwrap();
        assert_eq!(open.len(), 1, "{open:?}");
        assert!(!open[0].is_changed(sources.path()).unwrap());
        assert!(wording::approved(&own).await.unwrap().is_empty());
        // That folder never had it, and takes nothing back.
        wording::note_baseline(&fresh).await.unwrap();
        own.look().await.unwrap();
        let view = wording::get(&own, judge, &unit("cart-title")).await.unwrap();
        assert!(view.versions[0].is_taken);

        // An upgrade copies the sources over the folder.
        save(&own, folder.path(), OLD).await;
        assert_eq!(title(own.texts(), Locale::Es), "Cesta nueva");
        let view = wording::get(&own, judge, &unit("cart-title")).await.unwrap();
        assert!(!view.versions[0].is_taken && view.versions[0].commands.contains(&VersionCommand::Undo));
        let taken = wording::take(&own, judge).await.unwrap();
        assert_eq!(taken.count, 1);
        assert_eq!(taken.files["es/cart.ftl"], NEW);
        assert!(taken.mail.contains("+cart-title = Cesta nueva"));

        // Taken once more; then somebody writes another wording into the file: that is meant so.
        save(&own, folder.path(), NEW).await;
        save(&own, folder.path(), "cart-title = Cesta mejor\n").await;
        assert_eq!(title(own.texts(), Locale::Es), "Cesta mejor");
        assert!(wording::approved(&own).await.unwrap().is_empty());
    }
);

both!(
    what_a_text_was_looked_at_beside_is_known_of_each_of_its_wordings,
    async |shop| {
        let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let own = program(shop, folder.path(), OLD).await;
        save(&own, folder.path(), OLD).await;
        // As a release before had it.
        let basket = source_hash("Basket").0;
        shop.execute(format!(
            "UPDATE text_seen SET other_hash = {basket}, other_source = 'Basket' \
             WHERE lang = 'es' AND unit = 'cart-title'"
        ))
        .await;
        let es = translator(shop, Locale::Es).await;
        let work = async || wording::get(&own, es, &unit("cart-title")).await.unwrap().work;
        assert_eq!(work().await, UnitWork::Outdated);

        // Another program says it in other words: that tells nothing about these.
        let far = program(shop, other.path(), NEW).await;
        for program in [&far, &own, &far] {
            wording::note_baseline(program).await.unwrap();
        }
        assert_eq!(work().await, UnitWork::Outdated);
        let rows = "SELECT COUNT(*) FROM text_seen WHERE lang = 'es' AND unit = 'cart-title' AND other = 'en'";
        assert_eq!(shop.number(rows).await, 2, "a row for each");

        // The operator writes another one, and takes it back.
        save(&own, folder.path(), NEW).await;
        assert_ne!(
            work().await,
            UnitWork::Outdated,
            "it was written beside today's English"
        );
        save(&own, folder.path(), OLD).await;
        assert_eq!(work().await, UnitWork::Outdated);
    }
);

both!(
    what_is_taken_into_another_folder_lies_over_the_files_still,
    async |shop| {
        let folder = tempfile::tempdir().unwrap();
        let own = program(shop, folder.path(), OLD).await;
        save(&own, folder.path(), OLD).await;
        let judge = reviewer(shop, Locale::Es).await;
        let id = id_of(&suggest(&own, judge, "cart-title", "Cesta nueva").await);
        decide(&own, judge, id, VersionCommand::Approve).await.unwrap();
        wording::log_taken(&own, 1).await.unwrap();
        let noted = "SELECT COUNT(*) FROM audit_events WHERE action = 'text.take' AND detail = '1'";
        assert_eq!(shop.number(noted).await, 1);
        own.look().await.unwrap();
        assert_eq!(title(own.texts(), Locale::Es), "Cesta nueva");
        assert_eq!(wording::approved(&own).await.unwrap().len(), 1);
        // Once this shop's own files say it, it does not.
        save(&own, folder.path(), NEW).await;
        assert!(wording::approved(&own).await.unwrap().is_empty());
        assert_eq!(title(own.texts(), Locale::Es), "Cesta nueva");
    }
);

both!(
    what_the_shop_leaves_out_stays_out_of_the_files_and_is_told,
    async |shop| {
        let folder = tempfile::tempdir().unwrap();
        let own = program(shop, folder.path(), OLD).await;
        let judge = reviewer(shop, Locale::Es).await;
        let undo = "{ cart-title }".repeat(40);
        for (name, source) in [("cart-title", "Cesta"), ("cart-undo", undo.as_str())] {
            let id = id_of(&suggest(&own, judge, name, source).await);
            decide(&own, judge, id, VersionCommand::Approve).await.unwrap();
        }
        own.look().await.unwrap();
        assert!(wording::problems(&own, judge, Locale::Es).await.unwrap().is_empty());
        // As a program approved it that did not ask those which point at it.
        let long = "a".repeat(7_900);
        let said = format!("UPDATE text_versions SET source = '{long}' WHERE unit = 'cart-title'");
        shop.execute(said).await;
        own.look().await.unwrap();

        let told = wording::problems(&own, judge, Locale::Es).await.unwrap();
        let names: Vec<_> = told.iter().filter_map(|problem| problem.unit.as_ref()).collect();
        assert_eq!(names, [&unit("cart-undo")], "{told:?}");
        assert!(!told[0].sentence.is_empty());
        let taken = wording::take(&own, judge).await.unwrap();
        assert_eq!(taken.left, [unit("cart-undo")]);
        assert!(!taken.mail.contains("cart-undo") && taken.files["es/cart.ftl"].contains(&long));
        let all = wording::approved(&own).await.unwrap();
        let refused = all.iter().filter(|one| one.refused.is_some());
        assert_eq!(refused.count(), 1);
    }
);
