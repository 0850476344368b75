import { DEMO_OWNER, DEMO_PASSWORD, DEMO_WORKSPACE } from "#prisma/seed/people.ts";
import { expect, expectNoAxeViolations, signIn, test } from "#tests/support/browser.ts";
import { tabTo } from "#tests/support/keyboard.ts";

const OWNER = { email: DEMO_OWNER.email, password: DEMO_PASSWORD };

/** The tier in the second place, and in the last, and what is typed where they end. */
const WRONG = [
  { tier: "Tier 2", typed: "1", fault: "must end further on than" },
  { tier: "Tier 4", typed: "80", fault: "The last tier takes the rest" },
] as const;

for (const { tier, typed, fault } of WRONG)
  test(`where ${tier} cannot end is said beside its field, by keyboard on a phone`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 375, height: 812 });
    await signIn(page, OWNER);
    await page.goto(`/w/${DEMO_WORKSPACE.slug}/value/policy`);
    const ends = page.getByRole("group", { name: tier }).getByLabel("Ends at");
    await ends.focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(typed);
    await tabTo(page, page.getByRole("button", { name: "Save the policy" }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert").filter({ hasText: /\S/ })).toBeVisible();
    await expect(ends).toBeFocused();
    await expect(ends).toHaveValue(typed);
    await expect(ends).toHaveAttribute("aria-invalid", "true");
    await expect(ends).toHaveAccessibleDescription(new RegExp(fault));
    await expect(ends).toBeInViewport();
    await expectNoAxeViolations(page);
  });
