import type { HttpTypes } from "@medusajs/types"
import type { StoreDiscordRole } from "../../../src/types/http"
import { priceText } from "../words"
import { RoleTag } from "./role-tag"

export interface PlanCardProps {
  variant: HttpTypes.StoreProductVariant
  roles: StoreDiscordRole[]
  /** What is being done for this variant's order, in words. */
  progress: string | null
  isDisabled: boolean
  onBuy: () => void
}

export function PlanCard({ variant, roles, progress, isDisabled, onBuy }: PlanCardProps) {
  const price = variant.calculated_price
  const [first] = roles
  return (
    <li className="card plan">
      <h3>{variant.title}</h3>
      <p className="price">
        {price?.calculated_amount == null
          ? "No price"
          : priceText(price.calculated_amount, price.currency_code ?? "eur")}
      </p>
      {first ? (
        <>
          <p className="muted">In {first.server_name} you get</p>
          <ul className="roles" aria-label={`Discord roles of ${variant.title}`}>
            {roles.map((role) => (
              <li key={`${role.server_name} ${role.name}`}>
                <RoleTag {...role} />
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="muted">No Discord role</p>
      )}
      <button
        type="button"
        className="primary"
        disabled={isDisabled}
        aria-busy={progress !== null}
        onClick={onBuy}
      >
        {progress ?? `Buy ${variant.title}`}
      </button>
    </li>
  )
}
