import type { TextsOf } from "../message"

export const entitlement: TextsOf<"entitlement"> = {
  access: "Zugang",
  still_suspended:
    "Der Zugang {{id}} ist ausgesetzt: Er gibt keine Rolle, bis er fortgesetzt wird.",
  dispute: "Zahlungsstreit",
  abuse: "Missbrauch",
  other: "Sonstiges",
  until: "{{id}}: Variante {{variant_id}} für Kunde {{customer_id}}, bis {{date}}",
  until_note: "{{id}}: Variante {{variant_id}} für Kunde {{customer_id}}, bis {{date}} ({{note}})",
  until_undone:
    "{{id}}: Variante {{variant_id}} für Kunde {{customer_id}}, bis {{date}} (rückgängig gemacht, weil ein späterer Schritt fehlgeschlagen ist)",
  endless: "{{id}}: Variante {{variant_id}} für Kunde {{customer_id}}, ohne Ende",
  endless_note: "{{id}}: Variante {{variant_id}} für Kunde {{customer_id}}, ohne Ende ({{note}})",
  endless_undone:
    "{{id}}: Variante {{variant_id}} für Kunde {{customer_id}}, ohne Ende (rückgängig gemacht, weil ein späterer Schritt fehlgeschlagen ist)",
  suspension:
    "{{id}}: Variante {{variant_id}} für Kunde {{customer_id}} aus {{source_id}}, Grund: {{reason}}",
  suspension_note:
    "{{id}}: Variante {{variant_id}} für Kunde {{customer_id}} aus {{source_id}}, Grund: {{reason}} ({{note}})",
  suspension_undone:
    "{{id}}: Variante {{variant_id}} für Kunde {{customer_id}} aus {{source_id}}, Grund: {{reason}} (rückgängig gemacht, weil ein späterer Schritt fehlgeschlagen ist)",
  no_role_yet:
    "Variante {{variant_id}} gibt noch keine Discord-Rolle: Wählen Sie ihre Rollen auf der Seite des Produkts, dann bekommt dieser Kunde sie.",
  only_others_get:
    "Die Variante {{variant}} gibt ihre Discord-Rollen nur für Käufe aus einer anderen Zeit, dieser Zugang gibt also keine: Wählen Sie auf der Seite des Produkts, was neue Käufer bekommen.",
  only_in_disconnected:
    "Die Variante {{variant}} gibt nur auf getrennten Servern Rollen ({{servers}}), dieser Zugang gibt also vorerst keine: Verbinden Sie die Server wieder.",
  not_connected_yet:
    "Kunde {{customer_id}} hat Discord noch nicht verbunden: Die Rollen warten, bis er das tut.",
  order_not_mapped: "Nichts in dieser Bestellung gibt eine Discord-Rolle.",
  order_awaits_authorization:
    "Diese Bestellung wartet auf die Zahlung: Ihre Discord-Rollen werden vergeben, sobald die Zahlung autorisiert ist.",
  order_awaits_capture:
    "Diese Bestellung wartet auf die Zahlung: Ihre Discord-Rollen werden vergeben, sobald die Zahlung eingezogen ist.",
  order_canceled: "Diese Bestellung wurde storniert, bevor sie eine Discord-Rolle gab.",
  order_refunded: "Diese Bestellung wurde erstattet, bevor sie eine Discord-Rolle gab.",
  order_returned:
    "Was in dieser Bestellung Discord-Rollen gibt, wurde zurückgegeben oder aus ihr entfernt.",
  order_ownerless:
    "Diese Bestellung gehört keinem Kunden, also kann niemand ihre Discord-Rollen haben.",
  order_unread:
    "Diese Bestellung gibt Discord-Rollen und wurde noch nicht gelesen. Eine neue Bestellung wird in wenigen Minuten gelesen; Bestellungen aus der Zeit vor dem Plugin werden unter Einstellungen > Discord > Mitglieder eingelesen.",
}

