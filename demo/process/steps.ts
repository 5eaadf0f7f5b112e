/** Tells what is happening while it happens, and how long it took: `demo: migrating the database ... 18.4 s`. */
export class Steps {
  /**
   * @param stop aborted when the program is asked to stop: no further step begins then
   * @param program begins each line
   */
  constructor(
    private readonly stop: AbortSignal,
    private readonly program = "demo",
  ) {}

  async run<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
    this.stop.throwIfAborted()
    process.stdout.write(`${this.program}: ${what} ... `)
    const started = performance.now()
    try {
      const result = await work()
      this.stop.throwIfAborted()
      console.log(`${seconds(performance.now() - started)} s`)
      return result
    } catch (error) {
      console.log(this.stop.aborted ? "stopped" : "failed")
      throw error
    }
  }
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1)
}
