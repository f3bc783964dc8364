// What this viewer is part of: which relay, and whose signature is on the registry of agents.

import { fromBase64 } from "./bytes.js";
import { RegistryError } from "./errors.js";
import { exactly, matching, strict } from "./json.js";
import { verifiedRegistry } from "./registry.js";

const LARGEST = 16 * 1024 * 1024;

/** From this page's own origin. */
export async function settings() {
  const text = await (await fetch("/viewer.json", { cache: "no-store" })).text();
  const { relay, registryKey } = strict(text, { v: exactly(1), relay: matching(/^wss:\/\/[^\s]{1,250}$/), registryKey: matching(/^[A-Za-z0-9+/]{43}=$/) });
  return { relay: `${relay.replace(/\/$/, "")}/v1/viewer`, registryKey: fromBase64(registryKey) };
}

/** The registry as it is now, verified. */
export async function currentRegistry(key) {
  const answer = await fetch("/registry", { cache: "no-store" });
  if (!answer.ok || Number(answer.headers.get("Content-Length") ?? 0) > LARGEST) {
    throw new RegistryError("absent");
  }
  return verifiedRegistry(new Uint8Array(await answer.arrayBuffer()), key, Date.now());
}
