import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { Reach } from "#lib/http/call-outside.ts";
import { parseOutsideUrl } from "#lib/http/outside-url.ts";
import { previewTable } from "#lib/imports/index.ts";
import { chooseSignIn } from "../commands/choose-sign-in.ts";
import { openSignIn } from "../commands/keep-sign-in.ts";
import { FetchFailed, failureIn, openAddress } from "../commands/open-address.ts";
import { fileNameIn } from "../file-name.ts";
import type { SetFetch } from "../schema.ts";
import type { AddressPreview, FetchFailure } from "../types.ts";

/** A person waits. */
const LONGEST_MS = 10_000;

/**
 * Ask an address for the first rows of its file and read them as its import would. Nothing is stored.
 *
 * @throws DomainError `not_found`; `invalid_input` for an address that is none of the open internet, that does not answer
 *   with a file, without a secret that it needs, or with a mapping of other files
 */
export async function previewAddress(
  session: Session,
  input: SetFetch,
  reach?: Reach,
): Promise<AddressPreview> {
  const { href } = parseOutsideUrl(input.url);
  const { sourceId, kind, mappingId } = input;
  const sealed = await withTenant(session, "source:write", (tx) => chooseSignIn(tx, input));
  const signIn = sealed && openSignIn(sealed, sourceId);
  try {
    const { url, bytes, close } = await openAddress(
      { url: href, signIn, timeoutMs: LONGEST_MS },
      reach,
    );
    const table = await previewTable(session, { kind, sourceId, mappingId }, bytes).finally(close);
    return { url: href, fileName: fileNameIn(url), ...table };
  } catch (error) {
    if (error instanceof DomainError) throw error;
    const failure = failureIn(error);
    if (failure === "other" && !(error instanceof FetchFailed)) throw error;
    throw refusal(failure, error instanceof FetchFailed ? error.answerStatus : null);
  }
}

const REASONS: Readonly<Record<FetchFailure, string>> = {
  refused: "The address did not answer with a file.",
  sign_in: "The address did not accept the sign-in.",
  gone: "There is no file at this address.",
  redirect: "The address leads on and on, and to no file.",
  inside: "The address leads into a private network, or nowhere.",
  timeout: "The address did not answer in time.",
  connection: "The address could not be reached.",
  certificate: "The certificate of the address is not trusted.",
  web_page: "The address shows a web page, not a file. Give the address that downloads it.",
  empty: "The file at this address is empty.",
  file: "The file at this address is no table.",
  secret: "The stored secret does not open any more. Type it again.",
  broken_off: "The answer broke off.",
  other: "The address could not be read.",
};

function refusal(failure: FetchFailure, status: number | null): DomainError {
  const message = status === null ? REASONS[failure] : `${REASONS[failure]} It said ${status}.`;
  return new DomainError("invalid_input", message, { fields: { url: [message] } });
}
