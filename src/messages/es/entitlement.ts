import type { TextsOf } from "../message"

export const entitlement: TextsOf<"entitlement"> = {
  access: "Acceso",
  still_suspended: "El acceso {{id}} está suspendido: no da ningún rol hasta que se reanude.",
  dispute: "disputa de pago",
  abuse: "abuso",
  other: "otro",
  until: "{{id}}: variante {{variant_id}} para el cliente {{customer_id}}, hasta el {{date}}",
  until_note:
    "{{id}}: variante {{variant_id}} para el cliente {{customer_id}}, hasta el {{date}} ({{note}})",
  until_undone:
    "{{id}}: variante {{variant_id}} para el cliente {{customer_id}}, hasta el {{date}} (deshecho porque falló un paso posterior)",
  endless: "{{id}}: variante {{variant_id}} para el cliente {{customer_id}}, sin fin",
  endless_note:
    "{{id}}: variante {{variant_id}} para el cliente {{customer_id}}, sin fin ({{note}})",
  endless_undone:
    "{{id}}: variante {{variant_id}} para el cliente {{customer_id}}, sin fin (deshecho porque falló un paso posterior)",
  suspension:
    "{{id}}: variante {{variant_id}} para el cliente {{customer_id}} de {{source_id}}, motivo: {{reason}}",
  suspension_note:
    "{{id}}: variante {{variant_id}} para el cliente {{customer_id}} de {{source_id}}, motivo: {{reason}} ({{note}})",
  suspension_undone:
    "{{id}}: variante {{variant_id}} para el cliente {{customer_id}} de {{source_id}}, motivo: {{reason}} (deshecho porque falló un paso posterior)",
  no_role_yet:
    "La variante {{variant_id}} todavía no da ningún rol de Discord: elige sus roles en la página del producto y este cliente los recibirá.",
  not_connected_yet:
    "El cliente {{customer_id}} aún no ha conectado Discord: los roles esperan hasta que lo haga.",
  order_not_mapped: "Nada en este pedido da un rol de Discord.",
  order_awaits_authorization:
    "Este pedido espera el pago: sus roles de Discord se dan en cuanto se autoriza el pago.",
  order_awaits_capture:
    "Este pedido espera el pago: sus roles de Discord se dan en cuanto se captura el pago.",
  order_canceled: "Este pedido se canceló antes de dar algún rol de Discord.",
  order_refunded: "Este pedido se reembolsó antes de dar algún rol de Discord.",
  order_returned: "Lo que da roles de Discord en este pedido se devolvió o se quitó de él.",
  order_ownerless:
    "Este pedido no pertenece a ningún cliente, así que nadie puede tener sus roles de Discord.",
  order_unread:
    "Este pedido da roles de Discord y todavía no se ha leído. Un pedido nuevo se lee en unos minutos; los pedidos anteriores al plugin se leen en Ajustes > Discord > Miembros.",
}
