// What else is known of a notice: that nobody acknowledged it for too long, and that somebody at service has seen it. Neither hides or moves it.

import { html, nothing } from "./lit/lit-html.js";

const MINUTE = 60_000;
const DAY = 24 * 60; // minutes

export function marks(notice, words) {
  const { escalatedAt, seenByServiceAt, state } = notice;
  if (!escalatedAt && !seenByServiceAt) {
    return nothing;
  }
  return html`
    <ul class="marks">
      ${escalatedAt ? html`<li class="mark escalated">${pressedOn(notice, words)}</li>` : nothing}
      ${seenByServiceAt
        ? html`<li class="mark seen">${words.say(state === "OPEN" ? "seenByService" : "seenByServiceQuiet", { when: words.time(seenByServiceAt) })}</li>`
        : nothing}
    </ul>
  `;
}

/** For how many minutes nobody had acknowledged it; a notice of long ago may have been acknowledged and opened again since, so no number is said. */
function pressedOn({ firstSeen, escalatedAt }, words) {
  const minutes = Math.max(1, Math.round((new Date(escalatedAt) - new Date(firstSeen)) / MINUTE));
  return minutes > DAY ? words.say("escalatedLong") : words.count("escalated", minutes);
}
