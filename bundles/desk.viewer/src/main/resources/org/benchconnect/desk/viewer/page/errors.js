// One error for each promise that can be broken. Their messages are for a developer's console; what a person reads is in the texts.

/** The other end sent what the protocol does not allow here. */
export class ProtocolError extends Error {}

/** The agent that answered is not the one that the registry names. Nothing was sent to it. */
export class WrongAgentError extends Error {}

/** The file that is being sent cannot be read to its end. */
export class FileError extends Error {}

/** The registry of agents is not signed by its key, not well formed, or does not know this agent. `reason`: signature, form, unknown. */
export class RegistryError extends Error {
  constructor(reason) {
    super(`registry: ${reason}`);
    this.reason = reason;
  }
}

/** The supporter's key or certificate cannot be used. `reason` is the end of a text's key, `identity.REASON`. */
export class IdentityError extends Error {
  constructor(reason) {
    super(`identity: ${reason}`);
    this.reason = reason;
  }
}

/** The relay said no or went away; `code` is the WebSocket's close code. */
export class RelayClosedError extends Error {
  constructor(code) {
    super(`relay closed: ${code}`);
    this.code = code;
  }
}

/** What the person reads about an error: the end of a text's key, `over.REASON`. */
export function reasonOf(error) {
  if (error instanceof WrongAgentError) {
    return "WRONG_AGENT";
  }
  if (error instanceof RegistryError) {
    return "UNKNOWN_AGENT";
  }
  if (error instanceof FileError) {
    return "FILE";
  }
  if (error instanceof RelayClosedError) {
    return { 4404: "NO_SUCH_CODE", 4408: "NOBODY_CAME", 4429: "TOO_MANY" }[error.code] ?? "CONNECTION";
  }
  return "PROTOCOL";
}
