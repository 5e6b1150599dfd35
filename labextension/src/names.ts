/** Names of this extension. */

/** The translation domain. */
export const DOMAIN = 'mathcoder_jupyterlab';

/** How this extension introduces itself to a kernel. */
export const CLIENT = 'mathcoder-jupyterlab 0.1.0';

/** The kernel spec that a new question's notebook uses. */
export const KERNEL = 'mathcoder';
