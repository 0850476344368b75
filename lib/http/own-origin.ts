import "server-only";
import { env } from "#lib/env.ts";
import { DomainError } from "#lib/errors/index.ts";

/**
 * A form on another site must not act for a person in this browser.
 *
 * @throws DomainError `forbidden`, also when the browser does not say where the form stands
 */
export function refuseForeignOrigin(request: Request): void {
  const origin = request.headers.get("origin");
  const isOwn =
    origin === new URL(env().APP_URL).origin || origin === `http://${request.headers.get("host")}`;
  if (!isOwn) throw new DomainError("forbidden", "This request did not come from Throughline.");
}
