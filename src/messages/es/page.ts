import type { TextsOf } from "../message"

export const page: TextsOf<"page"> = {
  ask_store: "Preguntar a la tienda",
  claim_title: "Conecta Discord con el pedido #{{number}}",
  claim_text: "El pedido #{{number}} te da:",
  claim_note:
    "Inicias sesión en Discord y ves allí lo que permites. Quien se conecta primero tiene los roles, así que no compartas este enlace.",
  claim_again: "Si fuiste tú, inicia sesión en Discord con la misma cuenta para ver tus roles.",
  connect: "Conectar Discord",
  connect_again: "Volver a conectar Discord",
  try_again: "Intentar de nuevo",
  open_with_discord: "Iniciar sesión con Discord",
  check_again: "Comprobar de nuevo",
  disconnect: "Desconectar",
  cancel: "Cancelar",
  open_discord: "Abrir Discord",
  title_connected: "Estás conectado",
  title_disconnected: "Discord no está conectado",
  disconnected:
    "Has desconectado Discord. La tienda retira sus roles y ha olvidado su acceso a tu cuenta.",
  gone: "La conexión terminó, u otra cuenta de Discord ocupó su lugar. Vuelve a conectar desde la tienda o con el enlace de su mensaje.",
  nothing_yet: "Nada de lo que compraste da ahora un rol de Discord.",
  role_held: "Lo tienes",
  role_pending: "En camino",
  role_waiting: "En espera",
  closed_title: "Esta página está cerrada",
  closed:
    "Después de conectar Discord, la página sigue abierta en el mismo navegador unas horas. Para volver, abre otra vez el enlace del mensaje de la tienda o conecta Discord desde la tienda.",
  not_done: "No se cambió nada",
  open_anew: "Esta página es antigua. Abre de nuevo tu página de Discord y pulsa allí el botón.",
  disconnect_title: "¿Desconectar a {{name}}?",
  disconnect_customer:
    "La tienda retira los roles que te dio y olvida su acceso a tu cuenta de Discord. Lo que compraste sigue siendo tuyo: vuelve a conectar cuando quieras.",
  disconnect_guest:
    "La tienda retira los roles de los pedidos con esta dirección de correo. Para volver a conectar necesitas un enlace nuevo de la tienda. Lo que conectaste de otra forma sigue conectado.",
  roles_held: "Ahora tienes estos roles:",
}
