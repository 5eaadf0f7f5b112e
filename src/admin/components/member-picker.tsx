import { useDebouncedSearch } from "@medusajs/dashboard/hooks"
import { clx, Hint, Input, Label, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDiscordServerMember } from "../../types/http/server"
import { useDiscordServerMembers } from "../hooks/api/servers"
import { NAMESPACE } from "../i18n/namespace"
import { LoadError } from "./load-error"

interface MemberPickerProps {
  serverId: string
  /** Discord's id of who is chosen; empty = nobody yet. */
  chosenId: string
  onPick: (member: AdminDiscordServerMember) => void
}

/** Finds a member of the Discord server by the beginning of their name. */
export const MemberPicker = ({ serverId, chosenId, onPick }: MemberPickerProps) => {
  const { t } = useTranslation(NAMESPACE)
  const id = useId()
  const { searchValue, onSearchValueChange, query } = useDebouncedSearch()
  const words = query?.trim() ?? ""
  const found = useDiscordServerMembers(serverId, words)
  return (
    <div className="flex flex-col gap-y-2">
      <Label size="small" weight="plus" htmlFor={id}>
        {t("server.test.member")}
      </Label>
      <Input
        id={id}
        type="search"
        autoComplete="off"
        value={searchValue}
        placeholder={t("server.test.searchPlaceholder")}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onSearchValueChange(event.target.value)}
      />
      <Hint id={`${id}-hint`}>{t("server.test.memberHint")}</Hint>
      {found.isError && (
        <LoadError
          title={t("server.test.searchFailed")}
          error={found.error}
          onRetry={() => void found.refetch()}
        />
      )}
      {words !== "" && found.data && (
        <Results members={found.data.members} chosenId={chosenId} name={id} onPick={onPick} />
      )}
    </div>
  )
}

interface ResultsProps {
  members: readonly AdminDiscordServerMember[]
  chosenId: string
  name: string
  onPick: (member: AdminDiscordServerMember) => void
}

const Results = ({ members, chosenId, name, onPick }: ResultsProps) => {
  const { t } = useTranslation(NAMESPACE)
  if (members.length === 0) {
    return (
      <Text size="small" className="text-ui-fg-subtle" role="status">
        {t("server.test.noMembers")}
      </Text>
    )
  }
  return (
    <fieldset className="shadow-borders-base divide-y overflow-hidden rounded-lg">
      <legend className="sr-only">{t("server.test.results")}</legend>
      {members.map((member) => {
        const isChosen = member.discord_user_id === chosenId
        return (
          <label
            key={member.discord_user_id}
            className={clx(
              "txt-compact-small hover:bg-ui-bg-base-hover flex cursor-pointer items-center gap-x-3 px-3 py-2",
              { "bg-ui-bg-highlight": isChosen },
            )}
          >
            <input type="radio" name={name} checked={isChosen} onChange={() => onPick(member)} />
            <span className="truncate">{member.global_name ?? member.username}</span>
            <span className="text-ui-fg-subtle truncate">@{member.username}</span>
          </label>
        )
      })}
    </fieldset>
  )
}
