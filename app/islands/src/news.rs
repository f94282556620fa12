//! An open page of a work area hears of new orders: a notice, a number in the menu and in the title, and a sound for
//! whoever wants one. One page of a browser listens, and the others read what it heard: a browser opens few lines to one shop.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use std::thread::LocalKey;
use std::time::Duration;

use components::{NewsCount, NewsCountView, NewsLine, NewsNotice, NewsTile, NewsTileView, NewsView};
use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, Storage};

use crate::island::island;

island! {
    /// The notice, and what listens for it.
    news_island: NewsView => news
}

island! {
    /// The number of new orders, in the menu.
    news_count_island: NewsCountView => news_count
}

island! {
    /// The number of questions and reviews to be answered, beside the way there.
    news_to_answer_island: NewsCountView => news_to_answer
}

island! {
    /// A number on the first page.
    news_tile_island: NewsTileView => news_tile
}

/// Whether the sound is on, in the device's storage.
const SOUND: &str = "news/sound";
/// The lock of whichever page listens.
const LOCK: &str = "news";

/// How many of something there are, as it is shown; empty for none, and until it is heard.
type Count = RefCell<Option<ArcRwSignal<String>>>;

thread_local! {
    static ORDERS: Count = const { RefCell::new(None) };
    static TO_ANSWER: Count = const { RefCell::new(None) };
    /// What was heard last; nothing until something is.
    static HEARD: RefCell<Option<ArcRwSignal<Option<NewsLine>>>> = const { RefCell::new(None) };
}

fn heard() -> ArcRwSignal<Option<NewsLine>> {
    if cfg!(feature = "hydrate") {
        HEARD.with_borrow_mut(|heard| heard.get_or_insert_with(|| ArcRwSignal::new(None)).clone())
    } else {
        ArcRwSignal::new(None)
    }
}

fn count(of: &'static LocalKey<Count>) -> ArcRwSignal<String> {
    if cfg!(feature = "hydrate") {
        of.with_borrow_mut(|count| count.get_or_insert_with(|| ArcRwSignal::new(String::new())).clone())
    } else {
        ArcRwSignal::new(String::new())
    }
}

fn news_count(_: NewsCountView) -> impl IntoView {
    let count = fresh(&ORDERS);
    view! { <NewsCount count name="new-orders"/> }
}

fn news_to_answer(_: NewsCountView) -> impl IntoView {
    let count = fresh(&TO_ANSWER);
    view! { <NewsCount count name="to-answer"/> }
}

fn news_tile(view: NewsTileView) -> impl IntoView {
    let heard = heard();
    // The page was counted after whatever was heard before.
    heard.set(None);
    let heard = RwSignal::from(heard);
    let count = components::live(move || {
        heard.with(|line| match line {
            Some(line) => line.count_of(view.of).to_owned(),
            None => view.count.clone(),
        })
    });
    view! { <NewsTile count/> }
}

/// As the server rendered it; a page that listens hears it at once.
fn fresh(of: &'static LocalKey<Count>) -> RwSignal<String> {
    let count = count(of);
    count.set(String::new());
    RwSignal::from(count)
}

/// What is heard, and what is to be let go when the page goes.
type Line = StoredValue<Option<Listening>, LocalStorage>;

fn news(view: NewsView) -> impl IntoView {
    let (has_come, has_sound, is_listening) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    let line: Line = StoredValue::new_local(None);
    let others = StoredValue::new_local(None::<WindowListenerHandle>);
    let seen = ["news/", &view.whose].concat();
    let url = view.url.clone();
    components::effect(move |is_done| {
        if is_done.is_none() {
            has_sound.set(stored(SOUND).is_some());
            let (seen, of_others) = (seen.clone(), seen.clone());
            // The page that listens has written down what it heard; it rings.
            let told = move |event: Event| {
                let text = |name: &str| property(&event, name).as_string();
                let lines = (text("newValue"), text("oldValue"));
                if text("key").as_ref() == Some(&of_others)
                    && let (Some(now), before) = (lines.0.and_then(|line| NewsLine::read(&line)), lines.1)
                {
                    show(&now);
                    if now.count == 0 {
                        has_come.set(false);
                    }
                    let before = before.and_then(|line| NewsLine::read(&line));
                    if before.is_some_and(|before| now.is_news_to(&before)) {
                        has_come.set(true);
                    }
                }
            };
            let heard = move |now: NewsLine| {
                is_listening.set(true);
                show(&now);
                if now.count == 0 {
                    has_come.set(false);
                }
                // The first line ever is how things stand.
                let before = stored(&seen).and_then(|line| NewsLine::read(&line));
                store(&seen, &now.write());
                if before.is_some_and(|before| now.is_news_to(&before)) {
                    has_come.set(true);
                    if has_sound.get_untracked() {
                        ring();
                    }
                }
            };
            line.set_value(Listening::start(&url, heard, move || is_listening.set(false)));
            others.set_value(Some(window_event_listener_untyped("storage", told)));
        }
        true
    });
    on_cleanup(move || {
        line.try_update_value(|line| drop(line.take()));
        if let Some(listener) = others.try_update_value(Option::take).flatten() {
            listener.remove();
        }
    });
    let turn = Callback::new(move |()| {
        let is_on = !has_sound.get_untracked();
        has_sound.set(is_on);
        if is_on {
            store(SOUND, "1");
            // How it sounds; and the browser now knows that somebody wants it.
            ring();
        } else if let Some(storage) = storage() {
            drop(storage.remove_item(SOUND));
        }
    });
    view! { <NewsNotice view has_come has_sound is_listening turn/> }
}

