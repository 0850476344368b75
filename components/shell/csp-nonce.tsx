"use client";

import { useState } from "react";

export type CspNonceProps = { nonce: string };

/** Tells libraries that add style elements the nonce of this document; a later refresh brings another, which would not count. */
export function CspNonce({ nonce }: CspNonceProps) {
  const [ofDocument] = useState(nonce);
  return <meta name="csp-nonce" content={ofDocument} />;
}
