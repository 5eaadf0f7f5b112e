import type { TextsOf } from "../message"

export const doctor: TextsOf<"doctor"> = {
  application: "La aplicación de Discord",
  unasked: "No se pudo preguntar a Discord por la aplicación.",
  unasked_fix:
    "Ejecuta esto otra vez en un minuto. Si sigue igual: https://discordstatus.com, después tu cortafuegos o apiUrl.",
  servers: "Servidores de Discord",
  server: "Servidor de Discord {{name}}, como se leyó por última vez",
  no_server: "No hay ningún servidor de Discord conectado.",
  no_server_fix: "En el panel: Configuración > Discord > Añadir servidor de Discord.",
  disconnected: "Está desconectado.",
  paused: "Está en pausa.",
  parked: "Tantos miembros te esperan: {{members}}.",
  parked_fix: "En el panel: Configuración > Discord > Miembros, en los que te esperan.",
  work: "Trabajo",
  swept: "El trabajo periódico se hizo por última vez: {{date_swept}}.",
  never_swept: "El trabajo periódico aún no se ha hecho.",
  processes: "Procesos de esta tienda que funcionan ahora, sin este: {{processes}}.",
  looked: "La última vez que se miró a un miembro en Discord: {{date_looked}}.",
  never_looked: "Aún no se ha mirado a ningún miembro en Discord.",
  members:
    "Miembros: {{synced}} en orden, {{working}} en curso, {{customers}} esperan al cliente, {{admins}} esperan a un administrador.",
  options: "Opciones en vigor",
  option: "{{name}}: {{value}}",
  well: "Todo está bien.",
  warnings: "A nadie le faltan sus roles, pero mira las advertencias.",
  failures: "Algo impide que los clientes tengan sus roles.",
}
