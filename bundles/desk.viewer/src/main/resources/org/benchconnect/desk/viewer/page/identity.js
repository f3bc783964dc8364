// Who the supporter is: a private key and the chain of certificates that vouch for it, read from files of the supporter's own and kept only in this
// page, in a form that no script can read out. Nothing of it is stored, and the key is never sent.

import { fromBase64 } from "./bytes.js";
import { INTEGER, OCTETS, SEQUENCE, der } from "./der.js";
import { IdentityError } from "./errors.js";
import { sign } from "./handshake.js";

const LARGEST = 64 * 1024;
const MOST_CERTIFICATES = 4;
const LARGEST_CERTIFICATE = 8 * 1024;
const KEY = { name: "ECDSA", namedCurve: "P-256" };

// Object identifiers, hex of their DER contents (RFC 8018, RFC 5480).
const PBES2 = "2a864886f70d01050d";
const PBKDF2 = "2a864886f70d01050c";
const HASHES = { "2a864886f70d0209": "SHA-256", "2a864886f70d020a": "SHA-384", "2a864886f70d020b": "SHA-512" };
const CIPHERS = { "60864801650304012a": 256, "608648016503040102": 128 };
const MOST_ROUNDS = 10_000_000;

/** A supporter's key and chain that belong together. */
class Identity {
  #key;

  constructor(key, chain, until) {
    this.#key = key;
    this.chain = chain;
    this.until = until;
  }

  sign(bytes) {
    return sign(this.#key, bytes);
  }
}

/** Whether the file with the key asks for a password. */
export function isProtected(keyFile) {
  return keyFile.includes("-----BEGIN ENCRYPTED PRIVATE KEY-----");
}

/**
 * From the texts of two PEM files: the key (PKCS#8, P-256, protected by a password or not) and the chain, the supporter's own certificate first.
 * Throws an IdentityError.
 */
export async function identityOf(keyFile, password, chainFile) {
  if (keyFile.length > LARGEST || chainFile.length > LARGEST) {
    throw new IdentityError("form");
  }
  const chain = blocks(chainFile, "CERTIFICATE");
  if (chain.length === 0 || chain.length > MOST_CERTIFICATES || chain.some((one) => one.length > LARGEST_CERTIFICATE)) {
    throw new IdentityError("chain");
  }
  const key = await privateKey(keyFile, password);
  const { publicKey, until } = await ownCertificate(chain[0]);
  const sample = crypto.getRandomValues(new Uint8Array(32));
  const hash = { name: "ECDSA", hash: "SHA-256" };
  if (!(await crypto.subtle.verify(hash, publicKey, await sign(key, sample), sample))) {
    throw new IdentityError("other");
  }
  return new Identity(key, chain, until);
}

/** The DER of each block with this label. */
function blocks(pem, label) {
  const block = new RegExp(`-----BEGIN ${label}-----([A-Za-z0-9+/=\\s]*)-----END ${label}-----`, "g");
  try {
    return Array.from(pem.matchAll(block), ([, base64]) => fromBase64(base64.replace(/\s/g, "")));
  } catch {
    throw new IdentityError("form");
  }
}

async function privateKey(pem, password) {
  const [open] = blocks(pem, "PRIVATE KEY");
  const [locked] = blocks(pem, "ENCRYPTED PRIVATE KEY");
  if (!open && !locked) {
    throw new IdentityError("key");
  }
  if (locked) {
    return unlocked(locked, password);
  }
  try {
    return await crypto.subtle.importKey("pkcs8", open, KEY, false, ["sign"]);
  } catch {
    throw new IdentityError("key");
  } finally {
    open.fill(0);
  }
}

/** EncryptedPrivateKeyInfo with PBES2 (RFC 8018). The key goes from its cover straight into the browser's keeping. */
async function unlocked(bytes, password) {
  const [algorithm, sealed] = der(bytes).as(SEQUENCE).parts();
  const [scheme, parameters] = algorithm.as(SEQUENCE).parts();
  if (scheme.object() !== PBES2) {
    throw new IdentityError("cover");
  }
  const [derivation, cipher] = parameters.as(SEQUENCE).parts();
  const cover = await coverKey(derivation, cipher, password);
  const [, iv] = cipher.parts();
  const name = { name: "AES-CBC", iv: iv.as(OCTETS).content };
  try {
    return await crypto.subtle.unwrapKey("pkcs8", sealed.as(OCTETS).content, cover, name, KEY, false, ["sign"]);
  } catch {
    throw new IdentityError("password");
  }
}

async function coverKey(derivation, cipher, password) {
  const [kind, parameters] = derivation.as(SEQUENCE).parts();
  const length = CIPHERS[cipher.as(SEQUENCE).parts()[0].object()];
  if (kind.object() !== PBKDF2 || !length) {
    throw new IdentityError("cover");
  }
  const [salt, rounds, ...rest] = parameters.as(SEQUENCE).parts();
  const iterations = rounds.number();
  const prf = rest.find((part) => part.tag !== INTEGER);
  const hash = HASHES[prf?.as(SEQUENCE).parts()[0].object()];
  if (!hash || iterations < 1 || iterations > MOST_ROUNDS) {
    throw new IdentityError("cover");
  }
  const secret = await crypto.subtle.importKey("raw", new TextEncoder().encode(password), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash, salt: salt.as(OCTETS).content, iterations };
  return crypto.subtle.deriveKey(how, secret, { name: "AES-CBC", length }, false, ["unwrapKey"]);
}

/** The public key of a certificate (RFC 5280) and until when it is valid, milliseconds since 1970. */
async function ownCertificate(bytes) {
  const [body] = der(bytes).as(SEQUENCE).parts();
  const parts = body.as(SEQUENCE).parts();
  if (parts[0]?.tag === 0xa0) {
    parts.shift(); // the version
  }
  const [, , , validity, , spki] = parts;
  if (spki?.tag !== SEQUENCE || validity.parts()[1]?.content === undefined) {
    throw new IdentityError("form");
  }
  let publicKey;
  try {
    publicKey = await crypto.subtle.importKey("spki", spki.whole, KEY, false, ["verify"]);
  } catch {
    throw new IdentityError("curve");
  }
  return { publicKey, until: timeOf(validity.parts()[1]) };
}

/** UTCTime or GeneralizedTime, both ending in Z. */
function timeOf(value) {
  const digits = String.fromCharCode(...value.content);
  const short = value.tag === 0x17;
  const year = short ? (digits.slice(0, 2) < "50" ? "20" : "19") + digits.slice(0, 2) : digits.slice(0, 4);
  const [month, day, hour, minute, second] = digits.slice(short ? 2 : 4).match(/\d\d/g) ?? [];
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
