import { Button, Drawer, Heading, Hint, InlineTip, Input, Label, toast } from "@medusajs/ui"
import { type FormEvent, useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { useLinkDiscordAccount } from "../../hooks/api/customer-discord"
import { useDraft } from "../../hooks/use-draft"
import { NAMESPACE } from "../../i18n/namespace"
import { discordName, isDiscordUserId } from "../../lib/discord/discord-user"
import { GuardedDrawer } from "../guarded-drawer"
import { LoadError } from "../load-error"
import { FindMember } from "./find-member"

interface LinkAccountDrawerProps {
  customerId: string
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Links the customer to a Discord user: found by name in a server, or by an id that the admin knows. */
export const LinkAccountDrawer = ({ customerId, open, onOpenChange }: LinkAccountDrawerProps) => {
  const { t } = useTranslation(NAMESPACE)
  return (
    <GuardedDrawer open={open} onOpenChange={onOpenChange}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title asChild>
            <Heading>{t("customer.link.title")}</Heading>
          </Drawer.Title>
          <Drawer.Description className="text-ui-fg-subtle">
            {t("customer.link.description")}
          </Drawer.Description>
        </Drawer.Header>
        <LinkAccountForm customerId={customerId} onDone={() => onOpenChange(false)} />
      </Drawer.Content>
    </GuardedDrawer>
  )
}

const LinkAccountForm = ({ customerId, onDone }: { customerId: string; onDone: () => void }) => {
  const { t } = useTranslation(NAMESPACE)
  const id = useId()
  const [userId, setUserId] = useState("")
  const [isInvalid, setIsInvalid] = useState(false)
  const link = useLinkDiscordAccount(customerId)
  useDraft(userId !== "")

  const change = (value: string) => {
    setUserId(value)
    setIsInvalid(false)
  }
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    const discord_user_id = userId.trim()
    const valid = isDiscordUserId(discord_user_id)
    setIsInvalid(!valid)
    if (!valid) {
      document.getElementById(id)?.focus()
      return
    }
    link.mutate(
      { discord_user_id },
      {
        onSuccess: ({ account }) => {
          toast.success(t("customer.link.done", { name: account ? discordName(account) : "" }))
          onDone()
        },
      },
    )
  }

  return (
    <form noValidate onSubmit={handleSubmit} className="flex flex-1 flex-col overflow-hidden">
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        <FindMember chosenId={userId.trim()} onPick={change} />
        <div className="flex flex-col gap-y-2">
          <Label htmlFor={id} size="small" weight="plus">
            {t("customer.link.label")}
          </Label>
          <Input
            id={id}
            inputMode="numeric"
            autoComplete="off"
            value={userId}
            placeholder="80351110224678912"
            aria-invalid={isInvalid}
            aria-describedby={`${id}-hint`}
            onChange={(event) => change(event.target.value)}
          />
          <Hint id={`${id}-hint`} variant={isInvalid ? "error" : "info"}>
            {t(isInvalid ? "customer.link.invalid" : "customer.link.where")}
          </Hint>
        </div>
        <InlineTip variant="info" label={t("customer.account.note")}>
          {t("customer.link.cannotJoin")}
        </InlineTip>
        {link.isError && <LoadError title={t("customer.link.failed")} error={link.error} />}
      </Drawer.Body>
      <Drawer.Footer>
        <Drawer.Close asChild>
          <Button type="button" size="small" variant="secondary">
            {t("actions.cancel")}
          </Button>
        </Drawer.Close>
        <Button type="submit" size="small" isLoading={link.isPending}>
          {t("customer.link.confirm")}
        </Button>
      </Drawer.Footer>
    </form>
  )
}
