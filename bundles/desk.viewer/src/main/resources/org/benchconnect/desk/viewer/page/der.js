// Just enough of DER (X.690) to open a protected key and to look into a certificate. It proves nothing: the agent does.

import { IdentityError } from "./errors.js";

export const SEQUENCE = 0x30;
export const INTEGER = 0x02;
export const OCTETS = 0x04;
export const OBJECT = 0x06;

/** One value: its tag, its content, and all its bytes. */
class Value {
  constructor(tag, content, whole) {
    this.tag = tag;
    this.content = content;
    this.whole = whole;
  }

  /** This value, if it has this tag. */
  as(tag) {
    if (this.tag !== tag) {
      throw new IdentityError("form");
    }
    return this;
  }

  /** The values within a constructed one. */
  parts() {
    const parts = [];
    for (let at = 0; at < this.content.length; ) {
      const part = valueAt(this.content, at);
      parts.push(part);
      at += part.whole.length;
    }
    return parts;
  }

  /** A small number. */
  number() {
    this.as(INTEGER);
    if (this.content.length === 0 || this.content.length > 4 || this.content[0] > 127) {
      throw new IdentityError("form");
    }
    return this.content.reduce((sum, byte) => sum * 256 + byte, 0);
  }

  /** An object identifier as the hex of its bytes. */
  object() {
    return Array.from(this.as(OBJECT).content, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }
}

/** The one value that these bytes are. */
export function der(bytes) {
  const value = valueAt(bytes, 0);
  if (value.whole.length !== bytes.length) {
    throw new IdentityError("form");
  }
  return value;
}

function valueAt(bytes, at) {
  let length = bytes[at + 1];
  let begin = at + 2;
  if (length >= 0x80) {
    const digits = length & 0x7f;
    if (digits === 0 || digits > 3) {
      throw new IdentityError("form");
    }
    length = 0;
    for (let i = 0; i < digits; i++) {
      length = length * 256 + bytes[begin++];
    }
  }
  const end = begin + length;
  if (!(end <= bytes.length)) {
    throw new IdentityError("form");
  }
  return new Value(bytes[at], bytes.subarray(begin, end), bytes.subarray(at, end));
}
