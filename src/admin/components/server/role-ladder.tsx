import { ArrowUpMini } from "@medusajs/icons"
import { Badge, clx, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordRole } from "../../../types/http/server"
import { NAMESPACE } from "../../i18n/namespace"
import { roleLadder, type Rung } from "../../lib/role/role-ladder"
import { RoleDot } from "../role-dot"

interface RoleLadderProps {
  /** Highest first. */
  roles: readonly AdminDiscordRole[]
  botRoleId: string | null
}

/** The server's role list as Discord shows it, with the place the bot's role must be dragged to. */
export const RoleLadder = ({ roles, botRoleId }: RoleLadderProps) => {
  const { t } = useTranslation(NAMESPACE)
  return (
    <div className="flex flex-col gap-y-2 pt-2">
      <Text size="small" leading="compact" weight="plus">
        {t("server.ladder.title")}
      </Text>
      <ol className="shadow-borders-base max-w-md divide-y overflow-hidden rounded-lg">
        {roleLadder(roles, botRoleId).map((rung, index) => (
          <li
            key={index}
            className={clx("txt-compact-small flex items-center gap-x-2 px-3 py-2", {
              "bg-ui-bg-highlight text-ui-fg-base": rung.kind === "target",
              "bg-ui-bg-component": rung.kind === "bot",
              "text-ui-fg-subtle": rung.kind === "others",
            })}
          >
            <RungLine rung={rung} />
          </li>
        ))}
      </ol>
    </div>
  )
}

const RungLine = ({ rung }: { rung: Rung }) => {
  const { t } = useTranslation(NAMESPACE)
  switch (rung.kind) {
    case "target":
      return (
        <>
          <ArrowUpMini />
          {t("server.ladder.target")}
        </>
      )
    case "others":
      return t("server.ladder.others", { count: rung.count })
    case "bot":
      return (
        <>
          <RoleDot color={rung.role.color} />
          <span className="min-w-0 flex-1 truncate">{rung.role.name}</span>
          <Badge size="2xsmall" color="blue">
            {t("server.ladder.bot")}
          </Badge>
        </>
      )
    case "role":
      return (
        <>
          <RoleDot color={rung.role.color} />
          <span className="min-w-0 flex-1 truncate">{rung.role.name}</span>
          <Badge size="2xsmall" color={rung.out_of_reach ? "red" : "grey"}>
            {t(rung.out_of_reach ? "server.ladder.outOfReach" : "server.ladder.mapped")}
          </Badge>
        </>
      )
  }
}
