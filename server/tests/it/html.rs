//! Reading pages: the tree a browser makes of them, asked by CSS selectors.

use scraper::{ElementRef, Html, Node, Selector};

/// A page as a browser without scripts has it.
#[derive(Clone, Debug)]
pub struct Page(Html);

impl Page {
    pub fn parse(html: &str) -> Self {
        Self(Html::parse_document(html))
    }

    /// The elements that `selector` finds, in the order of the page.
    #[track_caller]
    pub fn select(&self, selector: &str) -> Vec<ElementRef<'_>> {
        self.0.select(&parse(selector)).collect()
    }

    /// The first element that `selector` finds.
    #[track_caller]
    pub fn first(&self, selector: &str) -> Option<ElementRef<'_>> {
        self.0.select(&parse(selector)).next()
    }

    #[track_caller]
    pub fn has(&self, selector: &str) -> bool {
        self.first(selector).is_some()
    }

    #[track_caller]
    pub fn count(&self, selector: &str) -> usize {
        self.0.select(&parse(selector)).count()
    }

    /// All text a reader may see, in pieces.
    pub fn texts(&self) -> Vec<&str> {
        let nodes = self.0.tree.nodes();
        nodes
            .filter(|node| {
                let parent = node.parent().and_then(ElementRef::wrap);
                !parent.is_some_and(|parent| matches!(parent.value().name(), "script" | "style"))
            })
            .filter_map(|node| match node.value() {
                Node::Text(text) => Some(&**text),
                _ => None,
            })
            .collect()
    }

    /// The text in one string.
    pub fn text(&self) -> String {
        self.texts().concat()
    }

    /// The text inside the first element with `data-testid=id`.
    pub fn text_of(&self, id: &str) -> Option<String> {
        let element = self.first(&format!("[data-testid='{id}']"))?;
        Some(element.text().collect())
    }

    /// The value of the first input called `name`.
    pub fn value(&self, name: &str) -> Option<String> {
        let input = self.first(&format!("input[name='{name}']"))?;
        Some(input.attr("value").unwrap_or_default().to_owned())
    }

    /// What a browser would send for the form whose `data-testid` is `id`, no button pressed.
    #[track_caller]
    pub fn form(&self, id: &str) -> Vec<(String, String)> {
        let form = self.first(&format!("form[data-testid='{id}']"));
        let form = form.unwrap_or_else(|| panic!("no form `{id}`"));
        form.select(&parse("input[name], textarea[name], select[name]"))
            .filter_map(|field| Some((field.attr("name")?.to_owned(), value_of(field)?)))
            .collect()
    }
}

/// What is in a field; nothing when it is not sent.
fn value_of(field: ElementRef<'_>) -> Option<String> {
    match field.value().name() {
        "textarea" => Some(field.text().collect()),
        "select" => {
            let chosen = field.select(&parse("option[selected]")).next();
            let chosen = chosen.or_else(|| field.select(&parse("option")).next());
            Some(chosen?.attr("value").unwrap_or_default().to_owned())
        }
        _ => {
            let is_choice = matches!(field.attr("type"), Some("radio" | "checkbox"));
            let is_sent = !is_choice || field.attr("checked").is_some();
            is_sent.then(|| field.attr("value").unwrap_or_default().to_owned())
        }
    }
}

#[track_caller]
fn parse(selector: &str) -> Selector {
    Selector::parse(selector).unwrap_or_else(|error| panic!("{selector}: {error}"))
}

#[test]
fn a_form_is_read_as_a_browser_sends_it() {
    let page = Page::parse(
        "<!doctype html><title>a &lt;b></title><style>a</style><form data-testid=f>
         <input name=a value='x \"> y'><input type=radio name=b value=1><input type=radio name=b value=2 checked>
         <textarea name=c>\n&lt;i>\n</textarea><select name=d><option value=1><option value=2 selected></select>
         <button name=e value=1>1 &lt;b&gt; 2</button></form><script>a<b</script>",
    );
    let fields = [("a", "x \"> y"), ("b", "2"), ("c", "<i>\n"), ("d", "2")];
    assert_eq!(page.form("f"), fields.map(|(n, v)| (n.to_owned(), v.to_owned())));
    assert!(page.text().contains("1 <b> 2") && page.text().contains("a <b"));
    assert!(!page.text().contains("a<b"));
    assert_eq!(Page::parse("<a \"><script>").count("script"), 1);
}
