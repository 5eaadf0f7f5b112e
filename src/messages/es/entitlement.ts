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
  only_others_get:
    "La variante {{variant}} da sus roles de Discord solo por compras de otro momento, así que este acceso no da ninguno: elige en la página del producto lo que reciben los compradores nuevos.",
  only_in_disconnected:
    "La variante {{variant}} solo da roles en servidores desconectados ({{servers}}), así que este acceso no da ninguno por ahora: vuelve a conectarlos.",
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

export const customerImport: TextsOf<"import"> = {
  too_large:
    "El archivo tiene {{bytes}} bytes y una importación admite {{max}} como máximo. Impórtalo en varias partes, cada una con el encabezado.",
  too_many_rows:
    "El archivo tiene {{rows}} filas y una importación admite {{max}} como máximo. Impórtalo en varias partes, cada una con el encabezado.",
  empty: "El archivo no tiene filas debajo del encabezado.",
  offset_beyond:
    "Hay que saltar {{offset}} filas y el archivo solo tiene {{rows}}. Envía el archivo con el que empezó la importación o empieza de nuevo con offset 0.",
  blank_first_line:
    "La primera línea está vacía. Debe nombrar las columnas: email o customer_id, y lo que piden las filas, como variant_id.",
  unreadable:
    "El archivo no es un CSV a partir de la línea {{line}}: hay unas comillas donde no puede haberlas o faltan unas.",
  unknown_columns:
    "La primera línea nombra columnas que una importación no conoce: {{columns}}. Conoce {{known}}.",
  column_twice: "La primera línea nombra una columna dos veces: {{columns}}.",
  no_customer_column: "La primera línea no nombra ni la columna email ni la columna customer_id.",
  no_purpose_column:
    "La primera línea no nombra ninguna de las columnas variant_id, sku y discord_user_id.",
  too_many_cells: "La fila tiene más celdas que columnas el archivo.",
  no_customer_named: "La fila no nombra a ningún cliente: rellena email o customer_id.",
  nothing_asked: "La fila no pide nada: rellena variant_id, sku o discord_user_id.",
  no_variant_named:
    "La fila rellena {{columns}} y no nombra ninguna variante: rellena variant_id o sku, o quita esos datos.",
  no_date:
    "{{column}} no es una fecha: {{value}}. Escríbela como 2027-12-31, o con hora y zona como 2027-12-31T18:00:00Z.",
  reference_reserved:
    "reference empieza por {{prefix}}, que está reservado para accesos dados sin referencia. Escribe otra o déjala vacía.",
  text_too_long: "{{column}} tiene más de {{max}} caracteres.",
  no_discord_user_id:
    "discord_user_id no es un ID de usuario de Discord, que es un número de 17 a 20 cifras: {{value}}. En una hoja de cálculo, da formato de texto a la columna antes de pegar los ID.",
  no_customer_with_email: "No existe ningún cliente con la dirección de correo {{email}}.",
  customer_ambiguous:
    "Varios clientes tienen la dirección de correo {{email}}: nombra a uno por su customer_id.",
  customer_differs: "El cliente {{id}} no tiene la dirección de correo {{email}}.",
  no_variant_with_sku: "No existe ninguna variante de producto con el SKU {{sku}}.",
  variant_differs: "La variante de producto {{id}} no tiene el SKU {{sku}}.",
  variant_without_roles:
    "La variante {{variant}} no da ningún rol de Discord: primero elige sus roles en la página del producto.",
  access_twice: "La fila {{row}} ya pide el mismo acceso.",
  customer_twice: "La fila {{row}} ya vincula a este cliente con otro usuario de Discord.",
  user_twice: "La fila {{row}} ya vincula este usuario de Discord con otro cliente.",
  connected_otherwise:
    "El cliente está conectado con otro usuario de Discord, {{name}} ({{id}}). Primero desvincúlalo en la página del cliente.",
  not_connected_yet: "El cliente aún no ha conectado Discord: los roles esperan hasta que lo haga.",
  suspended: "El acceso está suspendido: no da ningún rol hasta que se reanude.",
  failed:
    "La fila no se ejecutó porque algo falló en la tienda; su registro dice qué. Impórtala de nuevo.",
}
