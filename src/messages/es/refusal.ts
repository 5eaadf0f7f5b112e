import type { TextsOf } from "../message"

export const refusal: TextsOf<"refusal"> = {
  product_not_found: "No se encontró el producto {{id}}.",
  order_not_found: "No se encontró el pedido {{id}}.",
  customer_not_found: "No se encontró el cliente {{id}}.",
  no_invitation:
    "El bot no puede invitar a nadie a ningún canal de {{server}}. En Discord: Ajustes del servidor > Roles > el rol del bot > Permisos, activa Crear invitación; si un canal lo prohíbe, permítelo allí.",
  server_not_found: "No se encontró el servidor de Discord {{id}}.",
  membership_not_found: "No se encontró el miembro {{id}}.",
  entitlement_not_found: "No se encontró el acceso {{id}}.",
  sync_run_not_found: "No se encontró el proceso {{id}}.",
  sync_run_ended: "El proceso {{id}} ya no está en curso (estado: {{status}}). No se canceló nada.",
  sync_run_not_canceled:
    "El proceso {{id}} tiene el estado “{{status}}”: solo se puede reanudar uno cancelado o fallido.",
  backfill_running:
    "Ya se están leyendo los pedidos. Espera a que termine el proceso o cancélalo primero.",
  reconcile_running:
    "Los miembros de este servidor ya se están comprobando. Espera a que termine el proceso o cancélalo primero.",
  sync_run_not_confirmable:
    "El proceso {{id}} no tiene nada que confirmar: solo se confirma la última comprobación de un servidor, si pregunta antes o es un simulacro terminado.",
  server_disconnected:
    "{{server}} está desconectado, así que allí no se puede poner al día a nadie. Primero vuelve a conectar el servidor.",
  user_unknown:
    "Discord no conoce a ningún usuario {{id}}. En Discord, activa Ajustes de usuario > Avanzado > Modo desarrollador; después haz clic derecho en el usuario y elige Copiar ID de usuario.",
  not_connected: "El cliente {{id}} no ha conectado Discord, así que no hay nada que sincronizar.",
  nothing_to_disconnect:
    "No hay ninguna cuenta de Discord conectada, así que no hay nada que desvincular.",
  messages_off:
    'La tienda no envía mensajes sobre Discord. Define notifications: { connect: { channel: "email", template: "..." } } en las opciones del plugin o copia el enlace de reclamación.',
  nothing_to_tell:
    "No hay nada que comunicar: el comprador ya ha conectado Discord o el pedido no da ningún rol.",
  nobody_to_write_to:
    "El pedido no tiene dirección de correo electrónico o su cliente fue eliminado, así que no hay a quién escribir.",
  no_customer: "No existe ningún cliente {{id}}.",
  no_variant: "No existe ninguna variante de producto {{id}}.",
  given_by_order:
    "El acceso {{id}} proviene del pedido {{order_id}}: cancélalo, devuélvelo o reembólsalo allí y el acceso cambiará en consecuencia.",
  given_by_subscription:
    "El acceso {{id}} proviene de la suscripción {{subscription_id}}: cancélala o modifícala allí y el acceso cambiará en consecuencia.",
  given_by_provider:
    "El acceso {{id}} proviene de la suscripción {{subscription_id}} de {{provider}}: cancélala o modifícala allí y el acceso cambiará en consecuencia.",
  suspended_already:
    "El acceso {{id}} ya está suspendido desde el {{date}}, motivo: {{reason}}. Para indicar otro motivo, reanúdalo primero.",
  not_suspended: "El acceso {{id}} no está suspendido, así que no hay nada que reanudar.",
  no_suspension_reason: "reason debe ser dispute, abuse u other.",
  nothing_named:
    "Indica a qué te refieres: un acceso por su ID o un origen (order, subscription, manual) con su source_id.",
  variant_of_another_product:
    "El producto {{product_id}} no tiene ninguna variante {{variant_id}}.",
  variant_named_twice: "La variante {{variant_id}} aparece dos veces.",
  role_named_twice: "La variante {{variant_id}} con el rol {{role_id}} aparece dos veces.",
  role_unknown:
    "El rol {{role_id}} no es un rol de un servidor de Discord conectado. Vuelve a leer los roles del servidor y elige de nuevo.",
  offer_times_wrong:
    "Variante {{variant_id}}: los períodos en los que se ofrece uno de sus roles se solapan, terminan antes de empezar o están en el futuro.",
  not_for_new_buyers:
    "Variante {{variant_id}}: {{fields}} cambiaría lo que tienen los compradores anteriores, pero apply_to es new_buyers. Omite {{fields}} o envía apply_to con everyone.",
  role_out_of_reach:
    "El rol {{role}} ({{role_id}}) pertenece a {{server}}, que está desconectado. Primero vuelve a conectar el servidor.",
  role_not_assignable: "Rol {{role}} ({{role_id}}): {{why}}",
  reference_taken:
    "La referencia {{reference}} ya da la variante {{variant_id}} al cliente {{customer_id}}. Primero finaliza ese acceso o usa otra referencia.",
  access_over: "El acceso {{id}} finalizó el {{date}}. En su lugar, concede un acceso nuevo.",
  end_past: "El fin {{date}} ya pasó. Para finalizar el acceso ahora, elige “Finalizar acceso”.",
  end_before_start: "El fin {{date}} no es posterior al inicio {{date_start}}.",
  too_many_customers:
    "Más de {{count}} clientes coinciden con esta búsqueda. Escribe más letras del nombre o del correo electrónico.",
  several: "{{sentences}}",
  no_channel:
    "{{server}} no tiene ningún canal al que pueda llevar una invitación. En Discord: crea un canal y vuelve a intentarlo.",
}
