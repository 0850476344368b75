import type { Page } from "playwright/test";

/** What React keeps of an element, as much as is asked here. */
type Fiber = {
  readonly type: unknown;
  readonly memoizedProps: Readonly<Record<string, unknown>> | null;
  readonly alternate: Fiber | null;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
};

/**
 * Watch which elements with `data-part` React draws anew in the pages that are opened from now on. Returns a function that tells
 * their parts since it was called last, each once.
 */
export async function watchDrawnParts(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const parts = new Set<string>();
    const note = ({ type, memoizedProps: props }: Fiber, before: Fiber): void => {
      const part = typeof type === "string" ? props?.["data-part"] : undefined;
      if (part !== undefined && before.memoizedProps !== props) parts.add(String(part));
    };
    const look = (fiber: Fiber): void => {
      const { alternate: before } = fiber;
      if (!before) return;
      note(fiber, before);
      // The same children were not even looked at.
      if (fiber.child !== before.child) walk(fiber);
    };
    const walk = ({ child }: Fiber): void => {
      for (let each = child; each; each = each.sibling) look(each);
    };
    // React tells its developer tools of everything that it draws.
    const tools = {
      ...{ supportsFiber: true, renderers: new Map(), inject: () => 1, checkDCE: () => undefined },
      onCommitFiberRoot: (_: number, root: { current: Fiber }) => walk(root.current),
      ...{ onCommitFiberUnmount: () => undefined, onPostCommitFiberRoot: () => undefined },
    };
    Object.assign(window, { __REACT_DEVTOOLS_GLOBAL_HOOK__: tools, drawnParts: parts });
  });
  return () =>
    page.evaluate(() => {
      const parts: unknown = Reflect.get(window, "drawnParts");
      if (!(parts instanceof Set)) throw new Error("Nothing was watched.");
      const drawn = [...parts].map(String);
      parts.clear();
      return drawn;
    });
}
