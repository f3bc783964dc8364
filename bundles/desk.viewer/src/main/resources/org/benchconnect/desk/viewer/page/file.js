// The one file that the supporter sends to the instrument PC after a person there allowed it.

import { LARGEST } from "./frames.js";
import { utf8 } from "./bytes.js";

const BYTES = 0;
const END = Uint8Array.of(1);
const LONGEST_NAME = 200; // bytes
const LARGEST_FILE = 1e12; // bytes
const AHEAD = 1024 * 1024; // bytes that may wait for the wire
const PAUSE = 20; // milliseconds

/** Whether a file can be asked for at all: one with bytes, and with a name that the protocol takes. */
export const sendable = ({ name, size }) => size > 0 && size <= LARGEST_FILE && name.length > 0 && utf8(name).length <= LONGEST_NAME;

export class FileToSend {
  #file;
  #send;
  #waiting;
  #changed;

  state = "asked"; // then "sending", "sent" when all of it went; at last "kept", "lost" or "refused"
  sent = 0; // bytes

  /** `send(plain)`: a frame of a file; resolves when it is handed on. `waiting()`: bytes that wait for the wire. `changed()`: something of the above is different. */
  constructor(file, { send, waiting, changed }) {
    this.#file = file;
    this.#send = send;
    this.#waiting = waiting;
    this.#changed = changed;
  }

  get name() {
    return this.#file.name;
  }

  /** 0 to 100. */
  get percent() {
    return Math.floor((100 * this.sent) / this.#file.size);
  }

  /** It is allowed. Rejects if it cannot be read to its end. */
  async begin() {
    this.state = "sending";
    for (let at = 0; this.state === "sending" && at < this.#file.size; at += LARGEST - 1) {
      await this.#part(await this.#file.slice(at, at + LARGEST - 1).arrayBuffer());
    }
    if (this.state === "sending") {
      this.state = "sent";
      this.#send(END);
      this.#changed();
    }
  }

  async #part(bytes) {
    const plain = new Uint8Array(1 + bytes.byteLength);
    plain[0] = BYTES;
    plain.set(new Uint8Array(bytes), 1);
    if (this.state !== "sending") {
      return;
    }
    await this.#send(plain);
    this.sent += bytes.byteLength;
    this.#changed();
    while (this.state === "sending" && this.#waiting() > AHEAD) {
      await new Promise((done) => setTimeout(done, PAUSE));
    }
  }

  /** The permission was refused, or ended: with the file, if all of it went, which the agent then says. */
  ended(state) {
    if (this.state !== "sent") {
      this.state = state === "refused" ? "refused" : "lost";
    }
  }

  /** What the agent says of a file whose end went; false if none did. */
  kept(kept) {
    const due = this.state === "sent";
    if (due) {
      this.state = kept ? "kept" : "lost";
    }
    return due;
  }

  /** Nothing more of it is sent. */
  end() {
    this.state = "lost";
  }
}
