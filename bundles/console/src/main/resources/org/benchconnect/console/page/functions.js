// The functions on this PC: how each is, allowing, withdrawing, removing and adding. Names and versions are what others wrote: text alone.

import { html, nothing } from "./lit/lit-html.js";

export function functions(known, act) {
  const { words, features, rights } = known;
  if (features === undefined) {
    return nothing;
  }
  const rows = merged(features?.features ?? [], rights.consents?.features ?? []);
  return html`
    <section class="features" aria-labelledby="features">
      <h2 id="features" tabindex="-1">${words.say("features")}</h2>
      ${features || rows.length ? html`<ul>${rows.map((one) => row(known, one, act))}</ul>` : html`<p>${words.say("featuresUnknown")}</p>`}
      ${features ? html`<p class="meta">${features.text} ${features.vendor.text}</p>` : nothing}
      ${rights.consents ? frozen(known, act) : nothing}
      ${rights.consents && !rights.consents.frozen ? adding(known, act) : nothing}
    </section>
  `;
}

/** Every function once: those that need a consent with how they are. */
function merged(installed, needing) {
  const names = new Set(needing.map(({ feature }) => feature.name));
  return [...installed.filter(({ name }) => !names.has(name)).map((feature) => ({ feature, state: null })), ...needing];
}

function row(known, { feature, state, text, base, consent }, act) {
  const { words } = known;
  const { title, name, released, models, privileges } = feature;
  return html`
    <li>
      <p class="title" id="function-${name}"><bdi>${title}</bdi></p>
      ${title === name ? nothing : html`<p class="meta"><bdi>${name}</bdi></p>`}
      ${state ? html`<p class="state ${state.toLowerCase()}">${text}</p>` : nothing}
      <p class="meta">${feature.text}</p>
      ${models.length ? html`<p class="meta">${released}</p>` : nothing}
      ${privileges.length
        ? html`<p>${words.say("asks")}</p><ul class="asks">${privileges.map((one) => html`<li>${one.text}</li>`)}</ul>`
        : nothing}
      ${consent ? html`<p class="meta">${consent.text} ${consent.newerText}</p>` : nothing}
      ${state ? buttons(known, { feature, state, base }, act) : nothing}
    </li>
  `;
}

function buttons(known, { feature, state, base }, act) {
  const { words, withdrawing, failed } = known;
  const { name } = feature;
  if (withdrawing === name) {
    return html`
      <p class="confirm">${words.say("withdrawSure")}</p>
      <p class="row">
        <button type="button" id="withdraw-now" aria-describedby="function-${name}" @click=${() => act.withdrawNow(name)}>${words.say("withdrawNow")}</button>
        <button type="button" @click=${() => act.withdraw(null)}>${words.say("keep")}</button>
      </p>
    `;
  }
  const refused = state === "NOT_ALLOWED" || state === "GRANT_REFUSED";
  return html`
    <p class="row">
      ${refused
        ? html`<button type="button" aria-describedby="function-${name}" @click=${() => act.allow(name)}>${words.say("allow")}</button>`
        : html`<button type="button" id="withdraw-${name}" aria-describedby="function-${name}" @click=${() => act.withdraw(name)}>${words.say("withdraw")}</button>`}
      ${base ? nothing : html`<button type="button" aria-describedby="function-${name}" @click=${() => act.ask("removeFeature", feature)}>${words.say("remove")}</button>`}
    </p>
    ${failed.has(name) ? html`<p class="failed" role="alert">${failed.get(name)}</p>` : nothing}
  `;
}

function frozen({ words, rights }, act) {
  const { frozen } = rights.consents;
  return frozen
    ? html`<p class="state">${frozen.text}</p>
        <p class="row"><button type="button" @click=${() => act.ask("thaw", {})}>${words.say("thaw")}</button></p>`
    : nothing;
}

function adding({ words, adding }, act) {
  return html`
    <details>
      <summary>${words.say("addFunction")}</summary>
      <p class="entry">
        <label for="source">${words.say("source")}</label>
        <input id="source" type="text" maxlength="1024" autocomplete="off" spellcheck="false" aria-describedby="source-hint">
        <span class="hint" id="source-hint">${words.say("sourceHint")}</span>
      </p>
      <p class="row">
        <button type="button" aria-disabled=${adding.busy} @click=${() => adding.busy || act.addFunction(document.getElementById("source").value)}>
          ${words.say(adding.busy ? "checking" : "check")}
        </button>
        <button type="button" @click=${() => act.ask("freeze", {})}>${words.say("freeze")}</button>
      </p>
      ${adding.busy ? html`<progress aria-label=${words.say("checking")}></progress><p class="meta">${words.say("checkingHint")}</p>` : nothing}
      ${adding.error ? html`<p class="failed" role="alert">${adding.error}</p>` : nothing}
    </details>
  `;
}
