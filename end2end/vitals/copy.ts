// The limit to hold the shop against: its own pages as static files, without any script, compressed beforehand.

import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync } from "node:zlib";

type File = { body: Buffer; type: string; isPacked: boolean };

const ADDRESS = /(?<=["'(,\s])\/(?:assets|media)\/[^"'\s,)]+/g;

/** Copies these pages of a shop, with what they show, and serves the copy. */
export async function openCopy(shop: string, paths: string[]) {
  const files = new Map<string, File>();
  const take = async (path: string, change = (text: string) => text) => {
    const answer = await fetch(`${shop}${path}`, { headers: { accept: "text/html,*/*" } });
    if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}`);
    const type = answer.headers.get("content-type") ?? "";
    const isText = /^text|svg|javascript/.test(type);
    const raw = Buffer.from(await answer.arrayBuffer());
    const text = isText ? change(raw.toString()) : "";
    files.set(path, { body: isText ? brotliCompressSync(text) : raw, type, isPacked: isText });
    return text;
  };
  for (const path of paths) {
    const html = await take(path, (html) => html.replace(/<script(?![^>]*ld\+json).*?<\/script>/gs, ""));
    for (const [address] of html.matchAll(ADDRESS)) if (!files.has(address)) await take(address);
  }
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    // The form works: it leads to the cart.
    if (request.method === "POST") {
      request.resume();
      return response.writeHead(303, { location: `/${path.split("/")[1]}/cart` }).end();
    }
    const file = files.get(path);
    if (!file) return response.writeHead(404).end();
    const isPage = file.type.startsWith("text/html");
    const cache = isPage ? "no-cache" : "max-age=31536000, immutable";
    return response
      .writeHead(200, { "content-type": file.type, "cache-control": cache, ...(file.isPacked ? { "content-encoding": "br" } : {}) })
      .end(file.body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}