/// The numbers where they are seen without looking for them.
fn show(now: &NewsLine) {
    let text = if now.count > 0 { now.orders.as_str() } else { "" };
    count(&ORDERS).set(text.to_owned());
    count(&TO_ANSWER).set(now.to_answer.clone());
    heard().set(Some(now.clone()));
    let title = document().title();
    let plain = match title.strip_prefix('(').and_then(|rest| rest.split_once(") ")) {
        Some((_, plain)) => plain,
        None => &title,
    };
    let title = if text.is_empty() {
        plain.to_owned()
    } else {
        ["(", text, ") ", plain].concat()
    };
    document().set_title(&title);
}

/// A line to the shop. When this goes it ends, and another page of the browser may listen.
struct Listening {
    /// Ends the wait for one's turn.
    abort: JsValue,
    line: Rc<Opened>,
    _granted: Closure<dyn FnMut(JsValue) -> js_sys::Promise>,
}

/// The stream of events, opened anew whenever it is lost.
struct Opened {
    url: JsValue,
    maker: js_sys::Function,
    heard: Closure<dyn FnMut(Event)>,
    lost: Closure<dyn FnMut(Event)>,
    source: RefCell<Option<JsValue>>,
    /// Gives this page's turn to another one.
    let_go: RefCell<Option<js_sys::Function>>,
    /// Before it is opened again.
    pause: Cell<u32>,
    is_over: Cell<bool>,
}

impl Listening {
    /// Listens once it is this page's turn. `lost` is called when there is no line for a while. Nothing where the browser has no streams
    /// or cannot tell whose turn it is.
    fn start(url: &str, heard: impl Fn(NewsLine) + 'static, lost: impl Fn() + 'static) -> Option<Self> {
        let locks = property(&property(&window(), "navigator"), "locks");
        let request = property(&locks, "request").dyn_into::<js_sys::Function>().ok()?;
        let maker = property(&window(), "EventSource").dyn_into::<js_sys::Function>().ok()?;
        let controller = property(&window(), "AbortController")
            .dyn_into::<js_sys::Function>()
            .ok()?;
        let abort = js_sys::Reflect::construct(&controller, &js_sys::Array::new()).ok()?;
        let options = js_sys::Object::new();
        js_sys::Reflect::set(&options, &"signal".into(), &property(&abort, "signal")).ok()?;
        let line = Opened::new(JsValue::from_str(url), maker, heard, lost);
        let opened = line.clone();
        let granted = Closure::wrap(Box::new(move |_: JsValue| {
            opened.open();
            // This page has its turn until the promise is kept.
            js_sys::Promise::new(&mut |let_go, _| drop(opened.let_go.replace(Some(let_go))))
        }) as Box<dyn FnMut(JsValue) -> js_sys::Promise>);
        let turn = request.call3(&locks, &JsValue::from_str(LOCK), &options, granted.as_ref());
        // It is refused when the page goes before its turn has come.
        let turn = turn.ok()?.dyn_into::<js_sys::Promise>().ok()?;
        leptos::task::spawn_local(async move {
            drop(wasm_bindgen_futures::JsFuture::from(turn).await);
        });
        Some(Self {
            abort,
            line,
            _granted: granted,
        })
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        call(&self.abort, "abort");
        self.line.close();
    }
}

