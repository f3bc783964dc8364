// How the page looks: a function of what is known.

import { html, nothing } from "./lit/lit-html.js";
import { repeat } from "./lit/directives/repeat.js";
import { LANGUAGES } from "./words.js";
import { questions } from "./questions.js";
import { functions } from "./functions.js";
import { consentHistory } from "./history.js";
import { updates } from "./updates.js";
import { people } from "./people.js";
import { audit } from "./audit.js";
import { dialog } from "./dialog.js";
import { recovery } from "./recovery.js";
import { shift } from "./shift.js";
import { outgoing } from "./outgoing.js";
import { registration } from "./registration.js";
import { support } from "./support.js";
import { supportBar } from "./supportbar.js";
import { icon, openCard, quietCard, pastRow } from "./cards.js";

const RANK = { FAULT: 0, WARNING: 1, INFO: 2 };

export function page(known, act) {
  const { words } = known;
  return html`
    ${known.status ? html`<a class="skip" href="#open">${words.say("skip")}</a>` : nothing}
    <header>
      <p class="brand"><img src="/icon.svg" alt="" width="32" height="32">BenchConnect</p>
      ${languages(words, act)}
    </header>
    ${supportBar(known, act)}
    <main>${main(known, act)}</main>
    ${dialog(known, act)} ${recovery(known, act)}
    <footer><p>${words.say("footer")}</p></footer>
  `;
}

function languages(words, act) {
  return html`
    <nav aria-label=${words.say("language")}>
      ${LANGUAGES.map(({ tag, name }) => html`
        <button type="button" lang=${tag} aria-pressed=${tag === words.tag} @click=${() => act.language(tag)}>${name}</button>`)}
    </nav>
  `;
}

function main(known, act) {
  const { words } = known;
  if (known.locked) {
    return locked(known);
  }
  if (!known.status) {
    return known.lost
      ? banner("lost", words.say("lostFirst"), words.say("lostFirstHint"))
      : html`<h1 class="loading">${words.say("loading")}</h1>`;
  }
  return html`
    ${known.lost ? banner("lost", words.say("lost"), words.say("lostHint", { when: words.time(known.heardAt) })) : nothing}
    ${known.status.alerts.map((alert) => banner("alert", alert.title, alert.text))}
    <div class=${known.lost ? "content stale" : "content"}>
      ${known.support.runs ? support(known, act) : nothing} ${questions(known, act)} ${instruments(known)}
      <div class="notices">${open(known, act)} ${openPc(known, act)} ${acknowledged(known, false)} ${acknowledged(known, true)}</div>
      <div class="aside">${shift(known)} ${past(known)} ${about(known)}</div>
      <div class="rights">
        <div>${updates(known, act)} ${functions(known, act)} ${consentHistory(known)}</div>
        <div>${known.support.runs ? nothing : support(known, act)} ${people(known, act)} ${registration(known, act)} ${outgoing(known, act)} ${audit(known, act)}</div>
      </div>
    </div>
  `;
}

function banner(kind, title, text) {
  return html`
    <section class="banner ${kind}" role="alert">
      ${icon("WARNING")}
      <div><h2>${title}</h2><p>${text}</p></div>
    </section>
  `;
}

function locked({ words, codeRefused }) {
  return html`
    <section class="locked">
      <h1>${words.say("locked")}</h1>
      <p>${words.say("lockedHint")}</p>
      <p><code>benchconnect page</code></p>
      ${codeRefused ? html`<p>${words.say("lockedUsed")}</p>` : nothing}
    </section>
  `;
}

function instruments({ words, status }) {
  const watched = status.instruments ?? [];
  if (watched.length === 0) {
    return html`
      <section class="instrument" aria-labelledby="instrument">
        <div><h1 id="instrument">${words.say("noInstrument")}</h1><p class="meta">${words.say("noInstrumentHint")}</p></div>
      </section>
    `;
  }
  return watched.map((one, number) => html`
    <section class="instrument" aria-labelledby="instrument-${number}">
      <div>
        <h1 id="instrument-${number}">${one.model ?? words.say("unknownModel")}</h1>
        <p class="meta">
          ${one.serial ? html`<span>${words.say("serial", { serial: one.serial })}</span>` : nothing}
          <span>${lastFile(words, one)}</span>
        </p>
      </div>
      <div>
        <p class="activity ${one.activity.toLowerCase()}">
          ${icon(one.activity)}<span class="unseen">${words.say("activity")}: </span>${one.text}
        </p>
        <p class="evidence">${one.evidenceText}</p>
      </div>
    </section>
  `);
}

function lastFile(words, { watching, lastFile }) {
  if (!watching) {
    return words.say("notWatching");
  }
  return lastFile ? words.say("lastFile", { when: words.ago(lastFile) }) : words.say("noFile");
}

