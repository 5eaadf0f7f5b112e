import { LetterCard } from "../components/letter-card"
import { Notice } from "../components/notice"
import { useLetters } from "../hooks/use-letters"
import { WORDS } from "../words"

/** Everything that the store's Notification Module sent by e-mail. */
export function MailPage() {
  const { letters, error } = useLetters()
  return (
    <div className="stack">
      <div className="hero">
        <h1>Mailbox</h1>
        <p>{WORDS.mailbox}</p>
      </div>
      {error !== undefined && <Notice tone="bad" text={error} />}
      {letters?.length === 0 && <p className="muted">{WORDS.noMail}</p>}
      {letters?.map((letter) => (
        <LetterCard key={letter.id} letter={letter} />
      ))}
    </div>
  )
}
