import { RouteDrawer } from "@medusajs/dashboard/components"
import { Button, Label, Select } from "@medusajs/ui"
import { useId, useState, type FormEvent } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDiscordRole, AdminDiscordServerMember } from "../../../types/http/server"
import { useTestDiscordRole } from "../../hooks/api/servers"
import { useDraft } from "../../hooks/use-draft"
import { NAMESPACE } from "../../i18n/namespace"
import { LoadError } from "../load-error"
import { RoleDot } from "../role-dot"
import { MemberPicker } from "./member-picker"
import { TestSteps } from "./test-steps"

interface TestFormProps {
  serverId: string
  /** Highest first. */
  roles: readonly AdminDiscordRole[]
}

/** Chooses a role and a member, and shows what the test did. */
export const TestForm = ({ serverId, roles }: TestFormProps) => {
  const { t } = useTranslation(NAMESPACE)
  const test = useTestDiscordRole(serverId)
  const [roleId, setRoleId] = useState("")
  const [member, setMember] = useState<AdminDiscordServerMember | null>(null)
  const isTested =
    test.isSuccess &&
    test.variables.role_id === roleId &&
    test.variables.discord_user_id === member?.discord_user_id
  useDraft((roleId !== "" || member !== null) && !isTested)

  const run = (event: FormEvent) => {
    event.preventDefault()
    if (roleId && member) {
      test.mutate({ role_id: roleId, discord_user_id: member.discord_user_id })
    }
  }

  return (
    <form onSubmit={run} className="flex flex-1 flex-col overflow-hidden">
      <RouteDrawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        <RoleField roles={roles} value={roleId} onChange={setRoleId} />
        <MemberPicker serverId={serverId} member={member} onPick={setMember} />
        {test.isError && <LoadError title={t("server.test.failed")} error={test.error} />}
        {test.data && !test.isPending && <TestSteps steps={test.data.steps} />}
      </RouteDrawer.Body>
      <RouteDrawer.Footer>
        <RouteDrawer.Close asChild>
          <Button size="small" variant="secondary" type="button">
            {t("server.close")}
          </Button>
        </RouteDrawer.Close>
        <Button size="small" type="submit" disabled={!roleId || !member} isLoading={test.isPending}>
          {t("server.test.run")}
        </Button>
      </RouteDrawer.Footer>
    </form>
  )
}

interface RoleFieldProps {
  roles: readonly AdminDiscordRole[]
  value: string
  onChange: (roleId: string) => void
}

/** Roles out of the bot's reach can be chosen too: the test then says why they cannot be given. */
const RoleField = ({ roles, value, onChange }: RoleFieldProps) => {
  const { t } = useTranslation(NAMESPACE)
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2">
      <Label size="small" weight="plus" htmlFor={id}>
        {t("server.test.role")}
      </Label>
      <Select value={value} onValueChange={onChange}>
        <Select.Trigger id={id}>
          <Select.Value placeholder={t("server.test.chooseRole")} />
        </Select.Trigger>
        <Select.Content>
          {roles
            .filter(({ reason }) => reason !== "everyone" && reason !== "managed")
            .map((role) => (
              <Select.Item key={role.role_id} value={role.role_id}>
                <span className="flex items-center gap-x-2">
                  <RoleDot color={role.color} />
                  {role.name}
                </span>
              </Select.Item>
            ))}
        </Select.Content>
      </Select>
    </div>
  )
}
