import type { ExamplePlan } from './plan.mts';
import { REPLIES } from './replies.mts';
import { SITUATIONS } from './situations.mts';

/** What is to happen in each example. */
export const PLANS: readonly ExamplePlan[] = [...REPLIES, ...SITUATIONS];
