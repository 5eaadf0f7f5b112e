import {
  type Application,
  type Channel,
  type Guild,
  type Invite,
  type Message,
  type User,
} from "./entities"
import { type GuildChange, type GuildListener } from "./guild-changes"
import { MemberJournal } from "./member-journal"
import { compareSnowflakes, SnowflakeClock } from "./snowflake"
import { TokenVault } from "./token-vault"

/** Thrown for a mistake in the use of the control API, such as an id that does not exist. */
export class SandboxError extends Error {}

/**
 * All that this small Discord knows. It holds state and looks things up; what may be done to it, and by whom, is
 * decided elsewhere (`api/`), and every change to members goes through `members.ts` so that it leaves its traces.
 */
export class World {
  readonly users = new Map<string, User>()
  readonly applications = new Map<string, Application>()
  readonly guilds = new Map<string, Guild>()
  readonly channels = new Map<string, Channel>()
  readonly messages: Message[] = []
  readonly invites = new Map<string, Invite>()
  readonly tokens: TokenVault
  readonly journal: MemberJournal
  readonly ids: SnowflakeClock
  private readonly memberOrder = new WeakMap<Guild, string[]>()
  private readonly listeners = new Set<() => void>()
  private readonly guildListeners = new Set<GuildListener>()
  private readonly deauthorizationListeners = new Set<(app: Application, user: User) => void>()

  constructor(readonly now: () => number) {
    this.ids = new SnowflakeClock(now)
    this.tokens = new TokenVault(now, (userId, clientId) =>
      this.deauthorizationListeners.forEach((listener) =>
        listener(this.application(clientId), this.user(userId)),
      ),
    )
    this.journal = new MemberJournal(now)
  }

  clear(): void {
    this.users.clear()
    this.applications.clear()
    this.guilds.clear()
    this.channels.clear()
    this.messages.length = 0
    this.invites.clear()
    this.tokens.clear()
    this.journal.clear()
    this.changed()
  }

  user(id: string): User {
    return this.users.get(id) ?? fail(`No sandbox user ${id}`)
  }

  /** A user whose account there is. */
  livingUser(id: string): User {
    const user = this.user(id)
    return user.deleted ? fail(`The sandbox user ${id} deleted their account`) : user
  }

  guild(id: string): Guild {
    return this.guilds.get(id) ?? fail(`No sandbox guild ${id}`)
  }

  application(clientId: string): Application {
    return this.applications.get(clientId) ?? fail(`No sandbox application ${clientId}`)
  }

  applicationByBotToken(token: string): Application | undefined {
    return [...this.applications.values()].find((app) => app.bot_token === token)
  }

  applicationOfBot(userId: string): Application | undefined {
    return [...this.applications.values()].find((app) => app.bot_user_id === userId)
  }

  /** Those who can sit before a browser: no bots, no deleted accounts, and not the made-up owners of applications. */
  people(): User[] {
    const developers = new Set([...this.applications.values()].map((app) => app.owner_id))
    return [...this.users.values()].filter(
      (user) => !user.bot && !user.deleted && !developers.has(user.id),
    )
  }

  /** How many guilds the user is in, with those outside the sandbox: what error 30001 looks at. */
  guildCount(user: User): number {
    return (
      user.other_guilds +
      [...this.guilds.values()].filter((guild) => guild.members.has(user.id)).length
    )
  }

  /** Member ids in ascending order, kept until someone joins or leaves: a list of 100,000 is paged many times. */
  memberIds(guild: Guild): string[] {
    const known = this.memberOrder.get(guild)
    if (known) return known
    const sorted = [...guild.members.keys()].sort(compareSnowflakes)
    this.memberOrder.set(guild, sorted)
    return sorted
  }

  forgetMemberOrder(guild: Guild): void {
    this.memberOrder.delete(guild)
  }

  /** Tells who listens to a guild, such as the gateway, what has just changed in it. */
  tell(guild: Guild, change: GuildChange): void {
    for (const listener of this.guildListeners) listener(guild, change)
  }

  onGuildChange(listener: GuildListener): void {
    this.guildListeners.add(listener)
  }

  /** Tells the live page that there is something new to draw. */
  changed(): void {
    for (const listener of this.listeners) listener()
  }

  /** Told when a user has removed an application, or it gave back their tokens. */
  onDeauthorized(listener: (app: Application, user: User) => void): void {
    this.deauthorizationListeners.add(listener)
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
}

function fail(message: string): never {
  throw new SandboxError(message)
}
