import type { TextsOf } from "../message"

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
