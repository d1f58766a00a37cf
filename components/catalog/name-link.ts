/** The look of a name that leads to its page: cut in a table, whole on a card. */
export const NAME_LINK =
  "inline-block max-w-full truncate rounded-sm align-middle hover:underline max-md:whitespace-normal max-md:[overflow-wrap:anywhere]";
