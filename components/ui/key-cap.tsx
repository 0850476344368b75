export type KeyCapProps = { children: string };

/** A key of the keyboard. */
export function KeyCap({ children }: KeyCapProps) {
  return (
    <kbd className="inline-block min-w-5 rounded-xs border border-hairline bg-raised px-1 text-center font-sans text-2xs text-muted">
      {children}
    </kbd>
  );
}
