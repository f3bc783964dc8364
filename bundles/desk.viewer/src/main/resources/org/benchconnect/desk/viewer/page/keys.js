// Keys of a session: HKDF-SHA256 (RFC 5869) over what both ends agreed on.

import { concat, utf8 } from "./bytes.js";

const HKDF = "HKDF";

/** RFC 5869, extract and expand; `ikm` is a CryptoKey made by `material`. */
export async function hkdf(ikm, salt, info, length) {
  return new Uint8Array(await crypto.subtle.deriveBits({ name: HKDF, hash: "SHA-256", salt, info }, ikm, length * 8));
}

/** Secret bytes that from now on can only be derived from. */
export function material(secret) {
  return crypto.subtle.importKey("raw", secret, HKDF, false, ["deriveBits"]);
}

/** One direction's key and nonce base in one epoch. No script can read the key. */
class DirectionKeys {
  #ikm; // the same key once more, as what the next epoch is derived from

  constructor(aes, iv, ikm) {
    this.aes = aes;
    this.iv = iv;
    this.#ikm = ikm;
  }

  static async of(key, iv) {
    const aes = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt", "decrypt"]);
    const keys = new DirectionKeys(aes, iv, await material(key));
    key.fill(0);
    return keys;
  }

  /** The keys of the next epoch; from them nobody comes back to these. */
  async next() {
    const salt = utf8("bcs1 rekey");
    return DirectionKeys.of(
      await hkdf(this.#ikm, salt, utf8("bcs1 key"), 32),
      await hkdf(this.#ikm, salt, utf8("bcs1 iv"), 12),
    );
  }
}

/**
 * All keys of a session. `transcript`: SHA-256 of the first two messages. The secrets are wiped.
 * `agent` and `viewer` are the directions by who sends, `confirm` checks the agent's proof, `sas` is what both ends read aloud.
 */
export async function sessionKeys(premaster, agreed, transcript) {
  const secret = concat(premaster, agreed);
  const ikm = await material(secret);
  [premaster, agreed, secret].forEach((one) => one.fill(0));
  const take = (info, length) => hkdf(ikm, transcript, utf8(info), length);
  const confirm = await take("bcs1 confirm", 32);
  return {
    agent: await DirectionKeys.of(await take("bcs1 agent key", 32), await take("bcs1 agent iv", 12)),
    viewer: await DirectionKeys.of(await take("bcs1 viewer key", 32), await take("bcs1 viewer iv", 12)),
    confirm: await crypto.subtle.importKey("raw", confirm, { name: "HMAC", hash: "SHA-256" }, false, ["verify"]),
    sas: authenticationString(await take("bcs1 sas", 8)),
  };
}

/** Six digits of eight bytes. */
function authenticationString(bytes) {
  const number = new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0) % 1_000_000n;
  return number.toString().padStart(6, "0");
}
