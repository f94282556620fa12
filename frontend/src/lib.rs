//! The WASM's entry: links the islands in. `start.js` calls what they export: `hydrate` once, then each island by its name.

#[expect(unused_extern_crates, reason = "links the islands; without it the linker drops them")]
extern crate islands;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
