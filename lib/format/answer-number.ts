const LONGEST_ID = 200;
const LONGEST_QUESTION = 500;

/** The number of an answer, however it comes: that of its response, and its question by number or by words. */
export function answerNumber(response: string, question: string): string {
  return `${response}#${question}`.slice(0, LONGEST_ID + LONGEST_QUESTION);
}
