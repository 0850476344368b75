/** What the audit log can tell, `<object>.<what happened>`. A new command adds its word here and to messages/en/audit.json. */
export const AUDIT_ACTIONS = [
  "workspace.created",
  "workspace.settings_changed",
  "workspace.rates_changed",
  "workspace.retention_changed",
  "workspace.calendar_changed",
  "member.invited",
  "member.invitation_renewed",
  "member.invitation_revoked",
  "member.joined",
  "member.role_changed",
  "member.departments_changed",
  "member.deactivated",
  "member.reactivated",
  "member.ownership_transferred",
  "department.created",
  "department.renamed",
  "department.moved",
  "department.head_changed",
  "department.archived",
  "department.restored",
  "api_key.created",
  "api_key.revoked",
  "import.started",
  "import.committed",
  "import.finished",
  "import.failed",
  "value.as_of_changed",
  "value.computed",
  "view.saved",
  "view.deleted",
  "account.signed_in",
  "account.password_changed",
  "account.password_reset",
  "account.email_verified",
  "account.totp_on",
  "account.totp_off",
  "account.recovery_codes_replaced",
  "account.recovery_code_used",
  "account.sessions_ended",
  "account.identity_linked",
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Whether `word` is an action the audit log can tell. */
export function isAuditAction(word: string): word is AuditAction {
  return AUDIT_ACTIONS.some((action) => action === word);
}
