import "server-only";
import { createHash } from "node:crypto";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { SUBJECT_COLUMN } from "../columns.ts";
import { evidenceFileType } from "../file-type.ts";
import type { FileEvidence } from "../schema.ts";
import { MOST_FILE_BYTES } from "../types.ts";
import { requireSubject } from "./find-subject.ts";
import { memberOf } from "./link-evidence.ts";
import { requirePast } from "./require-past.ts";

export type KeepFile = FileEvidence & { name: string; bytes: Uint8Array<ArrayBuffer> };

const LONGEST_NAME = 200;

/**
 * Keep a file and make it speak for or against something. The name says what it is, and the bytes must agree.
 *
 * @throws DomainError `not_found`, `too_large` above 10 MB, `invalid_input` for an empty file or one of another kind
 */
export async function keepFile(
  tx: TenantTx,
  session: Session,
  { name, bytes, subject, subjectId, stance, excerpt, datedOn }: KeepFile,
): Promise<{ id: string }> {
  await requireSubject(tx, { subject, subjectId });
  await requirePast(tx, session, datedOn);
  const [fileId, id] = [newId(), newId()];
  const createdBy = memberOf(session);
  await tx.evidenceFile.create({
    data: {
      ...{ id: fileId, bytes, createdBy, mediaType: checkedType(name, bytes) },
      name: name.replaceAll("\0", "").slice(-LONGEST_NAME),
      sha256: createHash("sha256").update(bytes).digest("hex"),
    },
    select: { id: true },
  });
  await tx.evidence.create({
    data: {
      ...{ id, fileId, stance, excerpt, createdBy, datedOn: new Date(datedOn) },
      [SUBJECT_COLUMN[subject]]: subjectId,
    },
    select: { id: true },
  });
  await recordEvent(tx, session, {
    action: "evidence.linked",
    object: { type: "evidence", id },
    after: { subject, subjectId, source: "file", stance, bytes: bytes.byteLength },
  });
  return { id };
}

function checkedType(name: string, bytes: Uint8Array): string {
  if (bytes.byteLength > MOST_FILE_BYTES)
    throw new DomainError("too_large", "The file is larger than 10 MB.");
  if (bytes.byteLength === 0) throw new DomainError("invalid_input", "The file is empty.");
  const type = evidenceFileType(name, bytes);
  if (type !== null) return type;
  throw new DomainError(
    "invalid_input",
    "Only PDF, Word, Excel, PowerPoint, PNG, JPEG, plain text and CSV files are kept, and only if they are what their name says.",
  );
}
