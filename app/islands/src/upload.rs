//! A picture sent in pieces (`app/src/studio/uploads.rs`): it goes on after a lost line, and after the page was closed when
//! the same file is chosen again, since the shop knows a file by its name, size and date. The form round it brings the
//! picture whole where this does not run.

use components::{UploadLine, UploadLineView, UploadProgress};
use leptos::html::Span;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, Blob, Event, File, FormData, Headers, HtmlFormElement, Node, RequestInit, Response};

use crate::browser;
use crate::island::island;

/// A piece on a line nobody knows yet, bytes; what arrives quickly is followed by a longer one.
const PIECE: f64 = 65_536.0;
/// The shop takes none that are longer, or shorter before the last.
const LONGEST: f64 = 262_144.0;
const SHORTEST: f64 = 16_384.0;
/// A piece that arrived within this was short for its line.
const QUICK_MS: f64 = 2_000.0;
/// A piece that has not arrived by then counts as lost; the shop waits no longer either.
const PATIENCE_MS: u32 = 30_000;
/// Pauses between tries grow up to this.
const LONGEST_PAUSE_MS: i32 = 30_000;
/// Between two looks at a picture whose sizes are made.
const LOOK_MS: i32 = 1_500;
/// Looks without an end before the page is loaded anew, which says how it stands.
const LOOKS: u32 = 80;

island! {
    /// The line that says how far a picture is. It belongs to the form round it.
    upload_island: UploadLineView => upload
}

fn upload(view: UploadLineView) -> impl IntoView {
    let progress = RwSignal::new(UploadProgress::Idle);
    let place = NodeRef::<Span>::new();
    let of_form = view.clone();
    browser::with_form(place, move |form| listen(form, of_form, progress));
    view! {
        <span node_ref=place hidden></span>
        <UploadLine view progress/>
    }
}

/// Takes the form over when a file is chosen. One that the shop would not take is told at once, and nothing of it is sent.
fn listen(form: HtmlFormElement, view: UploadLineView, progress: RwSignal<UploadProgress>) {
    let (of_choice, most) = (form.clone(), view.most);
    let changed = move |event: Event| {
        let target = event.target();
        let is_ours = target.is_some_and(|target| of_choice.contains(Some(target.unchecked_ref::<Node>())));
        if is_ours && progress.get_untracked().is_idle() {
            let wrong = chosen(&of_choice).and_then(|file| refused(&file, most));
            progress.set(wrong.unwrap_or(UploadProgress::Idle));
        }
    };
    let sent = move |event: Event| {
        let is_ours = event
            .target()
            .is_some_and(|target| *target.unchecked_ref::<HtmlFormElement>() == form);
        let (true, Some(file)) = (is_ours, chosen(&form)) else {
            return;
        };
        event.prevent_default();
        if let Some(wrong) = refused(&file, view.most).filter(|_| progress.get_untracked().is_idle()) {
            progress.set(wrong);
        } else if progress.get_untracked().is_idle() {
            progress.set(UploadProgress::Sending(0));
            let (view, named) = (view.clone(), named(&form, &view.fields));
            spawn_local(async move {
                match send(&view, &named, &file, progress).await {
                    // Whoever has gone on to another page meanwhile stays there.
                    Ok(_) if progress.try_get_untracked().is_none() => {}
                    Ok(done) => browser::go(&done),
                    Err(Stopped::AtTheBeginning) => progress.set(UploadProgress::NotTaken),
                    Err(Stopped::OnTheWay) => progress.set(UploadProgress::Failed),
                }
            });
        }
    };
    let left = move |event: Event| {
        if matches!(
            progress.get_untracked(),
            UploadProgress::Sending(_) | UploadProgress::Offline(_)
        ) {
            event.prevent_default();
        }
    };
    let listeners = [
        window_event_listener_untyped("change", changed),
        window_event_listener_untyped("submit", sent),
        window_event_listener_untyped("beforeunload", left),
    ];
    on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
}

/// The field of the form that holds the file.
const FILE: &str = "picture";

fn chosen(form: &HtmlFormElement) -> Option<File> {
    let fields = FormData::new_with_form(form).ok()?;
    let file = fields.get(FILE).dyn_into::<File>().ok()?;
    // A file field of which nothing was chosen holds a file without a name.
    (!file.name().is_empty()).then_some(file)
}

/// Why the shop would not take a file; nothing for one that it may take.
fn refused(file: &File, most: u32) -> Option<UploadProgress> {
    if file.size() <= 0.0 {
        Some(UploadProgress::Empty)
    } else {
        (file.size() > f64::from(most)).then_some(UploadProgress::TooLarge)
    }
}

/// What the form's fields of these names say.
fn named(form: &HtmlFormElement, names: &[String]) -> Vec<(String, String)> {
    let fields = FormData::new_with_form(form).ok();
    let value = |name: &str| fields.as_ref().and_then(|fields| fields.get(name).as_string());
    let pair = |name: &String| Some((name.clone(), value(name)?));
    names.iter().filter_map(pair).collect()
}

/// The shop does not take it: signed out, too much on its way, or it changed meanwhile.
enum Stopped {
    /// Nothing of it was sent.
    AtTheBeginning,
    /// Some of it may have arrived.
    OnTheWay,
}

/// Where an upload stands, as the shop says.
struct Standing {
    offset: f64,
    state: String,
}

