import type { TextsOf } from "../message"

export const cart: TextsOf<"cart"> = {
  unknown: "Der Shop kennt diesen Warenkorb nicht. Gehen Sie zurück zum Shop und beginnen Sie neu.",
  completed:
    "Dieser Warenkorb ist schon gekauft. Verbinden Sie Discord über den Link in der Nachricht des Shops, oder bitten Sie den Shop um einen.",
  registered:
    "Dieser Warenkorb gehört zu einem Kundenkonto des Shops. Melden Sie sich dort an und verbinden Sie dann Discord.",
  without_email:
    "Geben Sie zuerst Ihre E-Mail-Adresse im Warenkorb ein und verbinden Sie dann Discord.",
  taken:
    "Was in diesem Warenkorb war, ist schon mit einem anderen Discord-Konto verbunden. Bitten Sie den Shop, es zu trennen.",
}

export const purchase: TextsOf<"purchase"> = {
  connect_first:
    "Verbinden Sie Discord, bevor Sie kaufen: Was in diesem Warenkorb liegt, gibt Discord-Rollen, und der Shop muss wissen, wem.",
  banned:
    "Ihr Discord-Konto ist von {{server}} gebannt, deshalb könnten Sie die Rollen dort nicht bekommen. Fragen Sie den Shop, bevor Sie kaufen.",
}
