import type { TextsOf } from "../message"

export const gateway: TextsOf<"gateway"> = {
  listening:
    "Was auf deinen Discord-Servern geschieht, wird sofort gehört: seit {{date_connected}}, zuletzt um {{date_heard}}, von Prozess {{process}} (workerMode {{mode}}).",
  members_unheard:
    "Was mit Rollen und Servern geschieht, wird sofort gehört, seit {{date_connected}}, zuletzt um {{date_heard}}, von Prozess {{process}} (workerMode {{mode}}); aber nicht, wer beitritt, geht oder die Regeln des Servers annimmt: Der Server Members Intent ist aus. Das wird beim nächsten Blick gesehen.",
  members_fix:
    "Im Entwicklerportal von Discord: Bot > Privileged Gateway Intents, Server Members Intent einschalten und speichern. Das wird innerhalb von zehn Minuten bemerkt.",
  connecting: "Die Verbindung zum Gateway von Discord wird hergestellt.",
  nobody:
    "Kein Prozess des Shops hört auf das Gateway von Discord. Was in Discord geschieht, wird später gesehen.",
  nobody_fix:
    "Sieh nach, ob ein Prozess von Medusa mit workerMode worker oder shared läuft. Stirbt einer, folgt innerhalb von Sekunden ein anderer.",
  members_refused:
    "Discord erzählt dieser Anwendung nichts von Mitgliedern: Der Shop hört ohne sie zu.",
  token_refused:
    "Das Gateway von Discord weist das Bot-Token ab. Am Gateway allein hängen keine Rollen, am Token schon.",
  token_fix:
    "Im Entwicklerportal von Discord: Bot > Reset Token. Trage das neue Token in botToken ein und starte Medusa neu.",
  too_many_sessions:
    "Der Bot hat so viele Gateway-Sitzungen begonnen, wie Discord an einem Tag erlaubt. Was in Discord geschieht, wird später gesehen.",
  too_many_fix:
    "Sieh nach, ob ein anderes Programm dasselbe Bot-Token benutzt oder ob Medusa immer wieder neu startet. Der Shop versucht es von selbst wieder.",
  unreachable:
    "Das Gateway von Discord ist nicht erreichbar. Was in Discord geschieht, wird später gesehen.",
  unreachable_fix:
    "Der Shop versucht es von selbst wieder. Bleibt es dabei: https://discordstatus.com, dann ob deine Firewall WebSocket-Verbindungen zu gateway.discord.gg durchlässt.",
  too_many_servers:
    "Der Bot ist in mehr Servern, als Discord einer Verbindung erzählt (2.500): Der Shop erfährt nicht sofort, was geschieht. Es wird später gesehen.",
  too_many_servers_fix:
    "Der Shop teilt seine Verbindung nicht in Shards auf. Setze die Option gateway auf false; alles andere geht wie bisher.",
  refused:
    "Discords Gateway lehnt ab, wie der Shop mit ihm spricht (Close-Code {{code}}). Was in Discord geschieht, wird später gesehen.",
  refused_fix:
    "Aktualisiere medusa-plugin-discord-roles. Bleibt es in der neuesten Version so, melde es mit dem Code.",
}
