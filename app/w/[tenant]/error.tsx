"use client";

import { FailedPage } from "#components/shell/failed-page.tsx";

type Props = Readonly<{ error: unknown; retry: () => void }>;

export default function WorkspaceError({ error, retry }: Props) {
  return <FailedPage error={error} retry={retry} />;
}
