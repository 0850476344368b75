const LOOK_MS = 500;

/**
 * Aborts on the first SIGINT, SIGTERM or SIGHUP. npm passes Ctrl-C on once more: later ones change nothing. Started by npm,
 * it aborts too when npm is gone: nobody is left who could pass a signal on.
 */
export function stopSignal(isByNpm: boolean): AbortController {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(name, () => controller.abort());
  // A closed terminal must not keep us from stopping in order.
  process.stdout.on("error", () => undefined);
  process.stderr.on("error", () => undefined);
  if (isByNpm) followParent(controller);
  return controller;
}

/** A parent that is gone has another in its place. */
function followParent(controller: AbortController): void {
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid !== parent) controller.abort();
  }, LOOK_MS);
  look.unref();
}

/** Resolves when `aborted` fires. */
export function untilAborted(aborted: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (aborted.aborted) resolve();
    else aborted.addEventListener("abort", () => resolve(), { once: true });
  });
}
