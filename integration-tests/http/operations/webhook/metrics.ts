import { metrics } from "@opentelemetry/api"
import { MeterProvider, MetricReader, type DataPoint } from "@opentelemetry/sdk-metrics"
import { eventually } from "../../../helpers/eventually"
import type { Scene } from "../../../helpers/store/suite"

/** An SDK that collects when it is asked to. */
class Reader extends MetricReader {
  protected onForceFlush(): Promise<void> {
    return Promise.resolve()
  }

  protected onShutdown(): Promise<void> {
    return Promise.resolve()
  }
}

/** Before the store is loaded, as its `instrumentation.ts` does it. */
export function registerSdk(): Reader {
  const reader = new Reader()
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }))
  return reader
}

/** @see ../webhook.spec.ts */
export function testMetrics(scene: () => Scene, reader: Reader): void {
  describe("the metrics", () => {
    const collect = async () => {
      const { resourceMetrics, errors } = await reader.collect()
      expect(errors).toEqual([])
      const ours = resourceMetrics.scopeMetrics.find(
        ({ scope }) => scope.name === "medusa-plugin-discord-roles",
      )
      return new Map(
        ours?.metrics.map(({ descriptor, dataPoints }) => [
          descriptor.name.replace("discord_roles.", ""),
          dataPoints as DataPoint<number>[],
        ]),
      )
    }
    const valueOf = (points: DataPoint<number>[] | undefined, attributes: object = {}) =>
      points
        ?.filter((point) => {
          const held: object = point.attributes
          return Object.entries({ ...held, ...attributes }).every(
            ([name, value]) => (held as Record<string, unknown>)[name] === value,
          )
        })
        .reduce((sum, { value }) => sum + value, 0)

    it("count calls by route and outcome, and how long a buyer waited", async () => {
      const { discord, newBuyer, service, settled, setUp } = scene()
      await setUp()
      await service.sweep()
      const { customer, userId } = await newBuyer("counted")
      const joins = { "http.request.method": "PUT", "http.route": "/guilds/:id/members/:id" }
      const before = valueOf((await collect()).get("calls"), { ...joins, outcome: "ok" }) ?? 0
      await customer.connect(discord, userId)
      await settled(await customer.buy("Gold"))
      await discord.expectRoles(userId, ["Gold"])
      const found = await collect()
      expect(valueOf(found.get("calls"), { ...joins, outcome: "ok" })).toBe(before + 1)
      const routes = found.get("calls")?.map(({ attributes }) => String(attributes["http.route"]))
      expect(routes?.filter((route) => /\d{15}/.test(route))).toEqual([])
      expect(found.get("order_to_role.median")).toHaveLength(1)
      expect(valueOf(found.get("order_to_role.longest"))).toBeGreaterThan(0)
      expect(valueOf(found.get("sweep.age"))).toBeGreaterThanOrEqual(0)
      expect(valueOf(found.get("halted"))).toBe(0)
      expect(valueOf(found.get("address_barred"))).toBe(0)
      // Nobody has reconciled: no figure is better than a wrong one.
      expect(found.get("reconcile.age") ?? []).toEqual([])
    })

    it("tell of 429s, of what is due and since when, and of calls that are held back", async () => {
      const { discord, newBuyer, setUp, settled } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("waiting")
      await customer.connect(discord, userId)
      await discord.control.addFault({
        method: "PUT",
        status: 429,
        times: 1,
        headers: { "x-ratelimit-scope": "shared", "retry-after": "1" },
      })
      const limited = async () =>
        valueOf((await collect()).get("calls"), { outcome: "rate_limited" })
      const before = (await limited()) ?? 0
      await customer.buy("Gold")
      await eventually(async () => expect(await limited()).toBeGreaterThan(before))
      await discord.expectRoles(userId, ["Gold"])
      await settled()

      await discord.control.outage(true)
      await customer.buy("Silver")
      await eventually(async () => {
        const found = await collect()
        const open = found.get("circuits.open")?.map(({ value }) => value) ?? []
        expect(open.reduce((sum, value) => sum + value, 0)).toBeGreaterThan(0)
      })
      await eventually(async () => {
        const found = await collect()
        expect(valueOf(found.get("queue.depth"), { priority: "customer" })).toBe(1)
        expect(valueOf(found.get("queue.oldest_due"), { priority: "customer" })).toBeGreaterThan(0)
      })
      await discord.control.outage(false)
      await discord.expectRoles(userId, ["Silver", "Gold"])
      await settled()
      const found = await collect()
      expect(valueOf(found.get("queue.depth"))).toBe(0)
    })
  })
}
