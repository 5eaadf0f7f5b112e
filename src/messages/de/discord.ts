import type { TextsOf } from "../message"

export const discord: TextsOf<"discord"> = {
  bot_is_out: "Der Bot ist nicht mehr auf diesem Discord-Server. Fügen Sie ihn wieder hinzu.",
  member_left: "Das Mitglied hat den Server verlassen und damit auch die Rolle nicht mehr.",
  not_in_server_any_more:
    "Nicht auf dem Discord-Server. Das Mitglied muss ihm wieder beitreten, um die Rollen zu erhalten.",
  role_gone: "Die Rolle gibt es nicht mehr.",
  role_deleted:
    "Die Rolle wurde in Discord gelöscht. Ordnen Sie der Variante eine andere Rolle zu.",
  account_gone: "Dieses Discord-Konto gibt es nicht mehr. Der Kunde muss ein anderes verbinden.",
  too_many_servers:
    "Dieses Discord-Konto ist auf so vielen Servern, wie Discord erlaubt. Der Kunde muss einen verlassen und Discord dann erneut verbinden.",
  server_full: "Der Discord-Server hat eine Grenze für Mitglieder oder Rollen erreicht.",
  unverified:
    "Discord verlangt, dass dieses Konto zuerst verifiziert wird. Der Kunde muss es in Discord verifizieren.",
  banned: "Dieses Discord-Konto ist auf dem Server gebannt.",
  user_agent_blocked:
    "Discord hat den User-Agent der Anfrage blockiert. Prüfen Sie den Proxy in apiUrl.",
  overloaded: "Discord ist überlastet.",
  forbidden: "Der Bot darf das nicht: Ihm fehlt eine Berechtigung, oder seine Rolle liegt zu tief.",
  connection_refused:
    "Discord akzeptiert die Verbindung nicht mehr. Der Kunde muss Discord erneut verbinden.",
  join_not_allowed:
    "Die Erlaubnis, Servern beizutreten, fehlt. Der Kunde muss Discord erneut verbinden und sie erteilen.",
  malformed:
    "Discord hielt die Anfrage für fehlerhaft. Bitte melden Sie das den Entwicklern des Plugins.",
  two_factor:
    "Der Server verlangt Zwei-Faktor-Authentifizierung: Schalten Sie sie für den Besitzer des Bots ein.",
  join_limit: "Discord lässt dieses Konto eine Zeit lang keinen Servern beitreten.",
  client_refused:
    "Discord kennt diese clientId mit diesem clientSecret nicht. Prüfen Sie die Optionen.",
  no_answer: "Discord hat nicht geantwortet.",
  slow_down: "Discord hat darum gebeten, langsamer zu machen.",
  token_refused:
    "Discord lehnt das Bot-Token ab. Tragen Sie das aktuelle Token in botToken ein und starten Sie neu.",
  refused_join_said:
    "Discord hat es abgelehnt, dieses Mitglied aufzunehmen ({{status}}, Code {{code}}: {{words}}).",
  refused_join:
    "Discord hat es abgelehnt, dieses Mitglied aufzunehmen ({{status}}, Code {{code}}).",
  refused_read_member_said:
    "Discord hat es abgelehnt, dieses Mitglied zu zeigen ({{status}}, Code {{code}}: {{words}}).",
  refused_read_member:
    "Discord hat es abgelehnt, dieses Mitglied zu zeigen ({{status}}, Code {{code}}).",
  refused_add_role_said:
    "Discord hat es abgelehnt, dem Mitglied diese Rolle zu geben ({{status}}, Code {{code}}: {{words}}).",
  refused_add_role:
    "Discord hat es abgelehnt, dem Mitglied diese Rolle zu geben ({{status}}, Code {{code}}).",
  refused_remove_role_said:
    "Discord hat es abgelehnt, dem Mitglied diese Rolle zu nehmen ({{status}}, Code {{code}}: {{words}}).",
  refused_remove_role:
    "Discord hat es abgelehnt, dem Mitglied diese Rolle zu nehmen ({{status}}, Code {{code}}).",
  refused_set_roles_said:
    "Discord hat es abgelehnt, die Rollen dieses Mitglieds zu ändern ({{status}}, Code {{code}}: {{words}}).",
  refused_set_roles:
    "Discord hat es abgelehnt, die Rollen dieses Mitglieds zu ändern ({{status}}, Code {{code}}).",
  refused_kick_said:
    "Discord hat es abgelehnt, dieses Mitglied vom Server zu entfernen ({{status}}, Code {{code}}: {{words}}).",
  refused_kick:
    "Discord hat es abgelehnt, dieses Mitglied vom Server zu entfernen ({{status}}, Code {{code}}).",
  refused_token_said:
    "Discord hat es abgelehnt, die Verbindung dieses Mitglieds zu erneuern ({{status}}, Code {{code}}: {{words}}).",
  refused_token:
    "Discord hat es abgelehnt, die Verbindung dieses Mitglieds zu erneuern ({{status}}, Code {{code}}).",
  refused_read_server_said:
    "Discord hat es abgelehnt, diesen Server zu zeigen ({{status}}, Code {{code}}: {{words}}).",
  refused_read_server:
    "Discord hat es abgelehnt, diesen Server zu zeigen ({{status}}, Code {{code}}).",
  refused_invite_said:
    "Discord hat es abgelehnt, eine Einladung zu erstellen ({{status}}, Code {{code}}: {{words}}).",
  refused_invite:
    "Discord hat es abgelehnt, eine Einladung zu erstellen ({{status}}, Code {{code}}).",
  not_in_server:
    "Nicht auf dem Discord-Server. Der Kunde muss Discord erneut verbinden oder dem Server beitreten.",
  create_invite_missing:
    "Dem Bot fehlt die Berechtigung „Einladung erstellen“, deshalb kann er Käufer nicht auf den Server bringen. In Discord: Schalten Sie unter Servereinstellungen > Rollen > Rolle des Bots > Berechtigungen „Einladung erstellen“ ein.",
  refused_before: "Etwas hat den Aufruf abgelehnt, bevor er Discord erreichte.",
  one_call_refused: "Discord hat einen Aufruf abgelehnt.",
  database_away:
    "Die Datenbank des Shops hat nicht geantwortet. Es wird von selbst noch einmal versucht.",
  plugin_failed: "Das Plugin ist auf einen Fehler gestoßen. Das Log von Medusa sagt, warum.",
  wait_seconds:
    "Discord nimmt im Moment keine weiteren Anfragen dieser Art an. Warten Sie {{seconds}} Sekunden, und versuchen Sie es dann noch einmal.",
  too_many_invitations:
    "Der Discord-Server hat so viele Einladungen, wie Discord erlaubt. In Discord: Servereinstellungen > Einladungen, löschen Sie einige, die niemand braucht.",
}
