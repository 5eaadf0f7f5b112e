import { PermissionFlagsBits } from "discord-api-types/v10"
import { type Channel, type User } from "../../state/entities"
import { hasPermission } from "../../state/permissions"
import { type World } from "../../state/world"
import { refuse } from "../errors"
import { formOf, FormReader } from "../forms"
import { presentDm, presentMessage } from "../present-channel"
import { type BotRequest, ok, type Route } from "../route"

/** Opens the direct message with a user, or finds the one there is. It says nothing about whether a message will pass. */
function createDm({ sandbox: { world }, body, bot }: BotRequest) {
  const form = new FormReader(formOf(body))
  const recipientId = form.requiredString("recipient_id")
  form.check()
  const recipient = world.users.get(recipientId)
  if (!recipient) throw refuse.unknownUser()
  if (recipient.bot) throw refuse.cannotMessage()
  const known = [...world.channels.values()].find(
    (c) => c.recipients.includes(bot.id) && c.recipients.includes(recipientId),
  )
  const channel = known ?? {
    id: world.ids.next(),
    guild_id: null,
    name: null,
    recipients: [bot.id, recipientId],
    overwrites: [],
  }
  world.channels.set(channel.id, channel)
  return ok(presentDm(world, channel, bot.id))
}

/** A bot reaches a person only through a guild they share, and only while the person lets it. */
function requireReachable(world: World, bot: User, channel: Channel): void {
  const person = channel.recipients.map((id) => world.user(id)).find((user) => user.id !== bot.id)
  if (!person || person.dms_closed) throw refuse.cannotMessage()
  const guilds = [...world.guilds.values()]
  if (!guilds.some((g) => g.members.has(bot.id) && g.members.has(person.id)))
    throw refuse.noMutualGuild()
}

function requireMayWrite(world: World, bot: User, channel: Channel): void {
  if (channel.guild_id === null) return requireReachable(world, bot, channel)
  const guild = world.guild(channel.guild_id)
  const me = guild.members.get(bot.id)
  if (!me) throw refuse.missingAccess()
  if (!hasPermission(guild, me, PermissionFlagsBits.SendMessages)) throw refuse.missingPermissions()
}

function createMessage({ sandbox: { world, now }, params, body, bot }: BotRequest) {
  const channel = world.channels.get(params.channel ?? "")
  if (!channel) throw refuse.unknownChannel()
  if (channel.guild_id === null && !channel.recipients.includes(bot.id))
    throw refuse.missingAccess()
  requireMayWrite(world, bot, channel)
  const fields = formOf(body)
  const form = new FormReader(fields)
  const content = form.string("content", 2000) ?? ""
  form.check()
  const hasOther = ["embeds", "components", "sticker_ids", "poll"].some((key) => fields[key])
  if (!content && !hasOther) throw refuse.emptyMessage()
  const message = {
    id: world.ids.next(),
    channel_id: channel.id,
    author_id: bot.id,
    content,
    at: now(),
  }
  world.messages.push(message)
  world.changed()
  return ok(presentMessage(world, message))
}

export const CHANNEL_ROUTES: Route[] = [
  { method: "POST", path: "/users/@me/channels", auth: "bot", bucket: "create_dm", run: createDm },
  {
    method: "POST",
    path: "/channels/:channel/messages",
    auth: "bot",
    bucket: "create_message",
    run: createMessage,
  },
]
