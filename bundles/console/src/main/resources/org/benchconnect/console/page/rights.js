// What the agent says of questions, functions, people and its log: asked again and again while the page is seen.

import { call } from "./api.js";

const PAUSE = 3000;
const RECENT = 20;

export class Rights {
  /** Each as the agent answered last; null if it cannot say, undefined before it was asked. */
  consents;
  accounts;
  audit;

  #told;
  #timer = 0;
  #round = 0;
  #language = "en";
  #seen = "";
  #entries = RECENT;

  /** Calls told whenever something is other than before. */
  constructor(told) {
    this.#told = told;
  }

  /** Asks in this language from now on. */
  begin(language) {
    this.#language = language;
    return this.again();
  }

  end() {
    clearTimeout(this.#timer);
    this.#round++;
    this.consents = this.accounts = this.audit = undefined;
    this.#seen = "";
  }

  /** Shows so many more entries of the log. */
  more() {
    this.#entries = Math.min(this.#entries + 60, 500);
    return this.again();
  }

  /** Asks now. */
  async again() {
    clearTimeout(this.#timer);
    const round = ++this.#round;
    const language = this.#language;
    const answers = document.hidden
      ? null
      : await Promise.all([
          call("GET", "/consents", { language }),
          call("GET", "/accounts", { language }),
          call("GET", `/audit?limit=${this.#entries}`, { language }),
        ]);
    if (round !== this.#round) {
      return; // a later question was asked meanwhile
    }
    this.#timer = setTimeout(() => this.again(), PAUSE);
    if (answers) {
      this.#take(answers.map((answer) => (answer.ok ? answer.data : null)));
    }
  }

  #take(answers) {
    const seen = JSON.stringify(answers);
    if (seen !== this.#seen) {
      this.#seen = seen;
      [this.consents, this.accounts, this.audit] = answers;
      this.#told();
    }
  }
}
