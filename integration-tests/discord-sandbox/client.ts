import { type Fault } from "./api/faults"
import { type LogFilter } from "./api/requests/request-log"
import { type ControlOperations } from "./control/operations"
import {
  type ApplicationEdit,
  type ApplicationInput,
  type ChannelInput,
  type Configuration,
  type EventWebhooksInput,
  type GatewayTrouble,
  type GuildEdit,
  type GuildInput,
  type InstallInput,
  type MemberInput,
  type OutageInput,
  type RoleEditInput,
  type RoleInput,
  type UserInput,
  type WebhookEventInput,
} from "./control/types"
import { authorizeAs, type AuthorizeInput } from "./client-authorize"
import { type DeleteUserOptions } from "./state/delete-user"
import { type MemberEventFilter } from "./state/member-journal"

/**
 * Drives a sandbox over HTTP, from the same process or another one. What each call does is told where it is
 * implemented: `control/portal.ts`, `control/moderator.ts` and `control/machinery.ts`.
 */
export class SandboxClient {
  constructor(readonly url: string) {}

  /** Forgets everything: users, guilds, faults, the log and the rate-limit windows. */
  reset = () => this.call("reset")

  // The developer portal and the users' settings
  createApplication = (input: ApplicationInput) => this.call("createApplication", input)
  updateApplication = (clientId: string, edit: ApplicationEdit) =>
    this.call("updateApplication", clientId, edit)
  createUser = (input?: UserInput) => this.call("createUser", input)
  updateUser = (userId: string, edit: Omit<UserInput, "id">) =>
    this.call("updateUser", userId, edit)
  /** The user deletes their account. They leave every guild, and every token of theirs dies. */
  deleteUser = (userId: string, options?: DeleteUserOptions) =>
    this.call("deleteUser", userId, options)
  users = () => this.call("users")
  /** The user removes the application in Discord's settings. Resolves to the number of token pairs that died. */
  revokeAuthorization = (userId: string, clientId: string) =>
    this.call("revokeAuthorization", userId, clientId)
  /** Webhook events in the developer portal. Rejects when the address does not answer as Discord wants it. */
  setEventWebhooks = (clientId: string, input: EventWebhooksInput) =>
    this.call("setEventWebhooks", clientId, input)
  /** One event, signed by the application's key or as said. Resolves to the answer. */
  sendWebhookEvent = (clientId: string, input: WebhookEventInput) =>
    this.call("sendWebhookEvent", clientId, input)
  expireAccessTokens = (userId: string) => this.call("expireAccessTokens", userId)
  tokens = (userId: string) => this.call("tokens", userId)

  // What a moderator does in a guild
  createGuild = (input: GuildInput) => this.call("createGuild", input)
  updateGuild = (guildId: string, edit: GuildEdit) => this.call("updateGuild", guildId, edit)
  createChannel = (guildId: string, input: ChannelInput) =>
    this.call("createChannel", guildId, input)
  deleteChannel = (guildId: string, channelId: string) =>
    this.call("deleteChannel", guildId, channelId)
  /** By the invitation's code. Rejects when it does not let the user in. */
  acceptInvite = (code: string, userId: string) => this.call("acceptInvite", code, userId)
  deleteGuild = (guildId: string) => this.call("deleteGuild", guildId)
  createRole = (guildId: string, input?: RoleInput) => this.call("createRole", guildId, input)
  updateRole = (guildId: string, roleId: string, edit: RoleEditInput) =>
    this.call("updateRole", guildId, roleId, edit)
  deleteRole = (guildId: string, roleId: string) => this.call("deleteRole", guildId, roleId)
  /** From @everyone upwards. */
  roles = (guildId: string) => this.call("roles", guildId)
  installBot = (guildId: string, clientId: string, input?: InstallInput) =>
    this.call("installBot", guildId, clientId, input)
  removeBot = (guildId: string, clientId: string) => this.call("removeBot", guildId, clientId)
  addMember = (guildId: string, userId: string, input?: MemberInput) =>
    this.call("addMember", guildId, userId, input)
  addManyMembers = (guildId: string, count: number, input?: { roles?: string[] }) =>
    this.call("addManyMembers", guildId, count, input)
  removeMember = (guildId: string, userId: string) => this.call("removeMember", guildId, userId)
  kickMember = (guildId: string, userId: string, reason?: string) =>
    this.call("kickMember", guildId, userId, reason)
  acceptScreening = (guildId: string, userId: string) =>
    this.call("acceptScreening", guildId, userId)
  setMemberRoles = (guildId: string, userId: string, roleIds: string[]) =>
    this.call("setMemberRoles", guildId, userId, roleIds)
  giveRole = (guildId: string, userId: string, roleId: string) =>
    this.call("giveRole", guildId, userId, roleId)
  takeRole = (guildId: string, userId: string, roleId: string) =>
    this.call("takeRole", guildId, userId, roleId)
  ban = (guildId: string, userId: string) => this.call("ban", guildId, userId)
  unban = (guildId: string, userId: string) => this.call("unban", guildId, userId)
  member = (guildId: string, userId: string) => this.call("member", guildId, userId)
  members = (guildId: string) => this.call("members", guildId)
  /** Oldest first. */
  auditLog = (guildId: string) => this.call("auditLog", guildId)

  // What happened
  requests = (filter?: LogFilter) => this.call("requests", filter)
  clearRequests = () => this.call("clearRequests")
  memberEvents = (filter?: MemberEventFilter) => this.call("memberEvents", filter)
  invalidRequests = () => this.call("invalidRequests")
  /** Plain codes, tokens and PKCE verifiers since the last reset, dead or alive. */
  issuedSecrets = () => this.call("issuedSecrets")
  directMessages = (userId: string) => this.call("directMessages", userId)

  // Trouble
  addFault = (fault: Fault) => this.call("addFault", fault)
  removeFault = (id: string) => this.call("removeFault", id)
  clearFaults = () => this.call("clearFaults")
  faults = () => this.call("faults")
  outage = (on: OutageInput) => this.call("outage", on)
  /** Who is connected to the gateway, and how they came to be. */
  gatewayState = () => this.call("gatewayState")
  gatewayTrouble = (trouble: GatewayTrouble) => this.call("gatewayTrouble", trouble)
  configure = (options: Configuration) => this.call("configure", options)

  /**
   * Does what a person does on the consent page.
   * @returns the callback address the browser would be sent to.
   */
  authorize = (authorizationUrl: string, input: AuthorizeInput) =>
    authorizeAs(authorizationUrl, input)

  private async call<Name extends keyof ControlOperations>(
    name: Name,
    ...args: Parameters<ControlOperations[Name]>
  ): Promise<Awaited<ReturnType<ControlOperations[Name]>>> {
    // Left-out arguments at the end are cut off: JSON would make them null.
    const given: unknown[] = [...args]
    while (given.length > 0 && given.at(-1) === undefined) given.pop()
    const response = await fetch(`${this.url}/control/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(given),
    })
    const reply = (await response.json()) as {
      result: Awaited<ReturnType<ControlOperations[Name]>>
      error?: string
    }
    if (reply.error !== undefined) throw new Error(`Discord sandbox, ${name}: ${reply.error}`)
    return reply.result
  }
}
