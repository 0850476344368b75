import { expect, it } from "vitest";
import { apiReference } from "#lib/api/index.ts";

const operations = apiReference().flatMap((group) => group.operations);
const find = (id: string) => operations.find((each) => each.id === id);

it("shows every operation with its scope, what it takes and what it answers", () => {
  const put = find("put_signals");
  expect(put).toMatchObject({
    ...{ method: "PUT", path: "/api/v1/signals/external/{externalId}", scope: "signals:write" },
    answers: [{ status: "200" }, { status: "201" }],
  });
  expect(put?.parameters.map(({ name }) => name)).toEqual(["externalId", "Idempotency-Key"]);
  expect(put?.body?.fields).toContainEqual(
    expect.objectContaining({ name: "metric", type: "nps | csat | ces | rating or null" }),
  );
});

it("names fields that lie inside others, and marks those that are needed", () => {
  const names = find("bulk_signals")?.body?.fields ?? [];
  expect(names.find(({ name }) => name === "items[].externalId")?.isRequired).toBe(true);
  expect(names.find(({ name }) => name === "items[].scale.min")?.type).toBe("number");
});

it("says of the document that it needs no key", () => {
  expect(find("get_document")?.scope).toBeNull();
});
