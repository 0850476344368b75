/** What web and worker need besides a database. */
export const BENCH_ENVIRONMENT = {
  APP_URL: "http://localhost:3000",
  APP_SECRET: "not used by anybody else, but it has to be long",
  LOG_LEVEL: "silent",
};
