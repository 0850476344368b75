import type { ReactNode } from "react";
import { cx } from "#lib/class-names.ts";

export type PanelProps = {
  /** The finding or the name of what is inside */
  title?: ReactNode;
  /** One muted line under it */
  caption?: ReactNode;
  /** Small quiet buttons at the end of the title */
  actions?: ReactNode;
  /** A line at the foot, after a hairline */
  footer?: ReactNode;
  children?: ReactNode;
  /** Off for a table, which brings its own padding */
  hasPadding?: boolean;
  className?: string;
};

/** A box with a hairline: title, caption, content, foot. */
export function Panel(props: PanelProps) {
  const { title, caption, actions, footer, children, hasPadding = true, className } = props;
  return (
    <section
      className={cx(
        "flex min-w-0 flex-col rounded-md border border-hairline bg-surface",
        className,
      )}
    >
      {title && (
        <header className="flex flex-wrap items-start gap-x-4 gap-y-1 px-4 pt-4 sm:px-5">
          <div className="min-w-0 flex-1 basis-56">
            <h2 className="max-w-[76ch]">{title}</h2>
            {caption && <p className="mt-1 text-2xs text-muted">{caption}</p>}
          </div>
          {actions && (
            // The words of a quiet button stand in line with the rest; a drawn one does so with its border.
            <div className="-mt-1 flex shrink-0 gap-1 print:[&>a]:hidden max-sm:not-has-[>.border-edge]:-ms-3 sm:not-has-[>.border-edge]:-me-2">
              {actions}
            </div>
          )}
        </header>
      )}
      <div className={bodyStyle(hasPadding, title, children)}>{children}</div>
      {footer && (
        <footer className="mt-auto flex flex-wrap items-center gap-2 border-t border-hairline px-4 py-3 sm:px-5 print:has-[>a:only-child]:hidden">
          {footer}
        </footer>
      )}
    </section>
  );
}

function bodyStyle(hasPadding: boolean, title: ReactNode, children: ReactNode): string {
  if (!children) return "pb-4";
  return hasPadding ? "px-4 pt-4 pb-5 sm:px-5" : cx(title && "mt-2");
}
