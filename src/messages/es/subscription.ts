import type { TextsOf } from "../message"

export const subscription: TextsOf<"subscription"> = {
  missing:
    "Fuente de suscripciones {{source}}: {{field}} no está en “{{path}}” de la entidad {{entity}}. Corrige la ruta en la opción subscriptions o completa el registro.",
  several_values:
    "Fuente de suscripciones {{source}}: {{field}} en “{{path}}” da varios valores, y se espera uno.",
  no_date: "Fuente de suscripciones {{source}}: {{field}} en “{{path}}” no es una fecha.",
  status_unknown:
    "Fuente de suscripciones {{source}}: nada indica qué significa el estado “{{status}}”. Añádelo a statuses: grant, grace, suspend o end.",
  wrong_answer: "Fuente de suscripciones {{source}}: read() dio {{path}}: {{why}}",
  entity_unreadable:
    "Fuente de suscripciones {{source}}: no se puede leer la entidad {{entity}} ({{why}}). Corrige entity en la opción subscriptions o añade el módulo a medusa-config.ts.",
  unreadable: "No se puede leer la fuente de suscripciones {{source}}: {{why}}",
  orders_unreadable: "No se pueden leer los pedidos: {{why}}. Se reintenta cada minuto.",
  order_failed: "No se pudo leer el pedido {{id}}: {{why}}. Se reintenta cada minuto.",
  no_sources:
    "No hay ninguna fuente de suscripciones {{source}}: la opción subscriptions no tiene ninguna.",
  no_source:
    "No hay ninguna fuente de suscripciones {{source}} en la opción subscriptions, que tiene: {{sources}}.",
  not_found:
    "No se encontró la suscripción {{id}} de la fuente {{source}}. Lo que dio permanece hasta que se comunique que se eliminó.",
}
