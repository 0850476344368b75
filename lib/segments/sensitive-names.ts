/**
 * What an attribute called so may tell of a person: Article 9 and 10 of the GDPR, and what nobody should be grouped by without need
 * (sex, age, class, income). English, German, French, Spanish, Dutch.
 */
const WORDS = new Set([
  ...["gender", "genders", "sex", "sexe", "sexo", "genre", "genero", "geslacht", "geschlecht"],
  ...["age", "ages", "alter", "edad", "leeftijd", "race", "caste", "class", "klasse", "classe"],
  ...["origin", "origine", "origen", "herkunft", "faith", "sante", "salud", "union", "lgbt"],
  ...[
    "dob",
    "tribe",
    "belief",
    "beliefs",
    "church",
    "kirche",
    "eglise",
    "iglesia",
    "kerk",
    "rasse",
  ],
  ...["ras", "raza", "rass", "hiv", "aids", "skin", "hautfarbe", "salary", "salaries", "gehalt"],
  ...["lohn", "wage", "wages", "revenu", "revenus", "renta", "salario", "salaire", "inkomen"],
]);
/** Beginnings of words that are telling by themselves. */
const BEGINNINGS = [
  ...["birth", "geburt", "naissance", "nacimiento", "geboorte", "ethni", "etnic", "racial"],
  ...["nationalit", "religi", "konfession", "glaube", "geloof", "godsdienst", "health", "disab"],
  ...["diagnos", "gesundheit", "behinder", "krank", "gezond", "pregnan", "schwanger"],
  ...["orientation", "gewerkschaft", "syndica", "politic", "partei", "genetic", "biometr"],
  ...["criminal", "conviction", "vorstraf", "income", "einkommen", "medic", "medizin", "illness"],
  ...["disease", "handicap", "wheelchair", "rollstuhl", "sexual", "marital", "familienstand"],
  ...["party", "tribal", "customergender", "patient", "maladie", "enfermedad", "ziekte", "allerg"],
] as const;

/** Whether the name of an attribute suggests that it is a matter of purpose and lawful basis. A hint, not a judgement. */
export function soundsSensitive(name: string): boolean {
  const words = name
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .split(/[^\p{L}]+/u);
  return words.some(
    (word) => WORDS.has(word) || BEGINNINGS.some((beginning) => word.startsWith(beginning)),
  );
}
