// The picture, as long as there is a lease for it: a client of its own for each lease, and nothing of it left afterwards.

import Inflate from "./novnc/core/inflator.js";
import RFB from "./novnc/core/rfb.js";
import { initLogging } from "./novnc/core/util/logging.js";
import { clientCutText } from "./clipboard.js";
import { ProtocolError } from "./errors.js";
import { RfbSocket, isScreen } from "./rfb-socket.js";

initLogging("none"); // what it would say holds the other end's words

// Of noVNC 1.7.0 it leaves a stream without a window, which fails at the first look back: a picture that begins anew, as after every question, would end the session.
Inflate.prototype.reset = function () {
  Object.assign(this, new Inflate());
};

/** noVNC 1.7.0, with limits to what a picture may be. Four methods of it are replaced; tests show for each that it is still called. */
class BoundedRfb extends RFB {
  #failed;

  constructor(place, socket, failed) {
    super(place, socket, { shared: true });
    this.#failed = failed;
  }

  _handleMessage() {
    try {
      super._handleMessage();
    } catch (error) {
      this.#failed(error);
    }
  }

  _resize(width, height) {
    if (!isScreen(width, height)) {
      throw new ProtocolError("no screen has this size");
    }
    super._resize(width, height);
  }

  _handleDataRect() {
    const { x, y, width, height } = this._FBU;
    if (x + width > this._fbWidth || y + height > this._fbHeight) {
      throw new ProtocolError("a part outside the picture");
    }
    return super._handleDataRect();
  }

  /** Copied text comes under a lease of its own, so also to whoever may only look. In no other form than that of RFC 6143. */
  _handleServerCutText() {
    if (!this._sock.rQwait("cut text", 7) && this._sock.rQpeekBytes(7)[3] > 0x7f) {
      throw new ProtocolError("an extended clipboard");
    }
    const looking = this._viewOnly;
    this._viewOnly = false;
    try {
      return super._handleServerCutText();
    } finally {
      this._viewOnly = looking;
    }
  }
}

export class Screen {
  #place;
  #socket;
  #rfb;

  /**
   * Begins to show; nobody's keys and pointer go anywhere yet. `place`: an empty element. `send(bytes)`: to the agent. `copied(text)`: text that was
   * copied at the instrument. `failed(error)`: it sent what no screen sends.
   */
  constructor(place, { send, copied, failed }) {
    this.#place = place;
    this.#socket = new RfbSocket(send);
    this.#rfb = new BoundedRfb(place, this.#socket, failed);
    place.querySelector("canvas").tabIndex = 0; // reached by the keyboard too
    this.#rfb.viewOnly = true;
    this.#rfb.scaleViewport = true;
    this.#rfb.resizeSession = false;
    this.#rfb.addEventListener("clipboard", ({ detail }) => copied(detail.text));
    this.#rfb.addEventListener("disconnect", ({ detail }) => detail.clean || failed(new ProtocolError("not a picture stream")));
  }

  deliver(bytes) {
    this.#socket.deliver(bytes);
  }

  /** Whether keys and pointer go to the instrument. The agent decides; this only spares it what it would drop. */
  control(allowed) {
    this.#rfb.viewOnly = !allowed;
  }

  /** The picture in its own size, or as large as there is room. */
  fit(whole) {
    this.#rfb.scaleViewport = whole;
  }

  ctrlAltDel() {
    this.#rfb.sendCtrlAltDel();
  }

  /** Puts text into the instrument's clipboard. */
  paste(text) {
    this.#socket.send(clientCutText(text));
  }

  end() {
    this.#socket.close();
    this.#rfb.disconnect();
    this.#place.replaceChildren();
  }
}
