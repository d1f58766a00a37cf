/** Length as people count it: code points, so that one emoji of two UTF-16 units is one. */
export const lengthInCodePoints = (text: string): number => {
  let length = 0;
  for (const _ of text) length++;
  return length;
};

/** The fault of a text that stores or screens could not hold as it is, or null: U+0000 and lone surrogates. */
export function faultOfText(text: string): string | null {
  if (text.includes("\u0000")) return "must not contain U+0000";
  if (!text.isWellFormed()) return "must not contain lone surrogates";
  return null;
}

export const isBlank = (text: string): boolean => text.trim() === "";
