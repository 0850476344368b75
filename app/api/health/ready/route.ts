import { ping } from "#lib/db/directory.ts";

export const dynamic = "force-dynamic";

const PATIENCE_MS = 2_000;

/** The process can do its work: its database answers. */
export async function GET(): Promise<Response> {
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error("late")), PATIENCE_MS).unref();
  });
  try {
    await Promise.race([ping(), late]);
    return Response.json({ status: "ready" });
  } catch {
    const reason = "The database does not answer.";
    return Response.json(
      { status: "not ready", reason },
      { status: 503, headers: { "retry-after": "2" } },
    );
  }
}
