// The shops that the stories of a worker are in: one that they share, and one that those of a file have for themselves.

import { Shop, type ShopSettings } from "./server";

/** What stories share that change nothing others look at. */
export const SHARED = "shared";

export class Shops {
  private readonly open = new Map<string, Promise<Shop>>();
  private readonly closing: Promise<void>[] = [];

  constructor(
    /** Tells the logs of this worker's shops from others'. */
    private readonly worker: string,
  ) {}

  /** The shop of this name: the one that is open, or a new one. */
  named(name: string, settings: ShopSettings): Promise<Shop> {
    const known = this.open.get(name);
    if (known) return known;
    // Stories come file by file: nobody goes back to the shop of another one.
    for (const other of this.open.keys()) if (other !== SHARED) this.closing.push(this.close(other));
    const shop = Shop.open(`${this.worker}-${name}`, settings);
    this.open.set(name, shop);
    // Whoever waits for it is told; the next story tries again.
    shop.catch(() => this.open.delete(name));
    return shop;
  }

  async closeAll() {
    await Promise.all([...this.closing, ...[...this.open.keys()].map((name) => this.close(name))]);
  }

  private async close(name: string) {
    const shop = this.open.get(name);
    this.open.delete(name);
    await (await shop?.catch(() => undefined))?.close();
  }
}
