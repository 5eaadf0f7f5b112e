import type { TextsOf } from "../message"

export const activity: TextsOf<"activity"> = {
  linked_by: "Verknüpft von {{actor_id}}",
  mapped: "Varianten {{variants}}",
  mapped_new_buyers: "Varianten {{variants}}, nur für neue Käufer",
  connection_required:
    "Produkt {{product_id}} wird nur an Käufer verkauft, die Discord verbunden haben",
  connection_not_required:
    "Produkt {{product_id}} wird auch an Käufer verkauft, die Discord nicht verbunden haben",
  connection_as_option:
    "Ob Käufer von Produkt {{product_id}} Discord verbinden müssen, sagt wieder die Option des Shops",
  variant_deleted:
    "Die Variante wurde gelöscht. Wer sie gekauft hat, behält die Rolle, solange sie im Besitz ist.",
  roles_taken_back: "Die vom Plugin vergebenen Rollen werden zurückgenommen.",
  roles_kept: "Mitglieder behalten die Rollen, die sie haben.",
  buyer_asked: "Der Käufer wurde gebeten, Discord zu verbinden.",
  buyer_reminded: "Der Käufer wurde daran erinnert, Discord zu verbinden.",
  tested: "Test aus den Einstellungen des Shops",
  tested_on: "Test aus den Einstellungen des Shops, an Discord-Nutzer {{user_id}}",
  guest_orders_of: "Gastbestellungen mit der bestätigten E-Mail-Adresse des Kunden {{customer_id}}",
  as_written: "{{words}}",
  app_removed:
    "Die Kundin oder der Kunde hat die Anwendung in Discord entfernt. Vorhandene Rollen bleiben; um auf einen Server geholt zu werden, ist eine neue Verbindung nötig.",
}
