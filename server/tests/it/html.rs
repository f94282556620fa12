//! Reading pages as a browser's tokenizer does: what is a tag, an attribute, or only text.

/// A piece of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    Start(Tag),
    End(String),
    /// Text with its entities resolved.
    Text(String),
    Comment,
}

/// An opening tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    pub name: String,
    pub attributes: Vec<(String, String)>,
}

impl Tag {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(n, _)| n == name)
            .map(|(_, value)| value.as_str())
    }
}

/// A page in pieces.
#[derive(Clone, Debug)]
pub struct Page(pub Vec<Token>);

impl Page {
    pub fn parse(html: &str) -> Self {
        let mut tokens = Vec::new();
        let mut rest = html;
        while !rest.is_empty() {
            rest = next(rest, &mut tokens);
        }
        Self(tokens)
    }

    /// All opening tags called `name`; all of them for `*`.
    pub fn tags<'p>(&'p self, name: &'p str) -> impl Iterator<Item = &'p Tag> {
        self.0.iter().filter_map(move |token| match token {
            Token::Start(tag) if name == "*" || tag.name == name => Some(tag),
            _ => None,
        })
    }

    /// All text a reader may see.
    pub fn texts(&self) -> Vec<&str> {
        let mut texts = Vec::new();
        let mut hidden = false;
        for token in &self.0 {
            match token {
                Token::Start(tag) => hidden = matches!(tag.name.as_str(), "script" | "style"),
                Token::End(_) => hidden = false,
                Token::Text(text) if !hidden => texts.push(text.as_str()),
                _ => {}
            }
        }
        texts
    }

    /// The text in one string.
    pub fn text(&self) -> String {
        self.texts().concat()
    }

    /// Where the first tag with this attribute stands.
    fn position(&self, attribute: &str, value: &str) -> Option<usize> {
        self.0
            .iter()
            .position(|token| matches!(token, Token::Start(tag) if tag.get(attribute) == Some(value)))
    }

    /// The text inside the first element with `data-testid=id`.
    pub fn text_of(&self, id: &str) -> Option<String> {
        let start = self.position("data-testid", id)?;
        let Token::Start(tag) = &self.0[start] else { return None };
        let mut depth = 0;
        let mut text = String::new();
        for token in &self.0[start..] {
            match token {
                Token::Start(t) if t.name == tag.name => depth += 1,
                Token::End(name) if *name == tag.name => depth -= 1,
                Token::Text(piece) => text.push_str(piece),
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
        Some(text)
    }

    /// The value of the first input called `name`.
    pub fn value(&self, name: &str) -> Option<String> {
        self.tags("input")
            .find(|tag| tag.get("name") == Some(name))
            .map(|tag| tag.get("value").unwrap_or_default().to_owned())
    }

    /// What a browser would send for the form whose `data-testid` is `id`, no button pressed.
    pub fn form(&self, id: &str) -> Vec<(String, String)> {
        let is_form =
            |token: &Token| matches!(token, Token::Start(t) if t.name == "form" && t.get("data-testid") == Some(id));
        let start = self
            .0
            .iter()
            .position(is_form)
            .unwrap_or_else(|| panic!("no form `{id}`"));
        let tokens: Vec<&Token> = self.0[start..]
            .iter()
            .take_while(|token| **token != Token::End("form".to_owned()))
            .collect();
        let mut fields = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            let Token::Start(tag) = token else { continue };
            let Some(name) = tag.get("name") else { continue };
            let value = match tag.name.as_str() {
                "input" => input_value(tag),
                "textarea" => Some(textarea_value(&tokens[at + 1..])),
                "select" => Some(select_value(&tokens[at + 1..])),
                _ => None,
            };
            fields.extend(value.map(|value| (name.to_owned(), value)));
        }
        fields
    }
}

fn input_value(tag: &Tag) -> Option<String> {
    let is_choice = matches!(tag.get("type"), Some("radio" | "checkbox"));
    let is_sent = !is_choice || tag.get("checked").is_some();
    is_sent.then(|| tag.get("value").unwrap_or_default().to_owned())
}

fn textarea_value(inside: &[&Token]) -> String {
    match inside.first() {
        Some(Token::Text(text)) => text.strip_prefix('\n').unwrap_or(text).to_owned(),
        _ => String::new(),
    }
}

fn select_value(inside: &[&Token]) -> String {
    let options: Vec<&Tag> = inside
        .iter()
        .take_while(|token| ***token != Token::End("select".to_owned()))
        .filter_map(|token| match token {
            Token::Start(tag) if tag.name == "option" => Some(tag),
            _ => None,
        })
        .collect();
    let chosen = options
        .iter()
        .find(|tag| tag.get("selected").is_some())
        .or(options.first());
    chosen.and_then(|tag| tag.get("value")).unwrap_or_default().to_owned()
}

/// Takes one token off `rest`.
fn next<'h>(rest: &'h str, tokens: &mut Vec<Token>) -> &'h str {
    if let Some(comment) = rest.strip_prefix("<!--") {
        tokens.push(Token::Comment);
        // `<!-->` and `<!--->` are whole comments.
        let end = [">", "->"].iter().find(|end| comment.starts_with(**end));
        return match end {
            Some(end) => &comment[end.len()..],
            None => comment.split_once("-->").map_or("", |(_, after)| after),
        };
    }
    if rest.starts_with("<!") || rest.starts_with("<?") {
        tokens.push(Token::Comment);
        return rest.split_once('>').map_or("", |(_, after)| after);
    }
    if let Some(tag) = rest.strip_prefix("</")
        && tag.starts_with(|c: char| c.is_ascii_alphabetic())
    {
        let (name, after) = tag.split_once('>').unwrap_or((tag, ""));
        tokens.push(Token::End(name.trim().to_ascii_lowercase()));
        return after;
    }
    if rest.starts_with('<') && rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
        let (tag, after) = start_tag(&rest[1..]);
        let name = tag.name.clone();
        tokens.push(Token::Start(tag));
        return raw_text(&name, after, tokens);
    }
    let first = rest.chars().next().map_or(0, char::len_utf8);
    let end = rest[first..].find('<').map_or(rest.len(), |at| at + first);
    tokens.push(Token::Text(unescape(&rest[..end])));
    &rest[end..]
}

