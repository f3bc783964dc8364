// What the agent says of the service side: what may leave, what left, the registration, and what the last shift should know.

import { call } from "./api.js";

const PAUSE = 5000;
const SHIFT_PAUSE = 300_000; // a new shift begins without anything happening
const SETTLE = 1000; // a storm of changes is asked about once
const NEWEST = 20;
const MOST = 100;

export class Service {
  /** Each as the agent answered last; null if it cannot say, undefined before it was asked. */
  streams;
  departures;
  registration;
  shift;
  showsDepartures = false;
  limit = NEWEST;

  #told;
  #timer = 0;
  #shiftTimer = 0;
  #round = 0;
  #language = "en";
  #seen = "";
  #running = false;

  /** Calls told whenever something is other than before. */
  constructor(told) {
    this.#told = told;
  }

  /** Asks in this language from now on. */
  begin(language) {
    this.#language = language;
    this.#running = true;
    this.noticesChanged(0);
    return this.again();
  }

  end() {
    clearTimeout(this.#timer);
    clearTimeout(this.#shiftTimer);
    this.#round++;
    this.#running = false;
    this.streams = this.departures = this.registration = this.shift = undefined;
    this.#seen = "";
  }

  /** What left is large, and asked for only while somebody looks. */
  show(shown) {
    if (shown !== this.showsDepartures) {
      this.showsDepartures = shown;
      this.again();
    }
  }

  older() {
    this.limit = MOST;
    return this.again();
  }

  /** Asks now. */
  async again() {
    clearTimeout(this.#timer);
    const round = ++this.#round;
    const language = this.#language;
    const asked = ["/streams", "/registration", ...(this.showsDepartures ? [`/departures?limit=${this.limit}`] : [])];
    const answers = document.hidden ? null : await Promise.all(asked.map((path) => call("GET", path, { language })));
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
      [this.streams, this.registration] = answers;
      if (this.showsDepartures) {
        this.departures = answers[2];
      }
      this.#told();
    }
  }

  /** A notice opened, changed or cleared: what the shift should know is asked for soon. */
  noticesChanged(settle = SETTLE) {
    clearTimeout(this.#shiftTimer);
    this.#shiftTimer = setTimeout(() => this.#askShift(), settle);
  }

  async #askShift() {
    const language = this.#language;
    const answer = await call("GET", "/notices/since-last-shift", { language });
    if (language !== this.#language || !this.#running) {
      return;
    }
    this.shift = answer.ok ? answer.data : null;
    this.#told();
    clearTimeout(this.#shiftTimer);
    this.#shiftTimer = setTimeout(() => this.#askShift(), SHIFT_PAUSE);
  }
}
