// The relay: a WebSocket that carries sealed messages to the agent and back. It is trusted with nothing.

import { ProtocolError, RelayClosedError } from "./errors.js";
import { exactly, matching, strict } from "./json.js";

const AGENT = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const LARGEST = 64 * 1024;
const PATIENCE = 30_000; // milliseconds for each message that is due

/** A connection to whoever waits under a code. */
export class Relay {
  #socket;
  #waiting = []; // messages that nobody has asked for yet
  #due = null; // who waits for the next one
  #ended = null; // the error that ended it
  #receive = null; // takes each message, once the handshake is over

  constructor(address) {
    this.#socket = new WebSocket(address);
    this.#socket.binaryType = "arraybuffer";
    this.#socket.onmessage = ({ data }) => this.#came(typeof data === "string" ? data : new Uint8Array(data));
    this.#socket.onclose = ({ code }) => this.#end(new RelayClosedError(code));
  }

  /** Asks for the agent that waits under this code; its identifier as the relay says it. */
  async join(code) {
    this.#socket.onopen = () => this.#due?.done();
    await this.#awaited();
    this.#socket.send(JSON.stringify({ v: 1, code }));
    const said = await this.#next();
    if (typeof said !== "string" || said.length > 1024) {
      throw new ProtocolError("the relay said something else");
    }
    return strict(said, { v: exactly(1), status: exactly("joined"), agent: matching(AGENT) }).agent;
  }

  /** The next message from the agent, while there is no receiver. */
  async next() {
    const message = await this.#next();
    if (typeof message === "string") {
      throw new ProtocolError("a text message");
    }
    return message;
  }

  async #next() {
    return this.#waiting.length > 0 ? this.#waiting.shift() : this.#awaited();
  }

  /** What comes next, within the patience. */
  #awaited() {
    if (this.#ended) {
      return Promise.reject(this.#ended);
    }
    return new Promise((done, failed) => {
      const late = setTimeout(() => this.#end(new RelayClosedError(0)), PATIENCE);
      const settled = (settle) => (value) => {
        clearTimeout(late);
        this.#due = null;
        settle(value);
      };
      this.#due = { done: settled(done), failed: settled(failed) };
    });
  }

  /** From now on each message goes there, those that already came first. `ended(error)`: once, when it is over. */
  receiver(receive, ended) {
    this.#receive = { receive, ended };
    this.#waiting.splice(0).forEach((message) => this.#pass(message));
    if (this.#ended) {
      ended(this.#ended);
    }
  }

  send(bytes) {
    if (!this.#ended && this.#socket.readyState === WebSocket.OPEN) {
      this.#socket.send(bytes);
    }
  }

  /** Bytes that wait for the wire. */
  get waiting() {
    return this.#socket.bufferedAmount;
  }

  close() {
    this.#end(new RelayClosedError(1000));
  }

  #came(message) {
    if (this.#ended) {
      return;
    }
    if (message.length > LARGEST || this.#waiting.length > 16) {
      this.#end(new ProtocolError("more than a message"));
    } else if (this.#receive) {
      this.#pass(message);
    } else if (this.#due) {
      this.#due.done(message);
    } else {
      this.#waiting.push(message);
    }
  }

  #pass(message) {
    if (typeof message === "string") {
      this.#end(new ProtocolError("a text message"));
    } else {
      this.#receive.receive(message);
    }
  }

  #end(error) {
    if (this.#ended) {
      return;
    }
    this.#ended = error;
    this.#socket.onmessage = this.#socket.onclose = null;
    this.#socket.close();
    this.#due?.failed(error);
    this.#receive?.ended(error);
  }
}
