import type { TextsOf } from "../message"

export const refusal: TextsOf<"refusal"> = {
  product_not_found: "Das Produkt {{id}} wurde nicht gefunden.",
  order_not_found: "Die Bestellung {{id}} wurde nicht gefunden.",
  customer_not_found: "Der Kunde {{id}} wurde nicht gefunden.",
  no_invitation:
    "Der Bot darf niemanden in einen Kanal von {{server}} einladen. In Discord: Servereinstellungen > Rollen > Rolle des Bots > Berechtigungen, „Einladung erstellen“ einschalten; verbietet es ein Kanal, dort erlauben.",
  server_not_found: "Der Discord-Server {{id}} wurde nicht gefunden.",
  membership_not_found: "Das Mitglied {{id}} wurde nicht gefunden.",
  entitlement_not_found: "Der Zugang {{id}} wurde nicht gefunden.",
  sync_run_not_found: "Der Sammelvorgang {{id}} wurde nicht gefunden.",
  sync_run_ended:
    "Der Sammelvorgang {{id}} läuft nicht mehr (Status: {{status}}). Es wurde nichts abgebrochen.",
  sync_run_not_canceled:
    "Der Sammelvorgang {{id}} hat den Status „{{status}}“: Nur ein abgebrochener oder gescheiterter kann fortgesetzt werden.",
  backfill_running:
    "Bestellungen werden bereits eingelesen. Warten Sie, bis der Vorgang abgeschlossen ist, oder brechen Sie ihn zuerst ab.",
  reconcile_running:
    "Die Mitglieder dieses Servers werden bereits geprüft. Warten Sie, bis der Vorgang abgeschlossen ist, oder brechen Sie ihn zuerst ab.",
  sync_run_not_confirmable:
    "Beim Sammelvorgang {{id}} gibt es nichts zu bestätigen: Das geht nur bei der letzten Prüfung eines Servers, wenn sie vorher fragt oder ein beendeter Probelauf ist.",
  server_disconnected:
    "{{server}} ist getrennt, deshalb kann dort niemand auf den aktuellen Stand gebracht werden. Verbinden Sie zuerst den Server wieder.",
  user_unknown:
    "Discord kennt keinen Nutzer {{id}}. Schalten Sie in Discord Benutzereinstellungen > Erweitert > Entwicklermodus ein, klicken Sie dann mit der rechten Maustaste auf den Nutzer und wählen Sie „Nutzer-ID kopieren“.",
  not_connected:
    "Der Kunde {{id}} hat Discord nicht verbunden, es gibt also nichts zu synchronisieren.",
  nothing_to_disconnect: "Es ist kein Discord-Konto verbunden, es gibt also nichts zu trennen.",
  messages_off:
    'Der Shop sendet keine Nachrichten zu Discord. Setzen Sie notifications: { connect: { channel: "email", template: "..." } } in den Optionen des Plugins, oder kopieren Sie den Einlöselink.',
  nothing_to_tell:
    "Es gibt nichts mitzuteilen: Der Käufer hat Discord bereits verbunden, oder die Bestellung gibt keine Rollen.",
  nobody_to_write_to:
    "Die Bestellung hat keine E-Mail-Adresse, oder ihr Kunde wurde gelöscht: Es gibt niemanden, dem geschrieben werden könnte.",
  no_customer: "Es gibt keinen Kunden {{id}}.",
  no_variant: "Es gibt keine Produktvariante {{id}}.",
  given_by_order:
    "Der Zugang {{id}} stammt aus der Bestellung {{order_id}}: Stornieren oder erstatten Sie diese, oder nehmen Sie den Artikel zurück, dann folgt der Zugang.",
  given_by_subscription:
    "Der Zugang {{id}} stammt aus dem Abonnement {{subscription_id}}: Kündigen oder ändern Sie es dort, dann folgt der Zugang.",
  given_by_provider:
    "Der Zugang {{id}} stammt aus dem Abonnement {{subscription_id}} von {{provider}}: Kündigen oder ändern Sie es dort, dann folgt der Zugang.",
  suspended_already:
    "Der Zugang {{id}} ist bereits ausgesetzt, seit {{date}}, Grund: {{reason}}. Um einen anderen Grund anzugeben, setzen Sie ihn zuerst fort.",
  not_suspended: "Der Zugang {{id}} ist nicht ausgesetzt, es gibt also nichts fortzusetzen.",
  no_suspension_reason: "reason muss dispute, abuse oder other sein.",
  nothing_named:
    "Benennen Sie, was gemeint ist: einen Zugang durch seine ID oder eine Quelle (order, subscription, manual) mit ihrer source_id.",
  variant_of_another_product: "Das Produkt {{product_id}} hat keine Variante {{variant_id}}.",
  variant_named_twice: "Die Variante {{variant_id}} ist doppelt angegeben.",
  role_named_twice: "Die Variante {{variant_id}} mit der Rolle {{role_id}} ist doppelt angegeben.",
  role_unknown:
    "Die Rolle {{role_id}} ist keine Rolle eines verbundenen Discord-Servers. Rufen Sie die Rollen des Servers erneut ab, und wählen Sie dann neu.",
  offer_times_wrong:
    "Variante {{variant_id}}: Die Zeiträume, in denen eine ihrer Rollen angeboten wird, überschneiden sich, enden vor ihrem Beginn oder liegen in der Zukunft.",
  not_for_new_buyers:
    "Variante {{variant_id}}: {{fields}} würde ändern, was frühere Käufer haben, aber apply_to ist new_buyers. Lassen Sie {{fields}} weg, oder senden Sie apply_to mit everyone.",
  role_out_of_reach:
    "Die Rolle {{role}} ({{role_id}}) gehört zu {{server}}, und dieser Server ist getrennt. Verbinden Sie ihn zuerst wieder.",
  role_not_assignable: "Rolle {{role}} ({{role_id}}): {{why}}",
  reference_taken:
    "Die Referenz {{reference}} gibt die Variante {{variant_id}} bereits dem Kunden {{customer_id}}. Beenden Sie zuerst diesen Zugang, oder verwenden Sie eine andere Referenz.",
  access_over:
    "Der Zugang {{id}} ist seit {{date}} beendet. Gewähren Sie stattdessen neuen Zugang.",
  end_past:
    "Das Ende {{date}} liegt in der Vergangenheit. Um den Zugang jetzt zu beenden, wählen Sie „Zugang beenden“.",
  end_before_start: "Das Ende {{date}} liegt nicht nach dem Beginn {{date_start}}.",
  too_many_customers:
    "Zu dieser Suche passen mehr als {{count}} Kunden. Geben Sie mehr vom Namen oder von der E-Mail-Adresse ein.",
  several: "{{sentences}}",
  no_channel:
    "{{server}} hat keinen Kanal, in den eine Einladung führen kann. In Discord: Legen Sie einen Kanal an, und versuchen Sie es dann noch einmal.",
}
