import { Drawer } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useProductDiscordRoles } from "../../hooks/api/product-roles"
import { useVariantFacts } from "../../hooks/api/product-variants"
import { useDiscordServers } from "../../hooks/api/servers"
import { NAMESPACE } from "../../i18n/namespace"
import { connectionSettingOf } from "../../lib/role/connection-setting"
import { EmptyState } from "../empty-state"
import { LoadError } from "../load-error"
import { Loading } from "../loading"
import { RolesForm } from "./roles-form"

interface RolesDrawerBodyProps {
  productId: string
  onClose: () => void
}

/** Everything the form needs, or a word on what is missing. */
export const RolesDrawerBody = ({ productId, ...form }: RolesDrawerBodyProps) => {
  const { t } = useTranslation(NAMESPACE)
  const servers = useDiscordServers()
  const variants = useVariantFacts(productId)
  const saved = useProductDiscordRoles(productId, { refetchOnMount: "always" })

  // An edit starts from what is saved now, not from what the page remembers; once begun, no failed refetch ends it.
  const [openedAt] = useState(Date.now)
  const isFresh = saved.dataUpdatedAt >= openedAt
  const failed = [
    { query: servers, failed: servers.isLoadingError, title: t("errors.loadServers") },
    { query: variants, failed: variants.isLoadingError, title: t("errors.loadVariants") },
    { query: saved, failed: saved.isError && !isFresh, title: t("errors.loadProductRoles") },
  ].find((candidate) => candidate.failed)
  if (failed) {
    return (
      <Drawer.Body>
        <LoadError
          title={failed.title}
          error={failed.query.error}
          onRetry={() => void failed.query.refetch()}
        />
      </Drawer.Body>
    )
  }
  if (!servers.data || !variants.variants || !saved.data || !isFresh) {
    return (
      <Drawer.Body>
        <Loading label={t("product.loading")} rows={6} />
      </Drawer.Body>
    )
  }
  if (servers.data.servers.every(({ status }) => status === "disconnected")) {
    return (
      <EmptyState
        title={t("product.drawer.noServer.title")}
        description={t("product.drawer.noServer.description")}
      />
    )
  }
  if (variants.variants.length === 0) {
    return (
      <EmptyState
        title={t("product.drawer.noVariants.title")}
        description={t("product.drawer.noVariants.description")}
      />
    )
  }
  return (
    <RolesForm
      {...form}
      productId={productId}
      variants={variants.variants}
      servers={servers.data.servers}
      saved={saved.data.variants}
      connection={connectionSettingOf(saved.data)}
    />
  )
}
