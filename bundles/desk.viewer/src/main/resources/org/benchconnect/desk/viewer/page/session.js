// One visit to one instrument, from its code to its end: what came from the agent, and what of it may happen now.

import { Channel } from "./channel.js";
import * as control from "./control.js";
import { FileError, ProtocolError, reasonOf } from "./errors.js";
import { FileToSend, sendable } from "./file.js";
import * as frame from "./frames.js";
import { agree, answer, confirmed, fresh, pinned, readHello } from "./handshake.js";
import { Relay } from "./relay.js";

export const VIEW = "view-screen";
export const CONTROL = "control-input";
export const CLIPBOARD = "share-clipboard";
export const FILES = "transfer-files";

/** The name of a permission: the clipboard has one for each way. */
export const permission = (privilege, direction) => (direction ? `${privilege}-${direction}` : privilege);

export class Session {
  #relay = null;
  #channel = null;
  #screen = null;
  #openScreen;
  #changed;
  #password;

  step = "joining"; // then "checking" the agent's key, "proving" who one is, "password", "inside", "over"
  agent = null; // its identifier, as the relay says it and the registry confirms it
  string = null; // what both ends read aloud
  wrong = false; // the password was wrong
  frozen = false;
  begun = false; // whether anything was ever allowed: the numbers were compared before that
  permissions = new Map(); // by name: { state: "asked" | "given" | "refused" | "ended", until }
  files = false; // whether a file can be asked for
  file = null; // the last one that was asked for
  copied = null; // what was copied at the instrument
  why = null; // how it ended

  /** `changed()`: something of the above is different. `openScreen({send, copied, failed})`: makes a screen in the page. */
  constructor({ changed, openScreen }) {
    this.#changed = changed;
    this.#openScreen = openScreen;
  }

