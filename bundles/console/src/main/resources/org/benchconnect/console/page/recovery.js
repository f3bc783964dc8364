// The recovery code, shown once, to be printed and locked away.

import { html, nothing } from "./lit/lit-html.js";

export function recovery({ words, recovery }, act) {
  if (!recovery) {
    return nothing;
  }
  return html`
    <dialog class="recovery" aria-labelledby="recovery-title" @cancel=${(event) => event.preventDefault()}>
      <h2 id="recovery-title" tabindex="-1" autofocus>${words.say("recovery.title")}</h2>
      <p>${words.say("recovery.text")}</p>
      <p class="code"><code>${recovery.code}</code></p>
      <p class="meta">${words.say("recovery.when", { when: words.day() })}</p>
      <div class="answers">
        <button type="button" id="print" @click=${() => window.print()}>${words.say("recovery.print")}</button>
        <button type="button" id="recovery-done" @click=${() => act.recovered()}>${words.say("recovery.done")}</button>
      </div>
    </dialog>
  `;
}
