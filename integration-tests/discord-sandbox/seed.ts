import { type SandboxClient } from "./client"
import { type ApplicationInput } from "./control/types"

const BRONZE = 0xcd7f32
const SILVER = 0xc0c7cf
const GOLD = 0xf1c40f
const MODERATOR = 0x2ecc71
const TIERS = ["Bronze", "Silver", "Gold"]

/**
 * One application, one guild with three tiers and a few people: enough to try things by hand.
 *
 * @param known ids and secrets of an application that a program already uses
 */
export async function seed(
  control: SandboxClient,
  redirectUris: string[],
  known: Omit<ApplicationInput, "redirect_uris"> = {},
) {
  const application = await control.createApplication({
    name: "Example Store",
    ...known,
    redirect_uris: redirectUris.length
      ? redirectUris
      : ["http://localhost:9000/discord/oauth/callback"],
  })
  const owner = await control.createUser({ username: "olivia", global_name: "Olivia" })
  const guild = await control.createGuild({
    name: "Example Community",
    owner_id: owner.id,
    roles: [
      { name: "Bronze", color: BRONZE },
      { name: "Silver", color: SILVER },
      { name: "Gold", color: GOLD },
      { name: "Moderator", color: MODERATOR, permissions: "268435470" },
    ],
  })
  for (const tier of guild.roles.filter(({ name }) => TIERS.includes(name))) {
    const name = `${tier.name.toLowerCase()}-lounge`
    await control.createChannel(guild.id, { name, private_to: [tier.id] })
  }
  const users = []
  for (const [username, global_name] of [
    ["mia.k", "Mia"],
    ["noah_b", "Noah"],
    ["zoe", "Zoë"],
  ] as const) {
    users.push(await control.createUser({ username, global_name }))
  }
  const [first] = users
  if (first) await control.addMember(guild.id, first.id)
  return { application, guild, owner, users }
}
