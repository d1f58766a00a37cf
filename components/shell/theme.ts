export const THEME_COOKIE = "mintkey_theme";
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export function readTheme(word: string | undefined): Theme {
  return THEMES.find((theme) => theme === word) ?? "system";
}
