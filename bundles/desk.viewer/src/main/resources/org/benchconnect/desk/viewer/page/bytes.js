// Bytes as the protocol writes them: big endian, fields with their length in two bytes before them.

import { ProtocolError } from "./errors.js";

export const utf8 = (text) => new TextEncoder().encode(text);

export function concat(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export async function sha256(...parts) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", concat(...parts)));
}

export function hex(bytes) {
  return Array.from(bytes, (one) => one.toString(16).padStart(2, "0")).join("");
}

/** With padding and nothing else around or within; throws a SyntaxError otherwise. */
export function fromBase64(text) {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) {
    throw new SyntaxError("not base64");
  }
  return Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
}

/** A field: its length in two bytes, then its bytes; 65535 at most. */
export function field(bytes) {
  if (bytes.length > 0xffff) {
    throw new ProtocolError("a field is too long");
  }
  return concat(new Uint8Array([bytes.length >> 8, bytes.length & 0xff]), bytes);
}

/** Takes a message apart, from front to end; whatever is missing or too much throws a ProtocolError. */
export class Reader {
  #bytes;
  #at = 0;

  constructor(bytes) {
    this.#bytes = bytes;
  }

  u8() {
    return this.take(1)[0];
  }

  take(length) {
    if (this.#at + length > this.#bytes.length) {
      throw new ProtocolError("a message is too short");
    }
    this.#at += length;
    return this.#bytes.slice(this.#at - length, this.#at);
  }

  /** A field of this length, or of a length in this range. */
  field(least, most = least) {
    const [high, low] = this.take(2);
    const length = (high << 8) | low;
    if (length < least || length > most) {
      throw new ProtocolError("a field has the wrong length");
    }
    return this.take(length);
  }

  end() {
    if (this.#at !== this.#bytes.length) {
      throw new ProtocolError("something follows a message");
    }
  }
}
