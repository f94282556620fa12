//! A phone that keeps passkeys: what browser and device answer, byte by byte, and as wrong as a test wants it.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use minicbor::Encoder;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// Somebody was there.
pub const PRESENT: u8 = 0x01;
/// And showed the device who they are.
pub const VERIFIED: u8 = 0x04;

/// What a device signs with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Curve {
    /// ES256.
    P256,
    /// EdDSA.
    Ed25519,
}

enum Secret {
    P256(EcdsaKeyPair),
    Ed25519(Ed25519KeyPair),
}

/// One passkey and the device it is on. Its fields are what it answers with: change them to have it answer wrongly.
pub struct Device {
    secret: Secret,
    /// The credential's name.
    pub credential: Vec<u8>,
    /// Whose it is, as the shop said when it was made.
    pub user_handle: Option<Vec<u8>>,
    /// How often it signed; a device that does not count says 0.
    pub count: u32,
    /// The page that asks.
    pub origin: String,
    /// For whom it signs.
    pub host: String,
    /// Whether somebody was there, and who.
    pub flags: u8,
    /// What it says to answer; the usual, when nothing stands here.
    pub kind: Option<&'static str>,
    /// Whether the page stands inside somebody else's.
    pub is_framed: bool,
}

impl Device {
    /// A new device, in front of the page at this origin.
    ///
    /// # Panics
    /// Without randomness.
    pub fn new(curve: Curve, origin: &str) -> Self {
        let random = SystemRandom::new();
        let secret = match curve {
            Curve::P256 => {
                let algorithm = &ECDSA_P256_SHA256_ASN1_SIGNING;
                let key = EcdsaKeyPair::generate_pkcs8(algorithm, &random).unwrap();
                Secret::P256(EcdsaKeyPair::from_pkcs8(algorithm, key.as_ref(), &random).unwrap())
            }
            Curve::Ed25519 => {
                let key = Ed25519KeyPair::generate_pkcs8(&random).unwrap();
                Secret::Ed25519(Ed25519KeyPair::from_pkcs8(key.as_ref()).unwrap())
            }
        };
        let host = origin.split("://").last().unwrap_or_default();
        let mut device = Self {
            credential: Vec::new(),
            secret,
            user_handle: None,
            count: 0,
            origin: origin.to_owned(),
            host: host.split(':').next().unwrap_or_default().to_owned(),
            flags: PRESENT | VERIFIED,
            kind: None,
            is_framed: false,
        };
        device.credential = Sha256::digest(device.public_key()).to_vec();
        device
    }

    /// Makes the passkey that is asked for, and answers.
    ///
    /// # Panics
    /// When the question is not one.
    pub fn make(&mut self, options: &str) -> String {
        let options: Value = serde_json::from_str(options).unwrap();
        self.user_handle = Some(bytes(&options["user"]["id"]));
        let data = self.data(true);
        let mut attestation = Vec::new();
        Encoder::new(&mut attestation)
            .map(3)
            .and_then(|e| e.str("fmt")?.str("none")?.str("attStmt")?.map(0))
            .and_then(|e| e.str("authData")?.bytes(&data))
            .unwrap();
        let client = self.client_data("webauthn.create", &options);
        let answer = json!({
            "id": text(&self.credential),
            "type": "public-key",
            "response": { "clientDataJSON": text(&client), "attestationObject": text(&attestation) },
        });
        answer.to_string()
    }

    /// Shows the passkey. A device that counts has its `count` set by the test.
    ///
    /// # Panics
    /// When the question is not one.
    pub fn show(&self, options: &str) -> String {
        let options: Value = serde_json::from_str(options).unwrap();
        let client = self.client_data("webauthn.get", &options);
        let data = self.data(false);
        let signed = [data.as_slice(), &Sha256::digest(&client)].concat();
        let signature = match &self.secret {
            Secret::P256(key) => key.sign(&SystemRandom::new(), &signed).unwrap().as_ref().to_vec(),
            Secret::Ed25519(key) => key.sign(&signed).as_ref().to_vec(),
        };
        let answer = json!({
            "id": text(&self.credential),
            "type": "public-key",
            "response": {
                "clientDataJSON": text(&client),
                "authenticatorData": text(&data),
                "signature": text(&signature),
                "userHandle": self.user_handle.as_deref().map(text),
            },
        });
        answer.to_string()
    }

    fn public_key(&self) -> &[u8] {
        match &self.secret {
            Secret::P256(key) => key.public_key().as_ref(),
            Secret::Ed25519(key) => key.public_key().as_ref(),
        }
    }

    fn client_data(&self, kind: &str, options: &Value) -> Vec<u8> {
        let client = json!({
            "type": self.kind.unwrap_or(kind),
            "challenge": options["challenge"],
            "origin": self.origin,
            "crossOrigin": self.is_framed,
        });
        client.to_string().into_bytes()
    }

    fn data(&self, is_new: bool) -> Vec<u8> {
        let mut data = Sha256::digest(self.host.as_bytes()).to_vec();
        data.push(self.flags | if is_new { 0x40 } else { 0 });
        data.extend(self.count.to_be_bytes());
        if is_new {
            data.extend([0; 16]);
            data.extend(u16::try_from(self.credential.len()).unwrap().to_be_bytes());
            data.extend(&self.credential);
            data.extend(self.cose());
        }
        data
    }

    fn cose(&self) -> Vec<u8> {
        let mut key = Vec::new();
        let mut encoder = Encoder::new(&mut key);
        match &self.secret {
            Secret::P256(_) => {
                let (x, y) = self.public_key()[1..].split_at(32);
                encoder
                    .map(5)
                    .and_then(|e| e.i8(1)?.i8(2)?.i8(3)?.i8(-7)?.i8(-1)?.i8(1))
                    .and_then(|e| e.i8(-2)?.bytes(x)?.i8(-3)?.bytes(y))
                    .unwrap();
            }
            Secret::Ed25519(_) => {
                encoder
                    .map(4)
                    .and_then(|e| e.i8(1)?.i8(1)?.i8(3)?.i8(-8)?.i8(-1)?.i8(6))
                    .and_then(|e| e.i8(-2)?.bytes(self.public_key()))
                    .unwrap();
            }
        }
        key
    }
}

fn text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn bytes(text: &Value) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(text.as_str().unwrap()).unwrap()
}
