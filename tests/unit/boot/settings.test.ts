import { describe, expect, it } from "vitest";
import { childEnvironment } from "#lib/boot/child-environment.ts";
import { ownUrls } from "#lib/boot/own-database.ts";
import { isRecentEnough, versionText } from "#lib/boot/server-version.ts";
import { wantedPort } from "#lib/boot/web-address.ts";
import { parseEnv } from "#lib/env.ts";

const URLS = {
  databaseUrl: "postgresql://app_user:u@127.0.0.1:5432/throughline",
  ownerUrl: "postgresql://app_owner:o@127.0.0.1:5432/throughline",
};
const SERVED = { appUrl: "http://localhost:3000", appSecret: "s".repeat(32) };

describe("the environment of web and worker", () => {
  it("never holds the owner's address", () => {
    const values = childEnvironment(
      { DATABASE_OWNER_URL: URLS.ownerUrl, PATH: "/bin" },
      URLS,
      SERVED,
    );
    expect(values["DATABASE_OWNER_URL"]).toBeUndefined();
    expect(values).toMatchObject({
      PATH: "/bin",
      DATABASE_URL: URLS.databaseUrl,
      NEXTAUTH_URL: SERVED.appUrl,
      NEXTAUTH_SECRET: SERVED.appSecret,
    });
  });

  it("is refused with a sentence per variable", () => {
    const make = () =>
      childEnvironment({ LOG_LEVEL: "loud" }, URLS, { ...SERVED, appSecret: "short" });
    expect(make).toThrow(/APP_SECRET must have at least 32 characters.*\nLOG_LEVEL must be/s);
  });
});

describe("the addresses of a database of one's own", () => {
  it("are both named when both are missing", () => {
    expect(() => ownUrls({})).toThrow(
      /^DATABASE_URL is missing.*\nDATABASE_OWNER_URL is missing.*$/,
    );
  });

  it("must not be of one role", () => {
    const same = { DATABASE_URL: URLS.ownerUrl, DATABASE_OWNER_URL: URLS.ownerUrl };
    expect(() => ownUrls(same)).toThrow("one role for everything is refused");
  });
});

describe("PORT", () => {
  it("is 3000 by default", () => expect(wantedPort({})).toBe(3000));
  it.each(["0", "65536", "http", "3000 ", "-1"])("is not %j", (text) => {
    expect(() => wantedPort({ PORT: text })).toThrow(`PORT is "${text}"`);
  });
});

describe("the version of the server", () => {
  it.each([
    [150013, false],
    [150014, true],
    [160009, false],
    [170006, true],
    [180000, true],
    [190001, true],
    [140020, false],
  ])("%i is recent enough: %s", (version, isFine) => {
    expect(isRecentEnough(version)).toBe(isFine);
  });
  it("reads as people write it", () => expect(versionText(150018)).toBe("15.18"));
});

describe("mail and OpenID Connect", () => {
  const parse = (values: Record<string, string>) =>
    parseEnv({ ...URLS_OF_WEB, DATABASE_URL: URLS.databaseUrl, ...values });
  const URLS_OF_WEB = { APP_URL: SERVED.appUrl, APP_SECRET: SERVED.appSecret };

  it("need nothing while they are off", () => expect(parse({}).SMTP_URL).toBeUndefined());

  it("say in a sentence what is missing", () => {
    expect(() => parse({ SMTP_URL: "smtp://127.0.0.1:25" })).toThrow(
      /^MAIL_FROM is missing: with SMTP_URL set, name the sender as in .+\.$/,
    );
    expect(() => parse({ OIDC_ISSUER: "https://login.example.com" })).toThrow(
      /^OIDC_CLIENT_ID is missing: .+ or none\.\nOIDC_CLIENT_SECRET is missing: .+ or none\.$/,
    );
    expect(() => parse({ OIDC_CLIENT_ID: "a", OIDC_CLIENT_SECRET: "b" })).toThrow(
      /^OIDC_ISSUER is missing: OpenID Connect needs all three/,
    );
  });
});
