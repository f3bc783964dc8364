// Text for the instrument's clipboard, as RFB carries it (RFC 6143 7.5.6).

import { concat } from "./bytes.js";

/** The most that is sent or shown, characters. */
export const LONGEST = 64 * 1024;

/** A ClientCutText message. RFB knows Latin-1 alone: any other character becomes a question mark, and ends of lines a line feed. */
export function clientCutText(text) {
  const characters = Array.from(text.replace(/\r\n?/g, "\n")).slice(0, LONGEST);
  const latin = Uint8Array.from(characters, (one) => (one.codePointAt(0) > 0xff ? 0x3f : one.codePointAt(0)));
  const head = new Uint8Array(8);
  head[0] = 6;
  new DataView(head.buffer).setUint32(4, latin.length);
  return concat(head, latin);
}

/** How many characters of it the instrument cannot be given. */
export function lost(text) {
  return Array.from(text).filter((one) => one.codePointAt(0) > 0xff).length;
}
