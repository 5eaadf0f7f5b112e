import type { TextsOf } from "../message"

export const discord: TextsOf<"discord"> = {
  bot_is_out: "El bot ya no está en este servidor de Discord. Vuelve a agregarlo.",
  member_left: "El miembro salió del servidor y, con ello, dejó de tener el rol.",
  not_in_server_any_more:
    "No está en el servidor de Discord. Tiene que volver a unirse para recibir los roles.",
  role_gone: "El rol ya no existe.",
  role_deleted: "El rol se eliminó en Discord. Asocia la variante con otro rol.",
  account_gone: "Esta cuenta de Discord ya no existe. El cliente tiene que conectar otra.",
  too_many_servers:
    "Esta cuenta de Discord está en tantos servidores como permite Discord. El cliente tiene que salir de uno y volver a conectar Discord.",
  server_full: "El servidor de Discord alcanzó un límite de miembros o de roles.",
  unverified:
    "Discord pide que esta cuenta se verifique primero. El cliente tiene que verificarla en Discord.",
  banned: "Esta cuenta de Discord está baneada en el servidor.",
  user_agent_blocked: "Discord bloqueó el User-Agent de la solicitud. Revisa el proxy de apiUrl.",
  overloaded: "Discord está sobrecargado.",
  forbidden: "El bot no puede hacer esto: le falta un permiso o su rol está demasiado abajo.",
  connection_refused:
    "Discord ya no acepta la conexión. El cliente tiene que volver a conectar Discord.",
  join_not_allowed:
    "Falta el permiso para unirse a servidores. El cliente tiene que volver a conectar Discord y concederlo.",
  malformed:
    "Discord consideró que la solicitud estaba mal formada. Infórmalo a los desarrolladores del plugin.",
  two_factor:
    "El servidor exige autenticación de dos factores: actívala para el propietario del bot.",
  join_limit: "Discord impide que esta cuenta se una a servidores durante un tiempo.",
  client_refused: "Discord no conoce este clientId con este clientSecret. Revisa las opciones.",
  no_answer: "Discord no respondió.",
  slow_down: "Discord pidió ir más despacio.",
  token_refused: "Discord rechaza el token del bot. Pon el token actual en botToken y reinicia.",
  refused_join_said:
    "Discord se negó a añadir a este miembro ({{status}}, código {{code}}: {{words}}).",
  refused_join: "Discord se negó a añadir a este miembro ({{status}}, código {{code}}).",
  refused_read_member_said:
    "Discord se negó a mostrar a este miembro ({{status}}, código {{code}}: {{words}}).",
  refused_read_member: "Discord se negó a mostrar a este miembro ({{status}}, código {{code}}).",
  refused_add_role_said:
    "Discord se negó a dar este rol al miembro ({{status}}, código {{code}}: {{words}}).",
  refused_add_role: "Discord se negó a dar este rol al miembro ({{status}}, código {{code}}).",
  refused_remove_role_said:
    "Discord se negó a quitar este rol al miembro ({{status}}, código {{code}}: {{words}}).",
  refused_remove_role:
    "Discord se negó a quitar este rol al miembro ({{status}}, código {{code}}).",
  refused_set_roles_said:
    "Discord se negó a cambiar los roles de este miembro ({{status}}, código {{code}}: {{words}}).",
  refused_set_roles:
    "Discord se negó a cambiar los roles de este miembro ({{status}}, código {{code}}).",
  refused_kick_said:
    "Discord se negó a expulsar a este miembro del servidor ({{status}}, código {{code}}: {{words}}).",
  refused_kick:
    "Discord se negó a expulsar a este miembro del servidor ({{status}}, código {{code}}).",
  refused_token_said:
    "Discord se negó a renovar la conexión de este miembro ({{status}}, código {{code}}: {{words}}).",
  refused_token:
    "Discord se negó a renovar la conexión de este miembro ({{status}}, código {{code}}).",
  refused_read_server_said:
    "Discord se negó a mostrar este servidor ({{status}}, código {{code}}: {{words}}).",
  refused_read_server: "Discord se negó a mostrar este servidor ({{status}}, código {{code}}).",
  refused_invite_said:
    "Discord se negó a crear una invitación ({{status}}, código {{code}}: {{words}}).",
  refused_invite: "Discord se negó a crear una invitación ({{status}}, código {{code}}).",
  not_in_server:
    "No está en el servidor de Discord. El cliente tiene que volver a conectar Discord o unirse al servidor.",
  create_invite_missing:
    "Al bot le falta el permiso “Crear invitación”, así que no puede añadir a los compradores. En Discord: en Ajustes del servidor > Roles > el rol del bot > Permisos, activa “Crear invitación”.",
  refused_before: "Algo rechazó la llamada antes de que llegara a Discord.",
  one_call_refused: "Discord rechazó una llamada.",
  database_away: "La base de datos de la tienda no respondió. Se vuelve a intentar por sí solo.",
  plugin_failed: "El plugin falló. El registro de Medusa indica por qué.",
  wait_seconds:
    "Discord no admite más peticiones de este tipo por ahora. Espera {{seconds}} segundos y vuelve a intentarlo.",
  too_many_invitations:
    "El servidor de Discord tiene tantas invitaciones como permite Discord. En Discord: Ajustes del servidor > Invitaciones, borra algunas que nadie necesite.",
}
