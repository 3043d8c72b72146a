const NODE = 'nodes/WhatsAppMarkRead';

/** The rooms, from the edge to the ground. */
const LEVELS = [
	['n8n'],
	['description', 'pipeline'],
	['providers'],
	['responses', 'whatsapp', 'credentialValues'],
	['input'],
];

const CONTRACT = `^${NODE}/providers/(calls|messages|provider)[.]ts$`;

/** How the code of the node may import, checked by `npm run lint` (dependency-cruiser). */
module.exports = {
	options: { tsPreCompilationDeps: 'specify', doNotFollow: { path: 'node_modules' } },
	forbidden: [
		{ name: 'no file imports itself by way of others', to: { circular: true } },
		...LEVELS.flatMap((rooms, level) =>
			rooms.map((room) => ({
				name: `${room}/ imports from itself and from lower rooms alone`,
				from: { path: `^${NODE}/${room}/` },
				to: { path: `^${NODE}/`, pathNot: pathsOf([room, ...LEVELS.slice(level + 1).flat()]) },
			})),
		),
		{
			name: 'every file is in a room',
			from: {
				path: `^${NODE}/`,
				pathNot: [...pathsOf(LEVELS.flat()), `^${NODE}/WhatsAppMarkRead[.]node[.](ts|json)$`],
			},
			to: {},
		},
		{
			name: 'only n8n/ imports more than types from n8n',
			from: { path: `^${NODE}/`, pathNot: `^${NODE}/n8n/` },
			to: { path: '(^|/)n8n-[a-z]+(/|$)', dependencyTypesNot: ['type-only'] },
		},
		{
			name: 'the pipeline knows providers by their contract alone',
			from: { path: `^${NODE}/pipeline/` },
			to: { path: `^${NODE}/providers/`, pathNot: CONTRACT },
		},
		{
			name: 'no provider imports another',
			from: { path: `^${NODE}/providers/([^/]+)/` },
			to: {
				path: `^${NODE}/providers/`,
				pathNot: [`^${NODE}/providers/($1|meta|linked|wahaEngine)/`, CONTRACT],
			},
		},
	].map((rule) => ({ severity: 'error', from: {}, ...rule })),
};

function pathsOf(rooms) {
	return rooms.map((room) => `^${NODE}/${room}/`);
}
