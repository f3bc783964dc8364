// Two short notes: somebody here is asked something.

let context = null;

/** Silent where the browser allows no sound before the first click; the companion sounds too. */
export function sound() {
  if (navigator.userActivation?.hasBeenActive === false) {
    return;
  }
  try {
    context ??= new AudioContext();
    context.resume();
    [660, 880].forEach((pitch, number) => note(pitch, context.currentTime + number * 0.22));
  } catch {
    // a PC without sound
  }
}

function note(pitch, begins) {
  const oscillator = context.createOscillator();
  const loudness = context.createGain();
  oscillator.frequency.value = pitch;
  loudness.gain.setValueAtTime(0.0001, begins);
  loudness.gain.exponentialRampToValueAtTime(0.3, begins + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.0001, begins + 0.2);
  oscillator.connect(loudness).connect(context.destination);
  oscillator.start(begins);
  oscillator.stop(begins + 0.22);
}
