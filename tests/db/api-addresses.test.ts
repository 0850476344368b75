import { describe, expect, it } from "vitest";
import { z } from "zod";
import { openApiDocument } from "#lib/api/index.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { handlersOf, ROUTE_FILES } from "#tests/support/rest-api.ts";

const Document = z.object({
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
});
const document = Document.parse(openApiDocument());

const METHODS = ["GET", "PUT", "POST", "PATCH", "DELETE"] as const;

function allowOf(response: Response | undefined): string[] | undefined {
  return response?.headers.get("allow")?.split(", ").toSorted();
}

function isProblem(body: unknown): boolean {
  return z.fromJSONSchema(document.components.schemas["Problem"] ?? false).safeParse(body).success;
}

describe("an address of the API", () => {
  it("refuses every method that it has no answer for, and tells which it has", async () => {
    for (const path of answeredPaths()) {
      const handlers = await handlersOf(path);
      const own = METHODS.filter((method) => handlers[method] !== methodNotAllowed);
      const allow = [
        ...own.flatMap((each) => (each === "GET" ? ["GET", "HEAD"] : each)),
        "OPTIONS",
      ];
      const address = `https://t.example${path.replaceAll(/\{\w+\}/g, "x%2Fy")}`;
      const ask = (method: string) =>
        handlers[method]?.(new Request(address, { method }), { params: Promise.resolve({}) });
      for (const method of METHODS.filter((each) => !own.includes(each))) {
        const response = await ask(method);
        expect(response?.status, `${method} ${path}`).toBe(405);
        expect(allowOf(response)).toEqual(allow.toSorted());
        expect(isProblem(await response?.json())).toBe(true);
      }
      expect(allowOf(await ask("OPTIONS"))).toEqual(allow.toSorted());
    }
  });

  it("that is none of the API's says that nothing is there", async () => {
    const handlers = await handlersOf("/api/v1/{{...path}}");
    for (const method of [...METHODS, "OPTIONS"]) {
      const request = new Request("https://t.example/api/v1/wishes/7", { method });
      const response = await handlers[method]?.(request, { params: Promise.resolve({}) });
      expect(response?.status).toBe(404);
      expect(response?.headers.get("content-type")).toBe("application/problem+json");
      expect(isProblem(await response?.json())).toBe(true);
    }
  });
});

function answeredPaths(): string[] {
  return [...ROUTE_FILES.keys()].filter((path) => !path.includes("..."));
}
