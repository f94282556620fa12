// What a document holds on to: what stays after the garbage was collected.

import type { CDPSession } from "../setup/test";

type Snapshot = {
  snapshot: { meta: { node_fields: string[]; node_types: [string[], ...unknown[]] } };
  nodes: number[];
  strings: string[];
};

/** What scripts make. What the browser makes of them, code above all, grows for a long time without anything being lost. */
const MADE_BY_SCRIPTS = ["object", "closure", "array", "string", "concatenated string", "sliced string", "regexp"];
/** Where WASM has its own. */
const WASM = "system / JSArrayBufferData";

/** Elements and listeners, and bytes of what scripts and WASM made. */
export async function held(devtools: CDPSession) {
  await devtools.send("Performance.enable");
  await devtools.send("HeapProfiler.collectGarbage");
  const { metrics } = await devtools.send("Performance.getMetrics");
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { nodes: of("Nodes"), listeners: of("JSEventListeners"), bytes: bytesIn(await snapshot(devtools)) };
}

async function snapshot(devtools: CDPSession): Promise<Snapshot> {
  const pieces: string[] = [];
  const take = ({ chunk }: { chunk: string }) => pieces.push(chunk);
  devtools.on("HeapProfiler.addHeapSnapshotChunk", take);
  await devtools.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  devtools.off("HeapProfiler.addHeapSnapshotChunk", take);
  return JSON.parse(pieces.join("")) as Snapshot;
}

function bytesIn({ snapshot: { meta }, nodes, strings }: Snapshot): number {
  const [type, name, size] = ["type", "name", "self_size"].map((field) => meta.node_fields.indexOf(field));
  const counted = new Set(MADE_BY_SCRIPTS.map((made) => meta.node_types[0].indexOf(made)));
  let sum = 0;
  for (let at = 0; at < nodes.length; at += meta.node_fields.length) {
    if (counted.has(nodes[at + type]) || strings[nodes[at + name]] === WASM) sum += nodes[at + size];
  }
  return sum;
}
