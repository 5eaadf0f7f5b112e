import type { IEventBusModuleService, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { ORDER_EVENTS } from "../../src/modules/discord/domain/order-events"
import orderChanged, { config } from "../../src/subscribers/order-changed"

type Subscriber = Parameters<IEventBusModuleService["subscribe"]>[1]

/** The plugin's ear for what happens to orders, on Medusa's own event bus: taken off, every event is lost. */
export class OrderEvents {
  readonly #bus: IEventBusModuleService
  readonly #context: { subscriberId: string }
  readonly #listener: Subscriber
  #isHeard = true

  constructor(container: MedusaContainer) {
    this.#bus = container.resolve<IEventBusModuleService>(Modules.EVENT_BUS)
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

  /** Does something of which no event reaches the plugin, as when the process dies before it heard them. */
  async lost<T>(act: () => Promise<T>): Promise<T> {
    this.hear(false)
    try {
      return await act()
    } finally {
      this.hear(true)
    }
  }
}
