//! wasm-bindgen's script without what the optimised WASM no longer asks for.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use walrus::Module;

/// What a WASM imports, by name.
///
/// # Errors
/// It is no WASM.
pub fn imports(wasm: &[u8]) -> Result<BTreeSet<String>> {
    let module = Module::from_buffer(wasm).context("what the optimiser wrote cannot be read")?;
    Ok(module.imports.iter().map(|import| import.name.clone()).collect())
}

/// The script with only these functions for the WASM, and without the classes for streams, which come along with
/// `server_fn` and whose exports are gone.
pub fn without_unused(script: &str, imports: &BTreeSet<String>) -> String {
    let mut kept = Vec::new();
    // How the block ends that is left out.
    let mut until: Option<&str> = None;
    for line in script.lines() {
        if let Some(end) = until {
            if line == end || (end == ";" && line.ends_with(';')) {
                until = None;
            }
            continue;
        }
        let unused = line
            .strip_prefix("        ")
            .and_then(|line| line.split_once(": function("))
            .is_some_and(|(name, _)| !imports.contains(name));
        if unused {
            until = (!line.ends_with("},")).then_some("        },");
        } else if line.starts_with("export class IntoUnderlying") {
            until = Some("}");
        } else if line.starts_with("const IntoUnderlying") {
            until = (!line.ends_with(';')).then_some(";");
        } else if !line.starts_with("if (Symbol.dispose) IntoUnderlying") {
            kept.push(line);
        }
    }
    kept.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_stays() {
        let script = "export class IntoUnderlyingSink {\n    free() {\n    }\n}\nif (Symbol.dispose) IntoUnderlyingSink.x = 1;\n\
            function f() {\n        __wbg_a_1: function(arg0) {\n            return arg0;\n        },\n        __wbg_b_2: function(arg0) {\n        },\n}\n\
            const IntoUnderlyingSinkFinalization = (x)\n    ? 1\n    : 2;\nconst wasm = 1;";
        let imports = BTreeSet::from(["__wbg_b_2".to_owned()]);
        assert_eq!(
            without_unused(script, &imports),
            "function f() {\n        __wbg_b_2: function(arg0) {\n        },\n}\nconst wasm = 1;"
        );
    }
}
