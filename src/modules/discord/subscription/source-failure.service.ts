import { render, type Message } from "../../../messages"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { SyncDeps } from "../engine/deps"
import type { DiscordOptions } from "../options"
import { noteSourceFailure } from "./source-failures.store"
import { checkSources } from "./subscription-check.service"

/** What gives access and cannot be understood: orders, and the store's subscriptions. */
export class SourceFailureService {
  readonly #deps: Pick<SyncDeps, "db" | "logger">
  readonly #subscriptions: DiscordOptions["subscriptions"]

  constructor(
    deps: Pick<SyncDeps, "db" | "logger">,
    { subscriptions }: Pick<DiscordOptions, "subscriptions">,
  ) {
    this.#deps = deps
    this.#subscriptions = subscriptions
  }

  /** @see checkSources */
  async checkSources(container: MedusaContainer): Promise<void> {
    await checkSources(container, this.#subscriptions, (trigger, problems) =>
      this.report(trigger, problems),
    )
  }

  /** Tells, once a day in the same words, that a source cannot be understood. What it gave before stays. */
  async report(trigger: string, problems: Message[]): Promise<void> {
    for (const message of problems) {
      if (await noteSourceFailure(this.#deps.db, trigger, message)) {
        this.#deps.logger.error(
          `discord: ${render(message)} (${trigger}; its roles stay as they are)`,
        )
      }
    }
  }
}
