import { Skeleton } from "@medusajs/ui"

interface LoadingProps {
  label: string
  rows?: number
}

export const Loading = ({ label, rows = 2 }: LoadingProps) => (
  <div role="status" className="flex flex-col gap-y-3">
    <span className="sr-only">{label}</span>
    {Array.from({ length: rows }, (_row, index) => (
      <Skeleton key={index} className="h-5 w-full" />
    ))}
  </div>
)
