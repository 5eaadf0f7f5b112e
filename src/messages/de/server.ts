import type { TextsOf } from "../message"

export const server: TextsOf<"server"> = {
  bot_ok: "Der Bot ist auf dem Server.",
  bot_missing: "Der Bot ist nicht auf dem Server.",
  bot_fix: "Verbinden Sie den Server erneut über „Discord-Server hinzufügen“.",
  manage_roles_ok: "Der Bot darf Rollen verwalten.",
  manage_roles_missing: "Dem Bot fehlt die Berechtigung „Rollen verwalten“.",
  manage_roles_fix:
    "In Discord: Schalten Sie unter Servereinstellungen > Rollen > Rolle des Bots > Berechtigungen „Rollen verwalten“ ein.",
  create_invite_ok: "Der Bot darf Mitglieder auf den Server bringen.",
  create_invite_missing:
    "Dem Bot fehlt die Berechtigung „Einladung erstellen“, deshalb kann er Käufer nicht auf den Server bringen.",
  create_invite_fix:
    "In Discord: Schalten Sie unter Servereinstellungen > Rollen > Rolle des Bots > Berechtigungen „Einladung erstellen“ ein.",
  two_factor_ok:
    "Der Server verlangt von allen, die Rollen verwalten, Zwei-Faktor-Authentifizierung: Der Besitzer des Bots muss sie eingeschaltet lassen.",
  two_factor_missing:
    "Der Server verlangt von allen, die Rollen verwalten, Zwei-Faktor-Authentifizierung, und der Besitzer des Bots hat sie nicht eingeschaltet.",
  two_factor_fix:
    "In Discord, als Besitzer der Anwendung des Bots: Schalten Sie unter Benutzereinstellungen > Mein Account die Zwei-Faktor-Authentifizierung ein. Prüfen Sie dann erneut: Eine Rolle wird sofort versucht.",
  role_changes_refused: "Discord lehnt es ab, auf diesem Server Rollen zu ändern (Code {{code}}).",
  role_changes_fix:
    "Beheben Sie, was Discord nennt. Eine Änderung wird von selbst versucht, immer seltener; erneutes Prüfen versucht sie sofort.",
  kick_ok: "Der Bot darf Mitglieder entfernen, deren Zugang geendet hat.",
  kick_missing:
    "Dem Bot fehlt die Berechtigung „Mitglieder kicken“, deshalb kann er Mitglieder, deren Zugang geendet hat, nicht entfernen.",
  kick_fix:
    "In Discord: Schalten Sie unter Servereinstellungen > Rollen > Rolle des Bots > Berechtigungen „Mitglieder kicken“ ein. Oder lassen Sie Mitglieder ohne ihre Rollen bleiben: Einstellungen > Am Ende des Zugangs.",
  position_ok: "Der Bot kann jede Rolle vergeben, die Sie verkaufen.",
  below_every_role:
    "Die Rolle des Bots steht unter allen anderen Rollen, deshalb kann er keine davon vergeben.",
  below_every_role_fix:
    "In Discord: Ziehen Sie unter Servereinstellungen > Rollen die Rolle des Bots über die Rollen, die er vergeben soll.",
  cannot_give: "Der Bot kann {{roles}} nicht vergeben.",
  position_fix:
    "In Discord: Servereinstellungen > Rollen, ziehen Sie die Rolle des Bots über {{highest}}, die höchste von ihnen.",
  nothing_mapped: "Sie verkaufen noch keine Rolle.",
  roles_exist: "Jede Rolle, die Sie verkaufen, gibt es noch in Discord.",
  roles_deleted: "In Discord gelöscht: {{roles}}.",
  roles_deleted_fix: "Wählen Sie auf der Seite jedes Produkts, das sie gab, eine andere Rolle.",
  permissions_ok: "Keine Rolle, die Sie verkaufen, lässt Käufer den Server verwalten.",
  permissions_dangerous: "{{grants}}: Wer sie kauft, darf das nutzen.",
  permissions_fix:
    "In Discord: Schalten Sie sie unter Servereinstellungen > Rollen > {{roles}} > Berechtigungen aus.",
  screening:
    "Neue Mitglieder müssen in Discord die Regeln des Servers annehmen, bevor sie nutzen können, was sie gekauft haben.",
  screening_fix:
    "Käufer lesen das auf ihrer Seite des Shops. Um ihnen den Schritt zu ersparen, in Discord: Servereinstellungen > Onboarding und Servereinstellungen > Sicherheitseinrichtung.",
  channels_ok: "Jede Rolle, die Sie verkaufen, öffnet einen Kanal, den andere nicht sehen.",
  channel_missing: "{{role}} öffnet keinen Kanal, den @everyone nicht schon sieht.",
  channels_missing: "{{roles}} öffnen keinen Kanal, den @everyone nicht schon sieht.",
  channels_fix:
    "Soll die Rolle Kanäle öffnen, dann in Discord: Machen Sie den Kanal unter Kanal > Kanal bearbeiten > Berechtigungen zu einem privaten Kanal und fügen Sie {{roles}} hinzu.",
  test_left:
    "Ein Test hat dem Discord-Nutzer {{user_id}} {{role}} gegeben und noch nicht wieder genommen.",
  tests_left:
    "Tests haben Discord-Nutzern Rollen gegeben und noch nicht wieder genommen: {{roles}}.",
  unnamed: "Rollen warten auf den Admin.",
  notice_opened_title: "Discord: {{server}} braucht Sie",
  notice_opened:
    "{{why}} Was Kunden dort gekauft haben, wartet, bis das behoben ist. Öffnen Sie Einstellungen > Discord.",
  notice_closed_title: "Discord: {{server}} funktioniert wieder",
  notice_closed: "Was dort gewartet hat, wird jetzt erledigt.",
  notice_reconcile_asks:
    "Der Abgleich aller Mitglieder würde dort {{removed}} der {{roles}} vom Shop vergebenen Rollen entziehen. Ohne Ihre Bestätigung wird keine entzogen: Öffnen Sie unter Einstellungen > Discord den Server und sehen Sie sich die Liste an.",
}
