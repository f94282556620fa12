//! Sockets that keep the shop waiting are closed, and others are served meanwhile.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use server::listen::Patience;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};

use crate::template::Template;
use crate::test_app::{Options, TestApp};

const PATIENCE: Patience = Patience {
    head: Duration::from_millis(1_500),
    idle: Duration::from_millis(2_500),
    direct_idle: Duration::from_millis(2_500),
    stall: Duration::from_millis(1_500),
    quiet: Duration::from_secs(20),
};
/// Generous: what is closed is closed within seconds, and a busy machine is slow.
const SOON: Duration = Duration::from_secs(30);

async fn shop(settings: Option<fn(&mut server::config::Settings)>) -> TestApp {
    let options = Options {
        patience: Some(PATIENCE),
        settings,
        ..Options::default()
    };
    TestApp::start_from(Template::plain(), options).await
}

/// Reads until the server closes; what it said until then.
async fn until_closed(stream: &mut TcpStream) -> Vec<u8> {
    let mut said = Vec::new();
    let mut buffer = [0; 4_096];
    let read = async {
        while let Ok(1..) = stream
            .read(&mut buffer)
            .await
            .inspect(|read| said.extend_from_slice(&buffer[..*read]))
        {}
    };
    tokio::time::timeout(SOON, read).await.unwrap();
    said
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn half_a_head_is_not_waited_for() {
    let app = shop(None).await;
    let mut half = Vec::new();
    for start in ["", "GET /ug HT", "GET /ug HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: "] {
        let mut stream = TcpStream::connect(app.addr).await.unwrap();
        stream.write_all(start.as_bytes()).await.unwrap();
        half.push(stream);
    }
    app.client().get("/healthz").await.is(200);
    for mut stream in half {
        until_closed(&mut stream).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_head_byte_by_byte_is_not_waited_for() {
    let app = shop(None).await;
    let stream = TcpStream::connect(app.addr).await.unwrap();
    let (mut read, mut write) = stream.into_split();
    let head = format!("GET /ug HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: {}", "a".repeat(2_000));
    let started = Instant::now();
    let writing = tokio::spawn(async move {
        for byte in head.as_bytes() {
            if write.write_all(&[*byte]).await.is_err() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    });
    let mut said = Vec::new();
    drop(tokio::time::timeout(SOON, read.read_to_end(&mut said)).await.unwrap());
    writing.abort();
    assert!(started.elapsed() >= PATIENCE.head, "it had its time");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_pause_between_two_requests_ends() {
    let app = shop(None).await;
    let mut stream = TcpStream::connect(app.addr).await.unwrap();
    let request = b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
    for _ in 0..2 {
        stream.write_all(request).await.unwrap();
        let mut buffer = [0; 4_096];
        let read = stream.read(&mut buffer).await.unwrap();
        assert!(buffer[..read].starts_with(b"HTTP/1.1 200"));
    }
    assert!(until_closed(&mut stream).await.is_empty());
}

/// Asks for much and takes nothing of it.
async fn non_reader(addr: SocketAddr) -> TcpStream {
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(4_096).unwrap();
    let mut stream = socket.connect(addr).await.unwrap();
    let request = "GET /ug/products HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
    // More answers than the buffers between the two ends hold; when they are full, no more requests are read either.
    let requests = request.repeat(2_000);
    drop(tokio::time::timeout(Duration::from_secs(1), stream.write_all(requests.as_bytes())).await);
    stream
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_does_not_read_is_not_waited_for() {
    let app = shop(None).await;
    let mut streams = Vec::new();
    for _ in 0..3 {
        streams.push(non_reader(app.addr).await);
    }
    app.client().get("/ug").await.is(200);
    app.closes_to(0).await;
    drop(streams);
    let numbers = app.client().get("/metrics").await.is(200).text();
    let stalled = numbers
        .lines()
        .find_map(|line| line.strip_prefix("bazar_connections_closed_total{kind=\"stall\"} "))
        .map(|count| count.parse::<f64>().unwrap());
    assert!(stalled.unwrap_or_default() > 0.0, "{numbers}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_thousand_idle_connections_keep_nobody_out() {
    server::listen::raise_file_limit();
    let app = shop(Some(|settings| settings.connections = Some(1_000))).await;
    let mut streams = Vec::new();
    for _ in 0..2_000 {
        streams.push(TcpStream::connect(app.addr).await.unwrap());
        if streams.len() % 500 == 0 {
            // While they come, and at the cap: the silent ones give way.
            app.client().get("/ug/about").await.is(200);
        }
    }
    app.client().get("/ug/about").await.is(200);
    app.closes_to(0).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_network_has_a_share_of_the_connections() {
    let app = shop(Some(|settings| {
        settings.connections_per_network = 20;
        settings.trusted_proxies.clear();
    }))
    .await;
    let mut streams = Vec::new();
    for _ in 0..100 {
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind("127.0.0.9:0".parse().unwrap()).unwrap();
        streams.push(socket.connect(app.addr).await.unwrap());
    }
    app.client().get("/ug/about").await.is(200);
    assert!(app.connections().await <= 25);
}
