import {
  type APIGuild,
  GuildDefaultMessageNotifications,
  GuildExplicitContentFilter,
  GuildFeature,
  GuildNSFWLevel,
  GuildPremiumTier,
  type GuildSystemChannelFlags,
  Locale,
} from "discord-api-types/v10"
import { type Guild } from "../../state/entities"
import { presentRoles } from "./present"

/** Fields Discord sends although its own type package does not list them (yet, or any more). */
type WireGuild = APIGuild & { nsfw: boolean; home_header: null }

const NO_SYSTEM_CHANNEL_FLAGS = 0 as GuildSystemChannelFlags

export function presentGuild(guild: Guild): WireGuild {
  return {
    id: guild.id,
    name: guild.name,
    icon: guild.icon,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    features: guildFeatures(guild),
    banner: null,
    owner_id: guild.owner_id,
    application_id: null,
    region: "us-central",
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: NO_SYSTEM_CHANNEL_FLAGS,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: guild.verification_level,
    roles: presentRoles(guild),
    default_message_notifications: GuildDefaultMessageNotifications.OnlyMentions,
    mfa_level: guild.mfa_level,
    explicit_content_filter: GuildExplicitContentFilter.Disabled,
    max_presences: null,
    max_members: guild.max_members,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: GuildPremiumTier.None,
    premium_subscription_count: 0,
    preferred_locale: Locale.EnglishUS,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    premium_progress_bar_enabled: false,
    nsfw: false,
    nsfw_level: GuildNSFWLevel.Default,
    hub_type: null,
    emojis: [],
    stickers: [],
    incidents_data: null,
  }
}

/** Membership screening shows as two features of the guild. */
export function guildFeatures(guild: Guild): GuildFeature[] {
  if (!guild.membership_screening) return []
  return [GuildFeature.Community, GuildFeature.MemberVerificationGateEnabled]
}
