import type { TextsOf } from "../message"

export const consent: TextsOf<"consent"> = {
  server_connected: "{{server}} ist verbunden.",
  server_already_connected: "{{server}} war bereits verbunden; die Rollen wurden erneut abgerufen.",
  link_expired:
    "Dieser Discord-Link ist abgelaufen oder wurde bereits verwendet. Bitte beginnen Sie von vorn.",
  declined: "Discord durfte nicht verbunden werden. Sie können jederzeit von vorn beginnen.",
  other_browser:
    "Dieser Discord-Link wurde in einem anderen Browser geöffnet als dem, für den er erstellt wurde; es wurde nichts geändert. Gehen Sie in dem Browser, den Sie verwenden möchten, zurück zum Shop oder zu seiner Nachricht, lassen Sie Cookies zu und verbinden Sie Discord von dort aus.",
  code_refused: "Discord akzeptiert diesen Link nicht mehr. Bitte beginnen Sie von vorn.",
  store_failed:
    "Im Shop ist etwas schiefgegangen. Bitte versuchen Sie es erneut; wenn es wieder geschieht, sagen Sie es dem Shop.",
  account_taken:
    "Dieses Discord-Konto ist mit einem anderen Kunden dieses Shops verbunden. Heben Sie zuerst dort die Verknüpfung auf, oder verbinden Sie ein anderes Discord-Konto.",
  failed_code:
    "Discord hat den Code dieser Zustimmung nicht angenommen: Er war schon verwendet oder kam zu spät. Der Kunde kann von vorn beginnen.",
  failed_client:
    "Discord kennt diese clientId mit diesem clientSecret nicht, daher kann sich niemand verbinden. Prüfen Sie die Optionen.",
  failed_token:
    "Discord hat das Token des Kunden gleich nach der Zustimmung abgelehnt: Er hat die Anwendung sofort wieder entfernt, oder es war nicht Discord, was geantwortet hat. Der Kunde kann von vorn beginnen.",
  failed_answer:
    "Discord hat nicht geantwortet, als ein Kunde sich verband. Er kann von vorn beginnen.",
  failed_refused: "Discord hat die Zustimmung eines Kunden abgelehnt.",
  failed_store:
    "Der Shop ist gescheitert, als ein Kunde sich verband. Das Protokoll des Servers sagt, warum.",
  connected: "Discord ist verbunden.",
  order_connected: "Discord ist mit Ihrer Bestellung verbunden.",
  cart_connected:
    "Discord ist verbunden. Kaufen Sie weiter ein: Ihre Bestellung gibt Ihnen ihre Rollen.",
  permission_missing:
    "Discord ist verbunden, aber der Shop darf Sie nicht auf seine Server bringen. Treten Sie selbst bei, oder verbinden Sie erneut und erlauben Sie es.",
  discord_refused:
    "Discord hat dem Shop nicht erlaubt, dieses Konto zu verbinden. Bitte beginnen Sie von vorn.",
  discord_unavailable:
    "Discord hat nicht geantwortet. Bitte versuchen Sie es in einigen Minuten erneut.",
}

export const signIn: TextsOf<"sign_in"> = {
  by_page:
    "Mit Discord registriert sich niemand über ein Formular. Schicken Sie den Browser auf die Seite, die POST /auth/customer/discord nennt.",
  customers_only:
    "Nur Kunden melden sich mit Discord an. Fragen Sie bei /auth/customer/discord an.",
  unlisted_page:
    "callback_url ist keine der Seiten in callbackUrl, also wird niemand dorthin geschickt. Lassen Sie es weg, oder führen Sie die Seite in den Optionen des Anbieters auf.",
  incomplete:
    "Das ist nicht, was Discord geschickt hat: state, und code oder error, sind weiterzugeben, wie sie kamen. Bitte beginnen Sie von vorn.",
  not_a_sign_in:
    "Das ist kein Token einer Anmeldung mit Discord, oder es ist zu alt. Melden Sie sich noch einmal mit Discord an.",
  taken:
    "Dieses Discord-Konto meldet sich bei einem anderen Konto dieses Shops an. Melden Sie sich damit an, oder nehmen Sie ein anderes Discord-Konto.",
  other_account:
    "Mit diesem Kunden ist ein anderes Discord-Konto verbunden, und das bleibt so. Um das zu ändern, verbinden Sie Discord im Shop.",
  stays_disconnected:
    "Discord wurde im Shop getrennt, und das bleibt so. Um Rollen zu erhalten, verbinden Sie Discord im Shop.",
}
