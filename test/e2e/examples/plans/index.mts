import { PROVIDER_IDS } from '../../../../tools/providers.js';
import { underTest } from '../../providers/index.mts';
import type { ExamplePlan } from './plan.mts';

/** What is to happen in each example. */
export const PLANS: readonly ExamplePlan[] = PROVIDER_IDS.flatMap((id) => underTest(id).plans);
