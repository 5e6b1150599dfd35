/**
 * The line above a question or a generated cell: its name, facts, buttons and menu, and what needs attention.
 */
import type { TranslationBundle } from '@jupyterlab/translation';
import { ellipsesIcon } from '@jupyterlab/ui-components';
import type { CommandRegistry } from '@lumino/commands';
import { Menu, Widget } from '@lumino/widgets';

import type { IButton, IMark } from './marks';

/** A bar that shows an `IMark`. */
export class CellBar extends Widget {
  /**
   * @param _id - The id of the cell, given to every command as `cell`.
   * @param _commands - Where commands run.
   * @param _trans - The translator's bundle.
   */
  constructor(
    private readonly _id: string,
    private readonly _commands: CommandRegistry,
    private readonly _trans: TranslationBundle
  ) {
    super();
    this.addClass('jp-MathCoder-bar');
    this.node.setAttribute('role', 'group');
  }

  /** Show a description; nothing is touched where it says what is shown. */
  present(mark: IMark): void {
    const shown = JSON.stringify(mark);
    if (shown === this._shown) {
      return;
    }
    this._shown = shown;
    this.node.dataset['tone'] = mark.tone;
    this.node.dataset['role'] = mark.role;
    this.toggleClass('jp-mod-compact', mark.compact);
    this.node.setAttribute('aria-label', mark.spoken);
    const focused = this.node.contains(document.activeElement);
    const line = element('div', 'jp-MathCoder-line');
    if (mark.label) {
      line.append(element('span', 'jp-MathCoder-name', mark.label));
    }
    for (const fact of mark.facts) {
      line.append(element('span', 'jp-MathCoder-fact', fact));
    }
    const tools = element('span', 'jp-MathCoder-tools');
    tools.append(...mark.buttons.map(button => this._button(button)));
    if (mark.menu.length) {
      tools.append(this._menuButton(mark.menu));
    }
    line.append(tools);
    const nodes: HTMLElement[] = [line];
    if (mark.notice) {
      nodes.push(this._notice(mark));
    }
    this.node.replaceChildren(...nodes);
    if (focused) {
      this.node.querySelector('button')?.focus();
    }
  }

  private _notice(mark: IMark): HTMLElement {
    const box = element('div', 'jp-MathCoder-notice');
    box.setAttribute('role', 'status');
    box.append(element('div', 'jp-MathCoder-noticeText', mark.notice));
    if (mark.reasons.length) {
      const list = element('ul', 'jp-MathCoder-reasons');
      list.append(...mark.reasons.map(withCode));
      box.append(list);
    }
    if (mark.choices.length) {
      const choices = element('div', 'jp-MathCoder-choices');
      choices.append(...mark.choices.map(choice => this._button(choice)));
      box.append(choices);
    }
    return box;
  }

  private _button(button: IButton): HTMLButtonElement {
    const node = element('button', 'jp-MathCoder-button', button.label);
    node.type = 'button';
    node.title = button.caption;
    node.classList.toggle('jp-mod-primary', button.primary === true);
    node.addEventListener('click', event => {
      event.stopPropagation();
      if (button.run) {
        button.run();
      } else if (button.command) {
        void this._commands.execute(button.command, { cell: this._id });
      }
    });
    return node;
  }

  private _menuButton(commands: readonly string[]): HTMLButtonElement {
    const node = element('button', 'jp-MathCoder-button jp-MathCoder-menuButton');
    node.type = 'button';
    const title = this._trans.__('What can be done with this answer');
    node.title = title;
    node.setAttribute('aria-label', title);
    node.setAttribute('aria-haspopup', 'menu');
    ellipsesIcon.element({ container: node, stylesheet: 'menuItem' });
    node.addEventListener('click', event => {
      event.stopPropagation();
      const menu = new Menu({ commands: this._commands });
      for (const command of commands) {
        menu.addItem({ command, args: { cell: this._id } });
      }
      menu.aboutToClose.connect(() => {
        window.setTimeout(() => {
          menu.dispose();
          if (document.activeElement === document.body) {
            node.focus();
          }
        });
      });
      const box = node.getBoundingClientRect();
      menu.open(box.left, box.bottom);
      menu.activate();
    });
    return node;
  }

  private _shown = '';
}

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  text?: string
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  node.className = className;
  if (text !== undefined) {
    node.textContent = text;
  }
  return node;
}

/** A list item whose `words in backticks` are shown as code. */
function withCode(reason: string): HTMLLIElement {
  const item = element('li', '');
  reason.split('`').forEach((part, index) => {
    item.append(index % 2 ? element('code', '', part) : part);
  });
  return item;
}
