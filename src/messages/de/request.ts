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
  page_ask_store: "Den Shop fragen",
  page_claim_title: "Discord mit Bestellung #{{number}} verbinden",
  page_claim_text: "Bestellung #{{number}} gibt Ihnen:",
  page_claim_note:
    "Sie melden sich bei Discord an und sehen dort, was Sie erlauben. Wer sich zuerst verbindet, hat die Rollen: Geben Sie diesen Link nicht weiter.",
  page_claim_again:
    "Waren Sie es selbst, melden Sie sich mit demselben Konto bei Discord an, um Ihre Rollen zu sehen.",
  page_connect: "Discord verbinden",
  page_connect_again: "Discord erneut verbinden",
  page_try_again: "Erneut versuchen",
  page_open_with_discord: "Mit Discord anmelden",
  page_check_again: "Erneut prüfen",
  page_disconnect: "Verbindung trennen",
  page_cancel: "Abbrechen",
  page_open_discord: "Discord öffnen",
  page_title_connected: "Sie sind verbunden",
  page_title_disconnected: "Discord ist nicht verbunden",
  page_disconnected:
    "Sie haben die Verbindung zu Discord getrennt. Der Shop nimmt seine Rollen zurück und hat seinen Zugriff auf Ihr Konto vergessen.",
  page_gone:
    "Die Verbindung wurde beendet, oder ein anderes Discord-Konto ist an ihre Stelle getreten. Verbinden Sie sich erneut im Shop oder über den Link in seiner Nachricht.",
  page_nothing_yet: "Nichts, was Sie gekauft haben, gibt derzeit eine Discord-Rolle.",
  page_role_held: "Sie haben sie",
  page_role_pending: "Unterwegs",
  page_role_waiting: "Wartet",
  page_closed_title: "Diese Seite ist geschlossen",
  page_closed:
    "Nachdem Sie Discord verbunden haben, bleibt die Seite im selben Browser einige Stunden offen. Um zurückzukehren, öffnen Sie erneut den Link in der Nachricht des Shops, oder verbinden Sie Discord im Shop.",
  page_not_done: "Es wurde nichts geändert",
  page_open_anew:
    "Diese Seite ist veraltet. Öffnen Sie Ihre Discord-Seite erneut, und betätigen Sie dort die Schaltfläche.",
  page_disconnect_title: "{{name}} trennen?",
  page_disconnect_customer:
    "Der Shop nimmt die Rollen zurück, die er Ihnen gegeben hat, und vergisst seinen Zugriff auf Ihr Discord-Konto. Was Sie gekauft haben, bleibt Ihres: Verbinden Sie sich jederzeit wieder.",
  page_disconnect_guest:
    "Der Shop nimmt die Rollen der Bestellungen mit dieser E-Mail-Adresse zurück. Um sich wieder zu verbinden, brauchen Sie einen neuen Link vom Shop. Was Sie auf anderem Weg verbunden haben, bleibt verbunden.",
  page_roles_held: "Diese Rollen haben Sie jetzt:",
  webhook_off:
    "Webhook-Events sind nicht eingeschaltet: Setzen Sie publicKey in den Optionen des Plugins auf den öffentlichen Schlüssel der Anwendung.",
  webhook_unsigned:
    "Das ist nicht mit dem Schlüssel der Discord-Anwendung unterschrieben, deshalb wurde nichts getan. Wenn Discord es geschickt hat, ist publicKey nicht der der Anwendung.",
  webhook_stale:
    "Die Unterschrift ist mehr als fünf Minuten von der Uhr dieser Maschine entfernt, deshalb wurde nichts getan. Wenn Discord es eben geschickt hat, stellen Sie die Uhr.",
}
