import { UNDER_TEST } from '../../providers/index.mts';
import type { ExamplePlan } from './plan.mts';

/** What is to happen in each example. */
export const PLANS: readonly ExamplePlan[] = Object.values(UNDER_TEST).flatMap(
	({ plans }) => plans,
);
