/**
 * Live cells of the MathCoder kernel in JupyterLab and Jupyter Notebook: several small plugins, each of which can be
 * switched off.
 */
import type { JupyterFrontEndPlugin } from '@jupyterlab/application';

import { attach } from './plugins/attach';
import { cells } from './plugins/cells';
import { commands } from './plugins/commands';
import { question } from './plugins/question';
import { status } from './plugins/status';
import { toolbar } from './plugins/toolbar';

export { IMathCoder, type INotebookSession } from './tokens';

const plugins: JupyterFrontEndPlugin<unknown>[] = [
  attach,
  cells,
  commands,
  question,
  status,
  toolbar
];

export default plugins;
