import { useState } from "react"
import { useConfirmLeave } from "../../hooks/use-confirm-leave"
import { useNavigationGuard } from "../../hooks/use-navigation-guard"
import { FileForm, NO_FILE } from "./file-form"
import { ImportResult } from "./import-result"
import { ImportReview } from "./import-review"
import { ImportRunning } from "./import-running"
import { useImport } from "./use-import"

/** A file, what it would do, the doing, and what became of it. */
export const ImportFlow = () => {
  const { state, check, isChecking, checkError, forgetError, start, startOver } = useImport()
  const [file, setFile] = useState(NO_FILE)
  const isRunning = state.step === "running"
  const isUnfinished = state.step !== "done" && file.csv !== ""
  const confirmLeave = useConfirmLeave(
    isUnfinished,
    isRunning ? "imports.stopping" : "imports.leaving",
  )
  useNavigationGuard(isUnfinished, confirmLeave)

  switch (state.step) {
    case "choose":
      return (
        <FileForm
          file={file}
          isChecking={isChecking}
          error={checkError}
          onChange={(next) => {
            setFile(next)
            forgetError()
          }}
          onCheck={() => check(file.csv)}
        />
      )
    case "review":
      return <ImportReview plan={state.plan} onBack={startOver} onConfirm={start} />
    case "running":
      return <ImportRunning {...state} onGoOn={start} />
    case "done":
      return <ImportResult {...state} />
  }
}
