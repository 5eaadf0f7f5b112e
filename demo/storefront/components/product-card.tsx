import type { HttpTypes } from "@medusajs/types"
import type { StoreDiscordRole } from "medusa-plugin-discord-roles/storefront"
import type { ReactNode } from "react"
import { priceText } from "../format"
import { RoleTag } from "./discord/role-tag"

export interface ProductCardProps {
  title: string
  text?: string | null
  variant: HttpTypes.StoreProductVariant
  /** Undefined while they are not known. */
  roles: StoreDiscordRole[] | undefined
  /** How long the price is for: "a month", "once". */
  term: string
  isMine: boolean
  /** What may be done with it. */
  children: ReactNode
}

export function ProductCard(props: ProductCardProps) {
  const { title, text, variant, roles, term, isMine, children } = props
  return (
    <li className={`card product${isMine ? " mine" : ""}`}>
      <h3>{title}</h3>
      <p className="price">
        {variantPrice(variant)} <span className="term">{term}</span>
      </p>
      {text && <p className="muted">{text}</p>}
      <Gives title={title} roles={roles} />
      <div className="actions">{children}</div>
    </li>
  )
}

/** The roles that something gives, and where. */
export function Gives({ title, roles }: Pick<ProductCardProps, "title" | "roles">) {
  if (!roles) return <p className="muted">Loading …</p>
  const [first] = roles
  if (!first) return <p className="muted">No Discord role</p>
  return (
    <div>
      <p className="muted">In {first.server_name} you get</p>
      <ul className="roles" aria-label={`Discord roles of ${title}`}>
        {roles.map((role) => (
          <li key={`${role.server_name} ${role.name}`}>
            <RoleTag {...role} />
          </li>
        ))}
      </ul>
    </div>
  )
}

export function variantPrice({ calculated_price: price }: HttpTypes.StoreProductVariant): string {
  return price?.calculated_amount == null
    ? "No price"
    : priceText(price.calculated_amount, price.currency_code ?? "eur")
}
