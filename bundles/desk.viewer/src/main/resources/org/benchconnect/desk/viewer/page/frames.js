// Frames: type, epoch, sequence, then AES-256-GCM over the rest with those ten bytes as its additional data. docs/session-protocol.md, section 5.

import { concat } from "./bytes.js";
import { ProtocolError } from "./errors.js";

export const RFB = 1;
export const CONTROL = 2;
export const FILE = 3;
export const PING = 5;
export const CLOSE = 6;
export const REKEY = 7;

/** The most that a frame carries, bytes. */
export const LARGEST = 32 * 1024;

/** How many bytes each type carries, at least and at most. Other types end the session. */
const CARRIES = {
  [RFB]: [1, LARGEST],
  [CONTROL]: [2, 8 * 1024],
  [FILE]: [1, LARGEST],
  [PING]: [0, 0],
  [CLOSE]: [0, 0],
  [REKEY]: [0, 0],
};

const HEADER = 10;
const TAG = 16;
const LAST_EPOCH = 255;
const LIMITS = { frames: 2 ** 20, bytes: 2 ** 30, milliseconds: 10 * 60 * 1000 };

/** Where one direction is: epoch, sequence, keys. A promise of keys, because the next ones are derived while frames already wait for them. */
class Direction {
  #limits;
  #bytes = 0;
  #closed = false;
  keys;
  epoch = 0;
  sequence = 0;

  constructor(keys, limits) {
    this.keys = Promise.resolve(keys);
    this.#limits = limits;
  }

  /** Whether this key has carried what it may, so that a rekey must come next. */
  get full() {
    return this.sequence >= this.#limits.frames || this.#bytes >= this.#limits.bytes;
  }

  /** Throws if a frame of this type and so many bytes cannot be the next. */
  require(type, length) {
    const [least, most] = CARRIES[type] ?? [1, 0];
    const last = type === REKEY && this.epoch === LAST_EPOCH;
    if (this.#closed || length < least || length > most || last || (this.full && type !== REKEY)) {
      throw new ProtocolError("a frame that is not due");
    }
  }

  /** After a frame. */
  step(type, length) {
    this.sequence++;
    this.#bytes += length;
    this.#closed = type === CLOSE;
    if (type === REKEY) {
      this.epoch++;
      this.sequence = 0;
      this.#bytes = 0;
      this.keys = this.keys.then((keys) => keys.next());
    }
  }
}

function sealing(header, iv, sequence) {
  const nonce = iv.slice();
  const view = new DataView(nonce.buffer);
  view.setBigUint64(4, view.getBigUint64(4) ^ BigInt(sequence));
  return { name: "AES-GCM", iv: nonce, additionalData: header, tagLength: TAG * 8 };
}

/** Seals what this end sends. */
export class Sealer {
  #direction;
  #since;
  #now;
  #limits;

  /** `now`: a clock that never goes back, milliseconds. `limits`: of one epoch. */
  constructor(keys, now = () => performance.now(), limits = LIMITS) {
    this.#direction = new Direction(keys, limits);
    this.#now = now;
    this.#limits = limits;
    this.#since = now();
  }

  /** The frames that carry this, as promises, to be sent in this order: one, or two where a rekey comes first. The bytes are copied at once. */
  seal(type, plain) {
    const due = this.#direction.full || this.#now() - this.#since >= this.#limits.milliseconds;
    return due ? [this.#rekey(), this.#frame(type, plain)] : [this.#frame(type, plain)];
  }

  #rekey() {
    this.#since = this.#now();
    return this.#frame(REKEY, new Uint8Array(0));
  }

  #frame(type, plain) {
    this.#direction.require(type, plain.length);
    const { epoch, sequence, keys } = this.#direction;
    const header = new Uint8Array(HEADER);
    header.set([type, epoch]);
    new DataView(header.buffer).setBigUint64(2, BigInt(sequence));
    this.#direction.step(type, plain.length);
    return sealed(header, sequence, keys, plain.slice());
  }
}

async function sealed(header, sequence, keys, plain) {
  const { aes, iv } = await keys;
  return concat(header, new Uint8Array(await crypto.subtle.encrypt(sealing(header, iv, sequence), aes, plain)));
}

/** Opens what the other end sent: each frame once, in its order, under its type. */
export class Opener {
  #direction;

  constructor(keys, limits = LIMITS) {
    this.#direction = new Direction(keys, limits);
  }

  /** Throws a ProtocolError at once for a header that is not due; the promise is refused if the other end did not seal it. */
  open(frame) {
    const length = frame.length - HEADER - TAG;
    const header = frame.slice(0, HEADER);
    const [type, epoch] = header;
    this.#direction.require(type, length);
    const { sequence, keys } = this.#direction;
    if (epoch !== this.#direction.epoch || new DataView(header.buffer).getBigUint64(2) !== BigInt(sequence)) {
      throw new ProtocolError("a frame out of its order");
    }
    this.#direction.step(type, length);
    return opened(type, header, sequence, keys, frame.subarray(HEADER));
  }
}

async function opened(type, header, sequence, keys, bytes) {
  const { aes, iv } = await keys;
  try {
    return { type, plain: new Uint8Array(await crypto.subtle.decrypt(sealing(header, iv, sequence), aes, bytes)) };
  } catch {
    throw new ProtocolError("a frame that the other end did not seal");
  }
}
