// The figures themselves, beside those of a static copy of the same pages in the same run.

import { setTimeout } from "node:timers/promises";

import { test } from "@playwright/test";

import { Shop } from "../setup/server";
import { openCopy } from "./copy";
import { openFront } from "./front";
import { openLink, SLOW } from "./link";
import { adding, type Seen, secondVisit, tapping, visit } from "./phone";

const RUNS = Number(process.env.BAZAR_VITALS_RUNS ?? 3);
const LANGUAGES = (process.env.BAZAR_VITALS_LANGUAGES ?? "ug,zh").split(",");

const PAGES = {
  home: "",
  list: "/products",
  product: "/products/thin-shell-badam",
  cart: "/cart",
  shop: "/shops/altun-badam",
  search: "/search?q=badam",
};

/** What the middle of several runs is like. */
function median(numbers: (number | undefined)[]): number | undefined {
  const known = numbers.filter((number) => number !== undefined).sort((one, other) => one - other);
  return known[Math.floor(known.length / 2)];
}

const seconds = (ms: number | undefined) => (ms === undefined ? "–" : (ms / 1000).toFixed(2));

/** The slow line to the shop and the one to its copy. */
async function openAll() {
  const fronts = [openFront(), openFront()];
  const links = [await openLink(fronts[0].connect, SLOW), await openLink(fronts[1].connect, SLOW)];
  const [ours, copied] = links.map(({ port }) => `https://localhost:${port}`);
  const shop = await Shop.open("vitals", { publicUrl: ours });
  const paths = LANGUAGES.flatMap((language) => Object.values(PAGES).map((path) => `/${language}${path}`));
  // Both are as warm as in production: a page is packed small, beside the requests, when it is asked for the second time.
  for (let round = 0; round < 3; round += 1) {
    for (const path of paths) {
      for (const part of [{}, { "x-navigation": "1" }]) {
        const headers = { host: new URL(ours).host, accept: "text/html", "accept-encoding": "br", ...part };
        await (await fetch(`${shop.url}${path}`, { headers })).arrayBuffer();
      }
    }
    await setTimeout(1000);
  }
  const copy = await openCopy(shop.url, paths);
  fronts[0].lead(Number(new URL(shop.url).port));
  fronts[1].lead(copy.port);
  return {
    ours,
    copied,
    async close() {
      for (const open of [...links, copy]) open.close();
      await shop.close();
    },
  };
}

/** The page once for each run, in turns with its copy. */
async function compare(ours: string, copied: string, path: string) {
  const seen: { shop: Seen[]; copy: Seen[] } = { shop: [], copy: [] };
  for (let run = 0; run < RUNS; run += 1) {
    seen.shop.push(await visit(`${ours}${path}`));
    seen.copy.push(await visit(`${copied}${path}`));
  }
  return (which: "shop" | "copy", what: keyof Seen) => median(seen[which].map((one) => one[what])) ?? 0;
}

async function several(measure: () => Promise<number | undefined>) {
  const found: (number | undefined)[] = [];
  for (let run = 0; run < RUNS; run += 1) found.push(await measure());
  return median(found);
}

test("the figures", async () => {
  const { ours, copied, close } = await openAll();
  const lines = [`${"page".padEnd(12)}  largest paint, s  blocking, ms  longest  shift   bytes   fetched  second visit,`];
  lines.push(`${"".padEnd(12)}  shop  copy  ratio   shop   copy       ms             kB  ahead, kB  kB of document`);
  try {
    for (const language of LANGUAGES) {
      for (const [name, path] of Object.entries(PAGES)) {
        const place = `/${language}${path}`;
        const of = await compare(ours, copied, place);
        const again = await secondVisit(`${ours}${place}`);
        const [largest, limit] = [of("shop", "largest"), of("copy", "largest")];
        lines.push(
          [
            `${language} ${name}`.padEnd(12),
            seconds(largest).padStart(5),
            seconds(limit).padStart(5),
            (largest / limit).toFixed(2).padStart(6),
            of("shop", "blocking").toFixed(0).padStart(6),
            of("copy", "blocking").toFixed(0).padStart(6),
            of("shop", "longest").toFixed(0).padStart(8),
            of("shop", "shift").toFixed(3).padStart(6),
            (of("shop", "bytes") / 1000).toFixed(1).padStart(7),
            (of("shop", "ahead") / 1000).toFixed(1).padStart(9),
            (again / 1000).toFixed(1).padStart(14),
          ].join(" "),
        );
      }
      const [home, product] = [`/${language}${PAGES.home}`, `/${language}${PAGES.product}`];
      const works = await several(() => adding(`${ours}${product}`));
      const limit = await several(() => adding(`${copied}${product}`));
      lines.push(`${language}: adding to the cart works after ${seconds(works)} s; in the copy after ${seconds(limit)} s`);
      const [ahead, resting, early] = [
        await several(() => tapping(`${ours}${home}`, "ahead")),
        await several(() => tapping(`${ours}${home}`, "resting")),
        await several(() => tapping(`${ours}${home}`, "early")),
      ];
      lines.push(
        `${language}: from the tap to the product's heading ${seconds(ahead)} s when it was fetched ahead,`,
        `    ${seconds(resting)} s when not and the page is at rest, ${seconds(early)} s while pictures are still coming`,
      );
    }
  } finally {
    await close();
    console.log(`\n${SLOW.kilobits} kbit/s, ${SLOW.roundTripMs} ms round trips, 6 times slower; the middle of ${RUNS}\n\n${lines.join("\n")}\n`);
  }
});
