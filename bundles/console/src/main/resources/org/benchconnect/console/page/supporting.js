// Remote support: what the agent says of it, the question that is open at the agent while a person is asked, and what a click does. How it looks is in support.js.

import { call, why } from "./api.js";
import { sound } from "./tone.js";

const INERT = 1000; // the first second after it is seen: barcode scanners send Enter
const TICK = 250;
const SOUNDS_EVERY = 15_000; // as long as nobody answers

const OVER = ["DISABLED", "IDLE", "CLOSED", "LOCKED_OUT"];

export class Supporting {
  now; // as the agent said last; null while no code for it runs, undefined before it was heard
  text = null; // that none does
  error = null; // a sentence
  stopping = false;
  needsPin = false; // control was refused because the instrument may measure
  givenByPin = false; // a click was refused because control was allowed before in this session

  #redraw;
  #speak;
  #words = null;
  #asked = null; // what is asked: a request's id, or "string"
  #question = null;
  #answerable = Infinity;
  #closes = Infinity;
  #sending = false;
  #sounded = 0;
  #timer = 0;

  constructor(redraw, speak) {
    this.#redraw = redraw;
    this.#speak = speak;
    document.addEventListener("visibilitychange", () => this.#ask());
  }

  /** Whether a session runs that can be stopped. */
  get runs() {
    return Boolean(this.now) && !OVER.includes(this.now.state);
  }

  /** What a person is asked now: a request, the string, or nothing. */
  get asks() {
    if (!this.now || this.now.state !== "AUTHENTICATED") {
      return null;
    }
    if (this.now.request) {
      return this.now.request.id;
    }
    return this.now.authenticationString && !this.now.compared ? "string" : null;
  }

  /** Whether a yes would be sent now. */
  get ready() {
    return this.#question !== null && !this.#sending && performance.now() >= this.#answerable && this.#asked === this.asks;
  }

  /** Whether the question could not be opened, or is over. */
  get closed() {
    return this.asks !== null && this.#question === null && !this.#sending && this.error !== null;
  }

  /** Seconds until a time; 0 if it is over. */
  left(iso) {
    return Math.max(0, Math.ceil((new Date(iso) - Date.now()) / 1000));
  }

  told({ session, text }, words) {
    this.#words = words;
    this.now = session;
    this.text = text;
    if (!this.runs) {
      this.stopping = this.needsPin = this.givenByPin = false;
    }
    this.#tickWhileItRuns();
    this.#ask();
    this.#redraw();
  }

  end() {
    this.now = undefined;
    this.#tickWhileItRuns();
    this.#ask();
  }

  #tickWhileItRuns() {
    clearInterval(this.#timer);
    this.#timer = this.runs ? setInterval(() => this.#tick(), TICK) : 0;
  }

  #tick() {
    if (this.#question && performance.now() >= this.#closes) {
      this.#question = null; // the agent closed it; while it is still asked, another is opened
      this.#open();
    }
    if (this.now.request && !document.hidden && performance.now() - this.#sounded > SOUNDS_EVERY) {
      this.#sound();
    }
    this.#redraw();
  }

  #sound() {
    this.#sounded = performance.now();
    sound();
  }

  /** Something else is asked than before: its question is opened, that of before is closed. */
  #ask() {
    const asks = document.hidden ? null : this.asks;
    if (asks === this.#asked) {
      return;
    }
    this.#asked = asks;
    this.#forget();
    this.needsPin = this.givenByPin = false;
    if (asks === null) {
      return;
    }
    this.error = null;
    if (this.now.request) {
      this.#sound();
      this.#speak("urgent", this.now.request.text);
    }
    this.#open();
  }

  async #open() {
    const asked = this.#asked;
    this.#answerable = Infinity;
    const answer = await call("POST", "/questions", { language: this.#words.tag });
    if (asked !== this.#asked || asked === null || this.#question !== null) {
      return answer.ok && call("DELETE", `/questions/${answer.data.question}`);
    }
    if (answer.ok) {
      const now = performance.now();
      this.#question = answer.data.question;
      this.#answerable = now + Math.max(INERT, answer.data.answerableInMillis);
      this.#closes = now + Math.max(0, new Date(answer.data.closes) - Date.now());
    } else {
      this.error = why(answer, this.#words);
    }
    return this.#redraw();
  }

  #forget() {
    if (this.#question) {
      call("DELETE", `/questions/${this.#question}`);
      this.#question = null;
    }
  }

  /** The question is asked again, after a refusal. */
  again() {
    this.error = null;
    this.#forget();
    return this.#open();
  }

  /** Yes to what is asked. */
  async yes() {
    if (!this.ready) {
      return;
    }
    const string = this.#asked === "string";
    await this.#raise(string ? "/support/compared" : "/support/leases", string ? {} : { request: this.#asked });
  }

  async #raise(path, body) {
    const asked = this.#asked;
    const question = this.#question;
    this.#sending = true;
    this.error = null;
    this.#redraw();
    const answer = await call("POST", path, { language: this.#words.tag, body: { question, ...body } });
    this.#sending = false;
    if (answer.ok) {
      this.#question = this.#question === question ? null : this.#question; // used up; another may be open already
      this.#take(answer.data);
    } else if (asked === this.#asked) {
      this.needsPin = answer.data?.reason === "ACQUIRING";
      this.givenByPin = answer.data?.reason === "PIN";
      this.error = why(answer, this.#words);
      this.#forget();
      await this.#open();
    }
    this.#redraw();
  }

  #take(session) {
    this.told({ session, text: null }, this.#words);
  }

  /** No to what is asked: counts at once. */
  async no() {
    const string = this.asks === "string";
    await this.#lower("POST", string ? "/support/not-the-same" : "/support/refusals", string ? {} : { request: this.asks });
  }

  async takeBack(lease) {
    await this.#lower("DELETE", `/support/leases/${lease}`);
  }

  async practise() {
    await this.#lower("POST", "/support/practice", {});
  }

  /** Everything is cut, at once. */
  async stop() {
    this.stopping = true;
    this.#redraw();
    const stopped = await this.#lower("DELETE", "/support");
    this.stopping = false;
    if (stopped) {
      this.#speak("urgent", this.#words.say("support.stopped"));
    } else {
      this.error = this.#words.say("support.notStopped");
    }
    this.#redraw();
  }

  async #lower(method, path, body) {
    this.error = null;
    const answer = await call(method, path, { language: this.#words.tag, body });
    if (answer.ok) {
      this.#take(answer.data);
    } else {
      this.error = why(answer, this.#words);
      this.#redraw();
    }
    return answer.ok;
  }
}
