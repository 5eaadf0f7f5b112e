import { APPLICATION, PUBLIC_KEY } from "../../helpers/store/application"
import { storeSuite } from "../../helpers/store/suite"
import { testDoctor } from "./webhook/doctor"
import { testHealth } from "./webhook/health"
import { registerSdk, testMetrics } from "./webhook/metrics"
import { testOverview } from "./webhook/overview"
import { testWebhookEvents } from "./webhook/webhook-events"

process.env.DISCORD_PUBLIC_KEY = PUBLIC_KEY
const reader = registerSdk()

storeSuite("what Discord and a probe ask of the store", (scene) => {
  testWebhookEvents(scene)
  testHealth(scene)
  testMetrics(scene, reader)
  testOverview(scene)

  it("says in the settings whether Discord tells the store who removes the application", async () => {
    const { admin, discord, service } = scene()
    const check = async () => {
      const { checks } = await admin.send<{ checks: { id: string; ok: boolean; fix: string }[] }>(
        "/admin/discord/application",
      )
      return checks.find(({ id }) => id === "webhook_events")
    }
    const url = `${service.options.backendUrl}/discord/webhook`
    expect(await check()).toMatchObject({ ok: false, fix: expect.stringContaining(url) as string })
    await discord.control.updateApplication(APPLICATION.client_id, {
      event_webhooks_url: url,
      event_webhooks_status: 2,
      event_webhooks_types: ["APPLICATION_DEAUTHORIZED"],
    })
    expect(await check()).toMatchObject({ ok: true, fix: null })
  })

  // The last: it stops the clock of its process.
  testDoctor(scene)
})
