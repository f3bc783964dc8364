// What the remote-desktop client takes for a WebSocket: one picture stream within the session's channel.

import { ProtocolError } from "./errors.js";

/** The agent's side of an RFB 3.8 opening, as it always is: version, security type None alone, accepted, then 24 bytes with the size and a name. */
const VERSION = Array.from("RFB 003.008\n", (one) => one.charCodeAt(0));
const FIXED = [...VERSION, 1, 1, 0, 0, 0, 0];
const SIZE = FIXED.length;
const NAME_LENGTH = SIZE + 20;
const LONGEST_NAME = 64;

/** A larger picture is no screen. Pixels. */
export const LONGEST_SIDE = 16_384;
export const MOST_PIXELS = 7_680 * 4_320;

export function isScreen(width, height) {
  return width > 0 && height > 0 && width <= LONGEST_SIDE && height <= LONGEST_SIDE && width * height <= MOST_PIXELS;
}

export class RfbSocket {
  binaryType = "arraybuffer";
  protocol = "";
  readyState = "open";
  onopen = null;
  onmessage = null;
  onclose = null;
  onerror = null;
  #out;
  #seen = 0; // bytes of the opening
  #opening = new Uint8Array(NAME_LENGTH + 4);

  /** `out(bytes)`: what the client says. */
  constructor(out) {
    this.#out = out;
  }

  send(bytes) {
    if (this.readyState === "open") {
      this.#out(bytes);
    }
  }

  /** By the client or by us; the client is told once, after this call. */
  close() {
    if (this.readyState === "open") {
      this.readyState = "closed";
      queueMicrotask(() => this.onclose?.({ code: 1000, reason: "" }));
    }
  }

  /** More of the stream. Throws a ProtocolError if it does not begin as it must: the client's other ways to begin are never reached. */
  deliver(bytes) {
    if (this.readyState !== "open") {
      return;
    }
    if (this.#seen < this.#opening.length) {
      this.#look(bytes);
    }
    const whole = bytes.length === bytes.buffer.byteLength; // the client reads such a buffer in place, and copies all else
    this.onmessage?.({ data: whole ? bytes.buffer : bytes });
  }

  #look(bytes) {
    const part = bytes.subarray(0, this.#opening.length - this.#seen);
    this.#opening.set(part, this.#seen);
    this.#seen += part.length;
    const wrong = FIXED.findIndex((byte, at) => at < this.#seen && this.#opening[at] !== byte);
    if (wrong >= 0) {
      throw new ProtocolError("not the opening of a picture stream");
    }
    if (this.#seen === this.#opening.length) {
      const view = new DataView(this.#opening.buffer);
      if (!isScreen(view.getUint16(SIZE), view.getUint16(SIZE + 2)) || view.getUint32(NAME_LENGTH) > LONGEST_NAME) {
        throw new ProtocolError("no screen has this size");
      }
    }
  }
}
