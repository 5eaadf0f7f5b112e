import { render, say } from "../../../../messages"
import { z } from "@medusajs/framework/zod"
import { createSelectParams } from "@medusajs/medusa/api/utils/validators"
import { findParams, listOf, yesOrNo } from "../../../utils/lists"
import { momentField, moments } from "../../../utils/moments"
import {
  ENTITLEMENT_ORDERS,
  ENTITLEMENT_STATES,
} from "../../../../modules/discord/entitlement/entitlement-state.rules"
import { reservedPrefixOf } from "../../../../modules/discord/entitlement/manual-access.rules"
import { ENTITLEMENT_SOURCES, SUSPENSION_REASONS } from "../../../../modules/discord/statuses.rules"

const MAX_TEXT = 500
const MAX_SEARCH = 100

export const AdminGetDiscordEntitlementsParams = z.strictObject({
  ...findParams({ limit: 50, offset: 0 }),
  order: z.enum(ENTITLEMENT_ORDERS).default("-created_at"),
  id: listOf(z.string()),
  customer_id: listOf(z.string()),
  variant_id: listOf(z.string()),
  /** All variants of these products. */
  product_id: listOf(z.string()),
  source: listOf(z.enum(ENTITLEMENT_SOURCES)),
  source_id: listOf(z.string()),
  provider: listOf(z.string()),
  state: listOf(z.enum(ENTITLEMENT_STATES)),
  active: yesOrNo.optional(),
  suspended_reason: listOf(z.enum(SUSPENSION_REASONS)),
  ends_at: moments,
  created_at: moments,
  /** Words of a customer's name or e-mail address: all of them are in one or the other. */
  q: z.string().trim().min(1).max(MAX_SEARCH).optional(),
})
export type AdminGetDiscordEntitlementsQuery = z.output<typeof AdminGetDiscordEntitlementsParams>

export const AdminGetDiscordEntitlementParams = createSelectParams()

const note = z.string().trim().max(MAX_TEXT).nullish()

export const AdminGrantDiscordEntitlementParams = z.strictObject({
  customer_id: z.string().min(1),
  variant_id: z.string().min(1),
  starts_at: momentField("starts_at").optional(),
  ends_at: momentField("ends_at").nullish(),
  reference: z
    .string()
    .trim()
    .min(1)
    .max(MAX_TEXT)
    .refine((text) => reservedPrefixOf(text) === undefined, {
      error: (issue) => {
        const prefix = reservedPrefixOf(String(issue.input)) ?? ""
        return render(say("import.reference_reserved", { prefix }))
      },
    })
    .optional(),
  note,
})
export type AdminGrantDiscordEntitlementBody = z.output<typeof AdminGrantDiscordEntitlementParams>

export const AdminUpdateDiscordEntitlementParams = z.strictObject({
  ends_at: momentField("ends_at").nullish(),
  note,
})
export type AdminUpdateDiscordEntitlementBody = z.output<typeof AdminUpdateDiscordEntitlementParams>

export const AdminSuspendDiscordEntitlementParams = z.strictObject({
  reason: z.enum(SUSPENSION_REASONS, { error: render(say("refusal.no_suspension_reason")) }),
  note,
})
export type AdminSuspendDiscordEntitlementBody = z.output<
  typeof AdminSuspendDiscordEntitlementParams
>
