import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { sendConnectMessageWorkflow } from "../../../../../../src/workflows/connect-message"
import type { StoreMailboxResponse } from "../../../types"

const SHOWN = 20
const CHANNEL = "email"

/** Everybody's mail, as a mail catcher shows it: there is one person at this machine. */
export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<StoreMailboxResponse>,
): Promise<void> => {
  res.json({ letters: await listLetters(req.scope) })
}

/** The postman comes now: the plugin's own job sends a minute or two after the order, so that who connects at once gets no mail. */
export const POST = async (
  req: MedusaRequest,
  res: MedusaResponse<StoreMailboxResponse>,
): Promise<void> => {
  const query = req.scope.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  const { data: orders } = await query.graph({
    entity: "order",
    fields: ["id"],
    pagination: { take: SHOWN, skip: 0, order: { created_at: "DESC" } },
  })
  const written = new Set((await listLetters(req.scope)).map((letter) => letter.order_id))
  const unwritten = (orders as { id: string }[]).filter(({ id }) => !written.has(id))
  for (const { id: order_id } of unwritten) {
    // Refused for who has connected, and for an order that gives no role (yet): no letter then.
    await sendConnectMessageWorkflow(req.scope).run({ input: { order_id }, throwOnError: false })
  }
  res.json({ letters: await listLetters(req.scope) })
}

async function listLetters(scope: MedusaContainer) {
  const sent = await scope
    .resolve(Modules.NOTIFICATION)
    .listNotifications({ channel: CHANNEL }, { take: SHOWN, order: { created_at: "DESC" } })
  return sent.map(({ id, to, created_at, data, resource_id }) => ({
    id,
    to,
    created_at: new Date(created_at).toISOString(),
    data: data ?? {},
    order_id: resource_id ?? null,
  }))
}
