import { generateKeyPairSync } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import Provider, { type KoaContextWithOIDC } from "oidc-provider";

/** An OpenID provider of the test run, on loopback, where anybody is who they say they are. */
export type TestOidcProvider = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  stop: () => Promise<void>;
};

const CLIENT = { clientId: "throughline", clientSecret: "a secret between the two of them" };
const SCOPE = "openid email profile";

/**
 * Start it for the web server at `appUrl`. Who signs in as "ann@example.com" is known by that verified address;
 * "unverified:ann@example.com" by an unverified one, "nameless:ann" by none.
 */
export async function startOidcProvider(appUrl: string): Promise<TestOidcProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider = makeProvider(issuer, `${appUrl}/api/auth/callback/oidc`);
  const handle = provider.callback();
  server.on("request", (request, response) => {
    const isOurs = request.url?.startsWith("/interaction/");
    void (isOurs ? interact(provider, request, response) : handle(request, response));
  });
  return {
    issuer,
    ...CLIENT,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function makeProvider(issuer: string, redirectUri: string): Provider {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const client = {
    client_id: CLIENT.clientId,
    client_secret: CLIENT.clientSecret,
    redirect_uris: [redirectUri],
  };
  return new Provider(issuer, {
    clients: [client],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256" }] },
    cookies: { keys: ["signs the cookies of the test provider"] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    findAccount: (_context, id) => ({ accountId: id, claims: async () => claimsOf(id) }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    loadExistingGrant: (context) => grantAll(provider(context), context),
    ttl: {
      AccessToken: 60,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 60,
      Interaction: 600,
      Session: 600,
    },
  });
}

function provider(context: KoaContextWithOIDC): Provider {
  return context.oidc.provider;
}

/** Nobody is asked for consent: the provider is the organisation's own. */
async function grantAll(of: Provider, { oidc }: KoaContextWithOIDC) {
  const { client, session } = oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new of.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(SCOPE);
  await grant.save();
  return grant;
}

function claimsOf(id: string) {
  const [prefix, rest] = id.includes(":") ? id.split(":") : ["", id];
  const name = "Pat Provider";
  if (prefix === "nameless") return { sub: id, name };
  return { sub: id, name, email: rest ?? "", email_verified: prefix !== "unverified" };
}

const PAGE = `<!doctype html><html lang="en"><head><title>Test provider</title><link rel="icon" href="data:,"></head>
<body><h1>Test provider</h1><form method="post"><label>Login <input name="login"></label><button>Continue</button></form></body></html>`;

async function interact(
  of: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== "POST") {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(PAGE);
    return;
  }
  const accountId = new URLSearchParams(await text(request)).get("login") ?? "";
  await of.interactionFinished(request, response, { login: { accountId } });
}
