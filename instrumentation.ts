import type { Instrumentation } from "next";

/** Defects of pages and actions go to the log with the id that the person sees; never with what they typed. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { log } = await import("#lib/log.ts");
  const reference = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  log.error(
    { err: error, reference, method: request.method, route: context.routePath },
    "page failed",
  );
};
