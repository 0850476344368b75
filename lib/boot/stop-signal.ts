/** Aborts on the first SIGINT, SIGTERM or SIGHUP. npm passes Ctrl-C on once more: later ones change nothing. */
export function stopSignal(): AbortController {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(name, () => controller.abort());
  // A closed terminal must not keep us from stopping in order.
  process.stdout.on("error", () => undefined);
  process.stderr.on("error", () => undefined);
  return controller;
}

/** Resolves when `aborted` fires. */
export function untilAborted(aborted: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (aborted.aborted) resolve();
    else aborted.addEventListener("abort", () => resolve(), { once: true });
  });
}
