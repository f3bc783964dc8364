// The entries of a question: a name from the list, a PIN, and what else there is.

import { html, nothing } from "./lit/lit-html.js";

const SECRET = ["pin", "newPin", "ownPin", "again"];

export function entry(field, asking, rights, words) {
  const enter = (event) => asking.enter(field, event.target.value);
  const id = `ask-${field}`;
  if (field === "newerVersions") {
    return html`
      <p class="entry check">
        <input type="checkbox" id=${id} @change=${(event) => asking.enter(field, event.target.checked)}>
        <label for=${id}>${words.say("field.newerVersions")}</label>
      </p>
    `;
  }
  return html`
    <p class="entry ${field}">
      <label for=${id}>${words.say(label(field, asking))}</label>
      ${input(field, id, enter, asking, rights, words)}
      ${hint(field, id, asking, words)}
    </p>
  `;
}

function label(field, { kind, fields }) {
  if (field === "code") {
    return `field.code.${kind}`;
  }
  return field === "pin" && !fields.includes("account") ? "field.pinNow" : `field.${field}`;
}

function input(field, id, enter, asking, rights, words) {
  if (field === "account") {
    return html`
      <select id=${id} @change=${enter}>
        <option value="">${words.say("field.choose")}</option>
        ${(rights.accounts?.accounts ?? []).filter(asking.who).map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
      </select>
    `;
  }
  if (field === "role") {
    return html`
      <select id=${id} @change=${enter}>
        <option value="LABORATORY_USER">${words.say("role.user")}</option>
        <option value="LABORATORY_ADMINISTRATOR">${words.say("role.administrator")}</option>
      </select>
    `;
  }
  if (field === "when") {
    return html`
      <select id=${id} @change=${enter}>
        <option value="IN_WINDOW">${words.say("when.IN_WINDOW")}</option>
        <option value="AS_SOON_AS_IDLE">${words.say("when.AS_SOON_AS_IDLE")}</option>
      </select>
    `;
  }
  if (SECRET.includes(field)) {
    return html`<input id=${id} type="password" inputmode="numeric" maxlength="12" autocomplete="off"
      aria-describedby="${id}-hint" @input=${enter}>`;
  }
  if (field === "until") {
    return html`<input id=${id} type="date" min=${today()} aria-describedby="${id}-hint" @input=${enter}>`;
  }
  return html`<input id=${id} type="text" maxlength="60" autocomplete="off" spellcheck="false"
    autocapitalize=${field === "code" ? "characters" : "words"} @input=${enter}>`;
}

function hint(field, id, asking, words) {
  const { values } = asking;
  if (field === "again" && values.again && values.again !== (values.newPin ?? values.ownPin)) {
    return html`<span class="hint" id="${id}-hint">${words.say("field.differs")}</span>`;
  }
  const key = { newPin: "field.newPinHint", ownPin: "field.newPinHint", until: "field.untilHint" }[field];
  return key ? html`<span class="hint" id="${id}-hint">${words.say(key)}</span>` : nothing;
}

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
