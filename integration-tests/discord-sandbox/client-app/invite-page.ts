import { userPicker } from "../oauth/consent-page"
import { html, type Html } from "../oauth/html"
import { shell } from "../oauth/shell"
import { type Guild } from "../state/entities"
import { type World } from "../state/world"

/** What who opens an invitation sees. */
export function invitePage(world: World, guild: Guild, currentUser: string | null): Html {
  const people = world.people()
  const current = people.find((user) => user.id === currentUser) ?? people[0]
  return shell(
    `Join ${guild.name}`,
    html`<form class="card" method="post">
      <header>
        <p class="muted">You have been invited to join</p>
        <h1>${guild.name}</h1>
        <p class="muted">${guild.members.size} members</p>
      </header>
      ${userPicker(people, current)}
      <footer><button class="primary">Accept Invite</button></footer>
    </form>`,
  )
}
