import { expect } from "vitest";

type Write<Tx> = (work: (tx: Tx) => Promise<unknown>) => Promise<unknown>;

/** Two pieces of work, each in a transaction of its own: the second begins when the first has done its work, before it commits. */
export async function atOnce<Tx>(
  write: Write<Tx>,
  first: (tx: Tx) => Promise<unknown>,
  second: (tx: Tx) => Promise<unknown>,
): Promise<PromiseSettledResult<unknown>[]> {
  let [isDone, release] = [false, (): void => undefined];
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const held = write(async (tx) => {
    await first(tx);
    isDone = true;
    await released;
  });
  await expect.poll(() => isDone).toBe(true);
  const waiting = write(second);
  await new Promise((resolve) => setTimeout(resolve, 200));
  release();
  return Promise.allSettled([held, waiting]);
}
