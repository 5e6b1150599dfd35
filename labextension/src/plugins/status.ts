/**
 * The status bar item: model, what it is doing, tokens per second, whether the answer was checked, and Stop.
 */
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { IStatusBar } from '@jupyterlab/statusbar';
import { ITranslator, nullTranslator, type TranslationBundle } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';

import { DOMAIN } from '../names';
import { checkSign, speed, stateName } from '../phrases';
import { IMathCoder } from '../tokens';

/** The item; empty while the notebook in front has another kernel. */
export class StatusItem extends Widget {
  constructor(
    private readonly _mathcoder: IMathCoder,
    private readonly _trans: TranslationBundle
  ) {
    super();
    this.addClass('jp-MathCoder-status');
    this._text.className = 'jp-StatusBar-TextItem jp-MathCoder-statusText';
    this._model.className = 'jp-MathCoder-statusModel';
    this._speed.className = 'jp-MathCoder-statusSpeed';
    this._text.append(this._model, this._state, this._speed);
    this._spoken.className = 'jp-MathCoder-spoken';
    this._spoken.setAttribute('role', 'status');
    this._stop.className = 'jp-MathCoder-button jp-MathCoder-statusStop';
    this._stop.type = 'button';
    this._stop.textContent = _trans.__('Stop');
    this._stop.title = _trans.__('Stop the answer; your variables stay as they are');
    this._stop.addEventListener('click', () => this._mathcoder.current?.stop());
    this.node.append(this._text, this._stop, this._spoken);
    _mathcoder.currentChanged.connect(this._refresh, this);
    this._refresh();
  }

  private _refresh(): void {
    const session = this._mathcoder.current;
    if (!session) {
      this.hide();
      return;
    }
    this.show();
    const trans = this._trans;
    this._model.textContent = session.model || trans.__('MathCoder');
    this._state.textContent = checkSign(session) + stateName(session, trans);
    this._speed.textContent = speed(session, trans);
    this._text.title = session.model
      ? trans.__('MathCoder, model %1: %2', session.model, stateName(session, trans))
      : trans.__('MathCoder: %1', stateName(session, trans));
    this._stop.hidden = session.turn === null;
    // Only the phase is spoken, not every token.
    const spoken = trans.__('MathCoder: %1', stateName(session, trans));
    if (this._spoken.textContent !== spoken) {
      this._spoken.textContent = spoken;
    }
  }

  private readonly _text = document.createElement('span');
  private readonly _model = document.createElement('span');
  private readonly _state = document.createElement('span');
  private readonly _speed = document.createElement('span');
  private readonly _stop = document.createElement('button');
  private readonly _spoken = document.createElement('span');
}

/** The plugin. */
export const status: JupyterFrontEndPlugin<void> = {
  id: 'mathcoder-jupyterlab:status',
  description: 'Shows in the status bar what the MathCoder kernel is doing.',
  autoStart: true,
  requires: [IMathCoder],
  optional: [IStatusBar, ITranslator],
  activate: (
    _: JupyterFrontEnd,
    mathcoder: IMathCoder,
    statusBar: IStatusBar | null,
    translator: ITranslator | null
  ) => {
    if (!statusBar) {
      return; // Jupyter Notebook has none; the toolbar says the same.
    }
    const item = new StatusItem(mathcoder, (translator ?? nullTranslator).load(DOMAIN));
    statusBar.registerStatusItem('mathcoder-jupyterlab:status', {
      item,
      align: 'left',
      rank: 3,
      priority: 1, // also in a narrow window
      isActive: () => mathcoder.current !== null,
      activeStateChanged: mathcoder.currentChanged as never
    });
  }
};
