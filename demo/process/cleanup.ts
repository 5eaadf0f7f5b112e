import { wordsOf } from "./words"

/** What was started, to be stopped in the reverse order. */
export class Cleanup {
  private readonly tasks: { what: string; undo: () => Promise<void> }[] = []

  add(what: string, undo: () => Promise<void>): void {
    this.tasks.push({ what, undo })
  }

  /** One that fails is told and keeps none of the others from running. */
  async run(): Promise<void> {
    for (let task = this.tasks.pop(); task !== undefined; task = this.tasks.pop()) {
      try {
        await task.undo()
      } catch (error) {
        console.error(`demo: ${task.what} was not cleaned up: ${wordsOf(error)}`)
      }
    }
  }
}
