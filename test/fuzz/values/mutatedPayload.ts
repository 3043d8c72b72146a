import fc from 'fast-check';

import type { JsonObject } from '../../../nodes/WhatsAppMarkRead/input/untrustedJson';
import { anyJson, anyKey, PROTOTYPE_KEYS } from './hostileJson';
import { REAL_PAYLOADS } from './realPayloads';
import { wildOrHugeText } from './wildText';

/** A real payload of some provider in which a few things are not as they should be. */
export function mutatedPayload(
	payloads: readonly JsonObject[] = REAL_PAYLOADS,
): fc.Arbitrary<JsonObject> {
	return fc
		.tuple(fc.constantFrom(...payloads), fc.array(mutation(), { maxLength: 5 }))
		.map(([payload, mutations]) => {
			const copy = JSON.parse(JSON.stringify(payload)) as JsonObject;
			mutations.forEach((mutate) => mutate(copy));
			return copy;
		});
}

/** Changes one place of a payload. */
type Mutation = (payload: JsonObject) => void;

type Container = unknown[] | Record<string, unknown>;

/** One value in a payload: its container, and its key or position there. */
interface Place {
	readonly container: Container;
	readonly key: string;
}

function mutation(): fc.Arbitrary<Mutation> {
	return fc
		.tuple(fc.nat(), anyKey(), anyJson(), wildOrHugeText(), fc.nat(), fc.nat(CHANGES.length - 1))
		.map(([where, key, value, text, pick, which]) => (payload: JsonObject) => {
			const places = placesIn(payload);
			const place = places[where % places.length];
			if (place !== undefined) CHANGES[which]?.(place, { key, value, text, pick });
		});
}

/** What a change may put in. */
interface Material {
	readonly key: string;
	readonly value: unknown;
	readonly text: string;
	/** Chooses among what a change has to choose from. */
	readonly pick: number;
}

type Change = (place: Place, material: Material) => void;

const CHANGES: readonly Change[] = [
	function drop({ container, key }) {
		if (Array.isArray(container)) container.splice(Number(key), 1);
		else delete container[key];
	},
	function rename({ container, key }, material) {
		const value = valueAt({ container, key });
		if (!Array.isArray(container)) delete container[key];
		put(container, material.key, value);
	},
	function retype({ container, key }, { value }) {
		put(container, key, value);
	},
	function empty({ container, key }, { pick }) {
		put(container, key, [null, {}, [], '', 'null', 0][pick % 6]);
	},
	function retypeOfSameText({ container, key }) {
		const value = valueAt({ container, key });
		put(
			container,
			key,
			typeof value === 'string' ? Number(value) || 0 : textAt({ container, key }),
		);
	},
	function duplicate({ container, key }, material) {
		put(container, Array.isArray(container) ? 'length' : material.key, valueAt({ container, key }));
	},
	function nestInList({ container, key }) {
		put(container, key, [valueAt({ container, key })]);
	},
	function nestInObject({ container, key }, material) {
		const outer = {};
		put(outer, material.key, valueAt({ container, key }));
		put(container, key, outer);
	},
	function spoilText({ container, key }, { text, pick }) {
		const value = textAt({ container, key });
		const cut = pick % (value.length + 1);
		put(container, key, value.slice(0, cut) + text + value.slice(cut));
	},
	function cutText({ container, key }, { pick }) {
		const value = textAt({ container, key });
		put(container, key, value.slice(0, pick % (value.length + 1)));
	},
	function poison({ container }, { value, pick }) {
		put(container, PROTOTYPE_KEYS[pick % PROTOTYPE_KEYS.length] ?? '', value);
	},
];

function valueAt({ container, key }: Place): unknown {
	return (container as Record<string, unknown>)[key];
}

/** The value as text; of lists and objects, which may be too deep for it, nothing. */
function textAt(place: Place): string {
	const value = valueAt(place);
	return value !== null && typeof value === 'object' ? '' : String(value);
}

/** As `JSON.parse` would: `__proto__` becomes a key like any other. In a list what has no position is appended. */
function put(container: Container, key: string, value: unknown): void {
	const isPosition = !Array.isArray(container) || /^\d{1,4}$/.test(key);
	Object.defineProperty(container, isPosition ? key : container.length, {
		value,
		configurable: true,
		enumerable: true,
		writable: true,
	});
}

/** Every place in a payload; not within values that all runs share, which are frozen. */
function placesIn(payload: JsonObject): readonly Place[] {
	const places: Place[] = [];
	const containers: unknown[] = [payload];
	for (const container of containers) {
		if (container === null || typeof container !== 'object' || Object.isFrozen(container)) continue;
		for (const key of Object.keys(container)) {
			places.push({ container: container as Container, key });
			containers.push((container as Record<string, unknown>)[key]);
		}
	}
	return places;
}
