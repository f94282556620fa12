//! Logical shorthands (`margin-inline`, `inset`, …) came to Chrome with version 87; the long forms work from 69 on.
//! What has no such long form (`inset-inline-start`) is left: an old phone then shows a badge at another corner.

/// Rewrites the shorthands of a minified sheet. Values it does not understand stay as they are.
pub fn long_forms(css: &str) -> String {
    let mut result = String::with_capacity(css.len() + css.len() / 20);
    let mut rest = css;
    while let Some(end) = end_of_piece(rest) {
        let (piece, after) = rest.split_at(end);
        // Before "{" stands a selector or an at-rule.
        let long = if after.starts_with('{') { None } else { long_form(piece) };
        result.push_str(long.as_deref().unwrap_or(piece));
        let (mark, after) = after.split_at(1);
        result.push_str(mark);
        rest = after;
    }
    result.push_str(rest);
    result
}

/// Where the next `{`, `}` or `;` stands outside of strings and brackets.
fn end_of_piece(css: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut quote = None;
    let mut escaped = false;
    for (at, byte) in css.bytes().enumerate() {
        if escaped {
            escaped = false;
            continue;
        }
        match (byte, quote) {
            (b'\\', _) => escaped = true,
            (b'"' | b'\'', None) => quote = Some(byte),
            (_, Some(open)) => quote = Some(open).filter(|open| *open != byte),
            (b'(' | b'[', None) => depth += 1,
            (b')' | b']', None) => depth = depth.saturating_sub(1),
            (b'{' | b'}' | b';', None) if depth == 0 => return Some(at),
            _ => {}
        }
    }
    None
}

fn long_form(declaration: &str) -> Option<String> {
    let (name, value) = declaration.split_once(':')?;
    if value.contains('!') {
        return None;
    }
    let pair =
        |names: [&str; 2], [first, second]: [&str; 2]| Some(format!("{}:{first};{}:{second}", names[0], names[1]));
    match name {
        "margin-inline" => pair(["margin-inline-start", "margin-inline-end"], two(value)?),
        "padding-inline" => pair(["padding-inline-start", "padding-inline-end"], two(value)?),
        "margin-block" => pair(["margin-top", "margin-bottom"], two(value)?),
        "padding-block" => pair(["padding-top", "padding-bottom"], two(value)?),
        "inset-block" => pair(["top", "bottom"], two(value)?),
        "border-inline" => pair(["border-inline-start", "border-inline-end"], [value, value]),
        "border-block" => pair(["border-top", "border-bottom"], [value, value]),
        "inset-block-start" => Some(format!("top:{value}")),
        "inset-block-end" => Some(format!("bottom:{value}")),
        // Only when both sides are alike may they become physical ones.
        "inset-inline" => two(value)
            .filter(|[start, end]| start == end)
            .and_then(|both| pair(["left", "right"], both)),
        "inset" => {
            let values = values(value);
            let [top, right, bottom, left] = match values[..] {
                [all] => [all; 4],
                [block, inline] => [block, inline, block, inline],
                [top, inline, bottom] => [top, inline, bottom, inline],
                [top, right, bottom, left] => [top, right, bottom, left],
                _ => return None,
            };
            Some(format!("top:{top};right:{right};bottom:{bottom};left:{left}"))
        }
        _ => None,
    }
}

fn two(value: &str) -> Option<[&str; 2]> {
    match values(value)[..] {
        [both] => Some([both, both]),
        [first, second] => Some([first, second]),
        _ => None,
    }
}

/// Splits at blanks outside of brackets. A `var()` counts as one value: our tokens hold one each.
fn values(value: &str) -> Vec<&str> {
    let mut depth = 0_usize;
    value
        .split(|letter: char| {
            match letter {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            letter == ' ' && depth == 0
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::long_forms;

    #[test]
    fn shorthands_become_long_forms() {
        for (short, long) in [
            (
                "a{margin-inline:1px 2px}",
                "a{margin-inline-start:1px;margin-inline-end:2px}",
            ),
            (
                "a{margin-inline:auto;top:0}",
                "a{margin-inline-start:auto;margin-inline-end:auto;top:0}",
            ),
            (
                "a{padding-block:calc(1px + 2vw) 0}",
                "a{padding-top:calc(1px + 2vw);padding-bottom:0}",
            ),
            ("a{inset:0 auto}", "a{top:0;right:auto;bottom:0;left:auto}"),
            ("a{inset-inline:0}", "a{left:0;right:0}"),
            (
                "@media print{a{border-block:1px solid red}}",
                "@media print{a{border-top:1px solid red;border-bottom:1px solid red}}",
            ),
        ] {
            assert_eq!(long_forms(short), long);
        }
    }

    #[test]
    fn everything_else_stays() {
        for css in [
            "a{inset-inline:0 1px}",
            "a{margin-inline:0!important}",
            "a{inset-inline-start:0;content:\"};margin-inline:0\"}",
            "a:hover{color:red}@media (min-width:40em){b{x:url(data:a;margin-inline:1)}}",
            "@supports (inset:0){a{top:0}}",
            "",
        ] {
            assert_eq!(long_forms(css), css);
        }
    }
}