/// In these elements nothing is a tag but their own end.
fn raw_text<'h>(name: &str, after: &'h str, tokens: &mut Vec<Token>) -> &'h str {
    if !matches!(name, "script" | "style" | "title" | "textarea") {
        return after;
    }
    let end = after
        .to_ascii_lowercase()
        .find(&format!("</{name}"))
        .unwrap_or(after.len());
    let text = &after[..end];
    let is_code = matches!(name, "script" | "style");
    if !text.is_empty() {
        tokens.push(Token::Text(if is_code { text.to_owned() } else { unescape(text) }));
    }
    &after[end..]
}

/// Reads name and attributes up to the closing bracket.
fn start_tag(html: &str) -> (Tag, &str) {
    let end_of_name = html
        .find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>')
        .unwrap_or(html.len());
    let mut tag = Tag {
        name: html[..end_of_name].to_ascii_lowercase(),
        attributes: Vec::new(),
    };
    let mut rest = &html[end_of_name..];
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if let Some(after) = rest.strip_prefix('>') {
            return (tag, after);
        }
        if rest.is_empty() {
            return (tag, rest);
        }
        // A name may begin with anything, even with a quote or an equals sign.
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let end = rest[first..]
            .find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>' | '='))
            .map_or(rest.len(), |at| at + first);
        let name = rest[..end].to_ascii_lowercase();
        rest = rest[end..].trim_start();
        let Some(value) = rest.strip_prefix('=') else {
            tag.attributes.push((name, String::new()));
            continue;
        };
        let value = value.trim_start();
        let (value, after) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
            _ => value.split_at(
                value
                    .find(|c: char| c.is_ascii_whitespace() || c == '>')
                    .unwrap_or(value.len()),
            ),
        };
        tag.attributes.push((name, unescape(value)));
        rest = after;
    }
}

/// Resolves the entities a template writes.
pub fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let entity = rest
            .find(';')
            .filter(|end| *end < 12)
            .and_then(|end| Some((decode(&rest[1..end])?, end)));
        match entity {
            Some((c, end)) => {
                out.push(c);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out + rest
}

fn decode(entity: &str) -> Option<char> {
    Some(match entity {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        _ => {
            let number = entity.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    })
}

#[test]
fn tags_attributes_and_text_are_told_apart() {
    let page = Page::parse(
        "<!doctype html><p class=a title='x \"> y' hidden>1 &lt;b&gt; 2</p><textarea>\n&lt;i>\n</textarea><script>a<b</script>",
    );
    let p = page.tags("p").next().unwrap();
    assert_eq!(p.get("title"), Some("x \"> y"));
    assert_eq!((p.get("class"), p.get("hidden")), (Some("a"), Some("")));
    assert_eq!(page.texts(), ["1 <b> 2", "\n<i>\n"]);
    assert_eq!(Page::parse("<a \"><script>").tags("script").count(), 1);
}
