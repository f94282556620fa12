//! What a device answers, and whether it is right. Nothing here knows the database.
//!
//! The steps are those of WebAuthn Level 2, 7.1 and 7.2. No attestation is asked for, so none is looked at: nobody is told
//! what kind of device it is.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use minicbor::Decoder;
use ring::signature::{
    ECDSA_P256_SHA256_ASN1, ED25519, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents, UnparsedPublicKey,
};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::PasskeyPlace;

/// Longest answer that is read, bytes: devices send less than two thousand.
const LONGEST: usize = 16 * 1024;
/// Longest name of a credential, bytes (7.1, step 25).
const LONGEST_CREDENTIAL: usize = 1023;

/// The signatures that are taken, as numbers of the COSE registry: ECDSA on P-256, EdDSA, RSA as old computers have it.
pub(super) const ALGORITHMS: [i64; 3] = [-7, -8, -257];

/// Somebody was there, and showed the device who they are.
const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
/// A new key follows.
const HAS_KEY: u8 = 0x40;

/// Why an answer is not taken; for the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum NotRight {
    #[error("unreadable")]
    Unreadable,
    #[error("kind")]
    Kind,
    #[error("origin")]
    Origin,
    #[error("host")]
    Host,
    #[error("not-verified")]
    NotVerified,
    #[error("algorithm")]
    Algorithm,
    #[error("signature")]
    Signature,
}

/// An answer as the page sends it: what `PublicKeyCredential.toJSON()` makes, as far as it is looked at.
#[derive(Deserialize)]
struct Sent {
    id: String,
    response: SentResponse,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct SentResponse {
    #[serde(rename = "clientDataJSON")]
    client_data: String,
    #[serde(default)]
    attestation_object: String,
    #[serde(default)]
    authenticator_data: String,
    #[serde(default)]
    signature: String,
    #[serde(default)]
    user_handle: Option<String>,
}

/// What the browser says about itself; the device signs it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ClientData {
    #[serde(rename = "type")]
    kind: String,
    challenge: String,
    origin: String,
    #[serde(default)]
    cross_origin: bool,
}

/// An answer that could be read.
pub(super) struct Answer {
    /// The challenge it answers.
    pub challenge: [u8; 32],
    /// The credential's name, in hexadecimal as it is kept.
    pub credential: String,
    /// Whose it says to be, in hexadecimal; a device that was told whom to ask for may leave it out.
    pub user_handle: Option<String>,
    client: ClientData,
    client_hash: [u8; 32],
    attestation: Vec<u8>,
    authenticator: Vec<u8>,
    signature: Vec<u8>,
}

/// A new key.
#[derive(Debug)]
pub(super) struct NewKey {
    /// The credential's name, in hexadecimal.
    pub credential: String,
    /// The public key as it came, in hexadecimal.
    pub public_key: String,
    /// How often the device signed with it.
    pub sign_count: u32,
}

impl Answer {
    /// Reads it.
    ///
    /// # Errors
    /// [`NotRight::Unreadable`].
    pub fn read(sent: &str) -> Result<Self, NotRight> {
        if sent.len() > LONGEST {
            return Err(NotRight::Unreadable);
        }
        let Sent { id, response } = serde_json::from_str(sent).map_err(|_| NotRight::Unreadable)?;
        let client_data = bytes(&response.client_data)?;
        let client: ClientData = serde_json::from_slice(&client_data).map_err(|_| NotRight::Unreadable)?;
        let challenge = bytes(&client.challenge)?;
        let user_handle = response.user_handle.filter(|handle| !handle.is_empty());
        let user_handle = user_handle.map(|handle| bytes(&handle)).transpose()?;
        Ok(Self {
            challenge: challenge.try_into().map_err(|_| NotRight::Unreadable)?,
            credential: hex::encode(bytes(&id)?),
            user_handle: user_handle.map(hex::encode),
            client_hash: Sha256::digest(&client_data).into(),
            client,
            attestation: bytes(&response.attestation_object)?,
            authenticator: bytes(&response.authenticator_data)?,
            signature: bytes(&response.signature)?,
        })
    }

