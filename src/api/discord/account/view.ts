import { say, type Message } from "../../../messages"
import {
  isConsentReason,
  describeReason,
} from "../../../modules/discord/consent/consent-words.rules"
import type { PageSession } from "../../../modules/discord/page-session/page-session.service"
import {
  offersConnect,
  type PageEnding,
} from "../../../modules/discord/page-session/page-session.rules"
import type { StoreDiscordResponse, StoreDiscordTodo } from "../../../types/http"
import { html, type Html } from "../../utils/pages/html"
import type { Page, Words } from "../../utils/pages/page"
import { serverPart, todoPart } from "./server-view"

interface Shown {
  session: PageSession
  /** What its account holds; null when nobody is connected (any more). */
  access: StoreDiscordResponse | null
  /** The address of the page itself. */
  url: string
}

const TITLE: Record<PageEnding, Message> = {
  connected: say("request.page_title_connected"),
  already_connected: say("request.page_title_connected"),
  declined: say("request.title_declined"),
  conflict: say("request.title_failed"),
  failed: say("request.title_failed"),
  disconnected: say("request.page_title_disconnected"),
}

/** How the consent ended; then the account, each server with its roles, and what can be done. */
export function accountView({ session, access, url }: Shown): Omit<Page, "forms" | "brand"> {
  const { ending, reason } = session
  const account = access?.account ?? null
  const isGone = account === null && (ending === "connected" || ending === "already_connected")
  const todos = access ? todosOf(access).map(({ code }) => code) : []
  return {
    title: isGone ? say("request.page_title_disconnected") : TITLE[ending],
    text: isGone ? say("request.page_gone") : textOf(reason),
    images: [
      account?.avatar_url ?? null,
      ...(access?.servers ?? []).map(({ icon_url }) => icon_url),
    ].filter((image) => image !== null),
    body: (words) =>
      html` ${account && personPart(account)}
        ${access && account ? serversPart(access, words) : null}
        <div class="actions">
          ${account ? actionForm(session, url, "check", words(say("request.page_check_again"))) : null}
          ${
            !isGone && offersConnect(session, todos)
              ? actionForm(session, url, "connect", connectLabel(account !== null, words))
              : null
          }
          ${
            account
              ? html`<a class="button" href="${url}/disconnect"
                  >${words(say("request.page_disconnect"))}</a
                >`
              : null
          }
        </div>`,
  }
}

/** A button of the account page, as a form of its own. */
export function actionForm(
  { form_token }: Pick<PageSession, "form_token">,
  url: string,
  action: "check" | "connect" | "disconnect",
  label: string,
): Html {
  const kind = { check: "button", connect: "primary", disconnect: "danger" }[action]
  return html`<form method="post" action="${url}">
    <input type="hidden" name="form_token" value="${form_token}" /><button
      class="${kind}"
      name="action"
      value="${action}"
    >
      ${label}
    </button>
  </form>`
}

function textOf(reason: string): Message {
  if (reason === "disconnected") {
    return say("request.page_disconnected")
  }
  return isConsentReason(reason) ? describeReason(reason) : say("consent.store_failed")
}

function personPart({
  avatar_url,
  display_name: name,
  username,
}: NonNullable<StoreDiscordResponse["account"]>): Html {
  return html`<div class="person">
    <img src="${avatar_url}" alt="" width="44" height="44" />
    <div>
      <strong><bdi>${name}</bdi></strong
      ><span class="muted"><bdi>@${username}</bdi></span>
    </div>
  </div>`
}

function serversPart({ servers, todo }: StoreDiscordResponse, words: Words): Html {
  const isSaid = servers.some((server) => server.todo?.code === todo?.code)
  return html`${todo && !isSaid ? todoPart(todo, words) : null}${
    servers.length === 0 && todo === null
      ? html`<p>${words(say("request.page_nothing_yet"))}</p>`
      : servers.map((server) => serverPart(server, words))
  }`
}

function todosOf({ servers, todo }: StoreDiscordResponse): StoreDiscordTodo[] {
  return [todo, ...servers.map((server) => server.todo)].filter((each) => each !== null)
}

function connectLabel(isConnected: boolean, words: Words): string {
  return words(isConnected ? say("request.page_connect_again") : say("request.page_try_again"))
}
