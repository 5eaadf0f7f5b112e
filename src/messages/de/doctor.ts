import type { TextsOf } from "../message"

export const doctor: TextsOf<"doctor"> = {
  application: "Die Discord-Anwendung",
  unasked: "Discord konnte nicht nach der Anwendung gefragt werden.",
  unasked_fix:
    "Starten Sie dies in einer Minute noch einmal. Wenn es bleibt: https://discordstatus.com, dann Ihre Firewall oder apiUrl.",
  servers: "Discord-Server",
  server: "Discord-Server {{name}}, wie zuletzt gelesen",
  no_server: "Kein Discord-Server ist verbunden.",
  no_server_fix: "Im Dashboard: Einstellungen > Discord > Discord-Server hinzufügen.",
  disconnected: "Er ist getrennt.",
  paused: "Er ist angehalten.",
  parked: "So viele Mitglieder warten auf Sie: {{members}}.",
  parked_fix: "Im Dashboard: Einstellungen > Discord > Mitglieder, unter Wartet auf Sie.",
  work: "Arbeit",
  swept: "Die regelmäßige Arbeit wurde zuletzt getan: {{date_swept}}.",
  never_swept: "Die regelmäßige Arbeit wurde noch nicht getan.",
  processes: "Prozesse dieses Shops, die jetzt laufen, ohne diesen: {{processes}}.",
  looked: "In Discord wurde zuletzt nach einem Mitglied gesehen: {{date_looked}}.",
  never_looked: "In Discord wurde noch nach keinem Mitglied gesehen.",
  members:
    "Mitglieder: {{synced}} in Ordnung, {{working}} in Arbeit, {{customers}} warten auf den Kunden, {{admins}} warten auf einen Admin.",
  options: "Geltende Optionen",
  option: "{{name}}: {{value}}",
  well: "Alles ist in Ordnung.",
  warnings: "Niemandem fehlen Rollen, aber sehen Sie sich die Warnungen an.",
  failures: "Etwas hält Kunden von ihren Rollen ab.",
}