    /// The key that a device made for this shop.
    ///
    /// # Errors
    /// [`NotRight`].
    pub fn new_key(&self, place: &PasskeyPlace) -> Result<NewKey, NotRight> {
        self.is_from("webauthn.create", place)?;
        let data = authenticator_data(&self.attestation).ok_or(NotRight::Unreadable)?;
        let (seen, rest) = Seen::read(data, place)?;
        let (credential, public_key) = new_credential(seen, rest).ok_or(NotRight::Unreadable)?;
        let credential = hex::encode(credential);
        if credential != self.credential {
            return Err(NotRight::Unreadable);
        }
        Key::read(public_key).ok_or(NotRight::Algorithm)?;
        Ok(NewKey {
            credential,
            public_key: hex::encode(public_key),
            sign_count: seen.sign_count,
        })
    }

    /// Whether the holder of this key answered, for this shop and after showing the device who they are. Answers how often the
    /// device signed.
    ///
    /// # Errors
    /// [`NotRight`].
    pub fn is_signed_by(&self, public_key: &str, place: &PasskeyPlace) -> Result<u32, NotRight> {
        self.is_from("webauthn.get", place)?;
        let (seen, _) = Seen::read(&self.authenticator, place)?;
        let public_key = hex::decode(public_key).map_err(|_| NotRight::Unreadable)?;
        let key = Key::read(&public_key).ok_or(NotRight::Algorithm)?;
        let signed = [self.authenticator.as_slice(), &self.client_hash].concat();
        key.verify(&signed, &self.signature)?;
        Ok(seen.sign_count)
    }

    fn is_from(&self, kind: &str, place: &PasskeyPlace) -> Result<(), NotRight> {
        if self.client.kind != kind {
            return Err(NotRight::Kind);
        }
        // Within a page of somebody else's, nobody knows what they sign.
        if self.client.origin != place.origin || self.client.cross_origin {
            return Err(NotRight::Origin);
        }
        Ok(())
    }
}

fn bytes(text: &str) -> Result<Vec<u8>, NotRight> {
    URL_SAFE_NO_PAD
        .decode(text.trim_end_matches('='))
        .map_err(|_| NotRight::Unreadable)
}

/// What the device saw.
#[derive(Clone, Copy, Debug)]
struct Seen {
    flags: u8,
    sign_count: u32,
}

impl Seen {
    /// Reads it, and what follows: for this shop, somebody there, shown who they are.
    fn read<'d>(data: &'d [u8], place: &PasskeyPlace) -> Result<(Self, &'d [u8]), NotRight> {
        let (host, rest) = data.split_first_chunk::<32>().ok_or(NotRight::Unreadable)?;
        let ([flags], rest) = rest.split_first_chunk::<1>().ok_or(NotRight::Unreadable)?;
        let (count, rest) = rest.split_first_chunk::<4>().ok_or(NotRight::Unreadable)?;
        let expected = Sha256::digest(place.host.as_bytes());
        if !bool::from(host.ct_eq(expected.as_slice())) {
            return Err(NotRight::Host);
        }
        if flags & PRESENT == 0 || flags & VERIFIED == 0 {
            return Err(NotRight::NotVerified);
        }
        let seen = Self {
            flags: *flags,
            sign_count: u32::from_be_bytes(*count),
        };
        Ok((seen, rest))
    }
}

/// The name of a new credential and its public key.
fn new_credential(seen: Seen, rest: &[u8]) -> Option<(&[u8], &[u8])> {
    if seen.flags & HAS_KEY == 0 {
        return None;
    }
    // Which kind of device it is stands first; nobody asks.
    let (_, rest) = rest.split_first_chunk::<16>()?;
    let (length, rest) = rest.split_first_chunk::<2>()?;
    let length = usize::from(u16::from_be_bytes(*length));
    if length == 0 || length > LONGEST_CREDENTIAL {
        return None;
    }
    let (credential, rest) = rest.split_at_checked(length)?;
    let mut key = Decoder::new(rest);
    key.skip().ok()?;
    Some((credential, rest.get(..key.position())?))
}

