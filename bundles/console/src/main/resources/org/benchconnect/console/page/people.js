// The people of this PC: who is on the list, adding, PINs, leaving.

import { html, nothing } from "./lit/lit-html.js";

export function people({ words, rights }, act) {
  if (rights.accounts === undefined) {
    return nothing;
  }
  return html`
    <section class="people" aria-labelledby="people">
      <h2 id="people">${words.say("people")}</h2>
      ${rights.accounts ? list(rights, words, act) : html`<p>${words.say("peopleUnknown")}</p>`}
    </section>
  `;
}

function list(rights, words, act) {
  const { accounts, needsFirst, text } = rights.accounts;
  return html`
    <p class="meta">${text}</p>
    ${accounts.length ? html`<ul>${accounts.map((one) => person(one, words, act))}</ul>` : nothing}
    <p class="row">
      ${needsFirst
        ? html`<button type="button" id="first" @click=${() => act.ask("first", {})}>${words.say("first")}</button>`
        : html`<button type="button" id="add-person" @click=${() => act.ask("add", {})}>${words.say("addPerson")}</button>`}
    </p>
    ${former(rights, words, act)}
  `;
}

function person(account, words, act) {
  const { id, name, role } = account;
  const ask = (kind) => () => act.ask(kind, account);
  return html`
    <li>
      <p class="title" id="person-${id}"><bdi>${name}</bdi></p>
      <p class="meta">${account.text}</p>
      <details>
        <summary aria-label="${words.say("change")}: ${name}">${words.say("change")}</summary>
        <p class="row">
          <button type="button" aria-describedby="person-${id}" @click=${ask("changePin")}>${words.say("changePin")}</button>
          <button type="button" aria-describedby="person-${id}" @click=${ask("resetPin")}>${words.say("resetPin")}</button>
          ${role === "LABORATORY_ADMINISTRATOR"
            ? html`<button type="button" aria-describedby="person-${id}" @click=${ask("recover")}>${words.say("recover")}</button>`
            : nothing}
          <button type="button" aria-describedby="person-${id}" @click=${ask("removePerson")}>${words.say("removePerson")}</button>
        </p>
      </details>
    </li>
  `;
}

/** People of the history who are not on the list any more, and whose names are still known. */
function former(rights, words, act) {
  const here = new Set(rights.accounts.accounts.map(({ id }) => id));
  const gone = new Map();
  for (const { by } of [...(rights.consents?.consents ?? []), ...(rights.audit?.entries ?? [])]) {
    if (by?.name && !here.has(by.account)) {
      gone.set(by.account, by.name);
    }
  }
  if (gone.size === 0) {
    return nothing;
  }
  return html`
    <details>
      <summary>${words.say("former")}</summary>
      <ul>${[...gone].map(([id, name]) => html`
        <li>
          <p class="title"><bdi>${name}</bdi></p>
          <p class="row"><button type="button" @click=${() => act.ask("eraseName", { id, name })}>${words.say("eraseName")}</button></p>
        </li>`)}</ul>
    </details>
  `;
}
