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
