import { isDiscordFailure } from "../../modules/discord/discord-api/errors"
import type { CallKind } from "../../modules/discord/engine/run/error-owner.rules"
import { refusedByDiscord } from "../../modules/discord/refused"

/**
 * What a route answers when Discord does not do as asked: whose move it is, in words.
 *
 * @returns a handler that throws what `refusedByDiscord` makes of it, or whatever else went wrong as it is
 */
export function inWords(call: CallKind): (error: unknown) => never {
  return (error) => {
    throw isDiscordFailure(error) ? refusedByDiscord(error, call) : error
  }
}
