// The line between a phone and a shop, which can be bad in the ways lines are.

import { once } from "node:events";
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * How the line is: it works; nobody answers; answers end in the middle; answers never begin; forms arrive and their answers
 * are lost.
 */
export type Mood = "good" | "dead" | "cut" | "stalled" | "deaf";

/** A line to a running shop; a phone opens its address in place of the shop's. */
export class Line {
  private now: Mood = "good";
  /** What was asked for while the line was stalled. */
  private readonly waiting: [IncomingMessage, ServerResponse][] = [];
  /** What reached the shop, such as `POST /ug/checkout`. */
  readonly reached: string[] = [];
  /** Whether pictures are slow: none arrives. */
  holdsPictures = false;
  /** Such pictures that were asked for and given up. */
  readonly givenUp: string[] = [];
  /** Put behind the service worker's script: another build. */
  behindWorker = "";

  private constructor(
    private readonly server: Server,
    private readonly shop: URL,
  ) {}

  static async to(shop: string): Promise<Line> {
    const server = createServer();
    const line = new Line(server, new URL(shop));
    server.on("request", (asked, answer) => line.pass(asked, answer));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return line;
  }

  get mood(): Mood {
    return this.now;
  }

  /** A line that is stalled no more brings what waits on it: else a browser, which opens few at once, would wait behind that. */
  set mood(mood: Mood) {
    this.now = mood;
    if (mood === "stalled") return;
    for (const [asked, answer] of this.waiting.splice(0)) if (!asked.socket.destroyed) this.pass(asked, answer);
  }

  /** Its address, without a slash at the end. */
  get url() {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** How often a form reached the shop. */
  count(path: string) {
    return this.reached.filter((what) => what === `POST ${path}`).length;
  }

  async close() {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, "close").catch(() => undefined);
  }

  private pass(asked: IncomingMessage, answer: ServerResponse) {
    const { method, url = "/", headers } = asked;
    if (this.holdsPictures && url.startsWith("/media/")) {
      answer.on("close", () => this.givenUp.push(url));
      return;
    }
    const isForm = method === "POST";
    // Pages are what a line is bad for; what never changes is on the phone, or comes.
    const isPage = !/^\/(assets|media|icons)\//.test(url);
    const mood = isPage ? this.mood : this.mood === "dead" ? "dead" : "good";
    if (mood === "dead") return asked.socket.destroy();
    if (mood === "stalled") return void this.waiting.push([asked, answer]);
    this.reached.push(`${method} ${url.split("?")[0]}`);
    const { host, origin } = this.shop;
    const sent = request(this.shop.origin + url, {
      method,
      headers: { ...headers, host, ...(headers.origin && { origin }), "accept-encoding": "identity" },
      agent: false,
    });
    sent.on("error", () => asked.socket.destroy());
    sent.on("response", async (response) => {
      const pieces: Buffer[] = [];
      for await (const piece of response) pieces.push(piece);
      let body = Buffer.concat(pieces);
      if (mood === "deaf" && isForm) return asked.socket.destroy();
      if (url === "/service-worker.js") body = Buffer.concat([body, Buffer.from(this.behindWorker)]);
      const length = response.statusCode === 304 ? {} : { "content-length": String(body.length) };
      answer.writeHead(response.statusCode ?? 502, { ...withoutLength(response), ...length });
      if (mood === "cut" && body.length > 0) {
        answer.write(body.subarray(0, body.length / 2), () => asked.socket.destroy());
      } else {
        answer.end(body);
      }
    });
    asked.pipe(sent);
  }
}

function withoutLength({ headers }: IncomingMessage) {
  const { "content-length": _, "transfer-encoding": __, etag: ___, ...rest } = headers;
  return rest;
}
