/** Exit code of a benchmark that was told to stop, as a shell names an end by Ctrl-C. */
export const INTERRUPTED = 130
