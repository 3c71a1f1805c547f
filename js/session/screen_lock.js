// The screen that stays on while a session runs, where the browser can keep it so.

export class ScreenLock {
  /** @type {WakeLockSentinel | null} */
  #lock = null;
  #wanted = false;

  /**
   * Keep the screen on, or let it go dark again.
   * @param {boolean} is
   */
  async keep(is) {
    this.#wanted = is;
    if (!is) this.#letGo();
    else if (!this.#lock && "wakeLock" in navigator) await this.#take();
  }

  async #take() {
    try {
      const lock = await navigator.wakeLock.request("screen");
      this.#lock = lock;
      lock.addEventListener("release", () => {
        if (this.#lock === lock) this.#lock = null;
      });
      if (!this.#wanted) this.#letGo();
    } catch {
      this.#lock = null; // a flat battery, or a browser that says no: the session goes on all the same
    }
  }

  #letGo() {
    this.#lock?.release().catch(() => null);
    this.#lock = null;
  }
}
