// A person is being asked: opens the question at the agent, keeps the time, sends the answer. How it looks is in dialog.js.

import { call, why } from "./api.js";
import { ASKS, body, complete } from "./asks.js";

const INERT = 1000; // the first second after the text is seen: barcode scanners send Enter
const RUSH = 150; // keys closer together than this come from a scanner
const TICK = 250;

export class Asking {
  kind;
  subject; // what it is about: a request with its text, a person, a function
  values = { role: "LABORATORY_USER", when: "IN_WINDOW" };
  state = "opening"; // open, sending, closed, over: cannot be asked again
  error = null; // a sentence

  #ask;
  #words;
  #redraw;
  #question = null;
  #answerable = Infinity;
  #closes = Infinity;
  #lastKey = 0;
  #timer;
  #ended = false;
  #waits = new Map(); // until when no PIN is taken, by who answers

  constructor(kind, subject, words, redraw) {
    this.kind = kind;
    this.subject = subject;
    this.#ask = ASKS[kind];
    this.#words = words;
    this.#redraw = redraw;
    this.#timer = setInterval(() => this.#tick(), TICK);
    this.#answerable = performance.now() + INERT;
  }

  get fields() {
    return this.#ask.fields;
  }

  get who() {
    return this.#ask.who?.(this.subject) ?? (() => true);
  }

  /** Who answers: chosen, or the person whom it is about; codes have a wait of their own. */
  get #answering() {
    return this.fields.includes("code") ? "code" : (this.values.account ?? this.subject?.id ?? "");
  }

  /** Before this no PIN of whoever answers is taken. */
  get waitUntil() {
    return this.#waits.get(this.#answering) ?? 0;
  }

  /** Whether an approval would be sent now. */
  get ready() {
    const now = performance.now();
    return (
      this.state === "open" && now >= this.#answerable && now >= this.waitUntil && complete(this.#ask, this.values)
    );
  }

  /** Milliseconds until the question closes; null without one. */
  get left() {
    return this.#question && this.state !== "sending" ? Math.max(0, this.#closes - performance.now()) : null;
  }

  /** Closes a question about a newer release that somebody has answered elsewhere, or that is not offered any more. */
  stillStands(upgrade) {
    const stands = this.kind !== "upgrade" || !upgrade || (upgrade.phase === "OFFERED" && upgrade.plan?.id === this.subject.plan);
    if (stands || this.state === "sending" || this.state === "over") {
      return;
    }
    this.end();
    this.state = "over";
    this.error = this.#words.say("updates.answeredElsewhere");
    this.#redraw();
  }

  /** Closes a question about remote support when there is nothing to answer any more. */
  stillFits(support) {
    const over =
      (this.kind === "support" && support.runs) ||
      (this.kind === "controlDuringRun" && !support.now?.request) ||
      (this.kind === "permission" && support.now?.request?.id !== this.subject.request);
    if (over && this.state !== "sending" && this.state !== "over") {
      this.end();
      this.state = "over";
      this.error = this.#words.say("support.over");
      this.#redraw();
    }
  }

  /** Opens the question, where one is needed. */
  async open() {
    this.state = "opening";
    if (!this.#ask.question) {
      this.state = "open";
      return this.#redraw();
    }
    const begun = performance.now();
    const answer = await call("POST", "/questions", { language: this.#words.tag });
    if (this.#ended) {
      return answer.ok && this.#forget(answer.data.question);
    }
    if (answer.ok) {
      this.#question = answer.data.question;
      const now = performance.now();
      this.#answerable = Math.max(begun + INERT, now + Math.max(INERT, answer.data.answerableInMillis));
      this.#closes = now + Math.max(0, new Date(answer.data.closes) - Date.now());
      this.state = "open";
    } else {
      this.error = why(answer, this.#words);
      this.state = "closed";
    }
    return this.#redraw();
  }

  /** Something was typed or chosen. */
  enter(field, value) {
    this.values[field] = value;
    if (field === "account") {
      this.error = null; // what was said was said of somebody else
    }
    this.#redraw();
  }

  /** A key went down anywhere in the dialog. */
  key(event) {
    if (event.key.length === 1 && event.key !== " ") {
      this.#lastKey = performance.now();
    }
  }

  /** The answer, if this click counts: not in the first second, not incomplete, not amid the keys of a scanner. True when it was taken. */
  async approve() {
    if (!this.ready || performance.now() - this.#lastKey < RUSH) {
      return null;
    }
    this.state = "sending";
    this.error = null;
    this.#redraw();
    const answering = this.#answering;
    const sent = await body(this.#ask, this.values, this.subject);
    const question = this.#question ? { question: this.#question } : {};
    const answer = await call(this.#ask.method ?? "POST", this.#ask.path(this.subject), {
      language: this.#words.tag,
      body: { ...question, ...sent },
    });
    this.#forgetPins();
    if (answer.ok) {
      this.#question = null; // used up
      return answer;
    }
    await this.#refused(answer, answering);
    return null;
  }

  /** The agent used the question up, or not: another one is opened, with its own second. */
  async #refused(answer, answering) {
    this.error = answer.data?.textWithoutWait ?? why(answer, this.#words);
    this.#waits.set(answering, performance.now() + 1000 * (answer.data?.remainingSeconds ?? 0));
    if (this.#question) {
      this.#forget(this.#question);
      this.#question = null;
    }
    await this.open();
  }

  #forgetPins() {
    for (const field of this.fields.filter((one) => one.toLowerCase().endsWith("pin") || one === "again")) {
      delete this.values[field];
    }
    document.querySelectorAll("dialog input[type=password]").forEach((input) => (input.value = ""));
  }

  /** No answer: the question closes. */
  end() {
    this.#ended = true;
    clearInterval(this.#timer);
    this.#forgetPins();
    if (this.#question) {
      this.#forget(this.#question);
      this.#question = null;
    }
  }

  #forget(question) {
    call("DELETE", `/questions/${question}`);
  }

  #tick() {
    if (this.state === "open" && this.left === 0) {
      this.state = "closed";
      this.#question = null;
      this.error = this.#words.say("ask.over");
    }
    this.#redraw();
  }
}
