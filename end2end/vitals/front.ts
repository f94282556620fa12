// What stands before a shop in the world: TLS 1.3 and HTTP/2, here by Node, handing on to a plain server.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:http";
import { createSecureServer, type IncomingHttpHeaders, type OutgoingHttpHeaders, type ServerHttp2Stream } from "node:http2";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Duplex } from "node:stream";
import type { TLSSocket } from "node:tls";

/** What HTTP/2 has no place for. */
const OF_THE_CONNECTION = /^(connection|keep-alive|transfer-encoding|upgrade|proxy-connection|http2-settings)$/;

/** A certificate that nobody trusts, made anew each time. */
function certificate() {
  const folder = mkdtempSync(join(tmpdir(), "bazar-vitals-"));
  const [key, cert] = ["key.pem", "cert.pem"].map((name) => join(folder, name));
  execFileSync(
    "openssl",
    ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
      .concat(["-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", cert]),
    { stdio: "ignore" },
  );
  const made = { key: readFileSync(key), cert: readFileSync(cert) };
  rmSync(folder, { recursive: true });
  return made;
}

/** As `ssl_buffer_size` in `server/docs/proxy/nginx.conf`: a browser reads nothing of a record before all of it is there. */
const RECORD = 4096;

/** Opens a front; where it leads to is said by `lead`. */
export function openFront() {
  let origin = 0;
  const server = createSecureServer({ ...certificate(), minVersion: "TLSv1.3" });
  server.prependListener("secureConnection", (socket: TLSSocket) => void socket.setMaxSendFragment(RECORD));
  server.on("session", (session) => {
    const turns = new Turns();
    session.on("stream", (stream, headers) => hand(stream, headers, origin, turns));
  });
  server.on("sessionError", () => {});
  return {
    /** A connection: the phone's end of it. */
    connect(): Duplex {
      const [phone, shop] = [new End(), new End()];
      [phone.other, shop.other] = [shop, phone];
      server.emit("connection", shop);
      return phone;
    },
    lead(port: number) {
      origin = port;
    },
  };
}

/** One end of a connection without a buffer between the two. */
class End extends Duplex {
  other?: End;
  private taken?: () => void;

  constructor() {
    super({ readableHighWaterMark: RECORD, writableHighWaterMark: RECORD });
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void) {
    const { other } = this;
    if (!other || other.destroyed) return done();
    if (other.push(chunk)) done();
    else other.taken = done;
  }

  override _read() {
    const { taken } = this;
    this.taken = undefined;
    taken?.();
  }

  override _final(done: () => void) {
    this.other?.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void) {
    this.taken?.();
    if (this.other && !this.other.destroyed) setImmediate(() => this.other?.destroy());
    done(error);
  }
}

type Body = { stream: ServerHttp2Stream; pieces: Buffer[]; isWhole: boolean };

/** The answers of one connection: a record of each in turns, as nginx and Caddy do it; what the browser says of priorities is not heard. */
class Turns {
  private readonly bodies: Body[] = [];
  private isBusy = false;

  add(stream: ServerHttp2Stream): Body {
    const body = { stream, pieces: [], isWhole: false };
    this.bodies.push(body);
    return body;
  }

  go() {
    if (this.isBusy) return;
    const at = this.bodies.findIndex(({ stream, pieces, isWhole }) => stream.destroyed || pieces.length > 0 || isWhole);
    if (at < 0) return;
    const [body] = this.bodies.splice(at, 1);
    const piece = body.pieces.shift();
    if (!body.stream.destroyed && !piece) body.stream.end();
    if (body.stream.destroyed || !piece) return this.go();
    this.bodies.push(body);
    this.isBusy = true;
    const next = () => {
      body.stream.off("close", next);
      if (!this.isBusy) return;
      this.isBusy = false;
      this.go();
    };
    body.stream.once("close", next);
    body.stream.write(piece, next);
  }
}

function hand(stream: ServerHttp2Stream, asked: IncomingHttpHeaders, port: number, turns: Turns) {
  const headers: OutgoingHttpHeaders = { host: asked[":authority"], "x-forwarded-proto": "https" };
  for (const [name, value] of Object.entries(asked)) if (!name.startsWith(":")) headers[name] = value;
  const onward = request({ host: "127.0.0.1", port, path: asked[":path"], method: asked[":method"], headers }, (answer) => {
    if (stream.destroyed) return answer.resume();
    const kept = Object.entries(answer.headers).filter(([name]) => !OF_THE_CONNECTION.test(name));
    stream.respond({ ...Object.fromEntries(kept), ":status": answer.statusCode });
    const body = turns.add(stream);
    answer.on("data", (data: Buffer) => {
      for (let at = 0; at < data.length; at += RECORD) body.pieces.push(data.subarray(at, at + RECORD));
      turns.go();
    });
    answer.on("end", () => {
      body.isWhole = true;
      turns.go();
    });
  });
  onward.on("error", () => stream.destroy());
  stream.on("error", () => onward.destroy());
  stream.pipe(onward);
}
