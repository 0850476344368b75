/** Places to choose from: names, which no language changes. */
export const PLACES = [
  { value: "bregenz", label: "Bregenz", detail: "Vorarlberg" },
  { value: "eisenstadt", label: "Eisenstadt", detail: "Burgenland" },
  { value: "graz", label: "Graz", detail: "Steiermark" },
  { value: "innsbruck", label: "Innsbruck", detail: "Tirol" },
  { value: "klagenfurt", label: "Klagenfurt am Wörthersee", detail: "Kärnten" },
  { value: "linz", label: "Linz", detail: "Oberösterreich" },
  { value: "salzburg", label: "Salzburg", detail: "Salzburg" },
  { value: "st-poelten", label: "St. Pölten", detail: "Niederösterreich" },
  { value: "wien", label: "Wien", detail: "Wien" },
] as const;
