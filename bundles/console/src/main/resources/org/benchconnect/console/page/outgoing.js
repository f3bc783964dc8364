// What may leave this PC, with the switches of the settings, and what left it: exactly, and readable.

import { html, nothing } from "./lit/lit-html.js";
import { repeat } from "./lit/directives/repeat.js";

export function outgoing({ words, service }, act) {
  const { streams } = service;
  if (streams === undefined) {
    return nothing;
  }
  return html`
    <section class="outgoing" aria-labelledby="outgoing">
      <h2 id="outgoing">${words.say("outgoing")}</h2>
      ${streams ? inventory(streams, service, words, act) : html`<p>${words.say("outgoing.unknown")}</p>`}
    </section>
  `;
}

function inventory({ streams, text, outboxText }, service, words, act) {
  return html`
    <p>${text}</p>
    <p class="meta">${outboxText}</p>
    <details>
      <summary>${words.say("outgoing.streams")}</summary>
      <ul>${streams.map((one) => stream(one, words))}</ul>
    </details>
    <details id="departures" ?open=${service.showsDepartures} @toggle=${(event) => act.showDepartures(event.target.open)}>
      <summary>${words.say("outgoing.left")}</summary>
      ${service.showsDepartures ? left(service, words, act) : nothing}
    </details>
  `;
}

function stream({ title, text, on, setting, switchText, fields }, words) {
  const how = setting === null ? "always" : on ? "on" : "off";
  return html`
    <li class="stream">
      <p class="title">${title} <span class="switch ${how}">${words.say(`outgoing.${how}`)}</span></p>
      <p>${text}</p>
      <p class="meta">${switchText}</p>
      <details>
        <summary aria-label="${words.say("outgoing.fields")}: ${title}">${words.say("outgoing.fields")}</summary>
        <dl>${fields.map((field) => html`<dt>${field.name}</dt><dd>${field.text}</dd>`)}</dl>
      </details>
    </li>
  `;
}

function left({ departures, streams, limit }, words, act) {
  const all = departures?.departures;
  if (departures === undefined) {
    return html`<p>${words.say("loading")}</p>`;
  }
  if (!all) {
    return html`<p>${words.say("outgoing.unknown")}</p>`;
  }
  if (all.length === 0) {
    return html`<p>${words.say("outgoing.nothingLeft")}</p>`;
  }
  return html`
    <p class="meta">${words.say("outgoing.newest")}</p>
    <ol class="departures">${repeat(all, (one) => one.id, (one) => departure(one, streams.streams, words))}</ol>
    ${all.length === limit && limit < 100
      ? html`<p class="row"><button type="button" id="older-departures" @click=${() => act.olderDepartures()}>${words.say("outgoing.more")}</button></p>`
      : nothing}
  `;
}

function departure({ moment, stream, title, id, content }, streams, words) {
  const fields = new Map(streams.find((one) => one.stream === stream)?.fields.map(({ name, text }) => [name, text]));
  return html`
    <li>
      <p class="title">${title}</p>
      <p class="meta"><span>${moment}</span><span>${id}</span></p>
      <dl>${readable(content).map(([name, value]) => html`<dt>${fields.get(name) ?? name}</dt><dd>${value}</dd>`)}</dl>
      <details>
        <summary aria-label="${words.say("outgoing.exact")}: ${id}">${words.say("outgoing.exact")}</summary>
        <pre class="sent">${content}</pre>
      </details>
    </li>
  `;
}

/** The message's data as names and values; nothing if it is of another form. Whoever doubts reads what was sent exactly. */
function readable(content) {
  try {
    const message = JSON.parse(content);
    return Object.entries(message.data ?? message).map(([name, value]) => [name, said(value)]);
  } catch {
    return [];
  }
}

function said(value) {
  if (value === null || typeof value !== "object") {
    return String(value);
  }
  return Object.entries(value).map(([name, one]) => `${name} ${said(one)}`).join(", ") || "–";
}
