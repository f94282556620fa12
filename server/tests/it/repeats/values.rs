//! What stands in the inhabited shop for the words in braces.

use crate::district::THIS;
use crate::product_questions;
use crate::test_app::TestApp;

/// What stands for the words in braces.
pub struct Values {
    pub code: String,
    id: String,
    packer: String,
    phone: String,
    product: String,
    offer: String,
    other: String,
    picture: String,
    line: String,
    station: String,
    category: String,
    waiting: String,
    application: String,
    question: String,
    held: String,
}

impl Values {
    pub async fn of(app: &TestApp) -> Self {
        app.execute(
            "INSERT INTO messages
                 (public_id, kind, subject, phone, lang, content, state, reason, attempts, next_at, created_at)
             VALUES ('p1', 'written', 'x', '+8613800138000', 'zh', '{\"says\":\"written\",\"text\":\"x\"}',
                 'dead', '', 1, 0, 1)",
        )
        .await;
        product_questions::fill(app).await;
        let account = app.accounts.iter().find(|account| account.role == THIS).unwrap();
        Self {
            code: app.text("SELECT code FROM order_groups").await,
            id: app.number("SELECT id FROM orders").await.to_string(),
            packer: app
                .number("SELECT id FROM member_roles WHERE role = 'packer'")
                .await
                .to_string(),
            phone: account.phone.clone(),
            product: app.product("badam-500").await.to_string(),
            offer: app.offer("BADAM-500").await.to_string(),
            other: app.offer("BADAM-1000").await.to_string(),
            picture: app.second_picture().await.to_string(),
            line: app.number("SELECT id FROM order_lines").await.to_string(),
            station: app
                .number("SELECT id FROM stations WHERE code = 'B001'")
                .await
                .to_string(),
            category: app
                .number("SELECT id FROM categories WHERE slug = 'badam'")
                .await
                .to_string(),
            application: app.number("SELECT id FROM applications").await.to_string(),
            waiting: app.number("SELECT product_id FROM product_proposals").await.to_string(),
            question: product_questions::in_state(app, "asked").await,
            held: product_questions::in_state(app, "held").await,
        }
    }

    pub fn fill(&self, text: &str) -> String {
        text.replace("{code}", &self.code)
            .replace("{slug}", THIS)
            .replace("{id}", &self.id)
            .replace("{packer}", &self.packer)
            .replace("{phone}", &self.phone)
            .replace("{product}", &self.product)
            .replace("{offer}", &self.offer)
            .replace("{other}", &self.other)
            .replace("{picture}", &self.picture)
            .replace("{line}", &self.line)
            .replace("{station}", &self.station)
            .replace("{category}", &self.category)
            .replace("{waiting}", &self.waiting)
            .replace("{application}", &self.application)
            .replace("{question}", &self.question)
            .replace("{held}", &self.held)
            .replace("{unit}", "cart-title")
    }
}
