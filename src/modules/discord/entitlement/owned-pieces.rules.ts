/** What an order says of one of its lines: how many pieces were bought, and what became of them. */
export interface OrderItemFacts {
  id: string
  variant_id: string | null
  quantity: number
  return_received_quantity: number
  return_dismissed_quantity: number
  written_off_quantity: number
  /** Pieces that a claim wrote off and that then came back; null where nothing asks for it, see `dependsOnClaims`. */
  claimed_back_quantity: number | null
}

/** Something a confirmed change of an order did to one of its lines, as the order's own record has it. */
export interface OrderAction {
  action: string
  claim_id: string | null
  return_id: string | null
  item_id: string
  quantity: number
}

/**
 * How many pieces of a line its customer still has. Medusa counts a piece twice that came back damaged (dismissed and written
 * off), and one that was claimed and then sent back (written off and received): it is gone once all the same.
 */
export function ownedQuantity(item: OrderItemFacts): number {
  if (dependsOnClaims(item) && item.claimed_back_quantity === null) {
    throw new Error("What is owned of a line depends on its order's claims, which were not read")
  }
  const gone =
    item.return_received_quantity +
    Math.max(item.written_off_quantity, item.return_dismissed_quantity) -
    (item.claimed_back_quantity ?? 0)
  return Math.max(0, item.quantity - gone)
}

/** Whether pieces were claimed and pieces came back: only the order's changes say if they are the same ones. */
export function dependsOnClaims(item: OrderItemFacts): boolean {
  const isClaimed = item.written_off_quantity > item.return_dismissed_quantity
  return isClaimed && item.return_received_quantity + item.return_dismissed_quantity > 0
}

/**
 * Pieces of each line that a claim wrote off and that came back by that claim's own return. A claim that was cancelled wrote
 * nothing off; what came back by another return is another piece.
 *
 * @returns pieces by the line's id
 */
export function claimedBack(actions: readonly OrderAction[]): Map<string, number> {
  const claimOfReturn = new Map<string, string>()
  for (const { claim_id, return_id } of actions) {
    if (claim_id !== null && return_id !== null) {
      claimOfReturn.set(return_id, claim_id)
    }
  }
  const lines = new Map<string, { item_id: string; claimed: number; received: number }>()
  for (const { action, claim_id, return_id, item_id, quantity } of actions) {
    const claim = claim_id ?? (return_id === null ? undefined : claimOfReturn.get(return_id))
    if (claim === undefined) {
      continue
    }
    const key = `${claim} ${item_id}`
    const line = lines.get(key) ?? { item_id, claimed: 0, received: 0 }
    line.claimed += quantity * (CLAIMED[action] ?? 0)
    line.received += quantity * (RECEIVED[action] ?? 0)
    lines.set(key, line)
  }
  const back = new Map<string, number>()
  for (const { item_id, claimed, received } of lines.values()) {
    back.set(item_id, (back.get(item_id) ?? 0) + Math.max(0, Math.min(claimed, received)))
  }
  return back
}

const CLAIMED: Readonly<Record<string, number>> = { WRITE_OFF_ITEM: 1, REINSTATE_ITEM: -1 }
const RECEIVED: Readonly<Record<string, number>> = {
  RECEIVE_RETURN_ITEM: 1,
  RECEIVE_DAMAGED_RETURN_ITEM: 1,
}
