import { fstatSync } from "node:fs";
import { Socket } from "node:net";
import { isMainThread } from "node:worker_threads";

/**
 * Preload of web and worker: the supervisor holds the other end of descriptor 3. When it is killed the pipe closes, and
 * this process ends too instead of staying on its port.
 */
const PIPE = 3;
const GRACE_MS = 10_000;

function isPipe(descriptor: number): boolean {
  try {
    const kind = fstatSync(descriptor);
    return kind.isSocket() || kind.isFIFO();
  } catch {
    return false;
  }
}

// A process forked by one that follows, as Next's are in watch mode, has its channel to that one there, and ends with it. A thread takes
// this preload over and must not touch the pipe: at its end it would close it for all, and the next connection would be mistaken for it.
if (isMainThread && !process.connected && isPipe(PIPE)) {
  const parent = new Socket({ fd: PIPE });
  parent.on("error", () => undefined);
  parent.once("close", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.exit(1), GRACE_MS).unref();
  });
  parent.resume();
  parent.unref();
}
