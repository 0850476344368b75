import type { Page } from "playwright/test";
import { expect, expectNoAxeViolations, test } from "#tests/support/browser.ts";

const ADDRESS = "/design/figures";
const A4_WIDTH = 794;

async function openFigures(page: Page): Promise<void> {
  await page.goto(ADDRESS);
  await expect(page.locator("svg.recharts-surface text").first()).toBeAttached();
  await expect
    .poll(() => page.locator(".chart:not(:has(svg.recharts-surface path))").count())
    .toBe(0);
}

/** Drawings whose words reach over their own edge, by name. */
function clippedDrawings(page: Page): Promise<string[]> {
  return page.locator(".chart").evaluateAll((charts) =>
    charts.flatMap((chart) => {
      const figure = chart.closest("figure")?.getBoundingClientRect();
      const texts = [...chart.querySelectorAll("text")];
      const outside = texts.filter((text) => {
        const box = text.getBoundingClientRect();
        if (!figure || box.width === 0) return false;
        return box.left < figure.left - 1 || box.right > figure.right + 1;
      });
      return outside.map((text) => `${chart.getAttribute("aria-label")}: ${text.textContent}`);
    }),
  );
}

test("no drawing is clipped at 1440 and 375 px", async ({ page }) => {
  for (const width of [1440, 375]) {
    await page.setViewportSize({ width, height: 900 });
    await openFigures(page);
    expect(await clippedDrawings(page), `clipped at ${width}`).toEqual([]);
  }
});

test("every drawing has a name and none is an unnamed application", async ({ page }) => {
  await openFigures(page);
  const unnamed = await page.locator("main svg").evaluateAll((drawings) =>
    drawings
      .filter((drawing) => {
        const named = drawing.closest("[aria-label]:is(svg, [role=img])");
        return !named?.getAttribute("aria-label") && !drawing.closest("[aria-hidden=true]");
      })
      .map((drawing) => drawing.outerHTML.slice(0, 120)),
  );
  expect(unnamed).toEqual([]);
  await expect(page.locator("main [role=application]")).toHaveCount(0);
  const surfaces = page.locator(".recharts-surface");
  expect(await surfaces.count()).toBeGreaterThan(30);
  await expect(surfaces.filter({ has: page.locator("title:empty") })).toHaveCount(0);
});

test("the table of a figure holds the numbers of its drawing", async ({ page }) => {
  await openFigures(page);
  const cases = [
    { finding: /Installation visits/, last: "63" },
    { finding: /Cost to serve/, last: "€328" },
    { finding: /feel the wait/, last: "+0.1" },
    { finding: /moved down a tier/, last: "6,310", isInTableOnly: true },
    { finding: /Landlords fell behind/, last: "61\u00a0%" },
  ];
  for (const { finding, last, isInTableOnly } of cases) {
    const figure = page.getByRole("figure", { name: finding }).first();
    if (!isInTableOnly) await expect(figure.locator(".chart")).toContainText(last);
    await figure.getByText("Show data").click();
    await expect(figure.locator("tbody tr").last()).toContainText(last);
  }
});

test("paper at A4 width shows every drawing whole, with its last label", async ({ page }) => {
  await openFigures(page);
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: A4_WIDTH, height: 1123 });
  expect(await clippedDrawings(page)).toEqual([]);
  const figure = page.getByRole("figure", { name: /Installation visits/ }).first();
  await expect(figure.getByRole("heading")).toBeVisible();
  const edge = await figure.boundingBox();
  const label = await figure.locator(".chart text", { hasText: "63 now" }).boundingBox();
  expect(edge && label && label.x + label.width <= edge.x + edge.width).toBe(true);
  expect(edge && edge.x + edge.width <= A4_WIDTH).toBe(true);
  const pdf = await page.pdf({ format: "A4" });
  expect(pdf.byteLength).toBeGreaterThan(50_000);
});

test("a turned phone redraws without scrolling sideways or moving what stands below", async ({
  page,
}) => {
  await page.setViewportSize({ width: 812, height: 375 });
  await openFigures(page);
  await page.setViewportSize({ width: 375, height: 812 });
  const chart = page.locator(".chart").first();
  const height = (await chart.boundingBox())?.height;
  await expect
    .poll(async () => (await chart.locator("svg").first().boundingBox())?.width ?? 0)
    .toBeLessThanOrEqual(343);
  expect((await chart.boundingBox())?.height).toBe(height);
  expect(await clippedDrawings(page)).toEqual([]);
});

test("forced colours keep lines, texts and heat numbers readable", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await openFigures(page);
  const inks = await page.evaluate(() => {
    const colorOf = (selector: string, property: string) => {
      const found = document.querySelector(selector);
      return found ? getComputedStyle(found).getPropertyValue(property) : "";
    };
    return {
      surface: getComputedStyle(document.body).backgroundColor,
      line: colorOf(".recharts-line-curve", "stroke"),
      text: colorOf(".chart text tspan", "fill"),
      heat: colorOf(".heat-table td.heat", "color"),
      heatGround: colorOf(".heat-table td.heat", "background-color"),
      loss: colorOf(".bg-div-2", "background-color"),
    };
  });
  for (const ink of [inks.line, inks.text, inks.loss]) expect(ink).not.toBe(inks.surface);
  expect(inks.heat).not.toBe(inks.heatGround);
  await expectNoAxeViolations(page);
});
