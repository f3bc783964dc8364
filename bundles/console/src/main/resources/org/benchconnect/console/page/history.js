// Who allowed what, newest first.

import { html, nothing } from "./lit/lit-html.js";

export function consentHistory({ words, rights }) {
  if (!rights.consents) {
    return nothing;
  }
  const { consents } = rights.consents;
  return html`
    <section class="allowed" aria-labelledby="allowed">
      <h2 id="allowed">${words.say("allowed")}</h2>
      ${consents.length
        ? html`<ul>${consents.map((one) => html`
            <li>
              <p class="title"><bdi>${one.title}</bdi></p>
              <p>${one.text}</p>
              <p class="meta"><span>${one.stateText}</span> <span>${one.newerText}</span></p>
            </li>`)}</ul>`
        : html`<p>${words.say("allowedNone")}</p>`}
    </section>
  `;
}
