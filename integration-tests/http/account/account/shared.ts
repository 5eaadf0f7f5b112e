import type { Scene } from "../../../helpers/store/suite"

export const JOIN = "PUT /guilds/:guild/members/:user"

export interface ErrorBody {
  type: string
  message: string
}

/** Token pairs of a user that Discord still accepts. */
export async function liveTokens({ discord }: Scene, userId: string): Promise<number> {
  return (await discord.control.tokens(userId)).filter((token) => !token.revoked).length
}
