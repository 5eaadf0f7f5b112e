import type { TextsOf } from "../message"

export const claim: TextsOf<"claim"> = {
  registered:
    "Diese Bestellung gehört zu einem Kundenkonto des Shops. Melden Sie sich dort an und verbinden Sie Discord: Der Link ist für Bestellungen ohne Konto.",
  customer_deleted:
    "Der Kunde dieser Bestellung wurde gelöscht, deshalb gibt sie keine Discord-Rollen.",
  nobody: "Diese Bestellung gehört keinem Kunden, deshalb gibt sie niemandem Discord-Rollen.",
  gives_nothing:
    "Diese Bestellung gibt keine Discord-Rollen: Sie ist noch nicht bezahlt, wurde storniert oder zurückgegeben, oder sie enthält nichts, was Rollen gibt.",
  tampered:
    "Dieser Link stammt nicht vom Shop oder ist abgeschnitten. Öffnen Sie ihn so, wie er in der Nachricht des Shops steht, oder bitten Sie den Shop um einen neuen.",
  unknown: "Der Shop kennt diesen Link nicht mehr. Bitten Sie den Shop um einen neuen.",
  expired:
    "Dieser Link ist abgelaufen, oder ein neuerer hat ihn ersetzt. Öffnen Sie die neueste Nachricht des Shops, oder bitten Sie ihn um einen neuen Link.",
  used: "Dieser Link wurde bereits verwendet. Waren das nicht Sie, oder möchten Sie erneut verbinden, bitten Sie den Shop um einen neuen Link.",
  taken:
    "Bestellungen mit dieser E-Mail-Adresse sind bereits mit einem anderen Discord-Konto verbunden. Melden Sie sich mit jenem Konto bei Discord an, oder bitten Sie den Shop, es zu trennen.",
  handed_over:
    "Diese Bestellung gehört inzwischen jemand anderem. Ist es Ihre, bitten Sie den Shop um einen neuen Link.",
}
