import type { Page } from "playwright-core"
import { expireAuthorizations } from "../../harness/database"
import { expectRoles, userOf } from "../../harness/people"
import type { Stage } from "../../harness/stage"
import type { BrowserTest } from "../../harness/browser-suite"
import { expectHeld, expectSaid } from "../../harness/storefront/said"
import type { Shopper } from "../../harness/storefront/shopper"
import { NOAH, seatHolder } from "./customer"

const CALLBACK = "/discord/oauth/callback"
const JOINING = "Join servers for you"

interface Trouble {
  /** What happens to a customer at Discord. */
  who: string
  befall: (shopper: Shopper, stage: Stage) => Promise<void>
  /** What the page says that they end on. */
  says: string | RegExp
}

const CONNECT = "Connect Discord to receive your roles."

/** Each leaves the customer unconnected, and free to begin again. */
const TROUBLES: Trouble[] = [
  {
    who: "declines",
    befall: async (shopper) => {
      await shopper.click("Connect Discord")
      await shopper.click("Cancel")
    },
    says: "Discord was not connected. You can start again at any time.",
  },
  {
    who: "goes back without deciding",
    befall: async (shopper) => {
      await consentPage(shopper)
      await shopper.page.goBack()
    },
    says: CONNECT,
  },
  {
    who: "decides too late",
    befall: async (shopper, { world }) => {
      await consentPage(shopper)
      await expireAuthorizations(world.databaseUrl)
      await shopper.consentAs(NOAH)
    },
    says: /has expired or was used already/,
  },
  {
    who: "is given a Discord account that is another customer's",
    befall: async (shopper, stage) => {
      const other = await stage.store.registerCustomer("eve")
      await stage.store.linkAccount(other, stage.discord, userOf(stage, 1))
      await shopper.click("Connect Discord")
      await shopper.consentAs(NOAH)
    },
    says: /^This Discord account belongs to another customer of ours\./,
  },
]

/** @returns the address of Discord's page, which the browser is on */
async function consentPage(shopper: Shopper): Promise<string> {
  await shopper.click("Connect Discord")
  await shopper.page.getByRole("button", { name: "Authorize" }).waitFor()
  return shopper.page.url()
}

/** Where Discord sent the browser back to, with what it may not take twice. */
function wayBackOf(page: Page): Promise<string> {
  return page
    .waitForRequest((request) => new URL(request.url()).pathname === CALLBACK)
    .then((request) => request.url())
}

async function expectConnecting(shopper: Shopper, stage: Stage, person: string): Promise<void> {
  await shopper.open("/account")
  await shopper.page.getByText(CONNECT).waitFor()
  await shopper.connect(person)
  await expectHeld(shopper, "Workshop")
}

export function testConsents(test: BrowserTest): void {
  for (const { who, befall, says } of TROUBLES) {
    test(`who ${who} is told so, and connects after all`, async (stage) => {
      const { shopper } = await seatHolder(stage, false)
      await befall(shopper, stage)
      await expectSaid(shopper, says)
      await expectConnecting(shopper, stage, "Zoë (@zoe)")
      await expectRoles(stage, userOf(stage, 2), ["Workshop"])
    })
  }

  test("who closes the tab at Discord begins again in another", async (stage) => {
    const { shopper, noah } = await seatHolder(stage, false)
    await consentPage(shopper)
    const tab = await shopper.newTab()
    await shopper.page.close()
    await tab.open("/account")
    await expectSaid(tab, CONNECT)
    await tab.connect(NOAH)
    await expectHeld(tab, "Workshop")
    await expectRoles(stage, noah, ["Workshop"])
  })

  test("a way back that is opened again is refused, and changes nothing", async (stage) => {
    const { shopper, noah } = await seatHolder(stage, false)
    const wayBack = wayBackOf(shopper.page)
    await shopper.connect(NOAH)
    await expectRoles(stage, noah, ["Workshop"])
    await shopper.page.goto(await wayBack)
    await expectSaid(shopper, /has expired or was used already/)
    await shopper.open("/account")
    await expectHeld(shopper, "Workshop")
  })

  test("a way back that is opened in another browser is refused there", async (stage) => {
    const { shopper, noah } = await seatHolder(stage, false)
    const url = await consentPage(shopper)
    const wayBack = await stage.discord.control.authorize(url, { user_id: noah })
    const other = await stage.newVisitor()
    await other.goto(wayBack)
    await other.getByText(/another browser/).waitFor()
    await shopper.open("/account")
    await expectSaid(shopper, CONNECT)
    await expectConnecting(shopper, stage, NOAH)
  })

  test("who declines to be brought into servers joins by an invitation", async (stage) => {
    const { shopper, noah } = await seatHolder(stage, false)
    await consentPage(shopper)
    await shopper.page.getByLabel(JOINING).uncheck()
    await shopper.consentAs(NOAH)
    await expectSaid(shopper, /^Discord is connected, but we may not bring you into our server\./)
    await expectSaid(shopper, /^You are not in Example Community\./)
    await shopper.joinServer(NOAH)
    await shopper.click("Check again")
    await expectHeld(shopper, "Workshop")
    await expectRoles(stage, noah, ["Workshop"])
  })
}
