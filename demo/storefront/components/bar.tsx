import type { PAGES } from "../../storefront-config"
import { config } from "../config"
import type { MaybeCustomer } from "../hooks/use-customer"
import { WORDS } from "../words"
import { Link } from "./link"

interface BarProps {
  page: keyof typeof PAGES
  customer: MaybeCustomer
}

export function Bar({ page, customer }: BarProps) {
  return (
    <header className="bar">
      <Link page="shop" className="brand">
        {WORDS.shop}
      </Link>
      <nav aria-label="Pages">
        <Link page="shop" isCurrent={page === "shop"}>
          Shop
        </Link>
        <Link page="account" isCurrent={page === "account"}>
          {customer ? "Account" : "Sign in"}
        </Link>
        <Link page="mail" isCurrent={page === "mail"}>
          Mailbox
        </Link>
        <a href={`${config.medusaUrl}/app`} target="_blank" rel="noreferrer">
          Admin
        </a>
      </nav>
    </header>
  )
}
