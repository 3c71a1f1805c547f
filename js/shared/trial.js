// The page of a session in the frame of another page, to be tried before it is handed over: what both of them know.

/** The name of the frame. */
export const TRIAL = "homestretch: trial";

/** What the page in it says when Escape is pressed and it has no use for the key itself. */
export const LEAVES = "homestretch: leave";
