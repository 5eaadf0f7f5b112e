import { calculateUserDefaultAvatarIndex, CDN } from "discord.js"

const cdn = new CDN()
/** Of this width and height, for screens of twice the resolution; nothing that moves. */
const PICTURE = { extension: "png", size: 128, forceStatic: true } as const
/** As Discord makes them; whatever else stands there becomes part of no address. */
const HASH = /^\w{1,64}$/

/**
 * Where Discord serves a user's picture; its own one for who has none.
 *
 * @see https://docs.discord.com/developers/reference#image-formatting
 */
export function avatarUrl(userId: string, hash: string | null): string {
  return hash !== null && HASH.test(hash)
    ? cdn.avatar(userId, hash, PICTURE)
    : cdn.defaultAvatar(calculateUserDefaultAvatarIndex(userId))
}

/** Where Discord serves a server's icon; null for one without. */
export function serverIconUrl(guildId: string, hash: string | null): string | null {
  return hash !== null && HASH.test(hash) ? cdn.icon(guildId, hash, PICTURE) : null
}
