// The registration with service: how it stands, the five entries, and the way to the question in which a person sees what is sent. No form: Enter sends nothing.

import { html, nothing } from "./lit/lit-html.js";

const FIELDS = [
  { name: "email", type: "email", longest: 254 },
  { name: "name", type: "text", longest: 80 },
  { name: "instrument", type: "text", longest: 40 },
  { name: "instrumentId", type: "text", longest: 40, hint: true },
  { name: "serial", type: "text", longest: 32 },
];

export function registration(known, act) {
  const { words, service } = known;
  const state = service.registration;
  if (state === undefined) {
    return nothing;
  }
  return html`
    <section class="registration" aria-labelledby="registration">
      <h2 id="registration" tabindex="-1">${words.say("registration")}</h2>
      ${state ? whole(known, state, act) : html`<p>${words.say("registration.unknown")}</p>`}
    </section>
  `;
}

function whole(known, { sent, text }, act) {
  const { words, registering } = known;
  return html`
    <p class="state ${sent?.acknowledged ? "runs" : ""}">${text}</p>
    ${sent ? last(sent, words) : nothing}
    ${registering.open
      ? entries(known, act)
      : html`<p class="row"><button type="button" id="register" @click=${() => act.register()}>${words.say(sent ? "registration.again" : "registration.begin")}</button></p>`}
  `;
}

function last(sent, words) {
  return html`<dl>${FIELDS.map(({ name }) => html`<dt>${words.say(`registration.${name}`)}</dt><dd>${sent[name]}</dd>`)}</dl>`;
}

function entries({ words, registering, status }, act) {
  const { busy, error, part, values } = registering;
  const instruments = (status?.instruments ?? []).filter((one) => one.model || one.serial);
  return html`
    <p class="meta" id="registration-hint">${words.say("registration.hint")}</p>
    <div class="entries">
      ${instruments.length > 1 ? which(instruments, registering.which, words, act) : nothing}
      ${FIELDS.map(({ name, type, longest, hint }) => html`
        <p class="entry">
          <label for="registration-${name}">${words.say(`registration.${name}`)}</label>
          <input id="registration-${name}" type=${type} maxlength=${longest} autocomplete="off" spellcheck="false"
            autocapitalize="off" aria-invalid=${part === name} aria-describedby=${hint ? "registration-hint-id" : "registration-hint"}
            .value=${values[name] ?? ""} @input=${(event) => act.fillIn(name, event.target.value)}>
          ${hint ? html`<span class="hint" id="registration-hint-id">${words.say("registration.instrumentIdHint")}</span>` : nothing}
        </p>`)}
    </div>
    ${error ? html`<p class="failed" role="alert">${error}</p>` : nothing}
    <p class="row">
      <button type="button" id="registration-preview" aria-disabled=${busy} @click=${() => busy || act.previewRegistration()}>
        ${words.say(busy ? "registration.previewing" : "registration.preview")}
      </button>
      <button type="button" id="registration-cancel" @click=${() => act.closeRegistration()}>${words.say("registration.cancel")}</button>
    </p>
  `;
}

function which(instruments, chosen, words, act) {
  return html`
    <p class="entry">
      <label for="registration-which">${words.say("registration.which")}</label>
      <select id="registration-which" @change=${(event) => act.chooseInstrument(event.target.selectedIndex, instruments[event.target.selectedIndex])}>
        ${instruments.map((one, number) => html`<option value=${number} .selected=${number === chosen}>${[one.model, one.serial].filter(Boolean).join(" – ")}</option>`)}
        <option value="other" .selected=${chosen === instruments.length}>${words.say("registration.other")}</option>
      </select>
    </p>
  `;
}
