import { RouteDrawer, useRouteModal } from "@medusajs/dashboard/components"
import { Button, Hint, Input, Label, Select, toast } from "@medusajs/ui"
import { useId, useState, type FormEvent } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDiscordServer } from "../../../types/http/server"
import { useUpdateDiscordServer } from "../../hooks/api/servers"
import { useDraft } from "../../hooks/use-draft"
import { NAMESPACE } from "../../i18n/namespace"
import { LoadError } from "../load-error"
import { localeOf } from "../../lib/text/locale"
import { MAX_GRACE_HOURS, parseGraceHours } from "../../lib/access/grace-hours"

/** What can be chosen, the usual first. */
const CHOICES = {
  on_access_end: ["remove_roles", "kick"],
  on_role_removed: ["restore", "respect"],
  adopted_roles: ["keep", "remove"],
} as const
type Choice = keyof typeof CHOICES

export const SettingsForm = ({ server }: { server: AdminDiscordServer }) => {
  const { t } = useTranslation(NAMESPACE)
  const { handleSuccess } = useRouteModal()
  const update = useUpdateDiscordServer(server.id)
  const [choices, setChoices] = useState<Record<Choice, string>>({
    on_access_end: server.on_access_end,
    on_role_removed: server.on_role_removed,
    adopted_roles: server.adopted_roles,
  })
  const [hours, setHours] = useState(String(server.grace_hours))
  const grace_hours = parseGraceHours(hours)
  const names = Object.keys(CHOICES) as Choice[]
  useDraft(
    hours !== String(server.grace_hours) || names.some((name) => choices[name] !== server[name]),
  )

  const save = (event: FormEvent) => {
    event.preventDefault()
    if (grace_hours === null) {
      return
    }
    // The lists hold nothing else than what the API takes.
    const body = { ...(choices as Pick<AdminDiscordServer, Choice>), grace_hours }
    update.mutate(body, {
      onSuccess: () => {
        toast.success(t("server.settings.saved"))
        handleSuccess()
      },
    })
  }

  return (
    <form onSubmit={save} className="flex flex-1 flex-col overflow-hidden">
      <RouteDrawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        <ChoiceField name="on_access_end" choices={choices} onChange={setChoices} />
        <GraceField hours={hours} isInvalid={grace_hours === null} onChange={setHours} />
        <ChoiceField name="on_role_removed" choices={choices} onChange={setChoices} />
        <ChoiceField name="adopted_roles" choices={choices} onChange={setChoices} />
        {update.isError && (
          <LoadError title={t("server.settings.saveFailed")} error={update.error} />
        )}
      </RouteDrawer.Body>
      <RouteDrawer.Footer>
        <RouteDrawer.Close asChild>
          <Button size="small" variant="secondary" type="button">
            {t("actions.cancel")}
          </Button>
        </RouteDrawer.Close>
        <Button size="small" type="submit" isLoading={update.isPending}>
          {t("actions.save")}
        </Button>
      </RouteDrawer.Footer>
    </form>
  )
}

interface ChoiceFieldProps {
  name: Choice
  choices: Record<Choice, string>
  onChange: (choices: Record<Choice, string>) => void
}

const ChoiceField = ({ name, choices, onChange }: ChoiceFieldProps) => {
  const { t } = useTranslation(NAMESPACE)
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2">
      <Label size="small" weight="plus" htmlFor={id}>
        {t(`server.settings.${name}.label`)}
      </Label>
      <Select
        value={choices[name]}
        onValueChange={(value) => onChange({ ...choices, [name]: value })}
      >
        <Select.Trigger id={id} aria-describedby={`${id}-hint`}>
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          {CHOICES[name].map((choice) => (
            <Select.Item key={choice} value={choice}>
              {t(`server.settings.${name}.${choice}`)}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
      <Hint id={`${id}-hint`}>{t(`server.settings.${name}.hint`)}</Hint>
    </div>
  )
}

interface GraceFieldProps {
  hours: string
  isInvalid: boolean
  onChange: (hours: string) => void
}

const GraceField = ({ hours, isInvalid, onChange }: GraceFieldProps) => {
  const { t, i18n } = useTranslation(NAMESPACE)
  const id = useId()
  const max = new Intl.NumberFormat(localeOf(i18n.language)).format(MAX_GRACE_HOURS)
  return (
    <div className="flex flex-col gap-y-2">
      <Label size="small" weight="plus" htmlFor={id}>
        {t("server.settings.grace_hours.label")}
      </Label>
      <Input
        id={id}
        inputMode="numeric"
        autoComplete="off"
        value={hours}
        aria-invalid={isInvalid}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      <Hint id={`${id}-hint`} variant={isInvalid ? "error" : "info"}>
        {t(isInvalid ? "server.settings.grace_hours.invalid" : "server.settings.grace_hours.hint", {
          max,
        })}
      </Hint>
    </div>
  )
}
