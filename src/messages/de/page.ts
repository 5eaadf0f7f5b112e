import type { TextsOf } from "../message"

export const page: TextsOf<"page"> = {
  ask_store: "Den Shop fragen",
  claim_title: "Discord mit Bestellung #{{number}} verbinden",
  claim_text: "Bestellung #{{number}} gibt Ihnen:",
  claim_note:
    "Sie melden sich bei Discord an und sehen dort, was Sie erlauben. Wer sich zuerst verbindet, hat die Rollen: Geben Sie diesen Link nicht weiter.",
  claim_again:
    "Waren Sie es selbst, melden Sie sich mit demselben Konto bei Discord an, um Ihre Rollen zu sehen.",
  connect: "Discord verbinden",
  connect_again: "Discord erneut verbinden",
  try_again: "Erneut versuchen",
  open_with_discord: "Mit Discord anmelden",
  check_again: "Erneut prüfen",
  disconnect: "Verbindung trennen",
  cancel: "Abbrechen",
  open_discord: "Discord öffnen",
  title_connected: "Sie sind verbunden",
  title_disconnected: "Discord ist nicht verbunden",
  disconnected:
    "Sie haben die Verbindung zu Discord getrennt. Der Shop nimmt seine Rollen zurück und hat seinen Zugriff auf Ihr Konto vergessen.",
  gone: "Die Verbindung wurde beendet, oder ein anderes Discord-Konto ist an ihre Stelle getreten. Verbinden Sie sich erneut im Shop oder über den Link in seiner Nachricht.",
  nothing_yet: "Nichts, was Sie gekauft haben, gibt derzeit eine Discord-Rolle.",
  role_held: "Sie haben sie",
  role_pending: "Unterwegs",
  role_waiting: "Wartet",
  closed_title: "Diese Seite ist geschlossen",
  closed:
    "Nachdem Sie Discord verbunden haben, bleibt die Seite im selben Browser einige Stunden offen. Um zurückzukehren, öffnen Sie erneut den Link in der Nachricht des Shops, oder verbinden Sie Discord im Shop.",
  not_done: "Es wurde nichts geändert",
  open_anew:
    "Diese Seite ist veraltet. Öffnen Sie Ihre Discord-Seite erneut, und betätigen Sie dort die Schaltfläche.",
  disconnect_title: "{{name}} trennen?",
  disconnect_customer:
    "Der Shop nimmt die Rollen zurück, die er Ihnen gegeben hat, und vergisst seinen Zugriff auf Ihr Discord-Konto. Was Sie gekauft haben, bleibt Ihres: Verbinden Sie sich jederzeit wieder.",
  disconnect_guest:
    "Der Shop nimmt die Rollen der Bestellungen mit dieser E-Mail-Adresse zurück. Um sich wieder zu verbinden, brauchen Sie einen neuen Link vom Shop. Was Sie auf anderem Weg verbunden haben, bleibt verbunden.",
  roles_held: "Diese Rollen haben Sie jetzt:",
}
