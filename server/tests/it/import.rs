//! `bazar import`.

use std::fs;

use clap::Parser;
use server::config::{Cli, Command};

use crate::district::{self, Kind};
use crate::test_app::temp_dir;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_district_comes_into_an_empty_shop_only() {
    let (from, data) = (temp_dir(), temp_dir());
    district::write(from.path(), Kind::Plain);
    let import = async || {
        let arguments = [
            "bazar".to_owned(),
            "import".to_owned(),
            from.path().display().to_string(),
            format!("--data-dir={}", data.path().display()),
            "--locales-dir=no-locales".to_owned(),
        ];
        let Command::Import { from, settings } = Cli::parse_from(arguments).command else {
            unreachable!("that is `import`");
        };
        server::seed::import(&settings, &from).await
    };
    import().await.unwrap();
    let media = data.path().join("media");
    assert!(fs::read_dir(&media).unwrap().count() > 0);
    // Were they drawn before anybody looks whether there is room for them, they would be there again.
    fs::remove_dir_all(&media).unwrap();
    let error = import().await.unwrap_err();
    assert!(error.to_string().contains("not empty"), "{error:#}");
    assert_eq!(fs::read_dir(&media).unwrap().count(), 0);
}
