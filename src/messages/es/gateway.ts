import type { TextsOf } from "../message"

export const gateway: TextsOf<"gateway"> = {
  listening:
    "Lo que ocurre en tus servidores de Discord se oye al momento: desde {{date_connected}}, por última vez a las {{date_heard}}, en el proceso {{process}} (workerMode {{mode}}).",
  members_unheard:
    "Lo que ocurre con los roles y los servidores se oye al momento, desde {{date_connected}}, por última vez a las {{date_heard}}, en el proceso {{process}} (workerMode {{mode}}); pero no quién entra, se va o acepta las reglas del servidor: el Server Members Intent está desactivado. Eso se ve en la próxima comprobación.",
  members_fix:
    "En el portal de desarrolladores de Discord: Bot > Privileged Gateway Intents, activa Server Members Intent y guarda. Se nota en menos de diez minutos.",
  connecting: "Se está estableciendo la conexión con el gateway de Discord.",
  nobody:
    "Ningún proceso de la tienda escucha el gateway de Discord. Lo que ocurre en Discord se ve más tarde.",
  nobody_fix:
    "Mira si está en marcha un proceso de Medusa con workerMode worker o shared. Si uno muere, otro lo sigue en segundos.",
  members_refused:
    "Discord no cuenta nada de los miembros a esta aplicación: la tienda escucha sin ellos.",
  token_refused:
    "El gateway de Discord rechaza el token del bot. Del gateway solo no depende ningún rol, del token sí.",
  token_fix:
    "En el portal de desarrolladores de Discord: Bot > Reset Token. Pon el nuevo token en botToken y reinicia Medusa.",
  too_many_sessions:
    "El bot ha iniciado tantas sesiones del gateway como Discord permite en un día. Lo que ocurre en Discord se ve más tarde.",
  too_many_fix:
    "Mira si otro programa usa el mismo token del bot o si Medusa se reinicia una y otra vez. La tienda lo vuelve a intentar por sí sola.",
  unreachable:
    "No se puede llegar al gateway de Discord. Lo que ocurre en Discord se ve más tarde.",
  unreachable_fix:
    "La tienda lo vuelve a intentar por sí sola. Si sigue así: https://discordstatus.com, y después si tu cortafuegos deja pasar conexiones WebSocket a gateway.discord.gg.",
  too_many_servers:
    "El bot está en más servidores de los que Discord cuenta a una conexión (2.500): la tienda no se entera al momento de lo que ocurre. Se ve más tarde.",
  too_many_servers_fix:
    "La tienda no divide su conexión en shards. Pon la opción gateway en false; todo lo demás funciona como antes.",
  refused:
    "El gateway de Discord rechaza la forma en que la tienda le habla (código de cierre {{code}}). Lo que ocurre en Discord se ve más tarde.",
  refused_fix:
    "Actualiza medusa-plugin-discord-roles. Si sigue en la versión más reciente, comunícalo con el código.",
}
