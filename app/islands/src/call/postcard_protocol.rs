//! How a call travels: arguments and answer as postcard, and the page's build beside them, so that an older page is
//! told apart rather than misread. Leptos' own JSON client would cost every page 25 kB, its postcard one 5.

use std::future::Future;

use serde::Serialize;
use serde::de::DeserializeOwned;
use server_fn::error::{FromServerFnError, IntoAppError, ServerFnErrorErr};
use server_fn::request::Req;
use server_fn::response::TryRes;
use server_fn::{Bytes, ContentType, Decodes, Encodes, Format, FormatType, Protocol};

use super::Problem;

/// The type of the body, both ways.
const CONTENT_TYPE: &str = "application/x-postcard";
/// A request that found no answer by then counts as one without a network.
const PATIENCE_MS: u32 = 20_000;
/// A body that may still be on its way when the page is left is shorter, bytes: Fetch allows all of a page together 64 KiB.
const LONGEST_LEFT: usize = 60_000;

/// See the [module](self).
pub struct Postcard;

impl<Input, Output, Client, Server, Error> Protocol<Input, Output, Client, Server, Error> for Postcard
where
    Input: Serialize + DeserializeOwned + Send,
    Output: Serialize + DeserializeOwned + Send,
    Error: FromServerFnError + Serialize + DeserializeOwned + Send + Sync,
    Client: server_fn::client::Client<Error>,
    Server: server_fn::server::Server<Error>,
{
    const METHOD: http::Method = http::Method::POST;

    async fn run_server<F, Fut>(request: Server::Request, server_fn: F) -> Result<Server::Response, Error>
    where
        F: Fn(Input) -> Fut + Send,
        Fut: Future<Output = Result<Output, Error>> + Send,
    {
        let bytes = request.try_into_bytes().await?;
        let input = postcard::from_bytes(&bytes).map_err(|error| {
            malformed();
            ServerFnErrorErr::Deserialization(error.to_string()).into_app_error()
        })?;
        let output = server_fn(input).await?;
        let bytes = postcard::to_allocvec(&output)
            .map_err(|error| ServerFnErrorErr::Serialization(error.to_string()).into_app_error())?;
        Server::Response::try_from_bytes(CONTENT_TYPE, Bytes::from(bytes))
    }

    fn run_client(path: &str, input: Input) -> impl Future<Output = Result<Output, Error>> + Send {
        let body = postcard::to_allocvec(&input).unwrap_or_default();
        let path = path.to_owned();
        send_wrapper::SendWrapper::new(async move {
            let broken = || Error::from_server_fn_error(ServerFnErrorErr::Response(String::new()));
            match browser::post(&path, &body).await {
                Ok((200..300, bytes)) => postcard::from_bytes(&bytes).map_err(|_| broken()),
                Ok((status, bytes)) => Err(postcard::from_bytes(&bytes).unwrap_or_else(|_| match status {
                    // Refused before it reached the function.
                    429 | 503 => told(&Problem::Busy).unwrap_or_else(broken),
                    _ => broken(),
                })),
                Err(browser::Lost::Offline) => Err(told(&Problem::Offline).unwrap_or_else(broken)),
                Err(browser::Lost::Unreadable) => Err(broken()),
            }
        })
    }
}

/// Whether an island asks.
#[cfg(feature = "ssr")]
pub fn is_call(headers: &http::HeaderMap) -> bool {
    let accept = headers.get(http::header::ACCEPT);
    accept.is_some_and(|accept| accept.as_bytes() == CONTENT_TYPE.as_bytes())
}

/// Leptos would answer 500 to what is the caller's mistake.
fn malformed() {
    #[cfg(feature = "ssr")]
    if let Some(response) = leptos::prelude::use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(http::StatusCode::UNPROCESSABLE_ENTITY);
    }
}

/// Every function here fails with a [`Problem`]; the trait only knows that it can be read.
fn told<Error: DeserializeOwned>(problem: &Problem) -> Option<Error> {
    postcard::from_bytes(&postcard::to_allocvec(problem).ok()?).ok()
}

/// The browser's end.
mod browser {
    use js_sys::{Object, Reflect, Uint8Array};
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::JsFuture;
    use web_sys::{AbortSignal, RequestInit, Response};

    use super::{CONTENT_TYPE, LONGEST_LEFT, PATIENCE_MS};

    /// Why there is no answer.
    pub(super) enum Lost {
        /// The network is gone, or too slow.
        Offline,
        /// Something else answered.
        Unreadable,
    }

    /// Posts a body: the status of the answer, and what it says.
    pub(super) async fn post(path: &str, body: &[u8]) -> Result<(u16, Vec<u8>), Lost> {
        let init = RequestInit::new();
        init.set_method("POST");
        init.set_body(&Uint8Array::from(body));
        init.set_headers(&headers());
        init.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE_MS)));
        // A page one leaves takes nothing back: what was asked for still arrives. Browsers refuse it to longer bodies.
        if body.len() < LONGEST_LEFT {
            set(&init, "keepalive", &JsValue::TRUE);
        }
        let request = leptos::prelude::window().fetch_with_str_and_init(path, &init);
        let answer = JsFuture::from(request).await.map_err(|_| Lost::Offline)?;
        let answer: Response = answer.dyn_into().map_err(|_| Lost::Unreadable)?;
        let kind = answer.headers().get("content-type").ok().flatten();
        let is_ours = !answer.ok() || kind.as_deref() == Some(CONTENT_TYPE);
        let bytes = answer.array_buffer().map_err(|_| Lost::Unreadable)?;
        let bytes = JsFuture::from(bytes).await.map_err(|_| Lost::Offline)?;
        if !is_ours {
            return Err(Lost::Unreadable);
        }
        Ok((answer.status(), Uint8Array::new(&bytes).to_vec()))
    }

    fn headers() -> JsValue {
        let headers = Object::new();
        set(&headers, "content-type", &JsValue::from_str(CONTENT_TYPE));
        set(&headers, "accept", &JsValue::from_str(CONTENT_TYPE));
        set(&headers, "x-build", &JsValue::from_str(&crate::browser::build()));
        headers.into()
    }

    fn set(object: &JsValue, name: &str, value: &JsValue) {
        // A plain object takes every field.
        drop(Reflect::set(object, &JsValue::from_str(name), value));
    }
}

/// How a [`Problem`](super::Problem) travels.
pub struct PostcardEncoding;

impl ContentType for PostcardEncoding {
    const CONTENT_TYPE: &'static str = CONTENT_TYPE;
}

impl FormatType for PostcardEncoding {
    const FORMAT_TYPE: Format = Format::Binary;
}

impl<T: Serialize> Encodes<T> for PostcardEncoding {
    type Error = postcard::Error;

    fn encode(value: &T) -> Result<Bytes, Self::Error> {
        postcard::to_allocvec(value).map(Bytes::from)
    }
}

impl<T: DeserializeOwned> Decodes<T> for PostcardEncoding {
    type Error = postcard::Error;

    fn decode(bytes: Bytes) -> Result<T, Self::Error> {
        postcard::from_bytes(&bytes)
    }
}
