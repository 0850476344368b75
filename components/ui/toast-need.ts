/** Toasts are fetched with the first of them: what is needed, and since when it is there. */
let isNeeded = false;
const listeners = new Set<() => void>();
let markReady: () => void = () => undefined;
const ready = new Promise<void>((resolve) => {
  markReady = resolve;
});

/** Asks for the stack of toasts; fulfilled once it can show one. */
export function needToasts(): Promise<void> {
  isNeeded = true;
  for (const tell of listeners) tell();
  return ready;
}

/** The stack is on the page. */
export function toastsAreReady(): void {
  markReady();
}

/** For useSyncExternalStore: whether a toast was ever asked for. */
export const toastNeed = {
  subscribe: (tell: () => void) => {
    listeners.add(tell);
    return () => listeners.delete(tell);
  },
  read: () => isNeeded,
  onServer: () => false,
};
