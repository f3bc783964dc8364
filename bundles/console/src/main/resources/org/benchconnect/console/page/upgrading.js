// What a person does about newer releases; asks for the history whenever something has changed.

import { call, why } from "./api.js";

const TICK = 1000; // "40 seconds left" grows old quickly

export class Upgrading {
  now; // how upgrades are; undefined before it was told, null while nobody can say
  records = []; // every change, the newest first
  checking = false; // somebody looks for releases
  goingBack = false; // asked whether really
  error = null; // a sentence

  #words;
  #redraw;
  #speak;
  #timer = 0;

  constructor(redraw, speak) {
    this.#redraw = redraw;
    this.#speak = speak;
  }

  /** The agent told how upgrades are, in the language of these words. */
  told(event, words) {
    const before = this.now;
    this.now = event.upgrade;
    this.#words = words;
    if (before && this.now && before.text !== this.now.text && before.phase !== this.now.phase) {
      this.#speak("polite", this.now.text);
    }
    clearInterval(this.#timer);
    if (this.now?.phase === "PROVES") {
      this.#timer = setInterval(this.#redraw, TICK);
    }
    this.#redraw();
    this.#lookBack();
  }

  end() {
    clearInterval(this.#timer);
    this.now = undefined;
    this.records = [];
  }

  async #lookBack() {
    const answer = await call("GET", "/upgrade/records", { language: this.#words.tag });
    if (answer.ok && this.now !== undefined) {
      this.records = answer.data.records;
      this.#redraw();
    }
  }

  /** The question about what is offered, or null. */
  async question() {
    const answer = await call("GET", "/upgrade/request", { language: this.#words.tag });
    this.#said(answer);
    return answer.ok ? answer.data : null;
  }

  async check(source) {
    this.checking = true;
    this.error = null;
    this.#redraw();
    const body = source ? { source } : {};
    const answer = await call("POST", "/upgrade/check", { language: this.#words.tag, body });
    this.checking = false;
    this.#said(answer);
    if (answer.ok) {
      this.#speak("polite", answer.data.text);
    }
  }

  /** No, or not any more: counts at once. */
  async refuse(plan) {
    const answer = await call("POST", "/upgrade/refuse", { language: this.#words.tag, body: { plan } });
    this.#said(answer);
    if (answer.ok) {
      this.#speak("polite", this.#words.say("updates.saidNo"));
    }
  }

  async askFixes() {
    this.#said(await call("DELETE", "/upgrade/fixes", { language: this.#words.tag, body: {} }));
  }

  /** Whether really is asked first. */
  sure(asked) {
    this.goingBack = asked;
    this.#redraw();
    document.getElementById(asked ? "go-back-now" : "go-back")?.focus();
  }

  async goBack() {
    this.goingBack = false;
    this.#redraw();
    const answer = await call("POST", "/upgrade/rollback", { language: this.#words.tag, body: {} });
    if (answer.ok) {
      this.#speak("polite", this.#words.say("updates.wentBack"));
    }
    if (answer.status !== 0) {
      this.#said(answer); // an agent that had to end for it does not answer: the page finds it again by itself
    }
    document.getElementById("updates")?.focus();
  }

  #said(answer) {
    this.error = answer.ok ? null : why(answer, this.#words);
    this.#redraw();
  }
}
