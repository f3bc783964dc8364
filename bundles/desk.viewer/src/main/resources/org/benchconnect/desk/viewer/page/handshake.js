// The three messages by which agent and viewer come to the same keys, and each knows who the other is. docs/session-protocol.md.

import { Reader, concat, field, hex, sha256, utf8 } from "./bytes.js";
import { ProtocolError, WrongAgentError } from "./errors.js";
import { sessionKeys } from "./keys.js";

const VERSION = "BCS1";
const SUITE = "RSA4096-P256-AES256GCM-SHA256";
const HELLO = 1;
const ANSWER = 2;
const CONFIRM = 3;
const POINT = 65; // an uncompressed point of P-256
const LONGEST = 64 * 1024;
const ECDH = { name: "ECDH", namedCurve: "P-256" };
const ECDSA = { name: "ECDSA", hash: "SHA-256" };

const text = (bytes) => String.fromCharCode(...bytes);

/** Message 1, taken apart. Only its form is checked: who sent it, `pinned` decides. */
export function readHello(bytes) {
  const reader = messageOf(bytes, HELLO);
  const version = text(reader.field(4));
  const suite = text(reader.field(SUITE.length));
  if (version !== VERSION || suite !== SUITE) {
    throw new ProtocolError("another version or suite");
  }
  const hello = {
    bytes, // all of it
    session: reader.field(16),
    rsa: reader.field(256, 1024),
    point: reader.field(POINT),
    nonce: reader.field(32),
  };
  reader.end();
  return hello;
}

function messageOf(bytes, type) {
  if (bytes.length > LONGEST) {
    throw new ProtocolError("a message is too long");
  }
  const reader = new Reader(bytes);
  if (reader.u8() !== type) {
    throw new ProtocolError("another message was due");
  }
  return reader;
}

/** The agent's key, if it is the one of this digest (SHA-256 of its SubjectPublicKeyInfo, hex). Before that nothing may be sent. */
export async function pinned(hello, digest) {
  const found = hex(await sha256(hello.rsa));
  if (found !== digest) {
    throw new WrongAgentError(`expected ${digest}, found ${found}`);
  }
  const key = await crypto.subtle.importKey("spki", hello.rsa, { name: "RSA-OAEP", hash: "SHA-256" }, false, ["encrypt"]);
  if (key.algorithm.modulusLength !== 4096) {
    throw new WrongAgentError(`a key of ${key.algorithm.modulusLength} bits`);
  }
  return key;
}

/** What is new in every session: a premaster, a key pair that lives as long as the handshake, a nonce. */
export async function fresh() {
  return {
    premaster: crypto.getRandomValues(new Uint8Array(32)),
    ephemeral: await crypto.subtle.generateKey(ECDH, false, ["deriveBits"]),
    nonce: crypto.getRandomValues(new Uint8Array(32)),
  };
}

/** Message 2, signed by the supporter: `identity` has the chain (DER, the supporter's own first) and signs. */
export async function answer(hello, agentKey, identity, own) {
  const sealed = await crypto.subtle.encrypt({ name: "RSA-OAEP" }, agentKey, own.premaster);
  const point = await crypto.subtle.exportKey("raw", own.ephemeral.publicKey);
  const unsigned = concat(
    new Uint8Array([ANSWER]),
    field(new Uint8Array(sealed)),
    field(new Uint8Array(point)),
    field(own.nonce),
    field(chainField(identity.chain)),
  );
  const signature = await identity.sign(await signedBySupporter(hello.bytes, unsigned));
  return concat(unsigned, field(signature));
}

function chainField(chain) {
  return concat(new Uint8Array([chain.length]), ...chain.map(field));
}

/** What the supporter's key signs. */
export async function signedBySupporter(hello, unsignedAnswer) {
  return concat(utf8("BenchConnect supporter 1\0"), await sha256(hello, unsignedAnswer));
}

/** The keys that both ends now have. `answerBytes` is message 2 as it was sent; `own` is used up. */
export async function agree(hello, answerBytes, own) {
  let agentPoint;
  try {
    agentPoint = await crypto.subtle.importKey("raw", hello.point, ECDH, false, []);
  } catch {
    throw new ProtocolError("not a point of the curve");
  }
  const shared = await crypto.subtle.deriveBits({ name: "ECDH", public: agentPoint }, own.ephemeral.privateKey, 256);
  return sessionKeys(own.premaster, new Uint8Array(shared), await sha256(hello.bytes, answerBytes));
}

/** Checks message 3: only whoever opened the premaster can have made it. */
export async function confirmed(bytes, hello, answerBytes, keys) {
  const reader = messageOf(bytes, CONFIRM);
  const proof = reader.field(32);
  reader.end();
  const said = concat(utf8("agent confirm"), await sha256(hello.bytes, answerBytes));
  if (!(await crypto.subtle.verify("HMAC", keys.confirm, proof, said))) {
    throw new ProtocolError("the agent's confirmation is wrong");
  }
}

/** For an identity: the signature in the form that is sent, r and s of 32 bytes each (IEEE P1363). */
export async function sign(key, bytes) {
  return new Uint8Array(await crypto.subtle.sign(ECDSA, key, bytes));
}
