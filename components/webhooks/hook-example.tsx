import { useTranslations } from "next-intl";
import { CopyField } from "#components/ui/copy-field.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { curlExample } from "#lib/webhooks/curl-example.ts";
import type { HookPage } from "#lib/webhooks/types.ts";

export type HookExampleProps = { hook: HookPage; address: string };

/** Where to send, and a command that does it. */
export function HookExample({ hook, address }: HookExampleProps) {
  const t = useTranslations("webhooks");
  const { kind, format } = hook;
  const caption = t("sendToCaption", {
    kind: t(`kind_${kind}`),
    format: t(`format_${format}`),
  });
  return (
    <>
      <Panel title={t("sendTo")} caption={caption}>
        <CopyField label={t("address")} value={address} className="max-w-3xl" />
      </Panel>
      <Panel title={t("example")} caption={t("exampleCaption")}>
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          tabIndex={0}
          className="overflow-x-auto rounded-sm border border-hairline bg-canvas p-3 font-mono text-2xs"
        >
          <code>{curlExample(address, hook)}</code>
        </pre>
      </Panel>
    </>
  );
}
