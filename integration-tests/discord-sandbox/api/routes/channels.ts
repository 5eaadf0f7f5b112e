import { PermissionFlagsBits } from "discord-api-types/v10"
import { type Channel } from "../../state/entities"
import { refuse } from "../answers/errors"
import { formOf, FormReader } from "../requests/forms"
import { accessTo, requirePermission } from "../guild-access"
import { presentDm, presentMessage } from "../answers/present-channel"
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
    type: null,
    name: null,
    recipients: [bot.id, recipientId],
    overwrites: [],
  }
  world.channels.set(channel.id, channel)
  return ok(presentDm(world, channel, bot.id))
}

/** A bot reaches a person only through a guild they share, and only while the person lets it. */
function requireReachable({ sandbox: { world }, bot }: BotRequest, channel: Channel): void {
  const person = world.users.get(channel.recipients.find((id) => id !== bot.id) ?? "")
  if (!person || person.deleted || person.dms_closed) throw refuse.cannotMessage()
  const guilds = [...world.guilds.values()]
  if (!guilds.some((g) => g.members.has(bot.id) && g.members.has(person.id)))
    throw refuse.noMutualGuild()
}

function requireMayWrite(request: BotRequest, channel: Channel): void {
  if (channel.guild_id === null) return requireReachable(request, channel)
  const access = accessTo(request, request.sandbox.world.guild(channel.guild_id))
  requirePermission(access, PermissionFlagsBits.SendMessages)
}

function createMessage(request: BotRequest) {
  const { params, body, bot } = request
  const { world, now } = request.sandbox
  const channel = world.channels.get(params.channel ?? "")
  if (!channel) throw refuse.unknownChannel()
  if (channel.guild_id === null && !channel.recipients.includes(bot.id))
    throw refuse.missingAccess()
  requireMayWrite(request, channel)
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
