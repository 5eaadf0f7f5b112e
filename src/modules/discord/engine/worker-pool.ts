/** A pool of workers on one kind of work: as many as there is work for, up to a width. */
export class WorkerPool {
  readonly #width: number
  readonly #work: () => Promise<boolean>
  readonly #active = new Set<Promise<void>>()
  #failure: { error: unknown } | null = null

  /** @param work does one piece; false when there is none */
  constructor(width: number, work: () => Promise<boolean>) {
    this.#width = width
    this.#work = work
  }

  /** There may be work. One worker looks; each that finds some calls the next. */
  call(): void {
    if (this.#active.size >= this.#width || this.#failure) {
      return
    }
    const worker = this.#run().catch((error: unknown) => {
      this.#failure ??= { error }
    })
    this.#active.add(worker)
    void worker.finally(() => this.#active.delete(worker))
  }

  /** Resolves when no worker is left; throws what stopped one. */
  async done(): Promise<void> {
    while (this.#active.size > 0) {
      await Promise.all(this.#active)
    }
    const failure = this.#failure
    this.#failure = null
    if (failure) {
      throw failure.error
    }
  }

  async #run(): Promise<void> {
    while (await this.#work()) {
      this.call()
    }
  }
}
