// What the cart's islands send, as the form that does the same.

/**
 * The form that does the same as a call. A form is understood by every build; the bytes of a call only by their own.
 * @param {string} path
 * @param {Uint8Array} bytes The arguments, in postcard.
 */
function formOfCall(path, bytes) {
  try {
    const read = new Postcard(bytes);
    const language = shop.languages[read.number()] ?? "";
    const offer = String(read.signed());
    const quantity = read.text();
    if (path === "/api/add_to_cart") {
      const body = new URLSearchParams({ offer, quantity, key: read.text() }).toString();
      return { path: `/${language}/cart/lines`, body, language };
    }
    return { path: `/${language}/cart`, body: new URLSearchParams({ [`quantity-${offer}`]: quantity }).toString(), language };
  } catch {
    return undefined;
  }
}

/** Reads postcard (<https://postcard.jamesmunns.com/wire-format>). */
class Postcard {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  number() {
    let [value, factor] = [0, 1];
    for (;;) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) throw new Error("too short");
      value += (byte & 127) * factor;
      if (byte < 128) return value;
      factor *= 128;
    }
  }

  signed() {
    const zigzag = this.number();
    return zigzag % 2 ? -(zigzag + 1) / 2 : zigzag / 2;
  }

  text() {
    const length = this.number();
    const bytes = this.bytes.subarray(this.at, this.at + length);
    if (bytes.length < length) throw new Error("too short");
    this.at += length;
    return new TextDecoder().decode(bytes);
  }
}

/** `Problem::Kept`, which the island shows beside the line or as a short message. @param {string} says */
function keptProblem(says) {
  const text = new TextEncoder().encode(says);
  const bytes = [6];
  let length = text.length;
  for (; length > 127; length >>>= 7) bytes.push((length & 127) | 128);
  bytes.push(length);
  const body = new Uint8Array([...bytes, ...text]);
  return new Response(body, { status: 503, headers: { "content-type": "application/x-postcard" } });
}

function freshKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
