//! The ways out, each against a real server on this machine.

use std::sync::Arc;

use domain::{Locale, Phone};
use service::messages::channel::{Channel, Outgoing, SendError, Sms, SmsOptions, Smtp, SmtpOptions};
use service::messages::{Budgets, Office};
use testing::both;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Mutex;

const TEXT: &str = "زاكاز \"7K3M\" {id}\\ & 50% 编号";

fn message() -> Outgoing {
    Outgoing {
        id: "0123456789abcdef0123456789abcdef".to_owned(),
        to: Phone::parse("13800138000").unwrap(),
        text: TEXT.to_owned(),
        locale: Locale::Ug,
        subject: "بازار".to_owned(),
    }
}

/// What a server was sent, request after request.
pub type Got = Arc<Mutex<Vec<String>>>;

/// A mail server as RFC 5321 wants it: says `recipient` to RCPT TO.
async fn mail_server(recipient: &'static str) -> (u16, Got) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let got = Got::default();
    let kept = Arc::clone(&got);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(mail_conversation(stream, recipient, Arc::clone(&kept)));
        }
    });
    (port, got)
}

async fn mail_conversation(stream: TcpStream, recipient: &'static str, got: Got) -> std::io::Result<()> {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    let mut mail = String::new();
    write.write_all(b"220 mail.example ESMTP\r\n").await?;
    while let Some(line) = lines.next_line().await? {
        mail.push_str(&line);
        mail.push('\n');
        let verb = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
        let answer = match verb.as_str() {
            "EHLO" => "250-mail.example\r\n250 8BITMIME",
            "RCPT" => recipient,
            "DATA" => "354 go on",
            "QUIT" => "221 bye",
            _ => "250 ok",
        };
        write.write_all(format!("{answer}\r\n").as_bytes()).await?;
        if verb == "DATA" {
            while let Some(line) = lines.next_line().await? {
                if line == "." {
                    break;
                }
                mail.push_str(&line);
                mail.push('\n');
            }
            got.lock().await.push(mail.clone());
            write.write_all(b"250 taken\r\n").await?;
        }
    }
    Ok(())
}

fn smtp(port: u16) -> Smtp {
    Smtp::new(&SmtpOptions {
        url: format!("smtp://127.0.0.1:{port}"),
        from: "Bazar <shop@bazar.example>".to_owned(),
        to: "{phone}@sms.example".to_owned(),
    })
    .unwrap()
}

#[tokio::test]
async fn a_mail_goes_to_the_gateway_with_an_id_of_its_own() {
    let (port, got) = mail_server("250 ok").await;
    smtp(port).send(&message()).await.unwrap();
    let got = got.lock().await;
    assert_eq!(got.len(), 1);
    for part in [
        "MAIL FROM:<shop@bazar.example>",
        "RCPT TO:<8613800138000@sms.example>",
        "Message-ID: <0123456789abcdef0123456789abcdef@bazar.example>",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Language: ug",
        "Auto-Submitted: auto-generated",
    ] {
        assert!(got[0].contains(part), "{part}: {}", got[0]);
    }
}

#[tokio::test]
async fn a_mail_server_says_later_or_never() {
    let (busy, _) = mail_server("451 later").await;
    assert!(matches!(smtp(busy).send(&message()).await, Err(SendError::Later(_))));
    let (unknown, _) = mail_server("550 no such number").await;
    let refused = smtp(unknown).send(&message()).await.unwrap_err();
    assert!(
        matches!(&refused, SendError::Never(reason) if reason.contains("no such number")),
        "{refused}"
    );
    // A mistake of set-up loses nothing that waits.
    let (locked, _) = mail_server("535 password").await;
    assert!(matches!(smtp(locked).send(&message()).await, Err(SendError::Later(_))));
    let nobody = TcpListener::bind("127.0.0.1:0")
        .await
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    assert!(matches!(smtp(nobody).send(&message()).await, Err(SendError::Later(_))));
}

/// A web server that answers everything with `answer`.
pub async fn web_server(answer: &'static str) -> (u16, Got) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let got = Got::default();
    let kept = Arc::clone(&got);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(web_conversation(stream, answer, Arc::clone(&kept)));
        }
    });
    (port, got)
}

async fn web_conversation(mut stream: TcpStream, answer: &'static str, got: Got) -> std::io::Result<()> {
    let mut request = Vec::new();
    let mut chunk = [0; 4096];
    loop {
        let read = stream.read(&mut chunk).await?;
        request.extend_from_slice(&chunk[..read]);
        let text = String::from_utf8_lossy(&request).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else {
            continue;
        };
        let length = head
            .lines()
            .find_map(|line| {
                line.to_ascii_lowercase()
                    .strip_prefix("content-length:")?
                    .trim()
                    .parse()
                    .ok()
            })
            .unwrap_or(0);
        if body.len() >= length || read == 0 {
            got.lock().await.push(text);
            break;
        }
    }
    stream.write_all(answer.as_bytes()).await
}

