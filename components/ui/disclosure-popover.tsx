"use client";

import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { cx } from "#lib/class-names.ts";
import { POPOVER } from "./popover-style.ts";

export type DisclosurePopoverProps = {
  /** What stands on the button */
  trigger: ReactNode;
  triggerClassName: string;
  children: ReactNode;
  /** Which edge of the button it hangs from */
  align?: "start" | "end";
  /** Over the button, for one at the foot of the window */
  isAbove?: boolean;
  /** Which single key leads here: see the shortcuts of the shell */
  shortcut?: string;
  /** Off for a place where several small forms are sent one after the other */
  closesOnSubmit?: boolean;
  /** Stands open with the focus on its button, for what was just asked for */
  startsOpen?: boolean | undefined;
  className?: string;
};

/**
 * A button that opens a small form or list below it. It is the browser's own disclosure, so it also opens before the
 * page has come to life, and without JavaScript. Escape and sending the form close it and give the focus back.
 */
export function DisclosurePopover(props: DisclosurePopoverProps) {
  const { trigger, triggerClassName, children, align = "start", shortcut, className } = props;
  const { closesOnSubmit = true, startsOpen = false, isAbove = false } = props;
  const place = useRef<HTMLDetailsElement>(null);
  useCloseOutside(place);
  useFocusAtFirst(place, startsOpen);
  const close = () => {
    if (!place.current?.open) return;
    place.current.open = false;
    place.current.querySelector("summary")?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    close();
  };
  const onBlur = ({ relatedTarget, currentTarget }: FocusEvent<HTMLElement>) => {
    if (relatedTarget && place.current && !currentTarget.contains(relatedTarget)) {
      place.current.open = false;
    }
  };
  return (
    <details
      ref={place}
      open={startsOpen || undefined}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      onToggle={({ currentTarget }) => hangInside(currentTarget)}
      onSubmit={closesOnSubmit ? close : undefined}
      className={cx("min-w-0 sm:relative", className)}
    >
      <summary data-shortcut={shortcut} className={cx(SUMMARY, triggerClassName)}>
        {trigger}
      </summary>
      <div
        className={cx(
          POPOVER,
          PLACE,
          isAbove ? "sm:bottom-full sm:mb-1" : "sm:top-full sm:mt-1",
          EDGE[align],
        )}
      >
        {children}
      </div>
    </details>
  );
}

function useCloseOutside(place: { readonly current: HTMLDetailsElement | null }): void {
  useEffect(() => {
    const onPointerDown = ({ target }: PointerEvent) => {
      const details = place.current;
      if (details?.open && target instanceof Node && !details.contains(target))
        details.open = false;
    };
    document.addEventListener("pointerdown", onPointerDown);
    return () => document.removeEventListener("pointerdown", onPointerDown);
  }, [place]);
}

function useFocusAtFirst(
  place: { readonly current: HTMLDetailsElement | null },
  startsOpen: boolean,
): void {
  useEffect(() => {
    const details = place.current;
    if (!details || !startsOpen) return;
    hangInside(details);
    details.querySelector("summary")?.focus();
  }, [place, startsOpen]);
}

/** Let it hang from the other edge of its button where it would leave the window. */
function hangInside({ open, lastElementChild }: HTMLDetailsElement): void {
  if (!open || !lastElementChild) return;
  lastElementChild.removeAttribute("data-flipped");
  const { left, right } = lastElementChild.getBoundingClientRect();
  const { clientWidth } = document.documentElement;
  lastElementChild.toggleAttribute("data-flipped", left < 0 || right > clientWidth);
}

const SUMMARY = "cursor-pointer list-none [&::-webkit-details-marker]:hidden";
// On a phone it stands over the bar at the foot, so that its button is always in reach.
const PLACE =
  "z-20 max-sm:fixed max-sm:inset-x-4 max-sm:bottom-20 max-sm:max-h-[70dvh] max-sm:overflow-y-auto " +
  "sm:absolute sm:min-w-60 sm:max-w-[calc(100vw-2rem)]";
const EDGE = {
  start: "sm:start-0 sm:data-flipped:start-auto sm:data-flipped:end-0",
  end: "sm:end-0 sm:data-flipped:end-auto sm:data-flipped:start-0",
};
