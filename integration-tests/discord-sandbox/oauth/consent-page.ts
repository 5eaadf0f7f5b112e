import { type User } from "../state/entities"
import { type World } from "../state/world"
import { type AuthorizationRequest } from "./authorization-request"
import { installableGuilds } from "./decide"
import { html, type Html } from "./html"
import { permissionsInWords, scopeInWords } from "./scope-words"
import { shell } from "./shell"

/** Scopes without which the rest makes no sense: the page offers no way to decline them. */
const ALWAYS = new Set(["identify", "bot", "applications.commands"])

/**
 * The consent page. A person picks who they are (there is no login), may decline single scopes, and for a bot picks
 * one of the guilds they manage.
 *
 * @param action where the form is posted: the page's own address, so that the request is checked again.
 */
export function consentPage(
  world: World,
  request: AuthorizationRequest,
  action: string,
  currentUser: string | null,
): Html {
  const { app } = request
  const people = world.people()
  const current = people.find((user) => user.id === currentUser) ?? people[0]
  const target = request.redirect_uri === null ? null : new URL(request.redirect_uri).origin
  return shell(
    "Authorize access to your account",
    html`<form class="card" method="post" action="${action}">
      <header>
        <div class="avatars">
          <span class="avatar app">${initials(app.name)}</span>
          <span class="dots">···</span>
          <span class="avatar person">${initials(current ? nameOf(current) : "?")}</span>
        </div>
        <p class="muted">An external application</p>
        <h1>${app.name}</h1>
        <p class="muted">wants to access your Discord account</p>
      </header>
      ${userPicker(people, current)}
      <section>
        <h2>This will allow ${app.name} to</h2>
        <ul class="scopes">
          ${request.scopes.map(scopeItem)}
        </ul>
      </section>
      ${request.bot ? guildPicker(world, request, people, current) : null}
      ${
        target === null
          ? null
          : html`<p class="muted small">
              Once you authorize, you will be sent to <b>${target}</b>
            </p>`
      }
      <footer>
        <button class="plain" name="decision" value="deny" formnovalidate>Cancel</button>
        <button class="primary" name="decision" value="allow">Authorize</button>
      </footer>
      <script src="/assets/consent.js"></script>
    </form>`,
  )
}

/** Who the person is: there is no login. */
export function userPicker(people: User[], current: User | undefined): Html {
  return html`<label
    >Signed in as
    <select name="user_id" required>
      ${people.map(
        (user) =>
          html`<option
            value="${user.id}"
            data-initials="${initials(nameOf(user))}"
            ${user === current && html`selected`}
          >
            ${nameOf(user)} (@${user.username})
          </option>`,
      )}
    </select>
  </label>`
}

function scopeItem(scope: string): Html {
  const words = scopeInWords(scope)
  if (ALWAYS.has(scope)) {
    return html`<li>
      <input type="hidden" name="scopes" value="${scope}" /><span class="tick">✓</span>${words}
    </li>`
  }
  return html`<li>
    <label class="scope"
      ><input type="checkbox" name="scopes" value="${scope}" checked />${words}</label
    >
  </li>`
}

/** Every guild someone manages; consent.js hides those the chosen person does not. */
function guildPicker(
  world: World,
  request: AuthorizationRequest,
  people: User[],
  current: User | undefined,
): Html {
  const managers = new Map<string, string[]>()
  for (const user of people) {
    for (const guild of installableGuilds(world, user.id)) {
      managers.set(guild.id, [...(managers.get(guild.id) ?? []), user.id])
    }
  }
  const options = [...managers].map(([guildId, userIds]) => {
    const chosen = guildId === request.guild_id
    const hidden = current !== undefined && !userIds.includes(current.id)
    return html`<option
      value="${guildId}"
      data-managers="${userIds.join(" ")}"
      ${chosen && html`selected`}
      ${hidden && html`hidden disabled`}
    >
      ${world.guild(guildId).name}
    </option>`
  })
  return html`<label
      >Add to server
      <select name="guild_id" required>
        <option value="">Select a server</option>
        ${options}
      </select>
      <span class="muted small">This requires you to have Manage Server in it.</span>
    </label>
    <p class="permissions">
      ${permissionsInWords(request.permissions).map((name) => html`<span>${name}</span>`)}
    </p>`
}

function nameOf(user: User): string {
  return user.global_name ?? user.username
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  return words
    .slice(0, 2)
    .map((word) => [...word][0] ?? "")
    .join("")
    .toUpperCase()
}
