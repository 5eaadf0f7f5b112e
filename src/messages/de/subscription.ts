import type { TextsOf } from "../message"

export const subscription: TextsOf<"subscription"> = {
  missing:
    "Abonnementquelle {{source}}: {{field}} steht nicht unter „{{path}}“ der Entität {{entity}}. Korrigieren Sie den Pfad in der Option subscriptions, oder ergänzen Sie den Datensatz.",
  several_values:
    "Abonnementquelle {{source}}: {{field}} unter „{{path}}“ ergibt mehrere Werte, wo einer erwartet wird.",
  no_date: "Abonnementquelle {{source}}: {{field}} unter „{{path}}“ ist kein Datum.",
  status_unknown:
    "Abonnementquelle {{source}}: Nirgends steht, was der Status „{{status}}“ bedeutet. Ergänzen Sie ihn in statuses: grant, grace, suspend oder end.",
  wrong_answer: "Abonnementquelle {{source}}: read() ergab {{path}}: {{why}}",
  entity_unreadable:
    "Abonnementquelle {{source}}: Die Entität {{entity}} kann nicht gelesen werden ({{why}}). Korrigieren Sie entity in der Option subscriptions, oder fügen Sie das Modul zu medusa-config.ts hinzu.",
  unreadable: "Die Abonnementquelle {{source}} kann nicht gelesen werden: {{why}}",
  orders_unreadable:
    "Bestellungen können nicht gelesen werden: {{why}}. Es wird jede Minute erneut versucht.",
  order_failed:
    "Die Bestellung {{id}} konnte nicht gelesen werden: {{why}}. Es wird jede Minute erneut versucht.",
  no_sources: "Es gibt keine Abonnement-Quelle {{source}}: Die Option subscriptions hat keine.",
  no_source:
    "Es gibt keine Abonnement-Quelle {{source}} in der Option subscriptions; sie hat: {{sources}}.",
  not_found:
    "Abonnement {{id}} der Quelle {{source}} wurde nicht gefunden. Was es gegeben hat, bleibt, bis seine Löschung gemeldet wird.",
}
