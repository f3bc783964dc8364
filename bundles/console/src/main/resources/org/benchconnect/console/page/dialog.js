// How a question to a person looks: the text, the entries, and buttons of one size. No form: Enter sends nothing.

import { html, nothing } from "./lit/lit-html.js";
import { icon } from "./cards.js";
import { entry } from "./entries.js";
import { paragraphs, visible } from "./paragraphs.js";
import { supportBar } from "./supportbar.js";

export function dialog(known, act) {
  const { words, asking, rights } = known;
  if (!asking) {
    return nothing;
  }
  const { kind, subject } = asking;
  const shown = subject?.paragraphs; // a text that the answer is bound to
  const guard = (event) => keys(event, asking);
  return html`
    <dialog class="ask ${kind}" aria-labelledby="ask-title" @keydown=${guard} @cancel=${(event) => cancel(event, act)}>
      ${supportBar(known, act)}
      <h2 id="ask-title" tabindex="-1" autofocus>${words.say(`ask.${kind}.title`, named(subject))}</h2>
      ${shown
        ? html`${paragraphs(subject.paragraphs, subject.language)}${subject.asksAgainText ? html`<p class="again">${subject.asksAgainText}</p>` : nothing}`
        : html`<p>${words.say(`ask.${kind}.text`, named(subject))}</p>`}
      ${subject?.preview === undefined ? nothing : html`<pre class="sent" tabindex="0" aria-labelledby="ask-title">${visible(subject.preview)}</pre>`}
      ${nobody(asking, rights, words)}
      <div class="entries">${asking.fields.map((field) => entry(field, asking, rights, words))}</div>
      ${trouble(asking, words)}
      <p class="time meta">${time(asking, words)}</p>
      <div class="answers">
        ${shown && asking.state !== "over"
          ? html`
              <button type="button" id="ask-no" @click=${() => act.refuse(subject)}>${words.say("ask.no")}</button>
              <button type="button" id="ask-later" @click=${() => act.notNow(subject)}>${words.say("ask.notNow")}</button>`
          : html`<button type="button" id="ask-close" @click=${() => act.closeAsking()}>${words.say("ask.close")}</button>`}
        ${asking.state === "over" ? nothing : asking.state === "closed"
          ? html`<button type="button" id="ask-again" @click=${() => act.askAgain()}>${words.say("ask.again")}</button>`
          : html`<button type="button" id="ask-approve" aria-disabled=${!asking.ready} aria-describedby="ask-title"
              @click=${(event) => approve(event, act)}>${words.say(asking.state === "sending" ? "ask.sending" : `ask.${kind}.approve`)}</button>`}
      </div>
      ${shown && asking.state !== "over"
        ? html`<p class="hint"><button type="button" class="quiet" id="ask-close" @click=${() => act.closeAsking()}>${words.say("ask.closeWithout")}</button></p>`
        : nothing}
    </dialog>
  `;
}

function named(subject) {
  return { name: subject?.name ?? "", title: subject?.title ?? "" };
}

/** Enter never approves, wherever it is pressed; on the other buttons it does what it does everywhere. */
function keys(event, asking) {
  asking.key(event);
  if (event.key === "Enter" && (event.target.id === "ask-approve" || event.target.tagName !== "BUTTON")) {
    event.preventDefault();
  }
}

/** Counts only as the button looks: one that looks inert is. */
function approve(event, act) {
  if (event.currentTarget.getAttribute("aria-disabled") === "false") {
    act.approve();
  }
}

/** Escape: closed without an answer. */
function cancel(event, act) {
  event.preventDefault();
  act.closeAsking();
}

function nobody(asking, rights, words) {
  if (!asking.fields.includes("account") || !rights.accounts || rights.accounts.accounts.some(asking.who)) {
    return nothing;
  }
  return html`<p class="trouble">${icon("WARNING")}<span>${rights.accounts.needsFirst ? rights.accounts.text : words.say("ask.nobody")}</span></p>`;
}

function trouble(asking, words) {
  if (!asking.error) {
    return nothing;
  }
  const wait = Math.ceil((asking.waitUntil - performance.now()) / 1000);
  return html`
    <div class="trouble">
      ${icon("WARNING")}
      <div>
        <p role="alert">${asking.error}</p>
        ${wait > 0 ? html`<p class="wait">${words.say("ask.wait", { time: clock(wait) })}</p>` : nothing}
      </div>
    </div>
  `;
}

function time(asking, words) {
  if (asking.state === "opening") {
    return words.say("loading");
  }
  if (asking.state === "sending") {
    return words.say("ask.sendingHint");
  }
  return asking.left === null ? "" : words.say("ask.left", { time: clock(Math.ceil(asking.left / 1000)) });
}

function clock(seconds) {
  const rest = String(seconds % 60).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}:${rest}`;
}
