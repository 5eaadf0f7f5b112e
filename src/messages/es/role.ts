import type { TextsOf } from "../message"

export const role: TextsOf<"role"> = {
  everyone: "Todos los miembros tienen ya @everyone. Elige otro rol.",
  managed:
    "Discord gestiona el rol {{role}} por su cuenta (pertenece a un bot, a una integración o a las mejoras del servidor). Elige otro rol.",
  manage_roles_missing:
    "Al bot le falta el permiso “Gestionar roles”. En Discord: en Ajustes del servidor > Roles > el rol del bot > Permisos, activa “Gestionar roles”.",
  above_bot:
    "El rol del bot está demasiado abajo para asignar {{role}}. En Discord: en Ajustes del servidor > Roles, arrastra el rol del bot por encima de {{role}}.",
  deleted: "El rol {{role}} se eliminó en Discord. Elige otro rol.",
  dangerous: "{{role}} tiene {{permissions}}",
  dangerous_refused:
    "{{grants}}: quien lo tenga podrá usarlo. Para elegirlo de todos modos, envía accept_dangerous_permissions: true.",
  administrator: "Administrador",
  manage_server: "Gestionar servidor",
  manage_roles: "Gestionar roles",
  manage_channels: "Gestionar canales",
  manage_webhooks: "Gestionar webhooks",
  ban_members: "Banear miembros",
  kick_members: "Expulsar miembros",
  timeout_members: "Aislar temporalmente a miembros",
  manage_messages: "Gestionar mensajes",
}

export const roleTest: TextsOf<"role_test"> = {
  role_gone: "Este rol ya no existe en el servidor.",
  choose_role: "Elige otro rol.",
  can_give: "El bot puede asignar {{role}}.",
  busy: "La tienda está cambiando los roles de este miembro en este momento.",
  again: "Repite la prueba dentro de un minuto.",
  not_in_server: "Este usuario de Discord no está en el servidor.",
  choose_member: "Elige a alguien que esté en el servidor.",
  bought: "Este miembro ha comprado un acceso que da {{role}}; una prueba se lo quitaría.",
  held: "Este miembro ya tiene {{role}}; una prueba se lo quitaría.",
  choose_other: "Elige otro miembro u otro rol.",
  ready: "El miembro está en el servidor y todavía no tiene {{role}}.",
  given: "Discord asignó {{role}} al miembro.",
  taken: "Discord le quitó {{role}} al miembro.",
  holds: "El miembro tiene ahora {{role}}.",
  holds_not: "El miembro no tiene ahora {{role}}.",
  changed_elsewhere: "Otra persona u otro bot cambia este rol: revísalo allí.",
  run_checks: "Vuelve a comprobar la salud de este servidor: allí se indica qué corregir.",
  goes_on:
    "La tienda sigue intentándolo sola, hasta que Discord lo confirme. Si no lo consigue, quita el rol en Discord.",
}
