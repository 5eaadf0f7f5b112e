import type { Customer } from "./customer"
import type { Scene } from "../store/suite"

/** A registered customer, and the Discord user they are. */
export interface Buyer {
  customer: Customer
  userId: string
}

interface Standing {
  /** Whether they are a member of the server before they connect. */
  inServer?: boolean
}

/** A customer who has connected Discord and bought nothing yet. */
export async function connectedAs(
  { discord, newBuyer }: Scene,
  name: string,
  { inServer = false }: Standing = {},
): Promise<Buyer> {
  const buyer = await newBuyer(name)
  if (inServer) {
    await discord.control.addMember(discord.guildId, buyer.userId)
  }
  await buyer.customer.connect(discord, buyer.userId)
  return buyer
}

/** The same, called Ada, where the server is connected and each plan gives the role of its name. */
export async function connectedBuyer(scene: Scene, standing: Standing = {}): Promise<Buyer> {
  await scene.setUp()
  return connectedAs(scene, "ada", standing)
}
