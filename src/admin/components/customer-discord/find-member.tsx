import { Label, Select } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { useServerChoices } from "../../hooks/use-server-choices"
import { NAMESPACE } from "../../i18n/namespace"
import { MemberPicker } from "../member-picker"

interface FindMemberProps {
  /** Discord's id of who is chosen; empty = nobody yet. */
  chosenId: string
  onPick: (userId: string) => void
}

/** Finds a Discord user by name among the members of a server. */
export const FindMember = ({ chosenId, onPick }: FindMemberProps) => {
  const { t } = useTranslation(NAMESPACE)
  const id = useId()
  const servers = useServerChoices()
  const [wanted, setWanted] = useState("")
  const serverId = wanted || servers[0]?.value
  if (serverId === undefined) {
    return null
  }
  return (
    <>
      {servers.length > 1 && (
        <div className="flex flex-col gap-y-2">
          <Label htmlFor={id} size="small" weight="plus">
            {t("customer.link.server")}
          </Label>
          <Select value={serverId} onValueChange={setWanted}>
            <Select.Trigger id={id}>
              <Select.Value />
            </Select.Trigger>
            <Select.Content>
              {servers.map(({ value, label }) => (
                <Select.Item key={value} value={value}>
                  {label}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
        </div>
      )}
      <MemberPicker
        key={serverId}
        serverId={serverId}
        chosenId={chosenId}
        onPick={({ discord_user_id }) => onPick(discord_user_id)}
      />
    </>
  )
}
