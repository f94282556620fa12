// Files that stories send: made here, so that nobody has to look for them.

import { deflateSync } from "node:zlib";

/** A file as a browser takes it from a phone. */
export type Sent = { name: string; mimeType: string; buffer: Buffer };

/** The shortest text that is a PDF. */
export function pdf(name: string): Sent {
  return { name, mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") };
}

/** A square picture of one colour, red, green and blue from 0 to 255; larger than the smallest the shop takes. */
export function png(name: string, colour: [number, number, number]): Sent {
  const side = 400;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  // Eight bits a channel, three channels.
  head.set([8, 2, 0, 0, 0], 8);
  const line = Buffer.concat([Buffer.from([0]), ...Array.from({ length: side }, () => Buffer.from(colour))]);
  const pixels = Buffer.concat(Array.from({ length: side }, () => line));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [part("IHDR", head), part("IDAT", deflateSync(pixels)), part("IEND", Buffer.alloc(0))];
  return { name, mimeType: "image/png", buffer: Buffer.concat([signature, ...parts]) };
}

/** A part of a PNG: how long it is, its name, what is in it, and the sum that tells whether it is whole. */
function part(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "ascii"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** The cyclic redundancy check of the PNG specification (appendix D). */
function crc32(data: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
