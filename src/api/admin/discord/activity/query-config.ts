const activityFields = [
  "id",
  "action",
  "trigger",
  "membership_id",
  "server_id",
  "account_id",
  "role_id",
  "attempt",
  "discord_status",
  "discord_code",
  "message",
  "created_at",
]

export const listActivityQueryConfig = {
  defaults: activityFields,
  allowed: activityFields,
  isList: true,
  defaultLimit: 50,
}
