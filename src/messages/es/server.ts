import type { TextsOf } from "../message"

export const server: TextsOf<"server"> = {
  bot_ok: "El bot está en el servidor.",
  bot_missing: "El bot no está en el servidor.",
  bot_fix: "Vuelve a conectar el servidor con “Agregar servidor de Discord”.",
  manage_roles_ok: "El bot puede gestionar roles.",
  manage_roles_missing: "Al bot le falta el permiso “Gestionar roles”.",
  manage_roles_fix:
    "En Discord: en Ajustes del servidor > Roles > el rol del bot > Permisos, activa “Gestionar roles”.",
  create_invite_ok: "El bot puede añadir miembros al servidor.",
  create_invite_missing:
    "Al bot le falta el permiso “Crear invitación”, así que no puede añadir compradores al servidor.",
  create_invite_fix:
    "En Discord: en Ajustes del servidor > Roles > el rol del bot > Permisos, activa “Crear invitación”.",
  two_factor_ok:
    "El servidor exige autenticación de dos factores a quien gestiona roles: el propietario del bot debe mantenerla activada.",
  two_factor_missing:
    "El servidor exige autenticación de dos factores a quien gestiona roles, y el propietario del bot no la ha activado.",
  two_factor_fix:
    "En Discord, como propietario de la aplicación del bot: en Ajustes de usuario > Mi cuenta, activa la autenticación de dos factores. Después vuelve a comprobar: se prueba un rol enseguida.",
  role_changes_refused: "Discord se niega a cambiar roles en este servidor (código {{code}}).",
  role_changes_fix:
    "Corrige lo que Discord indica. Un cambio se prueba por sí solo, cada vez con menos frecuencia; al volver a comprobar se prueba enseguida.",
  kick_ok: "El bot puede expulsar a los miembros cuyo acceso ha finalizado.",
  kick_missing:
    "Al bot le falta el permiso “Expulsar miembros”, así que no puede expulsar a los miembros cuyo acceso ha finalizado.",
  kick_fix:
    "En Discord: en Ajustes del servidor > Roles > el rol del bot > Permisos, activa “Expulsar miembros”. O deja que los miembros se queden sin sus roles: Configuración > Al finalizar el acceso.",
  position_ok: "El bot puede asignar todos los roles que vendes.",
  below_every_role:
    "El rol del bot está por debajo de todos los demás, así que no puede asignar ninguno.",
  below_every_role_fix:
    "En Discord: en Ajustes del servidor > Roles, arrastre el rol del bot por encima de los roles que debe asignar.",
  cannot_give: "El bot no puede asignar {{roles}}.",
  position_fix:
    "En Discord: Ajustes del servidor > Roles, arrastra el rol del bot por encima de {{highest}}, el más alto de ellos.",
  nothing_mapped: "Todavía no vendes ningún rol.",
  roles_exist: "Todos los roles que vendes siguen existiendo en Discord.",
  roles_deleted: "Eliminados en Discord: {{roles}}.",
  roles_deleted_fix: "En la página de cada producto que lo daba, elige otro rol.",
  permissions_ok: "Ningún rol que vendes permite a sus compradores gestionar el servidor.",
  permissions_dangerous: "{{grants}}: quien lo compre podrá usarlo.",
  permissions_fix:
    "En Discord: desactívalos en Ajustes del servidor > Roles > {{roles}} > Permisos.",
  screening:
    "Los nuevos miembros tienen que aceptar las reglas del servidor en Discord antes de poder usar lo que compraron.",
  screening_fix:
    "Los compradores lo leen en su página de la tienda. Para ahorrarles el paso, en Discord: Ajustes del servidor > Incorporación, y Ajustes del servidor > Configuración de seguridad.",
  channels_ok: "Cada rol que vendes abre un canal que los demás no ven.",
  channel_missing: "{{role}} no abre ningún canal que @everyone no vea ya.",
  channels_missing: "{{roles}} no abren ningún canal que @everyone no vea ya.",
  channels_fix:
    "Si el rol debe abrir canales, en Discord: en el canal > Editar canal > Permisos, hazlo privado y añade {{roles}}.",
  test_left: "Una prueba dio {{role}} al usuario de Discord {{user_id}} y aún no se lo ha quitado.",
  tests_left:
    "Unas pruebas dieron roles a usuarios de Discord y aún no se los han quitado: {{roles}}.",
  unnamed: "Hay roles que esperan al administrador.",
  notice_opened_title: "Discord: {{server}} te necesita",
  notice_opened:
    "{{why}} Lo que los clientes compraron allí espera hasta que se arregle. Ve a Ajustes > Discord.",
  notice_closed_title: "Discord: {{server}} vuelve a funcionar",
  notice_closed: "Lo que esperaba allí se está haciendo ahora.",
  notice_reconcile_asks:
    "La comprobación de todos los miembros quitaría allí {{removed}} de los {{roles}} roles que la tienda ha dado. No se quita ninguno hasta que lo confirmes: abre el servidor en Configuración > Discord y mira la lista.",
}
