import type { TextsOf } from "../message"

export const customer: TextsOf<"customer"> = {
  connect: "Conecta Discord para recibir tus roles.",
  reconnect: "Vuelve a conectar Discord: Discord ya no acepta la conexión.",
  reconnect_and_allow: "Vuelve a conectar Discord y permite que la tienda te añada a servidores.",
  account_gone: "La cuenta de Discord que conectaste ya no existe. Conecta otra.",
  join_server:
    "No estás en {{server}}. Únete en Discord, o vuelve a conectar Discord y la tienda te llevará. La tienda vuelve a mirar por sí sola de vez en cuando, y de inmediato cuando se lo pides.",
  accept_rules: "Queda un paso: abre {{server}} en Discord y acepta sus reglas.",
  leave_a_server:
    "Tu cuenta de Discord está en tantos servidores como permite Discord. Sal de uno y vuelve a conectar Discord. La tienda vuelve a mirar por sí sola de vez en cuando, y de inmediato cuando se lo pides.",
  verify_account:
    "Discord te pide que primero verifiques tu cuenta. Hazlo en Discord y vuelve a conectar Discord. La tienda vuelve a mirar por sí sola de vez en cuando, y de inmediato cuando se lo pides.",
  banned:
    "Tu cuenta de Discord está baneada en {{server}}. Pregunta a la tienda. La tienda vuelve a mirar por sí sola de vez en cuando, y de inmediato cuando se lo pides.",
  join_limit:
    "Discord no deja que tu cuenta se una a servidores durante un tiempo. La tienda vuelve a mirar por sí sola de vez en cuando, y de inmediato cuando se lo pides.",
  withheld: "Un moderador de {{server}} te quitó un rol. Pregunta a la tienda.",
  wait: "La tienda aún no ha terminado con tus roles. Llegarán por sí solos.",
  on_hold: "Parte de tu acceso está en pausa. Ponte en contacto con la tienda.",
  contact_store:
    "Hay algo que la tienda tiene que arreglar. Tus roles llegarán por sí solos después; pregunta a la tienda si tarda mucho.",
  not_invited: "La tienda no puede invitarte a {{server}} en este momento. Pregunta a la tienda.",
  no_access:
    "Nada de lo que tienes te da ya un rol en este servidor de Discord. Mira tu cuenta en la tienda.",
}
