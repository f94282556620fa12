// Cuts a font down to the letters of Uyghur.
// usage: node subset-font.mjs <in.woff2> <out.woff2>
import { readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';

// The 32 letters, hamza, the tatweel, and the three marks that have an Arabic form of their own. Anything else
// (digits, Latin, Chinese) comes from the system font. The same list stands as `unicode-range` in the style sheet.
const RANGES = [
  [0x060c], [0x061b], [0x061f], [0x0626, 0x0628], [0x062a], [0x062c], [0x062e, 0x062f], [0x0631, 0x0634],
  [0x063a], [0x0640, 0x0646], [0x0648, 0x064a], [0x067e], [0x0686], [0x0698], [0x06ad], [0x06af], [0x06be],
  [0x06c6, 0x06c8], [0x06cb], [0x06d0], [0x06d5],
];

// What joins letters and places marks; stylistic sets and the like go.
const FEATURES = ['ccmp', 'locl', 'rlig', 'init', 'medi', 'fina', 'isol', 'calt', 'liga', 'mark', 'mkmk', 'kern', 'curs'];

const [source, target] = process.argv.slice(2);
const letters = RANGES.flatMap(([from, to = from]) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)),
).join('');

const subset = await subsetFont(await readFile(source), letters, {
  targetFormat: 'woff2',
  keepFeatures: FEATURES,
  noHinting: true,
});
await writeFile(target, subset);
