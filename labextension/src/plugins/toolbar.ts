/**
 * In the notebook's toolbar: how generated code is run, and (where there is no status bar) what the kernel is doing.
 */
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { IToolbarWidgetRegistry } from '@jupyterlab/apputils';
import type { NotebookPanel } from '@jupyterlab/notebook';
import { IStatusBar } from '@jupyterlab/statusbar';
import { ITranslator, nullTranslator, type TranslationBundle } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';

import { KEY } from '../metadata';
import { DOMAIN } from '../names';
import { checkSign, runModeCaption, runModeName, speed, stateName } from '../phrases';
import type { RunMode } from '../protocol';
import { IMathCoder, type INotebookSession } from '../tokens';

/** The run mode of a notebook's kernel, shown and changed. */
class RunModeSelect extends Widget {
  constructor(
    panel: NotebookPanel,
    private readonly _mathcoder: IMathCoder,
    private readonly _trans: TranslationBundle,
    private readonly _saysState: boolean
  ) {
    super();
    this.addClass('jp-MathCoder-toolbarItem');
    this._state.className = 'jp-MathCoder-toolbarState';
    this._state.setAttribute('role', 'status');
    this._state.hidden = !_saysState;
    this._select.className = 'jp-MathCoder-select';
    this._select.setAttribute('aria-label', _trans.__('How generated code is run'));
    this._select.addEventListener('change', () => {
      const mode = this._select.value as RunMode;
      this._session?.setRunMode(mode);
      this._session?.document.notebook.setMetadata(KEY, { run: mode } as never);
      panel.content.activate();
    });
    this.node.append(this._state, this._select);
    this.hide();
    const present = _mathcoder.session(panel);
    if (present) {
      this._use(present);
    } else {
      const await_ = (_: IMathCoder, session: INotebookSession) => {
        if (session.panel === panel) {
          this._mathcoder.added.disconnect(await_);
          this._use(session);
        }
      };
      _mathcoder.added.connect(await_);
      panel.disposed.connect(() => this._mathcoder.added.disconnect(await_));
    }
  }

  private _use(session: INotebookSession): void {
    this._session = session;
    session.changed.connect(this._refresh, this);
    this._refresh();
  }

  private _refresh(): void {
    const session = this._session;
    if (!session || session.state === 'none') {
      this.hide();
      return;
    }
    this.show();
    if (this._saysState) {
      this._state.textContent = [
        checkSign(session) + stateName(session, this._trans),
        speed(session, this._trans)
      ]
        .filter(part => part)
        .join(' · ');
      this._state.title = this._state.textContent;
    }
    const modes = session.runModes;
    this._select.hidden = !modes.length;
    if (this._select.options.length !== modes.length) {
      this._select.replaceChildren(
        ...modes.map(mode => new Option(runModeName(mode, this._trans), mode))
      );
    }
    const mode = session.runMode;
    if (mode) {
      this._select.value = mode;
      this._select.title = runModeCaption(mode, this._trans);
    }
  }

  private _session: INotebookSession | null = null;
  private readonly _state = document.createElement('span');
  private readonly _select = document.createElement('select');
}

/** The plugin. */
export const toolbar: JupyterFrontEndPlugin<void> = {
  id: 'mathcoder-jupyterlab:toolbar',
  description: 'Shows and changes in the toolbar how generated code is run.',
  autoStart: true,
  requires: [IMathCoder],
  optional: [IToolbarWidgetRegistry, IStatusBar, ITranslator],
  activate: (
    _: JupyterFrontEnd,
    mathcoder: IMathCoder,
    registry: IToolbarWidgetRegistry | null,
    statusBar: IStatusBar | null,
    translator: ITranslator | null
  ) => {
    const trans = (translator ?? nullTranslator).load(DOMAIN);
    registry?.addFactory<NotebookPanel>(
      'Notebook',
      'mathcoder-run-mode',
      panel => new RunModeSelect(panel, mathcoder, trans, statusBar === null)
    );
  }
};
