// One call of the agent's API: what it answers, or the sentence that says why not.

const API = "/api/v1";

/** The answer: ok, status, and data (its JSON, or null). Never throws: an agent that does not answer is status 0. */
export async function call(method, path, { language, body, signal } = {}) {
  const options = { method, signal };
  if (body) {
    options.headers = { "Content-Type": "application/json" };
    options.body = JSON.stringify(body);
  }
  const mark = path.includes("?") ? "&" : "?";
  try {
    const answer = await fetch(API + path + (language ? `${mark}lang=${language}` : ""), options);
    const json = answer.headers.get("Content-Type")?.startsWith("application/json");
    return { ok: answer.ok, status: answer.status, data: json ? await answer.json() : null };
  } catch {
    return { ok: false, status: 0, data: null };
  }
}

/** A file of the agent, saved as the browser saves downloads; the answer as above. */
export async function download(path, language) {
  try {
    const answer = await fetch(`${API}${path}?lang=${language}`);
    if (!answer.ok) {
      return { ok: false, status: answer.status, data: await answer.json() };
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await answer.blob());
    link.download = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition"))?.[1] ?? "benchconnect-audit";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    return { ok: true, status: 200, data: null };
  } catch {
    return { ok: false, status: 0, data: null };
  }
}

/** Why it did not work, as a sentence. */
export function why(answer, words) {
  return answer.data?.text ?? words.say(answer.status === 0 ? "rights.noAnswer" : "rights.failed");
}
