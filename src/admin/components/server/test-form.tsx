import { RouteDrawer } from "@medusajs/dashboard/components"
import { Button, Label, Select, usePrompt } from "@medusajs/ui"
import { useId, useState, type FormEvent } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDiscordRole, AdminDiscordServerMember } from "../../../types/http/server"
import { useTestDiscordRole } from "../../hooks/api/servers"
import { useDraft } from "../../hooks/use-draft"
import { useMessage } from "../../hooks/use-message"
import { NAMESPACE } from "../../i18n/namespace"
import { LoadError } from "../load-error"
import { RoleDot } from "../role-dot"
import { MemberPicker } from "../member-picker"
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
  const askFirst = useAskFirst()
  useDraft((roleId !== "" || member !== null) && !isTested)

  const run = async (member: AdminDiscordServerMember) => {
    const role = roles.find(({ role_id }) => role_id === roleId)
    const isDangerous = role !== undefined && role.dangerous_permissions.length > 0
    if (isDangerous && !(await askFirst(role, nameOf(member)))) {
      return
    }
    const { discord_user_id } = member
    const body = { role_id: roleId, discord_user_id }
    test.mutate(isDangerous ? { ...body, accept_dangerous_permissions: true } : body)
  }

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (roleId && member) {
      void run(member)
    }
  }

  return (
    <form onSubmit={handleSubmit} className="flex flex-1 flex-col overflow-hidden">
      <RouteDrawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        <RoleField roles={roles} value={roleId} onChange={setRoleId} />
        <MemberPicker
          serverId={serverId}
          chosenId={member?.discord_user_id ?? ""}
          onPick={setMember}
        />
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

const nameOf = ({ global_name, username }: AdminDiscordServerMember) => global_name ?? username

/** Says what a role lets its holders do to the server, and whether to test it all the same. */
function useAskFirst(): (role: AdminDiscordRole, member: string) => Promise<boolean> {
  const { t } = useTranslation(NAMESPACE)
  const prompt = usePrompt()
  const say = useMessage()
  return (role, member) =>
    prompt({
      title: t("server.test.dangerous.title", { role: role.name }),
      description: t("server.test.dangerous.description", {
        member,
        permissions: role.dangerous_permission_details.map(say).join(", "),
      }),
      confirmText: t("server.test.dangerous.confirm"),
      cancelText: t("actions.cancel"),
    })
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
