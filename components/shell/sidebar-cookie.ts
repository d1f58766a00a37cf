export const SIDEBAR_COOKIE = "mintkey_sidebar";
