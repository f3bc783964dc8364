// Newer releases: how it is in one sentence, what is offered, what it waits for, how far it is, the way back, and what has changed.

import { html, nothing } from "./lit/lit-html.js";
import { plan } from "./plan.js";

const BUSY = ["LOOKS", "SWITCHES", "PROVES", "GOES_BACK"];

export function updates({ words, upgrading }, act) {
  const { now } = upgrading;
  if (now === undefined) {
    return nothing;
  }
  return html`
    <section class="updates" aria-labelledby="updates">
      <h2 id="updates" tabindex="-1">${words.say("updates")}</h2>
      ${now ? state(words, upgrading, act) : html`<p>${words.say("updates.unknown")}</p>`}
      ${upgrading.error ? html`<p class="failed" role="alert">${upgrading.error}</p>` : nothing}
      ${now ? more(words, upgrading, act) : nothing}
    </section>
  `;
}

function state(words, { now, checking }, act) {
  const { phase, approval, waitsFor, platformText, idleText } = now;
  const open = phase === "OFFERED" || phase === "WAITS";
  return html`
    <p class="state now ${phase.toLowerCase()}">${now.text}</p>
    ${progress(words, now)}
    ${platformText ? html`<p class="platform">${platformText}</p>` : nothing}
    ${approval && BUSY.concat("WAITS").includes(phase) ? html`<p>${approval.text} ${phase === "WAITS" ? approval.whenText : nothing}</p>` : nothing}
    ${phase === "WAITS" && waitsFor.length ? html`<ul class="hindrances">${waitsFor.map((one) => html`<li><bdi>${one.text}</bdi></li>`)}</ul>` : nothing}
    ${idleText ? html`<p>${idleText}</p>` : nothing}
    ${phase === "WAITS" ? waiting(words, now, act) : nothing}
    ${phase === "OFFERED"
      ? html`<p class="row"><button type="button" id="upgrade-answer" class="main" @click=${() => act.upgrade()}>${words.say("readAndAnswer")}</button></p>`
      : nothing}
    ${now.plan && open ? html`<details id="upgrade-plan"><summary>${words.say("updates.plan")}</summary>${plan(now.plan)}</details>` : nothing}
    ${phase === "NOTHING_NEW" && !checking ? html`<p class="meta">${now.lookedText}</p>` : nothing}
  `;
}

function waiting(words, { plan: { id }, waitsFor }, act) {
  return html`
    <p class="row">
      ${waitsFor.some((one) => one.statement)
        ? html`<button type="button" id="state-idle" class="main" @click=${() => act.ask("idle", {})}>${words.say("updates.idle")}</button>`
        : nothing}
      <button type="button" id="take-back" @click=${() => act.refuseUpgrade(id)}>${words.say("updates.takeBack")}</button>
    </p>
  `;
}

/** While nobody knows how long, a bar that moves; while it proves itself, the time that is left. */
function progress(words, { phase, text, provenAt, last }) {
  if (!BUSY.includes(phase)) {
    return nothing;
  }
  if (phase !== "PROVES" || !provenAt) {
    return html`<progress aria-label=${text}></progress>`;
  }
  const end = new Date(provenAt);
  const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
  const whole = Math.max(1, (end - new Date(last?.begun ?? Date.now())) / 1000);
  return html`
    <progress id="proves" aria-label=${text} max=${whole} value=${Math.max(0, whole - left)}></progress>
    <p class="meta" id="proves-left">${words.say("updates.left", { time: `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}` })}</p>
  `;
}

function more(words, upgrading, act) {
  const { now, checking, goingBack } = upgrading;
  const still = ["NOTHING_NEW", "OFFERED", "WAITS"].includes(now.phase);
  return html`
    ${still
      ? html`<p class="row">
          <button type="button" id="check-updates" aria-disabled=${checking} @click=${() => checking || act.checkUpdates()}>${words.say(checking ? "updates.checking" : "updates.check")}</button>
        </p>
        ${checking ? html`<progress aria-label=${words.say("updates.checking")}></progress>` : elsewhere(words, act)}`
      : nothing}
    ${now.before === null || now.phase === "GOES_BACK" ? nothing : wayBack(words, now, goingBack, act)}
    <p class="meta fixes">${now.fixesText}</p>
    <p class="row">${now.fixes
      ? html`<button type="button" id="ask-fixes" @click=${() => act.askFixes()}>${words.say("updates.askFixes")}</button>`
      : html`<button type="button" id="allow-fixes" @click=${() => act.ask("fixes", {})}>${words.say("updates.fixes")}</button>`}</p>
    ${changes(words, upgrading.records)}
  `;
}

function elsewhere(words, act) {
  return html`
    <details>
      <summary>${words.say("updates.checkOther")}</summary>
      <p class="entry">
        <label for="upgrade-source">${words.say("updates.source")}</label>
        <input id="upgrade-source" type="text" maxlength="1024" autocomplete="off" spellcheck="false" aria-describedby="upgrade-source-hint">
        <span class="hint" id="upgrade-source-hint">${words.say("updates.sourceHint")}</span>
      </p>
      <p class="row"><button type="button" id="check-other" @click=${() => act.checkUpdates(document.getElementById("upgrade-source").value.trim())}>${words.say("updates.checkThere")}</button></p>
    </details>
  `;
}

function wayBack(words, { beforeText: before, phase }, goingBack, act) {
  return goingBack
    ? html`
        <p class="confirm">${words.say("updates.goBackSure", { before })}${phase === "WAITS" ? ` ${words.say("updates.goBackSureWaits")}` : nothing}</p>
        <p class="row">
          <button type="button" id="go-back-now" @click=${() => act.goBackNow()}>${words.say("updates.goBackNow")}</button>
          <button type="button" @click=${() => act.goBack(false)}>${words.say("updates.keep")}</button>
        </p>`
    : html`<p class="row"><button type="button" id="go-back" @click=${() => act.goBack(true)}>${words.say("updates.goBack", { before })}</button></p>`;
}

/** Each with its record for the laboratory's validation file, a document of its own. */
function changes(words, records) {
  return html`
    <h3>${words.say("updates.history")}</h3>
    ${records.length
      ? html`<ul class="changes">${records.map((one) => html`
          <li>
            <p><bdi>${one.text}</bdi> ${one.outcomeText}</p>
            ${one.approval ? html`<p class="meta"><bdi>${one.approval.text}</bdi></p>` : nothing}
            <p class="meta"><span>${one.moment}</span>
              <a href="${one.paper}&lang=${words.tag}" target="_blank" rel="noopener"
                aria-label="${words.say("updates.paperOf", { what: `${one.text} ${one.moment}` })} ${words.say("updates.newTab")}">${words.say("updates.paper")}</a></p>
          </li>`)}</ul>`
      : html`<p class="meta">${words.say("updates.none")}</p>`}
  `;
}
