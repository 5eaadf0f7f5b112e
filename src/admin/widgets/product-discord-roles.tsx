import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminProduct, DetailWidgetProps } from "@medusajs/framework/types"
import { Container, Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { LoadError } from "../components/load-error"
import { Loading } from "../components/loading"
import { RolesDrawer } from "../components/product-roles/roles-drawer"
import { RolesSummary } from "../components/product-roles/roles-summary"
import { withDiscordAdmin } from "../components/shell/with-discord-admin"
import { useProductDiscordRoles } from "../hooks/api/product-roles"
import { useVariantFacts } from "../hooks/api/product-variants"
import { useDiscordServers } from "../hooks/api/servers"
import { NAMESPACE } from "../i18n/namespace"
import { connectionSettingOf, isRequired } from "../lib/role/connection-setting"

const ProductDiscordRoles = ({ data: product }: DetailWidgetProps<AdminProduct>) => {
  const { t } = useTranslation(NAMESPACE)
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <Heading level="h2">{t("product.heading")}</Heading>
        <RolesDrawer productId={product.id} />
      </div>
      <Summary productId={product.id} />
    </Container>
  )
}

const Summary = ({ productId }: { productId: string }) => {
  const { t } = useTranslation(NAMESPACE)
  const saved = useProductDiscordRoles(productId)
  const variants = useVariantFacts(productId)
  const servers = useDiscordServers()
  const failed = [
    { query: saved, title: t("errors.loadProductRoles") },
    { query: variants, title: t("errors.loadVariants") },
  ].find(({ query }) => query.isLoadingError)

  if (failed) {
    return (
      <div className="px-6 py-4">
        <LoadError
          title={failed.title}
          error={failed.query.error}
          onRetry={() => void failed.query.refetch()}
        />
      </div>
    )
  }
  if (!saved.data || !variants.variants) {
    return (
      <div className="px-6 py-4">
        <Loading label={t("product.loading")} />
      </div>
    )
  }
  const connected = servers.data?.servers.filter(({ status }) => status !== "disconnected") ?? []
  return (
    <RolesSummary
      productId={productId}
      variants={variants.variants}
      saved={saved.data.variants}
      onlyConnected={isRequired(connectionSettingOf(saved.data))}
      showServer={connected.length > 1}
    />
  )
}

export const config = defineWidgetConfig({
  // Whoever sells access comes for this. Dashboards that let admins arrange a page put it last until somebody moves it up.
  zone: "product.details.side.before",
})

export default withDiscordAdmin(ProductDiscordRoles, { title: "product.title" })
