import type { TextsOf } from "../message"

export const membership: TextsOf<"membership"> = {
  held_back:
    "Detenido: se canceló el trabajo en segundo plano al que pertenece. Reanúdalo o vuelve a comprobar a este miembro.",
  not_connected: "El cliente todavía no ha conectado Discord.",
  on_its_way: "En camino a Discord.",
  rules_pending:
    "Asignado, y Discord espera a que el miembro acepte las reglas del servidor antes de poder usarlo. Se volverá a mirar automáticamente.",
  looked_at_again:
    "{{why}} La tienda vuelve a mirar por sí sola, cada vez con menos frecuencia hasta cada seis horas, y de inmediato cuando el cliente vuelve a conectar Discord o pide una comprobación, o cuando lo reintentas.",
  stays:
    "Se queda en el servidor: tiene roles que la tienda no dio ({{roles}}). Se retira lo que dio la tienda.",
  kick_refused:
    "El miembro se queda en el servidor sin los roles de la tienda: el bot no puede expulsarlo. Le falta el permiso “Expulsar miembros” o el rol más alto del miembro no está por debajo del rol del bot.",
  withheld:
    "Un moderador quitó este rol y la configuración del servidor lo respeta. Para volver a darlo, asígnalo en Discord o cambia la configuración.",
  server_disconnected:
    "El servidor está desconectado. Vuelve a conectarlo y sus miembros se pondrán al día.",
  server_paused: "El servidor está en pausa.",
}