impl Opened {
    fn new(
        url: JsValue,
        maker: js_sys::Function,
        heard: impl Fn(NewsLine) + 'static,
        lost: impl Fn() + 'static,
    ) -> Rc<Self> {
        Rc::new_cyclic(|this: &Weak<Self>| {
            let line = this.clone();
            let heard = Closure::wrap(Box::new(move |event: Event| {
                if let Some(line) = line.upgrade() {
                    line.pause.set(FIRST_PAUSE);
                }
                if let Some(line) = property(&event, "data").as_string().as_deref().and_then(NewsLine::read) {
                    heard(line);
                }
            }) as Box<dyn FnMut(Event)>);
            let line = this.clone();
            let lost = Closure::wrap(Box::new(move |_: Event| {
                if let Some(line) = line.upgrade()
                    && line.is_given_up()
                {
                    lost();
                    line.reopen();
                }
            }) as Box<dyn FnMut(Event)>);
            Self {
                url,
                maker,
                heard,
                lost,
                source: RefCell::default(),
                let_go: RefCell::default(),
                pause: Cell::new(FIRST_PAUSE),
                is_over: Cell::new(false),
            }
        })
    }

    fn open(&self) {
        if self.is_over.get() {
            return;
        }
        let Ok(source) = js_sys::Reflect::construct(&self.maker, &js_sys::Array::of1(&self.url)) else {
            return;
        };
        drop(js_sys::Reflect::set(&source, &"onmessage".into(), self.heard.as_ref()));
        drop(js_sys::Reflect::set(&source, &"onerror".into(), self.lost.as_ref()));
        self.source.replace(Some(source));
    }

    /// A line that broke, or that the shop ended as it does every two minutes, is opened again by the browser; after an answer
    /// that is no stream (the shop is full, or starts) it gives up.
    fn is_given_up(&self) -> bool {
        let is_closed = |source: &JsValue| property(source, "readyState").as_f64() == Some(CLOSED);
        self.source.borrow().as_ref().is_some_and(is_closed)
    }

    /// Opens it in the browser's place, each time after twice as long.
    fn reopen(self: &Rc<Self>) {
        let pause = self.pause.get();
        self.pause.set((pause * 2).min(LONGEST_PAUSE));
        let line = Rc::downgrade(self);
        set_timeout(
            move || {
                if let Some(line) = line.upgrade() {
                    line.open();
                }
            },
            Duration::from_secs(pause.into()),
        );
    }

    fn close(&self) {
        self.is_over.set(true);
        if let Some(source) = self.source.take() {
            call(&source, "close");
        }
        if let Some(let_go) = self.let_go.take() {
            drop(let_go.call0(&JsValue::UNDEFINED));
        }
    }
}

/// Seconds before a line is opened again, at first and at the most.
const FIRST_PAUSE: u32 = 5;
const LONGEST_PAUSE: u32 = 120;
/// `EventSource.CLOSED`.
const CLOSED: f64 = 2.0;

thread_local! {
    /// What a page is heard by; browsers give few of them.
    static SPEAKER: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

fn speaker() -> Option<JsValue> {
    if let Some(speaker) = SPEAKER.with_borrow(Clone::clone) {
        return Some(speaker);
    }
    let maker = property(&window(), "AudioContext")
        .dyn_into::<js_sys::Function>()
        .ok()?;
    let speaker = js_sys::Reflect::construct(&maker, &js_sys::Array::new()).ok()?;
    SPEAKER.set(Some(speaker.clone()));
    Some(speaker)
}

/// A short tone, where the browser lets a page be heard.
fn ring() {
    let tone = || {
        let context = speaker()?;
        // It sleeps until somebody has pressed something.
        call(&context, "resume");
        let oscillator = call(&context, "createOscillator")?;
        let connect = property(&oscillator, "connect").dyn_into::<js_sys::Function>().ok()?;
        connect.call1(&oscillator, &property(&context, "destination")).ok()?;
        let pitch = property(&oscillator, "frequency");
        js_sys::Reflect::set(&pitch, &"value".into(), &JsValue::from_f64(PITCH)).ok()?;
        call(&oscillator, "start")?;
        let stop = property(&oscillator, "stop").dyn_into::<js_sys::Function>().ok()?;
        let end = property(&context, "currentTime").as_f64()? + SECONDS;
        stop.call1(&oscillator, &JsValue::from_f64(end)).ok()
    };
    // A page that may not be heard still shows the notice.
    drop(tone());
}

/// The A above the A of a tuning fork, hertz; and for how long.
const PITCH: f64 = 880.0;
const SECONDS: f64 = 0.4;

fn property(of: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(of, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// Calls a method without arguments.
fn call(of: &JsValue, name: &str) -> Option<JsValue> {
    let method = property(of, name).dyn_into::<js_sys::Function>().ok()?;
    method.call0(of).ok()
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

fn stored(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

fn store(key: &str, value: &str) {
    if let Some(storage) = storage() {
        drop(storage.set_item(key, value));
    }
}