export const customerImport: TextsOf<"import"> = {
  too_large:
    "Die Datei hat {{bytes}} Bytes, ein Import nimmt höchstens {{max}}. Importieren Sie sie in mehreren Teilen, jeder mit der Kopfzeile.",
  too_many_rows:
    "Die Datei hat {{rows}} Zeilen, ein Import nimmt höchstens {{max}}. Importieren Sie sie in mehreren Teilen, jeder mit der Kopfzeile.",
  empty: "Die Datei hat unter der Kopfzeile keine Zeilen.",
  offset_beyond:
    "{{offset}} Zeilen sollen übergangen werden, die Datei hat aber nur {{rows}}. Senden Sie die Datei, mit der der Import begonnen wurde, oder beginnen Sie mit offset 0 von vorn.",
  blank_first_line:
    "Die erste Zeile ist leer. Sie muss die Spalten nennen: email oder customer_id, und was die Zeilen verlangen, etwa variant_id.",
  unreadable:
    "Ab Zeile {{line}} ist die Datei kein CSV: Ein Anführungszeichen steht, wo keines stehen darf, oder eines fehlt.",
  unknown_columns:
    "Die erste Zeile nennt Spalten, die ein Import nicht kennt: {{columns}}. Er kennt {{known}}.",
  column_twice: "Die erste Zeile nennt eine Spalte doppelt: {{columns}}.",
  no_customer_column: "Die erste Zeile nennt weder die Spalte email noch die Spalte customer_id.",
  no_purpose_column: "Die erste Zeile nennt keine der Spalten variant_id, sku und discord_user_id.",
  too_many_cells: "Die Zeile hat mehr Zellen, als die Datei Spalten hat.",
  no_customer_named: "Die Zeile nennt keinen Kunden: Füllen Sie email oder customer_id aus.",
  nothing_asked: "Die Zeile verlangt nichts: Füllen Sie variant_id, sku oder discord_user_id aus.",
  no_variant_named:
    "Die Zeile füllt {{columns}} aus und nennt keine Variante: Füllen Sie variant_id oder sku aus, oder lassen Sie diese Angaben weg.",
  no_date:
    "{{column}} ist kein Datum: {{value}}. Schreiben Sie es als 2027-12-31, oder mit Uhrzeit und Zeitzone als 2027-12-31T18:00:00Z.",
  reference_reserved:
    "reference beginnt mit {{prefix}}, das ist Zugängen vorbehalten, die ohne eine gegeben wurden. Schreiben Sie eine andere, oder lassen Sie sie weg.",
  text_too_long: "{{column}} hat mehr als {{max}} Zeichen.",
  no_discord_user_id:
    "discord_user_id ist keine Discord-Nutzer-ID, also keine Zahl mit 17 bis 20 Ziffern: {{value}}. Formatieren Sie die Spalte in einer Tabellenkalkulation als Text, bevor Sie IDs einfügen.",
  no_customer_with_email: "Es gibt keinen Kunden mit der E-Mail-Adresse {{email}}.",
  customer_ambiguous:
    "Mehrere Kunden haben die E-Mail-Adresse {{email}}: Nennen Sie einen durch seine customer_id.",
  customer_differs: "Der Kunde {{id}} hat nicht die E-Mail-Adresse {{email}}.",
  no_variant_with_sku: "Es gibt keine Produktvariante mit der Artikelnummer {{sku}}.",
  variant_differs: "Die Produktvariante {{id}} hat nicht die Artikelnummer {{sku}}.",
  variant_without_roles:
    "Die Variante {{variant}} gibt keine Discord-Rolle: Wählen Sie zuerst ihre Rollen auf der Seite des Produkts.",
  access_twice: "Denselben Zugang verlangt bereits Zeile {{row}}.",
  customer_twice: "Zeile {{row}} verknüpft diesen Kunden bereits mit einem anderen Discord-Nutzer.",
  user_twice: "Zeile {{row}} verknüpft diesen Discord-Nutzer bereits mit einem anderen Kunden.",
  connected_otherwise:
    "Der Kunde ist mit einem anderen Discord-Nutzer verbunden, {{name}} ({{id}}). Heben Sie diese Verknüpfung zuerst auf der Seite des Kunden auf.",
  not_connected_yet:
    "Der Kunde hat Discord noch nicht verbunden: Die Rollen warten, bis er das tut.",
  suspended: "Der Zugang ist ausgesetzt: Er gibt keine Rolle, bis er fortgesetzt wird.",
  failed:
    "Die Zeile wurde nicht ausgeführt, weil im Shop etwas schiefging; was, steht in seinem Log. Importieren Sie sie noch einmal.",
}
