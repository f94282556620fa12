//! How a row of the [table](super::table) is asked, with the order and the product of one cooperative in it.

use axum::http::Method;
use domain::shop_page::{BlockId, Change, Field, Place, fingerprint};

use super::forms::Form;
use super::table::Row;
use crate::buyer::{self, Fields};
use crate::client::{Ask, Client};
use crate::district::{OTHER, THIS};
use crate::pictures;
use crate::tables;
use crate::test_app::TestApp;
use crate::world::Who;

impl Row {
    /// The address, with the order and the product of "this" cooperative in it.
    pub async fn path(&self, app: &TestApp) -> String {
        let slug = if self.pattern.contains("/shops/") || self.pattern.contains("/cooperatives/") {
            "altun-badam"
        } else {
            "badam-500"
        };
        let id = if self.pattern.contains("/parts/") {
            1
        } else if self.pattern.contains("/applications/") {
            app.number("SELECT id FROM applications").await
        } else if self.pattern.contains("/confirmations/") {
            app.number("SELECT product_id FROM product_proposals").await
        } else if self.pattern.contains("/products/") {
            app.product("badam-500").await
        } else if self.pattern.contains("/stock/") {
            app.offer("BADAM-500").await
        } else if self.pattern.contains("/lots/") {
            app.number("SELECT id FROM lots").await
        } else if self.pattern.contains("/stations/") {
            app.number("SELECT id FROM stations WHERE code = 'B001'").await
        } else if self.pattern.contains("/categories/") {
            app.number("SELECT id FROM categories WHERE slug = 'badam'").await
        } else if self.pattern.contains("/tables/") {
            app.number("SELECT id FROM imports").await
        } else {
            app.number("SELECT id FROM orders").await
        };
        let code = app.text("SELECT code FROM order_groups").await;
        let of = if self.pattern == "/{lang}/centre/members" && self.method == Method::POST {
            "?of=centre"
        } else {
            ""
        };
        let path = self
            .pattern
            .replace("{lang}", "ug")
            .replace("{slug}", slug)
            .replace("{id}", &id.to_string())
            .replace("{picture}", &app.second_picture().await.to_string())
            .replace("{file}", "products.csv")
            .replace("{document}", "1")
            .replace("{photo}", "1")
            .replace("{unit}", "cart-title")
            .replace("{link}", "0123456789abcdef")
            .replace("{line}", &app.number("SELECT id FROM order_lines").await.to_string())
            .replace("{code}", &code);
        format!("{path}{of}")
    }

    /// The request, as `client` would send it from the page the form stands on.
    pub async fn ask(&self, app: &TestApp, who: Who, client: &mut Client) -> Ask {
        let path = self.path(app).await;
        if self.method == Method::GET {
            return Ask::get(&path);
        }
        let honey = app.offer("HONEY-JAR").await;
        match path.as_str() {
            _ if matches!(self.form, Form::Picture) => pictures::form(&path, &[], &pictures::file("red")),
            _ if matches!(self.form, Form::Table) => tables::form(&path, b"sku,price\nBADAM-500,27\n"),
            "/api/add_to_cart" => buyer::calls_add(honey, "1", [3; 16]),
            "/api/change_cart" => buyer::calls_change(honey, "3"),
            "/api/check_text" => Ask::call(
                "check_text",
                &islands::CheckText {
                    locale: domain::Locale::Ug,
                    unit: "cart-title".to_owned(),
                    fields: vec![("source".to_owned(), "Cesta".to_owned())],
                },
            ),
            "/api/move_shop_part" => Ask::call(
                "move_shop_part",
                &islands::MoveShopPart {
                    locale: domain::Locale::Ug,
                    // The story, to below the goods.
                    part: BlockId(3),
                    from: 1,
                    above: BlockId(2),
                },
            ),
            "/api/save_shop_part" => Ask::call(
                "save_shop_part",
                &islands::SaveShopPart {
                    locale: domain::Locale::Ug,
                    // The story, which has no heading of its own yet.
                    part: BlockId(3),
                    changes: vec![Change {
                        place: Place::of(Field::Title).lang(domain::Locale::Es),
                        seen: fingerprint(""),
                        new: "Historia".to_owned(),
                        confirms: false,
                        source: None,
                    }],
                },
            ),
            _ => Ask::post(&path, &self.fields(app, who, client).await),
        }
    }

    pub async fn fields(&self, app: &TestApp, who: Who, client: &mut Client) -> Fields {
        let own = |fields: &[(&str, &str)]| -> Fields {
            fields.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect()
        };
        let honey = app.offer("HONEY-JAR").await.to_string();
        match self.form {
            Form::Empty | Form::Picture | Form::Table => Vec::new(),
            Form::Move => own(&[("command", "first")]),
            Form::Upload => own(&[
                ("product", &app.product("badam-500").await.to_string()),
                ("size", "1000"),
                ("file", "a.jpg"),
            ]),
            Form::Fixed(fields) => own(fields),
            Form::Add => own(&[("locale", "ug"), ("offer", &honey), ("quantity", "1")]),
            Form::Change => own(&[
                ("locale", "ug"),
                ("offer", &honey),
                ("quantity", "3"),
                (&format!("quantity-{honey}"), "3"),
            ]),
            Form::Checkout if client.get("/ug/checkout").await.status == 200 => {
                buyer::checkout_form(client, "ug").await
            }
            Form::Checkout => own(&[("key", &"0".repeat(32)), ("name", "x")]),
            Form::Stock => {
                let badam = app.offer("BADAM-500").await;
                own(&[
                    ("seen", &format!("{badam}:2500:0")),
                    (&format!("price-{badam}"), "31.80"),
                ])
            }
            Form::Membership => own(&[("membership", &membership_of(app, who).await)]),
            Form::Parcel => {
                let order = app.number("SELECT id FROM orders").await.to_string();
                own(&[("command", "accept"), ("order", &order)])
            }
            Form::Question => {
                let order = app.number("SELECT id FROM orders").await.to_string();
                own(&[("order", &order), ("text", "قاچان كېلىدۇ؟")])
            }
            Form::SendBack => {
                let page = app
                    .client_of(Who::Centre)
                    .get(&self.path(app).await)
                    .await
                    .is(200)
                    .page();
                let mut fields = page.form("send-back");
                buyer::set(&mut fields, "reason", "?");
                buyer::set(&mut fields, "command", "send-back");
                fields
            }
            Form::Editor(form) => self.editor(app, client, form).await,
        }
    }

    /// The editor as it is filled in: by oneself where one sees it, else as its owner would.
    async fn editor(&self, app: &TestApp, client: &mut Client, form: &str) -> Fields {
        let path = self.path(app).await;
        let own = client.get(&path).await;
        let page = if own.status == 200 {
            own.page()
        } else {
            app.client_of(Who::This).get(&path).await.is(200).page()
        };
        let mut fields = page.form(form);
        assert!(!fields.is_empty());
        for (name, value) in &mut fields {
            if name.starts_with("tagline-") || name.starts_with("name-") {
                *value = format!("{value} {OTHER}");
            }
        }
        fields
    }
}

/// The number of a person's own membership.
async fn membership_of(app: &TestApp, who: Who) -> String {
    let role = who.role().unwrap_or_else(|| THIS.to_owned());
    let account = app.accounts.iter().find(|account| account.role == role).unwrap();
    let sql = format!(
        "SELECT m.id FROM member_roles m JOIN users u ON u.id = m.user_id WHERE u.phone = '{}'",
        account.phone
    );
    app.number(&sql).await.to_string()
}
