// The messages of a session beside the picture: what the supporter asks for, what the person at the instrument answered.

import { exactly, flag, matching, oneOf, optional, strict, textOf } from "./json.js";
import { ProtocolError } from "./errors.js";
import { utf8 } from "./bytes.js";

const LONGEST = 8 * 1024;
const privilege = oneOf("view-screen", "control-input", "share-clipboard", "transfer-files");
const direction = optional(oneOf("in", "out"));
const time = matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/);

const FROM_THE_AGENT = {
  ready: {},
  wrong: {},
  authenticated: {},
  given: { privilege, direction, until: time },
  refused: { privilege, direction },
  ended: { privilege, direction },
  frozen: { frozen: flag },
  files: { files: flag },
  kept: { kept: flag },
  over: { why: matching(/^[A-Z_]{1,40}$/) },
};

/** What the agent says; anything that is not in the list above, exactly, throws a ProtocolError. */
export function readControl(bytes) {
  const text = textOf(bytes, LONGEST);
  const kind = /^\s*\{/.test(text) ? kindOf(text) : null;
  if (!Object.hasOwn(FROM_THE_AGENT, kind)) {
    throw new ProtocolError("an unknown message");
  }
  const message = strict(text, { t: exactly(kind), ...FROM_THE_AGENT[kind] });
  if (message.privilege !== undefined && (message.privilege === "share-clipboard") !== (message.direction !== undefined)) {
    throw new ProtocolError("only the clipboard has a direction");
  }
  return message;
}

function kindOf(text) {
  try {
    return String(JSON.parse(text).t);
  } catch {
    throw new ProtocolError("not JSON");
  }
}

const written = (message) => utf8(JSON.stringify(message));

export const password = (characters) => written({ t: "password", password: characters });
export const ask = (what, way) => written({ t: "ask", privilege: what, ...(way && { direction: way }) });
export const askForFile = (name, size) => written({ t: "ask", privilege: "transfer-files", direction: "in", name, size });
export const leave = () => written({ t: "leave" });
