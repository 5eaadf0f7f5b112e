import { useState, type FormEvent, type RefObject } from "react"
import type { Credentials } from "../use-customer"
import { wordsOf } from "../words"
import { Notice } from "./notice"

interface LoginFormProps {
  emailField: RefObject<HTMLInputElement>
  onLogIn: (credentials: Credentials) => Promise<void>
  onSignUp: (credentials: Credentials) => Promise<void>
}

export function LoginForm({ emailField, onLogIn, onSignUp }: LoginFormProps) {
  const [isNew, setIsNew] = useState(true)
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<string>()
  const title = isNew ? "Sign up" : "Log in"

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [email, password] = [form.get("email"), form.get("password")]
    if (typeof email !== "string" || typeof password !== "string") return
    const credentials = { email, password }
    setIsBusy(true)
    setError(undefined)
    try {
      await (isNew ? onSignUp(credentials) : onLogIn(credentials))
    } catch (failure) {
      setError(wordsOf(failure))
      setIsBusy(false)
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <h2>{title}</h2>
      <label>
        E-mail
        <input ref={emailField} name="email" type="email" autoComplete="username" required />
      </label>
      <label>
        Password
        <input
          name="password"
          type="password"
          autoComplete={isNew ? "new-password" : "current-password"}
          required
        />
      </label>
      {error !== undefined && <Notice tone="bad" text={error} />}
      <div className="actions">
        <button type="submit" className="primary" disabled={isBusy} aria-busy={isBusy}>
          {title}
        </button>
        <button type="button" className="link" onClick={() => setIsNew(!isNew)}>
          {isNew ? "I have an account" : "I am new here"}
        </button>
      </div>
    </form>
  )
}
