import type { TextsOf } from "../message"

export const role: TextsOf<"role"> = {
  everyone: "@everyone hat jedes Mitglied bereits. Wählen Sie eine andere Rolle.",
  managed:
    "Discord verwaltet die Rolle {{role}} selbst (sie gehört einem Bot, einer Integration oder den Server-Boosts). Wählen Sie eine andere Rolle.",
  manage_roles_missing:
    "Dem Bot fehlt die Berechtigung „Rollen verwalten“. In Discord: Schalten Sie unter Servereinstellungen > Rollen > Rolle des Bots > Berechtigungen „Rollen verwalten“ ein.",
  above_bot:
    "Die Rolle des Bots liegt zu tief, um {{role}} zu vergeben. In Discord: Ziehen Sie unter Servereinstellungen > Rollen die Rolle des Bots über {{role}}.",
  deleted: "Die Rolle {{role}} wurde in Discord gelöscht. Wählen Sie eine andere Rolle.",
  dangerous: "{{role}} hat {{permissions}}",
  dangerous_refused:
    "{{grants}}: Wer sie hat, darf das nutzen. Um sie dennoch zu wählen, senden Sie accept_dangerous_permissions: true.",
  administrator: "Administrator",
  manage_server: "Server verwalten",
  manage_roles: "Rollen verwalten",
  manage_channels: "Kanäle verwalten",
  manage_webhooks: "Webhooks verwalten",
  ban_members: "Mitglieder bannen",
  kick_members: "Mitglieder kicken",
  timeout_members: "Mitglieder in Timeout versetzen",
  manage_messages: "Nachrichten verwalten",
}

export const roleTest: TextsOf<"role_test"> = {
  role_gone: "Diese Rolle gibt es auf dem Server nicht mehr.",
  choose_role: "Wählen Sie eine andere Rolle.",
  can_give: "Der Bot kann {{role}} vergeben.",
  busy: "Der Shop ändert gerade die Rollen dieses Mitglieds.",
  again: "Wiederholen Sie den Test in einer Minute.",
  not_in_server: "Dieser Discord-Nutzer ist nicht auf dem Server.",
  choose_member: "Wählen Sie jemanden, der auf dem Server ist.",
  bought:
    "Dieses Mitglied hat einen Zugang gekauft, der {{role}} gibt; ein Test würde die Rolle entziehen.",
  held: "Dieses Mitglied hat {{role}} bereits; ein Test würde die Rolle entziehen.",
  choose_other: "Wählen Sie ein anderes Mitglied oder eine andere Rolle.",
  ready: "Das Mitglied ist auf dem Server und hat {{role}} noch nicht.",
  given: "Discord hat dem Mitglied {{role}} gegeben.",
  taken: "Discord hat dem Mitglied {{role}} entzogen.",
  holds: "Das Mitglied hat {{role}} jetzt.",
  holds_not: "Das Mitglied hat {{role}} jetzt nicht.",
  changed_elsewhere: "Jemand anderes oder ein anderer Bot ändert diese Rolle: Sehen Sie dort nach.",
  run_checks: "Prüfen Sie den Zustand dieses Servers erneut: Dort steht, was zu beheben ist.",
  goes_on:
    "Der Shop versucht es von selbst weiter, bis Discord es bestätigt. Gelingt es ihm nicht, nehmen Sie die Rolle in Discord weg.",
}
