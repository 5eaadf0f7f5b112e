import { useState } from "react"
import { useConfirmLeave } from "../../hooks/use-confirm-leave"
import { useNavigationGuard } from "../../hooks/use-navigation-guard"
import { NO_FILE } from "./chosen-file"
import { FileForm } from "./file-form"
import { ImportResult } from "./import-result"
import { ImportReview } from "./import-review"
import { ImportRunning } from "./import-running"
import { useImport, type ImportState } from "./use-import"

/** A file, what it would do, the doing, and what became of it. */
export const ImportFlow = () => {
  const { state, check, isChecking, checkError, forgetError, start, startOver } = useImport()
  const [file, setFile] = useState(NO_FILE)
  const isRunning = state.step === "running"
  const isUnfinished = file.csv !== "" && isAnythingLeft(state)
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

/** Whether leaving would leave something undone. */
function isAnythingLeft(state: ImportState): boolean {
  if (state.step !== "review") {
    return state.step !== "done"
  }
  const { will_grant, will_change, will_link } = state.plan.counts
  return will_grant + will_change + will_link > 0
}
