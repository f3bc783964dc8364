// What is installed: names and versions are what others wrote, and stand here as text alone.

import { html, nothing } from "./lit/lit-html.js";

export function features({ words, features }) {
  if (features === undefined) {
    return nothing;
  }
  return html`
    <section class="features" aria-labelledby="features">
      <h2 id="features">${words.say("features")}</h2>
      ${list(words, features?.features)}
      ${features ? html`<p class="meta">${features.text} ${features.vendor.text}</p>` : nothing}
    </section>
  `;
}

function list(words, features) {
  if (!features) {
    return html`<p>${words.say("featuresUnknown")}</p>`;
  }
  return features.length ? html`<ul>${features.map((one) => row(words, one))}</ul>` : nothing;
}

function row(words, { title, name, text, released, models, privileges }) {
  return html`
    <li>
      <p class="title"><bdi>${title}</bdi></p>
      ${title === name ? nothing : html`<p class="meta"><bdi>${name}</bdi></p>`}
      <p class="meta">${text}</p>
      ${models.length ? html`<p class="meta">${released}</p>` : nothing}
      ${privileges.length
        ? html`<p>${words.say("asks")}</p><ul class="asks">${privileges.map((one) => html`<li>${one.text}</li>`)}</ul>`
        : nothing}
    </li>
  `;
}
