//! Reading and writing an address's query.

/// The first value of `name`, empty when there is none.
pub(crate) fn value_of(query: &str, name: &str) -> String {
    serde_urlencoded::from_str::<Vec<(String, String)>>(query)
        .unwrap_or_default()
        .into_iter()
        .find_map(|(key, value)| (key == name).then_some(value))
        .unwrap_or_default()
}

/// The page asked for, from 1; anything that is not one is the first.
pub(crate) fn page_of(query: &str) -> u32 {
    value_of(query, "page").parse().unwrap_or(1).clamp(1, 10_000)
}

/// An address with these values in its query, behind those that it has; what is empty is left out.
pub(crate) fn with_query(place: String, pairs: &[(&str, &str)]) -> String {
    let pairs: Vec<_> = pairs.iter().filter(|(_, value)| !value.is_empty()).collect();
    match serde_urlencoded::to_string(pairs) {
        Ok(query) if !query.is_empty() => {
            let sign = if place.contains('?') { '&' } else { '?' };
            format!("{place}{sign}{query}")
        }
        _ => place,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_empty_is_left_out_and_what_is_read_is_what_was_written() {
        let place = || "/ug/studio".to_owned();
        assert_eq!(with_query(place(), &[("q", ""), ("page", "")]), "/ug/studio");
        let url = with_query(place(), &[("q", "بادام & ?"), ("page", "2")]);
        let query = url.split_once('?').map_or("", |(_, query)| query);
        assert_eq!((value_of(query, "q").as_str(), page_of(query)), ("بادام & ?", 2));
        let longer = with_query(with_query(place(), &[("show", "low")]), &[("after", "7")]);
        assert_eq!(longer, "/ug/studio?show=low&after=7");
    }

    #[test]
    fn an_absurd_page_is_the_first_or_the_last_one() {
        for (query, page) in [
            ("", 1),
            ("page=3", 3),
            ("page=0", 1),
            ("page=-1", 1),
            ("page=abc", 1),
            ("page=9223372036854775808", 1),
            ("page=4000000000", 10_000),
        ] {
            assert_eq!(page_of(query), page, "{query}");
        }
    }
}
