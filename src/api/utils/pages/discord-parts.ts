import { html, type Html } from "./html"

const CDN = "https://cdn.discordapp.com"
/** As Discord makes them; whatever else stands there becomes part of no address. */
const HASH = /^\w{1,64}$/

/** Where Discord serves a user's picture; null for who has none. @see https://docs.discord.com/developers/reference#image-formatting */
export function avatarUrl(userId: string, hash: string | null): string | null {
  return pictureUrl("avatars", userId, hash)
}

/** Where Discord serves a server's icon; null for one without. */
export function serverIconUrl(guildId: string, hash: string | null): string | null {
  return pictureUrl("icons", guildId, hash)
}

function pictureUrl(kind: string, id: string, hash: string | null): string | null {
  return hash !== null && HASH.test(hash) ? `${CDN}/${kind}/${id}/${hash}.png?size=96` : null
}

/** A role's name behind its colour. A picture's fill is no style, so no policy has to allow it. @param color 0 = none of its own */
export function roleName(name: string, color: number): Html {
  const fill = color === 0 ? "#99aab5" : `#${color.toString(16).padStart(6, "0")}`
  return html`<svg width="12" height="12" aria-hidden="true">
      <circle cx="6" cy="6" r="6" fill="${fill}" /></svg
    ><bdi>${name}</bdi>`
}

/** A server's name behind its icon. */
export function serverName(name: string, icon: string | null): Html {
  return html`${icon === null ? null : html`<img src="${icon}" alt="" width="24" height="24" />`}<bdi
      >${name}</bdi
    >`
}
