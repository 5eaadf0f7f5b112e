import type { TextsOf } from "../message"

export const claim: TextsOf<"claim"> = {
  registered:
    "Diese Bestellung gehört zu einem Kundenkonto des Shops. Der Kunde verbindet Discord dort: Der Link ist für Bestellungen ohne Konto.",
  customer_deleted:
    "Der Kunde dieser Bestellung wurde gelöscht, deshalb gibt sie keine Discord-Rollen.",
  nobody: "Diese Bestellung gehört keinem Kunden, deshalb gibt sie niemandem Discord-Rollen.",
  gives_nothing:
    "Diese Bestellung gibt keine Discord-Rollen: Sie ist noch nicht bezahlt, wurde storniert oder zurückgegeben, oder sie enthält nichts, was Rollen gibt.",
  tampered:
    "Dieser Link stammt nicht vom Shop oder ist abgeschnitten. Der Kunde öffnet ihn so, wie er in der Nachricht des Shops steht, oder bittet den Shop um einen neuen.",
  unknown: "Der Shop kennt diesen Link nicht mehr. Der Kunde bittet den Shop um einen neuen.",
  expired:
    "Dieser Link ist abgelaufen, oder ein neuerer hat ihn ersetzt. Der Kunde öffnet die neueste Nachricht des Shops oder bittet um einen neuen Link.",
  used: "Dieser Link wurde bereits verwendet. War das nicht der Kunde, oder will er erneut verbinden, bittet er den Shop um einen neuen Link.",
  taken:
    "Bestellungen mit dieser E-Mail-Adresse sind bereits mit einem anderen Discord-Konto verbunden. Der Kunde meldet sich mit jenem Konto bei Discord an oder bittet den Shop, es zu trennen.",
  handed_over:
    "Diese Bestellung gehört inzwischen jemand anderem. Ist es die des Kunden, bittet er den Shop um einen neuen Link.",
}
