//! The log of who did what, checked at the server.

use db::WriteError;
use db::sea_orm::ConnectionTrait;

use super::program::{filled, open, run};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_log_is_checked_at_the_server() {
    let (folder, _) = filled().await;
    let folder = folder.path();
    let invite = |role| run(folder, &["admin", "member", "13900139000", "Anna", "centre", role]);
    for role in ["finance", "support", "finance"] {
        assert!(invite(role).status.success());
    }
    let said = |output: &std::process::Output| {
        let [out, err] = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        (output.status.code(), out, err)
    };
    let (code, out, err) = said(&run(folder, &["admin", "audit", "verify"]));
    assert_eq!((code, err.as_str()), (Some(0), ""), "{out}");
    assert!(out.contains("events checked"), "{out}");
    let noted = out.split_whitespace().last().unwrap().to_owned();
    let (code, out, _) = said(&run(folder, &["admin", "audit", "verify", "--noted", &noted]));
    assert_eq!(code, Some(0), "{out}");
    let (code, _, err) = said(&run(folder, &["admin", "audit", "verify", "--noted", "x"]));
    assert_eq!(code, Some(1), "{err}");

    let db = open(folder).await;
    let tampered: Result<(), WriteError> = db
        .write(|tx| {
            Box::pin(async move {
                tx.execute_unprepared("DROP TRIGGER audit_events_are_not_changed")
                    .await?;
                let sql = "UPDATE audit_events SET actor = 'user:1' WHERE id = (SELECT MAX(id) FROM audit_events)";
                tx.execute_unprepared(sql).await?;
                Ok(())
            })
        })
        .await;
    tampered.unwrap();
    db.close().await;
    let (code, out, err) = said(&run(folder, &["admin", "audit", "verify"]));
    assert_eq!(code, Some(1), "{out}");
    assert!(
        out.contains("events checked") && err.contains("was changed"),
        "{out} {err}"
    );
}
