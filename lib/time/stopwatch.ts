/** Whole milliseconds since it was asked before, or since it was made. */
export function stopwatch(): () => number {
  let fromMs = performance.now();
  return () => {
    const elapsedMs = performance.now() - fromMs;
    fromMs += elapsedMs;
    return Math.round(elapsedMs);
  };
}
