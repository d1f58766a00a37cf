"use client";

// How the focus arrived. A tooltip that opens because a dialog moved the focus would swallow the Escape meant for the dialog.
let byTab = false;

if (typeof window !== "undefined") {
  const note = (tab: boolean) => {
    byTab = tab;
  };
  window.addEventListener("keydown", (event) => note(event.key === "Tab"), { capture: true });
  window.addEventListener("pointerdown", () => note(false), { capture: true });
}

/** Whether the last thing the reader did was to press Tab. */
export const arrivedByTab = (): boolean => byTab;
