// One real shop: the shipped program on a free port, with data of its own.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

import { program, project, results, seeded, site } from "./places";

const START_MS = 30_000;
const STOP_MS = 15_000;

/** Somebody who can sign in. */
export type Account = { phone: string; password: string };

/** How a shop is served. */
export type ShopSettings = {
  /** What the world calls it. */
  publicUrl?: string;
  /** What serves it. */
  command?: string[];
  /** The folder of its texts. */
  locales?: string;
};

/** A running shop. */
export class Shop {
  /** Somebody who looks at a shop before it closes. */
  static beforeClosing?: (shop: Shop) => Promise<void>;

  private constructor(
    /** Its address, without a slash at the end. */
    readonly url: string,
    private readonly data: string,
    private readonly process: ChildProcess,
  ) {}

  /** Opens a shop with the demo district; `name` tells its log from others'. */
  static async open(name: string, { publicUrl, command = ["serve"], locales }: ShopSettings = {}): Promise<Shop> {
    const data = await mkdtemp(join(tmpdir(), "bazar-end2end-"));
    await cp(seeded, data, { recursive: true });
    const addr = `127.0.0.1:${await freePort()}`;
    // All people of a test come from one machine.
    const exempt = ["--unlimited-networks", "127.0.0.0/8"];
    const server = spawn(program, [...command, "--addr", addr, "--data-dir", data, "--site-dir", site, ...exempt], {
      cwd: project,
      env: {
        ...process.env,
        ...(publicUrl && { BAZAR_PUBLIC_URL: publicUrl }),
        ...(locales && { BAZAR_LOCALES_DIR: locales }),
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const log = createWriteStream(join(results, `${name}.log`), { flags: "a" });
    server.stdout.pipe(log, { end: false });
    server.stderr.pipe(log, { end: false });
    const shop = new Shop(`http://${addr}`, data, server);
    await shop.isReady(name);
    return shop;
  }

  /** How a member of `role` (a cooperative's slug, or `centre`) signs in. */
  async account(role: string): Promise<Account> {
    const lines = (await readFile(join(this.data, "demo-accounts.txt"), "utf8")).split("\n");
    const [phone, password] = lines.map((line) => line.split(/\s+/)).find(([, , of]) => of === role) ?? [];
    if (!phone || !password) throw new Error(`nobody signs in for ${role}`);
    return { phone, password };
  }

  /** Ends the program, this one only, and removes its data. */
  async close() {
    if (this.process.exitCode === null) await Shop.beforeClosing?.(this);
    if (this.process.exitCode === null) {
      const ended = once(this.process, "exit");
      this.process.kill("SIGTERM");
      const late = setTimeout(STOP_MS, undefined, { ref: false }).then(() => this.process.kill("SIGKILL"));
      await Promise.race([ended, late.then(() => ended)]);
    }
    await rm(this.data, { recursive: true, force: true });
  }

  private async isReady(name: string) {
    const until = Date.now() + START_MS;
    while (Date.now() < until && this.process.exitCode === null) {
      const answer = await fetch(`${this.url}/readyz`).catch(() => undefined);
      if (answer?.ok) return;
      await setTimeout(50);
    }
    await this.close();
    throw new Error(`the shop did not open; see ${join(results, `${name}.log`)}`);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, "close");
  return port;
}
