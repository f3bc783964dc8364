// What a person does about questions, functions, people and the log; changes what the page knows and draws.

import { Asking } from "./asking.js";
import { registering } from "./registering.js";
import { call, download, why } from "./api.js";

/** The actions, over what the page knows. speak reads something aloud, draw shows it. */
export function acts(known, draw, speak) {
  const { rights } = known;
  const language = () => known.words.tag;

  function ask(kind, subject) {
    known.asking?.end();
    known.asking = new Asking(kind, subject, known.words, draw);
    known.asking.open();
  }

  function closeAsking() {
    known.asking?.end();
    known.asking = null;
    draw();
  }

  async function consent(id) {
    const answer = await call("GET", `/consents/requests/${id}`, { language: language() });
    if (answer.ok) {
      ask("consent", answer.data);
    } else {
      await rights.again();
    }
  }

  async function upgrade() {
    const question = await known.upgrading.question();
    if (question) {
      ask("upgrade", question);
    }
  }

  /** A no closes the question at once, whatever it is about. */
  function no(subject) {
    if (known.asking?.kind !== "upgrade") {
      return lower(subject, "refuse");
    }
    closeAsking();
    return known.upgrading.refuse(subject.plan);
  }

  /** An upgrade stays offered. */
  function notNow(subject) {
    return known.asking?.kind === "upgrade" ? closeAsking() : lower(subject, "not-now");
  }

  /** No and "not now" count at once, whatever became of the question. */
  async function lower(subject, how) {
    const answer = await call("POST", `/consents/requests/${subject.id}/${how}`, { body: {} });
    if (!answer.ok && answer.status !== 404) {
      known.asking.error = why(answer, known.words);
      return draw();
    }
    closeAsking();
    speak("polite", known.words.say(how === "refuse" ? "refusedSpoken" : "postponedSpoken"));
    return rights.again();
  }

  async function approve() {
    const { asking } = known;
    const answer = await asking?.approve();
    if (!answer || known.asking !== asking) {
      return;
    }
    const { kind } = asking;
    closeAsking();
    speak("polite", known.words.say(`ask.${kind}.done`));
    if (answer.data?.recoveryCode) {
      known.recovery = { code: answer.data.recoveryCode };
      draw();
    }
    if (kind === "registration") {
      registration.closeRegistration();
      known.service.again();
    }
    await rights.again();
  }

  const registration = registering(known, draw, ask);

  async function allow(feature) {
    known.failed.delete(feature);
    const answer = await call("POST", "/consents/requests", { language: language(), body: { feature } });
    if (answer.ok) {
      ask("consent", answer.data);
    } else {
      known.failed.set(feature, why(answer, known.words));
      draw();
    }
  }

  function withdraw(feature) {
    known.withdrawing = feature;
    draw();
    document.getElementById("withdraw-now")?.focus();
  }

  async function withdrawNow(feature) {
    known.withdrawing = null;
    const answer = await call("POST", `/consents/${feature}/withdraw`, { language: language(), body: {} });
    if (answer.ok && answer.data.durable) {
      known.failed.delete(feature);
      speak("polite", answer.data.text);
    } else if (answer.status !== 0) {
      known.failed.set(feature, why(answer, known.words));
    } // an agent that had to end for it does not answer: the page finds it again by itself
    draw();
    document.getElementById("features")?.focus();
    await rights.again();
  }

  async function addFunction(source) {
    known.adding = { busy: true, error: null };
    draw();
    const answer = await call("POST", "/consents/requests", { language: language(), body: { source: source.trim() } });
    known.adding = { busy: false, error: answer.ok ? null : sourceTrouble(answer) };
    await rights.again();
    draw();
    if (answer.ok) {
      speak("polite", known.words.say("checked"));
      document.getElementById("questions")?.focus();
    }
  }

  function sourceTrouble(answer) {
    return answer.status === 400 ? known.words.say("sourceForm") : why(answer, known.words);
  }

  async function verify() {
    known.log = { busy: true, said: null };
    draw();
    const answer = await call("POST", "/audit/verify", { language: language() });
    known.log = { busy: false, said: why(answer, known.words), good: answer.data?.whole === true };
    draw();
  }

  async function exportLog() {
    const answer = await download("/audit/export", language());
    known.log = answer.ok ? known.log : { busy: false, said: why(answer, known.words), good: false };
    draw();
  }

  function recovered() {
    known.recovery = null;
    draw();
  }

  return {
    ...registration,
    showDepartures: (shown) => known.service.show(shown),
    olderDepartures: () => known.service.older(),
    ask,
    closeAsking,
    consent,
    approve,
    allow,
    withdraw,
    withdrawNow,
    addFunction,
    verify,
    exportLog,
    recovered,
    askAgain: () => known.asking?.open(),
    refuse: no,
    notNow,
    upgrade,
    refuseUpgrade: (plan) => known.upgrading.refuse(plan),
    checkUpdates: (source) => known.upgrading.check(source),
    askFixes: () => known.upgrading.askFixes(),
    goBack: (asked) => known.upgrading.sure(asked),
    goBackNow: () => known.upgrading.goBack(),
    older: () => rights.more(),
    stopSupport: () => known.support.stop(),
    supportYes: () => known.support.yes(),
    supportNo: () => known.support.no(),
    supportAgain: () => known.support.again(),
    takeBack: (lease) => known.support.takeBack(lease),
    practise: () => known.support.practise(),
  };
}
