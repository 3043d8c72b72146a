export declare function findContentFaults(root: string): string[];
