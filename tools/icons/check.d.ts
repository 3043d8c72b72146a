export declare const MASTERS: string;
export declare const ICONS: string;
export declare function checkIcons(root: string): string[];
