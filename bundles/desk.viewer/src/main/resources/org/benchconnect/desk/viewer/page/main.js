// What the page knows and what its buttons do. How it looks is in view.js, what a session is in session.js.

import { lost } from "./clipboard.js";
import { IdentityError, RegistryError } from "./errors.js";
import { identityOf, isProtected } from "./identity.js";
import { Screen } from "./screen.js";
import { Session } from "./session.js";
import { currentRegistry, settings } from "./settings.js";
import { draw, speak } from "./view.js";
import { firstLanguage, load, remember } from "./words.js";

const by = (id) => document.getElementById(id);

const known = {
  words: null,
  session: null,
  trouble: null, // the key of a text
  busy: false,
  keyIsLocked: false,
  keyIsOpen: false,
};

let whole = true; // the picture as large as there is room
let spoken = null;

function redraw() {
  draw(known, (privilege, direction) => known.session?.ask(privilege, direction));
  speakChanges();
}

/** What a screen reader is told: the last thing that a person decided. */
function speakChanges() {
  const { session, words } = known;
  const said = session && [...session.permissions].map(([name, { state }]) => `${words.say(`permission.${name}`)}: ${words.say(`state.${state}.short`)}`);
  const text = said?.at(-1) ?? "";
  if (text !== spoken) {
    spoken = text;
    speak(text);
  }
}

/** What was typed, as the instrument shows it: no spaces or hyphens. A password has neither 0, 1, I nor O in it, and L is a letter. */
const code = () => by("code").value.replace(/[\s-]/g, "");
const oneTime = (typed) => typed.replace(/[\s-]/g, "").toUpperCase();

async function join() {
  known.trouble = null;
  if (!/^\d{9}$/.test(code())) {
    return trouble("trouble.code", "code");
  }
  if (!/^[0-9A-Z]{10}$/.test(oneTime(by("password").value))) {
    return trouble("trouble.password", "password");
  }
  known.busy = true;
  redraw();
  try {
    const identity = await chosenIdentity();
    const { relay, registryKey } = await settings();
    const registry = await currentRegistry(registryKey);
    begin(relay, identity, registry);
  } catch (error) {
    trouble(troubleOf(error));
  } finally {
    known.busy = false;
    redraw();
  }
}

function trouble(key, field) {
  known.trouble = key;
  redraw();
  by(field)?.focus();
}

function troubleOf(error) {
  if (error instanceof IdentityError) {
    return `identity.${error.reason}`;
  }
  return error instanceof RegistryError ? `registry.${error.reason}` : "trouble.page";
}

async function chosenIdentity() {
  const [key] = by("key-file").files;
  const [chain] = by("chain-file").files;
  if (!key || !chain) {
    throw new IdentityError("missing");
  }
  const identity = await identityOf(await key.slice(0, 65537).text(), by("key-password").value, await chain.slice(0, 65537).text());
  if (!(identity.until > Date.now())) {
    throw new IdentityError("expired");
  }
  return identity;
}

function begin(relay, identity, registry) {
  const session = new Session({
    changed: () => {
      redraw();
      if (session.step === "over") {
        by("place").hidden = true;
        document.querySelector("#over h1").focus();
      }
    },
    openScreen: (ends) => {
      by("place").hidden = false; // so that the picture knows how much room there is
      const screen = new Screen(by("place"), ends);
      screen.fit(whole);
      return screen;
    },
  });
  known.session = session;
  session.begin(relay, code(), oneTime(by("password").value), identity, registry);
  by("code").value = by("password").value = by("key-password").value = "";
}

async function lookAtKey() {
  const [key] = by("key-file").files;
  const text = key ? await key.slice(0, 65537).text() : "";
  known.keyIsLocked = isProtected(text);
  known.keyIsOpen = !known.keyIsLocked && text.includes("-----BEGIN PRIVATE KEY-----");
  redraw();
}

async function changeLanguage(tag) {
  known.words = await load(tag);
  remember(tag);
  redraw();
}

function listen() {
  const submitted = (id, act) =>
    by(id).addEventListener("submit", (event) => {
      event.preventDefault();
      act();
    });
  const clicked = (id, act) => by(id).addEventListener("click", act);
  submitted("join", join);
  submitted("again", () => {
    known.session?.passwordAgain(oneTime(by("password-again").value));
    by("password-again").value = "";
  });
  by("key-file").addEventListener("change", lookAtKey);
  clicked("leave", () => known.session?.leave());
  clicked("new", () => {
    known.session = null;
    by("file").value = "";
    by("file-trouble").hidden = true;
    redraw();
    by("code").focus();
  });
  clicked("fit", () => {
    whole = !whole;
    known.session?.fit(whole);
    by("fit").setAttribute("aria-pressed", whole);
  });
  clicked("ctrl-alt-del", () => known.session?.ctrlAltDel());
  clicked("paste", () => {
    known.session?.paste(by("to-paste").value);
    by("to-paste").value = "";
    by("pasted").textContent = known.words.say("clipboard.in.done");
    by("lost").hidden = true;
  });
  by("to-paste").addEventListener("input", ({ target }) => {
    const count = lost(target.value);
    by("pasted").textContent = "";
    by("lost").hidden = count === 0;
    by("lost").textContent = known.words.say("clipboard.in.lost", { count });
  });
  by("file-question").addEventListener("submit", (event) => {
    event.preventDefault();
    const [file] = by("file").files;
    const asked = file && known.session?.askForFile(file);
    by("file-trouble").hidden = asked !== false;
  });
  by("file").addEventListener("change", () => (by("file-trouble").hidden = true));
  clicked("copy", () => navigator.clipboard.writeText(by("copied").value));
  by("languages").addEventListener("click", ({ target }) => target.lang && changeLanguage(target.lang));
  window.addEventListener("pagehide", () => known.session?.leave());
}

known.words = await load(firstLanguage());
listen();
redraw();