/// The field `authData` of an attestation object.
fn authenticator_data(attestation: &[u8]) -> Option<&[u8]> {
    let mut object = Decoder::new(attestation);
    let fields = object.map().ok()??;
    for _ in 0..fields {
        if object.str().ok()? == "authData" {
            return object.bytes().ok();
        }
        object.skip().ok()?;
    }
    None
}

/// A public key (RFC 9053).
#[derive(Debug, PartialEq, Eq)]
enum Key<'k> {
    /// The point, both halves after one another, uncompressed.
    P256(Vec<u8>),
    Ed25519(&'k [u8]),
    Rsa {
        n: &'k [u8],
        e: &'k [u8],
    },
}

impl<'k> Key<'k> {
    /// One of the [algorithms](ALGORITHMS) that are taken.
    fn read(cose: &'k [u8]) -> Option<Self> {
        let mut map = Decoder::new(cose);
        let (mut kind, mut algorithm, mut curve) = (0, 0, 0);
        let (mut first, mut second, mut third): (&[u8], &[u8], &[u8]) = (&[], &[], &[]);
        for _ in 0..map.map().ok()?? {
            match map.i64().ok()? {
                1 => kind = map.i64().ok()?,
                3 => algorithm = map.i64().ok()?,
                // What it is depends on the kind.
                -1 if kind == 3 => first = map.bytes().ok()?,
                -1 => curve = map.i64().ok()?,
                -2 => second = map.bytes().ok()?,
                -3 => third = map.bytes().ok()?,
                _ => map.skip().ok()?,
            }
        }
        match (kind, algorithm, curve) {
            (2, -7, 1) if second.len() == 32 && third.len() == 32 => {
                Some(Self::P256([[4].as_slice(), second, third].concat()))
            }
            (1, -8, 6) if second.len() == 32 => Some(Self::Ed25519(second)),
            (3, -257, 0) if (256..=1024).contains(&first.len()) => Some(Self::Rsa { n: first, e: second }),
            _ => None,
        }
    }

    fn verify(&self, signed: &[u8], signature: &[u8]) -> Result<(), NotRight> {
        match self {
            Self::P256(point) => UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, point).verify(signed, signature),
            Self::Ed25519(point) => UnparsedPublicKey::new(&ED25519, point).verify(signed, signature),
            Self::Rsa { n, e } => {
                RsaPublicKeyComponents { n, e }.verify(&RSA_PKCS1_2048_8192_SHA256, signed, signature)
            }
        }
        .map_err(|_| NotRight::Signature)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_key_of_another_kind_is_none() {
        let p256 = |algorithm: i64, curve: i64, length: usize| {
            let mut text = Vec::new();
            minicbor::Encoder::new(&mut text)
                .map(5)
                .and_then(|e| e.i8(1)?.i8(2)?.i8(3)?.i64(algorithm)?.i8(-1)?.i64(curve))
                .and_then(|e| e.i8(-2)?.bytes(&vec![1; length])?.i8(-3)?.bytes(&[2; 32]))
                .unwrap();
            text
        };
        assert!(Key::read(&p256(-7, 1, 32)).is_some());
        for other in [p256(-8, 1, 32), p256(-7, 2, 32), p256(-7, 1, 31), p256(-35, 1, 32)] {
            assert_eq!(Key::read(&other), None);
        }
        assert_eq!(Key::read(&[0xbf, 0xff]), None, "a map without an end");
    }

