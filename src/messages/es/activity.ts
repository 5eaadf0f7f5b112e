import type { TextsOf } from "../message"

export const activity: TextsOf<"activity"> = {
  linked_by: "Vinculado por {{actor_id}}",
  mapped: "Variantes {{variants}}",
  mapped_new_buyers: "Variantes {{variants}}, solo para nuevos compradores",
  connection_required:
    "El producto {{product_id}} solo se vende a compradores que han conectado Discord",
  connection_not_required:
    "El producto {{product_id}} también se vende a compradores que no han conectado Discord",
  connection_as_option:
    "Si los compradores del producto {{product_id}} deben conectar Discord lo dice la opción de la tienda",
  variant_deleted: "La variante fue eliminada. Quien la compró conserva el rol mientras la tenga.",
  roles_taken_back: "Se retiran los roles que asignó el plugin.",
  roles_kept: "Los miembros conservan los roles que tienen.",
  buyer_asked: "Se pidió al comprador que conectara Discord.",
  buyer_reminded: "Se recordó al comprador que conectara Discord.",
  tested: "Prueba desde la configuración de la tienda",
  tested_on: "Prueba desde la configuración de la tienda, con el usuario de Discord {{user_id}}",
  guest_orders_of:
    "Pedidos de invitado con el correo electrónico verificado del cliente {{customer_id}}",
  as_written: "{{words}}",
  app_removed:
    "El cliente quitó la aplicación en Discord. Los roles que tiene se quedan; para entrar en un servidor tiene que conectarse de nuevo.",
}

export const syncRun: TextsOf<"sync_run"> = {
  order_backfill_running:
    "Leyendo todos los pedidos, empezando por el más antiguo. Los compradores tienen prioridad.",
  role_mapping_running:
    "Poniendo al día a quienes tienen las variantes modificadas. Los compradores tienen prioridad.",
  reconcile_running: "Comparando a cada miembro en Discord con lo que compró.",
  dry_running: "Comparando a cada miembro en Discord con lo que compró. No se cambia nada.",
  reconcile_asks:
    "Esto quitaría {{removed}} de los {{roles}} roles que la tienda ha dado en este servidor. No se quita ninguno hasta que lo confirmes.",
  order_backfill_canceled:
    "Cancelado. Lo leído se conserva; los pedidos que aún no se leyeron no dan nada hasta que se reanude el proceso o les ocurra algo.",
  role_mapping_canceled:
    "Cancelado. Los miembros que aún no se procesaron conservan los roles que tienen, aunque las variantes ahora den otros. Reanuda el proceso para ponerlos al día; quien compre, se conecte o se reintente se pondrá al día de todos modos.",
  reconcile_canceled:
    "Cancelado. Lo corregido se conserva; los miembros a los que no les llegó el turno conservan lo que tienen.",
  completed: "Listo.",
  dry_completed: "Comparado. No se cambió nada.",
  failed: "Detenido por un error. Lo hecho se conserva; reanúdalo cuando la causa esté resuelta.",
  status_running: "en curso",
  status_waiting_for_admin: "a la espera de ti",
  status_completed: "completado",
  status_canceled: "cancelado",
  status_failed: "fallido",
  order_unread: "No se pudo leer el pedido.",
}
