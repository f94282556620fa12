// The pages a visitor meets without having ordered anything.

/** Below the language. */
export const PUBLIC_PAGES = {
  home: "",
  products: "/products",
  product: "/products/thin-shell-badam",
  "product by weight": "/products/netted-melon",
  "no reviews yet": "/products/netted-melon/reviews",
  shops: "/shops",
  shop: "/shops/altun-badam",
  stations: "/stations",
  "stations of a township": "/stations?township=badamche",
  search: "/search?q=badam",
  "search without result": "/search?q=qqqq",
  about: "/about",
  returns: "/returns",
  "empty cart": "/cart",
  "no favourites": "/favourites",
  "tell me when it is back": "/products/salted-badam-kernel/back",
  "find an order": "/orders",
  "sign-in": "/account/sign-in",
} as const;
