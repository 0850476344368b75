/** Holds `light` or `dark`; absent means: like the system. Scripts of the page may write it. */
export const THEME_COOKIE = "theme";

/** Holds `compact`; absent means: comfortable. */
export const DENSITY_COOKIE = "density";
