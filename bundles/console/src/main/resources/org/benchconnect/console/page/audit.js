// The log of everything that raised or lowered rights here, newest first; taking it along, and having it proven.

import { html, nothing } from "./lit/lit-html.js";
import { icon } from "./cards.js";

export function audit({ words, rights, log }, act) {
  if (rights.audit === undefined) {
    return nothing;
  }
  return html`
    <section class="audit" aria-labelledby="audit">
      <h2 id="audit">${words.say("audit")}</h2>
      ${rights.audit ? entries(rights.audit, words, act) : html`<p>${words.say("auditUnknown")}</p>`}
      ${rights.audit
        ? html`
            <p class="row">
              <button type="button" id="verify" aria-disabled=${log.busy} @click=${() => log.busy || act.verify()}>${words.say(log.busy ? "verifying" : "verify")}</button>
              <button type="button" id="export" @click=${() => act.exportLog()}>${words.say("export")}</button>
            </p>
            ${log.busy ? html`<progress aria-label=${words.say("verifying")}></progress>` : nothing}
            ${log.said ? html`<p class="verdict ${log.good ? "good" : "bad"}" role="status">${icon(log.good ? "CALM" : "WARNING")}<span>${log.said}</span></p>` : nothing}`
        : nothing}
    </section>
  `;
}

function entries({ entries, state, stateText, size }, words, act) {
  return html`
    <p class="${state === "TAKES_ENTRIES" ? "meta" : "state"}">${stateText} ${words.count("auditCount", size)}</p>
    <ol reversed>
      ${entries.toReversed().map((one) => html`
        <li>
          <p>${one.text}</p>
          <p class="meta"><span>${one.moment}</span><span>${words.say("entry", { number: one.number })}</span></p>
          ${Object.keys(one.details).length
            ? html`<details><summary aria-label="${words.say("parts")}: ${one.number}">${words.say("parts")}</summary>
                <dl>${Object.entries(one.details).map(([name, value]) => html`<dt>${words.say(`detail.${name}`)}</dt><dd>${value}</dd>`)}</dl></details>`
            : nothing}
        </li>`)}
    </ol>
    ${entries.length < size ? html`<p class="row"><button type="button" id="older" @click=${() => act.older()}>${words.say("older")}</button></p>` : nothing}
  `;
}
