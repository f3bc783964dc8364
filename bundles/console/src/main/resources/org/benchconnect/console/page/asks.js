// What a person can be asked to confirm, and with which entries. Texts: ask.KIND.title, ask.KIND.text, ask.KIND.approve.

import { digest, sha256 } from "./paragraphs.js";

const ADMINISTRATOR = (account) => account.role === "LABORATORY_ADMINISTRATOR";

// Each: whether a question is opened for it (it raises something), its entries, and the call.
export const ASKS = {
  consent: {
    question: true,
    fields: ["account", "pin", "newerVersions"],
    who: ({ role }) => (role === "LABORATORY_ADMINISTRATOR" ? ADMINISTRATOR : () => true),
    path: ({ id }) => `/consents/requests/${id}/give`,
    async more({ newerVersions }) {
      return { text: await digest(document.querySelector("dialog .asked")), newerVersions: Boolean(newerVersions) };
    },
  },
  upgrade: {
    question: true,
    fields: ["when", "account", "pin"],
    who: ({ role }) => (role === "LABORATORY_ADMINISTRATOR" ? ADMINISTRATOR : () => true),
    path: () => "/upgrade/apply",
    async more({ when }, { plan }) {
      return { plan, when, text: await digest(document.querySelector("dialog .asked")) };
    },
  },
  registration: {
    question: true,
    fields: ["account", "pin"],
    path: () => "/registration",
    async more(_, { values }) {
      return { ...values, preview: await sha256(document.querySelector("dialog .sent").textContent) };
    },
  },
  idle: { question: true, fields: ["account", "pin"], path: () => "/upgrade/idle" },
  fixes: { question: true, fields: ["account", "pin"], who: () => ADMINISTRATOR, path: () => "/upgrade/fixes" },
  support: { question: true, fields: ["account", "pin"], path: () => "/support/requests" },
  controlDuringRun: { question: true, fields: ["account", "pin"], path: () => "/support/control-during-run" },
  permission: {
    question: true,
    fields: ["account", "pin"],
    path: () => "/support/leases",
    async more(_, { request }) {
      return { request };
    },
  },
  removeFeature: { fields: ["account", "pin"], who: () => ADMINISTRATOR, path: ({ name }) => `/features/${name}/remove` },
  freeze: { fields: ["account", "pin"], who: () => ADMINISTRATOR, path: () => "/freeze" },
  thaw: { question: true, fields: ["account", "pin"], who: () => ADMINISTRATOR, path: () => "/freeze", method: "DELETE" },
  first: { question: true, fields: ["code", "name", "ownPin", "again"], path: () => "/accounts/first" },
  add: {
    question: true,
    fields: ["name", "role", "until", "newPin", "again", "account", "pin"],
    who: () => ADMINISTRATOR,
    path: () => "/accounts",
  },
  changePin: { question: true, fields: ["pin", "newPin", "again"], path: ({ id }) => `/accounts/${id}/pin` },
  resetPin: {
    question: true,
    fields: ["newPin", "again", "account", "pin"],
    who: () => ADMINISTRATOR,
    path: ({ id }) => `/accounts/${id}/reset`,
  },
  removePerson: { fields: ["account", "pin"], who: () => ADMINISTRATOR, path: ({ id }) => `/accounts/${id}/remove` },
  eraseName: { fields: ["account", "pin"], who: () => ADMINISTRATOR, path: ({ id }) => `/accounts/${id}/erase-name` },
  recover: { question: true, fields: ["code", "newPin", "again"], path: ({ id }) => `/accounts/${id}/recover` },
};

const OPTIONAL = ["until", "newerVersions"];
const DIGITS = /^[0-9]{6,12}$/;

/** Whether everything that must be entered is. */
export function complete({ fields }, values) {
  return fields.every((field) => {
    if (OPTIONAL.includes(field)) {
      return true;
    }
    if (field === "again") {
      return values.again === (values.newPin ?? values.ownPin);
    }
    return field.toLowerCase().endsWith("pin") ? DIGITS.test(values[field] ?? "") : Boolean(values[field]?.trim());
  });
}

/** What is sent, but for the question. */
export async function body(ask, values, subject) {
  const sent = {};
  for (const field of ask.fields) {
    if (field !== "again" && field !== "newerVersions" && values[field]) {
      sent[field === "ownPin" ? "pin" : field] = values[field].trim();
    }
  }
  return { ...sent, ...(await ask.more?.(values, subject)) };
}
