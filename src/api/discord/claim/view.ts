import { say } from "../../../messages"
import type { OrderRole } from "../../../modules/discord/claim/promised-roles.store"
import { serverIconUrl } from "../../../modules/discord/access/pictures.rules"
import { roleName, serverName } from "../../utils/pages/discord-parts"
import { html, type Html } from "../../utils/pages/html"
import type { Page, Words } from "../../utils/pages/page"

interface Offer {
  /** The order's number as the store shows it. */
  display_id: number
  roles: readonly OrderRole[]
  button: ClaimButton
}

interface ClaimButton {
  /** Where the form is posted to. */
  action: string
  token: string
}

/** What an order gives, and the one button that begins the consent. */
export function offerOf({ display_id, roles, button }: Offer): Omit<Page, "forms" | "brand"> {
  const guilds = [...new Map(roles.map((role) => [role.guild_id, role])).values()]
  const iconOf = ({ guild_id, server_icon }: OrderRole) => serverIconUrl(guild_id, server_icon)
  return {
    title: say("request.page_claim_title", { number: display_id }),
    text: say("request.page_claim_text", { number: display_id }),
    images: guilds.map(iconOf).filter((icon) => icon !== null),
    body: (words) =>
      html`${guilds.map(
          (guild) =>
            html`<section>
              <h2>${serverName(guild.server_name, iconOf(guild))}</h2>
              <ul class="roles">
                ${roles
                  .filter(({ guild_id }) => guild_id === guild.guild_id)
                  .map(({ role_name, color }) => html`<li>${roleName(role_name, color)}</li>`)}
              </ul>
            </section>`,
        )}${claimForm(button, words(say("request.page_connect")))}
        <p class="muted">${words(say("request.page_claim_note"))}</p>`,
  }
}

/** For who opens their link again: Discord says whether it was them. */
export function openAgain(button: ClaimButton): (words: Words) => Html {
  return (words) =>
    html`<p>${words(say("request.page_claim_again"))}</p>
      ${claimForm(button, words(say("request.page_open_with_discord")))}`
}

function claimForm({ action, token }: ClaimButton, label: string): Html {
  return html`<form class="wide" method="post" action="${action}">
    <input type="hidden" name="token" value="${token}" /><button class="primary">${label}</button>
  </form>`
}
