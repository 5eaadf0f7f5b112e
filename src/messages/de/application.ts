import type { TextsOf } from "../message"

export const application: TextsOf<"application"> = {
  token_ok: "Discord akzeptiert das Bot-Token.",
  token_refused: "Discord lehnt das Bot-Token ab.",
  token_fix:
    "Im Developer Portal von Discord: Bot > Reset Token. Tragen Sie das neue Token in botToken ein und starten Sie Medusa neu.",
  secret_ok: "Discord akzeptiert das Client-Secret.",
  secret_refused: "Discord lehnt das Client-Secret ab.",
  secret_fix:
    "Im Developer Portal von Discord: OAuth2 > Reset Secret. Tragen Sie das neue Secret in clientSecret ein und starten Sie Medusa neu.",
  client_ok: "Client-ID und Bot gehören zu derselben Anwendung.",
  client_other: "Client-ID und Bot-Token gehören zu verschiedenen Anwendungen.",
  client_fix:
    "Die Anwendung des Bots hat die ID {{bot_id}}. Tragen Sie diese in clientId ein, mit dem Client-Secret derselben Anwendung, oder verwenden Sie das Bot-Token von {{client_id}}.",
  redirect_ok: "Discord kennt die Redirect-URI.",
  redirect_unknown:
    "Discord kennt die Redirect-URI nicht, deshalb käme niemand von der Zustimmungsseite zurück.",
  redirect_fix:
    "Im Developer Portal von Discord: Tragen Sie unter OAuth2 > Redirects > Add Redirect {{redirect_uri}} ein und speichern Sie.",
  sign_in_ok: "Discord kennt die Seite, auf der die Anmeldung endet.",
  sign_in_unknown:
    "Discord kennt die Seite nicht, auf der die Anmeldung endet, deshalb kann sich niemand mit Discord anmelden.",
  sign_in_fix:
    "Im Developer Portal von Discord: Tragen Sie unter OAuth2 > Redirects > Add Redirect {{redirect_uris}} ein und speichern Sie.",
  key_ok: "Der öffentliche Schlüssel ist der der Anwendung.",
  key_other:
    "Der öffentliche Schlüssel ist nicht der der Anwendung, deshalb würden die Webhook-Ereignisse von Discord abgewiesen.",
  key_fix:
    "Im Developer Portal von Discord: General Information > Public Key. Kopieren Sie ihn in publicKey und starten Sie Medusa neu.",
  events_ok: "Discord sagt dem Shop, wer die Anwendung entfernt.",
  events_off:
    "Discord sagt dem Shop nicht, wer die Anwendung entfernt, obwohl publicKey gesetzt ist.",
  events_fix:
    "Im Developer Portal von Discord: Webhooks, geben Sie {{webhook_url}} als Endpoint URL ein, schalten Sie Events ein, wählen Sie Application Deauthorized und speichern Sie.",
  sweep_silent:
    "Seit fünf Minuten hat niemand nachgesehen: Um verlorene Ereignisse und endende Zugänge kümmert sich niemand.",
  sweep_fix:
    "Sehen Sie nach, ob ein Prozess von Medusa mit workerMode worker oder shared läuft, und was sein Log über sweep-discord sagt.",
  chores_stuck: "Regelmäßige Arbeit des Shops wird begonnen und kommt zu keinem Ende: {{chores}}.",
  chores_fix:
    "Sehen Sie nach, was das Log der Prozesse mit workerMode worker oder shared darüber sagt. Hängt sie an etwas im Shop, etwa an einem Benachrichtigungs-Provider, der nicht antwortet, beheben Sie das und starten Sie sie neu.",
  others_refused:
    "Discord lehnt das Bot-Token von so vielen anderen Prozessen des Shops ab, die deshalb nichts tun: {{processes}}.",
  others_fix:
    "Sehen Sie das botToken jedes Prozesses an, zuerst derer mit workerMode worker: Tragen Sie das Token ein, das Discord annimmt, und starten Sie sie neu.",
  locks_own:
    "{{processes}} Prozesse dieses Shops arbeiten mit einer Datenbank, und Medusas Sperren liegen im Speicher jedes einzelnen: Sie binden die anderen nicht, also kann Medusa etwas zweimal zugleich tun.",
  locks_fix:
    "Geben Sie @medusajs/medusa/locking in medusa-config.ts einen Provider, den sich alle Prozesse teilen: @medusajs/medusa/locking-redis oder @medusajs/medusa/locking-postgres. Die Arbeit des Plugins selbst geschieht nicht doppelt: Sie ist in der Datenbank vergeben.",
  index_missing:
    "Tabellen von Medusa sind groß geworden, und kein Index führt zu dem, was sich in ihnen geändert hat: Von Änderungen, die kein Ereignis gemeldet hat, werden alle außer neuen Bestellungen, Zahlungen und Erstattungen einmal in der Stunde gefunden, nicht mehr jede Minute.",
  index_fix:
    "Führen Sie in der Datenbank des Shops aus, jede Anweisung für sich; der Shop läuft dabei weiter: {{statements}}",
  unasked_fix:
    "Sehen Sie in einer Minute noch einmal nach. Wenn es bleibt: https://discordstatus.com, dann Ihre Firewall oder apiUrl.",
  address_barred:
    "Discords Schutz lehnt die Adresse dieser Maschine ab, deshalb kann jetzt nichts gefragt werden.",
  address_fix:
    "Das geht von selbst vorbei, nach Minuten oder einer Stunde, und alles Wartende wird dann erledigt. Kommt es wieder, sehen Sie nach, wer noch von dieser Adresse aus Discord aufruft.",
  seals_lost:
    "Kein Schlüssel öffnet die Discord-Tokens von so vielen Kunden: {{customers}}. Sie müssen Discord erneut verbinden, bevor sie auf einen Server geholt werden können.",
  seals_lost_fix:
    "Tragen Sie den entfernten Schlüssel hinter dem neuesten wieder in encryptionKey ein. Ist er verloren, bitten Sie diese Kunden, sich erneut zu verbinden.",
  seals_older:
    "Ein älterer Schlüssel versiegelt noch die Discord-Tokens von so vielen Kunden: {{customers}}.",
  seals_older_fix:
    "Behalten Sie den älteren Schlüssel in encryptionKey, bis dieser Hinweis weg ist: Sie werden innerhalb einer Stunde neu versiegelt. Bleibt die Zahl, sehen Sie nach, was das Log über encryption keys sagt.",
}

export const doctor: TextsOf<"doctor"> = {
  application: "Die Discord-Anwendung",
  unable: "Der Doktor konnte nicht nachsehen",
  tables_missing: "Tabellen des Plugins fehlen oder sind älter als diese Version.",
  tables_fix:
    "Führen Sie dies im Ordner des Shops aus, und starten Sie Medusa dann neu: npx medusa db:migrate",
  failed: "Dies stand im Weg: {{reason}}",
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
