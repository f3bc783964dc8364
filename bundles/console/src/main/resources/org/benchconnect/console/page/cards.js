// One notice, as a large card, a quiet card or a line of the history; and the signs that go with words.

import { html, svg, nothing } from "./lit/lit-html.js";
import { marks } from "./marks.js";

// Shapes differ, so that nobody has to tell them by their colour.
const SHAPES = {
  FAULT: svg`<path d="M10.3 3h11.4l7.3 7.3v11.4L21.7 29H10.3L3 21.7V10.3z"/><path class="mark" d="M16 9v9M16 22.5v.5"/>`,
  WARNING: svg`<path d="M16 3.5 30 28H2z"/><path class="mark" d="M16 12v7.5M16 23.5v.5"/>`,
  INFO: svg`<circle cx="16" cy="16" r="13"/><path class="mark" d="M16 15v8M16 9v.5"/>`,
  CALM: svg`<circle cx="16" cy="16" r="13"/><path class="mark" d="m9.5 16.5 4.5 4.5 9-10"/>`,
  ACQUIRING: svg`<path class="line" d="M2 17h6l4-11 7 20 4-9h7"/>`,
  IDLE: svg`<path class="line" d="M11 8v16M21 8v16"/>`,
  UNKNOWN: svg`<path class="line" d="M10.5 11.5a5.5 5.5 0 1 1 8 5c-1.7.9-2.5 2-2.5 4M16 25.5v.5"/>`,
};

export function icon(name) {
  return html`<svg class="icon ${name.toLowerCase()}" viewBox="0 0 32 32" aria-hidden="true" focusable="false">${SHAPES[name]}</svg>`;
}


function severity(words, notice) {
  return html`<p class="severity">${icon(notice.severity)}${words.say(`severity.${notice.severity}`)}</p>`;
}

function seen(words, notice) {
  return html`
    <p class="meta">
      <span>${words.say("since", { when: words.time(notice.firstSeen) })}, ${words.ago(notice.firstSeen)}</span>
      <span>${words.count("times", notice.count, { when: words.time(notice.lastSeen) })}</span>
    </p>
  `;
}

export function openCard(notice, { words, busy, failed }, act) {
  const { id } = notice;
  return html`
    <li>
      <article class="card ${notice.severity.toLowerCase()}" aria-labelledby="title-${id}">
        ${severity(words, notice)}
        <h3 id="title-${id}">${notice.title}</h3>
        ${marks(notice, words)}
        <p class="detail">${notice.detail}</p>
        <div class="todo"><h4>${words.say("todo")}</h4><p>${notice.remedy}</p></div>
        <div class="foot">
          ${seen(words, notice)}
          <button type="button" id="acknowledge-${id}" aria-labelledby="acknowledge-${id} title-${id}"
            aria-disabled=${busy.has(id)} @click=${() => busy.has(id) || act.acknowledge(id)}>
            ${words.say(busy.has(id) ? "acknowledging" : "acknowledge")}
          </button>
        </div>
        ${failed.has(id) ? html`<p class="failed" role="alert">${words.say("acknowledgeFailed")}</p>` : nothing}
      </article>
    </li>
  `;
}

export function quietCard(notice, words) {
  return html`
    <li>
      <article class="card quiet ${notice.severity.toLowerCase()}" aria-labelledby="title-${notice.id}">
        ${severity(words, notice)}
        <h3 id="title-${notice.id}">${notice.title}</h3>
        ${marks(notice, words)}
        <p class="detail">${notice.detail}</p>
        ${seen(words, notice)}
        <p class="meta"><span>${words.say("acknowledgedAt", { when: words.time(notice.acknowledgedAt) })}</span></p>
      </article>
    </li>
  `;
}

export function pastRow(notice, words) {
  return html`
    <li>
      ${icon(notice.severity)}
      <div>
        <p class="title"><span class="unseen">${words.say(`severity.${notice.severity}`)}: </span>${notice.title}</p>
        <p class="meta"><span>${words.say("clearedAt", { when: words.time(notice.clearedAt) })}</span></p>
      </div>
    </li>
  `;
}
