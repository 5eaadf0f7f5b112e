import type { TextsOf } from "../message"

export const purchase: TextsOf<"purchase"> = {
  connect_first:
    "Conecta Discord antes de comprar: lo que hay en este carrito da roles de Discord, y la tienda tiene que saber a quién.",
  banned:
    "Tu cuenta de Discord está baneada en {{server}}, así que no podrías recibir allí los roles. Pregunta a la tienda antes de comprar.",
}
