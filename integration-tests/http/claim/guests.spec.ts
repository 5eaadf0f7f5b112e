import type { AdminOrderDiscordResponse } from "../../../src/types/http"
import { guestOrder } from "../../helpers/account/claim"
import { storeSuite } from "../../helpers/store/suite"
import { testAClaimLink } from "./guests/a-claim-link"
import { testTheCookieOfAStoreThatIsServed } from "./guests/the-cookie-of-a-store-that-is-served"
import { testALinkThatDoesNotWork } from "./guests/a-link-that-does-not-work"
import { testSomebodyElse } from "./guests/somebody-else"
import { testAGuestWhoRegistersWithTheSameE } from "./guests/a-guest-who-registers-with-the-same-e"
import { testOnePersonSeveralOrders } from "./guests/one-person-several-orders"

/** Browsers reach this store by https, through a proxy that speaks http to it; those of other suites are on localhost. */
process.env.MEDUSA_BACKEND_URL = "https://api.store.test"

storeSuite("from a guest's order to a role", (scene) => {
  testAClaimLink(scene)
  testTheCookieOfAStoreThatIsServed(scene)
  testALinkThatDoesNotWork(scene)
  testSomebodyElse(scene)
  testAGuestWhoRegistersWithTheSameE(scene)
  testOnePersonSeveralOrders(scene)

  it("is shown at the order's e-mail address as it is now: one that was mended is seen to be mended", async () => {
    const { admin } = scene()
    const { order } = await guestOrder(scene(), "noa")
    await admin.send(`/admin/orders/${order}`, { body: { email: "noa@mended.test" } })
    const shown = await admin.send<AdminOrderDiscordResponse>(`/admin/orders/${order}/discord`)
    expect(shown.customer).toMatchObject({ email: "noa@mended.test", has_account: false })
  })
})
