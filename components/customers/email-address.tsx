import { Fragment } from "react";

export type EmailAddressProps = { email: string };

/** An address that breaks, where it has to, before its "@" or a full stop rather than within a word. */
export function EmailAddress({ email }: EmailAddressProps) {
  let at = 0;
  return email.split(/(?=[@.])/).map((part) => {
    at += part.length;
    return (
      <Fragment key={at}>
        {at > part.length && <wbr />}
        {part}
      </Fragment>
    );
  });
}
