// Packs the fonts of printed labels into one TrueType collection: Vazirmatn for Uyghur, Noto Sans SC for all the rest,
// which its package cuts into a hundred files by how common the characters are. Both in the medium weight: a thermal
// printer of 203 dpi loses thinner strokes.
// usage: node print-fonts.mjs <out.ttc> [<characters>]   With characters, only files that have one of them.
import { readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';

const WEIGHT = 500;
const PACKAGES = 'node_modules/@fontsource';
// What joins letters and places marks.
const FEATURES = ['ccmp', 'locl', 'rlig', 'init', 'medi', 'fina', 'isol', 'calt', 'liga', 'mark', 'mkmk', 'kern', 'curs'];
// Tables that neither shaping nor a PDF looks at.
const UNUSED = ['BASE', 'DSIG', 'STAT', 'gasp', 'vhea', 'vmtx'];

const [target, only] = process.argv.slice(2);
const options = { targetFormat: 'truetype', keepFeatures: FEATURES, noHinting: true, dropTables: UNUSED };

// `U+4e00-4e02,U+5b57` as text.
const characters = (ranges) =>
  ranges.split(',').flatMap((range) => {
    const [from, to = from] = range.slice(2).split('-').map((code) => Number.parseInt(code, 16));
    return Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));
  });

// The common ones first: that is also the order in which a character's font is looked for.
const rank = (name) => (name === 'latin' ? 0 : name.startsWith('[') ? 2000 - Number.parseInt(name.slice(1), 10) : 1000);

async function arabic() {
  const { arabic } = JSON.parse(await readFile(`${PACKAGES}/vazirmatn/unicode.json`, 'utf8'));
  const file = await readFile(`${PACKAGES}/vazirmatn/files/vazirmatn-arabic-${WEIGHT}-normal.woff2`);
  // The basic block and the two marks that direct joining; the rest is for other languages.
  const letters = characters(arabic).filter((letter) => letter < '\u0700' || letter === '\u200c' || letter === '\u200d');
  return subsetFont(file, letters.join(''), options);
}

async function others() {
  const folder = `${PACKAGES}-variable/noto-sans-sc`;
  const ranges = Object.entries(JSON.parse(await readFile(`${folder}/unicode.json`, 'utf8')));
  const fonts = [];
  for (const [name, range] of ranges.sort(([a], [b]) => rank(a) - rank(b))) {
    let letters = characters(range);
    if (only !== undefined && name !== 'latin') {
      letters = letters.filter((letter) => only.includes(letter));
      if (letters.length === 0) continue;
    }
    const file = await readFile(`${folder}/files/noto-sans-sc-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`);
    fonts.push(await subsetFont(file, letters.join(''), { ...options, variationAxes: { wght: WEIGHT } }));
  }
  return fonts;
}

// A collection is a list of where its fonts begin; the tables of each are counted from the start of the file.
function collection(fonts) {
  const head = Buffer.alloc(12 + 4 * fonts.length);
  head.write('ttcf', 0, 'latin1');
  head.writeUInt32BE(0x00010000, 4);
  head.writeUInt32BE(fonts.length, 8);
  const parts = [head];
  let at = head.length;
  fonts.forEach((font, index) => {
    const part = Buffer.alloc(Math.ceil(font.length / 4) * 4);
    part.set(font);
    for (let table = 0; table < part.readUInt16BE(4); table += 1) {
      const offset = 12 + 16 * table + 8;
      part.writeUInt32BE(part.readUInt32BE(offset) + at, offset);
    }
    head.writeUInt32BE(at, 12 + 4 * index);
    parts.push(part);
    at += part.length;
  });
  return Buffer.concat(parts);
}

await writeFile(target, collection([await arabic(), ...(await others())]));
