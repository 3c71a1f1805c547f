// What is heard, and the screen that stays on. Each is used where the browser has it and missed where not.
const PITCH = { count: 660, end: 880, switch: 520 };

function sounds() {
  let audio = null;
  const beep = (pitch, length_s, in_s = 0) => {
    if (!audio) return;
    const at = audio.currentTime + in_s, tone = audio.createOscillator(), level = audio.createGain();
    tone.frequency.value = pitch;
    level.gain.setValueAtTime(0, at);
    level.gain.linearRampToValueAtTime(0.3, at + 0.01);
    level.gain.exponentialRampToValueAtTime(0.001, at + length_s);
    tone.connect(level).connect(audio.destination);
    tone.start(at);
    tone.stop(at + length_s + 0.02);
  };
  const box = {
    on: true,
    // Browsers let a page make sound only from within a press.
    wake() {
      const Audio = window.AudioContext ?? window.webkitAudioContext;
      if (!audio && Audio) audio = new Audio();
      audio?.resume?.();
    },
    count(in_s) { if (box.on) beep(PITCH.count, 0.12, in_s); },
    end(in_s) { if (box.on) beep(PITCH.end, 0.35, in_s); },
    change() {
      if (!box.on) return;
      beep(PITCH.switch, 0.18, 0.4);
      beep(PITCH.end, 0.25, 0.62);
    },
  };
  return box;
}

// A voice of the device itself; voices that send the text away to be spoken are not used.
function speaker(lang) {
  const engine = window.speechSynthesis;
  const mine = () => engine?.getVoices().find((v) => v.localService && v.lang.replace("_", "-").startsWith(lang.slice(0, 2)));
  const voice = {
    on: false,
    there: () => Boolean(mine()),
    whenThere(then) { engine?.addEventListener?.("voiceschanged", then); },
    say(text) {
      if (!voice.on || !mine()) return;
      engine.cancel();
      const said = new SpeechSynthesisUtterance(text);
      said.voice = mine();
      said.lang = said.voice.lang;
      engine.speak(said);
    },
    hush() { engine?.cancel(); },
  };
  return voice;
}

function screenLock() {
  let lock = null, wanted = false;
  const let_go = () => { lock?.release().catch(() => null); lock = null; };
  return {
    async keep(is) {
      wanted = is;
      if (!is) { let_go(); return; }
      if (lock || !navigator.wakeLock) return;
      try {
        lock = await navigator.wakeLock.request("screen");
        lock.addEventListener("release", () => { lock = null; });
        if (!wanted) let_go();
      } catch { lock = null; } // a flat battery, or a browser that says no: the session goes on all the same
    },
    get held() { return lock !== null; },
  };
}
