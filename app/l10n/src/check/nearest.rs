//! "Did you mean …?": the candidate a typing slip away.

/// Longest name that is compared: a longer one is no slip, and comparing takes the time of both lengths.
const LONGEST: usize = 100;

/// How often one reading of a language looks for what was meant: each time all names are compared.
pub const MOST_GUESSES: usize = 100;

/// The candidate nearest to `wanted`, when it is near enough to be a slip: at most a third of it differs.
pub fn nearest<'a>(wanted: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted: Vec<char> = wanted.chars().collect();
    if wanted.len() > LONGEST {
        return None;
    }
    let allowed = (wanted.len() / 3).max(1);
    candidates
        .into_iter()
        .filter(|candidate| candidate.len() <= LONGEST)
        .filter_map(|candidate| Some((distance(&wanted, candidate, allowed)?, candidate)))
        .min()
        .map(|(_, candidate)| candidate)
}

/// Edit distance in which two swapped neighbours count once (optimal string alignment); nothing when it is more than `most`.
fn distance(a: &[char], b: &str, most: usize) -> Option<usize> {
    let b: Vec<char> = b.chars().collect();
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    // The row two above, the one above, and the one that is being filled.
    let mut before = vec![0; b.len() + 1];
    let mut above: Vec<usize> = (0..=b.len()).collect();
    let mut row = vec![0; b.len() + 1];
    let mut least_above = 0;
    for i in 1..=a.len() {
        row[0] = i;
        for j in 1..=b.len() {
            let changed = usize::from(a[i - 1] != b[j - 1]);
            let mut best = (above[j] + 1).min(row[j - 1] + 1).min(above[j - 1] + changed);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before[j - 2] + 1);
            }
            row[j] = best;
        }
        // What comes below is made of these two rows, and never less.
        let least = row.iter().copied().min().unwrap_or_default();
        if least.min(least_above) > most {
            return None;
        }
        least_above = least;
        std::mem::swap(&mut before, &mut above);
        std::mem::swap(&mut above, &mut row);
    }
    above.last().copied().filter(|far| *far <= most)
}
