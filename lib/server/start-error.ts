/** A reason not to start that is shown as it is, without an error's name before it. */
export class StartError extends Error {}
