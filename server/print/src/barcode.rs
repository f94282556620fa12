//! Code 128, set B (ISO/IEC 15417), for scanners that read no QR.

use crate::pdf::{Document, whole_dots};

/// Widths of bars and gaps by value; the last one is the stop.
const WIDTHS: [&str; 107] = [
    "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212", "221213", "221312",
    "231212", "112232", "122132", "122231", "113222", "123122", "123221", "223211", "221132", "221231", "213212",
    "223112", "312131", "311222", "321122", "321221", "312212", "322112", "322211", "212123", "212321", "232121",
    "111323", "131123", "131321", "112313", "132113", "132311", "211313", "231113", "231311", "112133", "112331",
    "132131", "113123", "113321", "133121", "313121", "211331", "231131", "213113", "213311", "213131", "311123",
    "311321", "331121", "312113", "312311", "332111", "314111", "221411", "431111", "111224", "111422", "121124",
    "121421", "141122", "141221", "112214", "112412", "122114", "122411", "142112", "142211", "241211", "221114",
    "413111", "241112", "134111", "111242", "121142", "121241", "114212", "124112", "124211", "411212", "421112",
    "421211", "212141", "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113", "411311",
    "113141", "114131", "311141", "411131", "211412", "211214", "211232", "2331112",
];
const START_B: usize = 104;
const STOP: usize = 106;

/// Widths of bars and gaps in turn, beginning with a bar; nothing for a text with other characters than ASCII's.
pub(crate) fn code_128(text: &str) -> Vec<u8> {
    let values: Option<Vec<usize>> = text
        .bytes()
        .map(|byte| (32..127).contains(&byte).then(|| usize::from(byte - 32)))
        .collect();
    let Some(values) = values.filter(|values| !values.is_empty()) else {
        return Vec::new();
    };
    let sum = values.iter().enumerate().map(|(place, value)| (place + 1) * value);
    let check = (START_B + sum.sum::<usize>()) % 103;
    let all = [START_B].into_iter().chain(values).chain([check, STOP]);
    all.flat_map(|value| WIDTHS[value].bytes().map(|digit| digit - b'0'))
        .collect()
}

/// Draws it between two edges, with a white border of ten modules.
pub(crate) fn draw(document: &mut Document, text: &str, edges: (f32, f32), y: f32, height: f32) {
    let widths = code_128(text);
    let modules: u32 = widths.iter().map(|width| u32::from(*width)).sum();
    let module = whole_dots((edges.1 - edges.0) / (modules as f32 + 20.0));
    let mut x = whole_dots(f32::midpoint(edges.0, edges.1) - module * modules as f32 / 2.0);
    let mut bars = Vec::new();
    for (number, width) in widths.iter().enumerate() {
        let width = f32::from(*width) * module;
        if number % 2 == 0 {
            bars.push((x, y, width, height));
        }
        x += width;
    }
    document.fill_all(&bars);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_start_letters_check_and_stop() {
        // "AB": 104 + 1·33 + 2·34 = 205, 205 mod 103 = 102.
        let expected = ["211214", "111323", "131123", "411131", "2331112"].concat();
        let widths: String = code_128("AB").iter().map(u8::to_string).collect();
        assert_eq!(widths, expected);
    }

    #[test]
    fn every_character_is_eleven_modules() {
        assert!(
            WIDTHS[..STOP]
                .iter()
                .all(|widths| widths.bytes().map(|b| b - b'0').sum::<u8>() == 11)
        );
        assert!(code_128("ئا").is_empty() && code_128("").is_empty());
    }
}
