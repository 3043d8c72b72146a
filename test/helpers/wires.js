'use strict';

const { PROVIDERS } = require('../../nodes/WhatsAppMarkRead/providers/index.ts');

const WIRES = new Map(
	PROVIDERS.flatMap(({ id }) => Object.entries(require(`../providers/${id}/wires.ts`).WIRES)),
);

module.exports = { WIRES };
