import type { TextsOf } from "../message"

export const claim: TextsOf<"claim"> = {
  registered:
    "Este pedido pertenece a una cuenta de cliente de la tienda. Inicia sesión allí y conecta Discord: el enlace es para pedidos sin cuenta.",
  customer_deleted: "El cliente de este pedido fue eliminado, así que no da roles de Discord.",
  nobody: "Este pedido no pertenece a ningún cliente, así que no da roles de Discord a nadie.",
  gives_nothing:
    "Este pedido no da roles de Discord: aún no está pagado, se canceló o se devolvió, o no contiene nada que dé roles.",
  tampered:
    "Este enlace no es de la tienda o está cortado. Ábrelo tal como aparece en el mensaje de la tienda o pide uno nuevo a la tienda.",
  unknown: "La tienda ya no conoce este enlace. Pide uno nuevo a la tienda.",
  expired:
    "Este enlace caducó o lo sustituyó uno más nuevo. Abre el mensaje más reciente de la tienda o pide un enlace nuevo.",
  used: "Este enlace ya se usó. Si no fuiste tú, o quieres volver a conectar, pide un enlace nuevo a la tienda.",
  taken:
    "Los pedidos con esta dirección de correo ya están conectados a otra cuenta de Discord. Inicia sesión en Discord con esa cuenta o pide a la tienda que la desvincule.",
  handed_over:
    "Este pedido ya pertenece a otra persona. Si es tuyo, pide un enlace nuevo a la tienda.",
}
