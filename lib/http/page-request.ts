import { DomainError } from "#lib/errors/index.ts";

const USUAL_ITEMS = 50;
const MOST_ITEMS = 200;

/**
 * `?limit&after` of a list: at most 200 items a page, 50 unless told.
 *
 * @throws DomainError `invalid_input` for a limit that is no whole number from 1 to 200
 */
export function pageRequest(request: Request): { limit: number; after: string | null } {
  const query = new URL(request.url).searchParams;
  const text = query.get("limit");
  const limit = text === null ? USUAL_ITEMS : Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_ITEMS) {
    throw new DomainError("invalid_input", `limit must be a whole number from 1 to ${MOST_ITEMS}.`);
  }
  return { limit, after: query.get("after") };
}
