// What stands before a shop in the world: TLS 1.3 and HTTP/2, here by Node, handing on to a plain server.

import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:http";
import { createSecureServer, type IncomingHttpHeaders, type OutgoingHttpHeaders, type ServerHttp2Stream } from "node:http2";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

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

/** Opens a port; where it leads to is said by `lead`. */
export async function openFront() {
  let origin = 0;
  const server = createSecureServer({ ...certificate(), minVersion: "TLSv1.3" });
  server.on("stream", (stream, headers) => hand(stream, headers, origin));
  server.on("sessionError", () => {});
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    lead(port: number) {
      origin = port;
    },
    close: () => server.close(),
  };
}

function hand(stream: ServerHttp2Stream, asked: IncomingHttpHeaders, port: number) {
  const headers: OutgoingHttpHeaders = { host: asked[":authority"], "x-forwarded-proto": "https" };
  for (const [name, value] of Object.entries(asked)) if (!name.startsWith(":")) headers[name] = value;
  const onward = request({ host: "127.0.0.1", port, path: asked[":path"], method: asked[":method"], headers }, (answer) => {
    if (stream.destroyed) return answer.resume();
    const kept = Object.entries(answer.headers).filter(([name]) => !OF_THE_CONNECTION.test(name));
    stream.respond({ ...Object.fromEntries(kept), ":status": answer.statusCode });
    answer.pipe(stream);
  });
  onward.on("error", () => stream.destroy());
  stream.on("error", () => onward.destroy());
  stream.pipe(onward);
}
