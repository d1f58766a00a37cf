export const THEME_COOKIE = "mintkey_theme";
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_NAMES: Record<Theme, string> = { system: "System", light: "Light", dark: "Dark" };

export function readTheme(word: string | undefined): Theme {
  return THEMES.find((theme) => theme === word) ?? "system";
}
