// Beeps, where the browser can make them.

const PITCH_HZ = { count: 660, end: 880, change: 520 };

export class Sounds {
  on = true;
  /** @type {AudioContext | null} */
  #audio = null;

  /** Browsers let a page make sound only from within a press. */
  wake() {
    if (!this.#audio && "AudioContext" in window) this.#audio = new AudioContext();
    void this.#audio?.resume();
  }

  /**
   * One of the last seconds of a step, `in_s` from now.
   * @param {number} in_s
   */
  count(in_s) {
    this.#beep(PITCH_HZ.count, 0.12, in_s);
  }

  /**
   * The end of a step, `in_s` from now.
   * @param {number} in_s
   */
  end(in_s) {
    this.#beep(PITCH_HZ.end, 0.35, in_s);
  }

  /** The other side. */
  change() {
    this.#beep(PITCH_HZ.change, 0.18, 0.4);
    this.#beep(PITCH_HZ.end, 0.25, 0.62);
  }

  /**
   * @param {number} pitch_hz
   * @param {number} length_s
   * @param {number} in_s
   */
  #beep(pitch_hz, length_s, in_s) {
    if (!this.on || !this.#audio) return;
    const at = this.#audio.currentTime + in_s;
    const tone = this.#audio.createOscillator();
    const level = this.#audio.createGain();
    tone.frequency.value = pitch_hz;
    level.gain.setValueAtTime(0, at);
    level.gain.linearRampToValueAtTime(0.3, at + 0.01);
    level.gain.exponentialRampToValueAtTime(0.001, at + length_s);
    tone.connect(level).connect(this.#audio.destination);
    tone.start(at);
    tone.stop(at + length_s + 0.02);
  }
}
