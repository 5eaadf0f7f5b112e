import type { TextsOf } from "../message"

export const cart: TextsOf<"cart"> = {
  unknown: "La tienda no conoce este carrito. Vuelve a la tienda y empieza de nuevo.",
  completed:
    "Este carrito ya se ha comprado. Conecta Discord con el enlace del mensaje de la tienda, o pide uno a la tienda.",
  registered:
    "Este carrito pertenece a una cuenta de cliente de la tienda. Inicia sesión allí y después conecta Discord.",
  without_email: "Escribe primero tu correo electrónico en el carrito y después conecta Discord.",
  taken:
    "Lo que había en este carrito ya está conectado a otra cuenta de Discord. Pide a la tienda que la desconecte.",
}

export const purchase: TextsOf<"purchase"> = {
  connect_first:
    "Conecta Discord antes de comprar: lo que hay en este carrito da roles de Discord, y la tienda tiene que saber a quién.",
  banned:
    "Tu cuenta de Discord está baneada en {{server}}, así que no podrías recibir allí los roles. Pregunta a la tienda antes de comprar.",
}
