import type {
  StoreDiscordResponse,
  StoreDiscordServer,
  StoreDiscordTodo,
} from "../../../../src/types/http"
import type { Buyer } from "../../../helpers/account/buyers"
import type { RoleName } from "../../../helpers/server/discord"
import { eventually } from "../../../helpers/eventually"
import type { Scene } from "../../../helpers/store/suite"

/** How a customer stands: what the storefront says, and what they hold in Discord. */
export interface Standing {
  /** Null when there is nothing to do. */
  todo: StoreDiscordTodo["code"] | null
  state: "held" | "pending" | "waiting"
  /** Names of the roles in Discord; null when not in the server. */
  roles: RoleName[] | null
}

/** Waits until a buyer of Gold stands like this. @returns what the storefront was told */
export async function expectStanding(
  { discord }: Scene,
  { customer, userId }: Buyer,
  { todo, state, roles }: Standing,
): Promise<StoreDiscordResponse> {
  return eventually(async () => {
    const access = await customer.access()
    expect({
      todo: access.todo?.code ?? null,
      states: access.servers.flatMap((server) => server.roles.map((role) => role.state)),
      roles: await discord.rolesOf(userId),
    }).toEqual({ todo, states: [state], roles })
    return access
  })
}

export const HELD: Standing = { todo: null, state: "held", roles: ["Gold"] }

/** A buyer of Gold who connected Discord without letting the store bring them in. */
export async function outsider(scene: Scene, name = "ada"): Promise<Buyer> {
  const { discord, newBuyer, settled, setUp } = scene
  await setUp()
  const buyer = await newBuyer(name)
  await buyer.customer.connect(discord, buyer.userId, { scopes: ["identify"] })
  await settled(await buyer.customer.buy("Gold"))
  return buyer
}

/** A buyer of Gold whom the store brought in. */
export async function holder(scene: Scene): Promise<Buyer> {
  const { discord, newBuyer, settled, setUp } = scene
  await setUp()
  const buyer = await newBuyer("ada")
  await buyer.customer.connect(discord, buyer.userId)
  await settled(await buyer.customer.buy("Gold"))
  await discord.expectRoles(buyer.userId, ["Gold"])
  return buyer
}

/** The only server of an answer. */
export function serverOf({ servers }: StoreDiscordResponse): StoreDiscordServer {
  const [server] = servers
  if (!server || servers.length > 1) {
    throw new Error(`${servers.length} servers`)
  }
  return server
}
