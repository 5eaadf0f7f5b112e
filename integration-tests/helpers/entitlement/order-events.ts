import type { IEventBusModuleService, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { DISCORD_MODULE } from "../../../src/modules/discord"
import { ORDER_EVENTS } from "../../../src/modules/discord/entitlement/order-events.rules"
import type DiscordModuleService from "../../../src/modules/discord/service"
import orderChanged, { config } from "../../../src/subscribers/order-changed"

/** Longer than any sweep takes. */
const PATIENCE_MS = 30_000

type Subscriber = Parameters<IEventBusModuleService["subscribe"]>[1]

/** The plugin's ear for what happens to orders, on Medusa's own event bus: taken off, every event is lost. */
export class OrderEvents {
  readonly #bus: IEventBusModuleService
  readonly #service: DiscordModuleService
  readonly #context: { subscriberId: string }
  readonly #listener: Subscriber
  #isHeard = true

  constructor(container: MedusaContainer) {
    this.#bus = container.resolve<IEventBusModuleService>(Modules.EVENT_BUS)
    this.#service = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    this.#context = { subscriberId: config.context?.subscriberId ?? "" }
    this.#listener = (event) => orderChanged({ event, container, pluginOptions: {} })
  }

  /** Whether events reach the plugin from now on. */
  hear(isHeard: boolean): void {
    if (isHeard === this.#isHeard) {
      return
    }
    for (const event of Object.keys(ORDER_EVENTS)) {
      if (isHeard) {
        this.#bus.subscribe(event, this.#listener, this.#context)
      } else {
        this.#bus.unsubscribe(event, this.#listener, this.#context)
      }
    }
    this.#isHeard = isHeard
  }

  /**
   * Does something of which no event reaches the plugin, as when the process dies before it heard them. The store's own
   * sweep of each minute waits until it is done: it would find it.
   */
  async lost<T>(act: () => Promise<T>): Promise<T> {
    const deaf = async () => {
      this.hear(false)
      try {
        return await act()
      } finally {
        this.hear(true)
      }
    }
    const done = await this.#service.chores.alone("discord:sweep:orders", deaf, PATIENCE_MS)
    if (!done) {
      throw new Error("The store's own sweep of orders did not end")
    }
    return done.result
  }
}
