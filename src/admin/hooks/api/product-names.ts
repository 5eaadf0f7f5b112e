import { useQuery } from "@tanstack/react-query"
import { sdk } from "../../lib/sdk"

interface Named {
  value: string
  label: string
}

/** What a list is filtered by, by name; what is gone keeps its id. */
export function useProductNames(ids: readonly string[] | undefined): Named[] {
  return useNames("product", ids, async (id) => {
    const { products } = await sdk.admin.product.list({ id, fields: "id,title", limit: id.length })
    return products.map((product) => [product.id, product.title])
  })
}

/** The same of variants, each with its product's name. */
export function useVariantNames(ids: readonly string[] | undefined): Named[] {
  return useNames("variant", ids, async (id) => {
    const fields = "id,title,product.title"
    const { variants } = await sdk.admin.productVariant.list({ id, fields, limit: id.length })
    return variants.map(({ id: each, title, product }) => [
      each,
      [product?.title, title].filter(Boolean).join(": "),
    ])
  })
}

function useNames(
  kind: "product" | "variant",
  ids: readonly string[] | undefined,
  read: (ids: string[]) => Promise<[id: string, name: string][]>,
): Named[] {
  const { data } = useQuery({
    queryKey: ["discord_filter_name", kind, ids],
    queryFn: () => read([...(ids ?? [])]),
    enabled: ids !== undefined,
    retry: false,
  })
  const names = new Map(data)
  return (ids ?? []).map((value) => ({ value, label: names.get(value) ?? value }))
}
