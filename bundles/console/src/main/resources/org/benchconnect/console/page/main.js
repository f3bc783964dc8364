// What the page knows, and what happens when it learns something. How it looks is in view.js.

import { render } from "./lit/lit-html.js";
import { firstLanguage, load, remember } from "./words.js";
import { acknowledge, installed, signIn } from "./session.js";
import { Stream } from "./stream.js";
import { Rights } from "./rights.js";
import { Service } from "./service.js";
import { Upgrading } from "./upgrading.js";
import { Supporting } from "./supporting.js";
import { acts } from "./acts.js";
import { page } from "./view.js";

const RECENT = 20;
const REDRAW = 30_000; // "2 minutes ago" grows old

const known = {
  words: null,
  locked: false, // the agent does not know this page
  codeRefused: false,
  lost: false, // the stream is broken
  heardAt: null, // when the agent was last heard
  status: null,
  notices: null, // by id; null while they are not known
  features: undefined, // what is installed; undefined before the first answer, null if it cannot be known
  busy: new Set(), // ids that are being acknowledged
  failed: new Map(), // ids that could not be, and names of functions with why not
  rights: new Rights(() => draw()),
  service: new Service(() => draw()),
  upgrading: new Upgrading(() => draw(), (where, text) => speak(where, text)),
  support: new Supporting(() => draw(), (where, text) => speak(where, text)),
  asking: null, // the question to a person that is open
  recovery: null, // a recovery code that is to be printed
  withdrawing: null, // the function of which somebody is about to take the permission back
  adding: { busy: false, error: null }, // a function that is being checked
  registering: { open: false, which: 0, busy: false, error: null, part: null, values: {} }, // what is filled in to register
  log: { busy: false, said: null, good: false }, // what came out of checking the log
};

const root = document.getElementById("page");

function draw() {
  document.documentElement.lang = known.words.tag;
  document.title = title();
  closeDialogs();
  render(page(known, { acknowledge: acknowledgeNotice, language: changeLanguage, ...rightsActs }), root);
  openDialog();
}

/** A dialog that is not shown any more gives the focus back to what opened it. */
function closeDialogs() {
  const wanted = known.asking ? `ask ${known.asking.kind}` : known.recovery ? "recovery" : null;
  document.querySelectorAll("dialog[open]").forEach((dialog) => dialog.className === wanted || dialog.close());
}

function openDialog() {
  const dialog = document.querySelector("dialog:not([open])");
  dialog?.showModal();
}

const rightsActs = acts(known, () => draw(), speak);

function title() {
  const asked = known.support.asks ? 1 : 0;
  const offered = known.upgrading.now?.phase === "OFFERED" ? 1 : 0;
  const waiting = asked + offered + (known.rights.consents?.requests.filter((request) => request.state === "OPEN").length ?? 0);
  if (waiting) {
    return `${known.words.count("questionCount", waiting)} – BenchConnect`;
  }
  const open = [...(known.notices?.values() ?? [])].filter((notice) => notice.state === "OPEN").length;
  return open ? `${known.words.count("openCount", open)} – BenchConnect` : "BenchConnect";
}

function speak(where, text) {
  document.getElementById(where).textContent = text;
}

const stream = new Stream({
  state(state) {
    heard();
    known.status = state.status;
    known.notices = state.active && new Map([...state.active, ...state.history].map((notice) => [notice.id, notice]));
    draw();
    lookAtFeatures();
    known.rights.begin(known.words.tag);
    known.service.begin(known.words.tag);
  },
  status(status) {
    heard();
    const mayDiffer = !known.features || known.status?.agent.generation !== status.agent.generation;
    known.status = status;
    draw();
    if (mayDiffer) {
      lookAtFeatures();
      known.rights.again();
    }
  },
  upgrade(event) {
    heard();
    known.upgrading.told(event, known.words);
    known.asking?.stillStands(event.upgrade);
  },
  session(event) {
    heard();
    known.support.told(event, known.words);
    known.asking?.stillFits(known.support);
  },
  notice(notice) {
    heard();
    take(notice);
    known.service.noticesChanged();
    draw();
  },
  lost() {
    known.lost = true;
    draw();
  },
  locked() {
    known.locked = true;
    known.notices = null;
    known.status = null;
    known.features = undefined;
    known.rights.end();
    known.service.end();
    known.registering = { open: false, busy: false, error: null, part: null, values: {} };
    known.upgrading.end();
    known.support.end();
    known.asking?.end();
    known.asking = known.recovery = null;
    draw();
  },
});

function heard() {
  known.lost = false;
  known.locked = false;
  known.heardAt = new Date();
}

let looks = 0; // an answer may come after that of a later question

/** Asks what is installed; the language is that of the page. */
async function lookAtFeatures() {
  const look = ++looks;
  const features = await installed(known.words.tag);
  if (look === looks && !known.locked) {
    known.features = features;
    draw();
  }
}

function take(notice) {
  if (!known.notices) {
    return;
  }
  const before = known.notices.get(notice.id);
  known.notices.set(notice.id, notice);
  const cleared = [...known.notices.values()].filter((one) => one.state === "CLEARED");
  cleared.sort((a, b) => (a.clearedAt < b.clearedAt ? 1 : -1));
  cleared.slice(RECENT).forEach((one) => known.notices.delete(one.id));
  if (notice.state === "OPEN" && before?.severity !== notice.severity) {
    const { words } = known;
    const severity = words.say(`severity.${notice.severity}`);
    speak(notice.severity === "FAULT" ? "urgent" : "polite", words.say("newSpoken", { severity, title: notice.title }));
  } else if (notice.state === "OPEN" && notice.escalatedAt !== before.escalatedAt) {
    const { words } = known;
    const severity = words.say(`severity.${notice.severity}`);
    speak("urgent", words.say("escalatedSpoken", { severity, title: notice.title }));
  }
}

async function acknowledgeNotice(id) {
  const next = document.activeElement?.id === `acknowledge-${id}` ? neighbour(id) : null;
  known.busy.add(id);
  known.failed.delete(id);
  draw();
  try {
    const notice = await acknowledge(id, known.words.tag);
    known.busy.delete(id);
    take(notice);
    speak("polite", known.words.say("acknowledgedSpoken", { title: notice.title }));
    draw();
    (document.getElementById(next) ?? document.getElementById("open"))?.focus();
  } catch {
    known.busy.delete(id);
    known.failed.set(id, true);
    draw();
  }
}

/** The button that has the focus after this one's card has moved away: the next, else the one before. */
function neighbour(id) {
  const buttons = [...document.querySelectorAll("button[id^=acknowledge-]")].map((button) => button.id);
  const at = buttons.indexOf(`acknowledge-${id}`);
  return buttons[at + 1] ?? buttons[at - 1] ?? null;
}

let wished = null; // the language that was clicked last: its texts may come before those of an earlier click

async function changeLanguage(tag) {
  wished = tag;
  let words;
  try {
    words = await load(tag);
  } catch {
    return; // the agent does not answer; the banner says so
  }
  if (wished !== tag) {
    return;
  }
  known.words = words;
  remember(tag);
  draw();
  if (!known.locked) {
    stream.open(tag);
  }
}

async function begin() {
  const tag = firstLanguage();
  known.words = await load(tag);
  draw();
  known.codeRefused = await signIn();
  stream.open(tag);
  setInterval(draw, REDRAW);
}

// A new code in the address of a page that is already open.
window.addEventListener("hashchange", async () => {
  if (!location.hash.startsWith("#code=")) {
    return; // a place on this page
  }
  known.codeRefused = await signIn();
  stream.open(known.words.tag);
});

begin();
