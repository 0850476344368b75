import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "playwright/test";
import { PROJECT } from "./source-files.ts";

export type ActionPost = {
  name: string;
  /** The workspace whose page it is posted from */
  from: string;
  fields: Readonly<Record<string, string>>;
};

/** Post an action straight to the server, as the browser would; returns the server's answer as text. */
export async function postAction(page: Page, { name, from, fields }: ActionPost): Promise<string> {
  const id = actionIds().get(name);
  expect(id, `${name} is in the manifest of the build`).toBeDefined();
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.append(`_1_${key}`, value);
  // Last, as React sends it: the state before, and the form.
  form.append("0", '[null,"$K1"]');
  const response = await page.request.post(`/w/${from}`, {
    headers: { "next-action": id ?? "" },
    multipart: form,
  });
  return response.text();
}

/** Ids of the actions as the browser sends them, by their names. */
export function actionIds(): Map<string, string> {
  const file = join(PROJECT, ".next", "server", "server-reference-manifest.json");
  const { node } = JSON.parse(readFileSync(file, "utf8")) as {
    node: Record<string, { exportedName?: string }>;
  };
  return new Map(Object.entries(node).map(([id, { exportedName }]) => [exportedName ?? "", id]));
}
