//! Twenty photos of 12 megapixels that a cooperative sends at once, in pieces and each on a line of its own: how much memory
//! the program takes for them, and how long until all are there, beside making the same sizes and nothing else.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use db::sea_orm::sqlx;
use domain::MAX_PIECE;
use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};
use tokio::task::JoinSet;
use tokio::time::sleep;

use crate::child::Server;
use crate::client::{self, Client};
use crate::cores::{self, Pinned};
use crate::report::{Must, Row};
use crate::scale::sign_in;
use crate::workplace::{self, Workplace};

const PHOTOS: usize = 20;
const WIDTH: u32 = 4_000;
const HEIGHT: u32 = 3_000;
/// Extra memory, MB.
const MEMORY: f64 = 200.0;
/// Of the time of making the sizes alone.
const TIMES: f64 = 1.3;
/// How long all of them may take at the most.
const PATIENCE: Duration = Duration::from_secs(600);

/// Measures.
///
/// # Errors
/// When a photo is not taken.
pub async fn measure(workplace: &Workplace) -> anyhow::Result<Vec<Row>> {
    let count = if workplace.is_quick { 4 } else { PHOTOS };
    eprintln!("> photos: {count} of {WIDTH} × {HEIGHT}");
    let photos: Vec<Arc<Vec<u8>>> = (0..count)
        .map(|number| photo(number).map(Arc::new))
        .collect::<Result<_, _>>()?;
    let data = workplace.copy_shop("photos")?;
    let products = products(&data.join("bazar.db")).await?;
    let split = cores::split(&workplace.cores);
    let alone = {
        // On the core on which the program will run.
        let _pinned = split.map(|(measured, _)| Pinned::to(&[measured], &workplace.cores));
        make(&photos)?
    };
    let server = workplace.serve(&data, split.map(|(measured, _)| measured)).await?;
    let _pinned = split.map(|(_, others)| Pinned::to(others, &workplace.cores));
    let cookie = sign_in(workplace, server.addr).await?;
    // The start's own work is over then.
    sleep(Duration::from_secs(3)).await;
    let before = server.memory()?;
    server.forget_highest_memory()?;
    let started = Instant::now();
    send(&server, &cookie, &products, &photos).await?;
    let took = started.elapsed().as_secs_f64();
    let highest = server.highest_memory()?;
    server.stop().await?;
    Ok(vec![
        Row {
            name: "20 photos at once, extra memory",
            value: highest.saturating_sub(before) as f64 / 1_000_000.0,
            unit: "MB",
            beside: MEMORY,
            what: "the budget",
            must: Must::AtMost(1.0),
        },
        Row {
            name: "20 photos at once, until all are there",
            value: took,
            unit: "s",
            beside: alone,
            what: "making the sizes alone",
            must: Must::AtMost(TIMES),
        },
    ])
}

/// A photo like no other: with soft areas, edges and the grain of a phone's camera.
fn photo(number: usize) -> anyhow::Result<Vec<u8>> {
    let mut seed = u32::try_from(number)?.wrapping_mul(2_654_435_761) | 1;
    let mut grain = || {
        // xorshift32
        seed ^= seed << 13;
        seed ^= seed >> 17;
        seed ^= seed << 5;
        seed % 24
    };
    let picture = RgbImage::from_fn(WIDTH, HEIGHT, |x, y| {
        let bright = |value: u32| u8::try_from(value.min(255)).unwrap_or(u8::MAX);
        let shell = (x / 160 + y / 120) % 3 * 40;
        Rgb([
            bright(90 + x * 100 / WIDTH + shell + grain()),
            bright(60 + y * 100 / HEIGHT + shell + grain()),
            bright(40 + shell + grain()),
        ])
    });
    let mut file = Vec::new();
    JpegEncoder::new_with_quality(&mut file, 90).encode_image(&picture)?;
    Ok(file)
}

/// How long it takes to make the sizes of all of them, one after the other; seconds.
fn make(photos: &[Arc<Vec<u8>>]) -> anyhow::Result<f64> {
    let started = Instant::now();
    for photo in photos {
        let made = media::ingest(photo)?;
        std::hint::black_box(&made);
    }
    Ok(started.elapsed().as_secs_f64())
}

/// Products of the cooperative whose member signs in.
async fn products(file: &std::path::Path) -> anyhow::Result<Vec<i64>> {
    let mut database = workplace::open(file).await?;
    let sql = "SELECT id FROM products WHERE cooperative_id = (SELECT min(id) FROM cooperatives) ORDER BY id";
    let products: Vec<i64> = sqlx::query_scalar(sql).fetch_all(&mut database).await?;
    sqlx::Connection::close(database).await?;
    if products.is_empty() {
        bail!("the first cooperative has no products");
    }
    Ok(products)
}

/// Sends all of them at the same time, and waits until the last one is there.
async fn send(server: &Server, cookie: &str, products: &[i64], photos: &[Arc<Vec<u8>>]) -> anyhow::Result<()> {
    let mut sending = JoinSet::new();
    for (number, photo) in photos.iter().enumerate() {
        let (addr, cookie, photo) = (server.addr, cookie.to_owned(), photo.clone());
        let product = products[number % products.len()];
        sending.spawn(async move { send_one(addr, &cookie, product, number, &photo).await });
    }
    while let Some(sent) = sending.join_next().await {
        sent??;
    }
    Ok(())
}

async fn send_one(addr: SocketAddr, cookie: &str, product: i64, number: usize, photo: &[u8]) -> anyhow::Result<()> {
    let mut client = Client::connect(addr).await?;
    let form = client::post(
        addr,
        "/zh/studio/uploads",
        Some(cookie),
        &[
            ("product", &*product.to_string()),
            ("size", &*photo.len().to_string()),
            ("file", &*format!("photo-{number}.jpg/{}/1", photo.len())),
        ],
    );
    let begun = client.send(&form).await?;
    let place = match (begun.status, begun.header("location")) {
        (201, Some(place)) => place.to_owned(),
        (status, _) => bail!("an upload was answered with {status}"),
    };
    for (at, piece) in photo.chunks(MAX_PIECE).enumerate() {
        let request = client::piece(addr, &place, cookie, at * MAX_PIECE, piece);
        let status = client.send(&request).await?.status;
        if status != 204 {
            bail!("piece {at} of photo {number} was answered with {status}");
        }
    }
    let started = Instant::now();
    let look = client::head(addr, &place, cookie);
    loop {
        let answer = client.send(&look).await?;
        match answer.header("upload-state").context("an upload without a state")? {
            "ready" => return Ok(()),
            "refused" => bail!("photo {number} was refused"),
            state if started.elapsed() > PATIENCE => bail!("photo {number} is still {state}"),
            _ => sleep(Duration::from_millis(200)).await,
        }
    }
}
