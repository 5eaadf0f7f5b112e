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
  permission_missing:
    "Discord está conectado, pero no se permitió a la tienda llevarte a sus servidores. Únete tú mismo, o vuelve a conectar y permítelo.",
  discord_refused: "Discord no dejó que la tienda conectara esta cuenta. Empieza de nuevo.",
  discord_unavailable: "Discord no respondió. Vuelve a intentarlo en unos minutos.",
}
