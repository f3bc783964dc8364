// Which agent has which key: a list that the service side signs with Ed25519. The page has the public key, so whoever carries the list cannot change it.

import { fromBase64 } from "./bytes.js";
import { RegistryError } from "./errors.js";
import { exactly, isObject, matching, strict, textOf } from "./json.js";

const FIRST = "benchconnect-registry 1 ";
const LARGEST = 16 * 1024 * 1024;
const LINE = FIRST.length + 88; // a signature of 64 bytes in base64
const AGENT = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DIGEST = /^[0-9a-f]{64}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;
const OLDEST = 24 * 60 * 60 * 1000;
const AHEAD = 5 * 60 * 1000;

/** A registry whose signature was right. */
class Registry {
  #agents;

  constructor(agents) {
    this.#agents = agents;
  }

  /** The digest of this agent's key, SHA-256 in hex. */
  digestOf(agent) {
    if (!Object.hasOwn(this.#agents, agent)) {
      throw new RegistryError("unknown");
    }
    return this.#agents[agent];
  }
}

/**
 * Verifies first, reads afterwards. `key`: the registry's public key, raw. `now`: milliseconds since 1970; a list older than 24 h, or more than five
 * minutes ahead, is refused.
 */
export async function verifiedRegistry(bytes, key, now) {
  const json = await signedPart(bytes, key);
  let list;
  try {
    list = strict(textOf(json, LARGEST), { v: exactly(1), issued: matching(TIME), agents: isObject });
  } catch {
    throw new RegistryError("form");
  }
  const wellFormed = ([agent, digest]) => AGENT.test(agent) && typeof digest === "string" && DIGEST.test(digest);
  if (!Object.entries(list.agents).every(wellFormed)) {
    throw new RegistryError("form");
  }
  const age = now - Date.parse(list.issued);
  if (!(age <= OLDEST && age >= -AHEAD)) {
    throw new RegistryError("old");
  }
  return new Registry(list.agents);
}

/** The JSON of the list, if the first line signs it. */
async function signedPart(bytes, key) {
  const line = String.fromCharCode(...bytes.subarray(0, LINE + 1));
  if (bytes.length > LARGEST || !line.startsWith(FIRST) || line[LINE] !== "\n") {
    throw new RegistryError("form");
  }
  const json = bytes.subarray(LINE + 1);
  let right = false;
  try {
    const signature = fromBase64(line.slice(FIRST.length, LINE));
    const verifier = await crypto.subtle.importKey("raw", key, "Ed25519", false, ["verify"]);
    right = await crypto.subtle.verify("Ed25519", verifier, signature, json);
  } catch {
    right = false;
  }
  if (!right) {
    throw new RegistryError("signature");
  }
  return json;
}
