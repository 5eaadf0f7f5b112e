import { MedusaError } from "@medusajs/framework/utils"
import { refused } from "../../modules/discord/refused"
import { isDiscordFailure } from "../../modules/discord/discord-api/errors"
import { ownerOf, type CallKind } from "../../modules/discord/engine/run/error-owner.rules"

/**
 * What a route answers when Discord does not do as asked: whose move it is, in words.
 *
 * @returns a handler that throws MedusaError UNEXPECTED_STATE, or whatever else went wrong as it is
 */
export function inWords(call: CallKind): (error: unknown) => never {
  return (error) => {
    if (isDiscordFailure(error)) {
      throw refused(MedusaError.Types.UNEXPECTED_STATE, ownerOf(error, call).message)
    }
    throw error
  }
}
