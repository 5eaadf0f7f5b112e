import type { BrowserTest } from "../../harness/browser-suite"
import { expectRoles } from "../../harness/people"
import type { Stage } from "../../harness/stage"
import { expectHeld, expectSaid } from "../../harness/storefront/said"
import { Shopper } from "../../harness/storefront/shopper"
import { buySeat, customerOf } from "./customer"

interface Trouble {
  /** Why Discord does not let a customer in. */
  who: string
  befall: (stage: Stage, userId: string) => Promise<unknown>
  says: RegExp
  mend: (stage: Stage, userId: string) => Promise<unknown>
}

const JOIN = { method: "PUT", route: "/guilds/:guild/members/:user" }

const TROUBLES: Trouble[] = [
  {
    who: "is in too many servers",
    befall: ({ discord }, id) => discord.control.updateUser(id, { guild_count: 100 }),
    says: /^Your Discord account is in as many servers as Discord allows\./,
    mend: ({ discord }, id) => discord.control.updateUser(id, { guild_count: 99 }),
  },
  {
    who: "must verify their account",
    befall: ({ discord }, id) => discord.control.updateUser(id, { verification: "unverified" }),
    says: /^Discord asks you to verify your account first\./,
    mend: ({ discord }, id) => discord.control.updateUser(id, { verification: "done" }),
  },
  {
    who: "may join no server for a while",
    befall: ({ discord }) => discord.control.addFault({ ...JOIN, status: 403, code: 340015 }),
    says: /^Discord does not let your account join servers for a while\./,
    mend: ({ discord }) => discord.control.clearFaults(),
  },
  {
    who: "is banned",
    befall: ({ discord }, id) => discord.control.ban(discord.guild.id, id),
    says: /^Your Discord account is banned from Example Community\./,
    mend: ({ discord }, id) => discord.control.unban(discord.guild.id, id),
  },
]

export function testMembers(test: BrowserTest): void {
  for (const { who, befall, says, mend } of TROUBLES) {
    test(`who ${who} is told so, and has the role once that is over`, async (stage) => {
      const { customer, noah } = await customerOf(stage, true)
      await befall(stage, noah)
      await buySeat(stage, customer)
      const shopper = await Shopper.returns(stage, customer)
      await expectSaid(shopper, says)
      await expectRoles(stage, noah, null)
      await mend(stage, noah)
      await shopper.click("Check again")
      await expectHeld(shopper, "Workshop")
      await expectRoles(stage, noah, ["Workshop"])
    })
  }

  test("who has not accepted the server's rules is told so, accepts them, and is in", async (stage) => {
    const { customer, noah } = await customerOf(stage, true)
    const { control, guild } = stage.discord
    await control.updateGuild(guild.id, { membership_screening: true })
    await buySeat(stage, customer)
    const shopper = await Shopper.returns(stage, customer)
    await expectSaid(
      shopper,
      /^One step left: open Example Community in Discord and accept its rules\./,
    )
    const server = shopper.page.getByRole("link", { name: "Open the server" })
    expect(await server.getAttribute("href")).toContain(`/channels/${guild.id}`)
    await control.acceptScreening(guild.id, noah)
    await shopper.click("Check again")
    await expectHeld(shopper, "Workshop")
    expect(await control.member(guild.id, noah)).toMatchObject({ pending: false })
    await expectRoles(stage, noah, ["Workshop"])
  })
}
