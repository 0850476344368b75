import type { Page } from "playwright/test";
import { expect, test } from "#tests/support/browser.ts";
import { expectSound } from "#tests/support/sound.ts";

const button = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true }).first();

async function typeInto(page: Page, name: string, text: string): Promise<void> {
  const field = page.locator("input[role=combobox]").and(page.getByLabel(name)).first();
  await field.click();
  await field.pressSequentially(text);
}

const calendarOf = (page: Page, title: string) =>
  page.locator("section", { has: page.getByRole("heading", { name: title, exact: true }) });

// While its list is open, react-aria hides all but a combo box from screen readers; going on by Tab closes the list, so
// nothing hidden is ever reached. axe looks at that one moment.
const WHILE_LISTING = ["aria-hidden-focus", "page-has-heading-one", "region"];
// A tooltip lies at the end of the page and is read as the description of its button, never come upon by itself.
const WHILE_TELLING = ["region"];

type Opened = {
  section: string;
  open: (page: Page) => Promise<void>;
  role: string;
  /** Rules of axe that do not fit this moment */
  except?: readonly string[];
};
/** Everything that opens: where it stands, how it is opened, and what is then in sight. */
const OPENED: Record<string, Opened> = {
  "a drawer": {
    section: "overlays",
    open: (page) => button(page, "Open drawer").click(),
    role: "",
  },
  "a dialog": {
    section: "overlays",
    open: (page) => button(page, "Open dialog").click(),
    role: "dialog",
  },
  "a long dialog": {
    section: "overlays",
    open: (page) => button(page, "Open long dialog").click(),
    role: "dialog",
  },
  "a refused question": {
    section: "overlays",
    role: "alertdialog",
    open: async (page) => {
      await button(page, "Ask first").click();
      await page.getByRole("alertdialog").getByRole("button", { name: "Delete map" }).click();
      await expect(page.getByRole("alertdialog").getByRole("alert")).toContainText(
        "Ana is editing",
      );
    },
  },
  "a mistyped name": {
    section: "overlays",
    role: "alertdialog",
    open: async (page) => {
      await button(page, "Ask for the name").click();
      await page.getByRole("alertdialog").getByRole("button", { name: "Delete map" }).click();
      await expect(page.getByText("This is not the name.")).toBeVisible();
    },
  },
  "four toasts": {
    section: "overlays",
    role: "",
    open: async (page) => {
      for (const tone of ["Good", "Info", "Warning", "Bad"]) await button(page, tone).click();
      await expect(page.locator("[data-sonner-toast]")).toHaveCount(4);
    },
  },
  "a menu": { section: "overlays", open: (page) => button(page, "More").click(), role: "menu" },
  "a definition": {
    section: "overlays",
    open: (page) => button(page, "What is Customer lifetime value?").click(),
    role: "dialog",
  },
  "a tooltip": {
    section: "overlays",
    // The first move of a mouse only tells react-aria that there is one.
    open: async (page) => {
      await page.mouse.move(5, 5);
      await button(page, "Archive").hover();
    },
    role: "tooltip",
    except: WHILE_TELLING,
  },
  "a right-to-left question": {
    section: "overlays",
    open: (page) => button(page, "إغلاق الشكوى").click(),
    role: "alertdialog",
  },
  "a select": {
    section: "fields",
    open: (page) =>
      page.getByRole("button", { name: /Select an item Empty|Empty Select an item/ }).click(),
    role: "listbox",
  },
  "a combo box": {
    section: "fields",
    open: (page) => typeInto(page, "Empty", "sal"),
    role: "listbox",
    except: WHILE_LISTING,
  },
  "a combo box without a match": {
    section: "fields",
    open: (page) => typeInto(page, "Empty", "xyz"),
    role: "listbox",
    except: WHILE_LISTING,
  },
  "a calendar": {
    section: "dates",
    open: (page) => calendarOf(page, "Date picker").getByRole("button").first().click(),
    role: "dialog",
  },
  "a range of days": {
    section: "dates",
    open: (page) => calendarOf(page, "Date range picker").getByRole("button").first().click(),
    role: "dialog",
  },
};

async function open(page: Page, section: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(`/design/${section}`, { waitUntil: "networkidle" });
}

for (const [name, opened] of Object.entries(OPENED)) {
  test(`${name} is sound in every look`, async ({ page }) => {
    await open(page, opened.section);
    await opened.open(page);
    if (opened.role) await expect(page.locator(`[role=${opened.role}]`).first()).toBeVisible();
    await expectSound(page, name, { except: opened.except ?? [] });
  });
}
