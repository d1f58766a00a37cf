"use client";

// A fault that appears between press and release moves what is being pressed, and the click lands beside it.
let isPressed = false;

if (typeof window !== "undefined") {
  const note = (pressed: boolean) => {
    isPressed = pressed;
  };
  window.addEventListener("pointerdown", () => note(true), { capture: true });
  window.addEventListener("pointerup", () => note(false), { capture: true });
  window.addEventListener("pointercancel", () => note(false), { capture: true });
}

/** Runs at once, or, while a pointer is pressed, after its click has landed. */
export function afterPress(run: () => void): void {
  if (!isPressed) {
    run();
    return;
  }
  const ended = new AbortController();
  const finish = () => {
    ended.abort();
    setTimeout(run, 0);
  };
  for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, finish, { signal: ended.signal });
}
