import { sayRefusals } from "../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminDiscordEntitlementListResponse,
  AdminGrantDiscordEntitlementResponse,
} from "../../../../types/http"
import { grantEntitlementWorkflow } from "../../../../workflows/entitlement"
import { sendCsv, wantsCsv } from "../../../utils/csv"
import { discordOf } from "../../../utils/discord"
import { cellsOf, COLUMNS } from "./csv"
import { filterOf, foundOf, refuseCut } from "./filter"
import { retrieveEntitlement } from "./helpers"
import { allNamed, listNamed } from "./named"
import type {
  AdminGetDiscordEntitlementsQuery,
  AdminGrantDiscordEntitlementBody,
} from "./validators"

/** Who has a right to what, and what gave it; with `Accept: text/csv` all of it as a download. */
export const GET = sayRefusals(
  async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
    const {
      limit,
      offset,
      order,
      fields: _,
      ...asked
    } = req.validatedQuery as unknown as AdminGetDiscordEntitlementsQuery
    const { filter, customers_cut } = await filterOf(req.scope, asked)
    const { entitlements: access } = discordOf(req.scope)
    if (wantsCsv(req)) {
      refuseCut(customers_cut)
      const batches = allNamed(req.scope, await access.listIds(filter, { order }))
      await sendCsv(req, res, { file: "discord-access.csv", columns: COLUMNS, batches, cellsOf })
      return
    }
    const [ids, counts] = await Promise.all([
      access.listIds(filter, { order, limit, offset }),
      access.count(filter),
    ])
    const answer: AdminDiscordEntitlementListResponse = {
      entitlements: await listNamed(req.scope, ids, req.queryConfig.fields),
      count: foundOf(counts, filter),
      counts,
      customers_cut,
      offset,
      limit,
    }
    res.json(answer)
  },
)

/** Gives a customer the roles of a variant without an order. */
export const POST = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest<AdminGrantDiscordEntitlementBody>,
    res: MedusaResponse<AdminGrantDiscordEntitlementResponse>,
  ): Promise<void> => {
    const { result } = await grantEntitlementWorkflow(req.scope).run({
      input: { ...req.validatedBody, actor_id: req.auth_context.actor_id },
    })
    const id = result.entitlements[0]?.id ?? ""
    const entitlement = await retrieveEntitlement(req.scope, id, req.queryConfig.fields)
    const { notices, notice_details } = result
    res.json({ entitlement, notices, notice_details })
  },
)
