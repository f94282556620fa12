//! A bar code read by the camera and put into a field of the form round the button. The pictures are looked at on the device;
//! nothing of them is sent. The browser brings what reads codes (`BarcodeDetector`), or there is no button.

use components::{ScanLine, ScanState, ScanView};
use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::html::Video;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlInputElement, HtmlVideoElement, MediaStream, MediaStreamConstraints, MediaStreamTrack};

use crate::browser;
use crate::island::island;

/// Between two looks.
const LOOK_MS: i32 = 250;
/// Looks without a code until that is said: twelve seconds.
const PATIENT: u32 = 48;
/// Looks without a code until the camera is turned off: a minute and a half.
const MOST: u32 = 360;
/// Longest number that is put into the field.
const LONGEST: usize = 200;

island! {
    /// Reads a code into the field beside it.
    scan_island: ScanView => scan
}

/// The camera while it is on.
type Camera = StoredValue<Option<MediaStream>, LocalStorage>;

fn scan(view: ScanView) -> impl IntoView {
    let state = RwSignal::new(ScanState::Absent);
    let video = NodeRef::<Video>::new();
    let camera: Camera = StoredValue::new_local(None);
    let field = view.field.clone();
    components::effect(move |is_done| {
        if is_done.is_none() && can_scan() {
            state.set(ScanState::Off);
        }
        true
    });
    on_cleanup(move || turn_off(camera));
    let turn = Callback::new(move |is_on: bool| {
        turn_off(camera);
        let Some(video) = video.get_untracked().filter(|_| is_on) else {
            state.set(ScanState::Off);
            return;
        };
        state.set(ScanState::Asking);
        let field = field.clone();
        spawn_local(async move {
            let end = look(&video, &field, state, camera).await;
            // Whoever has closed it, or gone on to another page, is told nothing.
            if state.try_get_untracked().is_some_and(ScanState::is_on) {
                turn_off(camera);
                state.set(end);
            }
        });
    });
    view! { <ScanLine view state video turn/> }
}

/// Whether this browser reads codes, and lets pages use a camera.
fn can_scan() -> bool {
    Reflect::has(&window(), &JsValue::from_str("BarcodeDetector")).unwrap_or(false)
        && window()
            .navigator()
            .media_devices()
            .is_ok_and(|devices| !devices.is_undefined())
}

/// Ends the camera; its light goes out.
fn turn_off(camera: Camera) {
    if let Some(stream) = camera.try_update_value(Option::take).flatten() {
        stop(&stream);
    }
}

fn stop(stream: &MediaStream) {
    for track in stream.get_tracks().iter() {
        track.unchecked_into::<MediaStreamTrack>().stop();
    }
}

/// Looks until a code is found; answers how it ended.
async fn look(video: &HtmlVideoElement, field: &str, state: RwSignal<ScanState>, camera: Camera) -> ScanState {
    let stream = match open().await {
        Ok(stream) => stream,
        Err(error) => return why(&error),
    };
    // Closed while the browser asked.
    if state.try_get_untracked() != Some(ScanState::Asking) {
        stop(&stream);
        return ScanState::Off;
    }
    video.set_src_object(Some(&stream));
    // A browser that waits for another tap shows nothing yet; it is looked at all the same.
    drop(video.play());
    camera.set_value(Some(stream.clone()));
    state.set(ScanState::Looking);
    let Some(detector) = detector() else {
        return ScanState::GaveUp;
    };
    for looks in 0..MOST {
        wait(LOOK_MS).await;
        let is_ours = camera.try_with_value(|now| now.as_ref() == Some(&stream)) == Some(true);
        if !is_ours {
            return ScanState::Off;
        }
        if let Some(code) = read(&detector, video).await {
            return if put(video, field, &code) {
                ScanState::Found
            } else {
                ScanState::GaveUp
            };
        }
        if looks == PATIENT {
            state.set(ScanState::Nothing);
        }
    }
    ScanState::GaveUp
}

/// Asks for the camera that looks away from the person.
async fn open() -> Result<MediaStream, JsValue> {
    let picture = Object::new();
    Reflect::set(
        &picture,
        &JsValue::from_str("facingMode"),
        &JsValue::from_str("environment"),
    )?;
    let wanted = MediaStreamConstraints::new();
    wanted.set_video(&picture);
    let devices = window().navigator().media_devices()?;
    let stream = JsFuture::from(devices.get_user_media_with_constraints(&wanted)?).await?;
    stream.dyn_into()
}

/// Why there is no camera.
fn why(error: &JsValue) -> ScanState {
    let name = Reflect::get(error, &JsValue::from_str("name"))
        .ok()
        .and_then(|name| name.as_string());
    match name.as_deref() {
        Some("NotAllowedError" | "SecurityError") => ScanState::Denied,
        _ => ScanState::NoCamera,
    }
}

/// What reads codes. It is in no stable binding yet, so it is asked for by name.
fn detector() -> Option<JsValue> {
    let class: Function = property(&window(), "BarcodeDetector")?;
    Reflect::construct(&class, &Array::new()).ok()
}

/// The code in the picture, if there is one.
async fn read(detector: &JsValue, video: &HtmlVideoElement) -> Option<String> {
    let detect: Function = property(detector, "detect")?;
    let found: Promise = detect.call1(detector, video).ok()?.dyn_into().ok()?;
    // A picture that is not there yet is no error to tell.
    let found: Array = JsFuture::from(found).await.ok()?.dyn_into().ok()?;
    found
        .iter()
        .filter_map(|code| Reflect::get(&code, &JsValue::from_str("rawValue")).ok()?.as_string())
        .map(|code| code.trim().to_owned())
        .find(|code| !code.is_empty() && code.len() <= LONGEST && !code.contains(char::is_control))
}

fn property<T: JsCast>(object: &JsValue, name: &str) -> Option<T> {
    Reflect::get(object, &JsValue::from_str(name)).ok()?.dyn_into().ok()
}

/// Puts the code into the field as if it had been typed, so that the draft has it too.
fn put(video: &HtmlVideoElement, field: &str, code: &str) -> bool {
    let input = browser::form_round(video)
        .and_then(|form| form.elements().named_item(field))
        .and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return false };
    input.set_value(code);
    browser::say_typed(&input);
    browser::focus(&input.id());
    true
}

async fn wait(ms: i32) {
    let pause = Promise::new(&mut |over, _| {
        drop(window().set_timeout_with_callback_and_timeout_and_arguments_0(&over, ms));
    });
    drop(JsFuture::from(pause).await);
}
