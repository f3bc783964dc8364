// What a person does to register: filling in, seeing what would be sent, and the question in which it is sent.

import { call, why } from "./api.js";

const PARTS = { EMAIL: "email", NAME: "name", INSTRUMENT: "instrument", INSTRUMENT_ID: "instrumentId", SERIAL: "serial" };

/** The actions, over what the page knows. ask opens a question to a person, draw shows what changed. */
export function registering(known, draw, ask) {
  function set(change) {
    Object.assign(known.registering, change);
    draw();
  }

  function register() {
    const { sent } = known.service.registration ?? {};
    const first = known.status?.instruments?.find((one) => one.model || one.serial);
    const { email, name, instrumentId } = sent ?? {};
    set({
      open: true,
      which: 0,
      error: null,
      part: null,
      values: { email, name, instrumentId, instrument: first?.model ?? sent?.instrument, serial: first?.serial ?? sent?.serial },
    });
    document.getElementById("registration-email")?.focus();
  }

  /** The values are kept, and nothing is drawn: whoever types is not disturbed. */
  function fillIn(name, value) {
    known.registering.values[name] = value;
  }

  /** Which one in the list; the last of the list is another than those that this PC watches. */
  function chooseInstrument(which, one) {
    const { values } = known.registering;
    set({ which, values: { ...values, instrument: one?.model ?? "", serial: one?.serial ?? "" } });
  }

  async function previewRegistration() {
    set({ busy: true, error: null, part: null });
    const values = Object.fromEntries(Object.values(PARTS).map((name) => [name, known.registering.values[name]?.trim() ?? ""]));
    const answer = await call("POST", "/registration/preview", { language: known.words.tag, body: values });
    if (!answer.ok) {
      const part = PARTS[answer.data?.reason] ?? null;
      set({ busy: false, error: why(answer, known.words), part });
      document.getElementById(`registration-${part}`)?.focus();
      return;
    }
    set({ busy: false });
    ask("registration", { preview: answer.data.content, values });
  }

  function closeRegistration() {
    set({ open: false, busy: false, error: null, part: null, values: {} });
    document.getElementById("register")?.focus();
  }

  return { register, fillIn, chooseInstrument, previewRegistration, closeRegistration };
}
