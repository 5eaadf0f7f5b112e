import { useEffect, useRef, useState } from "react"
import { config } from "../config"
import { takeReturnMessage } from "../return-message"
import { useCustomer } from "../use-customer"
import { useDiscordAccess } from "../use-discord-access"
import { AccountCard } from "./account-card"
import { DiscordCard } from "./discord-card"
import { Notice, type Message } from "./notice"
import { Plans } from "./plans"

const returned = takeReturnMessage()
const logInFirst: Message = {
  tone: "plain",
  text: "Sign up or log in first: the roles need an account.",
}

export function App() {
  const [message, setMessage] = useState<Message | null>(returned)
  const emailField = useRef<HTMLInputElement>(null)
  const session = useCustomer()
  const { customer } = session
  const discord = useDiscordAccess(customer?.id)

  // "Log in first" has been heeded by then.
  const customerId = customer?.id
  useEffect(() => {
    if (customerId !== undefined) setMessage((current) => (current === logInFirst ? null : current))
  }, [customerId])

  const askToLogIn = () => {
    setMessage(logInFirst)
    emailField.current?.focus()
  }

  return (
    <>
      <header className="bar">
        <strong>Example Store</strong>
        <nav aria-label="The demo's other pages">
          <a href={config.discordUrl} target="_blank" rel="noreferrer">
            Watch Discord
          </a>
          <a href={`${config.medusaUrl}/app`} target="_blank" rel="noreferrer">
            Admin
          </a>
        </nav>
      </header>
      <main>
        {message && (
          <div className="top">
            <Notice {...message} onClose={() => setMessage(null)} />
          </div>
        )}
        <Plans
          email={customer?.email}
          onLogInFirst={askToLogIn}
          onMessage={setMessage}
          onOrder={() => void discord.reload()}
        />
        <div className="panels">
          <AccountCard session={session} emailField={emailField} />
          <DiscordCard customer={customer} {...discord} onMessage={setMessage} />
        </div>
      </main>
    </>
  )
}
