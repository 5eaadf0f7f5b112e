/** Does a piece of work, and once more if it was woken meanwhile; never twice side by side. */
export class Loop {
  readonly #work: () => Promise<void>
  #running: Promise<void> | null = null
  #again = false

  /** @param work what is to be done; it handles what goes wrong */
  constructor(work: () => Promise<void>) {
    this.#work = work
  }

  wake(): void {
    this.#again = true
    this.#running ??= this.#run()
  }

  /** Resolves when nothing is going on. */
  async idle(): Promise<void> {
    while (this.#running) {
      await this.#running
    }
  }

  async #run(): Promise<void> {
    try {
      while (this.#again) {
        this.#again = false
        await this.#work()
      }
    } finally {
      this.#running = null
    }
  }
}
