import type { TextsOf } from "../message"

export const customer: TextsOf<"customer"> = {
  connect: "Verbinden Sie Discord, um Ihre Rollen zu erhalten.",
  reconnect: "Verbinden Sie Discord erneut: Discord akzeptiert die Verbindung nicht mehr.",
  reconnect_and_allow:
    "Verbinden Sie Discord erneut, und erlauben Sie dem Shop, Sie zu Servern hinzuzufügen.",
  account_gone: "Das verbundene Discord-Konto gibt es nicht mehr. Verbinden Sie ein anderes.",
  join_server:
    "Sie sind nicht auf {{server}}. Treten Sie in Discord bei, oder verbinden Sie Discord erneut, dann bringt der Shop Sie hinein. Der Shop sieht von Zeit zu Zeit von selbst wieder nach, und sofort, wenn Sie darum bitten.",
  accept_rules:
    "Noch ein Schritt: Öffnen Sie {{server}} in Discord und akzeptieren Sie die Regeln.",
  leave_a_server:
    "Ihr Discord-Konto ist auf so vielen Servern, wie Discord erlaubt. Verlassen Sie einen, und verbinden Sie Discord dann erneut. Der Shop sieht von Zeit zu Zeit von selbst wieder nach, und sofort, wenn Sie darum bitten.",
  verify_account:
    "Discord verlangt, dass Sie Ihr Konto zuerst verifizieren. Tun Sie das in Discord, und verbinden Sie Discord dann erneut. Der Shop sieht von Zeit zu Zeit von selbst wieder nach, und sofort, wenn Sie darum bitten.",
  banned:
    "Ihr Discord-Konto ist von {{server}} gebannt. Fragen Sie den Shop danach. Der Shop sieht von Zeit zu Zeit von selbst wieder nach, und sofort, wenn Sie darum bitten.",
  join_limit:
    "Discord lässt Ihr Konto eine Weile keinem Server beitreten. Der Shop sieht von Zeit zu Zeit von selbst wieder nach, und sofort, wenn Sie darum bitten.",
  withheld:
    "Ein Moderator von {{server}} hat Ihnen eine Rolle entzogen. Fragen Sie den Shop danach.",
  wait: "Der Shop ist mit Ihren Rollen noch nicht fertig. Sie folgen von selbst.",
  on_hold: "Ein Teil Ihres Zugangs ist ausgesetzt. Bitte wenden Sie sich an den Shop.",
  contact_store:
    "Etwas steht im Weg, das der Shop beheben muss. Ihre Rollen folgen danach von selbst; fragen Sie den Shop, wenn es lange dauert.",
  not_invited: "Der Shop kann Sie gerade nicht zu {{server}} einladen. Fragen Sie den Shop danach.",
  no_access:
    "Nichts von dem, was Sie haben, gibt Ihnen noch eine Rolle auf diesem Discord-Server. Sehen Sie in Ihrem Konto im Shop nach.",
}
