//! The nginx file of the operating guide, with a real nginx where there is one.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use app::form::MAX_WORK_FORM;
use app::routes::{
    Application, OrderReportPhotos, OrderReviewPhotos, Route, StudioPictures, StudioShopPictures, StudioTables,
};
use app::studio::MAX_PICTURE_FORM;

use crate::client::Ask;
use crate::template::Template;
use crate::test_app::{Options, TestApp, temp_dir};

const FILE: &str = include_str!("../../../docs/proxy/nginx.conf");
const CADDY: &str = include_str!("../../../docs/proxy/Caddyfile");

/// Else the proxy answers in its own words, and what was written is lost.
#[test]
fn the_files_of_the_guide_let_every_form_pass_that_the_shop_takes() {
    let with_file = [
        StudioPictures::PATTERN,
        StudioShopPictures::PATTERN,
        StudioTables::PATTERN,
        Application::PATTERN,
        OrderReviewPhotos::PATTERN,
        OrderReportPhotos::PATTERN,
    ];
    let paths = with_file.map(|pattern| {
        pattern
            .trim_start_matches("/{lang}/")
            .replace("{id}", "[0-9]+")
            .replace("{line}", "[0-9]+")
            .replace("{code}", "[^/]+")
    });
    // In every language, those that are added among them.
    let pattern = format!("^/[a-z]+/({})$", paths.join("|"));
    let (form, file) = (MAX_WORK_FORM / 1024, MAX_PICTURE_FORM / 1024 / 1024);
    for line in [
        format!("client_max_body_size {form}k;"),
        format!("location ~ {pattern} {{"),
        format!("client_max_body_size {file}m;"),
    ] {
        assert!(FILE.contains(&line), "nginx.conf: {line}");
    }
    for line in [
        format!("@file path_regexp {pattern}\n"),
        format!("@other not path_regexp {pattern}\n"),
        format!("max_size {form}KiB"),
        format!("max_size {file}MiB"),
    ] {
        assert!(CADDY.contains(&line), "Caddyfile: {line}");
    }
}

fn nginx() -> Command {
    let mut nginx = Command::new("nginx");
    nginx.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    nginx
}

/// The file as it stands in the guide, with this test's ports and without certificates, which nobody here has.
fn for_test(folder: &Path, shop: &str, port: u16) -> String {
    let (upstream, rest) = FILE.split_once("server {\n    listen 80;").unwrap();
    let (_to_https, site) = rest.split_once("\n}\n").unwrap();
    let file = format!("{upstream}{site}");
    let site: String = file
        .replace("127.0.0.1:3000", shop)
        .replace("listen 443 ssl;", &format!("listen 127.0.0.1:{port};"))
        .replace("listen [::]:443 ssl;", "")
        // The clients of this test are on this machine too: the proxy alone has an address of its own.
        .replace(
            "proxy_http_version 1.1;",
            "proxy_http_version 1.1; proxy_bind 127.0.0.3;",
        )
        .replace("server_name shop.example;", "server_name shop.bazar.test;")
        .lines()
        .filter(|line| !line.trim_start().starts_with("ssl_"))
        .collect::<Vec<_>>()
        .join("\n");
    let folder = folder.display();
    format!(
        "daemon off; master_process off; pid {folder}/pid; error_log {folder}/error.log;\n\
         events {{ worker_connections 256; }}\n\
         http {{ access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; \
         fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;\n{site}\n}}\n"
    )
}

fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_request_through_nginx_is_its_clients() {
    if nginx().arg("-v").status().is_err() {
        eprintln!("not run: nginx is not installed");
        return;
    }
    let options = Options {
        is_limited: true,
        settings: Some(|settings| settings.trusted_proxies = vec!["127.0.0.3/32".parse().unwrap()]),
        ..Options::default()
    };
    let app = TestApp::start_from(Template::plain(), options).await;
    let folder = temp_dir();
    let port = free_port();
    let file = folder.path().join("nginx.conf");
    fs::write(&file, for_test(folder.path(), &app.addr.to_string(), port)).unwrap();
    let checked = nginx().arg("-t").arg("-c").arg(&file).output().unwrap();
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
    let mut running = nginx().arg("-c").arg(&file).spawn().unwrap();
    let proxy = std::net::SocketAddr::from(([127, 0, 0, 1], port));
    for _ in 0..100 {
        if tokio::net::TcpStream::connect(proxy).await.is_ok() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let mut client = crate::client::Client::new(proxy);
    let ask = |path: &str| Ask::get(path).header("host", "shop.bazar.test");
    client.send(ask("/ug")).await.is(200);
    client.send(ask("/metrics")).await.is(404);
    let offer = app.offer("BADAM-500").await.to_string();
    let form = [("offer", offer.as_str()), ("quantity", "1")];
    client
        .send(Ask::post("/ug/cart/lines", &form).header("host", "shop.bazar.test"))
        .await
        .is(303);
    // The client is the proxy's peer, whatever it says of itself.
    let mut statuses = Vec::new();
    for i in 0..100 {
        let look = Ask::post("/ug/orders", &[("code", "x")])
            .header("host", "shop.bazar.test")
            .header("x-forwarded-for", &format!("203.0.113.{i}"));
        statuses.push(client.send(look).await.status.as_u16());
    }
    running.kill().unwrap();
    running.wait().unwrap();
    assert!(statuses.contains(&429), "{statuses:?}");
}
