export type { DiscordPluginOptions } from "../modules/discord/options"
export type { DiscordSignInOptions } from "../providers/auth-discord/options"
export type { SubscriptionSourceOption } from "../modules/discord/subscription/subscription-options.rules"
export type * from "./connect-message"
export type * from "./http"
export type {
  Message as DiscordMessage,
  MessageCode as DiscordMessageCode,
  MessageDetail as DiscordMessageDetail,
} from "../messages"
