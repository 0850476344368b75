"use client";

import type { ReactNode } from "react";
import { Dialog as AriaDialog, DialogTrigger } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";

export type DialogProps = {
  title: string;
  /** A <Button>, which opens the dialog. */
  trigger: ReactNode;
  children: ReactNode | ((close: () => void) => ReactNode);
};

/** A question that must be answered before going on; Escape and a click outside leave it. */
export function Dialog({ title, trigger, children }: DialogProps) {
  return (
    <DialogTrigger>
      {trigger}
      <ModalOverlay isDismissable className={OVERLAY}>
        <Modal className="w-full max-w-md rounded-lg bg-surface shadow-float">
          <AriaDialog className="p-5 outline-none">
            {({ close }) => (
              <>
                <Heading slot="title" className="text-lg font-semibold">
                  {title}
                </Heading>
                <div className="mt-2">
                  {typeof children === "function" ? children(close) : children}
                </div>
              </>
            )}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}

const OVERLAY =
  "fixed inset-0 z-40 grid place-items-center bg-text/40 p-4 transition-opacity " +
  "data-[entering]:opacity-0 data-[exiting]:opacity-0";
