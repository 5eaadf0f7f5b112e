import { useComboboxData } from "@medusajs/dashboard/hooks"
import { sdk } from "../../lib/sdk"

/** Finds products by their names or their variants'. @param excluded one that is not offered */
export function useProductSearch(excluded?: string) {
  return useComboboxData({
    queryKey: ["discord_product_search"],
    queryFn: (params: { id?: string; q?: string; offset?: number; limit?: number }) =>
      sdk.admin.product.list({ ...params, fields: "id,title" }),
    getOptions: (page) =>
      page.products
        .filter(({ id }) => id !== excluded)
        .map(({ id, title }) => ({ value: id, label: title })),
    pageSize: 20,
  })
}
