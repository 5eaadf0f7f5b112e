import type { StoreDiscordSignIn } from "medusa-plugin-discord-roles/types"
import { useEffect, useState, type FormEvent } from "react"
import { PAGES } from "../../storefront-config"
import type { Shop } from "../components/app"
import type { Message } from "../components/notice"
import { endSignIn, register, takeBegun, type Newcomer } from "../discord-sign-in"
import { wordsOf } from "../format"
import { replaceBy } from "../hooks/use-page"
import { WORDS } from "../words"

/** Where Discord sends a browser back to that signs in: on to the page where that began. */
export function SignInPage({ shop }: { shop: Shop }) {
  const [begun] = useState(takeBegun)
  const [newcomer, setNewcomer] = useState<Newcomer>()

  const leave = (message: Message) => {
    replaceBy(begun?.back ?? PAGES.account)
    shop.onMessage(message)
  }
  const enter = async (discord: StoreDiscordSignIn | undefined) => {
    await shop.session.load()
    leave(
      discord && discord.reason !== "connected"
        ? { tone: "plain", text: discord.message }
        : { tone: "good", text: WORDS.signedIn },
    )
  }
  const become = async (who: Newcomer, email: string) => {
    try {
      await enter(await register(who, email))
    } catch (failure) {
      leave({ tone: "bad", text: `${wordsOf(failure)}. ${WORDS.addressTaken}` })
    }
  }
  const arrive = async (given: URLSearchParams) => {
    // What Discord passed on is used once, and stands in the address no longer than that.
    history.replaceState(null, "", PAGES.signIn)
    if (!begun || begun.state !== given.get("state")) {
      return leave({ tone: "bad", text: WORDS.signInExpired })
    }
    try {
      const who = await endSignIn(given)
      if (who.kind === "known") return await enter(who.discord)
      if (who.email === null) return setNewcomer(who)
      await become(who, who.email)
    } catch (failure) {
      leave({ tone: given.has("error") ? "plain" : "bad", text: wordsOf(failure) })
    }
  }
  useEffect(() => void arrive(new URLSearchParams(location.search)), [])

  if (!newcomer) return <p className="hero muted">Signing in …</p>
  return <AskAddress onGiven={(email) => become(newcomer, email)} />
}

function AskAddress({ onGiven }: { onGiven: (email: string) => Promise<void> }) {
  const [isBusy, setIsBusy] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const email = new FormData(event.currentTarget).get("email")
    if (typeof email !== "string") return
    setIsBusy(true)
    void onGiven(email)
  }
  return (
    <>
      <div className="hero">
        <h1>One thing more</h1>
        <p>{WORDS.addressNeeded}</p>
      </div>
      <section className="card checkout" aria-label="Account">
        <form onSubmit={submit}>
          <label>
            E-mail
            <input name="email" type="email" autoComplete="email" required />
          </label>
          <button type="submit" className="primary" disabled={isBusy} aria-busy={isBusy}>
            Sign up
          </button>
        </form>
      </section>
    </>
  )
}
