import "server-only";
import { findMemberNames } from "#lib/audit/index.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { IMPORT_KINDS, type ImportKind } from "#lib/imports/types.ts";
import {
  FETCH_FAILURES,
  FETCH_OUTCOMES,
  FETCH_RHYTHMS,
  type FetchTryView,
  SIGN_INS,
  type SourceFetchView,
} from "../types.ts";

const TRIES_SHOWN = 10;

/** How a source is fetched; null for one that nobody fetches. */
export async function findFetch(tx: TenantTx, sourceId: string): Promise<SourceFetchView | null> {
  const row = await tx.sourceFetch.findFirst({
    where: { sourceId },
    select: {
      ...{ url: true, signIn: true, kind: true, rhythm: true, atHour: true, weekDay: true },
      ...{ nextFetchAt: true, runningUntil: true, failures: true },
    },
  });
  if (!row) return null;
  const { url, atHour, weekDay, failures, nextFetchAt, runningUntil } = row;
  return {
    ...{ url, atHour, weekDay, failures },
    // text + CHECK in the database: these words are all there are
    signIn: SIGN_INS.find((word) => word === row.signIn) ?? "none",
    rhythm: FETCH_RHYTHMS.find((word) => word === row.rhythm) ?? "daily",
    kind: kindOf(row.kind),
    nextFetchAt: nextFetchAt?.toISOString() ?? null,
    isRunning: runningUntil !== null && runningUntil.getTime() > Date.now(),
  };
}

/** The last ten fetches of a source, the newest first. */
export async function listFetchTries(tx: TenantTx, sourceId: string): Promise<FetchTryView[]> {
  const rows = await tx.sourceFetchTry.findMany({
    where: { sourceId },
    orderBy: { id: "desc" },
    take: TRIES_SHOWN,
  });
  const names = await findMemberNames(
    tx,
    rows.flatMap(({ askedBy }) => askedBy ?? []),
  );
  return rows.map((row) => ({
    ...{ id: row.id, detail: row.detail, answerStatus: row.answerStatus, importId: row.importId },
    startedAt: row.startedAt.toISOString(),
    isAsked: row.askedBy !== null,
    askedByName: row.askedBy === null ? null : (names.get(row.askedBy) ?? null),
    outcome: FETCH_OUTCOMES.find((word) => word === row.outcome) ?? null,
    failure:
      row.failure === null
        ? null
        : (FETCH_FAILURES.find((word) => word === row.failure) ?? "other"),
    byteCount: row.byteCount === null ? null : Number(row.byteCount),
  }));
}

function kindOf(word: string): ImportKind {
  return IMPORT_KINDS.find((kind) => kind === word) ?? "signals";
}
