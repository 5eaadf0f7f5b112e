import { say } from "../../../../messages"
import { discordOf } from "../../../utils/discord"
import { accountPageOf } from "../../../utils/pages/account-cookie"
import { brandOf } from "../../../utils/pages/brand"
import { roleName } from "../../../utils/pages/discord-parts"
import { html } from "../../../utils/pages/html"
import { sendPage } from "../../../utils/pages/page"
import { withSession } from "../open-session"
import { readAccess } from "../read-access"
import { actionForm } from "../view"

/** Asks before it disconnects, and says which roles go. */
export const GET = withSession(async (req, res, session) => {
  const { options } = discordOf(req.scope)
  const url = accountPageOf(options)
  const access = await readAccess(req, session)
  if (!access?.account) {
    res.redirect(303, url)
    return
  }
  const held = access.servers.flatMap((server) =>
    server.roles
      .filter(({ state }) => state === "held")
      .map(({ name, color }) => ({ name: `${name} (${server.name})`, color })),
  )
  const isGuest = session.purpose !== "link_account"
  const { global_name, username } = access.account
  sendPage(req, res, 200, {
    title: say("request.page_disconnect_title", { name: global_name ?? username }),
    text: isGuest ? say("request.page_disconnect_guest") : say("request.page_disconnect_customer"),
    brand: await brandOf(req),
    forms: [options.backendUrl],
    body: (words) =>
      html` ${
          held.length > 0
            ? html`<p>${words(say("request.page_roles_held"))}</p>
                <ul class="roles">
                  ${held.map(({ name, color }) => html`<li>${roleName(name, color)}</li>`)}
                </ul>`
            : null
        }
        <div class="actions">
          ${actionForm(session, url, "disconnect", words(say("request.page_disconnect")))}
          <a class="button" href="${url}">${words(say("request.page_cancel"))}</a>
        </div>`,
  })
})
