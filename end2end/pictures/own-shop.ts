// Pictures are taken in a shop of one's own: forms are sent, and change things.

import { Shop } from "../setup/server";
import { test as base } from "../setup/test";

export const test = base.extend<{ ownShop: Shop }>({
  ownShop: async ({}, use, info) => {
    const shop = await Shop.open(`pictures-${info.testId}`);
    await use(shop);
    await shop.close();
  },

  baseURL: ({ ownShop }, use) => use(ownShop.url),
});
