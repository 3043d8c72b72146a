/** Every file below a folder: paths relative to it with forward slashes, sorted; empty if missing. */
export declare function listFiles(folder: string): string[];
