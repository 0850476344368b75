import type { ReactNode } from "react";

export type PageHeaderProps = {
  title: ReactNode;
  /** What the page is for, or about what it is, in one line */
  purpose?: ReactNode;
  /** At most one primary button */
  actions?: ReactNode;
};

/** The title of a page, its purpose, and what can be done with it. */
export function PageHeader({ title, purpose, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-start gap-x-4 gap-y-3">
      <div className="min-w-0 flex-1 basis-72">
        <h1 className="text-xl break-words">{title}</h1>
        {purpose && <p className="mt-0.5 text-muted break-words">{purpose}</p>}
      </div>
      {actions && <div className="no-print flex flex-wrap gap-2">{actions}</div>}
    </header>
  );
}
