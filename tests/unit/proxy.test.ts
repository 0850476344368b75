import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { unstable_doesMiddlewareMatch } from "next/experimental/testing/server";
import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { config, proxy } from "../../proxy.ts";

const passes = (path: string) =>
  unstable_doesMiddlewareMatch({ config, url: `http://localhost:3000${path}` });

describe("proxy", () => {
  it.each(["/", "/sign-in", "/w/north", "/w/north/data/imports", "/w/north/data/imports/new"])(
    "gives %s a policy",
    (path) => {
      expect(passes(path)).toBe(true);
    },
  );

  it.each([
    "/api/v1/imports",
    "/w/north/data/imports/upload",
    "/w/north/evidence/files",
    "/_next/static/chunk.js",
  ])("stays out of the way of %s", (path) => {
    expect(passes(path)).toBe(false);
  });

  it("allows scripts by a nonce of their own request only", () => {
    const policies = [answer(), answer()];
    for (const policy of policies) {
      expect(policy).toMatch(/script-src 'nonce-[A-Za-z0-9+/=]{20,}' 'strict-dynamic';/);
      expect(policy).not.toContain("unsafe-eval");
      expect(policy.replace("style-src-attr 'unsafe-inline'", "")).not.toContain("unsafe-inline");
    }
    expect(policies[0]).not.toBe(policies[1]);
  });

  it("allows the style sheet of the sonner that is installed, and no other without a nonce", () => {
    const allowed = /style-src-elem ([^;]*)/.exec(answer())?.[1]?.match(/'sha256-[^']+'/g);
    expect(allowed).toEqual([sha256(""), sha256(sheetOfSonner())]);
  });

  it("notes the path and query that were asked for, so that a sign-in comes back to them", () => {
    const asked = "http://localhost:3000/w/north/customers?q=a%26b&_rsc=1x2";
    const request = new NextRequest(asked, { headers: { "x-asked-for": "//evil.example" } });
    const note = proxy(request).headers.get("x-middleware-request-x-asked-for");
    expect(note).toBe("/w/north/customers?q=a%26b");
  });
});

function answer(): string {
  const response = proxy(new NextRequest("http://localhost:3000/"));
  return response.headers.get("content-security-policy") ?? "";
}

function sheetOfSonner(): string {
  const source = readFileSync(new URL(import.meta.resolve("sonner")), "utf8");
  const literal = /__insertCSS\((".*")\)/.exec(source)?.[1] ?? "";
  return String(JSON.parse(literal));
}

function sha256(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
