interface ProgressBarProps {
  label: string
  value: number
  /** 0 = nothing to do, which is all done. */
  max: number
}

export const ProgressBar = ({ label, value, max }: ProgressBarProps) => {
  const percent = max === 0 ? 100 : Math.min(100, Math.floor((value / max) * 100))
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className="bg-ui-bg-component-pressed h-1.5 w-full overflow-hidden rounded-full"
    >
      <div
        className="bg-ui-tag-blue-icon h-full rounded-full transition-all"
        style={{ width: `${percent}%` }}
      />
    </div>
  )
}
