// As long as a session runs: who is here, what is allowed, and Stop, in view wherever the page is scrolled to and above every question.

import { html, nothing } from "./lit/lit-html.js";

export function supportBar({ words, support }, act) {
  if (!support.runs) {
    return nothing;
  }
  const { supporter, permissions, practice } = support.now;
  return html`
    <aside class="support-bar ${permissions.length ? "allowed" : ""}" aria-label=${words.say("support")}>
      <p>
        ${practice ? html`<span class="mark">${words.say("support.practiceMark")}</span>` : nothing}
        <strong><bdi>${supporter?.name ?? words.say("support.nobody")}</bdi></strong>
        <span>${permissions.length ? permissions.map((one) => one.text).join(" ") : words.say("support.nothing")}</span>
      </p>
      <button type="button" class="stop" @click=${() => act.stopSupport()}>${words.say(support.stopping ? "support.stopping" : "support.stop")}</button>
    </aside>
  `;
}
