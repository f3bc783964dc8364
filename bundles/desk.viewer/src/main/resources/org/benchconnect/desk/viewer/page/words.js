// What the page says, in the language that was chosen last in this browser.

export const LANGUAGES = ["en", "it", "es"];

const REMEMBERED = "benchconnect-language";

/** The language to begin with: the remembered one, else the browser's, else English. */
export function firstLanguage() {
  const wished = [localStorage.getItem(REMEMBERED), ...navigator.languages.map((tag) => tag.split("-")[0])];
  return wished.find((tag) => LANGUAGES.includes(tag)) ?? "en";
}

export function remember(tag) {
  localStorage.setItem(REMEMBERED, tag);
}

/** The words of a language. */
export async function load(tag) {
  const answer = await fetch(`/texts/${tag}.json`);
  return new Words(tag, await answer.json());
}

class Words {
  #texts;
  #locale; // the browser's own form of the language, such as en-GB, which decides how times look

  constructor(tag, texts) {
    this.tag = tag;
    this.#texts = texts;
    this.#locale = navigator.languages.find((wished) => wished.split("-")[0] === tag) ?? tag;
  }

  has(key) {
    return Object.hasOwn(this.#texts, key);
  }

  /** The text of a key, its {placeholders} filled. */
  say(key, values = {}) {
    return (this.has(key) ? this.#texts[key] : key).replace(/\{([a-zA-Z]+)\}/g, (_, name) => values[name] ?? "–");
  }

  /** A time of day. */
  time(iso) {
    return new Intl.DateTimeFormat(this.#locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(iso));
  }
}
