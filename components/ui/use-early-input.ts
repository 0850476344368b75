"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";

/**
 * A ref for a field or the element around it. What was typed, ticked or chosen there before the page came to life is told to
 * React, which at its next drawing would otherwise put back what the server had sent.
 */
export function useEarlyInput<E extends HTMLElement>(earlyText?: string): RefObject<E | null> {
  const place = useRef<E>(null);
  const isTold = useRef(false);
  useLayoutEffect(() => {
    if (isTold.current) return;
    isTold.current = true;
    for (const field of fieldsIn(place.current)) tellAgain(field, earlyText);
  }, [earlyText]);
  return place;
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function fieldsIn(place: HTMLElement | null): Field[] {
  if (!place) return [];
  return [place, ...place.querySelectorAll("input, textarea, select")].filter(isField);
}

function isField(element: Element): element is Field {
  return [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement].some(
    (kind) => element instanceof kind,
  );
}

function tellAgain(field: Field, earlyText: string | undefined): void {
  if (field instanceof HTMLSelectElement) {
    chooseAgain(field);
    return;
  }
  if (field instanceof HTMLInputElement && UNTYPED.has(field.type)) return;
  if (field instanceof HTMLInputElement && TICKED.has(field.type)) tickAgain(field);
  else typeAgain(field, earlyText ?? field.value);
}

const TICKED = new Set(["checkbox", "radio"]);
const UNTYPED = new Set(["hidden", "file", "submit", "button", "reset", "image", "range"]);

function tickAgain(box: HTMLInputElement): void {
  if (box.checked === box.defaultChecked) return;
  // A radio that lost its mark is told by the one that has it.
  if (box.type === "radio" && !box.checked) return;
  box.checked = box.defaultChecked;
  box.click();
}

/** A box of choices keeps what was chosen; React only has to hear of it. One that React drew itself marks no option as drawn. */
function chooseAgain(box: HTMLSelectElement): void {
  const drawn = [...box.options].find(({ defaultSelected }) => defaultSelected);
  if (drawn && box.value !== drawn.value) box.dispatchEvent(new Event("change", { bubbles: true }));
}

function typeAgain(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  // What React drew from its state stands in defaultValue; a browser ends lines in its own way.
  if (text === field.defaultValue.replaceAll(/\r\n?/g, "\n")) return;
  field.value = field.defaultValue;
  // React notes what is set on the element itself; set past it, it finds a change.
  const prototype = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  Object.getOwnPropertyDescriptor(prototype.prototype, "value")?.set?.call(field, text);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  // A number counts when its field is left, and by then React must have heard of it.
  if (field !== document.activeElement) {
    queueMicrotask(() => field.dispatchEvent(new FocusEvent("focusout", { bubbles: true })));
  }
}
