import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { getImport, runImport, type StartImport, startImport } from "#lib/imports/index.ts";
import type { ImportView } from "#lib/imports/views.ts";

export type FileToImport = Partial<StartImport> & {
  kind: string;
  text: string | Uint8Array;
  fileName?: string;
};

/** Store a file and queue its import, without running it. */
export async function queue(session: Session, { text, ...options }: FileToImport): Promise<string> {
  const { id } = await startImport(
    session,
    { fileName: "test.csv", isDryRun: false, origin: "command_line", ...options },
    asStream(text),
  );
  return id;
}

/** Store a file, run its import as the worker would, and return how it ended. */
export async function importText(session: Session, file: FileToImport): Promise<ImportView> {
  const id = await queue(session, file);
  await runImport({ tenantId: session.workspace.id, importId: id });
  return viewImport(session, id);
}

/** One import as its page shows it. */
export function viewImport(session: Session, id: string): Promise<ImportView> {
  return withTenant(session, "import:read", (tx) => getImport(tx, id));
}

async function* asStream(text: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  for (let at = 0; at < bytes.length; at += 100_000) yield bytes.subarray(at, at + 100_000);
}
