import type { TextsOf } from "../message"

export const purchase: TextsOf<"purchase"> = {
  connect_first:
    "Verbinden Sie Discord, bevor Sie kaufen: Was in diesem Warenkorb liegt, gibt Discord-Rollen, und der Shop muss wissen, wem.",
  banned:
    "Ihr Discord-Konto ist von {{server}} gebannt, deshalb könnten Sie die Rollen dort nicht bekommen. Fragen Sie den Shop, bevor Sie kaufen.",
}
