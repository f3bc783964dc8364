// What happened since the last shift, for whoever comes: every notice with how it is now.

import { html, nothing } from "./lit/lit-html.js";
import { repeat } from "./lit/directives/repeat.js";
import { icon } from "./cards.js";
import { marks } from "./marks.js";

export function shift({ words, service }) {
  const known = service.shift;
  if (known === undefined) {
    return nothing;
  }
  if (known === null) {
    return html`<section class="shift" aria-labelledby="shift"><h2 id="shift">${words.say("shift")}</h2><p>${words.say("shiftUnknown")}</p></section>`;
  }
  const { since, notices } = known;
  const when = words.time(since);
  return html`
    <section class="shift" aria-labelledby="shift">
      <h2 id="shift">${words.say("shift")}</h2>
      ${notices.length
        ? html`
            <details>
              <summary>${words.count("shiftCount", notices.length)}</summary>
              <p class="meta">${words.say("shiftSince", { when })}</p>
              <ul>${repeat(notices, (notice) => notice.id, (notice) => row(notice, words))}</ul>
            </details>`
        : html`<p>${words.say("shiftNone", { when })}</p>`}
    </section>
  `;
}

function row(notice, words) {
  const when = words.time(notice.clearedAt ?? notice.acknowledgedAt ?? notice.firstSeen);
  return html`
    <li>
      ${icon(notice.severity)}
      <div>
        <p class="title"><span class="unseen">${words.say(`severity.${notice.severity}`)}: </span>${notice.title}</p>
        <p class="meta"><span>${words.say(`state.${notice.state}`)}, ${when}</span></p>
        ${marks(notice, words)}
      </div>
    </li>
  `;
}
