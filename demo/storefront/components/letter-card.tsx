import { dateText } from "../format"
import type { Letter } from "../hooks/use-letters"
import { WORDS } from "../words"

/** A message to a buyer, put into words as a mail provider's template does it. */
export function LetterCard({ letter }: { letter: Letter }) {
  const { to, data } = letter
  const { claim_url, claim_expires_at, connect_url, display_id, roles } = data
  return (
    <article className="card letter" aria-label={`Mail to ${to}`}>
      <p className="muted">To {to}</p>
      <h2>Your order #{display_id} comes with Discord roles</h2>
      <ul>
        {roles.map(({ role_name, server_name }) => (
          <li key={`${server_name} ${role_name}`}>
            <strong>{role_name}</strong> in {server_name}
          </li>
        ))}
      </ul>
      <p>
        <a className="button discord" href={claim_url ?? connect_url ?? undefined}>
          {WORDS.connect}
        </a>
      </p>
      {claim_expires_at !== null && (
        <p className="muted">
          The link is yours alone, works once, and until {dateText(claim_expires_at)}.
        </p>
      )}
    </article>
  )
}
