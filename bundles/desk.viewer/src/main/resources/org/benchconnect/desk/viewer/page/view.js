// How the page looks for what it knows. Whatever comes from elsewhere becomes text and never markup.

import { CLIPBOARD, CONTROL, FILES, VIEW, permission } from "./session.js";

export const PERMISSIONS = [
  { privilege: VIEW },
  { privilege: CONTROL, needs: VIEW },
  { privilege: CLIPBOARD, direction: "in", needs: VIEW },
  { privilege: CLIPBOARD, direction: "out", needs: VIEW },
];

const by = (id) => document.getElementById(id);
const show = (id, shown) => (by(id).hidden = !shown);

/** Draws everything; `known`: words, session or null, trouble (a key) or null, busy, keyIsOpen, keyIsLocked. `ask(privilege, direction)`. */
export function draw(known, ask) {
  const { words, session } = known;
  document.documentElement.lang = words.tag;
  document.querySelectorAll("[data-say]").forEach((one) => (one.textContent = words.say(one.dataset.say)));
  document.querySelectorAll("#languages button").forEach((one) => one.setAttribute("aria-pressed", one.lang === words.tag));
  const step = session?.step;
  const open = step === "password" || step === "inside";
  document.title = words.say(step === "over" ? "over.title" : open ? "title.session" : "start.title") + " – BenchConnect";
  show("start", !session);
  show("way", step && !open && step !== "over");
  show("session", open);
  show("over", step === "over");
  show("leave", step && step !== "over");
  drawStart(known);
  if (open) {
    drawSession(words, session, ask);
  } else if (step === "over") {
    by("why").textContent = words.say(words.has(`over.${session.why}`) ? `over.${session.why}` : "over.OTHER");
  } else if (step) {
    by("way-step").textContent = words.say(`way.${step}`);
  }
}

function drawStart({ words, trouble, busy, keyIsLocked, keyIsOpen }) {
  show("key-password-entry", keyIsLocked);
  show("key-open", keyIsOpen);
  show("start-trouble", trouble);
  by("start-trouble").textContent = trouble ? words.say(trouble) : "";
  by("join-button").disabled = busy;
}

function drawSession(words, session, ask) {
  const inside = session.step === "inside";
  const seen = session.allows(VIEW);
  by("session").classList.toggle("begun", session.begun);
  by("string").textContent = `${session.string.slice(0, 3)} ${session.string.slice(3)}`;
  by("agent").textContent = session.agent;
  show("again", session.wrong);
  show("asks", inside);
  drawPermissions(words, session, ask);
  drawFile(words, session, inside);
  show("clipboard-in", seen && !session.frozen && session.allows(permission(CLIPBOARD, "in")));
  show("clipboard-out", seen && session.allows(permission(CLIPBOARD, "out")));
  by("copied").value = session.copied ?? "";
  show("nothing", !seen);
  show("tools", seen);
  show("place", seen);
  by("place").classList.toggle("blank", session.frozen);
  show("frozen", session.frozen);
  drawHands(words, session);
}

/** No button, unless the agent said that a file can be asked for. */
function drawFile(words, { files, file, frozen, permissions }, inside) {
  show("file-in", inside && (files || file));
  show("file-choice", files);
  const asking = ["asked", "given"].includes(permissions.get(FILES)?.state) || file?.state === "sent";
  by("ask-transfer-files").disabled = frozen || asking;
  by("file-state").textContent = file ? words.say(`file.state.${file.state}`, { name: file.name, percent: file.percent }) : "";
  by("file-in").dataset.state = file?.state ?? "none";
  show("file-progress", file?.state === "sending");
  by("file-progress").value = file?.percent ?? 0;
}

function drawHands(words, session) {
  const control = session.allows(CONTROL);
  show("ctrl-alt-del", control);
  by("hands").classList.toggle("on", control);
  by("hands").textContent = words.say(control ? "hands.on" : "hands.off");
}

function drawPermissions(words, session, ask) {
  const list = by("permissions");
  if (list.children.length === 0) {
    list.append(...PERMISSIONS.map((one) => item(one, ask)));
  }
  PERMISSIONS.forEach((one, at) => {
    const name = permission(one.privilege, one.direction);
    const { state = "none", until } = session.permissions.get(name) ?? {};
    const row = list.children[at];
    const possible = (!one.needs || session.allows(one.needs)) && !session.frozen;
    row.className = state;
    row.querySelector(".name").textContent = words.say(`permission.${name}`);
    row.querySelector(".state").textContent = words.say(`state.${state}`, { until: until && words.time(until) });
    const button = row.querySelector("button");
    button.textContent = words.say("ask.button");
    button.setAttribute("aria-label", words.say(`ask.${name}`));
    button.hidden = state === "given";
    button.disabled = state === "asked" || !possible;
  });
}

function item({ privilege, direction }, ask) {
  const row = document.createElement("li");
  const name = document.createElement("span");
  const state = document.createElement("span");
  const button = document.createElement("button");
  name.className = "name";
  state.className = "state";
  button.type = "button";
  button.id = `ask-${permission(privilege, direction)}`;
  button.addEventListener("click", () => ask(privilege, direction));
  row.append(name, state, button);
  return row;
}

export function speak(text) {
  by("spoken").textContent = text;
}
