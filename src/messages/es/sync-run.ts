import type { TextsOf } from "../message"

export const syncRun: TextsOf<"sync_run"> = {
  order_backfill_running:
    "Leyendo todos los pedidos, empezando por el más antiguo. Los compradores tienen prioridad.",
  role_mapping_running:
    "Poniendo al día a quienes tienen las variantes modificadas. Los compradores tienen prioridad.",
  reconcile_running: "Comparando a cada miembro en Discord con lo que compró.",
  order_backfill_canceled:
    "Cancelado. Lo leído se conserva; los pedidos que aún no se leyeron no dan nada hasta que se reanude el proceso o les ocurra algo.",
  role_mapping_canceled:
    "Cancelado. Los miembros que aún no se procesaron conservan los roles que tienen, aunque las variantes ahora den otros. Reanuda el proceso para ponerlos al día; quien compre, se conecte o se reintente se pondrá al día de todos modos.",
  reconcile_canceled: "Cancelado. Lo que se comparó queda como se corrigió.",
  completed: "Listo.",
  failed: "Detenido por un error. Lo hecho se conserva; reanúdalo cuando la causa esté resuelta.",
  status_running: "en curso",
  status_completed: "completado",
  status_canceled: "cancelado",
  status_failed: "fallido",
  order_unread: "No se pudo leer el pedido.",
}
