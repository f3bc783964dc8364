// What the page says, in the language that was chosen last on this PC.

export const LANGUAGES = [
  { tag: "en", name: "English" },
  { tag: "it", name: "Italiano" },
  { tag: "es", name: "Español" },
];

// A cookie, because it outlives a change of the agent's port; it says nothing but two letters.
const REMEMBERED = "benchconnect-language";

/** The language to begin with: the remembered one, else the browser's, else English. */
export function firstLanguage() {
  const remembered = document.cookie.split("; ").find((part) => part.startsWith(REMEMBERED + "="));
  const wished = [remembered?.split("=")[1], ...navigator.languages.map((tag) => tag.split("-")[0])];
  return wished.find((tag) => LANGUAGES.some((language) => language.tag === tag)) ?? "en";
}

export function remember(tag) {
  document.cookie = `${REMEMBERED}=${tag}; Max-Age=31536000; Path=/; SameSite=Strict`;
}

/** The words of a language, loaded from the agent. */
export async function load(tag) {
  const answer = await fetch(`/texts/${tag}.json`);
  return new Words(tag, await answer.json());
}

export class Words {
  #texts;
  #locale; // the browser's own form of the language, such as en-GB, which decides how dates look
  #plural;
  #number;

  constructor(tag, texts) {
    this.tag = tag;
    this.#texts = texts;
    this.#locale = navigator.languages.find((wished) => wished.split("-")[0] === tag) ?? tag;
    this.#plural = new Intl.PluralRules(this.#locale);
    this.#number = new Intl.NumberFormat(this.#locale);
  }

  /** The text of a key, its {placeholders} filled. */
  say(key, values = {}) {
    return (this.#texts[key] ?? key).replace(/\{([a-zA-Z]+)\}/g, (_, name) => values[name] ?? "–");
  }

  /** The text for a number of things: keys end in .one and .other. */
  count(key, count, values = {}) {
    const form = this.#plural.select(count) === "one" ? "one" : "other";
    return this.say(`${key}.${form}`, { ...values, count: this.#number.format(count) });
  }

  /** A time of today as 14:05, an older one with its day. */
  time(iso, now = new Date()) {
    const time = new Date(iso);
    const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
    const day = time.toDateString() === now.toDateString() ? {} : { day: "numeric", month: "short" };
    return new Intl.DateTimeFormat(this.#locale, { ...day, ...clock }).format(time);
  }

  /** Today, whole. */
  day(now = new Date()) {
    return new Intl.DateTimeFormat(this.#locale, { dateStyle: "long" }).format(now);
  }

  /** How long ago: "2 minutes ago", "now". */
  ago(iso, now = new Date()) {
    const seconds = Math.min(0, (new Date(iso) - now) / 1000);
    const [unit, length] = [["day", 86400], ["hour", 3600], ["minute", 60]].find(([, s]) => -seconds >= s) ?? ["second", 60];
    return new Intl.RelativeTimeFormat(this.#locale, { numeric: "auto" }).format(Math.round(seconds / length), unit);
  }
}
