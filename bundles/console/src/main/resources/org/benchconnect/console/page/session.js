// Talks to the agent: signs in with the one-time code of the address, acknowledges notices, asks what is installed.

const API = "/api/v1";

function post(path, body) {
  const options = { method: "POST" };
  if (body) {
    options.headers = { "Content-Type": "application/json" };
    options.body = JSON.stringify(body);
  }
  return fetch(API + path, options);
}

/** Signs in with the address's code, if it has one, and takes the code out of the address. True if a code was refused. */
export async function signIn() {
  const code = new URLSearchParams(location.hash.slice(1)).get("code");
  if (!code) {
    return false;
  }
  history.replaceState(null, "", location.pathname);
  const answer = await post("/session", { code });
  return !answer.ok;
}

/** Whether the agent knows this page: true, false, or null if the agent does not answer. */
export async function signedIn() {
  try {
    const answer = await fetch(`${API}/notices?limit=1`);
    return answer.status !== 401 && answer.status !== 403;
  } catch {
    return null;
  }
}

/** The acknowledged notice; an error if it could not be stored. */
export async function acknowledge(id, language) {
  const answer = await post(`/notices/${id}/acknowledge?lang=${language}`);
  if (!answer.ok) {
    throw new Error(`the agent answered ${answer.status}`);
  }
  return answer.json();
}

/** The installed features; null if they cannot be known now. */
export async function installed(language) {
  try {
    const answer = await fetch(`${API}/features?lang=${language}`);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
