import { v7 as uuidv7 } from "uuid";
import type { FullWorkspace } from "./two-workspaces.ts";

/** Of a workspace: what is understood of its customers. */
export type Understood = Pick<
  FullWorkspace,
  "personaId" | "claimId" | "interviewId" | "evidenceId" | "fileId"
>;

/** A persona of a segment with a claim, an interview, and a file that backs the claim. */
export async function addPersona(
  only: (sql: string, ...values: string[]) => Promise<string>,
  mark: string,
  segmentId: string,
): Promise<Understood> {
  const personaId = await only(
    "INSERT INTO persona (id, name, segment_id) VALUES ($1, $2, $3) RETURNING id",
    ...[uuidv7(), `Persona ${mark}`, segmentId],
  );
  const claimId = await only(
    `INSERT INTO persona_claim (id, persona_id, position, statement, confidence, expires_on)
     VALUES ($1, $2, 1, $3, 'low', '2099-01-31') RETURNING id`,
    ...[uuidv7(), personaId, `Claim ${mark}`],
  );
  const interviewId = await only(
    "INSERT INTO interview (id, title, held_on, notes) VALUES ($1, $2, '2026-01-02', $2) RETURNING id",
    ...[uuidv7(), `Interview ${mark}`],
  );
  const fileId = await only(
    "INSERT INTO evidence_file (id, name, media_type, bytes, sha256) VALUES ($1, $2, 'text/plain', 'a', 'a') RETURNING id",
    ...[uuidv7(), `File ${mark}.txt`],
  );
  const evidenceId = await only(
    "INSERT INTO evidence (id, claim_id, file_id, dated_on) VALUES ($1, $2, $3, '2026-01-02') RETURNING id",
    ...[uuidv7(), claimId, fileId],
  );
  return { personaId, claimId, interviewId, evidenceId, fileId };
}
