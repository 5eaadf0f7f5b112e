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

export const syncRun: TextsOf<"sync_run"> = {
  order_backfill_running:
    "Jede Bestellung wird eingelesen, die älteste zuerst. Käufer haben Vorrang.",
  role_mapping_running:
    "Wer eine der geänderten Varianten besitzt, wird auf den aktuellen Stand gebracht. Käufer haben Vorrang.",
  reconcile_running: "Jedes Mitglied in Discord wird mit seinen Käufen abgeglichen.",
  dry_running:
    "Jedes Mitglied in Discord wird mit seinen Käufen abgeglichen. Nichts wird geändert.",
  reconcile_asks:
    "Dadurch würden {{removed}} der {{roles}} Rollen entzogen, die der Shop auf diesem Server vergeben hat. Ohne Ihre Bestätigung wird keine entzogen.",
  order_backfill_canceled:
    "Abgebrochen. Was eingelesen wurde, bleibt; noch nicht eingelesene Bestellungen geben nichts, bis der Vorgang fortgesetzt wird oder sich an ihnen etwas ändert.",
  role_mapping_canceled:
    "Abgebrochen. Mitglieder, die noch nicht an der Reihe waren, behalten ihre Rollen, obwohl die Varianten jetzt andere geben. Setzen Sie den Vorgang fort, um sie auf den aktuellen Stand zu bringen; Mitglieder, die etwas kaufen, Discord verbinden oder bei denen Sie es erneut versuchen, kommen trotzdem auf den aktuellen Stand.",
  reconcile_canceled:
    "Abgebrochen. Was berichtigt wurde, bleibt; Mitglieder, die noch nicht an der Reihe waren, behalten, was sie haben.",
  completed: "Fertig.",
  dry_completed: "Abgeglichen. Nichts wurde geändert.",
  failed:
    "Durch einen Fehler beendet. Was getan wurde, bleibt; setzen Sie ihn fort, wenn die Ursache behoben ist.",
  status_running: "läuft",
  status_waiting_for_admin: "wartet auf Sie",
  status_completed: "abgeschlossen",
  status_canceled: "abgebrochen",
  status_failed: "fehlgeschlagen",
  order_unread: "Die Bestellung konnte nicht gelesen werden.",
}
