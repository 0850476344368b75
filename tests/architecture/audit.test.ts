import { describe, expect, it } from "vitest";
import { AUDIT_ACTIONS } from "#lib/audit/actions.ts";
import messages from "#lib/format/messages/en/audit.json";
import { filesUnder, readSource } from "#tests/support/source-files.ts";

/** Writes the event, in the transaction it is given. */
const RECORDS =
  /\b(?:recordEvent|recordOperatorEvent|recordOperatorAccountEvent|recordAccountEvent|confirmEmail|recordMembership|writeMembership|changeSettings)\(/;

/** Commands whose event another writes, and which. */
const TOLD_BY_ANOTHER: Readonly<Record<string, string>> = {
  "lib/accounts/commands/ask-password-reset.ts":
    "nothing is changed until the link is used: reset-password tells",
  "lib/accounts/commands/cancel-two-step.ts": "it forgets a secret that never counted",
  "lib/accounts/commands/check-both.ts": "it asks and changes nothing",
  "lib/accounts/commands/check-code.ts": "it asks; who lets in or switches off tells",
  "lib/accounts/commands/finish-sign-in.ts": "check-recovery-code and open-browser-session tell",
  "lib/accounts/commands/make-workspace.ts":
    "create_workspace of the database writes workspace.created",
  "lib/accounts/commands/save-profile.ts": "a matter of taste: no workspace’s log needs it",
  "lib/accounts/commands/send-verification.ts":
    "nothing is changed until the link is used: verify-email tells",
  "lib/accounts/commands/sign-up.ts": "make-workspace, which it calls",
  "lib/accounts/commands/start-two-step.ts": "the secret counts once confirm-two-step tells",
  "lib/accounts/commands/tell-password-changed.ts": "it writes a letter about an event",
  "lib/api/commands/answer-once.ts": "the command whose answer it keeps",
  "lib/audit/commands/record-event.ts": "it is what writes events",
  "lib/bulk/commands/lock-ledger-rows.ts": "it holds rows still and changes nothing",
  "lib/bulk/commands/lock-numbers.ts": "it holds rows still and changes nothing",
  "lib/bulk/commands/named-customers.ts": "the event of the import that calls it",
  "lib/bulk/commands/names.ts": "the event of the import that calls it",
  "lib/bulk/commands/take-back-rows.ts": "the event of the undo that calls it",
  "lib/bulk/commands/write-rows.ts": "the event of the import that calls it",
  "lib/clv-runs/commands/compute-in-thread.ts": "it computes and changes nothing",
  "lib/clv-runs/commands/compute-thread.ts": "it computes and changes nothing",
  "lib/clv-runs/commands/drop-scores.ts": "stop-run, whose run it clears",
  "lib/clv-runs/commands/start-nightly-runs.ts": "start-run, which it calls",
  "lib/clv-runs/commands/thin-runs.ts":
    "the daily clean-up: what a run has found stays as it was told",
  "lib/clv-runs/commands/report-progress.ts": "how far a run is, of which its end tells",
  "lib/clv-runs/commands/watch-run.ts": "it asks and changes nothing",
  "lib/clv-runs/commands/write-scores.ts": "run-attempt, when the run has ended",
  "lib/segments/commands/keep-rule.ts": "create- and change-segment, which call it",
  "lib/segments/commands/keep-targeting.ts": "write-target and set-weights, which call it",
  "lib/segments/commands/require-free-rank.ts": "it asks and changes nothing",
  "lib/segments/commands/restore-weights.ts": "set-weights, which it calls",
  "lib/customers/commands/clear-free-text.ts": "the event of the erasure that calls it",
  "lib/customers/commands/ledger-consents.ts": "the merge or unmerge that calls it",
  "lib/customers/commands/lock-customers.ts": "it holds rows still and changes nothing",
  "lib/customers/commands/settle-lists.ts": "the merge or unmerge that calls it",
  "lib/customers/commands/move-rows.ts": "the merge or unmerge that calls it",
  "lib/customers/commands/put-customers.ts": "the event of the request that calls it",
  "lib/customers/commands/store-duplicates.ts": "profile-customers, which calls it",
  "lib/customers/commands/write-consents.ts": "the event of the import that calls it",
  "lib/customers/commands/write-values.ts": "the merge or unmerge that calls it",
  "lib/customers/commands/take-numbers.ts": "the event of the import or the request that calls it",
  "lib/customers/commands/upsert-customers.ts": "the event of the import that calls it",
  "lib/customers/commands/undo-customers.ts": "the event of the undo that calls it",
  "lib/defection/commands/assign-cases.ts": "open-case and change-case, which it calls",
  "lib/defection/commands/lock-case.ts": "it holds a row still and changes nothing",
  "lib/deleted/commands/forget-deleted.ts": "the daily clean-up, or the event of the erasure",
  "lib/deleted/commands/keep-deleted.ts": "the event of the deletion that calls it",
  "lib/deleted/commands/lock-deleted.ts": "it holds others off and changes nothing",
  "lib/deleted/commands/put-back.ts": "the event of the command that brings it back",
  "lib/deleted/commands/require-segment-of.ts": "it holds a row still and changes nothing",
  "lib/deleted/commands/take-deleted.ts": "it holds a row still and changes nothing",
  "lib/departments/commands/change-department.ts":
    "those of rename, move, archive and restore, which it calls",
  "lib/departments/commands/lock-departments.ts": "it holds rows still and changes nothing",
  "lib/departments/commands/put-department.ts": "create- and change-department, which it calls",
  "lib/evidence/commands/clear-excerpts.ts": "the event of the erasure that calls it",
  "lib/evidence/commands/find-subject.ts": "it asks and changes nothing",
  "lib/evidence/commands/forget-files.ts": "the daily clean-up: nobody did it",
  "lib/evidence/commands/require-past.ts": "it asks and changes nothing",
  "lib/evidence/commands/source-day.ts": "it asks and changes nothing",
  "lib/experience/commands/lock-stages.ts": "what is done to the stages it holds still",
  "lib/interviews/commands/cut-evidence.ts": "link-evidence, which it calls",
  "lib/interviews/commands/find-customer.ts": "it asks and changes nothing",
  "lib/interviews/commands/lock-interview.ts": "it holds a row still and changes nothing",
  "lib/personae/commands/check-choices.ts": "it asks and changes nothing",
  "lib/personae/commands/lock-claim.ts": "it holds rows still and changes nothing",
  "lib/personae/commands/lock-persona.ts": "it holds a row still and changes nothing",
  "lib/personae/commands/put-claim.ts": "change- and remove-claim, which it calls",
  "lib/personae/commands/put-persona.ts":
    "create-, change-, archive- and restore-persona, which it calls",
  "lib/imports/commands/adopt-mapping.ts": "set-fetch, which calls it",
  "lib/imports/commands/choose-row-sources.ts": "ensure-source tells of a new one",
  "lib/imports/commands/choose-source.ts": "ensure-source tells of a new one",
  "lib/imports/commands/merge-chunk.ts": "the event of its import: none per chunk or row",
  "lib/imports/commands/prepare-chunk.ts": "the event of its import",
  "lib/imports/commands/record-reading.ts": "the event of its import",
  "lib/imports/commands/remember-file.ts": "the event of the import whose mapping it keeps",
  "lib/imports/commands/remember-mapping.ts": "the event of the import whose mapping it keeps",
  "lib/imports/commands/revise-import.ts": "start-import, which it calls",
  "lib/imports/commands/store-upload.ts": "the event of the import of the file",
  "lib/imports/commands/unpack-gzip.ts": "it unpacks what store-upload stores",
  "lib/lookup/commands/require-customer.ts": "it reads and changes nothing",
  "lib/lookup/commands/row-by-hand.ts": "log-contact or log-complaint, which call it",
  "lib/mail/commands/post-letter.ts": "the event of what causes the letter",
  "lib/mail/commands/render-html.ts": "it draws a letter and changes nothing",
  "lib/mail/commands/send-mail.ts": "the event of what caused the letter",
  "lib/members/commands/lock-invitation.ts": "it holds a row still and changes nothing",
  "lib/members/commands/lock-member.ts": "it holds rows still and changes nothing",
  "lib/members/commands/make-link.ts": "it makes a secret; who hands it out tells",
  "lib/members/commands/may-mail.ts": "it asks; who invites tells",
  "lib/members/commands/require-departments.ts": "it asks and changes nothing",
  "lib/members/commands/write-role.ts": "the event of the command that calls it",
  "lib/needs/commands/change-need-fields.ts":
    "those of change, archive and restore, which it calls",
  "lib/needs/commands/lock-need.ts": "it holds a row still and changes nothing",
  "lib/orders/commands/match-returns.ts": "the event of the import that calls it",
  "lib/orders/commands/refresh-nets.ts": "the event of the import or undo that calls it",
  "lib/orders/commands/bring-back-orders.ts": "the event of the undo that calls it",
  "lib/orders/commands/remove-orders.ts": "the event of the import that calls it",
  "lib/orders/commands/undo-order-lines.ts": "the event of the undo that calls it",
  "lib/orders/commands/undo-orders.ts": "the event of the undo that calls it",
  "lib/segments/commands/accept-suggestion.ts": "create-segment, which it calls",
  "lib/segments/commands/ask-suggestions.ts": "it asks; suggest-segments, which it starts, tells",
  "lib/segments/commands/decline-target.ts": "write-target, which it calls",
  "lib/segments/commands/judge-target.ts": "write-target, which it calls",
  "lib/segments/commands/rank-target.ts": "write-target, which it calls",
  "lib/segments/commands/restore-target.ts": "write-target, which it calls",
  "lib/segment-lists/commands/lock-lists.ts": "it holds lists still and changes nothing",
  "lib/segment-lists/commands/memberships.ts": "the merge or unmerge that calls it",
  "lib/segment-lists/commands/sync-lists.ts": "the import, the undo or the merge that calls it",
  "lib/source-fetch/commands/choose-sign-in.ts": "it asks and changes nothing",
  "lib/source-fetch/commands/claim-fetch.ts": "the event of the import of what it fetches",
  "lib/source-fetch/commands/forget-tries.ts": "it removes lines of a log that have had their time",
  "lib/source-fetch/commands/keep-sign-in.ts": "it encrypts what set-fetch stores",
  "lib/source-fetch/commands/open-address.ts": "it asks another server and changes nothing",
  "lib/source-fetch/commands/tell-owner.ts": "it writes a letter about what end-fetch records",
  "lib/segments/commands/close-primary-gap.ts": "archive-segment, which calls it",
  "lib/segments/commands/lock-segment.ts": "it holds a row still and changes nothing",
  "lib/segments/commands/patch-segment.ts": "those of change, archive and restore, which it calls",
  "lib/segments/commands/refresh-members.ts": "the command that calls it",
  "lib/segments/commands/require-rule.ts": "it asks and changes nothing",
  "lib/segments/commands/write-facts.ts": "the job: nobody did it",
  "lib/segments/commands/write-figures.ts": "the job: nobody did it",
  "lib/segments/commands/settle-members.ts": "the job: nobody did it",
  "lib/segments/commands/write-members.ts": "the job: nobody did it",
  "lib/sources/commands/lock-source.ts": "it holds a row still and changes nothing",
  "lib/orders/commands/undo-returns.ts": "the event of the undo that calls it",
  "lib/orders/commands/upsert-order-lines.ts": "the event of the import that calls it",
  "lib/orders/commands/upsert-returns.ts": "the event of the import that calls it",
  "lib/orders/commands/write-order-rows.ts": "the event of the import that calls it",
  "lib/operations/commands/discard-dead-job.ts":
    "it belongs to no workspace: operatorAction writes the log",
  "lib/operations/commands/retry-dead-job.ts":
    "it belongs to no workspace: operatorAction writes the log",
  "lib/protection/commands/contact-hmac.ts": "it computes a hash and changes nothing",
  "lib/protection/commands/delete-workspace.ts":
    "the log goes with the workspace: the certificate tells, in workspace_deletion",
  "lib/protection/commands/export-archive.ts": "it reads and changes nothing",
  "lib/protection/commands/pack-export.ts": "ask-export and record-export-taken tell",
  "lib/protection/commands/remove-files.ts": "the event of the erasure that calls it",
  "lib/protection/commands/take-back-workspace.ts":
    "take_back_workspace of the database writes workspace.deletion_taken_back",
  "lib/tiers/commands/save-policy.ts": "write-policy, which it calls",
  "lib/tiers/commands/undo-policy.ts": "write-policy, which it calls",
  "lib/webhooks/commands/forget-messages.ts": "the daily clean-up: nobody did it",
  "lib/webhooks/commands/keep-secret.ts": "it seals what others store",
  "lib/webhooks/commands/receive-message.ts": "write-items, which it calls",
  "lib/webhooks/commands/lock-endpoint.ts": "it holds a row still and changes nothing",
  "lib/webhooks/commands/post-event.ts": "the event of what it tells others about",
  "lib/webhooks/commands/tell-owners.ts": "it writes a letter about an event",
  "lib/orders/commands/upsert-orders.ts": "the event of the import that calls it",
};

const commands = filesUnder("lib").filter((path) => /^lib\/[^/]+\/commands\/[^/]+\.ts$/.test(path));

describe("the audit log", () => {
  it("is written by every command, or by the one that is named", () => {
    expect(commands.length).toBeGreaterThan(10);
    const silent = commands.filter(
      (path) => !(path in TOLD_BY_ANOTHER) && !RECORDS.test(readSource(path)),
    );
    expect(silent).toEqual([]);
  });

  it("has no exception for a command that is gone or writes its own", () => {
    const needless = Object.keys(TOLD_BY_ANOTHER).filter(
      (path) =>
        !commands.includes(path) ||
        (path !== "lib/audit/commands/record-event.ts" && RECORDS.test(readSource(path))),
    );
    expect(needless).toEqual([]);
  });

  it("has a sentence for every word, and no other", () => {
    const told = Object.entries(messages.actions).flatMap(([group, words]) =>
      Object.keys(words).map((word) => `${group}.${word}`),
    );
    expect(told.sort()).toEqual([...AUDIT_ACTIONS].sort());
  });

  it("has no word that nothing writes", () => {
    const sources = [
      ...filesUnder("lib").filter((path) => path.endsWith(".ts") && !isWordList(path)),
      ...filesUnder("prisma/migrations").filter((path) => path.endsWith(".sql")),
    ].map(readSource);
    const unwritten = AUDIT_ACTIONS.filter(
      (action) =>
        !sources.some((text) => text.includes(`"${action}"`) || text.includes(`'${action}'`)),
    );
    expect(unwritten).toEqual([]);
  });
});

function isWordList(path: string): boolean {
  return path === "lib/audit/actions.ts" || path.startsWith("lib/db/generated/");
}
