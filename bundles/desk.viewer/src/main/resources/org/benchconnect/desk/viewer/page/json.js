// JSON objects that come from outside, read strictly.

import { ProtocolError } from "./errors.js";

/** An object with exactly these members; a rule is a function that says whether a value is right, `optional(rule)` one that may be missing. */
export function strict(text, rules) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ProtocolError("not JSON");
  }
  if (!isObject(value)) {
    throw new ProtocolError("not an object");
  }
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(rules, name)) {
      throw new ProtocolError("an unknown member");
    }
  }
  for (const [name, rule] of Object.entries(rules)) {
    if (Object.hasOwn(value, name) ? !rule(value[name]) : !rule.optional) {
      throw new ProtocolError(`the member ${name} is missing or wrong`);
    }
  }
  return value;
}

export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
export const exactly = (wanted) => (value) => value === wanted;
export const matching = (pattern) => (value) => typeof value === "string" && pattern.test(value);
export const oneOf = (...wanted) => (value) => wanted.includes(value);
export const flag = (value) => typeof value === "boolean";

export function optional(rule) {
  const may = (value) => rule(value);
  may.optional = true;
  return may;
}

/** UTF-8 that is nothing else. */
export function textOf(bytes, most) {
  if (bytes.length > most) {
    throw new ProtocolError("a text is too long");
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ProtocolError("not UTF-8");
  }
}
