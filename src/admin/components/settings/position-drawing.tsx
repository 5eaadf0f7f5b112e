import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../../i18n/namespace"

/** Where Discord puts the bot's role, and where it has to be. */
export const PositionDrawing = () => {
  const { t } = useTranslation(NAMESPACE)
  const bot = { key: "bot", name: t("setup.position.bot"), isBot: true }
  const sold = { key: "sold", name: t("setup.position.sold"), isBot: false }
  return (
    <div className="grid max-w-lg grid-cols-2 gap-4">
      <Drawing title={t("setup.position.before")} roles={[sold, bot]} />
      <Drawing title={t("setup.position.after")} roles={[bot, sold]} />
    </div>
  )
}

interface DrawingProps {
  title: string
  /** Highest first. */
  roles: { key: string; name: string; isBot: boolean }[]
}

const Drawing = ({ title, roles }: DrawingProps) => (
  <div className="flex flex-col gap-y-2">
    <Text size="xsmall" leading="compact" className="text-ui-fg-subtle">
      {title}
    </Text>
    <ol className="shadow-borders-base divide-y rounded-lg">
      {roles.map(({ key, name, isBot }) => (
        <li key={key} className="txt-compact-small flex items-center gap-x-2 px-3 py-2">
          <span
            aria-hidden
            className={`size-2 shrink-0 rounded-full ${isBot ? "bg-ui-tag-blue-icon" : "bg-ui-tag-orange-icon"}`}
          />
          {name}
        </li>
      ))}
    </ol>
  </div>
)
