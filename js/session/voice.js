// A voice of the device itself; voices that send the text away to be spoken are not used.

export class Voice {
  on = false;
  #engine = "speechSynthesis" in window ? window.speechSynthesis : null;
  #lang;

  /** @param {string} lang such as "en-GB" */
  constructor(lang) {
    this.#lang = lang.slice(0, 2);
  }

  /** Whether the device has a voice for the language. */
  get there() {
    return this.#mine() !== undefined;
  }

  /**
   * Devices find their voices in their own time.
   * @param {() => void} then
   */
  whenChanged(then) {
    this.#engine?.addEventListener?.("voiceschanged", then);
  }

  /** @param {string} text */
  say(text) {
    const mine = this.#mine();
    if (!this.on || !this.#engine || !mine) return;
    this.#engine.cancel();
    const said = new SpeechSynthesisUtterance(text);
    said.voice = mine;
    said.lang = mine.lang;
    this.#engine.speak(said);
  }

  hush() {
    this.#engine?.cancel();
  }

  #mine() {
    const voices = this.#engine?.getVoices() ?? [];
    return voices.find((voice) => voice.localService && voice.lang.replace("_", "-").startsWith(this.#lang));
  }
}
