import type { TextsOf } from "../message"

export const request: TextsOf<"request"> = {
  title_connected: "Discord-Server verbunden",
  title_already_connected: "Discord-Server war schon verbunden",
  title_declined: "Es wurde nichts geändert",
  title_failed: "Discord wurde nicht verbunden",
  title_broken_link: "Dieser Link funktioniert nicht",
  title_broken_address: "Diese Adresse funktioniert nicht",
  title_no_discord_link: "Das ist kein Discord-Link",
  title_no_connect_link: "Das ist kein Link, um Discord zu verbinden",
  title_no_claim_link: "Das ist kein Link zum Einlösen",
  incomplete:
    "Die Adresse ist unvollständig. Öffnen Sie sie so, wie sie in der Nachricht des Shops steht, oder beginnen Sie im Shop von vorn.",
  title_only_opened: "Diese Seite kann nur geöffnet werden",
  open_instead: "Öffnen Sie stattdessen ihre Adresse.",
  back_to_store: "Zurück zum Shop",
  ill_formed:
    "Die Anfrage enthält ein NUL-Zeichen oder etwas, das kein gültiges Unicode ist. Lassen Sie es weg.",
  no_field: "Die Adresse nennt {{name}}, und das ist kein Feld. Lassen Sie es weg.",
  not_json: "Senden Sie diese Anfrage mit Content-Type: application/json.",
  too_many_seconds:
    "Zu viele Anfragen. Bitte warten Sie {{seconds}} Sekunden und versuchen Sie es dann erneut.",
  too_many_minutes:
    "Zu viele Anfragen. Bitte warten Sie {{minutes}} Minuten und versuchen Sie es dann erneut.",
  redirect_unknown:
    "redirect_url ist keine der redirectUrls des Shops. Nehmen Sie sie in die Optionen des Plugins auf, oder lassen Sie sie weg.",
  no_date: "{{field}} ist kein Datum: {{value}}",
  title_no_join_link: "Das ist kein Link zu einem Server",
  title_no_way_in: "Sie wurden nicht eingeladen",
}