const PC = "host"; // the source of notices about this PC itself

/** The notices in this state, about this PC or all others: most severe first, then the newest. */
function inState(known, state, pc = false) {
  return [...(known.notices?.values() ?? [])]
    .filter((notice) => notice.state === state && (notice.source === PC) === pc)
    .sort((a, b) => RANK[a.severity] - RANK[b.severity] || b.id - a.id);
}

function open(known, act) {
  const { words } = known;
  const notices = inState(known, "OPEN");
  if (known.notices === null) {
    return empty("INFO", words.say("unreadable"), words.say("unreadableHint"));
  }
  if (notices.length === 0) {
    return noneOpen(known);
  }
  return html`
    <section aria-labelledby="open">
      <h2 id="open" tabindex="-1">${words.say("open")} <span class="count">${words.count("openCount", notices.length)}</span></h2>
      <ul class="cards">
        ${repeat(notices, (notice) => notice.id, (notice) => openCard(notice, known, act))}
      </ul>
    </section>
  `;
}

function openPc(known, act) {
  const { words } = known;
  const notices = inState(known, "OPEN", true);
  if (notices.length === 0) {
    return nothing;
  }
  return html`
    <section class="pc" aria-labelledby="open-pc">
      <h2 id="open-pc">${words.say("openPc")} <span class="count">${words.count("openCount", notices.length)}</span></h2>
      <ul class="cards">
        ${repeat(notices, (notice) => notice.id, (notice) => openCard(notice, known, act))}
      </ul>
    </section>
  `;
}

/** Says that all is well only if it is known: the agent answers, nothing of it is missing, and the instrument was heard. */
function noneOpen(known) {
  const { words, status } = known;
  if (inState(known, "ACKNOWLEDGED").length) {
    return empty("INFO", words.say("nothingNew"), words.say("nothingNewHint"));
  }
  if (known.lost || status.alerts.length) {
    return empty("INFO", words.say("none"), words.say("noneAlert"));
  }
  if (!status.instruments?.some((one) => one.lastFile)) {
    return empty("INFO", words.say("none"), words.say("noneYet"));
  }
  if (inState(known, "OPEN", true).length) {
    return empty("CALM", words.say("calmInstrument"), words.say("calmInstrumentHint"));
  }
  return empty("CALM", words.say("calm"), words.say("calmHint"));
}

function empty(sign, title, hint) {
  return html`
    <section class="empty" aria-labelledby="open">
      ${icon(sign)}
      <div><h2 id="open" tabindex="-1">${title}</h2><p>${hint}</p></div>
    </section>
  `;
}

function acknowledged(known, pc) {
  const notices = inState(known, "ACKNOWLEDGED", pc);
  const id = pc ? "acknowledged-pc" : "acknowledged";
  if (notices.length === 0) {
    return nothing;
  }
  return html`
    <section aria-labelledby=${id}>
      <h2 id=${id}>${known.words.say(pc ? "acknowledgedPc" : "acknowledged")}</h2>
      <ul class="cards">
        ${repeat(notices, (notice) => notice.id, (notice) => quietCard(notice, known.words))}
      </ul>
    </section>
  `;
}

function past(known) {
  if (known.notices === null) {
    return nothing;
  }
  const cleared = [...inState(known, "CLEARED"), ...inState(known, "CLEARED", true)].sort((a, b) => (a.clearedAt < b.clearedAt ? 1 : -1));
  return html`
    <section class="past" aria-labelledby="history">
      <h2 id="history">${known.words.say("history")}</h2>
      ${cleared.length
        ? html`<ul>${repeat(cleared, (notice) => notice.id, (notice) => pastRow(notice, known.words))}</ul>`
        : html`<p>${known.words.say("historyEmpty")}</p>`}
    </section>
  `;
}

function about({ words, status }) {
  const { agent, link, store, parts } = status;
  return html`
    <section class="about" aria-labelledby="about">
      <h2 id="about">${words.say("about")}</h2>
      <dl>
        <dt>${words.say("link")}</dt>
        <dd>${link ? link.text : words.say("noLink")}</dd>
        <dt>${words.say("store")}</dt>
        <dd>${store ? store.text : words.say("noStore")}</dd>
        ${agent.generation
          ? html`<dt>${words.say("version")}</dt>
              <dd>${words.say("generation", { generation: agent.generation, modules: agent.modules ?? "–" })}</dd>`
          : nothing}
      </dl>
      ${parts.length
        ? html`<details><summary>${words.say("parts")}</summary><ul>${parts.map((part) => html`<li>${part.text}</li>`)}</ul></details>`
        : nothing}
    </section>
  `;
}
