// The questions that wait for a person here; the first thing on the page while there are some.

import { html, nothing } from "./lit/lit-html.js";

export function questions({ words, rights, upgrading }, act) {
  const requests = rights.consents?.requests ?? [];
  const offered = upgrading.now?.phase === "OFFERED" ? upgrading.now : null;
  const count = requests.length + (offered ? 1 : 0);
  if (count === 0) {
    return nothing;
  }
  return html`
    <section class="questions" aria-labelledby="questions">
      <h2 id="questions" tabindex="-1">${words.say("questions")} <span class="count">${words.count("questionCount", count)}</span></h2>
      <ul class="cards">
        ${offered ? upgradeCard(words, offered, act) : nothing}
        ${requests.map((one) => html`
          <li class="card ${one.state === "OPEN" ? "" : "quiet"}">
            <h3 id="request-${one.id}"><bdi>${one.question}</bdi></h3>
            <p class="detail">${one.state === "OPEN" ? one.roleText : `${one.stateText} ${one.roleText}`}</p>
            <div class="foot">
              <p class="meta"><span>${words.say("askedSince", { when: words.time(one.asked) })}</span></p>
              <button type="button" id="open-${one.id}" aria-describedby="request-${one.id}" @click=${() => act.consent(one.id)}>
                ${words.say("readAndAnswer")}
              </button>
            </div>
          </li>`)}
      </ul>
    </section>
  `;
}

function upgradeCard(words, { text }, act) {
  return html`
    <li class="card">
      <h3 id="request-upgrade">${words.say("updates.card")}</h3>
      <p class="detail">${text}</p>
      <div class="foot">
        <p class="meta"><a href="#updates" @click=${openPlan}>${words.say("updates.plan")}</a></p>
        <button type="button" id="open-upgrade" aria-describedby="request-upgrade" @click=${() => act.upgrade()}>${words.say("readAndAnswer")}</button>
      </div>
    </li>
  `;
}

function openPlan() {
  document.getElementById("upgrade-plan").open = true;
}
