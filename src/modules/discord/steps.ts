import { messageOf } from "./engine/deps"

/**
 * Does several things that do not need each other, one after the other. One that fails keeps no other from its turn.
 *
 * @param steps by what each is, for the log
 * @param tell of one that failed, in words
 */
export async function eachByItself(
  steps: Readonly<Record<string, () => unknown>>,
  tell: (what: string, words: string) => void,
): Promise<void> {
  for (const [what, step] of Object.entries(steps)) {
    try {
      await step()
    } catch (error) {
      tell(what, messageOf(error))
    }
  }
}
