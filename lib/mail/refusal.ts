/** Whether a mail server's error will be the same tomorrow: it refused this mail or its address for good (5xx). */
export function isRefusedForGood(error: unknown): error is Error {
  const { code, responseCode } = fieldsOf(error);
  const isAboutMail = code === "EENVELOPE" || code === "EMESSAGE";
  return isAboutMail && responseCode >= 500 && responseCode < 600;
}

function fieldsOf(error: unknown): { code: string; responseCode: number } {
  if (!(error instanceof Error)) return { code: "", responseCode: 0 };
  return {
    code: "code" in error ? String(error.code) : "",
    responseCode: "responseCode" in error ? Number(error.responseCode) : 0,
  };
}
