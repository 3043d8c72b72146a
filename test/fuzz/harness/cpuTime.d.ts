/** Milliseconds of computing that this process has spent so far, whatever else the machine does. */
export declare function cpuMilliseconds(): number;
