import { expect } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { ImportView, RejectView } from "#lib/imports/views.ts";
import { customerNumbers, holdingsOf } from "./holdings.ts";
import type { CorpusCase, CorpusStep } from "./types.ts";

/** How an upload ended, by whatever way it came in: the import, or why the file was not taken. */
export type Ended = EndedImport | { turnedAway: string };

type EndedImport = Pick<ImportView, "status" | "counts" | "failure"> & {
  rejects: readonly Pick<RejectView, "line" | "column" | "reason">[];
};

/** Bring in the uploads of a case one after the other by `upload`, and hold everything against what is expected. */
export async function checkCase(
  session: Session,
  { steps, holds, customers }: CorpusCase,
  upload: (step: CorpusStep) => Promise<Ended>,
): Promise<void> {
  for (const step of steps) checkEnd(step, await upload(step));
  expect(await holdingsOf(session)).toEqual(holds);
  if (customers) expect(await customerNumbers(session)).toEqual(customers);
}

/** The end of an upload that throws what a person is told. */
export async function orTurnedAway(upload: Promise<EndedImport>): Promise<Ended> {
  try {
    return await upload;
  } catch (error) {
    if (error instanceof DomainError) return { turnedAway: error.message };
    throw error;
  }
}

function checkEnd({ ends }: CorpusStep, ended: Ended): void {
  if ("turnedAway" in ends || "turnedAway" in ended) {
    const words = "turnedAway" in ends ? ends.turnedAway : "no reason to be turned away";
    expect(ended).toEqual({ turnedAway: expect.stringContaining(words) });
    return;
  }
  if ("failure" in ends) {
    expect(ended).toMatchObject({
      status: "failed",
      counts: { created: 0, updated: 0, unchanged: 0, rejected: 0 },
      failure: expect.stringContaining(ends.failure),
      rejects: [],
    });
    return;
  }
  expect(ended).toMatchObject({ status: "succeeded", failure: null, counts: ends.counts });
  expect(ended.rejects.map(({ line, column, reason }) => [line, column, reason])).toEqual(
    ends.rejects.map(([line, column, words]) => [line, column, expect.stringContaining(words)]),
  );
}
