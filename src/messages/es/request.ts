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
  page_ask_store: "Preguntar a la tienda",
  page_claim_title: "Conecta Discord con el pedido #{{number}}",
  page_claim_text: "El pedido #{{number}} te da:",
  page_claim_note:
    "Inicias sesión en Discord y ves allí lo que permites. Quien se conecta primero tiene los roles, así que no compartas este enlace.",
  page_claim_again:
    "Si fuiste tú, inicia sesión en Discord con la misma cuenta para ver tus roles.",
  page_connect: "Conectar Discord",
  page_connect_again: "Volver a conectar Discord",
  page_try_again: "Intentar de nuevo",
  page_open_with_discord: "Iniciar sesión con Discord",
  page_check_again: "Comprobar de nuevo",
  page_disconnect: "Desconectar",
  page_cancel: "Cancelar",
  page_open_discord: "Abrir Discord",
  page_title_connected: "Estás conectado",
  page_title_disconnected: "Discord no está conectado",
  page_disconnected:
    "Has desconectado Discord. La tienda retira sus roles y ha olvidado su acceso a tu cuenta.",
  page_gone:
    "La conexión terminó, u otra cuenta de Discord ocupó su lugar. Vuelve a conectar desde la tienda o con el enlace de su mensaje.",
  page_nothing_yet: "Nada de lo que compraste da ahora un rol de Discord.",
  page_role_held: "Lo tienes",
  page_role_pending: "En camino",
  page_role_waiting: "En espera",
  page_closed_title: "Esta página está cerrada",
  page_closed:
    "Después de conectar Discord, la página sigue abierta en el mismo navegador unas horas. Para volver, abre otra vez el enlace del mensaje de la tienda o conecta Discord desde la tienda.",
  page_not_done: "No se cambió nada",
  page_open_anew:
    "Esta página es antigua. Abre de nuevo tu página de Discord y pulsa allí el botón.",
  page_disconnect_title: "¿Desconectar a {{name}}?",
  page_disconnect_customer:
    "La tienda retira los roles que te dio y olvida su acceso a tu cuenta de Discord. Lo que compraste sigue siendo tuyo: vuelve a conectar cuando quieras.",
  page_disconnect_guest:
    "La tienda retira los roles de los pedidos con esta dirección de correo. Para volver a conectar necesitas un enlace nuevo de la tienda. Lo que conectaste de otra forma sigue conectado.",
  page_roles_held: "Ahora tienes estos roles:",
  webhook_off:
    "Los eventos de webhook no están activados: pon en publicKey, en las opciones del plugin, la clave pública de la aplicación.",
  webhook_unsigned:
    "Esto no está firmado con la clave de la aplicación de Discord, así que no se ha hecho nada. Si lo envió Discord, publicKey no es la de la aplicación.",
  webhook_stale:
    "La firma está a más de cinco minutos del reloj de esta máquina, así que no se ha hecho nada. Si Discord acaba de enviarlo, pon el reloj en hora.",
}
