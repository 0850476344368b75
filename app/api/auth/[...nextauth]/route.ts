import type { NextRequest } from "next/server";
import { finishAtProvider, startAtProvider } from "#lib/auth/oidc/handler.ts";
import { findOidcProvider, type OidcProvider } from "#lib/auth/oidc/provider.ts";
import { DomainError } from "#lib/errors/index.ts";
import { answer } from "#lib/http/answer.ts";
import { refuseForeignOrigin } from "#lib/http/own-origin.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

/** The way back from the provider; nothing else of next-auth answers. */
export function GET(request: NextRequest, context: Context): Promise<Response> {
  return answer(async () => finishAtProvider(await providerFor(context, "callback/oidc"), request));
}

/** The way to the provider, from the button on the sign-in page. */
export function POST(request: NextRequest, context: Context): Promise<Response> {
  return answer(async () => {
    const provider = await providerFor(context, "signin/oidc");
    refuseForeignOrigin(request);
    const form = await request.formData();
    const isAgain = form.get("again") === "true";
    return startAtProvider(provider, { to: String(form.get("to") ?? "/"), isAgain });
  });
}

async function providerFor({ params }: Context, path: string): Promise<OidcProvider> {
  const provider = findOidcProvider();
  const isThere = provider && (await params).nextauth.join("/") === path;
  if (!isThere) throw new DomainError("not_found", "There is nothing here.");
  return provider;
}
