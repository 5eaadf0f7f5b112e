import { useState, type FormEvent } from "react"
import { wordsOf } from "../format"
import type { Credentials } from "../hooks/use-customer"
import { WORDS } from "../words"
import { SignInButton } from "./discord/sign-in-button"
import { Notice } from "./notice"

export type Buyer = { kind: "guest"; email: string } | ({ kind: "new" | "known" } & Credentials)
export type BuyerKind = Buyer["kind"]

const KINDS: Record<BuyerKind, string> = {
  guest: "As a guest",
  new: "I am new here",
  known: "I have an account",
}

interface BuyerFormProps {
  /** Who may: the first is chosen. */
  kinds: [BuyerKind, ...BuyerKind[]]
  /** What the button says, e.g. what it costs. */
  buttonOf: (kind: BuyerKind) => string
  /** What it throws is shown. */
  onSubmit: (buyer: Buyer) => Promise<void>
}

/** Who somebody is: the way into the account, and into an order. */
export function BuyerForm({ kinds, buttonOf, onSubmit }: BuyerFormProps) {
  const [kind, setKind] = useState(kinds[0])
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<string>()

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [email, password] = [form.get("email"), form.get("password") ?? ""]
    if (typeof email !== "string" || typeof password !== "string") return
    setIsBusy(true)
    setError(undefined)
    try {
      await onSubmit(kind === "guest" ? { kind, email } : { kind, email, password })
    } catch (failure) {
      setError(wordsOf(failure))
    } finally {
      setIsBusy(false)
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <SignInButton onMessage={(message) => setError(message?.text)} />
      <p className="muted">{WORDS.signInWhy}</p>
      <p className="or">or</p>
      <fieldset className="kinds">
        <legend>Who are you?</legend>
        {kinds.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="kind"
              checked={kind === each}
              onChange={() => setKind(each)}
            />
            {KINDS[each]}
          </label>
        ))}
      </fieldset>
      <label>
        E-mail
        <input name="email" type="email" autoComplete="username" required />
      </label>
      {kind !== "guest" && (
        <label>
          Password
          <input
            name="password"
            type="password"
            autoComplete={kind === "new" ? "new-password" : "current-password"}
            required
          />
        </label>
      )}
      {error !== undefined && <Notice tone="bad" text={error} />}
      <button type="submit" className="primary" disabled={isBusy} aria-busy={isBusy}>
        {buttonOf(kind)}
      </button>
    </form>
  )
}
