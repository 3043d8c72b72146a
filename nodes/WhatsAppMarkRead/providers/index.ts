import { cloudApi } from './cloudApi';
import { dialog360 } from './dialog360';
import { evolution } from './evolution';
import { gowa } from './gowa';
import { greenApi } from './greenApi';
import { kapso } from './kapso';
import { kirim } from './kirim';
import type { Provider } from './provider';
import { ryze } from './ryze';
import { uazapi } from './uazapi';
import { waha } from './waha';
import { wawp } from './wawp';
import { whapi } from './whapi';
import { wuzapi } from './wuzapi';
import { zapi } from './zapi';

/** Every provider of the node, in the order of the dropdown. */
export const PROVIDERS: readonly Provider[] = [
	cloudApi,
	kirim,
	ryze,
	wawp,
	evolution,
	waha,
	dialog360,
	kapso,
	uazapi,
	wuzapi,
	zapi,
	greenApi,
	whapi,
	gowa,
];
