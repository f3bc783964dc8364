// What an upgrade would do, in the order to read it. Names, versions and statements are what others wrote: text alone.

import { html } from "./lit/lit-html.js";

export function plan({ explanation }) {
  return html`
    <div class="plan">
      ${explanation.map(({ topic, title, lines }) => html`
        <h3>${title}</h3>
        <ul class=${topic === "STATEMENT" ? "authors" : ""}>${lines.map((line) => html`<li><bdi>${line}</bdi></li>`)}</ul>`)}
    </div>
  `;
}