    // A known answer, since ring makes no RSA keys: `openssl genrsa -out key 2048`, the modulus by `openssl rsa -modulus`, and
    // the signature by `openssl dgst -sha256 -sign key` over the words below. The key was thrown away; its exponent is 65537.
    const MODULUS: &str = concat!(
        "c9bac2f8038f1f038c35f8d6593d4f11f547df4f99dcbb7872e1db41a042b712d9df3c2770283809645b4f157b02a4d7abe85325",
        "42e2103047d552a036efac3eca9d375ce0bf0a079e53fa7cdca6ab78680024ece0839106be21208880434e41b13a0c1a1249ed3c",
        "87fc73b331d909947fd4d0e1fe5c142699eb9512185dbed32592030d9bc24c7135b76b55f5fba840a115e79cf165e298de5cf2d0",
        "82ebd07d5d5ee2e0ce8985e778743ae56024f63744e06f4fce2315685e668412e3987e89e114e9392667d536689aab551cb0043e",
        "434b21099b9a8d632eb0527422724acab9131ae9bb4a199cfb145d9a056fe91da311ece4fd35aa4d6880c37f4042dc33",
    );
    const SIGNATURE: &str = concat!(
        "a2b0cf1eaeca654d6181b6d185af417ecbdae646f9c13ea9bec58e0f69eaa4718692667b35dd63f06940a7184c472ef7131addae",
        "feaaa5a68baad9b78cb04a891893fb10cfbbae6cf625a32321fe5a4dc598fb7fc5585325c49d4d705cc6d78fda13d0965ca9e00c",
        "e3f90586862eab197a640e23883ac17b083e99d0f2ca7da3b68a9ce699b6b36f82ea1e4e269c7bd650fc55eaa25637f47a527d32",
        "232e12635ad9339289834cd9fe02fbc553c944646181d334855f739ef1d16f9a8ee93f673a8e88b500a01f02b3d2704c7cf4e919",
        "b8d46b5cc38a14e809859c067bc9dde2e3c367d54df9e714329efc9925ba4b44aa2a787a4f552e0f7fe7173ce412b7f2",
    );
    const SIGNED: &[u8] = b"what the device saw, and the hash of what the browser said";

    #[test]
    fn an_rsa_signature_as_windows_makes_them_counts_for_what_was_signed() {
        let (modulus, signature) = (hex::decode(MODULUS).unwrap(), hex::decode(SIGNATURE).unwrap());
        let rsa = |algorithm: i64, modulus: &[u8]| {
            let mut text = Vec::new();
            minicbor::Encoder::new(&mut text)
                .map(4)
                .and_then(|e| e.i8(1)?.i8(3)?.i8(3)?.i64(algorithm))
                .and_then(|e| e.i8(-1)?.bytes(modulus)?.i8(-2)?.bytes(&[1, 0, 1]))
                .unwrap();
            text
        };
        let cose = rsa(-257, &modulus);
        let key = Key::read(&cose).unwrap();
        assert_eq!(key.verify(SIGNED, &signature), Ok(()));
        assert_eq!(key.verify(b"something else", &signature), Err(NotRight::Signature));
        assert_eq!(key.verify(SIGNED, &signature[1..]), Err(NotRight::Signature));
        // With an older hash, and shorter than anybody takes.
        for other in [rsa(-65_535, &modulus), rsa(-257, &modulus[..128])] {
            assert_eq!(Key::read(&other), None);
        }
    }

    proptest! {
        #[test]
        fn nonsense_is_refused_and_never_panics(sent in ".{0,200}", data in proptest::collection::vec(any::<u8>(), 0..300)) {
            prop_assert!(Answer::read(&sent).is_err());
            let place = PasskeyPlace { origin: "https://a.example".to_owned(), host: "a.example".to_owned() };
            _ = authenticator_data(&data);
            _ = Key::read(&data);
            prop_assert!(Seen::read(&data, &place).is_err());
            _ = new_credential(Seen { flags: HAS_KEY, sign_count: 0 }, &data);
        }
    }
}
