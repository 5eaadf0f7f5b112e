import type { TextsOf } from "../message"

export const entitlement: TextsOf<"entitlement"> = {
  access: "Zugang",
  still_suspended:
    "Der Zugang {{id}} ist ausgesetzt: Er gibt keine Rolle, bis er fortgesetzt wird.",
  dispute: "Zahlungsstreit",
  abuse: "Missbrauch",
  other: "Sonstiges",
  until: "{{id}}: Variante {{variant_id}} für Kunde {{customer_id}}, bis {{date}}",
  until_note: "{{id}}: Variante {{variant_id}} für Kunde {{customer_id}}, bis {{date}} ({{note}})",
  until_undone:
    "{{id}}: Variante {{variant_id}} für Kunde {{customer_id}}, bis {{date}} (rückgängig gemacht, weil ein späterer Schritt fehlgeschlagen ist)",
  endless: "{{id}}: Variante {{variant_id}} für Kunde {{customer_id}}, ohne Ende",
  endless_note: "{{id}}: Variante {{variant_id}} für Kunde {{customer_id}}, ohne Ende ({{note}})",
  endless_undone:
    "{{id}}: Variante {{variant_id}} für Kunde {{customer_id}}, ohne Ende (rückgängig gemacht, weil ein späterer Schritt fehlgeschlagen ist)",
  suspension:
    "{{id}}: Variante {{variant_id}} für Kunde {{customer_id}} aus {{source_id}}, Grund: {{reason}}",
  suspension_note:
    "{{id}}: Variante {{variant_id}} für Kunde {{customer_id}} aus {{source_id}}, Grund: {{reason}} ({{note}})",
  suspension_undone:
    "{{id}}: Variante {{variant_id}} für Kunde {{customer_id}} aus {{source_id}}, Grund: {{reason}} (rückgängig gemacht, weil ein späterer Schritt fehlgeschlagen ist)",
  no_role_yet:
    "Variante {{variant_id}} gibt noch keine Discord-Rolle: Wählen Sie ihre Rollen auf der Seite des Produkts, dann bekommt dieser Kunde sie.",
  not_connected_yet:
    "Kunde {{customer_id}} hat Discord noch nicht verbunden: Die Rollen warten, bis er das tut.",
  order_not_mapped: "Nichts in dieser Bestellung gibt eine Discord-Rolle.",
  order_awaits_authorization:
    "Diese Bestellung wartet auf die Zahlung: Ihre Discord-Rollen werden vergeben, sobald die Zahlung autorisiert ist.",
  order_awaits_capture:
    "Diese Bestellung wartet auf die Zahlung: Ihre Discord-Rollen werden vergeben, sobald die Zahlung eingezogen ist.",
  order_canceled: "Diese Bestellung wurde storniert, bevor sie eine Discord-Rolle gab.",
  order_refunded: "Diese Bestellung wurde erstattet, bevor sie eine Discord-Rolle gab.",
  order_returned:
    "Was in dieser Bestellung Discord-Rollen gibt, wurde zurückgegeben oder aus ihr entfernt.",
  order_ownerless:
    "Diese Bestellung gehört keinem Kunden, also kann niemand ihre Discord-Rollen haben.",
  order_unread:
    "Diese Bestellung gibt Discord-Rollen und wurde noch nicht gelesen. Eine neue Bestellung wird in wenigen Minuten gelesen; Bestellungen aus der Zeit vor dem Plugin werden unter Einstellungen > Discord > Mitglieder eingelesen.",
}