/// Sends the file for what `named` says; answers the page to go to.
async fn send(
    view: &UploadLineView,
    named: &[(String, String)],
    file: &File,
    progress: RwSignal<UploadProgress>,
) -> Result<String, Stopped> {
    let size = file.size();
    let percent = |offset: f64| (offset * 100.0 / size) as u32;
    let mut line = Line::new(progress);
    let (place, mut standing) = loop {
        match begin(view, named, file).await {
            Ok(begun) => break begun,
            Err(Lost::ForGood) => return Err(Stopped::AtTheBeginning),
            Err(Lost::ForNow) => line.pause(0).await,
        }
    };
    let mut length = PIECE;
    while standing.state == "receiving" {
        progress.set(UploadProgress::Sending(percent(standing.offset)));
        let started = js_sys::Date::now();
        let end = (standing.offset + length).min(size);
        let piece = file
            .slice_with_f64_and_f64(standing.offset, end)
            .map_err(|_| Stopped::OnTheWay)?;
        match append(&place, standing.offset, &piece).await {
            Ok(next) => {
                standing = next;
                line.works();
                if js_sys::Date::now() - started < QUICK_MS {
                    length = (length * 2.0).min(LONGEST);
                }
            }
            Err(lost) => {
                length = (length / 2.0).max(SHORTEST);
                if matches!(lost, Lost::ForNow) {
                    line.pause(percent(standing.offset)).await;
                }
                // It may have arrived all the same.
                standing = line.look(&place, percent(standing.offset)).await?;
            }
        }
    }
    progress.set(UploadProgress::Making);
    for _ in 0..LOOKS {
        match standing.state.as_str() {
            "ready" => return Ok(view.ready.clone()),
            "refused" => break,
            _ => wait(LOOK_MS).await,
        }
        standing = line.look(&place, 100).await?;
    }
    Ok(view.pictures.clone())
}

/// The line to the shop, with pauses that grow while it is away.
struct Line {
    progress: RwSignal<UploadProgress>,
    pause: i32,
    refusals: u32,
}

impl Line {
    fn new(progress: RwSignal<UploadProgress>) -> Self {
        Self {
            progress,
            pause: 1_000,
            refusals: 0,
        }
    }

    fn works(&mut self) {
        (self.pause, self.refusals) = (1_000, 0);
    }

    async fn pause(&mut self, percent: u32) {
        self.progress.set(UploadProgress::Offline(percent));
        wait(self.pause).await;
        self.pause = (self.pause * 2).min(LONGEST_PAUSE_MS);
    }

    /// Asks where the upload stands, until somebody answers. Refused again and again, it will not get better.
    async fn look(&mut self, place: &str, percent: u32) -> Result<Standing, Stopped> {
        self.refusals += 1;
        if self.refusals > 20 {
            return Err(Stopped::OnTheWay);
        }
        loop {
            match ask("HEAD", place, &[], None).await {
                Ok(answer) => return standing(&answer).ok_or(Stopped::OnTheWay),
                Err(Lost::ForGood) => return Err(Stopped::OnTheWay),
                Err(Lost::ForNow) => self.pause(percent).await,
            }
        }
    }
}

async fn begin(view: &UploadLineView, named: &[(String, String)], file: &File) -> Result<(String, Standing), Lost> {
    let fields = web_sys::UrlSearchParams::new().map_err(|_| Lost::ForGood)?;
    let size = file.size().to_string();
    for (name, value) in named {
        fields.append(name, value);
    }
    fields.append("size", &size);
    let name = [&file.name(), "/", &size, "/", &file.last_modified().to_string()].concat();
    fields.append("file", &name);
    let body = JsValue::from(String::from(fields.to_string()));
    let kind = [("content-type", "application/x-www-form-urlencoded")];
    let answer = ask("POST", &view.begin, &kind, Some(&body)).await?;
    let place = answer.headers().get("location").ok().flatten();
    // Any other answer is a page: the one to sign in.
    match (answer.status(), place, standing(&answer)) {
        (201, Some(place), Some(standing)) => Ok((place, standing)),
        _ => Err(Lost::ForGood),
    }
}

async fn append(place: &str, offset: f64, piece: &Blob) -> Result<Standing, Lost> {
    let headers = [
        ("content-type", "application/offset+octet-stream"),
        ("upload-offset", &offset.to_string()),
    ];
    let answer = ask("PATCH", place, &headers, Some(piece)).await?;
    standing(&answer).ok_or(Lost::ForGood)
}

fn standing(answer: &Response) -> Option<Standing> {
    let header = |name: &str| answer.headers().get(name).ok().flatten();
    Some(Standing {
        offset: header("upload-offset")?.parse().ok()?,
        state: header("upload-state")?,
    })
}

/// Why there is no answer to go on with.
enum Lost {
    /// No network, or a shop that has too much to do.
    ForNow,
    /// The shop said no.
    ForGood,
}

async fn ask(method: &str, place: &str, headers: &[(&str, &str)], body: Option<&JsValue>) -> Result<Response, Lost> {
    let init = RequestInit::new();
    let named = Headers::new().map_err(|_| Lost::ForGood)?;
    for (name, value) in [("accept", "application/json")].iter().chain(headers) {
        drop(named.set(name, value));
    }
    init.set_method(method);
    init.set_headers(&named);
    init.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE_MS)));
    if let Some(body) = body {
        init.set_body(body);
    }
    let answer = JsFuture::from(window().fetch_with_str_and_init(place, &init))
        .await
        .map_err(|_| Lost::ForNow)?;
    let answer: Response = answer.dyn_into().map_err(|_| Lost::ForGood)?;
    match answer.status() {
        200..300 => Ok(answer),
        429 | 500.. => Err(Lost::ForNow),
        _ => Err(Lost::ForGood),
    }
}

async fn wait(ms: i32) {
    let pause = js_sys::Promise::new(&mut |over, _| {
        drop(window().set_timeout_with_callback_and_timeout_and_arguments_0(&over, ms));
    });
    drop(JsFuture::from(pause).await);
}
