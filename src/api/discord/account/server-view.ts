import { say, type Message } from "../../../messages"
import type {
  StoreDiscordRoleState,
  StoreDiscordServer,
  StoreDiscordTodo,
} from "../../../types/http"
import { roleName, serverName } from "../../utils/pages/discord-parts"
import { html, type Html } from "../../utils/pages/html"
import type { Words } from "../../utils/pages/page"

const STATE: Record<StoreDiscordRoleState, Message> = {
  held: say("request.page_role_held"),
  pending: say("request.page_role_pending"),
  waiting: say("request.page_role_waiting"),
}

/** A server, the roles of the customer in it, and what they must do there. */
export function serverPart(
  { name, icon_url, roles, todo }: StoreDiscordServer,
  words: Words,
): Html {
  return html`<section>
    <h2>${serverName(name, icon_url)}</h2>
    <ul class="roles">
      ${roles.map(
        (role) =>
          html`<li>
            ${roleName(role.name, role.color)}<span class="state ${role.state}"
              >${words(STATE[role.state])}</span
            >
          </li>`,
      )}
    </ul>
    ${todo && todoPart(todo, words)}
  </section>`
}

/** What the customer must do, with the way there. */
export function todoPart({ message_detail, action_url }: StoreDiscordTodo, words: Words): Html {
  const link = action_url === undefined || !/^https?:/.test(action_url) ? null : action_url
  return html`<div class="todo">
    <p>${words(message_detail)}</p>
    ${link && html`<p><a href="${link}">${words(say("request.page_open_discord"))}</a></p>`}
  </div>`
}
