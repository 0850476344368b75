import { expect } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import type { ImportView, RejectView } from "#lib/imports/views.ts";
import { customerNumbers, holdingsOf } from "./holdings.ts";
import type { CorpusCase, CorpusStep } from "./types.ts";

/** How an upload ended, by whatever way it came in. */
export type Ended = Pick<ImportView, "status" | "counts" | "failure"> & {
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

function checkEnd({ ends }: CorpusStep, ended: Ended): void {
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