  /** `registry`: verified. Never throws: what goes wrong is how the session ends. */
  async begin(address, code, password, identity, registry) {
    this.#password = password;
    try {
      this.#relay = new Relay(address);
      this.agent = await this.#relay.join(code);
      this.#to("checking");
      const hello = readHello(await this.#relay.next());
      const agentKey = await pinned(hello, registry.digestOf(this.agent));
      const own = await fresh();
      const sent = await answer(hello, agentKey, identity, own);
      const keys = await agree(hello, sent, own);
      this.#to("proving");
      this.#relay.send(sent);
      await confirmed(await this.#relay.next(), hello, sent, keys);
      this.string = keys.sas;
      this.#open(keys);
    } catch (error) {
      this.#fail(error);
    }
  }

  #open(keys) {
    this.#channel = new Channel(keys, {
      carry: (bytes) => this.#relay.send(bytes),
      take: (type, plain) => this.#take(type, plain),
      failed: (error) => this.#fail(error),
    });
    this.#to("password");
    this.#relay.receiver(
      (bytes) => this.#channel.receive(bytes),
      (error) => this.#fail(error),
    );
  }

  #take(type, plain) {
    switch (type) {
      case frame.RFB:
        return this.#picture(plain);
      case frame.CONTROL:
        return this.#control(control.readControl(plain));
      case frame.PING:
        return undefined;
      case frame.CLOSE:
        return this.#over("CONNECTION");
      default:
        throw new ProtocolError("a frame of a type that is not used here");
    }
  }

  #picture(bytes) {
    if (!this.#screen) {
      throw new ProtocolError("a picture that nobody allowed");
    }
    this.#screen.deliver(bytes);
  }

  #control(message) {
    const inside = this.step === "inside";
    const name = permission(message.privilege, message.direction);
    switch (message.t) {
      case "ready":
        return this.#sendPassword();
      case "wrong":
        return this.#wrongPassword();
      case "authenticated":
        this.#only(this.step === "password" && !this.wrong && this.#password === null);
        return this.#to("inside");
      case "given":
        this.#only(inside && this.permissions.get(name)?.state === "asked");
        return this.#given(message.privilege, name, message.until);
      case "refused":
      case "ended":
        this.#only(inside);
        return this.#taken(message.privilege, name, message.t);
      case "frozen":
        this.#only(inside);
        return this.#freeze(message.frozen);
      case "files":
        this.#only(inside);
        this.files = message.files;
        return this.#changed();
      case "kept":
        this.#only(inside && this.file?.kept(message.kept));
        return this.#changed();
      default:
        return this.#over(message.why);
    }
  }

  #only(due) {
    if (!due) {
      throw new ProtocolError("a message that is not due");
    }
  }

  #sendPassword() {
    this.#only(this.step === "password" && this.#password !== null);
    this.#say(control.password(this.#password));
    this.#password = null;
  }

  #wrongPassword() {
    this.#only(this.step === "password" && this.#password === null);
    this.wrong = true;
    this.#changed();
  }

  /** Another try after a wrong password. */
  passwordAgain(password) {
    if (this.step === "password" && this.wrong) {
      this.wrong = false;
      this.#say(control.password(password));
      this.#changed();
    }
  }

  ask(privilege, direction) {
    const name = permission(privilege, direction);
    if (this.step === "inside" && !this.allows(name) && this.permissions.get(name)?.state !== "asked") {
      this.permissions.set(name, { state: "asked" });
      this.#say(control.ask(privilege, direction));
      this.#changed();
    }
  }

  /** Asks whether this file may be sent; false if no such file can be. */
  askForFile(blob) {
    if (!sendable(blob)) {
      return false;
    }
    const state = this.permissions.get(FILES)?.state;
    if (this.step === "inside" && this.files && state !== "given" && state !== "asked" && this.file?.state !== "sent") {
      this.file = new FileToSend(blob, {
        send: (plain) => this.#channel.send(frame.FILE, plain),
        waiting: () => this.#relay.waiting,
        changed: this.#changed,
      });
      this.permissions.set(FILES, { state: "asked" });
      this.#say(control.askForFile(blob.name, blob.size));
      this.#changed();
    }
    return true;
  }

  allows(name) {
    return this.step === "inside" && this.permissions.get(name)?.state === "given";
  }

  #given(privilege, name, until) {
    this.permissions.set(name, { state: "given", until });
    this.begun = true;
    if (privilege === VIEW) {
      this.#screen = this.#openScreen({
        send: (bytes) => this.#channel.send(frame.RFB, bytes),
        copied: (text) => this.#copied(text),
        failed: (error) => this.#fail(error),
      });
    }
    if (privilege === FILES) {
      this.file.begin().catch(() => this.#fail(new FileError()));
    }
    this.#controls();
  }

  #taken(privilege, name, state) {
    this.permissions.set(name, { state });
    if (privilege === VIEW) {
      this.#screen?.end();
      this.#screen = null;
    }
    if (privilege === FILES) {
      this.file?.ended(state);
    }
    this.#controls();
  }

  #freeze(frozen) {
    this.frozen = frozen;
    this.#controls();
  }

  #controls() {
    this.#screen?.control(this.allows(CONTROL) && !this.frozen);
    this.#changed();
  }

  #copied(text) {
    if (this.allows(permission(CLIPBOARD, "out"))) {
      this.copied = text;
      this.#changed();
    }
  }

  paste(text) {
    if (this.allows(permission(CLIPBOARD, "in")) && !this.frozen) {
      this.#screen?.paste(text);
    }
  }

  ctrlAltDel() {
    this.#screen?.ctrlAltDel();
  }

  fit(whole) {
    this.#screen?.fit(whole);
  }

  #say(message) {
    return this.#channel.send(frame.CONTROL, message);
  }

  /** The supporter goes. */
  async leave() {
    const channel = this.#channel;
    if (channel && this.step !== "over") {
      this.#to("over");
      this.#say(control.leave());
      await channel.send(frame.CLOSE, new Uint8Array(0));
    }
    this.#over("LEFT");
  }

  #to(step) {
    if (this.step !== "over") {
      this.step = step;
      this.#changed();
    }
  }

  #fail(error) {
    this.#over(reasonOf(error));
  }

  /** Everything of it is gone from the page. */
  #over(why) {
    if (this.why) {
      return;
    }
    this.why = why;
    this.step = "over";
    this.#password = this.string = this.copied = null;
    this.#screen?.end();
    this.#screen = null;
    this.file?.end();
    this.permissions.clear();
    this.#channel?.end();
    this.#relay?.close();
    this.#changed();
  }
}
