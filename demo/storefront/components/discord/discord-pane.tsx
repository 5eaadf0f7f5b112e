import { config } from "../../config"
import {
  useDiscordWorld,
  type DiscordEvent,
  type DiscordMember,
  type DiscordServer,
} from "../../hooks/use-discord-world"
import { RoleTag } from "./role-tag"

const SHOWN_EVENTS = 6
const HAPPENED: Record<DiscordEvent["type"], string> = {
  join: "joined",
  leave: "left",
  kick: "was removed",
  role_add: "got",
  role_remove: "lost",
}

/** The Discord server beside the shop, as its members see it: nobody has to believe that a role changed. */
export function DiscordPane({ me }: { me: string | undefined }) {
  const world = useDiscordWorld()
  return (
    <aside className="discord-pane" aria-label="Discord, live">
      <p className="pane-title">
        Discord, live
        <a href={config.discordUrl} target="_blank" rel="noreferrer">
          Open it
        </a>
      </p>
      {!world && <p className="pane-muted">Loading …</p>}
      {world?.guilds.map((server) => (
        <Server key={server.id} server={server} me={me} />
      ))}
      {world && world.events.length > 0 && (
        <ol className="events" aria-label="What happened" aria-live="polite">
          {world.events.slice(0, SHOWN_EVENTS).map((event) => (
            <li key={event.id}>
              <strong>{event.user}</strong> {HAPPENED[event.type]} {event.role?.name}
            </li>
          ))}
        </ol>
      )}
    </aside>
  )
}

function Server({ server, me }: { server: DiscordServer; me: string | undefined }) {
  return (
    <section aria-label={server.name}>
      <h2>{server.name}</h2>
      <ul className="members">
        {server.members.map((member) => (
          <Member key={member.id} member={member} server={server} isMe={member.id === me} />
        ))}
      </ul>
    </section>
  )
}

interface MemberProps {
  member: DiscordMember
  server: DiscordServer
  isMe: boolean
}

function Member({ member, server, isMe }: MemberProps) {
  const roles = member.roles.flatMap((id) => server.roles.find((role) => role.id === id) ?? [])
  return (
    <li className={isMe ? "member me" : "member"}>
      <span className="avatar" aria-hidden="true">
        {[...member.name][0]}
      </span>
      <span className="who">
        {member.name}
        {member.bot && <span className="badge">BOT</span>}
        {isMe && <span className="badge">YOU</span>}
      </span>
      <ul className="roles" aria-label={`Roles of ${member.name}`}>
        {roles.map((role) => (
          <li key={role.id} className="appears">
            <RoleTag {...role} />
          </li>
        ))}
      </ul>
    </li>
  )
}
