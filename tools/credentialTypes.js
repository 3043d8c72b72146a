'use strict';

const { PROVIDERS } = require('../nodes/WhatsAppMarkRead/providers/index.ts');

/** A credential type by its name, from the file and class that n8n expects of that name. */
function newCredentialType(credentialType) {
	const className = credentialType.charAt(0).toUpperCase() + credentialType.slice(1);
	const { [className]: Credential } = require(`../credentials/${className}.credentials.ts`);
	return new Credential();
}

const CREDENTIAL_TYPES = new Map(
	PROVIDERS.map(({ id, credentialType }) => [id, newCredentialType(credentialType)]),
);

const SECRET_FIELDS = [...CREDENTIAL_TYPES].flatMap(([provider, { properties }]) =>
	properties
		.filter(({ typeOptions }) => typeOptions?.password === true)
		.map(({ name, displayName }) => ({ provider, name, displayName })),
);

module.exports = { CREDENTIAL_TYPES, SECRET_FIELDS };
