//! Short names for what the WASM and its script call each other. wasm-bindgen's carry a hash each, once in either file, and
//! no compression makes a hash smaller: without them a page loads 3 kB less.

use std::collections::BTreeMap;

use walrus::{ExportItem, Module};

/// How the names of what wasm-bindgen's script does for the WASM begin.
const BY_THE_SCRIPT: &str = "__wb";

/// The names in use, by those wasm-bindgen gave.
#[derive(Debug, Default)]
pub struct ShortNames {
    /// What the WASM asks of the script.
    imports: BTreeMap<String, String>,
    /// What the script calls in the WASM.
    exports: BTreeMap<String, String>,
}

impl ShortNames {
    /// Renames in the WASM. Memory, tables and globals keep their names: the other parts of a split WASM ask for them.
    pub fn give(module: &mut Module) -> Self {
        let mut names = Self::default();
        for import in module.imports.iter_mut() {
            if import.name.starts_with(BY_THE_SCRIPT) {
                import.name = short(&mut names.imports, &import.name);
            }
        }
        for export in module.exports.iter_mut() {
            if matches!(export.item, ExportItem::Function(_)) {
                export.name = short(&mut names.exports, &export.name);
            }
        }
        names
    }

    /// wasm-bindgen's script with the same names.
    pub fn in_script(&self, script: &str) -> String {
        let mut renamed = String::with_capacity(script.len());
        let mut rest = script;
        while let Some(start) = rest.find(is_of_a_name) {
            let (before, from) = rest.split_at(start);
            let end = from.find(|c| !is_of_a_name(c)).unwrap_or(from.len());
            let (name, after) = from.split_at(end);
            renamed.push_str(before);
            let names = if renamed.ends_with("wasm.") {
                &self.exports
            } else {
                &self.imports
            };
            renamed.push_str(names.get(name).map_or(name, String::as_str));
            rest = after;
        }
        renamed.push_str(rest);
        renamed
    }
}

fn is_of_a_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '$')
}

/// The short name of `long`, the next one if it has none.
fn short(names: &mut BTreeMap<String, String>, long: &str) -> String {
    let next = names.len();
    names.entry(long.to_owned()).or_insert_with(|| nth(next)).clone()
}

/// `a` to `Z`, then `aa` and so on.
fn nth(mut n: usize) -> String {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut name = Vec::new();
    loop {
        name.push(LETTERS[n % LETTERS.len()]);
        n /= LETTERS.len();
        if n == 0 {
            break;
        }
        n -= 1;
    }
    name.iter().rev().map(|&letter| char::from(letter)).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn names_are_short_and_each_stands_once() {
        let names: BTreeSet<String> = (0..3000).map(nth).collect();
        assert_eq!(names.len(), 3000);
        assert_eq!([nth(0), nth(51), nth(52), nth(2755)].join(" "), "a Z aa ZZ");
    }

    #[test]
    fn the_script_says_the_same_names_as_the_wasm() {
        let mut module = Module::with_config(walrus::ModuleConfig::new());
        let ty = module.types.add(&[], &[]);
        module.add_import_func("./frontend_bg.js", "__wbg_get_d7176cfb76d71114", ty);
        let (start, _) = module.add_import_func("./parts.js", "__wasm_split_load_cart", ty);
        module.exports.add("cart_island", start);
        let memory = module.memories.add_local(false, false, 1, None, None);
        module.exports.add("memory", memory);

        let names = ShortNames::give(&mut module);

        let imports: Vec<&str> = module.imports.iter().map(|import| import.name.as_str()).collect();
        let exports: Vec<&str> = module.exports.iter().map(|export| export.name.as_str()).collect();
        assert_eq!(imports, ["a", "__wasm_split_load_cart"]);
        assert_eq!(exports, ["a", "memory"]);
        assert_eq!(
            names.in_script(
                "        __wbg_get_d7176cfb76d71114: function(arg0) {\nexport function cart_island() {\n    wasm.cart_island(wasm.memory);\n}"
            ),
            "        a: function(arg0) {\nexport function cart_island() {\n    wasm.a(wasm.memory);\n}"
        );
    }
}
