import type { TextsOf } from "../message"

export const membership: TextsOf<"membership"> = {
  held_back:
    "Angehalten: Die Hintergrundarbeit, zu der es gehört, wurde abgebrochen. Setzen Sie sie fort, oder prüfen Sie dieses Mitglied erneut.",
  not_connected: "Der Kunde hat Discord noch nicht verbunden.",
  on_its_way: "Unterwegs zu Discord.",
  rules_pending:
    "Die Rolle ist vergeben, und Discord wartet darauf, dass das Mitglied die Regeln des Servers annimmt, bevor es sie nutzen kann. Danach wird von selbst wieder gesehen.",
  looked_at_again:
    "{{why}} Das Mitglied wird von selbst wieder angesehen, immer seltener bis zu alle sechs Stunden, und sofort, wenn der Kunde Discord erneut verbindet oder um eine Prüfung bittet oder wenn Sie es erneut versuchen.",
  stays:
    "Bleibt auf dem Server: hat Rollen, die der Shop nicht vergeben hat ({{roles}}). Was der Shop vergeben hat, wird entzogen.",
  kick_refused:
    "Das Mitglied bleibt ohne die Rollen des Shops auf dem Server: Der Bot darf es nicht entfernen. Ihm fehlt die Berechtigung „Mitglieder kicken“, oder die höchste Rolle des Mitglieds liegt nicht unter der des Bots.",
  withheld:
    "Ein Moderator hat diese Rolle entzogen, und die Einstellungen des Servers lassen das so. Um sie wieder zu vergeben, vergeben Sie sie in Discord oder ändern Sie die Einstellung.",
  server_disconnected:
    "Der Server ist getrennt. Verbinden Sie ihn wieder, dann werden seine Mitglieder auf den aktuellen Stand gebracht.",
  server_paused: "Der Server ist pausiert.",
}