const TAKEN: &str = "HTTP/1.1 200 OK\r\nContent-Length: 15\r\nConnection: close\r\n\r\n{\"code\":\"taken\"}";
const BROKE: &str = "HTTP/1.1 200 OK\r\nContent-Length: 14\r\nConnection: close\r\n\r\n{\"code\":\"broke\"}";
const LIMIT: &str = "HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
const WRONG: &str = "HTTP/1.1 400 Bad Request\r\nContent-Length: 6\r\nConnection: close\r\n\r\nnumber";

fn json(port: u16) -> SmsOptions {
    SmsOptions {
        url: format!("http://127.0.0.1:{port}/send?to={{phone}}"),
        headers: "Content-Type: application/json\nAuthorization: Bearer secret".to_owned(),
        body: r#"{"to":"{digits}","text":"{text}","lang":"{lang}","id":"{id}"}"#.to_owned(),
        ..SmsOptions::default()
    }
}

#[tokio::test]
async fn a_text_message_is_sent_as_its_template_says() {
    let (port, got) = web_server(TAKEN).await;
    Sms::new(&json(port)).unwrap().send(&message()).await.unwrap();
    let form = SmsOptions {
        method: "PUT".to_owned(),
        headers: "Content-Type: application/x-www-form-urlencoded".to_owned(),
        body: "to={phone}&text={text}".to_owned(),
        ..json(port)
    };
    Sms::new(&form).unwrap().send(&message()).await.unwrap();
    let got = got.lock().await;
    let (head, body) = got[0].split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("POST /send?to=%2B8613800138000 HTTP/1.1"), "{head}");
    assert!(head.contains("authorization: Bearer secret"), "{head}");
    assert!(
        head.contains("idempotency-key: 0123456789abcdef0123456789abcdef"),
        "{head}"
    );
    let body: serde_json::Value = serde_json::from_str(body).unwrap();
    assert_eq!(body["text"], TEXT, "what looks like a placeholder in a text stays");
    assert_eq!((&body["to"], &body["lang"]), (&"8613800138000".into(), &"ug".into()));
    let (head, body) = got[1].split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("PUT "));
    assert!(body.starts_with("to=%2B8613800138000&text=%D8%B2"), "{body}");
    assert!(body.ends_with("%26%2050%25%20%E7%BC%96%E5%8F%B7"), "{body}");
}

#[tokio::test]
async fn a_provider_says_taken_later_or_never() {
    let said = async |answer, options: fn(u16) -> SmsOptions| {
        let (port, _) = web_server(answer).await;
        Sms::new(&options(port)).unwrap().send(&message()).await
    };
    let strict = |port| SmsOptions {
        success_text: "taken".to_owned(),
        ..json(port)
    };
    assert_eq!(said(TAKEN, strict).await, Ok(()));
    assert!(matches!(said(BROKE, strict).await, Err(SendError::Later(_))));
    assert!(matches!(said(LIMIT, json).await, Err(SendError::Later(_))));
    assert!(matches!(said(WRONG, json).await, Err(SendError::Never(reason)) if reason.contains("number")));
    let other = |port| SmsOptions {
        success: "202, 429".to_owned(),
        ..json(port)
    };
    assert_eq!(said(LIMIT, other).await, Ok(()));
    assert!(matches!(said(TAKEN, other).await, Err(SendError::Later(_))));
}

#[test]
fn settings_that_cannot_work_are_named_at_the_start() {
    let named = |options: SmsOptions| Sms::new(&options).unwrap_err().setting;
    let good = json(1);
    assert!(Sms::new(&good).is_ok());
    let with = |change: fn(&mut SmsOptions)| {
        let mut options = json(1);
        change(&mut options);
        options
    };
    assert_eq!(
        named(with(|o| o.url = "http://sms.example/".to_owned())),
        "BAZAR_SMS_URL"
    );
    assert_eq!(named(with(|o| o.url = "sms.example".to_owned())), "BAZAR_SMS_URL");
    assert_eq!(named(with(|o| o.headers = "no header".to_owned())), "BAZAR_SMS_HEADERS");
    assert_eq!(
        named(with(|o| o.body = "{\"to\":{phone}}".to_owned())),
        "BAZAR_SMS_BODY"
    );
    assert_eq!(named(with(|o| o.success = "fine".to_owned())), "BAZAR_SMS_SUCCESS");
    let mail = SmtpOptions {
        url: "smtps://u:secret@mail.example".to_owned(),
        from: "nobody".to_owned(),
        to: "{phone}@sms.example".to_owned(),
    };
    let refused = Smtp::new(&mail).unwrap_err();
    assert_eq!(refused.setting, "BAZAR_SMTP_FROM");
    let refused = Smtp::new(&SmtpOptions {
        url: "mail.example secret".to_owned(),
        ..mail
    })
    .unwrap_err();
    assert!(
        refused.setting == "BAZAR_SMTP_URL" && !refused.to_string().contains("secret"),
        "{refused}"
    );
}

both!(an_order_ends_as_a_text_message, async |shop| {
    let (port, got) = web_server(TAKEN).await;
    let bought = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    let office = Office::new(Arc::new(Sms::new(&json(port)).unwrap()), Budgets::default());
    assert_eq!(office.work(shop).await.unwrap().sent, 1);
    assert!(got.lock().await[0].contains(&bought.code.to_string()));
});
