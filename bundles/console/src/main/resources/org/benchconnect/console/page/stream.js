// The stream of events, opened again whenever it breaks.

import { signedIn } from "./session.js";

const SHORTEST_PAUSE = 1000;
const LONGEST_PAUSE = 8000;

export class Stream {
  #source = null;
  #again = 0;
  #pause = SHORTEST_PAUSE;
  #heard;

  /** Calls heard.state, heard.notice, heard.status, heard.upgrade, heard.session with data; heard.lost and heard.locked without. */
  constructor(heard) {
    this.#heard = heard;
  }

  /** Listens in this language, and no longer in another. */
  open(language) {
    this.close();
    const source = new EventSource(`/api/v1/events?lang=${language}`);
    this.#source = source;
    for (const name of ["state", "notice", "status", "upgrade", "session"]) {
      source.addEventListener(name, (event) => {
        this.#pause = SHORTEST_PAUSE;
        this.#heard[name](JSON.parse(event.data));
      });
    }
    source.addEventListener("error", () => this.#broken(source, language));
  }

  close() {
    clearTimeout(this.#again);
    this.#source?.close();
    this.#source = null;
  }

  async #broken(source, language) {
    source.close();
    this.#heard.lost();
    const known = await signedIn();
    if (source !== this.#source) {
      return; // opened anew or closed meanwhile
    }
    if (known === false) {
      this.#heard.locked();
      return;
    }
    this.#again = setTimeout(() => this.open(language), this.#pause);
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
  }
}
