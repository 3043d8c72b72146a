export const ACCOUNT = {
	idInstance: '7103000001',
	apiTokenInstance: 'sandboxgreenapi0000000000000000000000000000000001',
};

export const TROUBLE = {
	/** 400 `instance account not authorized`: the phone is not linked. */
	unlinkedInstance: '7103000002',
};
