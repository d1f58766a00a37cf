// What a person does with the dialog that shows a new secret.
import type { Locator, Page } from "playwright/test";
import { expect } from "./browser";

export const WHOLE_SECRET = /mk_(live|test)_[0-9a-f]{48}/;

export const revealDialog = (page: Page): Locator => page.getByRole("dialog", { name: "Store this secret now" });

/** Reads the secret off the screen. */
export async function readSecret(page: Page): Promise<string> {
  await revealDialog(page).getByRole("button", { name: "Show secret" }).click();
  const secret = WHOLE_SECRET.exec((await revealDialog(page).textContent()) ?? "")?.[0] ?? "";
  expect(secret).toMatch(WHOLE_SECRET);
  return secret;
}

/** Ticks the box and leaves. */
export async function leaveReveal(page: Page): Promise<void> {
  await revealDialog(page).getByRole("checkbox", { name: "I have stored this key" }).check();
  await revealDialog(page).getByRole("button", { name: "Done" }).click();
  await expect(revealDialog(page)).toBeHidden();
}
