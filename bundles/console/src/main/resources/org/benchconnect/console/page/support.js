// Remote support: asking for help, the way in, who came, each question, what is allowed, and what was before. Names are what others wrote: text alone.

import { html, nothing } from "./lit/lit-html.js";
import { icon } from "./cards.js";

export function support(known, act) {
  const { words, support: state } = known;
  if (state.now === undefined) {
    return nothing;
  }
  return html`
    <section class="support ${state.runs ? "runs" : ""}" aria-labelledby="support">
      <h2 id="support" tabindex="-1">${words.say("support")}</h2>
      ${state.now === null ? html`<p>${state.text}</p>` : state.runs ? running(known, act) : between(known, act)}
      ${state.error ? html`<div class="trouble">${icon("WARNING")}<p role="alert">${state.error}</p></div>` : nothing}
    </section>
  `;
}

function between({ words, support: { now } }, act) {
  const possible = now.state !== "DISABLED";
  return html`
    <p>${now.text}</p>
    ${now.hindrances.length ? html`<ul class="hindrances">${now.hindrances.map((one) => html`<li>${one.text}</li>`)}</ul>` : nothing}
    ${possible
      ? html`
          <p class="row">
            <button type="button" class="main" id="request-help" @click=${() => act.ask("support", {})}>${words.say("support.request")}</button>
            <button type="button" id="practise" @click=${() => act.practise()}>${words.say("support.practise")}</button>
          </p>`
      : nothing}
    ${now.last ? last(now.last, words) : nothing}
    ${possible ? abilities(now, words) : nothing}
  `;
}

function last({ session, text }, words) {
  return html`
    <p class="last">${text}</p>
    <p><a href="/api/v1/support/papers/${session}?lang=${words.tag}" target="_blank" rel="noopener">${words.say("support.paper")}</a></p>
  `;
}

function abilities(now, words) {
  return html`
    <details>
      <summary>${words.say("support.abilities")}</summary>
      <ul class="abilities">${now.abilities.map((one) => html`<li>${one.text}</li>`)}</ul>
    </details>
  `;
}

function running(known, act) {
  const { words, support: { now } } = known;
  return html`
    ${now.practice ? html`<p class="practice">${now.text}</p>` : html`<p>${now.text}</p>`}
    ${now.supporter ? html`<p class="who"><bdi>${now.supporter.text}</bdi></p>` : nothing}
    ${now.invitation ? invitation(known) : nothing}
    ${now.state !== "ENDING" && !now.companion ? html`<div class="trouble">${icon("WARNING")}<p>${words.say("support.noCompanion")}</p></div>` : nothing}
    ${now.request ? request(known, act) : now.authenticationString && !now.compared ? string(known, act) : nothing}
    ${now.state === "AUTHENTICATED" ? allowed(known, act) : nothing}
    <p class="row"><button type="button" class="stop" id="stop-support" @click=${() => act.stopSupport()}>
      ${words.say(known.support.stopping ? "support.stopping" : "support.stop")}</button></p>
    <p class="hint">${words.say("support.stopHint")}</p>
    ${abilities(now, words)}
  `;
}

function invitation({ words, support: state }) {
  const { code, password, text, until } = state.now.invitation;
  return html`
    ${code
      ? html`
          <dl class="invitation">
            <div><dt>${words.say("support.code")}</dt><dd id="support-code">${code}</dd></div>
            <div><dt>${words.say("support.password")}</dt><dd id="support-password">${password}</dd></div>
          </dl>`
      : nothing}
    <p class="warning">${text}</p>
    <p class="meta time">${words.say("support.left", { time: clock(state.left(until)) })}</p>
  `;
}

function string({ words, support: state }, act) {
  const digits = state.now.authenticationString;
  return html`
    <div class="asked-now" id="support-string" @keydown=${notByEnter}>
      <h3>${words.say("support.string")}</h3>
      <p class="digits" aria-label=${digits.split("").join(" ")}>${digits.slice(0, 3)} ${digits.slice(3)}</p>
      <p>${words.say("support.stringHint")}</p>
      <div class="answers">
        <button type="button" id="support-no" @click=${() => act.supportNo()}>${words.say("support.notSame")}</button>
        ${yes(state, words.say("support.same"), words, act)}
      </div>
    </div>
  `;
}

function request(known, act) {
  const { words, support: state } = known;
  const { text, warning, until, privilege } = state.now.request;
  const pin = privilege === "control-input" && !state.now.controlDuringRun && (state.needsPin || measures(known));
  return html`
    <div class="asked-now" id="support-request" @keydown=${notByEnter}>
      <p class="kind">${words.say("support.question")}</p>
      <h3 id="support-question"><bdi>${text}</bdi></h3>
      <p class="warning"><bdi>${warning}</bdi></p>
      ${pin ? html`<p class="warning measuring">${words.say("support.measuring")}</p>` : nothing}
      <div class="answers">
        <button type="button" id="support-no" aria-describedby="support-question" @click=${() => act.supportNo()}>${words.say("support.no")}</button>
        ${pin
          ? html`<button type="button" id="support-pin" @click=${() => act.ask("controlDuringRun", {})}>${words.say("support.pin")}</button>`
          : state.givenByPin
            ? html`<button type="button" id="support-give-pin" @click=${() => act.ask("permission", { request: state.now.request.id, title: text })}>${words.say("support.pin")}</button>`
            : yes(state, words.say("support.yes"), words, act)}
      </div>
      <p class="meta time">${words.say("support.leftNo", { time: clock(state.left(until)) })}</p>
    </div>
  `;
}

/** Whether an instrument is known not to be idle; where none is watched the agent decides. */
function measures({ status }) {
  return (status?.instruments ?? []).some((one) => one.activity !== "IDLE");
}

function yes(state, label, words, act) {
  return state.closed
    ? html`<button type="button" id="support-again" @click=${() => act.supportAgain()}>${words.say("support.again")}</button>`
    : html`<button type="button" id="support-yes" class="yes" aria-disabled=${!state.ready} @click=${(event) => counts(event) && act.supportYes()}>${label}</button>`;
}

/** Only as the button looks: one that looks inert is. */
function counts(event) {
  return event.currentTarget.getAttribute("aria-disabled") === "false";
}

/** Enter never allows: a barcode scanner sends it. A no it may say. */
function notByEnter(event) {
  if (event.key === "Enter" && event.target.id !== "support-no") {
    event.preventDefault();
  }
}

function allowed({ words, support: { now } }, act) {
  if (now.permissions.length === 0) {
    return now.request ? nothing : html`<p class="meta">${words.say("support.nothing")} ${words.say("support.waits")}</p>`;
  }
  return html`
    <h3 class="allowed-title">${words.say("support.allowed")}</h3>
    <ul class="permissions">
      ${now.permissions.map((one) => html`
        <li>
          <span id="lease-${one.lease}">${one.text}</span>
          <button type="button" aria-describedby="lease-${one.lease}" @click=${() => act.takeBack(one.lease)}>${words.say("support.end")}</button>
        </li>`)}
    </ul>
    ${now.controlDuringRun ? html`<p class="meta">${words.say("support.measuringAllowed")}</p>` : nothing}
  `;
}

function clock(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
