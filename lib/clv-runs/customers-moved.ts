type Runs = { run: { id: string }; former: { run: { id: string } } };

/**
 * The query part of the customers list's address that shows who stood in one tier before and stands in another now; 0 is no score.
 * null where the list has nobody to show: without a score in both.
 */
export function customersMoved({ run, former }: Runs, from: number, to: number): string | null {
  return from === 0 && to === 0 ? null : `?moved=${from}-${to}.${former.run.id}.${run.id}`;
}
