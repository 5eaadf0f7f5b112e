import path from "node:path"

/** The project's folder, from which its own files are read and its programs started. */
export const ROOT = path.resolve(__dirname, "..")
