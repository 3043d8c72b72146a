export declare function verifyDist(root: string): { removed: string[]; faults: string[] };
