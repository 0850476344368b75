import { describe, expect, it } from "vitest";
import { scaleInWords } from "#lib/imports/formats/scale-in-words.ts";

const isUp = (question: string) => scaleInWords(question)?.higherIsBetter;

describe("the scale that a question says", () => {
  it.each([
    ["Please rate us from 1 to 10.", 1, 10],
    ["On a scale of 0–10, how likely are you to recommend us?", 0, 10],
    ["How satisfied are you? (1-5)", 1, 5],
    ["How satisfied are you with the delivery 1-5?", 1, 5],
    ["Rate our service 1 to 100", 1, 100],
    ["Give the stay 1 to 5 stars", 1, 5],
    ["Choose a number between 1 and 7", 1, 7],
    ["Wie zufrieden sind Sie, zwischen 1 und 5?", 1, 5],
    ["Auf einer Skala von 1 bis 10", 1, 10],
    ["De 0 à 10, recommanderiez-vous la boutique ?", 0, 10],
    ["Del 1 al 5, la atención", 1, 5],
    ["Would you come again? (1 = no and 5 = certainly)", 1, 5],
    ["Your visit (5 = best, 1 = worst)", 1, 5],
    ["The stay (1 = lowest, 7 = highest)", 1, 7],
    ["How easy was it, from 1 (very hard) to 7 (very easy)?", 1, 7],
    ["Von 0 (nein) bis 10 (sehr wahrscheinlich)", 0, 10],
    ["Rate us, 10 (excellent) to 1 (terrible)", 1, 10],
    ["1 = not at all, 2 = a little, 3 = fully satisfied", 1, 3],
  ])("%s", (question, min, max) => {
    expect(scaleInWords(question)).toEqual({ min, max, higherIsBetter: true });
  });

  it.each([
    "How was it? (1 = very satisfied, 5 = very dissatisfied)",
    "Your visit: 1 = best, 5 = worst",
    "Service (1=sehr zufrieden, 5=sehr unzufrieden)",
    "Service (1 = sehr gut und 6 = ungenügend)",
    "Overall: 1 = very good … 6 = very bad",
    "1 = excellent, 2 = good, 3 = fair, 4 = poor",
    "Return: 1 = easy, 7 = difficult",
    "Return: 1 = no effort, 7 = high effort",
    "How was it, 1 (very good) to 6 (very bad)?",
    "Wie war es? 1 (sehr gut) – 6 (ungenügend)",
    "Please rate the stay from 5 (terrible) to 1 (great)",
    "Schulnote 1 bis 6",
    "Welche Schulnote von 1 bis 5 geben Sie uns?",
    "Rate us with a school grade (1-6)",
  ])("has its good end below: %s", (question) => {
    expect(isUp(question)).toBe(false);
  });

  it("is not told by a mark of school where words say the other way round", () => {
    expect(isUp("Schulnote 1 bis 6 (1 = sehr schlecht, 6 = sehr gut)")).toBe(true);
    expect(isUp("Donnez une note de 1 à 5")).toBe(true);
  });

  it.each([
    "Which room did you have, 1 (garden) or 5 (street)?",
    "Which of the 1-10 rooms did you use?",
    "How many cups do you drink, 1 to 4 per day?",
    "How did you like room 1 and 5?",
    "How would you rate rooms 1-5?",
    "Which floor (1-5)?",
    "Number of children (0-4)",
    "Do you have 1-3 children?",
    "Did you wait 1 to 5 minutes?",
    "How did you hear of us? 1 = mail, 2 = phone, 3 = shop",
    "Are you a member? 1 = yes, 2 = no, 3 = other",
    "Your stay of 1-3-2025",
    "Rate us",
  ])("is none: %s", (question) => {
    expect(scaleInWords(question)).toBeNull();
  });
});
