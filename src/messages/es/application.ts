import type { TextsOf } from "../message"

export const application: TextsOf<"application"> = {
  token_ok: "Discord acepta el token del bot.",
  token_refused: "Discord rechaza el token del bot.",
  token_fix:
    "En el portal de desarrolladores de Discord: Bot > Reset Token. Pon el nuevo token en botToken y reinicia Medusa.",
  secret_ok: "Discord acepta el secreto de cliente.",
  secret_refused: "Discord rechaza el secreto de cliente.",
  secret_fix:
    "En el portal de desarrolladores de Discord: OAuth2 > Reset Secret. Pon el nuevo secreto en clientSecret y reinicia Medusa.",
  client_ok: "El ID de cliente y el bot pertenecen a la misma aplicación.",
  client_other: "El ID de cliente y el token del bot pertenecen a aplicaciones distintas.",
  client_fix:
    "La aplicación del bot tiene el ID {{bot_id}}. Ponlo en clientId, con el secreto de cliente de la misma aplicación, o usa el token del bot de {{client_id}}.",
  redirect_ok: "Discord conoce la URI de redirección.",
  redirect_unknown:
    "Discord no conoce la URI de redirección, así que nadie podría volver desde su página de autorización.",
  redirect_fix:
    "En el portal de desarrolladores de Discord: en OAuth2 > Redirects > Add Redirect, ingresa {{redirect_uri}} y guarda.",
  sign_in_ok: "Discord conoce la página en la que termina el inicio de sesión.",
  sign_in_unknown:
    "Discord no conoce la página en la que termina el inicio de sesión, así que nadie puede iniciar sesión con Discord.",
  sign_in_fix:
    "En el portal de desarrolladores de Discord: en OAuth2 > Redirects > Add Redirect, ingresa {{redirect_uris}} y guarda.",
  key_ok: "La clave pública es la de la aplicación.",
  key_other:
    "La clave pública no es la de la aplicación, así que se rechazarían los eventos de webhook de Discord.",
  key_fix:
    "En el portal de desarrolladores de Discord: General Information > Public Key. Cópiala en publicKey y reinicia Medusa.",
  events_ok: "Discord avisa a la tienda de quién quita la aplicación.",
  events_off:
    "Discord no avisa a la tienda de quién quita la aplicación, aunque publicKey está puesta.",
  events_fix:
    "En el portal de desarrolladores de Discord: Webhooks, pon {{webhook_url}} en Endpoint URL, activa Events, elige Application Deauthorized y guarda.",
  sweep_silent:
    "Hace cinco minutos que nadie revisa: nadie atiende los eventos perdidos ni los accesos que terminan.",
  sweep_fix:
    "Comprueba si está en marcha un proceso de Medusa con workerMode worker o shared, y qué dice su registro de sweep-discord.",
  chores_stuck: "Hay trabajo regular de la tienda que empieza y no llega a su fin: {{chores}}.",
  chores_fix:
    "Mira qué dice de ello el registro de los procesos con workerMode worker o shared. Si se queda parado en algo de la tienda, como un proveedor de notificaciones que no responde, arréglalo y reinícialos.",
  others_refused:
    "Discord rechaza el token del bot de esta cantidad de otros procesos de la tienda, que por eso no hacen nada: {{processes}}.",
  others_fix:
    "Mira el botToken de cada proceso, primero de los que tienen workerMode worker: pon el token que Discord acepta y reinícialos.",
  locks_own:
    "{{processes}} procesos de esta tienda trabajan con una base de datos, y los bloqueos de Medusa están en la memoria de cada uno: no obligan a los demás, así que Medusa puede hacer algo dos veces a la vez.",
  locks_fix:
    "En medusa-config.ts, da a @medusajs/medusa/locking un proveedor que compartan todos los procesos: @medusajs/medusa/locking-redis o @medusajs/medusa/locking-postgres. El trabajo del plugin no se hace dos veces: se reparte en la base de datos.",
  index_missing:
    "Hay tablas de Medusa que han crecido, y ningún índice lleva a lo que ha cambiado en ellas: de los cambios que ningún evento contó, todos salvo los pedidos, pagos y reembolsos nuevos se encuentran una vez por hora, ya no cada minuto.",
  index_fix:
    "Ejecuta en la base de datos de la tienda, cada instrucción por separado; la tienda sigue en marcha: {{statements}}",
  unasked_fix:
    "Vuelve a mirar dentro de un minuto. Si sigue: https://discordstatus.com, y después tu cortafuegos o apiUrl.",
  address_barred:
    "La protección de Discord rechaza la dirección de esta máquina, así que ahora no se puede consultar nada.",
  address_fix:
    "Pasa por sí solo en minutos o una hora, y entonces se hace todo lo pendiente. Si se repite, mira quién más llama a Discord desde esta dirección.",
  seals_lost:
    "Ninguna clave de cifrado abre los tokens de Discord de este número de clientes: {{customers}}. Deben conectar Discord de nuevo antes de poder entrar en un servidor.",
  seals_lost_fix:
    "Vuelve a poner en encryptionKey la clave que se quitó, detrás de la más reciente. Si se perdió, pide a estos clientes que se conecten de nuevo.",
  seals_older:
    "Una clave de cifrado anterior aún sella los tokens de Discord de este número de clientes: {{customers}}.",
  seals_older_fix:
    "Conserva la clave anterior en encryptionKey hasta que este aviso desaparezca: se vuelven a sellar en el plazo de una hora. Si el número no baja, mira qué dice el registro de encryption keys.",
}

export const doctor: TextsOf<"doctor"> = {
  application: "La aplicación de Discord",
  unable: "El doctor no pudo mirar",
  tables_missing: "Faltan tablas del plugin, o son más antiguas que esta versión.",
  tables_fix:
    "Ejecuta esto en la carpeta de la tienda y vuelve a iniciar Medusa: npx medusa db:migrate",
  failed: "Esto lo impidió: {{reason}}",
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
