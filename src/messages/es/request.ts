import type { TextsOf } from "../message"

export const request: TextsOf<"request"> = {
  title_connected: "Servidor de Discord conectado",
  title_already_connected: "El servidor de Discord ya estaba conectado",
  title_declined: "No se cambió nada",
  title_failed: "Discord no se conectó",
  title_broken_link: "Este enlace no funciona",
  title_broken_address: "Esta dirección no funciona",
  title_no_discord_link: "Esto no es un enlace de Discord",
  title_no_connect_link: "Esto no es un enlace para conectar Discord",
  title_no_claim_link: "Esto no es un enlace de reclamación",
  incomplete:
    "La dirección está incompleta. Ábrela tal como aparece en el mensaje de la tienda, o empieza de nuevo desde la tienda.",
  title_only_opened: "Esta página solo se puede abrir",
  open_instead: "Abre su dirección.",
  back_to_store: "Volver a la tienda",
  ill_formed: "La solicitud contiene un carácter NUL o algo que no es Unicode válido. Quítalo.",
  no_field: "La dirección nombra {{name}}, que no es ningún campo. Quítalo.",
  not_json: "Envía esta solicitud con Content-Type: application/json.",
  too_many_seconds: "Demasiadas solicitudes. Espera {{seconds}} segundos e inténtalo de nuevo.",
  too_many_minutes: "Demasiadas solicitudes. Espera {{minutes}} minutos e inténtalo de nuevo.",
  redirect_unknown:
    "redirect_url no es una de las redirectUrls de la tienda. Añádela a las opciones del plugin o quítala.",
  no_date: "{{field}} no es una fecha: {{value}}",
  title_no_join_link: "Este no es un enlace a un servidor",
  title_no_way_in: "No se te ha invitado",
}
