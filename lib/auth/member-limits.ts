import "server-only";
import { countUse } from "./rate-limit.ts";
import type { MemberSession, Session } from "./types.ts";

/** What a member may do only so often: each has a limit for the member and one for the workspace in rate-limit.ts. */
export type MemberLimit = "upload" | "preview" | "archive" | "export_ask";

/**
 * Count something heavy that a member asks for. What the member's own limit refuses does not count for the workspace: one
 * of them cannot use it up for the others.
 *
 * @throws DomainError `too_many_requests` with the seconds to wait
 */
export async function countMemberUse(
  { workspace, actor }: Pick<MemberSession, "workspace" | "actor">,
  limit: MemberLimit,
): Promise<void> {
  await countUse(`${limit}_member`, `${workspace.id}|${actor.membershipId}`, YOURS);
  await countUse(`${limit}_workspace`, workspace.id, OF_ALL);
}

/**
 * Count a file that is sent by API key: for the key, then with all others of the workspace. Who is no API key
 * counts elsewhere.
 *
 * @throws DomainError `too_many_requests` with the seconds to wait
 */
export async function countKeyUpload({
  workspace,
  actor,
}: Pick<Session, "workspace" | "actor">): Promise<void> {
  if (actor.kind !== "api_key") return;
  await countUse("upload_key", `${workspace.id}|${actor.keyId}`, OF_KEY);
  await countUse("upload_workspace", workspace.id, OF_ALL);
}

const OF_KEY = (wait: string) =>
  `This API key sent very many files. Wait ${wait} and send this one again.`;
const YOURS = (wait: string) =>
  `You asked for this very often. Wait ${wait} and try again; nothing is lost until then.`;
const OF_ALL = (wait: string) =>
  `This workspace asked for this very often. Wait ${wait} and try again; nothing is lost until then.`;
