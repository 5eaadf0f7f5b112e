import type { TextsOf } from "../message"

export const consent: TextsOf<"consent"> = {
  server_connected: "{{server}} está conectado.",
  server_already_connected: "{{server}} ya estaba conectado; se volvieron a leer sus roles.",
  link_expired: "Este enlace de Discord caducó o ya se usó. Empieza de nuevo.",
  declined: "No se permitió conectar Discord. Puedes empezar de nuevo cuando quieras.",
  other_browser:
    "Este enlace de Discord se abrió en un navegador distinto de aquel para el que se creó, así que no se cambió nada. Vuelve a la tienda, o a su mensaje, en el navegador que quieras usar, con las cookies permitidas, y conecta Discord desde allí.",
  code_refused: "Discord ya no acepta este enlace. Empieza de nuevo.",
  store_failed:
    "Algo salió mal en la tienda. Inténtalo de nuevo; si vuelve a ocurrir, díselo a la tienda.",
  account_taken:
    "Esta cuenta de Discord está conectada a otro cliente de esta tienda. Primero desvincúlala allí o conecta otra cuenta de Discord.",
  failed_code:
    "Discord no aceptó el código de este consentimiento: ya se había usado o llegó demasiado tarde. El cliente puede empezar de nuevo.",
  failed_client:
    "Discord no conoce este clientId con este clientSecret, así que nadie puede conectarse. Revisa las opciones.",
  failed_token:
    "Discord rechazó el token del propio cliente justo después del consentimiento: quitó la aplicación enseguida, o no fue Discord quien respondió. El cliente puede empezar de nuevo.",
  failed_answer: "Discord no respondió mientras un cliente se conectaba. Puede empezar de nuevo.",
  failed_refused: "Discord rechazó el consentimiento de un cliente.",
  failed_store:
    "La tienda falló mientras un cliente se conectaba. El registro del servidor dice por qué.",
  connected: "Discord está conectado.",
  order_connected: "Discord está conectado a tu pedido.",
  cart_connected: "Discord está conectado. Sigue con tu compra: tu pedido te dará sus roles.",
  permission_missing:
    "Discord está conectado, pero no se permitió a la tienda llevarte a sus servidores. Únete tú mismo, o vuelve a conectar y permítelo.",
  discord_refused: "Discord no dejó que la tienda conectara esta cuenta. Empieza de nuevo.",
  discord_unavailable: "Discord no respondió. Vuelve a intentarlo en unos minutos.",
}

export const signIn: TextsOf<"sign_in"> = {
  by_page:
    "Nadie se registra con Discord mediante un formulario. Envía el navegador a la página que indica POST /auth/customer/discord.",
  customers_only: "Solo los clientes inician sesión con Discord. Pídelo en /auth/customer/discord.",
  unlisted_page:
    "callback_url no es una de las páginas de callbackUrl, así que nadie es enviado allí. Omítelo, o añade la página a las opciones del proveedor.",
  incomplete:
    "Esto no es lo que envió Discord: state, y code o error, deben pasarse tal como llegaron. Empieza de nuevo.",
  not_a_sign_in:
    "Este no es un token de un inicio de sesión con Discord, o es demasiado antiguo. Vuelve a iniciar sesión con Discord.",
  taken:
    "Esta cuenta de Discord inicia sesión en otra cuenta de esta tienda. Inicia sesión con ella, o usa otra cuenta de Discord.",
  other_account:
    "Hay otra cuenta de Discord conectada a este cliente, y así se queda. Para cambiarlo, conecta Discord en la tienda.",
  stays_disconnected:
    "Discord se desconectó en la tienda, y así se queda. Para recibir roles, conecta Discord en la tienda.",
}
