import type { RefObject } from "react"
import type { useCustomer } from "../use-customer"
import { LoginForm } from "./login-form"

interface AccountCardProps {
  session: ReturnType<typeof useCustomer>
  emailField: RefObject<HTMLInputElement>
}

export function AccountCard({ session, emailField }: AccountCardProps) {
  const { customer, logIn, signUp, logOut } = session
  return (
    <section className="card" aria-label="Account">
      {customer === undefined && <p className="muted">Loading …</p>}
      {customer === null && <LoginForm emailField={emailField} onLogIn={logIn} onSignUp={signUp} />}
      {customer && (
        <>
          <h2>Account</h2>
          <p>
            Logged in as <strong>{customer.email}</strong>
          </p>
          <div className="actions">
            <button type="button" onClick={() => void logOut()}>
              Log out
            </button>
          </div>
        </>
      )}
    </section>
  )
}
