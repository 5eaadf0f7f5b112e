import { say, type Message } from "../../../messages"
import type { MedusaContainer } from "@medusajs/framework/types"
import { wordsOf } from "../error-words.rules"
import type { SubscriptionSource } from "./subscription-sources.rules"
import { readRecords } from "./subscription-reader.service"

/**
 * Looks at every configured source when the store starts: whether Medusa knows the entity, and whether a record says what the
 * paths are to find. Medusa leaves out fields that it does not know, so without a record no path can be told wrong.
 *
 * @param report tells an admin
 */
export async function checkSources(
  container: MedusaContainer,
  sources: readonly SubscriptionSource[],
  report: (trigger: string, problems: Message[]) => Promise<void>,
): Promise<void> {
  for (const source of sources) {
    if (source.kind === "function") {
      continue
    }
    const trigger = `subscription source ${source.name}`
    try {
      for (const reading of (await readRecords(container, source, {}, 1)).values()) {
        if (reading.kind === "not_understood" && !reading.young) {
          await report(trigger, reading.problems)
        }
      }
    } catch (error) {
      const why = wordsOf(error) ?? String(error)
      await report(trigger, [
        say("subscription.entity_unreadable", { source: source.name, entity: source.entity, why }),
      ])
    }
  }
}
