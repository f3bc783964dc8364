// Frames in and out, in their order, over whatever carries messages. The first thing that is wrong ends it.

import { ProtocolError } from "./errors.js";
import { LARGEST, Opener, REKEY, Sealer } from "./frames.js";

/** Bytes that may wait to be opened and used: far more than a full picture. */
const WAITING = 64 * 1024 * 1024;

export class Channel {
  #sealer;
  #opener;
  #carry;
  #take;
  #failed;
  #incoming = Promise.resolve();
  #outgoing = Promise.resolve();
  #waiting = 0;
  #ended = false;

  /**
   * `keys`: of the session. `carry(bytes)`: sends a message. `take(type, plain)`: gets what came, in order. `failed(error)`: at most once; nothing more
   * is taken or sent after it.
   */
  constructor(keys, { carry, take, failed }) {
    this.#sealer = new Sealer(keys.viewer);
    this.#opener = new Opener(keys.agent);
    this.#carry = carry;
    this.#take = take;
    this.#failed = failed;
  }

  /** A message came. */
  receive(bytes) {
    if (this.#ended) {
      return;
    }
    try {
      this.#waiting += bytes.length;
      if (this.#waiting > WAITING) {
        throw new ProtocolError("more came than can be used");
      }
      const opened = this.#opener.open(bytes);
      this.#incoming = this.#incoming.then(() => this.#deliver(opened, bytes.length));
    } catch (error) {
      this.#fail(error);
    }
  }

  async #deliver(opened, length) {
    try {
      const { type, plain } = await opened;
      this.#waiting -= length;
      if (!this.#ended && type !== REKEY) {
        this.#take(type, plain);
      }
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Sends this, in as many frames as it takes. Resolves when all is handed on. */
  send(type, bytes) {
    if (this.#ended) {
      return this.#outgoing;
    }
    try {
      let at = 0;
      do {
        this.#sealer.seal(type, bytes.subarray(at, at + LARGEST)).forEach((frame) => this.#hand(frame));
        at += LARGEST;
      } while (at < bytes.length);
    } catch (error) {
      this.#fail(error);
    }
    return this.#outgoing;
  }

  #hand(frame) {
    this.#outgoing = this.#outgoing
      .then(() => frame)
      .then((bytes) => this.#ended || this.#carry(bytes))
      .catch((error) => this.#fail(error));
  }

  /** Nothing is taken or sent from now on. */
  end() {
    this.#ended = true;
  }

  #fail(error) {
    if (!this.#ended) {
      this.#ended = true;
      this.#failed(error);
    }
  }
}
