// The text that a person answers: exactly its paragraphs, nothing between them, and the digest of what really stands on the page.

import { html } from "./lit/lit-html.js";

// Characters that show nothing or turn the direction of writing: each in a box of its own, where it can do nothing and is seen.
const INVISIBLE = /(\p{Cf}|\p{Cc}|\u2028|\u2029|\u115F|\u1160|\u3164|\uFFA0|\u2800)/u;

/** The paragraphs in their order; what the author says stands apart and is marked by its frame as well. */
export function paragraphs(text, language) {
  const own = text.filter(({ part }) => !isAuthors(part));
  const last = text.findLastIndex(({ part }) => !isAuthors(part));
  const first = text.findIndex(({ part }) => isAuthors(part));
  const apart = first === -1 || first > last; // the author's words come last: they get one frame
  return html`
    <div class="asked" lang=${language}>
      ${(apart ? own : text).map(paragraph)}
      ${apart && first !== -1 ? html`<div class="authors">${text.slice(first).map(paragraph)}</div>` : html``}
    </div>
  `;
}

function isAuthors(part) {
  return part === "AUTHOR" || part === "AUTHOR_MARK";
}

function paragraph({ part, text }) {
  return html`<p class="part ${part.toLowerCase()}" data-part=${part}>${visible(text)}</p>`;
}

/** The text, its invisible characters in boxes. */
export function visible(text) {
  return text.split(INVISIBLE).map((piece) => (INVISIBLE.test(piece) ? html`<span class="invisible">${piece}</span>` : piece));
}

/** The SHA-256 of the text as it stands on the page, each paragraph as "PART: text" with an end of line. */
export async function digest(element) {
  const lines = [...element.querySelectorAll("[data-part]")].map((one) => `${one.dataset.part}: ${one.textContent}\n`);
  return sha256(lines.join(""));
}

/** In hexadecimal digits, of the text's UTF-8. */
export async function sha256(text) {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
