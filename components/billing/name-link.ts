/** The look of the one link of a row. */
export const NAME_LINK =
  "inline-block max-w-full truncate rounded-sm align-middle hover:underline max-md:whitespace-normal max-md:[overflow-wrap:anywhere]";
