import { z } from "@medusajs/framework/zod"

export const AdminLinkDiscordAccountParams = z.strictObject({
  discord_user_id: z
    .string()
    .trim()
    .regex(
      /^\d{17,20}$/,
      "A Discord user id is a number of 17 to 20 digits. In Discord: User Settings > Advanced > Developer Mode, then right-click the user > Copy User ID.",
    ),
})
