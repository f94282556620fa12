// A slow line: a port that leads to another one with true round trips and true bandwidth, as bytes of TCP and not as an
// estimate per request. What DevTools emulate adds its delay once per request and gives connections for nothing.

import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import type { Duplex } from "node:stream";

/** What a line is like. */
export type Line = { kilobits: number; roundTripMs: number };

/** The slow profile's. */
export const SLOW: Line = { kilobits: 400, roundTripMs: 400 };

const SEGMENT = 1460;
/** Ten segments go out before the first is confirmed (RFC 6928). */
const FIRST_WINDOW = 10 * SEGMENT;
/** What a sender hands over before it is sent, as with `net.ipv4.tcp_notsent_lowat`: what is asked for next need not wait for more. */
const MOST_WAITING = 16 * 1024;

type Lane = { from: Duplex; to: Duplex; waiting: Buffer[]; size: number; inFlight: number; window: number; opensAt: number; isEnded: boolean };

/** All that goes one way: connections share it in turns. */
class Direction {
  private readonly lanes: Lane[] = [];
  private isBusy = false;
  private freeAt = 0;
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly bytesPerMs: number,
    private readonly delayMs: number,
  ) {}

  join(from: Duplex, to: Duplex, opensAt: number) {
    const lane: Lane = { from, to, waiting: [], size: 0, inFlight: 0, window: FIRST_WINDOW, opensAt, isEnded: false };
    this.lanes.push(lane);
    from.on("data", (data: Buffer) => {
      for (let at = 0; at < data.length; at += SEGMENT) lane.waiting.push(data.subarray(at, at + SEGMENT));
      lane.size += data.length;
      if (lane.size > MOST_WAITING) from.pause();
      this.send();
    });
    from.on("end", () => {
      lane.isEnded = true;
      this.endIfDone(lane);
    });
    from.on("close", () => this.lanes.splice(this.lanes.indexOf(lane), 1));
  }

  private send() {
    if (this.isBusy) return;
    const now = performance.now();
    const at = this.lanes.findIndex((lane) => lane.waiting.length > 0 && lane.opensAt <= now && lane.inFlight < lane.window);
    if (at < 0) {
      const opensAt = Math.min(...this.lanes.filter((lane) => lane.waiting.length > 0 && lane.opensAt > now).map((lane) => lane.opensAt));
      clearTimeout(this.timer);
      if (Number.isFinite(opensAt)) this.timer = setTimeout(() => this.send(), opensAt - now + 1);
      return;
    }
    const [lane] = this.lanes.splice(at, 1);
    this.lanes.push(lane);
    const segment = lane.waiting.shift() as Buffer;
    lane.size -= segment.length;
    lane.inFlight += segment.length;
    if (lane.size < MOST_WAITING / 2) lane.from.resume();
    // From when it was free: what timers come late by is not lost.
    this.freeAt = Math.max(this.freeAt, now) + segment.length / this.bytesPerMs;
    this.isBusy = true;
    setTimeout(() => {
      this.isBusy = false;
      setTimeout(() => this.arrive(lane, segment), this.delayMs);
      this.send();
    }, this.freeAt - now);
  }

  private arrive(lane: Lane, segment: Buffer) {
    if (!lane.to.destroyed) lane.to.write(segment);
    // The word that it came travels back.
    setTimeout(() => {
      lane.inFlight -= segment.length;
      lane.window += segment.length;
      this.endIfDone(lane);
      this.send();
    }, this.delayMs);
  }

  private endIfDone(lane: Lane) {
    if (lane.isEnded && lane.waiting.length === 0 && lane.inFlight === 0) lane.to.end();
  }
}

/** Opens a port that leads over the line to where `target` connects. No buffers of a kernel lie between the line and that. */
export async function openLink(target: () => Duplex, line: Line) {
  const bytesPerMs = line.kilobits / 8;
  const [up, down] = [new Direction(bytesPerMs, line.roundTripMs / 2), new Direction(bytesPerMs, line.roundTripMs / 2)];
  const sockets = new Set<Socket | Duplex>();
  const server = createServer({ noDelay: true }, (phone) => {
    const shop = target();
    for (const [socket, other] of [[phone, shop], [shop, phone]] as Duplex[][]) {
      sockets.add(socket);
      socket.on("error", () => other.destroy());
      socket.on("close", () => sockets.delete(socket));
    }
    // A connection costs one round trip before its first byte.
    const opensAt = performance.now() + line.roundTripMs;
    up.join(phone, shop, opensAt);
    down.join(shop, phone, opensAt);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
