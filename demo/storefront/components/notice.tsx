export interface Message {
  tone: "good" | "bad" | "plain"
  text: string
}

export function Notice({ tone, text, onClose }: Message & { onClose?: () => void }) {
  return (
    <div className={`notice notice-${tone}`} role={tone === "bad" ? "alert" : "status"}>
      <p>{text}</p>
      {onClose && (
        <button type="button" className="link" onClick={onClose}>
          Close
        </button>
      )}
    </div>
  )
}
